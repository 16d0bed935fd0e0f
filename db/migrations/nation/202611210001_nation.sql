-- What the nation shares: units, procedures, calendars, accounts. The spaces read it and never write it,
-- but for sessions and sign-in counters, which belong to the national accounts.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table installation (
  one boolean primary key default true check (one),
  key_fingerprint bytea not null,
  demo boolean not null
);
comment on table installation is 'Decided at the first start: which key ring opens the sealed columns, and whether this is a demo.';

create table space (
  id text primary key,
  schema_name text not null unique check (schema_name ~ '^[a-z][a-z0-9_]{0,40}$'),
  title text not null
);
comment on table space is 'A space holds the ledgers of some units in a schema of its own (không gian dữ liệu).';

create table reference_epoch (
  one boolean primary key default true check (one),
  epoch bigint not null
);
comment on table reference_epoch is 'Grows when reference data changes; every request compares it with the cache it decides by.';
insert into reference_epoch (epoch) values (1);

create table space_place (
  place_id uuid not null,
  space_id text not null references space,
  valid_from date not null,
  valid_to date,
  primary key (place_id, valid_from)
);
comment on table space_place is 'Which space serves a one-stop unit or an agency, with validity: units merge and no row moves.';

create table administrative_unit (
  code text not null,
  name text not null,
  kind text not null,
  parent_code text,
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (code, valid_from)
);
comment on table administrative_unit is 'Đơn vị hành chính, with validity. Codes were used again on 1 July 2025: a code names a unit only with a day.';

create table administrative_succession (
  predecessor_code text not null,
  successor_code text not null,
  succeeded_on date not null,
  primary key (predecessor_code, successor_code, succeeded_on)
);

create table agency (
  id uuid primary key,
  key text not null unique,
  name text not null,
  kind text not null,
  administrative_unit_code text not null,
  valid_from date not null,
  valid_to date
);
comment on table agency is 'Cơ quan có thẩm quyền giải quyết.';

create table agency_code (
  agency_id uuid not null references agency,
  format_id text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  mark text not null check (mark in ('sourced', 'recalled', 'inference', 'undecided')),
  source text not null,
  primary key (agency_id, format_id, valid_from)
);
comment on table agency_code is 'Mã định danh cơ quan, effective-dated; marked where the source does not confirm it.';

create table one_stop_unit (
  id uuid primary key,
  key text not null unique,
  name text not null,
  governing_body text not null,
  agency_id uuid not null references agency,
  administrative_unit_code text not null,
  calendar_id text not null,
  valid_from date not null,
  valid_to date
);
comment on table one_stop_unit is 'Bộ phận Một cửa, Trung tâm Phục vụ hành chính công.';

create table competence (
  field_code text not null,
  level text not null,
  agency_id uuid not null references agency,
  valid_from date not null,
  valid_to date,
  primary key (field_code, level, valid_from)
);
comment on table competence is 'Which agency decides a field above the commune; a commune decides its own.';

create table post_office (
  id uuid primary key,
  key text not null unique,
  name text not null,
  address text not null,
  valid_from date not null,
  valid_to date
);

create table reception_point (
  id uuid primary key,
  key text not null unique,
  name text not null,
  address text not null,
  one_stop_unit_id uuid not null references one_stop_unit,
  valid_from date not null,
  valid_to date
);
comment on table reception_point is 'Điểm tiếp nhận: where a one-stop unit meets people; a unit may have several.';

create table counter (
  id uuid primary key,
  key text not null unique,
  label text not null,
  reception_point_id uuid not null references reception_point,
  post_office_id uuid references post_office
);
comment on column counter.post_office_id is 'The post office that staffs the counter; null for a counter of the state.';

create table field (
  code text primary key,
  name text not null
);

create table procedure_version (
  id uuid primary key,
  code text not null,
  name text not null,
  search_key text not null,
  field_code text not null references field,
  valid_from date not null,
  valid_to date,
  content jsonb not null,
  unique (code, valid_from)
);
comment on table procedure_version is 'A published version of a procedure (thủ tục hành chính); a dossier keeps the one it came in under.';
create index procedure_version_search on procedure_version using gin (search_key gin_trgm_ops);
create index procedure_version_list on procedure_version (name, id);

create table calendar (
  id text primary key,
  name text not null,
  content jsonb not null
);
comment on table calendar is 'Weekly pattern, hours and settings of a working calendar.';

create table calendar_day (
  calendar_id text not null references calendar,
  day date not null,
  content jsonb not null,
  primary key (calendar_id, day)
);
comment on table calendar_day is 'A day that differs from the week: two flags, and a mark while it is not decided.';

create table dossier_code_format (
  id text primary key,
  content jsonb not null,
  valid_from date not null,
  valid_to date
);

create table form_setting (
  form text not null,
  form_set text not null,
  paper_size text not null check (paper_size in ('A4', 'A5')),
  copies smallint not null check (copies between 1 and 4),
  valid_from date not null,
  valid_to date,
  mark text not null check (mark in ('sourced', 'recalled', 'inference', 'undecided')),
  source text not null,
  primary key (form, valid_from)
);

create table account (
  id uuid primary key,
  username text not null unique,
  full_name text not null,
  employer text not null,
  employer_kind text not null check (employer_kind in ('post', 'state')),
  password_hash text not null,
  totp_sealed bytea not null,
  totp_last_step bigint not null default 0,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  revocation_epoch integer not null default 0,
  valid_from date not null,
  valid_to date,
  demo_password text
);
comment on table account is 'A person with an employer; staff accounts are national because postal staff cross provinces.';
comment on column account.totp_last_step is 'The last time step used: a code counts once.';
comment on column account.demo_password is 'Set by the demo alone, so that its sign-in page can show it.';

create table staff_post (
  id uuid primary key,
  account_id uuid not null references account,
  role text not null check (role in ('postalClerk', 'oneStopOfficer', 'caseOfficer', 'approver', 'administrator')),
  one_stop_unit_id uuid references one_stop_unit,
  agency_id uuid references agency,
  post_office_id uuid references post_office,
  valid_from date not null,
  valid_to date,
  check (num_nonnulls(one_stop_unit_id, agency_id, post_office_id) = 1)
);
comment on table staff_post is 'What a person is employed to be, where, since when: the basis "office" of an act.';
create index staff_post_account on staff_post (account_id);

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  counter_id uuid references counter,
  revocation_epoch integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (account_id);

create unlogged table rate_bucket (
  key text primary key,
  window_start timestamptz not null,
  hits integer not null
);
comment on table rate_bucket is 'Counts of tries within a window; unlogged, since losing it loses nothing.';

grant usage on schema nation to :app;
grant select on all tables in schema nation to :app;
grant insert, update, delete on session, rate_bucket to :app;
grant update (totp_last_step, failed_attempts, locked_until) on account to :app;
