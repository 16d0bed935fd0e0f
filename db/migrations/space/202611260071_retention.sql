-- Thời hạn lưu của bưu chính công ích: who sent and received what is made unreadable once the post need not keep it any more.

alter table postal_order alter column parties_sealed drop not null,
  add column forgotten_at timestamptz,
  add constraint postal_order_forgotten check ((parties_sealed is null) = (forgotten_at is not null));
comment on column postal_order.forgotten_at is 'When sender, recipient, proxy and the proofs of delivery were removed, their time being over; null before.';

-- Past the row policies, since it is no act of a person: what is under way, has an open incident or an open difference stays.
create function forget_postal(before date, at timestamptz, most integer) returns integer
language sql volatile security definer
begin atomic
  with due as (
    select o.id from postal_order o
    where o.parties_sealed is not null and o.ordered_at < forget_postal.before
      and not exists (select from shipment s where s.order_id = o.id and (s.live
        or coalesce(s.accepted_on, s.ordered_at::date) >= forget_postal.before
        or exists (select from incident i where i.shipment_id = s.id and i.live)
        or exists (select from custody_task t where t.thing_id = s.packet_id and t.settled_at is null)))
    order by o.ordered_at limit forget_postal.most for update skip locked),
  orders as (
    update postal_order o set parties_sealed = null, forgotten_at = forget_postal.at
    from due where o.id = due.id returning o.id),
  proofs as (
    update shipment_event e set proof_sealed = null
    from shipment s join orders on orders.id = s.order_id
    where e.shipment_id = s.id and e.proof_sealed is not null)
  select count(*)::integer from orders;
end;
revoke all on function forget_postal(date, timestamptz, integer) from public;
grant execute on function forget_postal(date, timestamptz, integer) to :app;
create index postal_order_kept on postal_order (ordered_at) where parties_sealed is not null;
