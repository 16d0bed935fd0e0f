-- The schema after all migrations. Generated from the database by `npm run generate`; the gate compares it.
-- Do not edit: write a migration. `:app` is the application's role.

-- Schema nation

create schema nation;
create extension btree_gin schema nation;
create extension pg_trgm schema nation;
grant usage on schema nation to :app;

create table nation.account (
  id uuid not null,
  username text not null,
  full_name text not null,
  employer text not null,
  employer_kind text not null,
  password_hash text not null,
  totp_sealed bytea not null,
  totp_last_step bigint default 0 not null,
  failed_attempts integer default 0 not null,
  locked_until timestamp with time zone,
  revocation_epoch integer default 0 not null,
  valid_from date not null,
  valid_to date,
  demo_password text,
  number_index bytea,
  must_change_password boolean default false not null,
  closed_at timestamp with time zone,
  successor_id uuid,
  version integer default 1 not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_username_key UNIQUE (username),
  constraint account_contract CHECK (valid_to >= valid_from),
  constraint account_employer_kind_check CHECK (employer_kind = ANY (ARRAY['post'::text, 'state'::text]))
);
comment on table nation.account is 'A person with an employer; staff accounts are national because postal staff cross provinces.';
comment on column nation.account.totp_last_step is 'The last time step used: a code counts once.';
comment on column nation.account.demo_password is 'Set by the demo alone, so that its sign-in page can show it.';
comment on column nation.account.number_index is 'Keyed hash of the personal number: the same person is met again, the number is kept nowhere.';
comment on column nation.account.must_change_password is 'The password was given by an administrator: the next sign-in sets an own one.';
comment on column nation.account.closed_at is 'When the contract was ended for good: from then on nobody signs in, also on the last day itself.';
comment on column nation.account.successor_id is 'Who takes what is in hand when the contract ends on a day to come; null then means the places themselves.';
grant insert (employer, employer_kind, full_name, id, must_change_password, number_index, password_hash, totp_sealed, username, valid_from, valid_to), select, update (closed_at, failed_attempts, locked_until, must_change_password, password_hash, revocation_epoch, successor_id, totp_last_step, totp_sealed, valid_to, version) on nation.account to :app;

create table nation.account_event (
  account_id uuid not null,
  seq integer not null,
  type text not null,
  type_version smallint not null,
  payload jsonb not null,
  basis_kind text not null,
  basis_id text not null,
  actor_id uuid not null,
  reason text,
  recorded_at timestamp with time zone not null,
  constraint account_event_pkey PRIMARY KEY (account_id, seq),
  constraint account_event_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint account_event_seq_check CHECK (seq > 0)
);
comment on table nation.account_event is 'Ledger of accounts: made, contract ended or extended, posts given and ended, passwords given anew. Append-only; no name, number or password in it.';
grant insert, select on nation.account_event to :app;

create table nation.administrative_succession (
  predecessor_code text not null,
  successor_code text not null,
  succeeded_on date not null,
  changed_here boolean default false not null,
  whole boolean default true not null,
  mark text default 'sourced'::text not null,
  source text default ''::text not null,
  constraint administrative_succession_pkey PRIMARY KEY (predecessor_code, successor_code, succeeded_on),
  constraint administrative_succession_mark_check CHECK (mark = ANY (ARRAY['sourced'::text, 'recalled'::text, 'inference'::text, 'undecided'::text]))
);
comment on column nation.administrative_succession.whole is 'False when only a part went into this successor: the unit was divided.';
grant insert, select on nation.administrative_succession to :app;

create table nation.administrative_unit (
  code text not null,
  name text not null,
  kind text not null,
  parent_code text,
  valid_from date not null,
  valid_to date,
  source text not null,
  changed_here boolean default false not null,
  search_key text not null,
  name_key text not null,
  mark text default 'sourced'::text not null,
  constraint administrative_unit_pkey PRIMARY KEY (code, valid_from),
  constraint administrative_unit_mark_check CHECK (mark = ANY (ARRAY['sourced'::text, 'recalled'::text, 'inference'::text, 'undecided'::text]))
);
comment on table nation.administrative_unit is 'Đơn vị hành chính, with validity. Codes were used again on 1 July 2025: a code names a unit only with a day.';
comment on column nation.administrative_unit.search_key is 'The name without diacritics, for lists.';
comment on column nation.administrative_unit.name_key is 'The name without its kind, folded as people spell it both ways, for addresses.';
grant insert, select, update (changed_here, valid_to) on nation.administrative_unit to :app;

create table nation.agency (
  id uuid not null,
  key text not null,
  name text not null,
  kind text not null,
  administrative_unit_code text not null,
  valid_from date not null,
  valid_to date,
  changed_here boolean default false not null,
  constraint agency_pkey PRIMARY KEY (id),
  constraint agency_key_key UNIQUE (key)
);
comment on table nation.agency is 'Cơ quan có thẩm quyền giải quyết.';
grant insert, select, update on nation.agency to :app;

create table nation.agency_code (
  agency_id uuid not null,
  format_id text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  mark text not null,
  source text not null,
  changed_here boolean default false not null,
  constraint agency_code_pkey PRIMARY KEY (agency_id, format_id, valid_from),
  constraint agency_code_mark_check CHECK (mark = ANY (ARRAY['sourced'::text, 'recalled'::text, 'inference'::text, 'undecided'::text]))
);
comment on table nation.agency_code is 'Mã định danh cơ quan, effective-dated; marked where the source does not confirm it.';
grant insert, select, update on nation.agency_code to :app;

create table nation.calendar (
  id text not null,
  name text not null,
  content jsonb not null,
  constraint calendar_pkey PRIMARY KEY (id)
);
comment on table nation.calendar is 'Weekly pattern, hours and settings of a working calendar.';
grant select on nation.calendar to :app;

create table nation.calendar_day (
  calendar_id text not null,
  day date not null,
  content jsonb not null,
  constraint calendar_day_pkey PRIMARY KEY (calendar_id, day)
);
comment on table nation.calendar_day is 'A day that differs from the week: two flags, and a mark while it is not decided.';
grant select on nation.calendar_day to :app;

create table nation.calendar_entry (
  id uuid not null,
  space_id text not null,
  place_kind text not null,
  place_id text not null,
  content jsonb not null,
  decision jsonb not null,
  basis_kind text not null,
  basis_id text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint calendar_entry_pkey PRIMARY KEY (id),
  constraint calendar_entry_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint calendar_entry_place_kind_check CHECK (place_kind = ANY (ARRAY['space'::text, 'agency'::text, 'unit'::text, 'postOffice'::text]))
);
comment on table nation.calendar_entry is 'Ledger: days, or week and hours, that a place sets over the national calendar, by a decision. Append-only.';
comment on column nation.calendar_entry.place_id is 'The space, agency, one-stop unit or post office that it holds for.';
comment on column nation.calendar_entry.content is 'Days with their two flags and hours, or a week with hours from a day on; as in src/domain/calendar/local-entry.ts.';
comment on column nation.calendar_entry.decision is 'Number, day and signer of the decision.';
grant insert, select on nation.calendar_entry to :app;

create table nation.calendar_entry_withdrawal (
  entry_id uuid not null,
  reason text not null,
  basis_kind text not null,
  basis_id text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null,
  constraint calendar_entry_withdrawal_pkey PRIMARY KEY (entry_id),
  constraint calendar_entry_withdrawal_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text]))
);
comment on table nation.calendar_entry_withdrawal is 'Ledger: an entry that holds no more, from its first day on, and why. Append-only.';
grant insert, select on nation.calendar_entry_withdrawal to :app;

create table nation.competence (
  field_code text not null,
  level text not null,
  agency_id uuid not null,
  valid_from date not null,
  valid_to date,
  changed_here boolean default false not null,
  constraint competence_pkey PRIMARY KEY (field_code, level, valid_from)
);
comment on table nation.competence is 'Which agency decides a field above the commune; a commune decides its own.';
grant insert, select, update on nation.competence to :app;

create table nation.counter (
  id uuid not null,
  key text not null,
  label text not null,
  reception_point_id uuid not null,
  post_office_id uuid,
  changed_here boolean default false not null,
  valid_from date default '2025-07-01'::date not null,
  valid_to date,
  constraint counter_pkey PRIMARY KEY (id),
  constraint counter_key_key UNIQUE (key)
);
comment on column nation.counter.post_office_id is 'The post office that staffs the counter; null for a counter of the state.';
grant insert, select, update on nation.counter to :app;

create table nation.dossier_code_format (
  id text not null,
  content jsonb not null,
  valid_from date not null,
  valid_to date,
  constraint dossier_code_format_pkey PRIMARY KEY (id)
);
grant select on nation.dossier_code_format to :app;

create table nation.earlier_unit_name (
  name text not null,
  kind text not null,
  parent_code text not null,
  successor_code text not null,
  succeeded_on date not null,
  name_key text not null,
  mark text not null,
  source text not null,
  constraint earlier_unit_name_pkey PRIMARY KEY (name, parent_code, successor_code),
  constraint earlier_unit_name_mark_check CHECK (mark = ANY (ARRAY['sourced'::text, 'recalled'::text, 'inference'::text, 'undecided'::text]))
);
comment on table nation.earlier_unit_name is 'Communes that had gone before the register begins its account: no code, no days; only to find an old address.';
comment on column nation.earlier_unit_name.succeeded_on is 'From this day the code of the successor names it; when the name itself went is not known.';
grant select on nation.earlier_unit_name to :app;

create table nation.field (
  code text not null,
  name text not null,
  changed_here boolean default false not null,
  constraint field_pkey PRIMARY KEY (code)
);
grant insert, select, update on nation.field to :app;

create table nation.form_setting (
  form text not null,
  form_set text not null,
  paper_size text not null,
  copies smallint not null,
  valid_from date not null,
  valid_to date,
  mark text not null,
  source text not null,
  constraint form_setting_pkey PRIMARY KEY (form, valid_from),
  constraint form_setting_copies_check CHECK (copies >= 1 AND copies <= 4),
  constraint form_setting_mark_check CHECK (mark = ANY (ARRAY['sourced'::text, 'recalled'::text, 'inference'::text, 'undecided'::text])),
  constraint form_setting_paper_size_check CHECK (paper_size = ANY (ARRAY['A4'::text, 'A5'::text]))
);
grant select on nation.form_setting to :app;

create table nation.installation (
  one boolean default true not null,
  key_fingerprint bytea not null,
  demo boolean not null,
  demo_building jsonb,
  constraint installation_pkey PRIMARY KEY (one),
  constraint installation_one_check CHECK (one)
);
comment on table nation.installation is 'Decided at the first start: which key ring opens the sealed columns, and whether this is a demo.';
comment on column nation.installation.demo_building is 'From what a demo province is being built: seed, number of dossiers, clock. Null when none is half built.';
grant select on nation.installation to :app;

create table nation.migration (
  scope text not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (scope, name)
);
comment on table nation.migration is 'Which migration file was applied where; scope is nation or a space';
grant select on nation.migration to :app;

create table nation.one_stop_unit (
  id uuid not null,
  key text not null,
  name text not null,
  governing_body text not null,
  agency_id uuid not null,
  administrative_unit_code text not null,
  calendar_id text not null,
  valid_from date not null,
  valid_to date,
  changed_here boolean default false not null,
  constraint one_stop_unit_pkey PRIMARY KEY (id),
  constraint one_stop_unit_key_key UNIQUE (key)
);
comment on table nation.one_stop_unit is 'Bộ phận Một cửa, Trung tâm Phục vụ hành chính công.';
grant insert, select, update on nation.one_stop_unit to :app;

create table nation.place_succession (
  predecessor_id uuid not null,
  kind text not null,
  successor_id uuid not null,
  succeeded_on date not null,
  reorganisation_id uuid not null,
  constraint place_succession_pkey PRIMARY KEY (predecessor_id),
  constraint place_succession_kind_check CHECK (kind = ANY (ARRAY['agency'::text, 'oneStopUnit'::text, 'receptionPoint'::text, 'counter'::text])),
  constraint place_succession_not_itself CHECK (predecessor_id <> successor_id)
);
comment on table nation.place_succession is 'Who goes on for whom since which day. A place has one successor at most, so what is open there has one heir.';
grant insert, select on nation.place_succession to :app;

create table nation.portal_record (
  code text not null,
  sha256 bytea not null,
  record jsonb not null,
  read_at timestamp with time zone not null,
  constraint portal_record_pkey PRIMARY KEY (code, sha256)
);
comment on table nation.portal_record is 'What the national portal published of a procedure, as it was read; sha256 of it with its keys in order.';
comment on column nation.portal_record.read_at is 'When it was last read as something new: the latest one of a procedure is the one that its versions know.';
grant insert, select, update (read_at) on nation.portal_record to :app;

create table nation.post_office (
  id uuid not null,
  key text not null,
  name text not null,
  address text not null,
  valid_from date not null,
  valid_to date,
  changed_here boolean default false not null,
  operator_id uuid default '0192c1a0-0000-7000-8000-000000000001'::uuid,
  constraint post_office_pkey PRIMARY KEY (id),
  constraint post_office_key_key UNIQUE (key)
);
comment on column nation.post_office.operator_id is 'Null: the office belongs to nobody who is known as a postal operator, so that no mandate names it.';
grant insert, select, update on nation.post_office to :app;

create table nation.postal_operator (
  id uuid not null,
  key text not null,
  name text not null,
  mark text not null,
  source text not null,
  constraint postal_operator_pkey PRIMARY KEY (id),
  constraint postal_operator_key_key UNIQUE (key)
);
comment on table nation.postal_operator is 'Doanh nghiệp bưu chính: the enterprises whose offices a mandate may name.';
grant select on nation.postal_operator to :app;

create table nation.procedure_version (
  id uuid not null,
  code text not null,
  name text not null,
  search_key text not null,
  field_code text not null,
  valid_from date not null,
  valid_to date,
  content jsonb not null,
  changed_here boolean default false not null,
  origin text default 'shipped'::text not null,
  record_sha256 bytea,
  published_at timestamp with time zone,
  published_by uuid,
  replaces_id uuid,
  withdrawn_at timestamp with time zone,
  constraint procedure_version_pkey PRIMARY KEY (id),
  constraint procedure_version_first_day UNIQUE NULLS NOT DISTINCT (code, valid_from, withdrawn_at),
  constraint procedure_version_origin_check CHECK (origin = ANY (ARRAY['shipped'::text, 'portal'::text, 'editor'::text])),
  constraint procedure_version_withdrawn_never_began CHECK (withdrawn_at IS NULL OR valid_to < valid_from)
);
comment on table nation.procedure_version is 'A published version of a procedure (thủ tục hành chính); a dossier keeps the one it came in under.';
comment on column nation.procedure_version.origin is 'shipped: a file of the program; portal: read from a record; editor: published on the screen.';
comment on column nation.procedure_version.record_sha256 is 'The portal record it was read from; null where it comes from no record.';
comment on column nation.procedure_version.published_by is 'The account of the editor; null when shipped or imported by the command.';
comment on column nation.procedure_version.replaces_id is 'The version before, whose validity ended the day before this one begins.';
comment on column nation.procedure_version.withdrawn_at is 'Taken back before its first day: it was never in force, and its last day lies before its first.';
grant insert, select, update (changed_here, valid_to, withdrawn_at) on nation.procedure_version to :app;

create table nation.procedure_warning (
  version_id uuid not null,
  "position" smallint not null,
  kind text not null,
  path text not null,
  words text not null,
  acknowledged_at timestamp with time zone,
  acknowledged_by uuid,
  constraint procedure_warning_pkey PRIMARY KEY (version_id, "position")
);
comment on table nation.procedure_warning is 'What a reader did not understand in the text of a version: where in its content, and the words as they stand.';
comment on column nation.procedure_warning.acknowledged_at is 'Somebody looked: the content is as the source says (đã xem, đúng như nguồn). Null while it is open.';
grant insert, select, update (acknowledged_at, acknowledged_by) on nation.procedure_warning to :app;

create unlogged table nation.rate_bucket (
  key text not null,
  window_start timestamp with time zone not null,
  hits integer not null,
  constraint rate_bucket_pkey PRIMARY KEY (key)
);
comment on table nation.rate_bucket is 'Counts of tries within a window; unlogged, since losing it loses nothing.';
grant delete, insert, select, update on nation.rate_bucket to :app;

create table nation.reception_point (
  id uuid not null,
  key text not null,
  name text not null,
  address text not null,
  one_stop_unit_id uuid not null,
  valid_from date not null,
  valid_to date,
  changed_here boolean default false not null,
  constraint reception_point_pkey PRIMARY KEY (id),
  constraint reception_point_key_key UNIQUE (key)
);
comment on table nation.reception_point is 'Điểm tiếp nhận: where a one-stop unit meets people; a unit may have several.';
grant insert, select, update on nation.reception_point to :app;

create table nation.reference_change (
  id uuid not null,
  table_name text not null,
  row_key text not null,
  before jsonb,
  after jsonb,
  basis_kind text not null,
  basis_id text not null,
  actor_id uuid,
  reason text,
  recorded_at timestamp with time zone not null,
  constraint reference_change_pkey PRIMARY KEY (id),
  constraint reference_change_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text]))
);
comment on table nation.reference_change is 'Ledger of what was changed here in the reference data: before, after, by whom, by which right. Append-only.';
grant insert, select on nation.reference_change to :app;

create table nation.reference_epoch (
  one boolean default true not null,
  epoch bigint not null,
  constraint reference_epoch_pkey PRIMARY KEY (one),
  constraint reference_epoch_one_check CHECK (one)
);
comment on table nation.reference_epoch is 'Grows when reference data changes; every request compares it with the cache it decides by.';
grant select, update on nation.reference_epoch to :app;

create table nation.reference_file (
  name text not null,
  sha256 bytea not null,
  constraint reference_file_pkey PRIMARY KEY (name)
);
comment on table nation.reference_file is 'Which reference file was stored last: one that is still the same is not read again at a start.';
grant select on nation.reference_file to :app;

create table nation.reorganisation (
  id uuid not null,
  space_id text not null,
  title text not null,
  decision jsonb not null,
  effective_on date not null,
  plan jsonb not null,
  status text not null,
  version integer not null,
  constraint reorganisation_pkey PRIMARY KEY (id),
  constraint reorganisation_settled CHECK (status <> 'applied'::text OR version > 1),
  constraint reorganisation_status_check CHECK (status = ANY (ARRAY['planned'::text, 'applied'::text, 'cancelled'::text])),
  constraint reorganisation_version_check CHECK (version > 0)
);
comment on table nation.reorganisation is 'Sắp xếp đơn vị: merging, splitting, renaming, ending one-stop units on a day. Until then it changes nothing.';
comment on column nation.reorganisation.decision is 'The decision that it rests on: number, issuer, title, day, where it can be read.';
comment on column nation.reorganisation.plan is 'Which units end, who goes on for them, which units begin; as in src/domain/unit/reorganisation.ts.';
grant insert, select, update (decision, effective_on, plan, status, title, version) on nation.reorganisation to :app;

create table nation.reorganisation_event (
  reorganisation_id uuid not null,
  seq integer not null,
  type text not null,
  payload jsonb not null,
  basis_kind text not null,
  basis_id text not null,
  actor_id uuid,
  recorded_at timestamp with time zone not null,
  constraint reorganisation_event_pkey PRIMARY KEY (reorganisation_id, seq),
  constraint reorganisation_event_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint reorganisation_event_seq_check CHECK (seq > 0),
  constraint reorganisation_event_type_check CHECK (type = ANY (ARRAY['planned'::text, 'changed'::text, 'cancelled'::text, 'applied'::text]))
);
comment on table nation.reorganisation_event is 'Ledger of reorganisations: who planned, changed, cancelled or applied one, by which right. Append-only.';
comment on column nation.reorganisation_event.actor_id is 'Null when the program applied it on its day.';
grant insert, select on nation.reorganisation_event to :app;

create table nation.session (
  token_hash bytea not null,
  account_id uuid not null,
  counter_id uuid,
  revocation_epoch integer not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (token_hash)
);
grant delete, insert, select, update on nation.session to :app;

create table nation.space (
  id text not null,
  schema_name text not null,
  title text not null,
  constraint space_pkey PRIMARY KEY (id),
  constraint space_schema_name_key UNIQUE (schema_name),
  constraint space_schema_name_check CHECK (schema_name ~ '^[a-z][a-z0-9_]{0,40}$'::text)
);
comment on table nation.space is 'A space holds the ledgers of some units in a schema of its own (không gian dữ liệu).';
grant select on nation.space to :app;

create table nation.space_place (
  place_id uuid not null,
  space_id text not null,
  valid_from date not null,
  valid_to date,
  changed_here boolean default false not null,
  constraint space_place_pkey PRIMARY KEY (place_id, valid_from)
);
comment on table nation.space_place is 'Which space serves a one-stop unit or an agency, with validity: units merge and no row moves.';
grant insert, select, update on nation.space_place to :app;

create table nation.staff_post (
  id uuid not null,
  account_id uuid not null,
  role text not null,
  one_stop_unit_id uuid,
  agency_id uuid,
  post_office_id uuid,
  valid_from date not null,
  valid_to date,
  successor_id uuid,
  constraint staff_post_pkey PRIMARY KEY (id),
  constraint staff_post_check CHECK (num_nonnulls(one_stop_unit_id, agency_id, post_office_id) = 1),
  constraint staff_post_period CHECK (valid_to >= valid_from),
  constraint staff_post_role_check CHECK (role = ANY (ARRAY['postalClerk'::text, 'courier'::text, 'oneStopOfficer'::text, 'unitHead'::text, 'caseOfficer'::text, 'approver'::text, 'programmeOfficer'::text, 'administrator'::text]))
);
comment on table nation.staff_post is 'What a person is employed to be, where, since when: the basis "office" of an act.';
comment on column nation.staff_post.successor_id is 'Who takes what is in hand by this post when it ends on a day to come; null then means the place itself.';
grant insert, select, update (successor_id, valid_to) on nation.staff_post to :app;

alter table nation.account add constraint account_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES nation.account(id);
alter table nation.account_event add constraint account_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES nation.account(id);
alter table nation.agency_code add constraint agency_code_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES nation.agency(id);
alter table nation.calendar_day add constraint calendar_day_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES nation.calendar(id);
alter table nation.calendar_entry add constraint calendar_entry_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES nation.account(id);
alter table nation.calendar_entry add constraint calendar_entry_space_id_fkey FOREIGN KEY (space_id) REFERENCES nation.space(id);
alter table nation.calendar_entry_withdrawal add constraint calendar_entry_withdrawal_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES nation.calendar_entry(id);
alter table nation.calendar_entry_withdrawal add constraint calendar_entry_withdrawal_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES nation.account(id);
alter table nation.competence add constraint competence_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES nation.agency(id);
alter table nation.counter add constraint counter_post_office_id_fkey FOREIGN KEY (post_office_id) REFERENCES nation.post_office(id);
alter table nation.counter add constraint counter_reception_point_id_fkey FOREIGN KEY (reception_point_id) REFERENCES nation.reception_point(id);
alter table nation.one_stop_unit add constraint one_stop_unit_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES nation.agency(id);
alter table nation.place_succession add constraint place_succession_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES nation.reorganisation(id);
alter table nation.post_office add constraint post_office_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES nation.postal_operator(id);
alter table nation.procedure_version add constraint procedure_version_field_code_fkey FOREIGN KEY (field_code) REFERENCES nation.field(code);
alter table nation.procedure_version add constraint procedure_version_published_by_fkey FOREIGN KEY (published_by) REFERENCES nation.account(id);
alter table nation.procedure_version add constraint procedure_version_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES nation.procedure_version(id);
alter table nation.procedure_warning add constraint procedure_warning_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES nation.account(id);
alter table nation.procedure_warning add constraint procedure_warning_version_id_fkey FOREIGN KEY (version_id) REFERENCES nation.procedure_version(id);
alter table nation.reception_point add constraint reception_point_one_stop_unit_id_fkey FOREIGN KEY (one_stop_unit_id) REFERENCES nation.one_stop_unit(id);
alter table nation.reorganisation add constraint reorganisation_space_id_fkey FOREIGN KEY (space_id) REFERENCES nation.space(id);
alter table nation.reorganisation_event add constraint reorganisation_event_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES nation.reorganisation(id);
alter table nation.session add constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES nation.account(id);
alter table nation.session add constraint session_counter_id_fkey FOREIGN KEY (counter_id) REFERENCES nation.counter(id);
alter table nation.space_place add constraint space_place_space_id_fkey FOREIGN KEY (space_id) REFERENCES nation.space(id);
alter table nation.staff_post add constraint staff_post_account_id_fkey FOREIGN KEY (account_id) REFERENCES nation.account(id);
alter table nation.staff_post add constraint staff_post_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES nation.agency(id);
alter table nation.staff_post add constraint staff_post_one_stop_unit_id_fkey FOREIGN KEY (one_stop_unit_id) REFERENCES nation.one_stop_unit(id);
alter table nation.staff_post add constraint staff_post_post_office_id_fkey FOREIGN KEY (post_office_id) REFERENCES nation.post_office(id);
alter table nation.staff_post add constraint staff_post_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES nation.account(id);

CREATE INDEX account_number ON nation.account USING btree (number_index) WHERE (number_index IS NOT NULL);
CREATE INDEX administrative_succession_successor ON nation.administrative_succession USING btree (successor_code);
CREATE INDEX administrative_unit_name ON nation.administrative_unit USING btree (name_key);
CREATE INDEX administrative_unit_parent ON nation.administrative_unit USING btree (parent_code);
CREATE INDEX administrative_unit_search ON nation.administrative_unit USING gin (search_key nation.gin_trgm_ops);
CREATE INDEX calendar_entry_place ON nation.calendar_entry USING btree (place_kind, place_id);
CREATE INDEX earlier_unit_name_place ON nation.earlier_unit_name USING btree (name_key);
CREATE INDEX procedure_version_list ON nation.procedure_version USING btree (name, id);
CREATE INDEX procedure_version_search ON nation.procedure_version USING gin (search_key nation.gin_trgm_ops);
CREATE INDEX procedure_warning_kind ON nation.procedure_warning USING btree (kind, version_id);
CREATE INDEX reference_change_row ON nation.reference_change USING btree (table_name, row_key, recorded_at);
CREATE INDEX reorganisation_due ON nation.reorganisation USING btree (effective_on) WHERE (status = 'planned'::text);
CREATE INDEX session_account ON nation.session USING btree (account_id);
CREATE INDEX staff_post_account ON nation.staff_post USING btree (account_id);

-- Schema space

create schema space;
grant usage on schema space to :app;

create table space.access_log (
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid,
  route text not null,
  dossier_id uuid,
  outcome text not null,
  request_id text not null,
  constraint access_log_pkey PRIMARY KEY (id)
);
comment on table space.access_log is 'Every read of a person''s data and every refusal: who, what, when. Append-only.';
grant insert, select on space.access_log to :app;

create table space.accreditation (
  id uuid not null,
  account_id uuid not null,
  field_code text not null,
  held_on date not null,
  valid_from date not null,
  valid_to date,
  result text default 'passed'::text not null,
  training_id uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawal_reason text,
  constraint accreditation_pkey PRIMARY KEY (id),
  constraint accreditation_result_check CHECK (result = ANY (ARRAY['passed'::text, 'failed'::text])),
  constraint accreditation_withdrawal CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) = ANY (ARRAY[0, 3]))
);
comment on table space.accreditation is 'Tập huấn, công nhận: without it a mandate does not reach the clerk.';
comment on column space.accreditation.result is 'Only training that was passed lets a mandate reach the clerk.';
comment on column space.accreditation.withdrawn_at is 'Recorded by mistake: from then on it is worth nothing. What was done under it stays done.';
grant insert, select, update (withdrawal_reason, withdrawn_at, withdrawn_by) on space.accreditation to :app;

create table space.act_sample (
  dossier_id uuid not null,
  seq integer not null,
  unit_id uuid not null,
  day date not null,
  mandate_id uuid not null,
  account_id uuid not null,
  post_office_id uuid not null,
  field_code text not null,
  procedure_code text not null,
  scope uuid[] not null,
  constraint act_sample_pkey PRIMARY KEY (dossier_id, seq)
);
comment on table space.act_sample is 'An act that was drawn for a look afterwards.';
alter table space.act_sample enable row level security;
grant insert, select on space.act_sample to :app;

create table space.agreement (
  id uuid not null,
  programme_id uuid not null,
  number text not null,
  signed_on date not null,
  agency_id uuid,
  agency_words text not null,
  operator_id uuid,
  post_office_id uuid,
  post_words text not null,
  content text not null,
  file_id uuid,
  valid_from date not null,
  valid_to date,
  removed_at timestamp with time zone,
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_check CHECK (valid_to >= valid_from)
);
comment on table space.agreement is 'Thoả thuận hợp tác: who of the state and who of the post, in words and, where they are known here, by key.';
grant insert, select, update on space.agreement to :app;

create table space.assignment (
  id uuid not null,
  account_id uuid not null,
  unit_id uuid not null,
  task text not null,
  dossier_id uuid,
  procedure_code text,
  reason text not null,
  stands_by boolean not null,
  valid_from date not null,
  valid_to date not null,
  given_by uuid not null,
  given_by_post uuid not null,
  given_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint assignment_pkey PRIMARY KEY (id),
  constraint assignment_check CHECK (valid_to >= valid_from),
  constraint assignment_check1 CHECK (num_nonnulls(dossier_id, procedure_code) = 1),
  constraint assignment_reason_check CHECK (reason <> ''::text)
);
comment on table space.assignment is 'Giao việc ngoài danh mục: one clerk, one task, for one dossier or one procedure, by the head of the unit.';
grant insert, select, update (revoked_at, revoked_by) on space.assignment to :app;

create table space.carrier_feed (
  carrier text not null,
  last_id text,
  polled_at timestamp with time zone,
  failing_since timestamp with time zone,
  last_error text,
  constraint carrier_feed_pkey PRIMARY KEY (carrier)
);
comment on table space.carrier_feed is 'How far the reports of each carrier were read, and since when they cannot be.';
grant insert, select, update on space.carrier_feed to :app;

create table space.consultation (
  id uuid not null,
  dossier_id uuid not null,
  asked_seq integer not null,
  agency_id uuid not null,
  asking_agency_id uuid not null,
  code text not null,
  procedure_name text not null,
  state text not null,
  answer_by date not null,
  question_sealed bytea not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  answer_sealed bytea,
  answered_by uuid,
  answered_at timestamp with time zone,
  scope uuid[] not null,
  constraint consultation_pkey PRIMARY KEY (id),
  constraint consultation_check CHECK ((state = 'answered'::text) = (num_nulls(answer_sealed, answered_by, answered_at) = 0)),
  constraint consultation_state_check CHECK (state = ANY (ARRAY['open'::text, 'answered'::text, 'withdrawn'::text, 'lapsed'::text]))
);
comment on table space.consultation is 'Lấy ý kiến: a question to another agency with its answer, both sealed; the projection of the dossier''s events.';
comment on column space.consultation.code is 'Of the dossier, whose row the asked agency does not see in a list.';
comment on column space.consultation.scope is 'The asked agency beside the places of the dossier: it sees this row, and the dossier only through it.';
alter table space.consultation enable row level security;
grant insert, select, update (answer_sealed, answered_at, answered_by, state) on space.consultation to :app;

create table space.container (
  id uuid not null,
  kind text not null,
  code text not null,
  seal text,
  dossier_id uuid,
  holder_kind text,
  holder_id uuid,
  custody_seq integer not null,
  made_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint container_pkey PRIMARY KEY (id),
  constraint container_code_key UNIQUE (code),
  constraint container_holder_kind_check CHECK (holder_kind = ANY (ARRAY['person'::text, 'counter'::text, 'agency'::text, 'unit'::text, 'postOffice'::text, 'place'::text, 'citizen'::text, 'outsider'::text, 'container'::text])),
  constraint container_kind_check CHECK (kind = ANY (ARRAY['packet'::text, 'bag'::text]))
);
comment on table space.container is 'Bì hồ sơ and túi: what travels or lies together. Its holder is the fold of custody_entry; null once it was emptied and put away.';
comment on column space.container.seal is 'Number of the seal that closes it; null while it is open.';
comment on column space.container.dossier_id is 'The one dossier whose papers it holds; null for a bag and for mixed contents.';
alter table space.container enable row level security;
grant insert, select, update on space.container to :app;

create table space.coordination_rule (
  id uuid not null,
  programme_id uuid not null,
  kind text not null,
  unit_id uuid,
  times text[] not null,
  topic text not null,
  answer_role text,
  answer_agency_id uuid,
  within_hours smallint,
  counter_id uuid,
  stand_in_kind text,
  stand_in_id uuid,
  note text not null,
  decision_id uuid not null,
  valid_from date not null,
  valid_to date,
  removed_at timestamp with time zone,
  constraint coordination_rule_pkey PRIMARY KEY (id),
  constraint coordination_rule_answer_role_check CHECK (answer_role = ANY (ARRAY['oneStopOfficer'::text, 'unitHead'::text, 'caseOfficer'::text, 'approver'::text, 'programmeOfficer'::text])),
  constraint coordination_rule_check CHECK (valid_to >= valid_from),
  constraint coordination_rule_kind_check CHECK (kind = ANY (ARRAY['handOverTime'::text, 'questionAnswer'::text, 'standIn'::text])),
  constraint coordination_rule_stand_in_kind_check CHECK (stand_in_kind = ANY (ARRAY['counter'::text, 'unit'::text, 'point'::text])),
  constraint coordination_rule_within_hours_check CHECK (within_hours > 0)
);
comment on table space.coordination_rule is 'Quy chế phối hợp as data. unit_id null: at every unit that the programme reaches. times: of the day, such as 16:30.';
grant insert, select, update on space.coordination_rule to :app;

create table space.counted_money (
  hand_over_id uuid not null,
  seq smallint not null,
  amount bigint not null,
  counted_by uuid not null,
  witness text not null,
  reason text,
  basis_kind text not null,
  basis_id text not null,
  counted_at timestamp with time zone not null,
  constraint counted_money_pkey PRIMARY KEY (hand_over_id, seq),
  constraint counted_money_amount_check CHECK (amount >= 0),
  constraint counted_money_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint counted_money_check CHECK ((seq = 1) = (reason IS NULL)),
  constraint counted_money_reason_check CHECK (reason <> ''::text),
  constraint counted_money_seq_check CHECK (seq > 0),
  constraint counted_money_witness_check CHECK (witness <> ''::text)
);
comment on table space.counted_money is 'Tiền mặt kiểm đếm: cash counted at a hand-over, in đồng. Append-only: a recount is one more row with its reason.';
comment on column space.counted_money.witness is 'In whose presence it was counted: name and post, as it is signed on paper.';
grant insert, select on space.counted_money to :app;

create table space.custody_act (
  id uuid not null,
  type text not null,
  manifest_id uuid,
  signature_id uuid,
  actor_id uuid not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  scope uuid[] not null,
  shipment_id uuid,
  constraint custody_act_pkey PRIMARY KEY (id),
  constraint custody_act_check CHECK ((type = 'accepted'::text) = (manifest_id IS NOT NULL)),
  constraint custody_act_check1 CHECK ((type = 'placed'::text) = (signature_id IS NOT NULL)),
  constraint custody_act_delivered CHECK ((type = 'delivered'::text) = (shipment_id IS NOT NULL)),
  constraint custody_act_type_check CHECK (type = ANY (ARRAY['made'::text, 'packed'::text, 'unpacked'::text, 'sealed'::text, 'opened'::text, 'rewrapped'::text, 'placed'::text, 'accepted'::text, 'ended'::text, 'succeeded'::text, 'delivered'::text]))
);
comment on table space.custody_act is 'Ledger: one act with things that is no event of a dossier. Between two people it names the manifest with both signatures.';
comment on column space.custody_act.shipment_id is 'Of a delivery: whose report is the proof of it. A shipment is delivered into somebody''s hands once.';
alter table space.custody_act enable row level security;
grant insert, select on space.custody_act to :app;

create table space.custody_charge (
  place_id uuid not null,
  seq integer not null,
  responsible_id uuid not null,
  reason text not null,
  giver_signature_id uuid,
  receiver_signature_id uuid,
  actor_id uuid not null,
  recorded_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint custody_charge_pkey PRIMARY KEY (place_id, seq),
  constraint custody_charge_check CHECK (num_nonnulls(giver_signature_id, receiver_signature_id) =
CASE reason
    WHEN 'agreed'::text THEN 2
    ELSE 0
END),
  constraint custody_charge_check1 CHECK (giver_signature_id <> receiver_signature_id),
  constraint custody_charge_reason_check CHECK (reason = ANY (ARRAY['opened'::text, 'agreed'::text, 'succeeded'::text])),
  constraint custody_charge_seq_check CHECK (seq > 0)
);
comment on table space.custody_charge is 'Ledger: who answered for a place since when. Between two people it changes with two signatures; who was stopped or left is succeeded without.';
alter table space.custody_charge enable row level security;
grant insert, select on space.custody_charge to :app;

create table space.custody_code (
  id uuid not null,
  outsider_id uuid not null,
  manifest_id uuid not null,
  code_sealed bytea not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries smallint not null,
  used_at timestamp with time zone,
  scope uuid[] not null,
  constraint custody_code_pkey PRIMARY KEY (id)
);
comment on table space.custody_code is 'A one-time code for the phone of somebody without an account, sealed; it counts once, for some minutes.';
alter table space.custody_code enable row level security;
grant insert, select, update on space.custody_code to :app;

create table space.custody_entry (
  thing_id uuid not null,
  seq integer not null,
  type text not null,
  dossier_id uuid,
  dossier_seq integer,
  from_kind text,
  from_id uuid,
  to_kind text,
  to_id uuid,
  signature_file_id uuid,
  actor_id uuid not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  scope uuid[] not null,
  originals smallint,
  copies smallint,
  thing text not null,
  act_id uuid,
  seal text,
  constraint custody_entry_pkey PRIMARY KEY (thing_id, seq),
  constraint custody_entry_by_act CHECK (num_nonnulls(dossier_seq, act_id) = 1),
  constraint custody_entry_check CHECK ((type = 'born'::text) = (seq = 1)),
  constraint custody_entry_check1 CHECK ((type = 'born'::text) = (from_kind IS NULL)),
  constraint custody_entry_counted CHECK ((num_nulls(originals, copies) = ANY (ARRAY[0, 2])) AND (originals IS NOT NULL) = (type = 'recounted'::text OR thing = 'item'::text AND (type = ANY (ARRAY['packed'::text, 'unpacked'::text])))),
  constraint custody_entry_of_item CHECK (thing = 'container'::text OR dossier_id IS NOT NULL),
  constraint custody_entry_seal CHECK ((type = ANY (ARRAY['sealed'::text, 'opened'::text])) = (seal IS NOT NULL)),
  constraint custody_entry_seq_check CHECK (seq > 0),
  constraint custody_entry_signed CHECK (type <> 'handedOver'::text OR num_nonnulls(signature_file_id, act_id) = 1),
  constraint custody_entry_struck CHECK ((type = 'struck'::text) = (to_kind IS NULL)),
  constraint custody_entry_thing_check CHECK (thing = ANY (ARRAY['item'::text, 'container'::text])),
  constraint custody_entry_type_check CHECK (type = ANY (ARRAY['born'::text, 'handedOver'::text, 'succeeded'::text, 'recounted'::text, 'originalsBack'::text, 'struck'::text, 'packed'::text, 'unpacked'::text, 'sealed'::text, 'opened'::text, 'placed'::text]))
);
comment on table space.custody_entry is 'Ledger: who holds each thing. The first entry is its birth; the last names its holder or the container it lies in.';
comment on column space.custody_entry.signature_file_id is 'Of a hand-over to the citizen by an event of the dossier; by an act the signatures stand in its manifest.';
comment on column space.custody_entry.originals is 'Of a recount: how many there are, as the holder found them. Of packing and unpacking: how many went in or came out.';
comment on column space.custody_entry.act_id is 'The act by which it came; null where an event of the dossier moved it (dossier_seq).';
alter table space.custody_entry enable row level security;
grant insert, select on space.custody_entry to :app;

create table space.custody_file (
  id uuid not null,
  purpose text not null,
  sha256 bytea not null,
  bytes integer not null,
  media_type text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint custody_file_pkey PRIMARY KEY (id),
  constraint custody_file_media_type_check CHECK (media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text])),
  constraint custody_file_purpose_check CHECK (purpose = ANY (ARRAY['signature'::text, 'photo'::text, 'signedPaper'::text]))
);
comment on table space.custody_file is 'Signatures, photos and signed papers of hand-overs; the bytes lie under their hash.';
alter table space.custody_file enable row level security;
grant insert, select on space.custody_file to :app;

create table space.custody_number (
  year smallint not null,
  last integer not null,
  constraint custody_number_pkey PRIMARY KEY (year)
);
comment on table space.custody_number is 'The last number of a bảng kê in a year.';
grant insert, select, update on space.custody_number to :app;

create table space.custody_outsider (
  id uuid not null,
  sealed bytea not null,
  recorded_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint custody_outsider_pkey PRIMARY KEY (id)
);
comment on table space.custody_outsider is 'Somebody without an account who took something over: name, paper shown and phone, sealed.';
alter table space.custody_outsider enable row level security;
grant insert, select, update (scope) on space.custody_outsider to :app;

create table space.custody_place (
  id uuid not null,
  kind text not null,
  code text not null,
  name text not null,
  belongs_to uuid not null,
  responsible_id uuid not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version integer not null,
  scope uuid[] not null,
  constraint custody_place_pkey PRIMARY KEY (id),
  constraint custody_place_code_key UNIQUE (code),
  constraint custody_place_kind_check CHECK (kind = ANY (ARRAY['shelf'::text, 'safe'::text, 'agencyDesk'::text, 'vehicle'::text]))
);
comment on table space.custody_place is 'Nơi để giấy tờ: a named place with one responsible person; what lies there is in that person''s charge.';
comment on column space.custody_place.belongs_to is 'The unit, agency or post office whose place it is.';
alter table space.custody_place enable row level security;
grant insert, select, update on space.custody_place to :app;

create table space.custody_signature (
  id uuid not null,
  kind text not null,
  signer_kind text not null,
  signer_id uuid not null,
  file_id uuid,
  signed_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  scope uuid[] not null,
  constraint custody_signature_pkey PRIMARY KEY (id),
  constraint custody_signature_check CHECK ((kind = 'code'::text) = (file_id IS NULL)),
  constraint custody_signature_check1 CHECK (kind <> 'code'::text OR signer_kind = 'outsider'::text),
  constraint custody_signature_kind_check CHECK (kind = ANY (ARRAY['drawn'::text, 'code'::text, 'paper'::text])),
  constraint custody_signature_signer_kind_check CHECK (signer_kind = ANY (ARRAY['person'::text, 'outsider'::text]))
);
comment on table space.custody_signature is 'Ledger: who signed a hand-over, how and when. Drawn and on paper with the file; a code that came by text message has none.';
comment on column space.custody_signature.signed_at is 'As the device said it; recorded_at is the server''s.';
alter table space.custody_signature enable row level security;
grant insert, select on space.custody_signature to :app;

create table space.custody_task (
  id uuid not null,
  kind text not null,
  thing text,
  thing_id uuid,
  scanned text,
  manifest_id uuid,
  signature_id uuid,
  photo_file_id uuid,
  claimed_kind text,
  claimed_id uuid,
  note_sealed bytea,
  found_by uuid not null,
  found_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_words_sealed bytea,
  scope uuid[] not null,
  shipment_id uuid,
  constraint custody_task_pkey PRIMARY KEY (id),
  constraint custody_task_check CHECK ((settled_at IS NULL) = (settled_by IS NULL)),
  constraint custody_task_check1 CHECK (num_nonnulls(thing_id, scanned) > 0),
  constraint custody_task_kind_check CHECK (kind = ANY (ARRAY['missing'::text, 'extra'::text, 'sealDiffers'::text, 'sealBroken'::text, 'torn'::text, 'sheets'::text, 'competing'::text, 'stockMissing'::text, 'stockElsewhere'::text, 'deliveryElsewhere'::text, 'deliveryNotReturned'::text, 'deliveryWithdrawn'::text])),
  constraint custody_task_thing_check CHECK (thing = ANY (ARRAY['item'::text, 'container'::text]))
);
comment on table space.custody_task is 'Chênh lệch: what did not agree when things changed hands or were counted, with its proofs, until a person has settled it.';
comment on column space.custody_task.claimed_kind is 'Of a competing acceptance: who else says to hold it.';
comment on column space.custody_task.shipment_id is 'Of a delivery that does not fit: the shipment. One task of a kind for each.';
alter table space.custody_task enable row level security;
grant insert, select, update on space.custody_task to :app;

create table space.custody_upload (
  id uuid not null,
  account_id uuid not null,
  purpose text not null,
  bytes integer not null,
  received integer not null,
  begun_at timestamp with time zone not null,
  file_id uuid,
  constraint custody_upload_pkey PRIMARY KEY (id),
  constraint custody_upload_bytes_check CHECK (bytes > 0),
  constraint custody_upload_check CHECK (received >= 0 AND received <= bytes),
  constraint custody_upload_purpose_check CHECK (purpose = ANY (ARRAY['signature'::text, 'photo'::text, 'signedPaper'::text]))
);
comment on table space.custody_upload is 'A file on its way in parts, over a line that drops; whole, it is a custody_file.';
alter table space.custody_upload enable row level security;
grant delete, insert, select, update on space.custody_upload to :app;

create table space.custody_upload_part (
  upload_id uuid not null,
  starts_at integer not null,
  content bytea not null,
  constraint custody_upload_part_pkey PRIMARY KEY (upload_id, starts_at),
  constraint custody_upload_part_starts_at_check CHECK (starts_at >= 0)
);
comment on table space.custody_upload_part is 'What has arrived of a file; gone as soon as it is whole, or a day after it began.';
alter table space.custody_upload_part enable row level security;
grant delete, insert, select on space.custody_upload_part to :app;

create table space.decision_scan (
  decision_id uuid not null,
  file_id uuid not null,
  "position" smallint not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint decision_scan_pkey PRIMARY KEY (decision_id, "position"),
  constraint decision_scan_decision_id_file_id_key UNIQUE (decision_id, file_id),
  constraint decision_scan_position_check CHECK ("position" > 0)
);
comment on table space.decision_scan is 'Bản chụp quyết định, in the order in which they were added. Append-only: a better scan is one more.';
grant insert, select on space.decision_scan to :app;

create table space.decision_scan_withdrawal (
  decision_id uuid not null,
  "position" smallint not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null,
  reason text not null,
  constraint decision_scan_withdrawal_pkey PRIMARY KEY (decision_id, "position"),
  constraint decision_scan_withdrawal_reason_check CHECK (reason <> ''::text)
);
comment on table space.decision_scan_withdrawal is 'Bản chụp đã rút: a scan that does not belong to the decision, with who took it back and why. Append-only.';
grant insert, select on space.decision_scan_withdrawal to :app;

create table space.dossier (
  id uuid not null,
  code text not null,
  version integer not null,
  procedure_version_id uuid not null,
  procedure_code text not null,
  procedure_name text not null,
  field_code text not null,
  channel text not null,
  limit_case text,
  received_as text not null,
  helped_at_unit_id uuid not null,
  received_at_unit_id uuid not null,
  deciding_agency_id uuid not null,
  reception_point_id uuid,
  counter_id uuid,
  received_at timestamp with time zone not null,
  received_by uuid,
  due_at timestamp with time zone,
  due_provisional boolean not null,
  due_explanation jsonb,
  business_status text not null,
  money_status text not null,
  delivery_status text not null,
  sync_status text not null,
  fee_due bigint,
  return_method text not null,
  dossier_sets smallint not null,
  assisted_writing boolean not null,
  missing_papers_reason text,
  remarks_sealed bytea,
  track_secret_sealed bytea not null,
  applicant_name text not null,
  case_officer_id uuid,
  prepared_by uuid,
  outcome text,
  result_file_id uuid,
  result_number text,
  scope uuid[] not null,
  imported_from text,
  awaiting_by uuid,
  receipt_due text,
  resumes_to text[] default '{}'::text[] not null,
  supplements smallint default 0 not null,
  extended boolean default false not null,
  whole_id uuid,
  part_key text,
  statistical_due_at timestamp with time zone,
  collected_at_unit_id uuid,
  result_at_unit_id uuid,
  constraint dossier_pkey PRIMARY KEY (id),
  constraint dossier_code_key UNIQUE (code),
  constraint dossier_business_status_check CHECK (business_status = ANY (ARRAY['lodged'::text, 'toBeSupplemented'::text, 'notReceived'::text, 'awaitingConfirmation'::text, 'handedBack'::text, 'withdrawn'::text, 'received'::text, 'forwarded'::text, 'processing'::text, 'awaitingSupplement'::text, 'supplementAwaitingConfirmation'::text, 'awaitingPayment'::text, 'withdrawalAsked'::text, 'stopped'::text, 'awaitingApproval'::text, 'finished'::text, 'returnAwaitingConfirmation'::text, 'returned'::text])),
  constraint dossier_channel_check CHECK (channel = ANY (ARRAY['direct'::text, 'online'::text, 'postal'::text])),
  constraint dossier_delivery_status_check CHECK (delivery_status = ANY (ARRAY['notReady'::text, 'readyAtUnit'::text, 'handedOver'::text])),
  constraint dossier_due_is_explained CHECK (imported_from IS NOT NULL OR (due_at IS NULL) = (due_explanation IS NULL)),
  constraint dossier_money_status_check CHECK (money_status = ANY (ARRAY['nothingDue'::text, 'due'::text, 'toBeFixed'::text])),
  constraint dossier_outcome_check CHECK (outcome = ANY (ARRAY['granted'::text, 'refused'::text])),
  constraint dossier_own_is_whole CHECK (imported_from IS NOT NULL OR num_nulls(counter_id, reception_point_id, received_by) = 0),
  constraint dossier_part_is_whole CHECK ((whole_id IS NULL) = (part_key IS NULL)),
  constraint dossier_receipt_due_check CHECK (receipt_due = ANY (ARRAY['counter'::text, 'post'::text, 'message'::text])),
  constraint dossier_received_as_check CHECK (received_as = ANY (ARRAY['agentOfAgency'::text, 'postalForwarder'::text])),
  constraint dossier_return_method_check CHECK (return_method = ANY (ARRAY['counter'::text, 'postal'::text, 'electronic'::text])),
  constraint dossier_sync_status_check CHECK (sync_status = ANY (ARRAY['notSent'::text, 'sent'::text]))
);
comment on table space.dossier is 'The projection of a dossier (hồ sơ): every status column equals the fold of dossier_event.';
comment on column space.dossier.imported_from is 'The system that the dossier was taken over from; null for our own.';
comment on column space.dossier.awaiting_by is 'Whose act waits for confirmation or was handed back: that person does not confirm it.';
comment on column space.dossier.receipt_due is 'How Mẫu 01 must still reach the citizen; null when it has, or was given at once.';
comment on column space.dossier.resumes_to is 'Where it goes on when what it waits for is there; the last is resumed first.';
comment on column space.dossier.supplements is 'Số lần yêu cầu bổ sung: requests for a supplement after the receipt; the law allows one.';
comment on column space.dossier.extended is 'The due date was moved with an apology, which is done once.';
comment on column space.dossier.whole_id is 'Liên thông: the dossier that this one is a part of, which the citizen has the code of.';
comment on column space.dossier.statistical_due_at is 'By when it is in time for the figures of QĐ 766, once that differs from due_at; null while it is the same.';
comment on column space.dossier.collected_at_unit_id is 'Where the citizen fetches the result; null: where it was received.';
comment on column space.dossier.result_at_unit_id is 'The unit that took the result over; null: it is where it was received.';
alter table space.dossier enable row level security;
grant insert, select, update on space.dossier to :app;

create table space.dossier_code_counter (
  agency_code text not null,
  day date not null,
  last integer not null,
  constraint dossier_code_counter_pkey PRIMARY KEY (agency_code, day)
);
comment on table space.dossier_code_counter is 'The last number given per agency and day of receipt, in the transaction of the receipt: no gap, no double.';
grant insert, select, update on space.dossier_code_counter to :app;

create table space.dossier_correction (
  dossier_id uuid not null,
  seq integer not null,
  sealed bytea not null,
  scope uuid[] not null,
  constraint dossier_correction_pkey PRIMARY KEY (dossier_id, seq)
);
comment on table space.dossier_correction is 'What an event dossier.corrected changed: every field and paper with before and after, sealed. The event names the fields alone.';
alter table space.dossier_correction enable row level security;
grant insert, select on space.dossier_correction to :app;

create table space.dossier_event (
  dossier_id uuid not null,
  seq integer not null,
  type text not null,
  type_version smallint not null,
  payload jsonb not null,
  basis_kind text not null,
  basis_id text not null,
  actor_id uuid not null,
  counter_id uuid,
  request_id text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint dossier_event_pkey PRIMARY KEY (dossier_id, seq),
  constraint dossier_event_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint dossier_event_seq_check CHECK (seq > 0)
);
comment on table space.dossier_event is 'Ledger: what has been done, by whom, by which right. Ordered by seq, never by time. Nothing personal in payload.';
alter table space.dossier_event enable row level security;
grant insert, select on space.dossier_event to :app;

create table space.dossier_group (
  id uuid not null,
  code text not null,
  name text not null,
  name_key text not null,
  unit_id uuid not null,
  counter_id uuid not null,
  procedure_version_id uuid not null,
  procedure_code text not null,
  procedure_name text not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint dossier_group_pkey PRIMARY KEY (id),
  constraint dossier_group_code_key UNIQUE (code)
);
comment on table space.dossier_group is 'Hồ sơ nộp theo nhóm: dossiers of several applicants that were handed in together at one counter.';
comment on column space.dossier_group.name_key is 'The name as it is searched: without diacritics, in lower case.';
alter table space.dossier_group enable row level security;
grant insert, select on space.dossier_group to :app;

create table space.dossier_group_counter (
  unit_id uuid not null,
  day date not null,
  last integer not null,
  constraint dossier_group_counter_pkey PRIMARY KEY (unit_id, day)
);
comment on table space.dossier_group_counter is 'The last number of a group by unit and day.';
grant insert, select, update on space.dossier_group_counter to :app;

create table space.dossier_group_row (
  dossier_id uuid not null,
  group_id uuid not null,
  row_id uuid not null,
  "position" smallint not null,
  scope uuid[] not null,
  constraint dossier_group_row_pkey PRIMARY KEY (dossier_id),
  constraint dossier_group_row_group_id_row_id_key UNIQUE (group_id, row_id)
);
comment on table space.dossier_group_row is 'Which dossier is which row of a group; written with the dossier in one statement, so that no row is half there.';
alter table space.dossier_group_row enable row level security;
grant insert, select on space.dossier_group_row to :app;

create table space.dossier_search (
  dossier_id uuid not null,
  unit_id uuid not null,
  agency_id uuid not null,
  code text not null,
  name_key text not null,
  received_at timestamp with time zone not null,
  constraint dossier_search_pkey PRIMARY KEY (dossier_id)
);
comment on table space.dossier_search is 'Names for the search. No policy (it would skip the indexes): reached only through search_dossier.';
grant insert, update on space.dossier_search to :app;

create table space.dossier_step (
  dossier_id uuid not null,
  key text not null,
  "position" smallint not null,
  code text not null,
  procedure_name text not null,
  internal_procedure_id uuid not null,
  name text not null,
  role text not null,
  place_id uuid not null,
  state text not null,
  holder_id uuid,
  in_place_of uuid,
  opened_at timestamp with time zone,
  taken_at timestamp with time zone,
  finished_at timestamp with time zone,
  due_at timestamp with time zone,
  due_provisional boolean not null,
  papers jsonb not null,
  scope uuid[] not null,
  constraint dossier_step_pkey PRIMARY KEY (dossier_id, key),
  constraint dossier_step_role_check CHECK (role = ANY (ARRAY['oneStopOfficer'::text, 'caseOfficer'::text, 'approver'::text])),
  constraint dossier_step_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'open'::text, 'assigned'::text, 'taken'::text, 'done'::text, 'dropped'::text]))
);
comment on table space.dossier_step is 'Where each step of a dossier stands: a projection of its events by its internal procedure. Rows are there from the taking on.';
comment on column space.dossier_step.code is 'Of the dossier, whose row another agency does not see in a list.';
comment on column space.dossier_step.place_id is 'Where it is done: the receiving unit, the deciding agency, or the agency that the plan names.';
comment on column space.dossier_step.due_at is 'By its own limit, without what stopped the clock since it opened; null: no limit, not open, or the clock stands.';
comment on column space.dossier_step.scope is 'Units and agencies that may see it: those of the dossier, and the agency of the step.';
alter table space.dossier_step enable row level security;
grant insert, select, update (due_at, due_provisional, finished_at, holder_id, in_place_of, opened_at, papers, state, taken_at) on space.dossier_step to :app;

create table space.draft (
  id uuid not null,
  account_id uuid not null,
  version integer not null,
  sealed bytea not null,
  updated_at timestamp with time zone not null,
  constraint draft_pkey PRIMARY KEY (id)
);
comment on table space.draft is 'Half-filled intake forms, sealed, one owner each; purged after seven days.';
alter table space.draft enable row level security;
grant delete, insert, select, update on space.draft to :app;

create table space.event_note (
  dossier_id uuid not null,
  seq integer not null,
  sealed bytea not null,
  scope uuid[] not null,
  constraint event_note_pkey PRIMARY KEY (dossier_id, seq)
);
comment on table space.event_note is 'What a person wrote beside an act, sealed: free text may name people, and an event must not.';
alter table space.event_note enable row level security;
grant insert, select on space.event_note to :app;

create table space.file (
  id uuid not null,
  dossier_id uuid not null,
  purpose text not null,
  sha256 bytea not null,
  bytes integer not null,
  media_type text not null,
  name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_media_type_check CHECK (media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text])),
  constraint file_purpose_check CHECK (purpose = ANY (ARRAY['result'::text, 'signature'::text, 'signedSlip'::text, 'stepPaper'::text, 'receipt'::text, 'form'::text]))
);
alter table space.file enable row level security;
grant insert, select on space.file to :app;

create table space.finding_resolution (
  id uuid not null,
  finding_id uuid not null,
  seq integer not null,
  day date not null,
  words text not null,
  resolved_by uuid not null,
  resolved_by_post uuid not null,
  recorded_at timestamp with time zone not null,
  constraint finding_resolution_pkey PRIMARY KEY (id),
  constraint finding_resolution_finding_id_seq_key UNIQUE (finding_id, seq),
  constraint finding_resolution_words_check CHECK (words <> ''::text)
);
comment on table space.finding_resolution is 'The head of the unit says that a finding was put right; one of two at once wins by the sequence.';
grant insert, select on space.finding_resolution to :app;

create table space.form_counter (
  unit_id uuid not null,
  year smallint not null,
  form text not null,
  last integer not null,
  constraint form_counter_pkey PRIMARY KEY (unit_id, year, form)
);
comment on table space.form_counter is 'The last number of each form, by unit and year (TT 01/2018/TT-VPCP Điều 10).';
grant insert, select, update on space.form_counter to :app;

create table space.form_issue (
  id uuid not null,
  dossier_id uuid not null,
  seq integer not null,
  form text not null,
  form_set text not null,
  unit_id uuid not null,
  year smallint not null,
  number integer not null,
  sealed bytea not null,
  issued_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint form_issue_pkey PRIMARY KEY (id),
  constraint form_issue_unit_id_year_form_number_key UNIQUE (unit_id, year, form, number),
  constraint form_issue_form_check CHECK (form = ANY (ARRAY['mau02'::text, 'mau03'::text, 'mau04'::text, 'mau05'::text])),
  constraint form_issue_form_set_check CHECK (form_set = ANY (ARRAY['TT01_2018'::text, 'TT03_2025'::text]))
);
comment on table space.form_issue is 'A form that was issued with an act: what it says, sealed, and its number. Append-only.';
alter table space.form_issue enable row level security;
grant insert, select on space.form_issue to :app;

create table space.guidance (
  id uuid not null,
  at timestamp with time zone not null,
  day date not null,
  account_id uuid not null,
  unit_id uuid not null,
  counter_id uuid not null,
  field_code text not null,
  procedure_code text,
  minutes smallint not null,
  outcome text not null,
  basis_kind text not null,
  basis_id text not null,
  withdrawn_at timestamp with time zone,
  constraint guidance_pkey PRIMARY KEY (id),
  constraint guidance_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint guidance_minutes_check CHECK (minutes >= 1 AND minutes <= 240),
  constraint guidance_outcome_check CHECK (outcome = ANY (ARRAY['answered'::text, 'toComeBack'::text, 'sentElsewhere'::text, 'appliedOnline'::text, 'dossierReceived'::text]))
);
comment on table space.guidance is 'Who was guided is not said: place, field or procedure, minutes and outcome are what is counted.';
comment on column space.guidance.withdrawn_at is 'When the clerk took a mistaken line back; it counts no more.';
grant insert, select, update (withdrawn_at) on space.guidance to :app;

create table space.hand_over (
  id uuid not null,
  cause text not null,
  cause_id uuid not null,
  target text not null,
  target_id uuid not null,
  successor_id uuid,
  reason text not null,
  basis_kind text not null,
  basis_id text not null,
  actor_id uuid not null,
  drafts integer not null,
  recorded_at timestamp with time zone not null,
  constraint hand_over_pkey PRIMARY KEY (id),
  constraint hand_over_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint hand_over_cause_check CHECK (cause = ANY (ARRAY['suspension'::text, 'contractEnd'::text, 'postEnd'::text])),
  constraint hand_over_target_check CHECK (target = ANY (ARRAY['account'::text, 'postOffice'::text, 'operator'::text]))
);
comment on table space.hand_over is 'Biên bản bàn giao: what a stopped or leaving person, office or operator had in hand went on to a successor. Append-only.';
grant insert, select on space.hand_over to :app;

create table space.hand_over_cash (
  hand_over_id uuid not null,
  unit_id uuid not null,
  constraint hand_over_cash_pkey PRIMARY KEY (hand_over_id, unit_id)
);
comment on table space.hand_over_cash is 'Units for which whoever hands over had lately taken in dossiers with a fee, of a hand-over without papers: the cash is counted all the same. Append-only.';
grant insert, select on space.hand_over_cash to :app;

create table space.hand_over_line (
  hand_over_id uuid not null,
  dossier_id uuid not null,
  code text not null,
  papers smallint not null,
  matter boolean not null,
  to_kind text not null,
  to_id uuid not null,
  fee bigint,
  paper_names text[] default '{}'::text[] not null,
  steps smallint default 0 not null,
  constraint hand_over_line_pkey PRIMARY KEY (hand_over_id, dossier_id),
  constraint hand_over_line_fee_check CHECK (fee >= 0),
  constraint hand_over_line_steps_check CHECK (steps >= 0),
  constraint hand_over_line_to_kind_check CHECK (to_kind = ANY (ARRAY['person'::text, 'counter'::text, 'agency'::text, 'unit'::text, 'postOffice'::text, 'place'::text, 'citizen'::text, 'outsider'::text, 'container'::text]))
);
comment on table space.hand_over_line is 'One dossier of a hand-over: how many papers went on, and whether the case did. Names nobody whose dossier it is.';
comment on column space.hand_over_line.matter is 'The dossier was in the hands of the leaving case officer.';
comment on column space.hand_over_line.fee is 'Fees on the slip of the dossier whose papers went on, in đồng; null when they were not fixed, or only the case went on. Nothing says that they were collected.';
comment on column space.hand_over_line.paper_names is 'Papers that went on, by the names of the published procedure; what a clerk typed is counted only, since it may name somebody.';
comment on column space.hand_over_line.steps is 'Steps of the internal procedure that the leaver had taken or been given.';
grant insert, select on space.hand_over_line to :app;

create table space.hand_over_taking (
  id uuid not null,
  hand_over_id uuid not null,
  unit_id uuid,
  count_seq smallint,
  taken_by uuid not null,
  basis_kind text not null,
  basis_id text not null,
  taken_at timestamp with time zone not null,
  constraint hand_over_taking_pkey PRIMARY KEY (id),
  constraint hand_over_taking_hand_over_id_unit_id_count_seq_key UNIQUE NULLS NOT DISTINCT (hand_over_id, unit_id, count_seq),
  constraint hand_over_taking_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text]))
);
comment on table space.hand_over_taking is 'Xác nhận đã nhận bàn giao: the successor, or the head of a unit that took over, has received it. Append-only; a recount asks for it anew.';
comment on column space.hand_over_taking.unit_id is 'The unit in whose name; null for the named successor.';
comment on column space.hand_over_taking.count_seq is 'The count that was received; null when there was no money to count.';
grant insert, select on space.hand_over_taking to :app;

create table space.idempotency (
  account_id uuid not null,
  key text not null,
  route text not null,
  request_hash bytea not null,
  answer jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (account_id, key)
);
grant delete, insert, select, update on space.idempotency to :app;

create table space.import_batch (
  id uuid not null,
  system text not null,
  file_name text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  imported integer default 0 not null,
  constraint import_batch_pkey PRIMARY KEY (id)
);
comment on table space.import_batch is 'One run of a bulk load; finished_at stays null when it was ended in the middle.';

create table space.imported_dossier (
  dossier_id uuid not null,
  system text not null,
  old_code text not null,
  row_sha256 bytea not null,
  imported_at timestamp with time zone not null,
  batch_id uuid not null,
  constraint imported_dossier_pkey PRIMARY KEY (dossier_id),
  constraint imported_dossier_system_old_code_key UNIQUE (system, old_code)
);
comment on table space.imported_dossier is 'Which row of which system a dossier came from: the same row again changes nothing.';

create table space.incident (
  id uuid not null,
  shipment_id uuid not null,
  dossier_id uuid not null,
  kind text not null,
  source text not null,
  opened_on date not null,
  opened_at timestamp with time zone not null,
  state text not null,
  live boolean not null,
  next_due_on date,
  version integer not null,
  scope uuid[] not null,
  constraint incident_pkey PRIMARY KEY (id),
  constraint incident_kind_check CHECK (kind = ANY (ARRAY['lost'::text, 'damaged'::text, 'delayed'::text, 'complaint'::text])),
  constraint incident_source_check CHECK (source = ANY (ARRAY['citizen'::text, 'counter'::text, 'post'::text])),
  constraint incident_state_check CHECK (state = ANY (ARRAY['opened'::text, 'answered'::text, 'liable'::text, 'offered'::text, 'paid'::text, 'closed'::text, 'withdrawn'::text]))
);
comment on table space.incident is 'Vụ việc: loss, damage, delay of a shipment or a complaint about it. State and clock are the fold of incident_entry.';
comment on column space.incident.source is 'citizen: by the page of the dossier; counter: written down for a citizen; post: noticed here.';
comment on column space.incident.next_due_on is 'The last day of what is owed next, an answer or a payment; null while nothing with a clock is owed.';
comment on column space.incident.version is 'How many entries there are.';
alter table space.incident enable row level security;
grant insert, select, update on space.incident to :app;

create table space.incident_entry (
  incident_id uuid not null,
  seq integer not null,
  type text not null,
  payload jsonb not null,
  words_sealed bytea,
  file_id uuid,
  actor_id uuid,
  recorded_at timestamp with time zone not null,
  constraint incident_entry_pkey PRIMARY KEY (incident_id, seq),
  constraint incident_entry_type_check CHECK (type = ANY (ARRAY['opened'::text, 'answered'::text, 'liabilityFound'::text, 'offered'::text, 'paid'::text, 'reissued'::text, 'withdrawn'::text, 'closed'::text]))
);
comment on table space.incident_entry is 'Ledger: what happened in an incident. Days, sums and closed lists in the payload, all that somebody typed sealed.';
comment on column space.incident_entry.actor_id is 'Null: the citizen, who has no account.';
alter table space.incident_entry enable row level security;
grant insert, select on space.incident_entry to :app;

create table space.internal_procedure (
  id uuid not null,
  procedure_version_id uuid not null,
  agency_id uuid,
  valid_from date not null,
  steps jsonb not null,
  decision_number text not null,
  decided_on date not null,
  signer text not null,
  basis_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint internal_procedure_pkey PRIMARY KEY (id)
);
comment on table space.internal_procedure is 'Quy trình nội bộ of a procedure version, by its decision: which steps, by whom, how long. Append-only; of several the one that was known and in force at the receipt holds.';
comment on column space.internal_procedure.agency_id is 'The agency whose own it is; null: every agency of the space.';
comment on column space.internal_procedure.steps is 'PlannedStep[] of src/domain/dossier/internal-procedure.ts, in the order of the plan.';
comment on column space.internal_procedure.basis_id is 'The post by which it was recorded.';
grant insert, select on space.internal_procedure to :app;

create table space.item (
  id uuid not null,
  dossier_id uuid not null,
  "position" smallint not null,
  kind text not null,
  paper_id text,
  name text not null,
  originals smallint not null,
  copies smallint not null,
  shown boolean not null,
  note text,
  holder_kind text,
  holder_id uuid,
  custody_seq integer not null,
  scope uuid[] not null,
  struck boolean default false not null,
  originals_back boolean default false not null,
  constraint item_pkey PRIMARY KEY (id),
  constraint item_check CHECK ((holder_kind IS NULL) = (custody_seq = 0 OR struck)),
  constraint item_holder_kind_check CHECK (holder_kind = ANY (ARRAY['person'::text, 'counter'::text, 'agency'::text, 'unit'::text, 'postOffice'::text, 'place'::text, 'citizen'::text, 'outsider'::text, 'container'::text])),
  constraint item_kind_check CHECK (kind = ANY (ARRAY['paper'::text, 'result'::text]))
);
comment on table space.item is 'A paper or result that is tracked; its holder is the fold of custody_entry. A paper only shown has no custody.';
comment on column space.item.struck is 'Written down by mistake: a correction took it off the list, and nobody holds it.';
comment on column space.item.originals_back is 'The originals are in the citizen''s hands again; copies of the same paper stay with the holder.';
alter table space.item enable row level security;
grant insert, select, update on space.item to :app;

create table space.mail_route (
  id uuid not null,
  name text not null,
  ended_on date,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint mail_route_pkey PRIMARY KEY (id)
);
comment on table space.mail_route is 'Tuyến thư. Its stops, days, vehicle and driver are in mail_route_version.';
comment on column space.mail_route.ended_on is 'The last day on which it runs; null while nobody ended it.';
comment on column space.mail_route.scope is 'The places of all its versions'' stops and drivers, and of whoever opened or changed it.';
alter table space.mail_route enable row level security;
grant insert, select, update on space.mail_route to :app;

create table space.mail_route_version (
  route_id uuid not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  weekdays integer[] not null,
  on_make_up_days boolean not null,
  vehicle text not null,
  capacity integer not null,
  driver_id uuid not null,
  stops jsonb not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint mail_route_version_pkey PRIMARY KEY (route_id, version),
  constraint mail_route_version_capacity_check CHECK (capacity > 0),
  constraint mail_route_version_check CHECK (valid_to >= valid_from),
  constraint mail_route_version_version_check CHECK (version > 0)
);
comment on table space.mail_route_version is 'Of the versions that have begun on a day the highest holds.';
comment on column space.mail_route_version.weekdays is '0 Sunday to 6 Saturday.';
comment on column space.mail_route_version.capacity is 'Outermost packets and bags; no weight of them is known.';
comment on column space.mail_route_version.stops is 'In order: kind (unit, agency, postOffice), id, minute after midnight in Việt Nam.';
alter table space.mail_route_version enable row level security;
grant insert, select on space.mail_route_version to :app;

create table space.mail_run_extra (
  id uuid not null,
  route_id uuid not null,
  day date not null,
  from_minute integer not null,
  at_fault text not null,
  ordered_by uuid not null,
  ordered_at timestamp with time zone not null,
  constraint mail_run_extra_pkey PRIMARY KEY (id),
  constraint mail_run_extra_at_fault_check CHECK (at_fault = ANY (ARRAY['agency'::text, 'operator'::text, 'both'::text, 'nobody'::text])),
  constraint mail_run_extra_from_minute_check CHECK (from_minute >= 0 AND from_minute <= 1439)
);
comment on table space.mail_run_extra is 'A run outside the plan, along the stops of its route. Whoever made it necessary pays for it.';
alter table space.mail_run_extra enable row level security;
grant insert, select on space.mail_run_extra to :app;

create table space.mail_run_note (
  id uuid not null,
  route_id uuid not null,
  extra_id uuid,
  day date not null,
  "position" integer not null,
  kind text not null,
  reason text,
  expected_minute integer,
  noted_by uuid not null,
  noted_at timestamp with time zone not null,
  constraint mail_run_note_pkey PRIMARY KEY (id),
  constraint mail_run_note_check CHECK ((kind = 'called'::text) = (reason IS NULL)),
  constraint mail_run_note_check1 CHECK (kind = 'late'::text OR expected_minute IS NULL),
  constraint mail_run_note_expected_minute_check CHECK (expected_minute >= 0 AND expected_minute <= 1439),
  constraint mail_run_note_kind_check CHECK (kind = ANY (ARRAY['called'::text, 'late'::text, 'missed'::text])),
  constraint mail_run_note_position_check CHECK ("position" > 0),
  constraint mail_run_note_reason_check CHECK (reason = ANY (ARRAY['traffic'::text, 'vehicle'::text, 'weather'::text, 'placeClosed'::text, 'notReady'::text, 'noDriver'::text, 'other'::text]))
);
comment on table space.mail_run_note is 'Ledger: what was said of a stop of a run. called: nothing was there to take or to give. The last one counts.';
alter table space.mail_run_note enable row level security;
grant insert, select on space.mail_run_note to :app;

create table space.mandate (
  id uuid not null,
  decision_id uuid,
  unit_id uuid not null,
  post_office_id uuid not null,
  tasks text[] not null,
  field_codes text[] not null,
  procedure_codes text[] not null,
  except_procedure_codes text[] not null,
  autonomy text not null,
  status text not null,
  valid_from date not null,
  valid_to date,
  counter_ids uuid[] default '{}'::uuid[] not null,
  conditions text default ''::text not null,
  drafted_by uuid[] default '{}'::uuid[] not null,
  version integer default 1 not null,
  phase_id uuid,
  constraint mandate_pkey PRIMARY KEY (id),
  constraint mandate_autonomy_check CHECK (autonomy = ANY (ARRAY['assist'::text, 'supervised'::text, 'independent'::text])),
  constraint mandate_decided CHECK (decision_id IS NOT NULL OR (status = ANY (ARRAY['drafted'::text, 'proposed'::text, 'refused'::text, 'ended'::text]))),
  constraint mandate_period CHECK (valid_to >= valid_from),
  constraint mandate_status_check CHECK (status = ANY (ARRAY['drafted'::text, 'proposed'::text, 'approved'::text, 'inForce'::text, 'suspended'::text, 'ended'::text, 'refused'::text]))
);
comment on table space.mandate is 'Giao nhiệm vụ: procedures or fields × tasks × unit × period × autonomy. Folded from mandate_event.';
comment on column space.mandate.drafted_by is 'Everybody who wrote on the draft: none of them decides it.';
comment on column space.mandate.phase_id is 'The phase of the programme that it belongs to, if any; chosen in the draft.';
grant insert, select, update on space.mandate to :app;

create table space.mandate_decision (
  id uuid not null,
  number text not null,
  issuer text not null,
  title text not null,
  issued_on date not null,
  source text not null,
  constraint mandate_decision_pkey PRIMARY KEY (id)
);
grant insert, select on space.mandate_decision to :app;

create table space.mandate_epoch (
  one boolean default true not null,
  epoch bigint not null,
  constraint mandate_epoch_pkey PRIMARY KEY (one),
  constraint mandate_epoch_one_check CHECK (one)
);
comment on table space.mandate_epoch is 'Grows with every change of a mandate or accreditation; a writing statement asserts the one it decided under.';
grant insert, select, update on space.mandate_epoch to :app;

create table space.mandate_event (
  mandate_id uuid not null,
  seq integer not null,
  type text not null,
  type_version smallint not null,
  payload jsonb not null,
  basis_kind text not null,
  basis_id text not null,
  actor_id uuid not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint mandate_event_pkey PRIMARY KEY (mandate_id, seq),
  constraint mandate_event_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint mandate_event_seq_check CHECK (seq > 0)
);
grant insert, select on space.mandate_event to :app;

create table space.mandate_figures (
  mandate_id uuid not null,
  seq integer not null,
  content jsonb not null,
  taken_at timestamp with time zone not null,
  constraint mandate_figures_pkey PRIMARY KEY (mandate_id, seq)
);
comment on table space.mandate_figures is 'What the ledgers said when a mandate was proposed: it is decided on that, whatever is counted later.';
grant insert, select on space.mandate_figures to :app;

create table space.mandate_file (
  id uuid not null,
  sha256 bytea not null,
  bytes integer not null,
  media_type text not null,
  name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  constraint mandate_file_pkey PRIMARY KEY (id),
  constraint mandate_file_media_type_check CHECK (media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text]))
);
comment on table space.mandate_file is 'Evidence beside the mandate ledger: scans of decisions and agreements, photos of sites. Its bytes are sealed under their hash.';
grant insert, select on space.mandate_file to :app;

create table space.manifest (
  id uuid not null,
  number text not null,
  from_kind text not null,
  from_id uuid,
  to_kind text not null,
  to_id uuid,
  lines integer not null,
  state text not null,
  received_as text,
  offered_by uuid not null,
  offered_at timestamp with time zone not null,
  offer_signature_id uuid not null,
  taken_by_kind text,
  taken_by_id uuid,
  taken_at timestamp with time zone,
  settled_at timestamp with time zone,
  settled_by uuid,
  accept_signature_id uuid,
  accepted integer,
  reason_sealed bytea,
  scope uuid[] not null,
  constraint manifest_pkey PRIMARY KEY (id),
  constraint manifest_number_key UNIQUE (number),
  constraint manifest_check CHECK ((state = 'offered'::text) = (settled_at IS NULL)),
  constraint manifest_check1 CHECK ((state = 'accepted'::text) = (accept_signature_id IS NOT NULL)),
  constraint manifest_check2 CHECK ((state = 'accepted'::text) = (taken_by_kind IS NOT NULL)),
  constraint manifest_check3 CHECK ((state = 'accepted'::text) = (accepted IS NOT NULL)),
  constraint manifest_check4 CHECK ((state = 'accepted'::text) = (taken_at IS NOT NULL)),
  constraint manifest_check5 CHECK (offer_signature_id <> accept_signature_id),
  constraint manifest_lines_check CHECK (lines > 0),
  constraint manifest_received_as_check CHECK (received_as = ANY (ARRAY['postalForwarder'::text, 'agentOfAgency'::text])),
  constraint manifest_state_check CHECK (state = ANY (ARRAY['offered'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text]))
);
comment on table space.manifest is 'Bảng kê bàn giao: things offered by one holder to another. Only its acceptance moves the holder; then it is the biên bản giao nhận.';
comment on column space.manifest.received_as is 'Of posted dossiers: the signing is the legal moment of submission (forwarder), or the desk stood for the agency.';
comment on column space.manifest.taken_by_kind is 'Who holds the things since: the addressee, or the one of its people who took them.';
alter table space.manifest enable row level security;
grant insert, select, update on space.manifest to :app;

create table space.manifest_line (
  manifest_id uuid not null,
  "position" smallint not null,
  thing text not null,
  thing_id uuid not null,
  seal text,
  outcome text not null,
  scope uuid[] not null,
  originals integer,
  copies integer,
  dossier_id uuid,
  constraint manifest_line_pkey PRIMARY KEY (manifest_id, "position"),
  constraint manifest_line_counted CHECK (num_nulls(originals, copies) = ANY (ARRAY[0, 2])),
  constraint manifest_line_outcome_check CHECK (outcome = ANY (ARRAY['offered'::text, 'accepted'::text, 'missing'::text, 'notTaken'::text])),
  constraint manifest_line_position_check CHECK ("position" > 0),
  constraint manifest_line_thing_check CHECK (thing = ANY (ARRAY['item'::text, 'container'::text]))
);
comment on column space.manifest_line.seal is 'The seal as the giver named it.';
comment on column space.manifest_line.outcome is 'Missing: the receiver counted and did not find it, so that it stays with the giver. Not taken: refused or withdrawn.';
comment on column space.manifest_line.originals is 'Sheets of the paper, or of all that lay in the container, at the offer; null on lines of before.';
comment on column space.manifest_line.dossier_id is 'Whose papers it had at the offer; null for a bag, for mixed contents and on lines of before.';
alter table space.manifest_line enable row level security;
grant insert, select, update on space.manifest_line to :app;

create table space.notice (
  id uuid not null,
  dossier_id uuid not null,
  seq integer not null,
  kind text not null,
  channel text not null,
  state text not null,
  recipient_sealed bytea not null,
  created_at timestamp with time zone not null,
  attempts integer not null,
  claimed_until timestamp with time zone,
  tried_at timestamp with time zone,
  sent_at timestamp with time zone,
  problem text,
  answer text,
  delivered_seq integer,
  scope uuid[] not null,
  language text default 'vi'::text not null,
  unit_id uuid not null,
  asked_again_at timestamp with time zone,
  asked_again_by uuid,
  told_by uuid,
  overtaken_by_seq integer,
  parcel_event_id uuid,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_once UNIQUE NULLS NOT DISTINCT (dossier_id, seq, kind, channel, parcel_event_id),
  constraint notice_answer_check CHECK (length(answer) <= 40),
  constraint notice_attempts_check CHECK (attempts >= 0),
  constraint notice_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'sms'::text, 'zalo'::text, 'person'::text])),
  constraint notice_check CHECK ((state = 'sent'::text) = (sent_at IS NOT NULL)),
  constraint notice_check1 CHECK ((state = 'overtaken'::text) = (overtaken_by_seq IS NOT NULL)),
  constraint notice_kind_check CHECK (kind = ANY (ARRAY['receipt'::text, 'supplementBeforeReceipt'::text, 'intakeRefused'::text, 'supplement'::text, 'duty'::text, 'newDate'::text, 'extended'::text, 'apology'::text, 'stopped'::text, 'withdrawalDeclined'::text, 'resultReady'::text, 'reopened'::text, 'partRefused'::text, 'supplementReminder'::text, 'dutyReminder'::text, 'resultReminder'::text, 'parcelAttempted'::text, 'parcelInvited'::text, 'parcelLost'::text, 'parcelBack'::text])),
  constraint notice_language_check CHECK (language = ANY (ARRAY['vi'::text, 'en'::text])),
  constraint notice_parcel_check CHECK ((kind = ANY (ARRAY['parcelAttempted'::text, 'parcelInvited'::text, 'parcelLost'::text, 'parcelBack'::text])) = (parcel_event_id IS NOT NULL)),
  constraint notice_problem_check CHECK (problem = ANY (ARRAY['noAnswer'::text, 'notSignedIn'::text, 'refusedForNow'::text, 'refused'::text, 'notNeeded'::text, 'tooLate'::text, 'noWay'::text, 'notWanted'::text])),
  constraint notice_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'failed'::text, 'sent'::text, 'givenUp'::text, 'overtaken'::text]))
);
comment on table space.notice is 'A message because of an event of a dossier, once by each channel. Its id is the message''s own, so that one sent twice is known as the same.';
comment on column space.notice.seq is 'The event because of which somebody is told.';
comment on column space.notice.recipient_sealed is 'The address or number as it was when the message was made, sealed.';
comment on column space.notice.claimed_until is 'A process is sending until then at most; when it died meanwhile, another one may.';
comment on column space.notice.answer is 'The code of the mail server''s answer, never its words.';
comment on column space.notice.delivered_seq is 'The event that says that Mẫu 01 has reached the citizen by this message.';
comment on column space.notice.unit_id is 'The unit that received the dossier, by which the list of notices is read.';
comment on column space.notice.asked_again_at is 'Somebody had it sent once more: from then on it is news again.';
comment on column space.notice.told_by is 'Who told the citizen in person what no message could tell.';
comment on column space.notice.overtaken_by_seq is 'The event because of which it is not sent any more: what it says no longer holds.';
comment on column space.notice.parcel_event_id is 'The report of the parcel that is told of; null: the event of the dossier is.';
alter table space.notice enable row level security;
grant insert, select, update (answer, asked_again_at, asked_again_by, attempts, claimed_until, delivered_seq, overtaken_by_seq, problem, sent_at, state, told_by, tried_at) on space.notice to :app;

create table space.notice_wish (
  id uuid not null,
  person_index bytea not null,
  channels text[] not null,
  language text not null,
  dossier_id uuid not null,
  wished_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint notice_wish_pkey PRIMARY KEY (id),
  constraint notice_wish_channels_check CHECK (channels <@ ARRAY['email'::text, 'sms'::text, 'zalo'::text]),
  constraint notice_wish_language_check CHECK (language = ANY (ARRAY['vi'::text, 'en'::text]))
);
comment on table space.notice_wish is 'How a person wants to be told; the newest counts, for all dossiers of that person. Append-only.';
comment on column space.notice_wish.person_index is 'The number of the person as the blind index knows it: it finds exact matches and names nobody.';
grant insert, select on space.notice_wish to :app;

create table space.outbox (
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  created_at timestamp with time zone not null,
  queued_at timestamp with time zone,
  seq bigint generated always as identity not null,
  lane uuid,
  constraint outbox_pkey PRIMARY KEY (id)
);
comment on table space.outbox is 'What must still be done because of an act; a row goes when its job is done.';
comment on column space.outbox.seq is 'In which order the rows were written: of one dossier also in which its acts were.';
comment on column space.outbox.lane is 'Rows of one lane are done one after the other: of a dossier, what its citizen is told. Null: in any order.';
grant delete, insert, select, update (queued_at) on space.outbox to :app;

create table space.party (
  id uuid not null,
  dossier_id uuid not null,
  role text not null,
  kind text not null,
  sealed bytea not null,
  number_index bytea,
  phone_index bytea,
  scope uuid[] not null,
  until_seq integer,
  constraint party_pkey PRIMARY KEY (id),
  constraint party_kind_check CHECK (kind = ANY (ARRAY['person'::text, 'organisation'::text])),
  constraint party_role_check CHECK (role = ANY (ARRAY['applicant'::text, 'submitter'::text, 'proxy'::text])),
  constraint party_until_seq_check CHECK (until_seq > 1)
);
comment on column space.party.sealed is 'All details, encrypted with the key ring; number_index and phone_index find exact matches only.';
comment on column space.party.number_index is 'Null when an old system had no number: people without one must not meet each other.';
comment on column space.party.until_seq is 'The event that put another row in its place; null while it holds. The row itself is never changed.';
alter table space.party enable row level security;
grant insert, select, update (until_seq) on space.party to :app;

create table space.phase (
  id uuid not null,
  programme_id uuid not null,
  label text not null,
  ordinal smallint not null,
  decision_id uuid not null,
  valid_from date not null,
  valid_to date,
  removed_at timestamp with time zone,
  constraint phase_pkey PRIMARY KEY (id),
  constraint phase_check CHECK (valid_to >= valid_from),
  constraint phase_label_check CHECK (label <> ''::text),
  constraint phase_ordinal_check CHECK (ordinal > 0)
);
comment on table space.phase is 'Giai đoạn, with a decision and a period of its own: "1", "3 mở rộng". Phases may overlap.';
grant insert, select, update on space.phase to :app;

create table space.postal_order (
  id uuid not null,
  dossier_id uuid not null,
  service text not null,
  source text not null,
  parties_sealed bytea,
  recipient_is_proxy boolean not null,
  quote jsonb,
  payment text not null,
  cod_amount integer not null,
  ordered_by uuid,
  ordered_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  cancel_reason text,
  version integer not null,
  scope uuid[] not null,
  forgotten_at timestamp with time zone,
  constraint postal_order_pkey PRIMARY KEY (id),
  constraint postal_order_cancel_reason_check CHECK (cancel_reason = ANY (ARRAY['citizen'::text, 'mistake'::text, 'otherWay'::text, 'other'::text])),
  constraint postal_order_check CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL)),
  constraint postal_order_cod_amount_check CHECK (cod_amount >= 0),
  constraint postal_order_forgotten CHECK ((parties_sealed IS NULL) = (forgotten_at IS NOT NULL)),
  constraint postal_order_payment_check CHECK (payment = ANY (ARRAY['senderPays'::text, 'recipientPays'::text])),
  constraint postal_order_service_check CHECK (service = ANY (ARRAY['send'::text, 'return'::text, 'both'::text])),
  constraint postal_order_source_check CHECK (source = ANY (ARRAY['counter'::text, 'citizen'::text, 'auto'::text]))
);
comment on table space.postal_order is 'A citizen''s order of the public postal service for a dossier; sender, recipient and proxy are sealed.';
comment on column space.postal_order.quote is 'What was said to cost what, line by line, as it was said; null while nobody could quote it.';
comment on column space.postal_order.ordered_by is 'Null: the citizen, or the rule that orders when a result is ready.';
comment on column space.postal_order.forgotten_at is 'When sender, recipient, proxy and the proofs of delivery were removed, their time being over; null before.';
alter table space.postal_order enable row level security;
grant insert, select, update on space.postal_order to :app;

create unlogged table space.presence (
  dossier_id uuid not null,
  account_id uuid not null,
  since timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  doing text,
  scope uuid[] not null,
  constraint presence_pkey PRIMARY KEY (dossier_id, account_id)
);
comment on table space.presence is 'Người đang mở hồ sơ: who looks at a dossier, and which form is open there. No lock: it lapses by itself.';
alter table space.presence enable row level security;
grant delete, insert, select, update on space.presence to :app;

create table space.programme (
  id uuid not null,
  title text not null,
  aim text not null,
  decision_id uuid not null,
  valid_from date not null,
  valid_to date,
  version integer not null,
  constraint programme_pkey PRIMARY KEY (id),
  constraint programme_check CHECK (valid_to >= valid_from),
  constraint programme_title_check CHECK (title <> ''::text),
  constraint programme_version_check CHECK (version > 0)
);
comment on table space.programme is 'Đề án: handing one-stop tasks to the post. With its parts the fold of programme_event.';
grant insert, select, update on space.programme to :app;

create table space.programme_event (
  programme_id uuid not null,
  seq integer not null,
  type text not null,
  type_version smallint not null,
  part_id uuid,
  payload jsonb not null,
  basis_kind text not null,
  basis_id text not null,
  actor_id uuid not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint programme_event_pkey PRIMARY KEY (programme_id, seq),
  constraint programme_event_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint programme_event_seq_check CHECK (seq > 0)
);
comment on table space.programme_event is 'Ledger: each change of a programme or of one of its parts with what stood before and after. Its number is the version that it made.';
grant insert, select on space.programme_event to :app;

create table space.programme_goal (
  id uuid not null,
  programme_id uuid not null,
  name text not null,
  measure text not null,
  counted_in text not null,
  target bigint not null,
  target_day date not null,
  removed_at timestamp with time zone,
  constraint programme_goal_pkey PRIMARY KEY (id),
  constraint programme_goal_measure_check CHECK (measure = ANY (ARRAY['dossiersReceived'::text, 'resultsReturned'::text, 'guidancesGiven'::text, 'unitsInForce'::text, 'officesInForce'::text, 'fieldsInForce'::text, 'staffFreed'::text, 'own'::text])),
  constraint programme_goal_name_check CHECK (name <> ''::text),
  constraint programme_goal_target_check CHECK (target > 0)
);
comment on column space.programme_goal.measure is 'What the ledgers count by themselves; own: somebody else counts it, and no figure is shown.';
grant insert, select, update on space.programme_goal to :app;

create table space.quarantined_event (
  id uuid not null,
  source text not null,
  source_id text not null,
  waybill text,
  order_number text,
  type text not null,
  at timestamp with time zone not null,
  payload jsonb,
  received_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_as text,
  shipment_id uuid,
  payload_sealed bytea,
  constraint quarantined_event_pkey PRIMARY KEY (id),
  constraint quarantined_event_source_source_id_key UNIQUE (source, source_id),
  constraint quarantined_event_check CHECK ((settled_at IS NULL) = (settled_as IS NULL)),
  constraint quarantined_event_check1 CHECK (settled_as IS NULL OR (settled_as = 'attached'::text) = (shipment_id IS NOT NULL)),
  constraint quarantined_event_payload CHECK (num_nonnulls(payload, payload_sealed) = 1 OR settled_at IS NOT NULL AND num_nonnulls(payload, payload_sealed) = 0),
  constraint quarantined_event_settled_as_check CHECK (settled_as = ANY (ARRAY['attached'::text, 'dismissed'::text]))
);
comment on table space.quarantined_event is 'What a carrier reported of a shipment that nobody here knows: kept and shown, until a person attaches or dismisses it.';
comment on column space.quarantined_event.payload is 'Of rows from before payload_sealed; null since.';
grant insert, select, update on space.quarantined_event to :app;

create table space.rating (
  dossier_id uuid not null,
  seq integer not null,
  level text not null,
  rated_at timestamp with time zone not null,
  unit_id uuid not null,
  counter_id uuid,
  field_code text not null,
  procedure_code text not null,
  received_at timestamp with time zone not null,
  constraint rating_pkey PRIMARY KEY (dossier_id, seq),
  constraint rating_level_check CHECK (level = ANY (ARRAY['verySatisfied'::text, 'satisfied'::text, 'notSatisfied'::text])),
  constraint rating_seq_check CHECK (seq >= 1)
);
comment on table space.rating is 'The newest answer of a dossier counts, the earlier ones stay. No words and nobody''s name: who answered what is confidential.';
comment on column space.rating.unit_id is 'What is rated is the place that took the dossier in; as at the intake, whatever it is called today.';
alter table space.rating enable row level security;
grant insert, select on space.rating to :app;

create table space.register_closed_field (
  unit_id uuid not null,
  year smallint not null,
  field_code text not null,
  closing_id uuid not null,
  constraint register_closed_field_pkey PRIMARY KEY (unit_id, year, field_code)
);
comment on table space.register_closed_field is 'A field is in one closed register of a year: of two who close it at once the second is told.';
grant insert, select on space.register_closed_field to :app;

create table space.register_closing (
  id uuid not null,
  unit_id uuid not null,
  year smallint not null,
  fields text[] not null,
  entries integer not null,
  basis_kind text not null,
  basis_id text not null,
  closed_by uuid not null,
  closed_at timestamp with time zone not null,
  constraint register_closing_pkey PRIMARY KEY (id),
  constraint register_closing_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint register_closing_entries_check CHECK (entries > 0),
  constraint register_closing_fields_check CHECK (cardinality(fields) > 0)
);
comment on table space.register_closing is 'Khóa sổ theo dõi hồ sơ: the head of a unit closes the register of a year, of a field or a group of them. Append-only.';
grant insert, select on space.register_closing to :app;

create table space.resolution_verdict (
  resolution_id uuid not null,
  day date not null,
  accepted boolean not null,
  words text default ''::text not null,
  verified_by uuid not null,
  verified_by_post uuid not null,
  recorded_at timestamp with time zone not null,
  constraint resolution_verdict_pkey PRIMARY KEY (resolution_id),
  constraint resolution_verdict_check CHECK (accepted OR words <> ''::text)
);
comment on table space.resolution_verdict is 'Whoever surveys accepts what was put right, or says what is still missing.';
grant insert, select on space.resolution_verdict to :app;

create table space.sample_draw (
  unit_id uuid not null,
  day date not null,
  seed bytea not null,
  percent smallint not null,
  "least" smallint not null,
  acts integer not null,
  chosen integer not null,
  drawn_at timestamp with time zone not null,
  constraint sample_draw_pkey PRIMARY KEY (unit_id, day),
  constraint sample_draw_check CHECK (chosen <= acts),
  constraint sample_draw_least_check CHECK ("least" >= 0),
  constraint sample_draw_percent_check CHECK (percent >= 1 AND percent <= 100),
  constraint sample_draw_seed_check CHECK (length(seed) >= 16)
);
comment on table space.sample_draw is 'One per unit and day, after the day: the seed is drawn then, so that nobody could know before which act would be looked at, and everybody can count again after.';
grant insert, select on space.sample_draw to :app;

create table space.sample_verdict (
  dossier_id uuid not null,
  seq integer not null,
  verdict text not null,
  kind text,
  words_sealed bytea,
  judged_by uuid not null,
  judged_by_post uuid not null,
  judged_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint sample_verdict_pkey PRIMARY KEY (dossier_id, seq),
  constraint sample_verdict_check CHECK ((verdict = 'wrong'::text) = (kind IS NOT NULL)),
  constraint sample_verdict_kind_check CHECK (kind = ANY (ARRAY['papers'::text, 'details'::text, 'procedure'::text, 'fee'::text, 'handling'::text, 'other'::text])),
  constraint sample_verdict_verdict_check CHECK (verdict = ANY (ARRAY['right'::text, 'wrong'::text]))
);
comment on column space.sample_verdict.words_sealed is 'What was found wrong, sealed: free text may name people.';
alter table space.sample_verdict enable row level security;
grant insert, select on space.sample_verdict to :app;

create table space.shipment (
  id uuid not null,
  order_id uuid not null,
  dossier_id uuid not null,
  leg text not null,
  waybill text,
  carrier text not null,
  order_number text not null,
  packet_id uuid,
  weight_grams integer,
  accepted_on date,
  due_on date,
  due_provisional boolean not null,
  state text not null,
  state_since timestamp with time zone,
  live boolean not null,
  attempts smallint not null,
  invitations smallint not null,
  working_days smallint,
  ordered_at timestamp with time zone not null,
  told_at timestamp with time zone,
  recall_asked_at timestamp with time zone,
  recall_asked_by uuid,
  scope uuid[] not null,
  asked_at timestamp with time zone,
  constraint shipment_pkey PRIMARY KEY (id),
  constraint shipment_order_number_key UNIQUE (order_number),
  constraint shipment_check CHECK ((recall_asked_at IS NULL) = (recall_asked_by IS NULL)),
  constraint shipment_leg_check CHECK (leg = ANY (ARRAY['send'::text, 'return'::text])),
  constraint shipment_weight_grams_check CHECK (weight_grams > 0),
  constraint shipment_working_days_check CHECK (working_days > 0)
);
comment on table space.shipment is 'Bưu gửi: one direction of an order. State and counts are the fold of shipment_event.';
comment on column space.shipment.order_number is 'By which the carrier knows it: the dossier''s code and the direction.';
comment on column space.shipment.packet_id is 'The packet that travels under this waybill; null until one is packed or scanned for it.';
comment on column space.shipment.working_days is 'J+n as it was quoted; null while nobody could quote it.';
comment on column space.shipment.told_at is 'When the carrier was to be told: of a way back not before the result is ready.';
comment on column space.shipment.recall_asked_at is 'Rút bưu gửi: somebody wants back what the carrier has in hand.';
comment on column space.shipment.asked_at is 'When a carrier outside was first asked, whether or not it answered; one that never was need not hear of a cancellation.';
alter table space.shipment enable row level security;
grant insert, select, update on space.shipment to :app;

create table space.shipment_event (
  id uuid not null,
  shipment_id uuid not null,
  source text not null,
  source_id text not null,
  type text not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  withdrawn boolean not null,
  place text,
  reason text,
  next_on date,
  code text,
  message text,
  actor_id uuid,
  proof_sealed bytea,
  signature_file_id uuid,
  photo_file_id uuid,
  scope uuid[] not null,
  constraint shipment_event_pkey PRIMARY KEY (id),
  constraint shipment_event_source_source_id_withdrawn_key UNIQUE (source, source_id, withdrawn)
);
comment on table space.shipment_event is 'Ledger: what was reported of a shipment, each report once, whenever it was heard.';
comment on column space.shipment_event.proof_sealed is 'Of a delivery: who took it, what was shown, what was recovered, sealed.';
alter table space.shipment_event enable row level security;
grant insert, select on space.shipment_event to :app;

create table space.site_opening (
  id uuid not null,
  reception_point_id uuid not null,
  seq integer not null,
  unit_id uuid not null,
  opened_on date not null,
  address text not null,
  counters jsonb not null,
  decal boolean not null,
  decal_since date,
  equipment jsonb not null,
  other_equipment text default ''::text not null,
  present text default ''::text not null,
  decision_id uuid,
  recorded_by uuid not null,
  recorded_by_post uuid not null,
  recorded_at timestamp with time zone not null,
  constraint site_opening_pkey PRIMARY KEY (id),
  constraint site_opening_reception_point_id_seq_key UNIQUE (reception_point_id, seq),
  constraint site_opening_address_check CHECK (address <> ''::text),
  constraint site_opening_check CHECK (decal OR decal_since IS NULL)
);
comment on table space.site_opening is 'Khai trương điểm phục vụ: a reception point began to serve. One stands at a time: the sequence lets one of two writers win.';
comment on column space.site_opening.counters is 'Counters as they were that day: id and label.';
grant insert, select on space.site_opening to :app;

create table space.site_photo (
  id uuid not null,
  file_id uuid not null,
  words text default ''::text not null,
  "position" integer not null,
  opening_id uuid,
  survey_id uuid,
  item text,
  finding_id uuid,
  resolution_id uuid,
  constraint site_photo_pkey PRIMARY KEY (id),
  constraint site_photo_check CHECK (item IS NULL OR survey_id IS NOT NULL),
  constraint site_photo_check1 CHECK (num_nonnulls(opening_id, survey_id, finding_id, resolution_id) = 1)
);
comment on table space.site_photo is 'What a photo belongs to: an opening, an item of a survey, a finding, or its resolution.';
grant insert, select on space.site_photo to :app;

create table space.site_withdrawal (
  id uuid not null,
  opening_id uuid,
  survey_id uuid,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_by_post uuid not null,
  withdrawn_at timestamp with time zone not null,
  constraint site_withdrawal_pkey PRIMARY KEY (id),
  constraint site_withdrawal_opening_id_key UNIQUE (opening_id),
  constraint site_withdrawal_survey_id_key UNIQUE (survey_id),
  constraint site_withdrawal_check CHECK (num_nonnulls(opening_id, survey_id) = 1),
  constraint site_withdrawal_reason_check CHECK (reason <> ''::text)
);
comment on table space.site_withdrawal is 'An opening or a survey that was recorded wrongly counts no more; both rows stay.';
grant insert, select on space.site_withdrawal to :app;

create table space.staff_freed (
  id uuid not null,
  unit_id uuid,
  agency_id uuid,
  post_title text not null,
  persons smallint not null,
  freed_on date not null,
  mandate_id uuid,
  phase_id uuid,
  went_to text not null,
  went_to_words text not null,
  note text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint staff_freed_pkey PRIMARY KEY (id),
  constraint staff_freed_check CHECK (num_nonnulls(unit_id, agency_id) = 1),
  constraint staff_freed_check1 CHECK (num_nonnulls(mandate_id, phase_id) = 1),
  constraint staff_freed_persons_check CHECK (persons > 0),
  constraint staff_freed_post_title_check CHECK (post_title <> ''::text),
  constraint staff_freed_went_to_check CHECK (went_to = ANY (ARRAY['otherWork'::text, 'otherAgency'::text, 'left'::text]))
);
comment on table space.staff_freed is 'Biên chế được giải phóng: posts, not people. Append-only; a mistake is withdrawn by a row of its own.';
grant insert, select on space.staff_freed to :app;

create table space.staff_freed_withdrawal (
  staff_freed_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null,
  constraint staff_freed_withdrawal_pkey PRIMARY KEY (staff_freed_id),
  constraint staff_freed_withdrawal_reason_check CHECK (reason <> ''::text)
);
grant insert, select on space.staff_freed_withdrawal to :app;

create table space.stock_take (
  id uuid not null,
  holder_kind text not null,
  holder_id uuid not null,
  expected integer not null,
  found integer not null,
  missing integer not null,
  elsewhere integer not null,
  taken_by uuid not null,
  taken_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint stock_take_pkey PRIMARY KEY (id)
);
comment on table space.stock_take is 'Kiểm kê: what was scanned at a place against what should lie there.';
alter table space.stock_take enable row level security;
grant insert, select on space.stock_take to :app;

create table space.stock_take_line (
  stock_take_id uuid not null,
  "position" integer not null,
  scanned text,
  thing text,
  thing_id uuid,
  outcome text not null,
  scope uuid[] not null,
  constraint stock_take_line_pkey PRIMARY KEY (stock_take_id, "position"),
  constraint stock_take_line_outcome_check CHECK (outcome = ANY (ARRAY['found'::text, 'missing'::text, 'elsewhere'::text, 'unknown'::text])),
  constraint stock_take_line_thing_check CHECK (thing = ANY (ARRAY['item'::text, 'container'::text]))
);
alter table space.stock_take_line enable row level security;
grant insert, select on space.stock_take_line to :app;

create table space.survey (
  id uuid not null,
  reception_point_id uuid not null,
  unit_id uuid not null,
  day date not null,
  members text default ''::text not null,
  checklist_version integer not null,
  note text default ''::text not null,
  surveyed_by uuid not null,
  surveyed_by_post uuid not null,
  recorded_at timestamp with time zone not null,
  constraint survey_pkey PRIMARY KEY (id)
);
comment on table space.survey is 'Khảo sát điểm phục vụ: who went to see, when, by which version of the checklist.';
grant insert, select on space.survey to :app;

create table space.survey_answer (
  survey_id uuid not null,
  item text not null,
  answer text not null,
  words text default ''::text not null,
  constraint survey_answer_pkey PRIMARY KEY (survey_id, item),
  constraint survey_answer_answer_check CHECK (answer = ANY (ARRAY['met'::text, 'partly'::text, 'notMet'::text, 'notApplicable'::text]))
);
grant insert, select on space.survey_answer to :app;

create table space.survey_finding (
  id uuid not null,
  survey_id uuid not null,
  item text,
  words text not null,
  severity text not null,
  deadline date not null,
  responsible text not null,
  constraint survey_finding_pkey PRIMARY KEY (id),
  constraint survey_finding_responsible_check CHECK (responsible <> ''::text),
  constraint survey_finding_severity_check CHECK (severity = ANY (ARRAY['minor'::text, 'serious'::text, 'critical'::text])),
  constraint survey_finding_words_check CHECK (words <> ''::text)
);
comment on table space.survey_finding is 'Tồn tại cần khắc phục: what a survey found, until when it is to be put right, and by whom.';
grant insert, select on space.survey_finding to :app;

create table space.suspension (
  id uuid not null,
  target text not null,
  target_id text not null,
  decision_id uuid not null,
  reason text not null,
  successor_id uuid,
  from_at timestamp with time zone not null,
  suspended_by uuid not null,
  to_at timestamp with time zone,
  lifted_by uuid,
  constraint suspension_pkey PRIMARY KEY (id),
  constraint suspension_check CHECK (to_at >= from_at),
  constraint suspension_reason_check CHECK (reason <> ''::text),
  constraint suspension_target_check CHECK (target = ANY (ARRAY['account'::text, 'postOffice'::text, 'operator'::text, 'procedure'::text]))
);
comment on table space.suspension is 'Stops the post at once: a clerk, an office, an operator, a procedure. The successor takes what is in hand.';
grant insert, select, update (lifted_by, to_at) on space.suspension to :app;

create table space.training (
  id uuid not null,
  title text not null,
  held_on date not null,
  held_by text not null,
  field_codes text[] not null,
  valid_from date not null,
  valid_to date,
  basis_kind text not null,
  basis_id text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint training_pkey PRIMARY KEY (id),
  constraint training_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint training_check CHECK (valid_to >= valid_from),
  constraint training_field_codes_check CHECK (cardinality(field_codes) > 0),
  constraint training_held_by_check CHECK (held_by <> ''::text),
  constraint training_title_check CHECK (title <> ''::text)
);
comment on table space.training is 'Buổi tập huấn: the day, the fields, who held it; its participants are rows of accreditation.';
grant insert, select on space.training to :app;

create table space.unit_form (
  id uuid not null,
  unit_id uuid not null,
  form text not null,
  form_set text not null,
  year smallint not null,
  number integer not null,
  closing_id uuid,
  volume smallint,
  rows integer not null,
  sealed bytea not null,
  basis_kind text not null,
  basis_id text not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null,
  scope uuid[] not null,
  constraint unit_form_pkey PRIMARY KEY (id),
  constraint unit_form_unit_id_year_form_number_key UNIQUE (unit_id, year, form, number),
  constraint unit_form_basis_kind_check CHECK (basis_kind = ANY (ARRAY['office'::text, 'mandate'::text, 'assignment'::text, 'ownRight'::text, 'partner'::text, 'rule'::text])),
  constraint unit_form_check CHECK ((form = 'register'::text) = (closing_id IS NOT NULL AND volume IS NOT NULL)),
  constraint unit_form_form_check CHECK (form = ANY (ARRAY['register'::text, 'dossierHandOver'::text, 'resultHandOver'::text])),
  constraint unit_form_form_set_check CHECK (form_set = ANY (ARRAY['TT01_2018'::text, 'TT03_2025'::text])),
  constraint unit_form_number_check CHECK (number > 0),
  constraint unit_form_rows_check CHECK (rows > 0)
);
comment on table space.unit_form is 'A numbered paper of a unit: a volume of a closed register, a slip. What it says is sealed. Append-only.';
alter table space.unit_form enable row level security;
grant insert, select on space.unit_form to :app;

create table space.unit_form_dossier (
  form_id uuid not null,
  dossier_id uuid not null,
  constraint unit_form_dossier_pkey PRIMARY KEY (form_id, dossier_id)
);
comment on table space.unit_form_dossier is 'Which dossiers, or whose results, a slip hands over.';
grant insert, select on space.unit_form_dossier to :app;

create table space.unit_form_file (
  form_id uuid not null,
  sha256 bytea not null,
  bytes integer not null,
  constraint unit_form_file_pkey PRIMARY KEY (form_id)
);
comment on table space.unit_form_file is 'The PDF of a paper of a unit as it was first printed: a reprint gives these bytes.';
grant insert, select on space.unit_form_file to :app;

create table space.unit_phone (
  unit_id uuid not null,
  set_at timestamp with time zone not null,
  phone text not null,
  set_by uuid not null,
  post_id text not null,
  constraint unit_phone_pkey PRIMARY KEY (unit_id, set_at)
);
comment on table space.unit_phone is 'The telephone that citizens are told to call, as forms print it; the newest before a form was issued holds. Append-only.';
grant insert, select on space.unit_phone to :app;

create table space.visit_point (
  id uuid not null,
  address_index bytea not null,
  latitude double precision not null,
  longitude double precision not null,
  accuracy_metres integer not null,
  seen_at timestamp with time zone not null,
  seen_by uuid not null,
  scope uuid[] not null,
  constraint visit_point_pkey PRIMARY KEY (id),
  constraint visit_point_accuracy_metres_check CHECK (accuracy_metres > 0),
  constraint visit_point_latitude_check CHECK (latitude >= '-90'::integer::double precision AND latitude <= 90::double precision),
  constraint visit_point_longitude_check CHECK (longitude >= '-180'::integer::double precision AND longitude <= 180::double precision)
);
comment on table space.visit_point is 'Where a courier stood at a visit, for the order of later rounds. The address itself is not kept here, only its keyed hash.';
alter table space.visit_point enable row level security;
grant delete, insert, select on space.visit_point to :app;

create table space.watch_task (
  id uuid not null,
  dossier_id uuid not null,
  kind text not null,
  about timestamp with time zone not null,
  part text default ''::text not null,
  seq integer,
  desk text not null,
  place_id uuid not null,
  account_id uuid,
  state text not null,
  snoozed_until timestamp with time zone,
  opened_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  words_sealed bytea,
  scope uuid[] not null,
  constraint watch_task_pkey PRIMARY KEY (id),
  constraint watch_task_dossier_id_kind_about_part_key UNIQUE (dossier_id, kind, about, part),
  constraint watch_task_check CHECK ((state = 'open'::text) = (settled_at IS NULL)),
  constraint watch_task_desk_check CHECK (desk = ANY (ARRAY['counter'::text, 'case'::text, 'approval'::text])),
  constraint watch_task_kind_check CHECK (kind = ANY (ARRAY['dueSoon'::text, 'overdue'::text, 'supplementUnanswered'::text, 'dutyUnanswered'::text, 'resultNotCollected'::text, 'stepIdle'::text, 'consultationUnanswered'::text])),
  constraint watch_task_state_check CHECK (state = ANY (ARRAY['open'::text, 'done'::text, 'closed'::text]))
);
comment on table space.watch_task is 'Việc cần làm: what the watchers found, once for the dossier, the kind and the date it is about.';
comment on column space.watch_task.about is 'The date it is about: a due date, the last day of an answer, the moment since when nothing happens.';
comment on column space.watch_task.part is 'The step or the consultation it is about; empty for the dossier itself.';
comment on column space.watch_task.seq is 'The event that began it; null for a due date.';
comment on column space.watch_task.desk is 'Whose work it is at the place when nobody is named.';
comment on column space.watch_task.account_id is 'Whose work it is; null: everybody''s at the desk of the place.';
comment on column space.watch_task.state is 'Closed: the reason is gone by itself. Done: a person said so.';
comment on column space.watch_task.words_sealed is 'Why it was done or put off, sealed.';
alter table space.watch_task enable row level security;
grant insert, select, update (account_id, desk, place_id, settled_at, settled_by, snoozed_until, state, words_sealed) on space.watch_task to :app;

create table space.waybill_pool (
  number text not null,
  carrier text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  shipment_id uuid,
  constraint waybill_pool_pkey PRIMARY KEY (number),
  constraint waybill_pool_check CHECK ((taken_at IS NULL) = (shipment_id IS NULL))
);
comment on table space.waybill_pool is 'Số hiệu cấp trước: numbers that a carrier printed and handed over, each for one shipment.';
grant insert, select, update on space.waybill_pool to :app;

create table space.waybill_range (
  id uuid not null,
  carrier text not null,
  service text not null,
  country text not null,
  from_serial integer not null,
  to_serial integer not null,
  next_serial integer not null,
  reuse_months smallint not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint waybill_range_pkey PRIMARY KEY (id),
  constraint waybill_range_check CHECK (from_serial <= to_serial),
  constraint waybill_range_check1 CHECK (next_serial >= from_serial AND next_serial <= (to_serial + 1)),
  constraint waybill_range_country_check CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint waybill_range_from_serial_check CHECK (from_serial >= 0),
  constraint waybill_range_reuse_months_check CHECK (reuse_months >= 12),
  constraint waybill_range_service_check CHECK (service ~ '^[A-Z]{2}$'::text),
  constraint waybill_range_to_serial_check CHECK (to_serial <= 99999999)
);
comment on table space.waybill_range is 'Dải số S10: numbers are issued in order. None comes again within 12 months (UPU S10), 24 unless set otherwise.';
grant insert, select, update on space.waybill_range to :app;

alter table space.accreditation add constraint accreditation_training_id_fkey FOREIGN KEY (training_id) REFERENCES space.training(id);
alter table space.act_sample add constraint act_sample_dossier_id_seq_fkey FOREIGN KEY (dossier_id, seq) REFERENCES space.dossier_event(dossier_id, seq);
alter table space.act_sample add constraint act_sample_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES space.mandate(id);
alter table space.act_sample add constraint act_sample_unit_id_day_fkey FOREIGN KEY (unit_id, day) REFERENCES space.sample_draw(unit_id, day);
alter table space.agreement add constraint agreement_file_id_fkey FOREIGN KEY (file_id) REFERENCES space.mandate_file(id);
alter table space.agreement add constraint agreement_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES space.programme(id);
alter table space.consultation add constraint consultation_dossier_id_asked_seq_fkey FOREIGN KEY (dossier_id, asked_seq) REFERENCES space.dossier_event(dossier_id, seq);
alter table space.consultation add constraint consultation_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.container add constraint container_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.coordination_rule add constraint coordination_rule_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES space.mandate_decision(id);
alter table space.coordination_rule add constraint coordination_rule_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES space.programme(id);
alter table space.counted_money add constraint counted_money_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES space.hand_over(id);
alter table space.custody_act add constraint custody_act_manifest_id_fkey FOREIGN KEY (manifest_id) REFERENCES space.manifest(id);
alter table space.custody_act add constraint custody_act_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES space.shipment(id);
alter table space.custody_act add constraint custody_act_signature_id_fkey FOREIGN KEY (signature_id) REFERENCES space.custody_signature(id);
alter table space.custody_charge add constraint custody_charge_place_id_fkey FOREIGN KEY (place_id) REFERENCES space.custody_place(id);
alter table space.custody_charge add constraint custody_charge_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES nation.account(id);
alter table space.custody_code add constraint custody_code_manifest_id_fkey FOREIGN KEY (manifest_id) REFERENCES space.manifest(id);
alter table space.custody_code add constraint custody_code_outsider_id_fkey FOREIGN KEY (outsider_id) REFERENCES space.custody_outsider(id);
alter table space.custody_entry add constraint custody_entry_act_id_fkey FOREIGN KEY (act_id) REFERENCES space.custody_act(id);
alter table space.custody_place add constraint custody_place_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES nation.account(id);
alter table space.custody_signature add constraint custody_signature_file_id_fkey FOREIGN KEY (file_id) REFERENCES space.custody_file(id);
alter table space.custody_task add constraint custody_task_manifest_id_fkey FOREIGN KEY (manifest_id) REFERENCES space.manifest(id);
alter table space.custody_task add constraint custody_task_photo_file_id_fkey FOREIGN KEY (photo_file_id) REFERENCES space.custody_file(id);
alter table space.custody_task add constraint custody_task_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES nation.account(id);
alter table space.custody_task add constraint custody_task_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES space.shipment(id);
alter table space.custody_task add constraint custody_task_signature_id_fkey FOREIGN KEY (signature_id) REFERENCES space.custody_signature(id);
alter table space.custody_upload add constraint custody_upload_file_id_fkey FOREIGN KEY (file_id) REFERENCES space.custody_file(id);
alter table space.custody_upload_part add constraint custody_upload_part_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES space.custody_upload(id) ON DELETE CASCADE;
alter table space.decision_scan add constraint decision_scan_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES space.mandate_decision(id);
alter table space.decision_scan add constraint decision_scan_file_id_fkey FOREIGN KEY (file_id) REFERENCES space.mandate_file(id);
alter table space.decision_scan_withdrawal add constraint decision_scan_withdrawal_decision_id_position_fkey FOREIGN KEY (decision_id, "position") REFERENCES space.decision_scan(decision_id, "position");
alter table space.dossier add constraint dossier_whole_id_fkey FOREIGN KEY (whole_id) REFERENCES space.dossier(id);
alter table space.dossier_correction add constraint dossier_correction_dossier_id_seq_fkey FOREIGN KEY (dossier_id, seq) REFERENCES space.dossier_event(dossier_id, seq);
alter table space.dossier_event add constraint dossier_event_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.dossier_group_row add constraint dossier_group_row_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.dossier_group_row add constraint dossier_group_row_group_id_fkey FOREIGN KEY (group_id) REFERENCES space.dossier_group(id);
alter table space.dossier_step add constraint dossier_step_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.dossier_step add constraint dossier_step_internal_procedure_id_fkey FOREIGN KEY (internal_procedure_id) REFERENCES space.internal_procedure(id);
alter table space.event_note add constraint event_note_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.file add constraint file_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.finding_resolution add constraint finding_resolution_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES space.survey_finding(id);
alter table space.form_issue add constraint form_issue_dossier_id_seq_fkey FOREIGN KEY (dossier_id, seq) REFERENCES space.dossier_event(dossier_id, seq);
alter table space.hand_over_cash add constraint hand_over_cash_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES space.hand_over(id);
alter table space.hand_over_line add constraint hand_over_line_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.hand_over_line add constraint hand_over_line_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES space.hand_over(id);
alter table space.hand_over_taking add constraint hand_over_taking_hand_over_id_count_seq_fkey FOREIGN KEY (hand_over_id, count_seq) REFERENCES space.counted_money(hand_over_id, seq);
alter table space.hand_over_taking add constraint hand_over_taking_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES space.hand_over(id);
alter table space.imported_dossier add constraint imported_dossier_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES space.import_batch(id);
alter table space.imported_dossier add constraint imported_dossier_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.incident add constraint incident_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.incident add constraint incident_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES space.shipment(id);
alter table space.incident_entry add constraint incident_entry_file_id_fkey FOREIGN KEY (file_id) REFERENCES space.custody_file(id);
alter table space.incident_entry add constraint incident_entry_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES space.incident(id);
alter table space.item add constraint item_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.mail_route_version add constraint mail_route_version_route_id_fkey FOREIGN KEY (route_id) REFERENCES space.mail_route(id);
alter table space.mail_run_extra add constraint mail_run_extra_route_id_fkey FOREIGN KEY (route_id) REFERENCES space.mail_route(id);
alter table space.mail_run_note add constraint mail_run_note_extra_id_fkey FOREIGN KEY (extra_id) REFERENCES space.mail_run_extra(id);
alter table space.mail_run_note add constraint mail_run_note_route_id_fkey FOREIGN KEY (route_id) REFERENCES space.mail_route(id);
alter table space.mandate add constraint mandate_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES space.mandate_decision(id);
alter table space.mandate add constraint mandate_phase_id_fkey FOREIGN KEY (phase_id) REFERENCES space.phase(id);
alter table space.mandate_event add constraint mandate_event_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES space.mandate(id);
alter table space.mandate_figures add constraint mandate_figures_mandate_id_seq_fkey FOREIGN KEY (mandate_id, seq) REFERENCES space.mandate_event(mandate_id, seq);
alter table space.manifest add constraint manifest_accept_signature_id_fkey FOREIGN KEY (accept_signature_id) REFERENCES space.custody_signature(id);
alter table space.manifest add constraint manifest_offer_signature_id_fkey FOREIGN KEY (offer_signature_id) REFERENCES space.custody_signature(id);
alter table space.manifest_line add constraint manifest_line_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.manifest_line add constraint manifest_line_manifest_id_fkey FOREIGN KEY (manifest_id) REFERENCES space.manifest(id);
alter table space.notice add constraint notice_asked_again_by_fkey FOREIGN KEY (asked_again_by) REFERENCES nation.account(id);
alter table space.notice add constraint notice_dossier_id_overtaken_by_seq_fkey FOREIGN KEY (dossier_id, overtaken_by_seq) REFERENCES space.dossier_event(dossier_id, seq);
alter table space.notice add constraint notice_dossier_id_seq_fkey FOREIGN KEY (dossier_id, seq) REFERENCES space.dossier_event(dossier_id, seq);
alter table space.notice add constraint notice_parcel_event_id_fkey FOREIGN KEY (parcel_event_id) REFERENCES space.shipment_event(id);
alter table space.notice add constraint notice_told_by_fkey FOREIGN KEY (told_by) REFERENCES nation.account(id);
alter table space.notice_wish add constraint notice_wish_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.notice_wish add constraint notice_wish_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES nation.account(id);
alter table space.party add constraint party_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.phase add constraint phase_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES space.mandate_decision(id);
alter table space.phase add constraint phase_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES space.programme(id);
alter table space.postal_order add constraint postal_order_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.programme add constraint programme_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES space.mandate_decision(id);
alter table space.programme_event add constraint programme_event_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES space.programme(id);
alter table space.programme_goal add constraint programme_goal_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES space.programme(id);
alter table space.quarantined_event add constraint quarantined_event_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES space.shipment(id);
alter table space.rating add constraint rating_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.register_closed_field add constraint register_closed_field_closing_id_fkey FOREIGN KEY (closing_id) REFERENCES space.register_closing(id);
alter table space.resolution_verdict add constraint resolution_verdict_resolution_id_fkey FOREIGN KEY (resolution_id) REFERENCES space.finding_resolution(id);
alter table space.sample_verdict add constraint sample_verdict_dossier_id_seq_fkey FOREIGN KEY (dossier_id, seq) REFERENCES space.act_sample(dossier_id, seq);
alter table space.shipment add constraint shipment_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.shipment add constraint shipment_order_id_fkey FOREIGN KEY (order_id) REFERENCES space.postal_order(id);
alter table space.shipment add constraint shipment_packet_id_fkey FOREIGN KEY (packet_id) REFERENCES space.container(id);
alter table space.shipment_event add constraint shipment_event_photo_file_id_fkey FOREIGN KEY (photo_file_id) REFERENCES space.custody_file(id);
alter table space.shipment_event add constraint shipment_event_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES space.shipment(id);
alter table space.shipment_event add constraint shipment_event_signature_file_id_fkey FOREIGN KEY (signature_file_id) REFERENCES space.custody_file(id);
alter table space.site_opening add constraint site_opening_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES space.mandate_decision(id);
alter table space.site_photo add constraint site_photo_file_id_fkey FOREIGN KEY (file_id) REFERENCES space.mandate_file(id);
alter table space.site_photo add constraint site_photo_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES space.survey_finding(id);
alter table space.site_photo add constraint site_photo_opening_id_fkey FOREIGN KEY (opening_id) REFERENCES space.site_opening(id);
alter table space.site_photo add constraint site_photo_resolution_id_fkey FOREIGN KEY (resolution_id) REFERENCES space.finding_resolution(id);
alter table space.site_photo add constraint site_photo_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES space.survey(id);
alter table space.site_withdrawal add constraint site_withdrawal_opening_id_fkey FOREIGN KEY (opening_id) REFERENCES space.site_opening(id);
alter table space.site_withdrawal add constraint site_withdrawal_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES space.survey(id);
alter table space.staff_freed add constraint staff_freed_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES space.mandate(id);
alter table space.staff_freed add constraint staff_freed_phase_id_fkey FOREIGN KEY (phase_id) REFERENCES space.phase(id);
alter table space.staff_freed_withdrawal add constraint staff_freed_withdrawal_staff_freed_id_fkey FOREIGN KEY (staff_freed_id) REFERENCES space.staff_freed(id);
alter table space.stock_take_line add constraint stock_take_line_stock_take_id_fkey FOREIGN KEY (stock_take_id) REFERENCES space.stock_take(id);
alter table space.survey_answer add constraint survey_answer_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES space.survey(id);
alter table space.survey_finding add constraint survey_finding_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES space.survey(id);
alter table space.suspension add constraint suspension_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES space.mandate_decision(id);
alter table space.unit_form add constraint unit_form_closing_id_fkey FOREIGN KEY (closing_id) REFERENCES space.register_closing(id);
alter table space.unit_form_dossier add constraint unit_form_dossier_form_id_fkey FOREIGN KEY (form_id) REFERENCES space.unit_form(id);
alter table space.unit_form_file add constraint unit_form_file_form_id_fkey FOREIGN KEY (form_id) REFERENCES space.unit_form(id);
alter table space.watch_task add constraint watch_task_account_id_fkey FOREIGN KEY (account_id) REFERENCES nation.account(id);
alter table space.watch_task add constraint watch_task_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES space.dossier(id);
alter table space.watch_task add constraint watch_task_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES nation.account(id);
alter table space.waybill_pool add constraint waybill_pool_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES space.shipment(id) DEFERRABLE INITIALLY DEFERRED;

CREATE OR REPLACE FUNCTION space.is_counted(d space.dossier)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT (((d).whole_id IS NULL) AND ((d).due_at IS NOT NULL));
END;
comment on function space.is_counted(space.dossier) is 'Counts as a dossier: received (it has a due date), here or by another system, and not a part of another. Registers and figures ask this; a register lists of them what was received here.';
revoke all on function space.is_counted(space.dossier) from public;
grant execute on function space.is_counted(space.dossier) to :app;

CREATE OR REPLACE FUNCTION space.assignment_figures(units uuid[], since timestamp with time zone, until_at timestamp with time zone)
 RETURNS TABLE(task text, code text, post_office_id uuid, day date, given integer, acts integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 WITH offices AS (
          SELECT DISTINCT c.post_office_id AS id
            FROM (nation.counter c
              JOIN nation.reception_point p ON ((p.id = c.reception_point_id)))
           WHERE ((p.one_stop_unit_id = ANY (assignment_figures.units)) AND (c.post_office_id IS NOT NULL))
         )
  SELECT g.task,
     COALESCE(g.procedure_code, d.procedure_code) AS "coalesce",
     s.post_office_id,
     ((g.given_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date AS timezone,
     (count(*))::integer AS count,
     (sum(( SELECT count(*) AS count
            FROM space.dossier_event e
           WHERE ((e.basis_kind = 'assignment'::text) AND (e.basis_id = (g.id)::text)))))::integer AS sum
    FROM ((space.assignment g
      LEFT JOIN space.dossier d ON ((d.id = g.dossier_id)))
      LEFT JOIN LATERAL ( SELECT h.post_office_id
            FROM (nation.staff_post h
              JOIN offices o ON ((o.id = h.post_office_id)))
           WHERE ((h.account_id = g.account_id) AND (h.role = 'postalClerk'::text) AND (h.valid_from <= g.valid_from) AND (COALESCE(h.valid_to, 'infinity'::date) >= g.valid_from))
           ORDER BY h.id
          LIMIT 1) s ON (true))
   WHERE ((g.unit_id = ANY (assignment_figures.units)) AND (g.given_at >= assignment_figures.since) AND (g.given_at < assignment_figures.until_at))
   GROUP BY g.task, COALESCE(g.procedure_code, d.procedure_code), s.post_office_id, (((g.given_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date);
END;
comment on function space.assignment_figures(uuid[],timestamp with time zone,timestamp with time zone) is 'Tasks given outside of the list, by task, procedure, office and day: to whom is not said.';
revoke all on function space.assignment_figures(uuid[],timestamp with time zone,timestamp with time zone) from public;
grant execute on function space.assignment_figures(uuid[],timestamp with time zone,timestamp with time zone) to :app;

CREATE OR REPLACE FUNCTION space.clock_stands(status text, resumes text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ((status = ANY (ARRAY['awaitingSupplement'::text, 'awaitingPayment'::text])) OR ((status = 'withdrawalAsked'::text) AND COALESCE(((resumes)[cardinality(resumes)] = ANY (ARRAY['awaitingSupplement'::text, 'awaitingPayment'::text])), false)));
comment on function space.clock_stands(text,text[]) is 'The next step is the citizen''s, also while a withdrawal is asked for meanwhile.';
revoke all on function space.clock_stands(text,text[]) from public;
grant execute on function space.clock_stands(text,text[]) to :app;

CREATE OR REPLACE FUNCTION space.container_dossier(box uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT
         CASE
             WHEN ((count(DISTINCT t.dossier_id) = 1) AND (count(*) = count(t.dossier_id))) THEN (min((t.dossier_id)::text))::uuid
             ELSE NULL::uuid
         END AS "case"
    FROM ( SELECT i.dossier_id
            FROM space.item i
           WHERE ((i.holder_kind = 'container'::text) AND (i.holder_id = container_dossier.box))
         UNION ALL
          SELECT c.dossier_id
            FROM space.container c
           WHERE ((c.holder_kind = 'container'::text) AND (c.holder_id = container_dossier.box))) t;
END;
revoke all on function space.container_dossier(uuid) from public;
grant execute on function space.container_dossier(uuid) to :app;

CREATE OR REPLACE FUNCTION space.container_sums(boxes uuid[])
 RETURNS TABLE(box uuid, things integer, originals integer, copies integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 WITH RECURSIVE within AS (
          SELECT asked.id AS top,
             asked.id,
             false AS inner_one
            FROM unnest(container_sums.boxes) asked(id)
         UNION ALL
          SELECT within_1.top,
             c.id,
             true
            FROM (within within_1
              JOIN space.container c ON (((c.holder_kind = 'container'::text) AND (c.holder_id = within_1.id))))
         )
  SELECT within.top,
     ((count(i.id) + count(DISTINCT within.id) FILTER (WHERE within.inner_one)))::integer AS int4,
     (COALESCE(sum(
         CASE
             WHEN i.originals_back THEN 0
             ELSE (i.originals)::integer
         END), (0)::bigint))::integer AS "coalesce",
     (COALESCE(sum(i.copies), (0)::bigint))::integer AS "coalesce"
    FROM (within
      LEFT JOIN space.item i ON (((i.holder_kind = 'container'::text) AND (i.holder_id = within.id))))
   GROUP BY within.top;
END;
revoke all on function space.container_sums(uuid[]) from public;
grant execute on function space.container_sums(uuid[]) to :app;

CREATE OR REPLACE FUNCTION space.count_acts_under(mandate text)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM space.dossier_event
   WHERE ((dossier_event.basis_kind = 'mandate'::text) AND (dossier_event.basis_id = count_acts_under.mandate));
END;
comment on function space.count_acts_under(text) is 'Past the row policies: whoever may read a mandate may know how much rests on it.';
revoke all on function space.count_acts_under(text) from public;
grant execute on function space.count_acts_under(text) to :app;

CREATE OR REPLACE FUNCTION space.count_awaited_at(at_units uuid[], statuses text[])
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return (select count(*) from dossier where received_at_unit_id = any (at_units)
      and business_status = any (statuses) and business_status <> 'returned')
    + (select count(*) from dossier where result_at_unit_id = any (at_units) and received_at_unit_id <> all (at_units)
      and business_status = any (statuses) and business_status = 'returnAwaitingConfirmation')
    - (select count(*) from dossier where result_at_unit_id <> all (at_units) and received_at_unit_id = any (at_units)
      and business_status = any (statuses) and business_status = 'returnAwaitingConfirmation'
      and result_at_unit_id is not null);
end
$function$;
comment on function space.count_awaited_at(uuid[],text[]) is 'How much waits for a confirmation at these units: a returning where it was made, all else where it was received.';
revoke all on function space.count_awaited_at(uuid[],text[]) from public;
grant execute on function space.count_awaited_at(uuid[],text[]) to :app;

CREATE OR REPLACE FUNCTION space.count_decided_at(at_agencies uuid[])
 RETURNS TABLE(agency_id uuid, dossiers bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
AS $function$
  select deciding_agency_id, count(*) from dossier
  where deciding_agency_id = any (at_agencies) and business_status <> 'returned'
    and business_status not in ('withdrawn', 'stopped', 'notReceived')
  group by deciding_agency_id
$function$;
comment on function space.count_decided_at(uuid[]) is 'How many open dossiers agencies decide or have decided. Counts only.';
revoke all on function space.count_decided_at(uuid[]) from public;
grant execute on function space.count_decided_at(uuid[]) to :app;

CREATE OR REPLACE FUNCTION space.count_dossiers_between(at_units uuid[], from_at timestamp with time zone, to_at timestamp with time zone)
 RETURNS TABLE(unit_id uuid, received bigint, finished bigint, on_time bigint, on_time_counted bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 WITH came AS (
          SELECT unit.id AS unit_id,
             counted.received
            FROM (unnest(count_dossiers_between.at_units) unit(id)
              CROSS JOIN LATERAL ( SELECT count(*) AS received
                    FROM space.dossier d
                   WHERE ((d.received_at_unit_id = unit.id) AND (d.received_at >= count_dossiers_between.from_at) AND (d.received_at < count_dossiers_between.to_at) AND space.is_counted(d.*))) counted)
         ), closing AS (
          SELECT e.dossier_id,
             e.recorded_at AS at
            FROM space.dossier_event e
           WHERE ((e.type = 'dossier.approved'::text) AND (e.recorded_at >= count_dossiers_between.from_at) AND (e.recorded_at < count_dossiers_between.to_at) AND (NOT (EXISTS ( SELECT
                    FROM space.dossier_event later
                   WHERE ((later.dossier_id = e.dossier_id) AND (later.seq > e.seq) AND (later.type = ANY (ARRAY['dossier.reopened'::text, 'dossier.approved'::text])))))))
         UNION ALL
          SELECT e.dossier_id,
             e.occurred_at
            FROM space.dossier_event e
           WHERE ((e.type = 'dossier.pastStepImported'::text) AND ((e.payload ->> 'status'::text) = ANY (ARRAY['finished'::text, 'returned'::text])) AND (e.occurred_at >= count_dossiers_between.from_at) AND (e.occurred_at < count_dossiers_between.to_at) AND (EXISTS ( SELECT
                    FROM space.dossier_event opening
                   WHERE ((opening.dossier_id = e.dossier_id) AND (opening.seq = 1) AND ((opening.payload ->> 'status'::text) = ANY (ARRAY['finished'::text, 'returned'::text]))))) AND (NOT (EXISTS ( SELECT
                    FROM space.dossier_event other
                   WHERE ((other.dossier_id = e.dossier_id) AND ((other.type = 'dossier.reopened'::text) OR ((other.type = 'dossier.pastStepImported'::text) AND ((((other.payload ->> 'status'::text) = (e.payload ->> 'status'::text)) AND (ROW(other.occurred_at, other.seq) > ROW(e.occurred_at, e.seq))) OR (((other.payload ->> 'status'::text) = 'finished'::text) AND ((e.payload ->> 'status'::text) = 'returned'::text))))))))))
         ), ended AS (
          SELECT d.received_at_unit_id AS unit_id,
             count(*) AS finished,
             count(*) FILTER (WHERE (c.at <= d.due_at)) AS on_time,
             count(*) FILTER (WHERE ((c.at <= COALESCE(d.statistical_due_at, d.due_at)) AND (d.supplements <= 1))) AS on_time_counted
            FROM (closing c
              JOIN space.dossier d ON ((d.id = c.dossier_id)))
           WHERE ((d.received_at_unit_id = ANY (count_dossiers_between.at_units)) AND space.is_counted(d.*))
           GROUP BY d.received_at_unit_id
         )
  SELECT came.unit_id,
     came.received,
     COALESCE(ended.finished, (0)::bigint) AS "coalesce",
     COALESCE(ended.on_time, (0)::bigint) AS "coalesce",
     COALESCE(ended.on_time_counted, (0)::bigint) AS "coalesce"
    FROM (came
      LEFT JOIN ended ON ((ended.unit_id = came.unit_id)));
END;
comment on function space.count_dossiers_between(uuid[],timestamp with time zone,timestamp with time zone) is 'Dossiers received, finished, and finished in time by the law and by the figures, by the unit of receipt as it was; those of another system by its days. Counts only.';
revoke all on function space.count_dossiers_between(uuid[],timestamp with time zone,timestamp with time zone) from public;
grant execute on function space.count_dossiers_between(uuid[],timestamp with time zone,timestamp with time zone) to :app;

CREATE OR REPLACE FUNCTION space.count_open_at(at_units uuid[])
 RETURNS TABLE(unit_id uuid, status text, dossiers bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
AS $function$
  select received_at_unit_id, business_status, count(*) from dossier
  where received_at_unit_id = any (at_units) and business_status <> 'returned'
    and business_status not in ('withdrawn', 'stopped', 'notReceived')
  group by received_at_unit_id, business_status
$function$;
comment on function space.count_open_at(uuid[]) is 'How many dossiers are open at units, by status. Counts only.';
revoke all on function space.count_open_at(uuid[]) from public;
grant execute on function space.count_open_at(uuid[]) to :app;

CREATE OR REPLACE FUNCTION space.count_open_dossiers(at_units uuid[], at_agencies uuid[], statuses text[])
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return (select count(*) from dossier where received_at_unit_id = any (at_units)
      and business_status = any (statuses) and business_status <> 'returned')
    + (select count(*) from dossier where deciding_agency_id = any (at_agencies)
      and business_status = any (statuses) and business_status <> 'returned');
end
$function$;
comment on function space.count_open_dossiers(uuid[],uuid[],text[]) is 'How much waits at a desk, from the index of open work alone: a row policy would read every row for it.';
revoke all on function space.count_open_dossiers(uuid[],uuid[],text[]) from public;
grant execute on function space.count_open_dossiers(uuid[],uuid[],text[]) to :app;

CREATE OR REPLACE FUNCTION space.count_papers_at(at_units uuid[])
 RETURNS TABLE(unit_id uuid, holder_kind text, holder_id uuid, papers bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
AS $function$
  select d.received_at_unit_id, i.holder_kind, i.holder_id, count(*)
  from dossier d join item i on i.dossier_id = d.id
  where d.received_at_unit_id = any (at_units) and d.business_status <> 'returned' and d.business_status <> 'withdrawn'
    and i.holder_kind in ('counter', 'unit', 'agency')
  group by d.received_at_unit_id, i.holder_kind, i.holder_id
$function$;
comment on function space.count_papers_at(uuid[]) is 'Papers and results of open dossiers of units, by the place that holds them. Counts only.';
revoke all on function space.count_papers_at(uuid[]) from public;
grant execute on function space.count_papers_at(uuid[]) to :app;

CREATE OR REPLACE FUNCTION space.count_programme_acts(wanted uuid, wanted_type text, until timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM space.dossier_event e
   WHERE ((e.basis_kind = 'mandate'::text) AND (e.type = count_programme_acts.wanted_type) AND (e.recorded_at < count_programme_acts.until) AND (e.basis_id IN ( SELECT (m.id)::text AS id
            FROM (space.mandate m
              JOIN space.phase p ON ((p.id = m.phase_id)))
           WHERE (p.programme_id = count_programme_acts.wanted))));
END;
comment on function space.count_programme_acts(uuid,text,timestamp with time zone) is 'Past the row policies: a programme may know how much was done under it, and nothing of whom.';
revoke all on function space.count_programme_acts(uuid,text,timestamp with time zone) from public;
grant execute on function space.count_programme_acts(uuid,text,timestamp with time zone) to :app;

CREATE OR REPLACE FUNCTION space.count_ready_at(at_units uuid[])
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
AS $function$
  select count(*) from dossier where business_status = 'finished'
    and case when result_at_unit_id is null then received_at_unit_id else result_at_unit_id end = any (at_units)
$function$;
comment on function space.count_ready_at(uuid[]) is 'How many results lie at these units, from their index alone.';
revoke all on function space.count_ready_at(uuid[]) from public;
grant execute on function space.count_ready_at(uuid[]) to :app;

CREATE OR REPLACE FUNCTION space.count_step_work(at_units uuid[], at_agencies uuid[], statuses text[], as_of timestamp with time zone)
 RETURNS TABLE(step text, standing boolean, overdue boolean, due_on date, dossiers bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query
    select work.name, work.stands, not work.stands and work.due_at < as_of,
      case when not work.stands and work.due_at >= as_of
        then (work.due_at at time zone 'Asia/Ho_Chi_Minh')::date end,
      count(distinct work.id)
    from (
      select d.id, d.due_at, clock_stands(d.business_status, d.resumes_to) as stands, s.name
      from dossier d join dossier_step s on s.dossier_id = d.id and s.state in ('open', 'assigned', 'taken')
      where (d.received_at_unit_id = any (at_units) or d.deciding_agency_id = any (at_agencies))
        and d.business_status = any (statuses) and d.business_status <> 'returned'
    ) as work
    group by 1, 2, 3, 4;
end
$function$;
comment on function space.count_step_work(uuid[],uuid[],text[],timestamp with time zone) is 'Open work by the steps that are open in it; what is done side by side counts at each. By the date of the whole.';
revoke all on function space.count_step_work(uuid[],uuid[],text[],timestamp with time zone) from public;
grant execute on function space.count_step_work(uuid[],uuid[],text[],timestamp with time zone) to :app;

CREATE OR REPLACE FUNCTION space.count_work(at_units uuid[], at_agencies uuid[], statuses text[], as_of timestamp with time zone)
 RETURNS TABLE(status text, standing boolean, overdue boolean, due_on date, officer_id uuid, place_id uuid, dossiers bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query
    select work.business_status, work.stands, not work.stands and work.due_at < as_of,
      case when not work.stands and work.due_at >= as_of
        then (work.due_at at time zone 'Asia/Ho_Chi_Minh')::date end,
      work.case_officer_id, work.other, count(*)
    from (
      select business_status, due_at, case_officer_id, deciding_agency_id as other,
        clock_stands(business_status, resumes_to) as stands
      from dossier where received_at_unit_id = any (at_units)
        and business_status = any (statuses) and business_status <> 'returned'
      union all
      select business_status, due_at, case_officer_id, received_at_unit_id, clock_stands(business_status, resumes_to)
      from dossier where deciding_agency_id = any (at_agencies)
        and business_status = any (statuses) and business_status <> 'returned'
    ) as work
    group by 1, 2, 3, 4, 5, 6;
end
$function$;
comment on function space.count_work(uuid[],uuid[],text[],timestamp with time zone) is 'Open work of these places by status, date, officer and the other side''s place, from the index of open work. Counts only.';
revoke all on function space.count_work(uuid[],uuid[],text[],timestamp with time zone) from public;
grant execute on function space.count_work(uuid[],uuid[],text[],timestamp with time zone) to :app;

CREATE OR REPLACE FUNCTION space.dossier_figures(units uuid[], since timestamp with time zone, until_at timestamp with time zone, as_of timestamp with time zone, fields text[], codes text[], excepted text[])
 RETURNS TABLE(field text, code text, by_post integer, by_state integer, imported integer, finished integer, on_time integer, overdue integer, median_minutes integer, sent_back integer, handed_back integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 WITH told AS (
          SELECT d.id,
             d.field_code,
             d.procedure_code,
             d.received_at,
             d.due_at,
             (d.imported_from IS NOT NULL) AS imported,
             (d.business_status = ANY (ARRAY['withdrawn'::text, 'stopped'::text, 'notReceived'::text, 'awaitingSupplement'::text, 'awaitingPayment'::text, 'finished'::text, 'returnAwaitingConfirmation'::text, 'returned'::text])) AS excused,
             bool_or(((e.type = ANY (ARRAY['dossier.received'::text, 'dossier.takenIn'::text, 'dossier.accepted'::text, 'dossier.acceptanceTakenIn'::text])) AND (e.basis_kind = ANY (ARRAY['mandate'::text, 'assignment'::text])))) AS posted,
                 CASE
                     WHEN (max(e.seq) FILTER (WHERE (e.type = 'dossier.approved'::text)) > COALESCE(max(e.seq) FILTER (WHERE (e.type = 'dossier.reopened'::text)), 0)) THEN max(e.recorded_at) FILTER (WHERE (e.type = 'dossier.approved'::text))
                     WHEN ((max(e.seq) FILTER (WHERE (e.type = 'dossier.reopened'::text)) IS NULL) AND bool_or(((e.seq = 1) AND (e.type = 'dossier.imported'::text) AND ((e.payload ->> 'status'::text) = ANY (ARRAY['finished'::text, 'returned'::text]))))) THEN COALESCE(max(e.occurred_at) FILTER (WHERE ((e.type = 'dossier.pastStepImported'::text) AND ((e.payload ->> 'status'::text) = 'finished'::text))), max(e.occurred_at) FILTER (WHERE ((e.type = 'dossier.pastStepImported'::text) AND ((e.payload ->> 'status'::text) = 'returned'::text))))
                     ELSE NULL::timestamp with time zone
                 END AS finished_at,
             count(*) FILTER (WHERE (e.type = 'dossier.sentBack'::text)) AS sent_back,
             count(*) FILTER (WHERE (e.type = 'dossier.handedBack'::text)) AS handed_back
            FROM (space.dossier d
              JOIN space.dossier_event e ON ((e.dossier_id = d.id)))
           WHERE ((d.received_at_unit_id = ANY (dossier_figures.units)) AND (d.received_at >= dossier_figures.since) AND (d.received_at < dossier_figures.until_at) AND space.is_counted(d.*) AND ((dossier_figures.fields IS NULL) OR (((d.field_code = ANY (dossier_figures.fields)) OR (d.procedure_code = ANY (dossier_figures.codes))) AND (d.procedure_code <> ALL (dossier_figures.excepted)))))
           GROUP BY d.id
         )
  SELECT t.field_code,
     t.procedure_code,
     (count(*) FILTER (WHERE t.posted))::integer AS count,
     (count(*) FILTER (WHERE ((NOT t.posted) AND (NOT t.imported))))::integer AS count,
     (count(*) FILTER (WHERE t.imported))::integer AS count,
     (count(t.finished_at))::integer AS count,
     (count(*) FILTER (WHERE (t.finished_at <= t.due_at)))::integer AS count,
     (count(*) FILTER (WHERE ((t.finished_at IS NULL) AND (NOT t.excused) AND (t.due_at < dossier_figures.as_of))))::integer AS count,
     (round((EXTRACT(epoch FROM percentile_cont((0.5)::double precision) WITHIN GROUP (ORDER BY (t.finished_at - t.received_at))) / (60)::numeric)))::integer AS round,
     (COALESCE(sum(t.sent_back), (0)::numeric))::integer AS "coalesce",
     (COALESCE(sum(t.handed_back), (0)::numeric))::integer AS "coalesce"
    FROM told t
   GROUP BY GROUPING SETS ((), (t.field_code), (t.field_code, t.procedure_code));
END;
comment on function space.dossier_figures(uuid[],timestamp with time zone,timestamp with time zone,timestamp with time zone,text[],text[],text[]) is 'Past the row policies, and counts only: whoever may read mandates may know what a unit does, not about whom. Who received what another system took in is not known: it is counted by itself.';
revoke all on function space.dossier_figures(uuid[],timestamp with time zone,timestamp with time zone,timestamp with time zone,text[],text[],text[]) from public;
grant execute on function space.dossier_figures(uuid[],timestamp with time zone,timestamp with time zone,timestamp with time zone,text[],text[],text[]) to :app;

CREATE OR REPLACE FUNCTION space.dossier_of_code(wanted text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT dossier.id
    FROM space.dossier
   WHERE (dossier.code = dossier_of_code.wanted);
END;
comment on function space.dossier_of_code(text) is 'The key of a code, for the public look-up: nothing of the dossier, which the secret opens.';
revoke all on function space.dossier_of_code(text) from public;
grant execute on function space.dossier_of_code(text) to :app;

CREATE OR REPLACE FUNCTION space.forget_postal(before date, at timestamp with time zone, most integer)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
BEGIN ATOMIC
 WITH due AS (
          SELECT o.id
            FROM space.postal_order o
           WHERE ((o.parties_sealed IS NOT NULL) AND (o.ordered_at < forget_postal.before) AND (NOT (EXISTS ( SELECT
                    FROM space.shipment s
                   WHERE ((s.order_id = o.id) AND (s.live OR (COALESCE(s.accepted_on, (s.ordered_at)::date) >= forget_postal.before) OR (EXISTS ( SELECT
                            FROM space.incident i
                           WHERE ((i.shipment_id = s.id) AND i.live))) OR (EXISTS ( SELECT
                            FROM space.custody_task t
                           WHERE (((t.thing_id = s.packet_id) OR (t.shipment_id = s.id)) AND (t.settled_at IS NULL))))))))))
           ORDER BY o.ordered_at
          LIMIT forget_postal.most
          FOR UPDATE OF o SKIP LOCKED
         ), orders AS (
          UPDATE space.postal_order o SET parties_sealed = NULL::bytea, forgotten_at = forget_postal.at
            FROM due
           WHERE (o.id = due.id)
           RETURNING o.id
         ), proofs AS (
          UPDATE space.shipment_event e SET proof_sealed = NULL::bytea, signature_file_id = NULL::uuid, photo_file_id = NULL::uuid
            FROM (space.shipment s
              JOIN orders orders_1 ON ((orders_1.id = s.order_id)))
           WHERE ((e.shipment_id = s.id) AND (num_nonnulls(e.proof_sealed, e.signature_file_id, e.photo_file_id) > 0))
         ), words AS (
          UPDATE space.incident_entry w SET words_sealed = NULL::bytea
            FROM ((space.incident i
              JOIN space.shipment s ON ((s.id = i.shipment_id)))
              JOIN orders orders_1 ON ((orders_1.id = s.order_id)))
           WHERE ((w.incident_id = i.id) AND (w.words_sealed IS NOT NULL))
         )
  SELECT (count(*))::integer AS count
    FROM orders;
END;
revoke all on function space.forget_postal(date,timestamp with time zone,integer) from public;
grant execute on function space.forget_postal(date,timestamp with time zone,integer) to :app;

CREATE OR REPLACE FUNCTION space.forget_strays(before date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
BEGIN ATOMIC
 UPDATE space.quarantined_event SET payload = NULL::jsonb, payload_sealed = NULL::bytea
   WHERE ((quarantined_event.settled_at < forget_strays.before) AND (num_nonnulls(quarantined_event.payload, quarantined_event.payload_sealed) > 0));
 DELETE FROM space.visit_point
   WHERE (visit_point.seen_at < forget_strays.before);
END;
revoke all on function space.forget_strays(date) from public;
grant execute on function space.forget_strays(date) to :app;

CREATE OR REPLACE FUNCTION space.guidance_figures(units uuid[], first_day date, last_day date, fields text[], codes text[], excepted text[])
 RETURNS TABLE(field text, code text, given integer, minutes integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 WITH told AS (
          SELECT g.field_code,
             COALESCE(g.procedure_code, ''::text) AS procedure_code,
             g.minutes
            FROM space.guidance g
           WHERE ((g.unit_id = ANY (guidance_figures.units)) AND (g.day >= guidance_figures.first_day) AND (g.day <= guidance_figures.last_day) AND (g.withdrawn_at IS NULL))
         )
  SELECT t.field_code,
     t.procedure_code,
     (count(*))::integer AS count,
     (COALESCE(sum(t.minutes), (0)::bigint))::integer AS "coalesce"
    FROM told t
   WHERE ((guidance_figures.fields IS NULL) OR (((t.field_code = ANY (guidance_figures.fields)) OR (t.procedure_code = ANY (guidance_figures.codes))) AND (t.procedure_code <> ALL (guidance_figures.excepted))))
   GROUP BY GROUPING SETS ((), (t.field_code), (t.field_code, t.procedure_code));
END;
comment on function space.guidance_figures(uuid[],date,date,text[],text[],text[]) is 'Guidance at a unit by field and procedure, counts and minutes only; an empty code is guidance about no procedure.';
revoke all on function space.guidance_figures(uuid[],date,date,text[],text[],text[]) from public;
grant execute on function space.guidance_figures(uuid[],date,date,text[],text[],text[]) to :app;

CREATE OR REPLACE FUNCTION space.list_acts_under(mandate text, before_at timestamp with time zone, before_id uuid, before_seq integer, most integer)
 RETURNS TABLE(dossier_id uuid, seq integer, code text, type text, at timestamp with time zone, actor_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT e.dossier_id,
     e.seq,
     d.code,
     e.type,
     e.recorded_at,
     e.actor_id
    FROM (space.dossier_event e
      JOIN space.dossier d ON ((d.id = e.dossier_id)))
   WHERE ((e.basis_kind = 'mandate'::text) AND (e.basis_id = list_acts_under.mandate) AND ((list_acts_under.before_at IS NULL) OR (ROW(e.recorded_at, e.dossier_id, e.seq) < ROW(list_acts_under.before_at, list_acts_under.before_id, list_acts_under.before_seq))))
   ORDER BY e.recorded_at DESC, e.dossier_id DESC, e.seq DESC
  LIMIT list_acts_under.most;
END;
comment on function space.list_acts_under(text,timestamp with time zone,uuid,integer,integer) is 'Past the row policies, and without a person''s name: a province asks for every act under a mandate that is found invalid.';
revoke all on function space.list_acts_under(text,timestamp with time zone,uuid,integer,integer) from public;
grant execute on function space.list_acts_under(text,timestamp with time zone,uuid,integer,integer) to :app;

CREATE OR REPLACE FUNCTION space.open_of_applicant(at_unit uuid, procedure text, number bytea)
 RETURNS SETOF text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended(
    concat_ws(' ', 'open_of_applicant', current_schema(), at_unit, procedure, encode(number, 'hex')), 0));
  -- A statement of its own: it sees what the one before in the queue wrote, which the statement around it does not.
  return query
    select dossier.code from party join dossier on dossier.id = party.dossier_id
    where party.number_index = open_of_applicant.number and party.role = 'applicant' and party.until_seq is null
      and dossier.received_at_unit_id = at_unit and dossier.procedure_code = procedure and dossier.whole_id is null
      and dossier.business_status not in ('finished', 'returnAwaitingConfirmation', 'returned', 'withdrawn', 'stopped', 'notReceived')
    order by dossier.received_at desc, dossier.id desc limit 5;
end
$function$;
comment on function space.open_of_applicant(uuid,text,bytea) is 'Codes alone, past the row policies: the unit is the caller''s own. Holds the person, procedure and unit until the commit: two intakes at once come one after the other.';
revoke all on function space.open_of_applicant(uuid,text,bytea) from public;
grant execute on function space.open_of_applicant(uuid,text,bytea) to :app;

CREATE OR REPLACE FUNCTION space.parts_of(whole uuid)
 RETURNS TABLE(key text, dossier_id uuid, code text, status text, outcome text, agency_id uuid, due_at timestamp with time zone, due_provisional boolean, opened_at timestamp with time zone, readable boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
AS $function$
  select part.part_key, part.id, part.code, part.business_status, part.outcome, part.deciding_agency_id, part.due_at,
    part.due_provisional, part.received_at,
    coalesce(part.scope && nullif(current_setting('motcua.scope', true), '')::uuid[], false)
  from dossier part join dossier on dossier.id = part.whole_id
  where part.whole_id = whole
    and (dossier.scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
      or dossier.id = nullif(current_setting('motcua.dossier', true), '')::uuid)
$function$;
comment on function space.parts_of(uuid) is 'Where the parts of a dossier stand, for whoever may read the whole. Past the row policy: a part is its agency''s, and how it stands is everybody''s who has the whole.';
revoke all on function space.parts_of(uuid) from public;
grant execute on function space.parts_of(uuid) to :app;

CREATE OR REPLACE FUNCTION space.place_grams(places uuid[], words text, step integer)
 RETURNS bigint[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  grams bigint[] := '{}';
  count integer := 0;
  place uuid;
  seed bigint;
begin
  foreach place in array places loop
    seed := uuid_hash_extended(place, 0);
    for start in 1..length(words) - 2 by step loop
      count := count + 1;
      grams[count] := hashtextextended(substr(words, start, 3), seed);
    end loop;
  end loop;
  return grams;
end
$function$;
comment on function space.place_grams(uuid[],text,integer) is 'Three letters in a row, from every place of the words or from every so many, hashed with each place: words that hold others hold all their grams.';

CREATE OR REPLACE FUNCTION space.rating_figures(units uuid[], since timestamp with time zone, until_at timestamp with time zone, fields text[], codes text[], excepted text[])
 RETURNS TABLE(field text, code text, answers integer, satisfied integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 WITH newest AS (
          SELECT DISTINCT ON (r.dossier_id) r.level,
             r.field_code,
             r.procedure_code
            FROM space.rating r
           WHERE ((r.unit_id = ANY (rating_figures.units)) AND (r.received_at >= rating_figures.since) AND (r.received_at < rating_figures.until_at) AND ((rating_figures.fields IS NULL) OR (((r.field_code = ANY (rating_figures.fields)) OR (r.procedure_code = ANY (rating_figures.codes))) AND (r.procedure_code <> ALL (rating_figures.excepted)))))
           ORDER BY r.dossier_id, r.seq DESC
         )
  SELECT n.field_code,
     n.procedure_code,
     (count(*))::integer AS count,
         CASE
             WHEN (count(*) >= 5) THEN (count(*) FILTER (WHERE (n.level <> 'notSatisfied'::text)))::integer
             ELSE NULL::integer
         END AS "case"
    FROM newest n
   GROUP BY GROUPING SETS ((), (n.field_code), (n.field_code, n.procedure_code));
END;
comment on function space.rating_figures(uuid[],timestamp with time zone,timestamp with time zone,text[],text[],text[]) is 'Past the row policy, and counts only. How many were satisfied is not told of fewer than five answers: they would give away who answered what.';
revoke all on function space.rating_figures(uuid[],timestamp with time zone,timestamp with time zone,text[],text[],text[]) from public;
grant execute on function space.rating_figures(uuid[],timestamp with time zone,timestamp with time zone,text[],text[],text[]) to :app;

CREATE OR REPLACE FUNCTION space.receive_in_search(dossier uuid, moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
BEGIN ATOMIC
 UPDATE space.dossier_search SET received_at = receive_in_search.moment
   WHERE (dossier_search.dossier_id = receive_in_search.dossier);
END;
comment on function space.receive_in_search(uuid,timestamp with time zone) is 'What was lodged is found by the moment at which it was received. Past the missing right to read: who writes a row need not see it.';
revoke all on function space.receive_in_search(uuid,timestamp with time zone) from public;
grant execute on function space.receive_in_search(uuid,timestamp with time zone) to :app;

CREATE OR REPLACE FUNCTION space.rename_in_search(dossier uuid, name text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
BEGIN ATOMIC
 UPDATE space.dossier_search SET name_key = rename_in_search.name
   WHERE (dossier_search.dossier_id = rename_in_search.dossier);
END;
comment on function space.rename_in_search(uuid,text) is 'A name that was put right is met by the search. Past the missing right to read: who writes a row need not see it.';
revoke all on function space.rename_in_search(uuid,text) from public;
grant execute on function space.rename_in_search(uuid,text) to :app;

CREATE OR REPLACE FUNCTION space.sample_figures(units uuid[], first_day date, last_day date, mandate uuid, fields text[], codes text[], excepted text[])
 RETURNS TABLE(field text, code text, drawn integer, judged integer, wrong integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT s.field_code,
     s.procedure_code,
     (count(*))::integer AS count,
     (count(v.verdict))::integer AS count,
     (count(*) FILTER (WHERE (v.verdict = 'wrong'::text)))::integer AS count
    FROM (space.act_sample s
      LEFT JOIN space.sample_verdict v ON (((v.dossier_id = s.dossier_id) AND (v.seq = s.seq))))
   WHERE ((s.unit_id = ANY (sample_figures.units)) AND (s.day >= sample_figures.first_day) AND (s.day <= sample_figures.last_day) AND ((sample_figures.mandate IS NULL) OR (s.mandate_id = sample_figures.mandate)) AND ((sample_figures.fields IS NULL) OR (((s.field_code = ANY (sample_figures.fields)) OR (s.procedure_code = ANY (sample_figures.codes))) AND (s.procedure_code <> ALL (sample_figures.excepted)))))
   GROUP BY GROUPING SETS ((), (s.field_code), (s.field_code, s.procedure_code));
END;
comment on function space.sample_figures(uuid[],date,date,uuid,text[],text[],text[]) is 'Past the row policies, counts only: how many acts were drawn, judged and found wrong.';
revoke all on function space.sample_figures(uuid[],date,date,uuid,text[],text[],text[]) from public;
grant execute on function space.sample_figures(uuid[],date,date,uuid,text[],text[],text[]) to :app;

CREATE OR REPLACE FUNCTION space.seal_used(number text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
AS $function$
  select pg_advisory_xact_lock(hashtextextended('seal:' || number, 0));
  select exists (select from custody_entry where type = 'sealed' and seal = number)
$function$;
revoke all on function space.seal_used(text) from public;
grant execute on function space.seal_used(text) to :app;

CREATE OR REPLACE FUNCTION space.search_dossier(units uuid[], agencies uuid[], words text, before_at timestamp with time zone, before_id uuid, most integer, OUT dossier_id uuid, OUT received_at timestamp with time zone)
 RETURNS SETOF record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 51
 SET search_path TO 'space', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  pattern constant text := '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  -- How many of the newest rows of each place are looked at: a thousand in all, and some of each.
  look integer := greatest(1000 / greatest(cardinality(units) + cardinality(agencies), 1), 50);
  is_all boolean;
  ids uuid[];
  moments timestamptz[];
begin
  for attempt in 1..2 loop
    with looked as materialized (
      select near.* from unnest(units) as place cross join lateral (
        select count(*) as seen, min(newest.received_at) as oldest,
          array_agg(newest.dossier_id) filter (where newest.name_key like pattern) as ids,
          array_agg(newest.received_at) filter (where newest.name_key like pattern) as moments
        from (
          select s.received_at, s.dossier_id, s.name_key from dossier_search s
          where s.unit_id = place and (s.received_at, s.dossier_id) < (before_at, before_id)
          order by s.received_at desc, s.dossier_id desc limit look) as newest) as near
      union all
      select near.* from unnest(agencies) as place cross join lateral (
        select count(*) as seen, min(newest.received_at) as oldest,
          array_agg(newest.dossier_id) filter (where newest.name_key like pattern) as ids,
          array_agg(newest.received_at) filter (where newest.name_key like pattern) as moments
        from (
          select s.received_at, s.dossier_id, s.name_key from dossier_search s
          where s.agency_id = place and (s.received_at, s.dossier_id) < (before_at, before_id)
          order by s.received_at desc, s.dossier_id desc limit look) as newest) as near
    ), horizon as (
      -- Past the last row that was looked at in some place there may be others: what is newer is all there is.
      select max(oldest) as moment from looked where seen >= look
    ), hit as (
      select distinct one.moment, one.id from looked cross join lateral unnest(looked.ids, looked.moments) as one(id, moment), horizon
      where horizon.moment is null or one.moment > horizon.moment
      order by one.moment desc, one.id desc limit most
    )
    select (select horizon.moment is null from horizon),
      array(select hit.id from hit order by hit.moment desc, hit.id desc),
      array(select hit.moment from hit order by hit.moment desc, hit.id desc)
    into is_all, ids, moments;
    if is_all or cardinality(ids) >= most then
      return query select * from unnest(ids, moments);
      return;
    end if;
    -- A name that was met now and then is soon met often enough; one that was hardly met is rare.
    exit when cardinality(ids) < 4;
    look := look * 16;
  end loop;
  if length(words) < 3 then
    return query select distinct found.dossier_id, found.received_at from (
        select near.* from unnest(units) as place cross join lateral (
          select s.dossier_id, s.received_at from dossier_search s
          where s.unit_id = place and s.name_key like pattern
            and (s.received_at, s.dossier_id) < (before_at, before_id)
          order by s.received_at desc, s.dossier_id desc limit most) as near
        union all
        select near.* from unnest(agencies) as place cross join lateral (
          select s.dossier_id, s.received_at from dossier_search s
          where s.agency_id = place and s.name_key like pattern
            and (s.received_at, s.dossier_id) < (before_at, before_id)
          order by s.received_at desc, s.dossier_id desc limit most) as near) as found
      order by found.received_at desc, found.dossier_id desc limit most;
    return;
  end if;
  return query select distinct own.dossier_id, own.received_at from unnest(units || agencies) as place cross join lateral (
      select s.dossier_id, s.received_at, s.name_key, s.unit_id, s.agency_id from dossier_search s
      where place_grams(array[s.unit_id, s.agency_id], s.name_key, 1) @> place_grams(array[place], words, 3)
      offset 0) as own
    where own.name_key like pattern and (own.unit_id = place or own.agency_id = place)
      and (own.received_at, own.dossier_id) < (before_at, before_id)
    order by own.received_at desc, own.dossier_id desc limit most;
end
$function$;
comment on function space.search_dossier(uuid[],uuid[],text,timestamp with time zone,uuid,integer) is 'The one way into dossier_search: within these units and agencies, newest first, complete; a page begins before a moment and an id.';
revoke all on function space.search_dossier(uuid[],uuid[],text,timestamp with time zone,uuid,integer) from public;
grant execute on function space.search_dossier(uuid[],uuid[],text,timestamp with time zone,uuid,integer) to :app;

CREATE OR REPLACE FUNCTION space.sees_container(box uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM space.container c
           WHERE ((c.id = sees_container.box) AND (c.scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[])))) AS "exists";
END;
revoke all on function space.sees_container(uuid) from public;
grant execute on function space.sees_container(uuid) to :app;

CREATE OR REPLACE FUNCTION space.sees_custody_file(file uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT ((EXISTS ( SELECT
            FROM space.custody_signature s
           WHERE ((s.file_id = sees_custody_file.file) AND (s.scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[])))) OR (EXISTS ( SELECT
            FROM space.custody_task t
           WHERE ((t.photo_file_id = sees_custody_file.file) AND (t.scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[])))));
END;
revoke all on function space.sees_custody_file(uuid) from public;
grant execute on function space.sees_custody_file(uuid) to :app;

CREATE OR REPLACE FUNCTION space.sees_incident(case_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM space.incident i
           WHERE ((i.id = sees_incident.case_id) AND ((i.scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (i.dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))))) AS "exists";
END;
revoke all on function space.sees_incident(uuid) from public;
grant execute on function space.sees_incident(uuid) to :app;

CREATE OR REPLACE FUNCTION space.sees_shipment(parcel uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM space.shipment s
           WHERE ((s.id = sees_shipment.parcel) AND ((s.scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (s.dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))))) AS "exists";
END;
revoke all on function space.sees_shipment(uuid) from public;
grant execute on function space.sees_shipment(uuid) to :app;

CREATE OR REPLACE FUNCTION space.waybill_used(number text, since timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
AS $function$
  select exists (select from shipment where waybill = number and (live or ordered_at >= since))
$function$;
revoke all on function space.waybill_used(text,timestamp with time zone) from public;
grant execute on function space.waybill_used(text,timestamp with time zone) to :app;

CREATE OR REPLACE FUNCTION space.whole_of(part uuid)
 RETURNS TABLE(key text, whole_id uuid, code text, procedure_name text, procedure_code text, received_on date, status text, readable boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'space', 'pg_temp'
AS $function$
  select own.part_key, whole.id, whole.code, whole.procedure_name, whole.procedure_code,
    (whole.received_at at time zone 'Asia/Ho_Chi_Minh')::date, whole.business_status,
    coalesce(whole.scope && nullif(current_setting('motcua.scope', true), '')::uuid[], false)
  from dossier own join dossier whole on whole.id = own.whole_id
  where own.id = part
    and (own.scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
      or own.id = nullif(current_setting('motcua.dossier', true), '')::uuid)
$function$;
comment on function space.whole_of(uuid) is 'The dossier that one is a part of, for whoever may read the part.';
revoke all on function space.whole_of(uuid) from public;
grant execute on function space.whole_of(uuid) to :app;

CREATE INDEX access_log_dossier ON space.access_log USING btree (dossier_id, at);
CREATE INDEX accreditation_account ON space.accreditation USING btree (account_id);
CREATE INDEX accreditation_training ON space.accreditation USING btree (training_id);
CREATE INDEX act_sample_mandate ON space.act_sample USING btree (mandate_id);
CREATE INDEX act_sample_unit ON space.act_sample USING btree (unit_id, day, dossier_id, seq);
CREATE INDEX agreement_programme ON space.agreement USING btree (programme_id);
CREATE INDEX assignment_unit ON space.assignment USING btree (unit_id, valid_to);
CREATE INDEX consultation_dossier ON space.consultation USING btree (dossier_id, asked_seq);
CREATE INDEX consultation_open ON space.consultation USING btree (agency_id, answer_by, id) WHERE (state = 'open'::text);
CREATE INDEX consultation_over ON space.consultation USING btree (agency_id, asked_at, id) WHERE (state <> 'open'::text);
CREATE UNIQUE INDEX consultation_once ON space.consultation USING btree (dossier_id, agency_id) WHERE (state = 'open'::text);
CREATE INDEX container_dossier ON space.container USING btree (dossier_id) WHERE (dossier_id IS NOT NULL);
CREATE INDEX container_holder ON space.container USING btree (holder_kind, holder_id, id) WHERE (holder_kind IS NOT NULL);
CREATE INDEX container_seal ON space.container USING btree (seal) WHERE (seal IS NOT NULL);
CREATE INDEX coordination_rule_programme ON space.coordination_rule USING btree (programme_id);
CREATE UNIQUE INDEX custody_act_shipment ON space.custody_act USING btree (shipment_id) WHERE (shipment_id IS NOT NULL);
CREATE INDEX custody_entry_act ON space.custody_entry USING btree (act_id) WHERE (act_id IS NOT NULL);
CREATE INDEX custody_entry_container ON space.custody_entry USING btree ((
CASE
    WHEN (type = 'packed'::text) THEN to_id
    ELSE from_id
END)) WHERE (type = ANY (ARRAY['packed'::text, 'unpacked'::text]));
CREATE INDEX custody_entry_seal ON space.custody_entry USING btree (seal) WHERE (type = 'sealed'::text);
CREATE INDEX custody_place_responsible ON space.custody_place USING btree (responsible_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX custody_signature_file ON space.custody_signature USING btree (file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX custody_task_manifest ON space.custody_task USING btree (manifest_id) WHERE (manifest_id IS NOT NULL);
CREATE INDEX custody_task_open ON space.custody_task USING btree (found_at) WHERE (settled_at IS NULL);
CREATE INDEX custody_task_photo ON space.custody_task USING btree (photo_file_id) WHERE (photo_file_id IS NOT NULL);
CREATE INDEX custody_task_thing ON space.custody_task USING btree (thing_id) WHERE (thing_id IS NOT NULL);
CREATE UNIQUE INDEX custody_task_shipment ON space.custody_task USING btree (shipment_id, kind) WHERE (shipment_id IS NOT NULL);
CREATE INDEX custody_upload_unfinished ON space.custody_upload USING btree (begun_at) WHERE (file_id IS NULL);
CREATE INDEX dossier_agency_queue ON space.dossier USING btree (deciding_agency_id, business_status, due_at, id) WHERE (business_status <> 'returned'::text);
CREATE INDEX dossier_due ON space.dossier USING btree (due_at) WHERE (business_status = ANY (ARRAY['received'::text, 'forwarded'::text, 'processing'::text, 'withdrawalAsked'::text, 'awaitingApproval'::text]));
CREATE INDEX dossier_ready ON space.dossier USING btree ((
CASE
    WHEN (result_at_unit_id IS NULL) THEN received_at_unit_id
    ELSE result_at_unit_id
END), due_at, id) INCLUDE (result_at_unit_id, received_at_unit_id) WHERE (business_status = 'finished'::text);
CREATE INDEX dossier_receipt_due ON space.dossier USING btree (received_at_unit_id, received_at, id) WHERE (receipt_due IS NOT NULL);
CREATE INDEX dossier_result_elsewhere ON space.dossier USING btree (result_at_unit_id, business_status) WHERE (result_at_unit_id IS NOT NULL);
CREATE INDEX dossier_unit_queue ON space.dossier USING btree (received_at_unit_id, business_status, due_at, id) WHERE (business_status <> 'returned'::text);
CREATE INDEX dossier_unit_received ON space.dossier USING btree (received_at_unit_id, received_at) INCLUDE (imported_from) WHERE ((whole_id IS NULL) AND (due_at IS NOT NULL));
CREATE UNIQUE INDEX dossier_part ON space.dossier USING btree (whole_id, part_key) WHERE (whole_id IS NOT NULL);
CREATE INDEX dossier_event_approved ON space.dossier_event USING btree (recorded_at) INCLUDE (dossier_id) WHERE (type = 'dossier.approved'::text);
CREATE INDEX dossier_event_awaited ON space.dossier_event USING btree (recorded_at, dossier_id, seq) WHERE (type = ANY (ARRAY['dossier.takenIn'::text, 'dossier.handedOver'::text]));
CREATE INDEX dossier_event_basis ON space.dossier_event USING btree (basis_id, recorded_at, dossier_id, seq) WHERE (basis_kind = ANY (ARRAY['mandate'::text, 'assignment'::text]));
CREATE INDEX dossier_event_ended_before ON space.dossier_event USING btree (occurred_at) INCLUDE (dossier_id) WHERE ((type = 'dossier.pastStepImported'::text) AND ((payload ->> 'status'::text) = ANY (ARRAY['finished'::text, 'returned'::text])));
CREATE INDEX dossier_group_unit ON space.dossier_group USING btree (unit_id, opened_at DESC, id DESC);
CREATE INDEX dossier_group_row_order ON space.dossier_group_row USING btree (group_id, "position");
CREATE INDEX dossier_search_agency ON space.dossier_search USING btree (agency_id, received_at DESC, dossier_id DESC) INCLUDE (name_key);
CREATE INDEX dossier_search_grams ON space.dossier_search USING gin (space.place_grams(ARRAY[unit_id, agency_id], name_key, 1));
CREATE INDEX dossier_search_unit ON space.dossier_search USING btree (unit_id, received_at DESC, dossier_id DESC) INCLUDE (name_key);
CREATE INDEX dossier_step_at_place ON space.dossier_step USING btree (place_id, role, COALESCE(due_at, 'infinity'::timestamp with time zone), dossier_id, key) WHERE (state = ANY (ARRAY['open'::text, 'assigned'::text, 'taken'::text]));
CREATE INDEX dossier_step_idle ON space.dossier_step USING btree (opened_at) WHERE (state = ANY (ARRAY['open'::text, 'assigned'::text]));
CREATE INDEX dossier_step_of_holder ON space.dossier_step USING btree (holder_id, COALESCE(due_at, 'infinity'::timestamp with time zone), dossier_id, key) WHERE (state = ANY (ARRAY['assigned'::text, 'taken'::text]));
CREATE INDEX draft_account ON space.draft USING btree (account_id, updated_at);
CREATE INDEX draft_updated ON space.draft USING btree (updated_at);
CREATE INDEX file_dossier ON space.file USING btree (dossier_id);
CREATE INDEX form_issue_dossier ON space.form_issue USING btree (dossier_id, seq);
CREATE INDEX guidance_counter ON space.guidance USING btree (counter_id, day);
CREATE INDEX guidance_unit ON space.guidance USING btree (unit_id, day);
CREATE INDEX hand_over_cause ON space.hand_over USING btree (cause_id);
CREATE INDEX hand_over_list ON space.hand_over USING btree (recorded_at DESC, id DESC);
CREATE INDEX hand_over_successor ON space.hand_over USING btree (successor_id, recorded_at DESC, id DESC) WHERE (successor_id IS NOT NULL);
CREATE INDEX hand_over_target ON space.hand_over USING btree (target_id);
CREATE INDEX hand_over_cash_unit ON space.hand_over_cash USING btree (unit_id);
CREATE INDEX hand_over_line_unit ON space.hand_over_line USING btree (to_id) WHERE (to_kind = 'unit'::text);
CREATE INDEX idempotency_created ON space.idempotency USING btree (created_at);
CREATE INDEX incident_dossier ON space.incident USING btree (dossier_id);
CREATE INDEX incident_opened ON space.incident USING btree (opened_at DESC, id DESC);
CREATE INDEX incident_shipment ON space.incident USING btree (shipment_id);
CREATE UNIQUE INDEX incident_live ON space.incident USING btree (shipment_id, kind) WHERE live;
CREATE INDEX internal_procedure_version ON space.internal_procedure USING btree (procedure_version_id, valid_from);
CREATE INDEX item_dossier ON space.item USING btree (dossier_id);
CREATE INDEX item_holder ON space.item USING btree (holder_kind, holder_id, id) WHERE ((holder_kind IS NOT NULL) AND (holder_kind <> 'citizen'::text));
CREATE INDEX item_person ON space.item USING btree (holder_id) WHERE (holder_kind = 'person'::text);
CREATE INDEX mail_run_extra_day ON space.mail_run_extra USING btree (day, route_id);
CREATE INDEX mail_run_note_day ON space.mail_run_note USING btree (day, route_id);
CREATE INDEX mandate_phase ON space.mandate USING btree (phase_id) WHERE (phase_id IS NOT NULL);
CREATE INDEX mandate_unit ON space.mandate USING btree (unit_id);
CREATE INDEX manifest_offered_by ON space.manifest USING btree (offered_by, offered_at);
CREATE INDEX manifest_open_from ON space.manifest USING btree (from_id, offered_at) WHERE (state = 'offered'::text);
CREATE INDEX manifest_open_to ON space.manifest USING btree (to_id, offered_at) WHERE (state = 'offered'::text);
CREATE INDEX manifest_settled_by ON space.manifest USING btree (settled_by, settled_at) WHERE (settled_by IS NOT NULL);
CREATE INDEX manifest_line_thing ON space.manifest_line USING btree (thing_id);
CREATE UNIQUE INDEX manifest_line_offered ON space.manifest_line USING btree (thing_id) WHERE (outcome = 'offered'::text);
CREATE INDEX notice_newest ON space.notice USING btree (created_at DESC, id DESC);
CREATE INDEX notice_of_unit ON space.notice USING btree (unit_id, created_at DESC, id DESC);
CREATE INDEX notice_wish_dossier ON space.notice_wish USING btree (dossier_id);
CREATE INDEX notice_wish_person ON space.notice_wish USING btree (person_index, wished_at DESC);
CREATE INDEX outbox_lane ON space.outbox USING btree (lane, created_at, seq) WHERE (lane IS NOT NULL);
CREATE INDEX outbox_waiting ON space.outbox USING btree (created_at, seq, id) WHERE (queued_at IS NULL);
CREATE INDEX party_dossier ON space.party USING btree (dossier_id);
CREATE INDEX party_number ON space.party USING btree (number_index);
CREATE INDEX party_phone ON space.party USING btree (phone_index) WHERE (phone_index IS NOT NULL);
CREATE INDEX phase_programme ON space.phase USING btree (programme_id);
CREATE INDEX postal_order_dossier ON space.postal_order USING btree (dossier_id);
CREATE INDEX postal_order_kept ON space.postal_order USING btree (ordered_at) WHERE (parties_sealed IS NOT NULL);
CREATE INDEX presence_seen ON space.presence USING btree (seen_at);
CREATE INDEX programme_goal_programme ON space.programme_goal USING btree (programme_id);
CREATE INDEX quarantined_event_open ON space.quarantined_event USING btree (received_at) WHERE (settled_at IS NULL);
CREATE INDEX quarantined_event_settled ON space.quarantined_event USING btree (settled_at DESC, id DESC) WHERE (settled_at IS NOT NULL);
CREATE INDEX rating_unit ON space.rating USING btree (unit_id, received_at);
CREATE INDEX shipment_accepted ON space.shipment USING btree (accepted_on) WHERE (accepted_on IS NOT NULL);
CREATE INDEX shipment_beside ON space.shipment USING btree (ordered_at) WHERE ((NOT live) AND (state <> ALL (ARRAY['delivered'::text, 'backAtAgency'::text, 'cancelled'::text])));
CREATE INDEX shipment_cancelled ON space.shipment USING btree (state_since) WHERE (state = 'cancelled'::text);
CREATE INDEX shipment_dossier ON space.shipment USING btree (dossier_id);
CREATE INDEX shipment_order ON space.shipment USING btree (order_id);
CREATE INDEX shipment_ordered ON space.shipment USING btree (ordered_at DESC, id DESC);
CREATE INDEX shipment_under_way ON space.shipment USING btree (due_on) WHERE live;
CREATE INDEX shipment_waybill ON space.shipment USING btree (waybill) WHERE (waybill IS NOT NULL);
CREATE UNIQUE INDEX shipment_live ON space.shipment USING btree (dossier_id, leg) WHERE live;
CREATE UNIQUE INDEX shipment_packet_live ON space.shipment USING btree (packet_id) WHERE (live AND (packet_id IS NOT NULL));
CREATE UNIQUE INDEX shipment_waybill_live ON space.shipment USING btree (waybill) WHERE (live AND (waybill IS NOT NULL));
CREATE INDEX shipment_event_of ON space.shipment_event USING btree (shipment_id, at);
CREATE INDEX shipment_event_signature ON space.shipment_event USING btree (signature_file_id) WHERE (signature_file_id IS NOT NULL);
CREATE INDEX site_photo_finding ON space.site_photo USING btree (finding_id) WHERE (finding_id IS NOT NULL);
CREATE INDEX site_photo_opening ON space.site_photo USING btree (opening_id) WHERE (opening_id IS NOT NULL);
CREATE INDEX site_photo_resolution ON space.site_photo USING btree (resolution_id) WHERE (resolution_id IS NOT NULL);
CREATE INDEX site_photo_survey ON space.site_photo USING btree (survey_id) WHERE (survey_id IS NOT NULL);
CREATE INDEX staff_freed_phase ON space.staff_freed USING btree (phase_id);
CREATE INDEX stock_take_holder ON space.stock_take USING btree (holder_id, taken_at);
CREATE INDEX survey_point ON space.survey USING btree (reception_point_id, day);
CREATE INDEX survey_finding_survey ON space.survey_finding USING btree (survey_id);
CREATE INDEX training_list ON space.training USING btree (held_on DESC, id DESC);
CREATE INDEX unit_form_closing ON space.unit_form USING btree (closing_id) WHERE (closing_id IS NOT NULL);
CREATE INDEX unit_form_issued ON space.unit_form USING btree (unit_id, form, issued_at);
CREATE INDEX unit_form_dossier_of ON space.unit_form_dossier USING btree (dossier_id);
CREATE INDEX visit_point_address ON space.visit_point USING btree (address_index, seen_at DESC);
CREATE INDEX watch_task_open ON space.watch_task USING btree (dossier_id) WHERE (state = 'open'::text);
CREATE INDEX watch_task_open_at ON space.watch_task USING btree (place_id, about) WHERE (state = 'open'::text);
CREATE INDEX watch_task_open_of ON space.watch_task USING btree (account_id) WHERE ((state = 'open'::text) AND (account_id IS NOT NULL));
CREATE INDEX waybill_pool_free ON space.waybill_pool USING btree (carrier, added_at, number) WHERE (taken_at IS NULL);

create policy act_sample_scope on space.act_sample using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy consultation_scope on space.consultation using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy container_scope on space.container using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy custody_act_scope on space.custody_act using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy custody_charge_scope on space.custody_charge using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy custody_code_scope on space.custody_code using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy custody_entry_scope on space.custody_entry using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid) OR ((thing = 'container'::text) AND space.sees_container(thing_id)))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy custody_file_scope on space.custody_file using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR space.sees_custody_file(id))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy custody_outsider_scope on space.custody_outsider using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy custody_place_scope on space.custody_place using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy custody_signature_scope on space.custody_signature using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy custody_task_scope on space.custody_task using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy custody_upload_owner on space.custody_upload using ((account_id = (NULLIF(current_setting('motcua.account'::text, true), ''::text))::uuid));
create policy custody_upload_purge on space.custody_upload for delete using ((begun_at < (NULLIF(current_setting('motcua.purge_before'::text, true), ''::text))::timestamp with time zone));
create policy custody_upload_purge_read on space.custody_upload for select using ((begun_at < (NULLIF(current_setting('motcua.purge_before'::text, true), ''::text))::timestamp with time zone));
create policy custody_upload_part_owner on space.custody_upload_part using ((EXISTS ( SELECT
   FROM space.custody_upload u
  WHERE ((u.id = custody_upload_part.upload_id) AND (u.account_id = (NULLIF(current_setting('motcua.account'::text, true), ''::text))::uuid)))));
create policy dossier_scope on space.dossier using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid) OR ((business_status = ANY (ARRAY['finished'::text, 'returnAwaitingConfirmation'::text, 'returned'::text])) AND (ARRAY[collected_at_unit_id, result_at_unit_id] && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid) OR ((business_status = ANY (ARRAY['finished'::text, 'returnAwaitingConfirmation'::text, 'returned'::text])) AND (ARRAY[collected_at_unit_id, result_at_unit_id] && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]))));
create policy dossier_correction_scope on space.dossier_correction using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy dossier_event_scope on space.dossier_event using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy dossier_group_scope on space.dossier_group using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy dossier_group_row_scope on space.dossier_group_row using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy dossier_step_scope on space.dossier_step using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy draft_owner on space.draft using ((account_id = (NULLIF(current_setting('motcua.account'::text, true), ''::text))::uuid));
create policy draft_purge on space.draft for delete using (((NULLIF(current_setting('motcua.purge_before'::text, true), ''::text))::timestamp with time zone > updated_at));
create policy draft_purge_read on space.draft for select using (((NULLIF(current_setting('motcua.purge_before'::text, true), ''::text))::timestamp with time zone > updated_at));
create policy draft_succession on space.draft for update using ((account_id = ANY ((NULLIF(current_setting('motcua.hand_over_from'::text, true), ''::text))::uuid[]))) with check ((account_id = (NULLIF(current_setting('motcua.hand_over_to'::text, true), ''::text))::uuid));
create policy draft_succession_read on space.draft for select using (((account_id = ANY ((NULLIF(current_setting('motcua.hand_over_from'::text, true), ''::text))::uuid[])) OR (account_id = (NULLIF(current_setting('motcua.hand_over_to'::text, true), ''::text))::uuid)));
create policy event_note_scope on space.event_note using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy file_scope on space.file using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy form_issue_scope on space.form_issue using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy incident_scope on space.incident using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy incident_entry_scope on space.incident_entry using (space.sees_incident(incident_id)) with check (space.sees_incident(incident_id));
create policy item_scope on space.item using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy mail_route_scope on space.mail_route using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy mail_route_version_scope on space.mail_route_version using ((EXISTS ( SELECT
   FROM space.mail_route r
  WHERE (r.id = mail_route_version.route_id))));
create policy mail_run_extra_scope on space.mail_run_extra using ((EXISTS ( SELECT
   FROM space.mail_route r
  WHERE (r.id = mail_run_extra.route_id))));
create policy mail_run_note_scope on space.mail_run_note using ((EXISTS ( SELECT
   FROM space.mail_route r
  WHERE (r.id = mail_run_note.route_id))));
create policy manifest_scope on space.manifest using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy manifest_line_scope on space.manifest_line using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy notice_scope on space.notice using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy party_scope on space.party using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy postal_order_scope on space.postal_order using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy presence_scope on space.presence using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy rating_dossier on space.rating using ((dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid));
create policy sample_verdict_scope on space.sample_verdict using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy shipment_scope on space.shipment using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));
create policy shipment_event_scope on space.shipment_event using (space.sees_shipment(shipment_id)) with check (space.sees_shipment(shipment_id));
create policy stock_take_scope on space.stock_take using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy stock_take_line_scope on space.stock_take_line using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy unit_form_scope on space.unit_form using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy visit_point_scope on space.visit_point using ((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif"))) with check ((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]));
create policy watch_task_scope on space.watch_task using (((scope && ( SELECT (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[] AS "nullif")) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid))) with check (((scope && (NULLIF(current_setting('motcua.scope'::text, true), ''::text))::uuid[]) OR (dossier_id = (NULLIF(current_setting('motcua.dossier'::text, true), ''::text))::uuid)));