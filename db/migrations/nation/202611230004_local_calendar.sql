-- Why: working hours and some days off are local decisions. Each is written down once, by its decision, over the
-- national calendar; a wrong one is withdrawn, never changed. When a calendar changes, due dates are counted anew.

create table calendar_entry (
  id uuid primary key,
  space_id text not null references space,
  place_kind text not null check (place_kind in ('space', 'agency', 'unit', 'postOffice')),
  place_id text not null,
  content jsonb not null,
  decision jsonb not null,
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null
);
comment on table calendar_entry is 'Ledger: days, or week and hours, that a place sets over the national calendar, by a decision. Append-only.';
comment on column calendar_entry.place_id is 'The space, agency, one-stop unit or post office that it holds for.';
comment on column calendar_entry.content is 'Days with their two flags and hours, or a week with hours from a day on; as in src/domain/calendar/local-entry.ts.';
comment on column calendar_entry.decision is 'Number, day and signer of the decision.';
create index calendar_entry_place on calendar_entry (place_kind, place_id);

create table calendar_entry_withdrawal (
  entry_id uuid primary key references calendar_entry,
  reason text not null,
  basis_kind text not null check (basis_kind in ('office', 'mandate', 'assignment', 'ownRight', 'partner', 'rule')),
  basis_id text not null,
  withdrawn_by uuid not null references account,
  withdrawn_at timestamptz not null
);
comment on table calendar_entry_withdrawal is 'Ledger: an entry that holds no more, from its first day on, and why. Append-only.';

grant select, insert on calendar_entry, calendar_entry_withdrawal to :app;
