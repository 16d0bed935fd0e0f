import { cancelPostalOrder, recallShipment } from "#contract/postal.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import { isUnderWay } from "#domain/postal/shipment-standing.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { mayCancel } from "./order-views.ts";
import type { ShipmentRow } from "./shipment-views.ts";
import { tellOfCancellation, tellOfRecall } from "./tell-carrier.ts";

/**
 * Cancels an order while the carrier has nothing of it in hand. A carrier outside is told by the outbox, and until it has
 * answered the shipment is the live one.
 */
export const cancelPostalOrderRoute = bind(
  cancelPostalOrder,
  ({ actor, body, deps, params, reference, now, write }) =>
    write(async (tx) => {
      const order = await tx
        .selectFrom("postal_order")
        .select(["version", "cancelled_at"])
        .where("id", "=", params.orderId)
        .forUpdate()
        .executeTakeFirst();
      if (!order) return refuse("not_found");
      if (order.cancelled_at !== null) return refuse("postal_order_cancelled");
      if (order.version !== body.version) return refuse("postal_order_changed");
      const shipments = await tx
        .selectFrom("shipment")
        .select(["id", "state", "live"])
        .where("order_id", "=", params.orderId)
        .orderBy("id")
        .forUpdate()
        .execute();
      const standing = shipments as (Pick<ShipmentRow, "state" | "live"> & { id: string })[];
      if (!mayCancel(standing)) return refuse("carrier_has_it");
      const version = order.version + 1;
      await tx
        .updateTable("postal_order")
        .set({ cancelled_at: now, cancelled_by: actor.accountId, cancel_reason: body.reason, version })
        .where("id", "=", params.orderId)
        .execute();
      for (const { id, live } of standing)
        if (live) await tellOfCancellation(tx, id, { deps, reference, now });
      return done({ orderId: params.orderId, version });
    }),
);

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
