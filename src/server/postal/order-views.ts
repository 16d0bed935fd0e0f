import type { PostalOrderView } from "#contract/postal.ts";
import { mayCancel } from "#domain/postal/shipment-standing.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { withCountedInvitations } from "../ledgers/counted-invitations.ts";
import { openOrderParties } from "../ledgers/sealed-order.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import type { Reference } from "../units/reference.ts";
import { SHIPMENT_COLUMNS, type ShipmentRow, viewShipment } from "./shipment-views.ts";

export type OrderRow = Selectable<Database["postal_order"]>;

/** Orders with their shipments and people, the newest first. Whoever calls this has logged the read. */
export async function viewOrders(
  tx: Tx,
  orders: readonly OrderRow[],
  { ring, reference, now }: { readonly ring: KeyRing; readonly reference: Reference; readonly now: Instant },
): Promise<PostalOrderView[]> {
  const { rows } = await sql<ShipmentRow>`
    select ${SHIPMENT_COLUMNS} from shipment s where s.order_id = any (${orders.map(({ id }) => id)}::uuid[])
    order by s.leg desc, s.ordered_at`.execute(tx);
  const counted = await withCountedInvitations(tx, rows, postalCalendar(reference));
  const today = localTime(now).day;
  return orders.map((order) => {
    const shipments = counted.filter(({ orderId }) => orderId === order.id);
    const { citizen, proxy } = openOrderParties(ring, order.id, order.parties_sealed);
    return {
      orderId: order.id,
      service: order.service as PostalOrderView["service"],
      source: order.source as PostalOrderView["source"],
      payment: order.payment as PostalOrderView["payment"],
      codAmount: order.cod_amount,
      quote: order.quote as PostalOrderView["quote"],
      orderedAt: order.ordered_at,
      cancelledAt: order.cancelled_at,
      cancelReason: order.cancel_reason as PostalOrderView["cancelReason"],
      version: order.version,
      forgottenAt: order.forgotten_at,
      citizen,
      proxy,
      shipments: shipments.map((row) => viewShipment(row, today)),
      cancellable: order.cancelled_at === null && mayCancel(shipments),
    };
  });
}
