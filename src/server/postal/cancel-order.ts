import { cancelPostalOrder, recallShipment } from "#contract/postal.ts";
import type { CancelReason } from "#domain/postal/order-terms.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import { isUnderWay } from "#domain/postal/shipment-standing.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { mayCancel } from "#domain/postal/shipment-standing.ts";
import type { ShipmentRow } from "./shipment-views.ts";
import { type Telling, tellOfCancellation, tellOfRecall } from "./tell-carrier.ts";

/** Cancels an order for the counter; see {@link cancelOrder}. */
export const cancelPostalOrderRoute = bind(
  cancelPostalOrder,
  ({ actor, body, deps, params, reference, now, write }) =>
    write((tx) =>
      cancelOrder(
        tx,
        { orderId: params.orderId, ...body, cancelledBy: actor.accountId },
        { deps, reference, now },
      ),
    ),
);

/** Which order, as whoever cancels it saw it. */
export interface Cancelling {
  readonly orderId: string;
  readonly version: number;
  readonly reason: CancelReason;
  /** Null: the citizen, on the page of the dossier. */
  readonly cancelledBy: string | null;
}

/**
 * Cancels an order while the carrier has nothing of it in hand. A carrier outside is told by the outbox, and until it has
 * answered the shipment is the live one.
 *
 * @rule POSTAL-ORDER-01
 */
export async function cancelOrder(
  tx: Tx,
  { orderId, version: seen, reason, cancelledBy }: Cancelling,
  telling: Telling,
): Promise<
  Result<
    { orderId: string; version: number },
    "not_found" | "postal_order_cancelled" | "postal_order_changed" | "carrier_has_it"
  >
> {
  const order = await tx
    .selectFrom("postal_order")
    .select(["version", "cancelled_at", "source"])
    .where("id", "=", orderId)
    .forUpdate()
    .executeTakeFirst();
  if (!order || (cancelledBy === null && order.source !== "citizen")) return refuse("not_found");
  if (order.cancelled_at !== null) return refuse("postal_order_cancelled");
  if (order.version !== seen) return refuse("postal_order_changed");
  const shipments = await tx
    .selectFrom("shipment")
    .select(["id", "state", "live"])
    .where("order_id", "=", orderId)
    .orderBy("id")
    .forUpdate()
    .execute();
  const standing = shipments as (Pick<ShipmentRow, "state" | "live"> & { id: string })[];
  if (!mayCancel(standing)) return refuse("carrier_has_it");
  const version = order.version + 1;
  await tx
    .updateTable("postal_order")
    .set({ cancelled_at: telling.now, cancelled_by: cancelledBy, cancel_reason: reason, version })
    .where("id", "=", orderId)
    .execute();
  for (const { id, live } of standing) if (live) await tellOfCancellation(tx, id, telling);
  return done({ orderId, version });
}

/**
 * Asks for a shipment back that the carrier has in hand: it is shown with the wish until it is back, and a carrier outside
 * is told, once.
 */
export const recallShipmentRoute = bind(recallShipment, ({ actor, deps, params, reference, now, write }) =>
  write(async (tx) => {
    const row = await tx
      .selectFrom("shipment")
      .select(["state", "carrier", "recall_asked_at"])
      .where("id", "=", params.shipmentId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return refuse("not_found");
    if (!isUnderWay(row.state as ShipmentState)) return refuse("shipment_not_under_way");
    const { shipmentId } = params;
    if (row.recall_asked_at !== null) return done({ shipmentId });
    await tx
      .updateTable("shipment")
      .set({ recall_asked_at: now, recall_asked_by: actor.accountId })
      .where("id", "=", shipmentId)
      .execute();
    await tellOfRecall(tx, { shipmentId, carrier: row.carrier }, { deps, reference, now });
    return done({ shipmentId });
  }),
);
