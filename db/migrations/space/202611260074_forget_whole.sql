-- What the retention of the post left behind: files of a proof, words of incidents, strays, doors.

alter table quarantined_event drop constraint quarantined_event_payload,
  add constraint quarantined_event_payload
    check (num_nonnulls(payload, payload_sealed) = 1 or settled_at is not null and num_nonnulls(payload, payload_sealed) = 0);

-- Past the row policies, since it is no act of a person: what is under way, has an open incident or an open difference stays.
create or replace function forget_postal(before date, at timestamptz, most integer) returns integer
language sql volatile security definer
begin atomic
  with due as (
    select o.id from postal_order o
    where o.parties_sealed is not null and o.ordered_at < forget_postal.before
      and not exists (select from shipment s where s.order_id = o.id and (s.live
        or coalesce(s.accepted_on, s.ordered_at::date) >= forget_postal.before
        or exists (select from incident i where i.shipment_id = s.id and i.live)
        or exists (select from custody_task t where (t.thing_id = s.packet_id or t.shipment_id = s.id) and t.settled_at is null)))
    order by o.ordered_at limit forget_postal.most for update skip locked),
  orders as (
    update postal_order o set parties_sealed = null, forgotten_at = forget_postal.at
    from due where o.id = due.id returning o.id),
  proofs as (
    update shipment_event e set proof_sealed = null, signature_file_id = null, photo_file_id = null
    from shipment s join orders on orders.id = s.order_id
    where e.shipment_id = s.id and num_nonnulls(e.proof_sealed, e.signature_file_id, e.photo_file_id) > 0),
  words as (
    update incident_entry w set words_sealed = null
    from incident i join shipment s on s.id = i.shipment_id join orders on orders.id = s.order_id
    where w.incident_id = i.id and w.words_sealed is not null)
  select count(*)::integer from orders;
end;

-- Beside the orders: what a carrier told of nobody's shipment, once it is settled, and where a door was seen.
create function forget_strays(before date) returns void
language sql volatile security definer
begin atomic
  update quarantined_event set payload = null, payload_sealed = null
  where settled_at < forget_strays.before and num_nonnulls(payload, payload_sealed) > 0;
  delete from visit_point where seen_at < forget_strays.before;
end;
revoke all on function forget_strays(date) from public;
grant execute on function forget_strays(date) to :app;

-- J of a shipment that was never reported as accepted is the first moment at which the carrier had it in hand.
update shipment s set accepted_on = first.day
from (select e.shipment_id, min((e.at at time zone 'Asia/Ho_Chi_Minh')::date) as day from shipment_event e
  where e.type in ('pickedUp', 'inTransit', 'outForDelivery') and not e.withdrawn
    and not exists (select from shipment_event w where w.source = e.source and w.source_id = e.source_id and w.withdrawn)
  group by e.shipment_id) first
where first.shipment_id = s.id and s.accepted_on is null;
