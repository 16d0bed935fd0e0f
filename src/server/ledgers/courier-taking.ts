import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type Recording, recordShipmentEvents } from "./shipment-ledger.ts";

/** A bảng kê that one of our couriers has signed for. */
export interface Taking {
  readonly manifestId: string;
  readonly number: string;
  readonly courierId: string;
  readonly takenAt: Instant;
}

/**
 * What one of our own couriers takes over from the unit is in the post's hands from that signature on: the shipments of
 * the packets, also of those in a bag, are accepted then, and their days begin. Those that the post had already stay.
 *
 * @rule SHIPMENT-01
 */
export async function recordTaking(
  tx: Tx,
  { manifestId, number, courierId, takenAt }: Taking,
  recording: Recording,
): Promise<void> {
  const { rows } = await sql<{ id: string; orderNumber: string }>`
    with recursive box as (
      select l.thing_id as id from manifest_line l
      where l.manifest_id = ${manifestId}::uuid and l.thing = 'container' and l.outcome = 'accepted'
      union all
      select c.id from container c join box on c.holder_kind = 'container' and c.holder_id = box.id)
    update shipment s set told_at = coalesce(s.told_at, ${recording.now}::timestamptz)
    from box where s.packet_id = box.id and s.live and s.leg = 'return' and s.carrier = ${OWN_CARRIER}
      and s.state in ('notOrdered', 'ordered', 'pickupAssigned')
    returning s.id, s.order_number as "orderNumber"`.execute(tx);
  const reports = rows.map(({ id, orderNumber }) => ({
    type: "accepted" as const,
    source: OWN_CARRIER,
    sourceId: `${number}:${orderNumber}`,
    at: takenAt,
    withdrawn: false,
    waybill: null,
    orderNumber,
    shipmentId: id,
    actorId: courierId,
  }));
  if (reports.length > 0) await recordShipmentEvents(tx, reports, recording);
}
