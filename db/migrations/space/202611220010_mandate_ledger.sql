-- The whole life of a right to act: drafts, counters, tasks outside of the list, suspensions at once.

alter table mandate
  add column counter_ids uuid[] not null default '{}',
  add column conditions text not null default '',
  add column drafted_by uuid[] not null default '{}',
  add column version integer not null default 1,
  alter column decision_id drop not null,
  drop constraint mandate_status_check,
  add constraint mandate_status_check check
    (status in ('drafted', 'proposed', 'approved', 'inForce', 'suspended', 'ended', 'refused')),
  add constraint mandate_decided check (decision_id is not null or status in ('drafted', 'proposed', 'refused', 'ended')),
  add constraint mandate_period check (valid_to >= valid_from);
comment on column mandate.drafted_by is 'Everybody who wrote on the draft: none of them decides it.';
create index mandate_unit on mandate (unit_id);

create table assignment (
  id uuid primary key,
  account_id uuid not null,
  unit_id uuid not null,
  task text not null,
  dossier_id uuid,
  procedure_code text,
  reason text not null check (reason <> ''),
  stands_by boolean not null,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  given_by uuid not null,
  given_by_post uuid not null,
  given_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  check (num_nonnulls(dossier_id, procedure_code) = 1)
);
comment on table assignment is 'Giao việc ngoài danh mục: one clerk, one task, for one dossier or one procedure, by the head of the unit.';
create index assignment_unit on assignment (unit_id, valid_to);

create table suspension (
  id uuid primary key,
  target text not null check (target in ('account', 'postOffice', 'operator', 'procedure')),
  target_id text not null,
  decision_id uuid not null references mandate_decision,
  reason text not null check (reason <> ''),
  successor_id uuid,
  from_at timestamptz not null,
  suspended_by uuid not null,
  to_at timestamptz check (to_at >= from_at),
  lifted_by uuid
);
comment on table suspension is 'Stops the post at once: a clerk, an office, an operator, a procedure. The successor takes what is in hand.';

alter table accreditation
  add column result text not null default 'passed' check (result in ('passed', 'failed'));
comment on column accreditation.result is 'Only training that was passed lets a mandate reach the clerk.';

grant select, insert on assignment, suspension to :app;
grant update (revoked_at, revoked_by) on assignment to :app;
grant update (to_at, lifted_by) on suspension to :app;

create index dossier_event_basis on dossier_event (basis_id, recorded_at, dossier_id, seq)
  where basis_kind in ('mandate', 'assignment');

create function count_acts_under(mandate text) returns bigint
language sql stable security definer
begin atomic
  select count(*) from dossier_event where basis_kind = 'mandate' and basis_id = mandate;
end;
comment on function count_acts_under is 'Past the row policies: whoever may read a mandate may know how much rests on it.';
revoke all on function count_acts_under from public;

create function list_acts_under(mandate text, before_at timestamptz, before_id uuid, before_seq integer, most integer)
returns table (dossier_id uuid, seq integer, code text, type text, at timestamptz, actor_id uuid)
language sql stable security definer
begin atomic
  select e.dossier_id, e.seq, d.code, e.type, e.recorded_at, e.actor_id
  from dossier_event e join dossier d on d.id = e.dossier_id
  where e.basis_kind = 'mandate' and e.basis_id = mandate
    and (before_at is null or (e.recorded_at, e.dossier_id, e.seq) < (before_at, before_id, before_seq))
  order by e.recorded_at desc, e.dossier_id desc, e.seq desc limit most;
end;
comment on function list_acts_under is 'Past the row policies, and without a person''s name: a province asks for every act under a mandate that is found invalid.';
revoke all on function list_acts_under from public;
grant execute on function count_acts_under, list_acts_under to :app;
