-- Why: units merge, split, get another name, end. A reorganisation is one recorded act: planned, reversible until its
-- day, applied in one transaction. Afterwards no row of a ledger moves: who answers for whom is kept here.

create table reorganisation (
  id uuid primary key,
  space_id text not null references space,
  title text not null,
  decision jsonb not null,
  effective_on date not null,
  plan jsonb not null,
  status text not null check (status in ('planned', 'applied', 'cancelled')),
  version integer not null check (version > 0),
  constraint reorganisation_settled check (status <> 'applied' or version > 1)
);
comment on table reorganisation is 'Sắp xếp đơn vị: merging, splitting, renaming, ending one-stop units on a day. Until then it changes nothing.';
comment on column reorganisation.decision is 'The decision that it rests on: number, issuer, title, day, where it can be read.';
comment on column reorganisation.plan is 'Which units end, who goes on for them, which units begin; as in src/domain/unit/reorganisation.ts.';
create index reorganisation_due on reorganisation (effective_on) where status = 'planned';

create table reorganisation_event (
  reorganisation_id uuid not null references reorganisation,
  seq integer not null check (seq > 0),
  type text not null check (type in ('planned', 'changed', 'cancelled', 'applied')),
  payload jsonb not null,
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  actor_id uuid,
  recorded_at timestamptz not null,
  primary key (reorganisation_id, seq)
);
comment on table reorganisation_event is 'Ledger of reorganisations: who planned, changed, cancelled or applied one, by which right. Append-only.';
comment on column reorganisation_event.actor_id is 'Null when the program applied it on its day.';

create table place_succession (
  predecessor_id uuid primary key,
  kind text not null check (kind in ('agency', 'oneStopUnit', 'receptionPoint', 'counter')),
  successor_id uuid not null,
  succeeded_on date not null,
  reorganisation_id uuid not null references reorganisation,
  constraint place_succession_not_itself check (predecessor_id <> successor_id)
);
comment on table place_succession is 'Who goes on for whom since which day. A place has one successor at most, so what is open there has one heir.';

grant select, insert on reorganisation_event, place_succession to :app;
grant select, insert on reorganisation to :app;
grant update (title, decision, effective_on, plan, status, version) on reorganisation to :app;
