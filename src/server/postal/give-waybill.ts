import { numberShipment } from "#contract/postal-packets.ts";
import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { nextNumber, takeFromPool, typedNumber } from "./waybill-numbers.ts";

/**
 * Gives a shipment its number that was ordered while there was none: the next of the carrier's, or the one of a slip that
 * was filled in by hand. What a carrier outside has in hand bears the number that the carrier tells.
 *
 * @rule TRACKING-01
 */
export const numberShipmentRoute = bind(numberShipment, ({ body, params, now, write }) =>
  write(async (tx) => {
    const { shipmentId } = params;
    const shipment = await tx
      .selectFrom("shipment")
      .select(["carrier", "waybill", "live", "told_at"])
      .where("id", "=", shipmentId)
      .forUpdate()
      .executeTakeFirst();
    if (!shipment) return refuse("not_found");
    const { carrier, waybill: before } = shipment;
    if (before !== null) return done({ shipmentId, waybill: before });
    if (!shipment.live) return refuse("shipment_ended");
    if (carrier !== OWN_CARRIER && shipment.told_at !== null) return refuse("shipment_of_carrier");
    const found = await numberFor(tx, body.waybill, { carrier, shipmentId, now });
    if (!found.ok) return found;
    const { rows } = await sql`
      update shipment set waybill = ${found.value} where id = ${shipmentId}::uuid
        and not exists (select from shipment other where other.waybill = ${found.value} and other.live)
      returning id`.execute(tx);
    if (rows.length === 0) return refuse("waybill_used_before", { waybill: found.value, months: 0 });
    return done({ shipmentId, waybill: found.value });
  }),
);

async function numberFor(
  tx: Tx,
  typed: string | undefined,
  of: { readonly carrier: string; readonly shipmentId: string; readonly now: Instant },
): Promise<Result<string, "tracking_number_unreadable" | "waybill_used_before" | "waybill_numbers_gone">> {
  if (typed === undefined) {
    const next = await nextNumber(tx, of);
    return next === null ? refuse("waybill_numbers_gone") : done(next);
  }
  const read = await typedNumber(tx, typed, of.now);
  if (!read.ok) return read;
  await takeFromPool(tx, { number: read.value.number, shipmentId: of.shipmentId, now: of.now });
  return done(read.value.number);
}
