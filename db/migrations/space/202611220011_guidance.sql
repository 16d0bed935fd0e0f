-- Hướng dẫn without a dossier: half of a clerk's day, and an act like any other.

create table guidance (
  id uuid primary key,
  at timestamptz not null,
  day date not null,
  account_id uuid not null,
  unit_id uuid not null,
  counter_id uuid not null,
  field_code text not null,
  procedure_code text,
  minutes smallint not null check (minutes between 1 and 240),
  outcome text not null check (outcome in ('answered', 'toComeBack', 'sentElsewhere', 'appliedOnline', 'dossierReceived')),
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  withdrawn_at timestamptz
);
comment on table guidance is 'Who was guided is not said: place, field or procedure, minutes and outcome are what is counted.';
comment on column guidance.withdrawn_at is 'When the clerk took a mistaken line back; it counts no more.';
create index guidance_counter on guidance (counter_id, day);
create index guidance_unit on guidance (unit_id, day);

grant select, insert, update (withdrawn_at) on guidance to :app;
