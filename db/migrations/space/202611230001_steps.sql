-- The internal procedure (quy trình nội bộ) of a procedure version, and the steps of the dossiers that are worked by it.
create table internal_procedure (
  id uuid primary key,
  procedure_version_id uuid not null,
  agency_id uuid,
  valid_from date not null,
  steps jsonb not null,
  decision_number text not null,
  decided_on date not null,
  signer text not null,
  basis_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
comment on table internal_procedure is 'Quy trình nội bộ of a procedure version, by its decision: which steps, by whom, how long. Append-only; of several the one that was known and in force at the receipt holds.';
comment on column internal_procedure.agency_id is 'The agency whose own it is; null: every agency of the space.';
comment on column internal_procedure.steps is 'PlannedStep[] of src/domain/dossier/internal-procedure.ts, in the order of the plan.';
comment on column internal_procedure.basis_id is 'The post by which it was recorded.';
create index internal_procedure_version on internal_procedure (procedure_version_id, valid_from);
grant select, insert on internal_procedure to :app;

create table dossier_step (
  dossier_id uuid not null references dossier,
  key text not null,
  position smallint not null,
  code text not null,
  procedure_name text not null,
  internal_procedure_id uuid not null references internal_procedure,
  name text not null,
  role text not null check (role in ('oneStopOfficer', 'caseOfficer', 'approver')),
  place_id uuid not null,
  state text not null check (state in ('waiting', 'open', 'assigned', 'taken', 'done', 'dropped')),
  holder_id uuid,
  in_place_of uuid,
  opened_at timestamptz,
  taken_at timestamptz,
  finished_at timestamptz,
  due_at timestamptz,
  due_provisional boolean not null,
  papers jsonb not null,
  scope uuid[] not null,
  primary key (dossier_id, key)
);
comment on table dossier_step is 'Where each step of a dossier stands: a projection of its events by its internal procedure. Rows are there from the taking on.';
comment on column dossier_step.place_id is 'Where it is done: the receiving unit, the deciding agency, or the agency that the plan names.';
comment on column dossier_step.due_at is 'By its own limit, without what stopped the clock since it opened; null: no limit, not open, or the clock stands.';
comment on column dossier_step.code is 'Of the dossier, whose row another agency does not see in a list.';
comment on column dossier_step.scope is 'Units and agencies that may see it: those of the dossier, and the agency of the step.';
create index dossier_step_at_place on dossier_step (place_id, role, coalesce(due_at, 'infinity'), dossier_id, key)
  where state in ('open', 'assigned', 'taken');
create index dossier_step_of_holder on dossier_step (holder_id, coalesce(due_at, 'infinity'), dossier_id, key)
  where state in ('assigned', 'taken');
alter table dossier_step enable row level security;
create policy dossier_step_scope on dossier_step using (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
grant select, insert on dossier_step to :app;
grant update (state, holder_id, in_place_of, opened_at, taken_at, finished_at, due_at, due_provisional, papers)
  on dossier_step to :app;

-- What a step yields is kept as a file of the dossier.
alter table file drop constraint file_purpose_check;
alter table file add constraint file_purpose_check check (
  purpose in ('result', 'signature', 'signedSlip', 'stepPaper', 'receipt', 'form'));
