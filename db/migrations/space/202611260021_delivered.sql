-- A delivery ends the way of papers: the packet is in the citizen's hands by one act, whose proof is what was reported of the
-- shipment. What does not fit is a task, one of a kind for a shipment.
alter table custody_act
  drop constraint custody_act_type_check,
  add constraint custody_act_type_check check (type in
    ('made', 'packed', 'unpacked', 'sealed', 'opened', 'rewrapped', 'placed', 'accepted', 'ended', 'succeeded', 'delivered')),
  add column shipment_id uuid references shipment,
  add constraint custody_act_delivered check ((type = 'delivered') = (shipment_id is not null));
create unique index custody_act_shipment on custody_act (shipment_id) where shipment_id is not null;
comment on column custody_act.shipment_id is 'Of a delivery: whose report is the proof of it. A shipment is delivered into somebody''s hands once.';

alter table custody_task
  drop constraint custody_task_kind_check,
  add constraint custody_task_kind_check check (kind in
    ('missing', 'extra', 'sealDiffers', 'sealBroken', 'torn', 'sheets', 'competing', 'stockMissing', 'stockElsewhere',
     'deliveryElsewhere', 'deliveryNotReturned', 'deliveryWithdrawn')),
  add column shipment_id uuid references shipment;
create unique index custody_task_shipment on custody_task (shipment_id, kind) where shipment_id is not null;
comment on column custody_task.shipment_id is 'Of a delivery that does not fit: the shipment. One task of a kind for each.';

create unique index shipment_packet_live on shipment (packet_id) where live and packet_id is not null;
comment on column shipment.packet_id is 'The packet that travels under this waybill; null until one is packed or scanned for it.';

-- Whoever packs may not see all that lies in a packet: of which dossier it is, is asked past the row policies.
create function container_dossier(box uuid) returns uuid
language sql stable security definer
begin atomic
  select case when count(distinct t.dossier_id) = 1 and count(*) = count(t.dossier_id) then min(t.dossier_id::text)::uuid end
  from (select i.dossier_id from item i where i.holder_kind = 'container' and i.holder_id = container_dossier.box
    union all
    select c.dossier_id from container c where c.holder_kind = 'container' and c.holder_id = container_dossier.box) t;
end;
revoke all on function container_dossier from public;
grant execute on function container_dossier to :app;

alter table shipment add column asked_at timestamptz;
comment on column shipment.asked_at is 'When a carrier outside was first asked, whether or not it answered; one that never was need not hear of a cancellation.';

-- The words of a carrier may name somebody: what is kept aside is sealed from now on, older rows stay as they are.
alter table quarantined_event
  alter column payload drop not null,
  add column payload_sealed bytea,
  add constraint quarantined_event_payload check (num_nonnulls(payload, payload_sealed) = 1);
comment on column quarantined_event.payload is 'Of rows from before payload_sealed; null since.';
