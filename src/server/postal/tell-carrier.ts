import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { CARRIER_CANCEL_TOPIC, CARRIER_ORDER_TOPIC, CARRIER_RECALL_TOPIC } from "../ledgers/carrier-topic.ts";
import { recordShipmentEvents } from "../ledgers/shipment-ledger.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import type { Reference } from "../units/reference.ts";

/** What telling a carrier needs. */
export interface Telling {
  readonly deps: Pick<Deps, "newId" | "ring">;
  readonly reference: Reference;
  readonly now: Instant;
}

/** The carrier is to fetch a shipment: our own have it on the round from now on, another is told by the outbox, once. */
export async function tellCarrier(tx: Tx, shipmentId: string, telling: Telling): Promise<void> {
  const { now } = telling;
  const told = await tx
    .updateTable("shipment")
    .set({ told_at: now })
    .where("id", "=", shipmentId)
    .where("told_at", "is", null)
    .where("live", "=", true)
    .returning(["carrier", "order_number"])
    .executeTakeFirst();
  if (!told) return;
  if (told.carrier === OWN_CARRIER) await recordOwn(tx, shipmentId, told.order_number, "ordered", telling);
  else await putOut(tx, CARRIER_ORDER_TOPIC, shipmentId, telling);
}

/** The carrier is not to fetch a shipment any more; one that was never told of it need not be told. */
export async function tellOfCancellation(tx: Tx, shipmentId: string, telling: Telling): Promise<void> {
  const row = await tx
    .selectFrom("shipment")
    .select(["carrier", "order_number", "told_at"])
    .where("id", "=", shipmentId)
    .executeTakeFirst();
  invariant(row, "the shipment of an order is there");
  if (row.carrier === OWN_CARRIER || row.told_at === null)
    await recordOwn(tx, shipmentId, row.order_number, "cancelled", telling);
  else await putOut(tx, CARRIER_CANCEL_TOPIC, shipmentId, telling);
}

/** A carrier outside is to bring a shipment back; our own couriers see the wish on their round. */
export async function tellOfRecall(
  tx: Tx,
  { shipmentId, carrier }: { readonly shipmentId: string; readonly carrier: string },
  telling: Telling,
): Promise<void> {
  if (carrier !== OWN_CARRIER) await putOut(tx, CARRIER_RECALL_TOPIC, shipmentId, telling);
}

async function recordOwn(
  tx: Tx,
  shipmentId: string,
  orderNumber: string,
  type: "ordered" | "cancelled",
  { deps, reference, now }: Telling,
): Promise<void> {
  const report = {
    type,
    source: OWN_CARRIER,
    sourceId: `${orderNumber}:${type}`,
    at: now,
    withdrawn: false,
    waybill: null,
    orderNumber,
    shipmentId,
  } as const;
  await recordShipmentEvents(tx, [report], {
    now,
    newId: deps.newId,
    ring: deps.ring,
    calendar: postalCalendar(reference),
  });
}

async function putOut(tx: Tx, topic: string, shipmentId: string, { deps, now }: Telling): Promise<void> {
  await tx
    .insertInto("outbox")
    .values({
      id: deps.newId(),
      topic,
      payload: JSON.stringify({ shipmentId }),
      created_at: now,
      queued_at: null,
      // A cancellation never overtakes its order.
      lane: shipmentId,
    })
    .execute();
}
