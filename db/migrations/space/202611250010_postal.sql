-- Bưu chính công ích: orders, shipments and what was reported of them. Where a shipment stands is computed from its reports.

create table postal_order (
  id uuid primary key,
  dossier_id uuid not null references dossier,
  service text not null check (service in ('send', 'return', 'both')),
  source text not null check (source in ('counter', 'citizen', 'auto')),
  parties_sealed bytea not null,
  recipient_is_proxy boolean not null,
  quote jsonb,
  payment text not null check (payment in ('senderPays', 'recipientPays')),
  cod_amount integer not null check (cod_amount >= 0),
  ordered_by uuid,
  ordered_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text check (cancel_reason in ('citizen', 'mistake', 'otherWay', 'other')),
  version integer not null,
  scope uuid[] not null,
  check ((cancelled_at is null) = (cancel_reason is null))
);
comment on table postal_order is 'A citizen''s order of the public postal service for a dossier; sender, recipient and proxy are sealed.';
comment on column postal_order.quote is 'What was said to cost what, line by line, as it was said; null while nobody could quote it.';
comment on column postal_order.ordered_by is 'Null: the citizen, or the rule that orders when a result is ready.';
create index postal_order_dossier on postal_order (dossier_id);

create table shipment (
  id uuid primary key,
  order_id uuid not null references postal_order,
  dossier_id uuid not null references dossier,
  leg text not null check (leg in ('send', 'return')),
  waybill text,
  carrier text not null,
  order_number text not null unique,
  packet_id uuid references container,
  weight_grams integer check (weight_grams > 0),
  accepted_on date,
  due_on date,
  due_provisional boolean not null,
  state text not null,
  state_since timestamptz,
  live boolean not null,
  attempts smallint not null,
  invitations smallint not null,
  working_days smallint check (working_days > 0),
  ordered_at timestamptz not null,
  told_at timestamptz,
  recall_asked_at timestamptz,
  recall_asked_by uuid,
  scope uuid[] not null,
  check ((recall_asked_at is null) = (recall_asked_by is null))
);
comment on table shipment is 'Bưu gửi: one direction of an order. State and counts are the fold of shipment_event.';
comment on column shipment.order_number is 'By which the carrier knows it: the dossier''s code and the direction.';
comment on column shipment.working_days is 'J+n as it was quoted; null while nobody could quote it.';
comment on column shipment.told_at is 'When the carrier was to be told: of a way back not before the result is ready.';
comment on column shipment.recall_asked_at is 'Rút bưu gửi: somebody wants back what the carrier has in hand.';
create unique index shipment_live on shipment (dossier_id, leg) where live;
create unique index shipment_waybill_live on shipment (waybill) where live and waybill is not null;
create index shipment_waybill on shipment (waybill) where waybill is not null;
create index shipment_order on shipment (order_id);
create index shipment_dossier on shipment (dossier_id);
create index shipment_ordered on shipment (ordered_at desc, id desc);
create index shipment_under_way on shipment (due_on) where live;

create table shipment_event (
  id uuid primary key,
  shipment_id uuid not null references shipment,
  source text not null,
  source_id text not null,
  type text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  withdrawn boolean not null,
  place text,
  reason text,
  next_on date,
  code text,
  message text,
  actor_id uuid,
  proof_sealed bytea,
  signature_file_id uuid references custody_file,
  photo_file_id uuid references custody_file,
  scope uuid[] not null,
  unique (source, source_id, withdrawn)
);
comment on table shipment_event is 'Ledger: what was reported of a shipment, each report once, whenever it was heard.';
comment on column shipment_event.proof_sealed is 'Of a delivery: who took it, what was shown, what was recovered, sealed.';
create index shipment_event_of on shipment_event (shipment_id, at);

create table quarantined_event (
  id uuid primary key,
  source text not null,
  source_id text not null,
  waybill text,
  order_number text,
  type text not null,
  at timestamptz not null,
  payload jsonb not null,
  received_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  settled_as text check (settled_as in ('attached', 'dismissed')),
  shipment_id uuid references shipment,
  unique (source, source_id),
  check ((settled_at is null) = (settled_as is null)),
  check (settled_as is null or (settled_as = 'attached') = (shipment_id is not null))
);
comment on table quarantined_event is 'What a carrier reported of a shipment that nobody here knows: kept and shown, until a person attaches or dismisses it.';
create index quarantined_event_open on quarantined_event (received_at) where settled_at is null;

create table waybill_range (
  id uuid primary key,
  carrier text not null,
  service text not null check (service ~ '^[A-Z]{2}$'),
  country text not null check (country ~ '^[A-Z]{2}$'),
  from_serial integer not null check (from_serial >= 0),
  to_serial integer not null check (to_serial <= 99999999),
  next_serial integer not null,
  reuse_months smallint not null check (reuse_months >= 12),
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  check (from_serial <= to_serial),
  check (next_serial between from_serial and to_serial + 1)
);
comment on table waybill_range is 'Dải số S10: numbers are issued in order. None comes again within 12 months (UPU S10), 24 unless set otherwise.';

create table waybill_pool (
  number text primary key,
  carrier text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  taken_at timestamptz,
  shipment_id uuid references shipment deferrable initially deferred,
  check ((taken_at is null) = (shipment_id is null))
);
comment on table waybill_pool is 'Số hiệu cấp trước: numbers that a carrier printed and handed over, each for one shipment.';
create index waybill_pool_free on waybill_pool (carrier, added_at, number) where taken_at is null;

create table carrier_feed (
  carrier text primary key,
  last_id text,
  polled_at timestamptz,
  failing_since timestamptz,
  last_error text
);
comment on table carrier_feed is 'How far the reports of each carrier were read, and since when they cannot be.';

grant select, insert on shipment_event to :app;
grant select, insert, update on postal_order, shipment, quarantined_event, waybill_range, waybill_pool, carrier_feed to :app;

alter table postal_order enable row level security;
alter table shipment enable row level security;
alter table shipment_event enable row level security;
create policy postal_order_scope on postal_order using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
create policy shipment_scope on shipment using (
  scope && (select nullif(current_setting('motcua.scope', true), '')::uuid[])
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid)
with check (
  scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
  or dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid);
create function sees_shipment(parcel uuid) returns boolean
language sql stable security definer
begin atomic
  select exists (select from shipment s where s.id = sees_shipment.parcel
    and (s.scope && nullif(current_setting('motcua.scope', true), '')::uuid[]
      or s.dossier_id = nullif(current_setting('motcua.dossier', true), '')::uuid));
end;
revoke all on function sees_shipment from public;
grant execute on function sees_shipment to :app;
create policy shipment_event_scope on shipment_event using (sees_shipment(shipment_id))
with check (sees_shipment(shipment_id));

-- A number belongs to one parcel in the whole space: it is asked past the row policies, and the answer is yes or no.
create function waybill_used(number text, since timestamptz) returns boolean
language sql stable security definer
set search_path = :space, pg_temp
as $$
  select exists (select from shipment where waybill = number and (live or ordered_at >= since))
$$;
revoke all on function waybill_used(text, timestamptz) from public;
grant execute on function waybill_used(text, timestamptz) to :app;
