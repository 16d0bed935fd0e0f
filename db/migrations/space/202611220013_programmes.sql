-- What a mandate rests on: decisions with their scans, programmes with phases, goals, agreements and rules.

create table mandate_file (
  id uuid primary key,
  sha256 bytea not null,
  bytes integer not null,
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);
comment on table mandate_file is 'Evidence beside the mandate ledger: scans of decisions and agreements, photos of sites. Its bytes are sealed under their hash.';
grant select, insert on mandate_file to :app;

create table decision_scan (
  decision_id uuid not null references mandate_decision,
  file_id uuid not null references mandate_file,
  position smallint not null check (position > 0),
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (decision_id, position),
  unique (decision_id, file_id)
);
comment on table decision_scan is 'Bản chụp quyết định, in the order in which they were added. Append-only: a better scan is one more.';

create table programme (
  id uuid primary key,
  title text not null check (title <> ''),
  aim text not null,
  decision_id uuid not null references mandate_decision,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  version integer not null check (version > 0)
);
comment on table programme is 'Đề án: handing one-stop tasks to the post. With its parts the fold of programme_event.';

create table programme_event (
  programme_id uuid not null references programme,
  seq integer not null check (seq > 0),
  type text not null,
  type_version smallint not null,
  part_id uuid,
  payload jsonb not null,
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  actor_id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (programme_id, seq)
);
comment on table programme_event is 'Ledger: each change of a programme or of one of its parts with what stood before and after. Its number is the version that it made.';

create table programme_goal (
  id uuid primary key,
  programme_id uuid not null references programme,
  name text not null check (name <> ''),
  measure text not null check (measure in ('dossiersReceived', 'resultsReturned', 'guidancesGiven', 'unitsInForce', 'officesInForce', 'fieldsInForce', 'staffFreed', 'own')),
  counted_in text not null,
  target bigint not null check (target > 0),
  target_day date not null,
  removed_at timestamptz
);
comment on column programme_goal.measure is 'What the ledgers count by themselves; own: somebody else counts it, and no figure is shown.';
create index programme_goal_programme on programme_goal (programme_id);

create table phase (
  id uuid primary key,
  programme_id uuid not null references programme,
  label text not null check (label <> ''),
  ordinal smallint not null check (ordinal > 0),
  decision_id uuid not null references mandate_decision,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  removed_at timestamptz
);
comment on table phase is 'Giai đoạn, with a decision and a period of its own: "1", "3 mở rộng". Phases may overlap.';
create index phase_programme on phase (programme_id);

create table agreement (
  id uuid primary key,
  programme_id uuid not null references programme,
  number text not null,
  signed_on date not null,
  agency_id uuid,
  agency_words text not null,
  operator_id uuid,
  post_office_id uuid,
  post_words text not null,
  content text not null,
  file_id uuid references mandate_file,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  removed_at timestamptz
);
comment on table agreement is 'Thoả thuận hợp tác: who of the state and who of the post, in words and, where they are known here, by key.';
create index agreement_programme on agreement (programme_id);

create table coordination_rule (
  id uuid primary key,
  programme_id uuid not null references programme,
  kind text not null check (kind in ('handOverTime', 'questionAnswer', 'standIn')),
  unit_id uuid,
  times text[] not null,
  topic text not null,
  answer_role text check (answer_role in ('oneStopOfficer', 'unitHead', 'caseOfficer', 'approver', 'programmeOfficer')),
  answer_agency_id uuid,
  within_hours smallint check (within_hours > 0),
  counter_id uuid,
  stand_in_kind text check (stand_in_kind in ('counter', 'unit', 'point')),
  stand_in_id uuid,
  note text not null,
  decision_id uuid not null references mandate_decision,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  removed_at timestamptz
);
comment on table coordination_rule is 'Quy chế phối hợp as data. unit_id null: at every unit that the programme reaches. times: of the day, such as 16:30.';
create index coordination_rule_programme on coordination_rule (programme_id);

create table staff_freed (
  id uuid primary key,
  unit_id uuid,
  agency_id uuid,
  post_title text not null check (post_title <> ''),
  persons smallint not null check (persons > 0),
  freed_on date not null,
  mandate_id uuid references mandate,
  phase_id uuid references phase,
  went_to text not null check (went_to in ('otherWork', 'otherAgency', 'left')),
  went_to_words text not null,
  note text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  check (num_nonnulls(unit_id, agency_id) = 1),
  check (num_nonnulls(mandate_id, phase_id) = 1)
);
comment on table staff_freed is 'Biên chế được giải phóng: posts, not people. Append-only; a mistake is withdrawn by a row of its own.';
create index staff_freed_phase on staff_freed (phase_id);

create table staff_freed_withdrawal (
  staff_freed_id uuid primary key references staff_freed,
  reason text not null check (reason <> ''),
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null
);

alter table mandate add column phase_id uuid references phase;
comment on column mandate.phase_id is 'The phase of the programme that it belongs to, if any; chosen in the draft.';
create index mandate_phase on mandate (phase_id) where phase_id is not null;

grant select, insert on decision_scan, programme_event, staff_freed, staff_freed_withdrawal to :app;
grant select, insert, update on programme, programme_goal, phase, agreement, coordination_rule to :app;

create function count_programme_acts(wanted uuid, wanted_type text, until timestamptz) returns bigint
language sql stable security definer
begin atomic
  select count(*) from dossier_event e
  where e.basis_kind = 'mandate' and e.type = wanted_type and e.recorded_at < until
    and e.basis_id in (select m.id::text from mandate m join phase p on p.id = m.phase_id where p.programme_id = wanted);
end;
comment on function count_programme_acts is 'Past the row policies: a programme may know how much was done under it, and nothing of whom.';
revoke all on function count_programme_acts from public;
grant execute on function count_programme_acts to :app;
