-- Vụ việc bưu gửi: what went wrong with a shipment, and what was done about it. Where one stands is the fold of its entries.

create table incident (
  id uuid primary key,
  shipment_id uuid not null references shipment,
  dossier_id uuid not null references dossier,
  kind text not null check (kind in ('lost', 'damaged', 'delayed', 'complaint')),
  source text not null check (source in ('citizen', 'counter', 'post')),
  opened_on date not null,
  opened_at timestamptz not null,
  state text not null check (state in ('opened', 'answered', 'liable', 'offered', 'paid', 'closed', 'withdrawn')),
  live boolean not null,
  next_due_on date,
  version integer not null,
  scope uuid[] not null
);
comment on table incident is 'Vụ việc: loss, damage, delay of a shipment or a complaint about it. State and clock are the fold of incident_entry.';
comment on column incident.source is 'citizen: by the page of the dossier; counter: written down for a citizen; post: noticed here.';
comment on column incident.next_due_on is 'The last day of what is owed next, an answer or a payment; null while nothing with a clock is owed.';
comment on column incident.version is 'How many entries there are.';
create unique index incident_live on incident (shipment_id, kind) where live;
create index incident_shipment on incident (shipment_id);
create index incident_dossier on incident (dossier_id);
create index incident_opened on incident (opened_at desc, id desc);

create table incident_entry (
  incident_id uuid not null references incident,
  seq integer not null,
  type text not null check (type in
    ('opened', 'answered', 'liabilityFound', 'offered', 'paid', 'reissued', 'withdrawn', 'closed')),
  payload jsonb not null,
  words_sealed bytea,
  file_id uuid references custody_file,
  actor_id uuid,
  recorded_at timestamptz not null,
  primary key (incident_id, seq)
);
comment on table incident_entry is 'Ledger: what happened in an incident. Days, sums and closed lists in the payload, all that somebody typed sealed.';
comment on column incident_entry.actor_id is 'Null: the citizen, who has no account.';

grant select, insert on incident_entry to :app;
grant select, insert, update on incident to :app;

alter table incident enable row level security;
alter table incident_entry enable row level security;
create policy incident_scope on incident using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
create function sees_incident(case_id uuid) returns boolean
language sql stable security definer
begin atomic
  select exists (select from incident i where i.id = sees_incident.case_id
    and (i.scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
      or i.dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid));
end;
revoke all on function sees_incident from public;
grant execute on function sees_incident to :app;
create policy incident_entry_scope on incident_entry using (sees_incident(incident_id))
with check (sees_incident(incident_id));
