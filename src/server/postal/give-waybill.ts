import { numberShipment } from "#contract/postal-packets.ts";
import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import { type ReadTrackingNumber, readTrackingNumber } from "#domain/postal/tracking-number.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { bearWaybill } from "../ledgers/bear-waybill.ts";
import { nextNumber, takeFromPool, typedNumber } from "./waybill-numbers.ts";

/**
 * Gives a shipment its number that was ordered while there was none: the next of the carrier's, or the one of a slip that
 * was filled in by hand. What a carrier outside has in hand bears the number that the carrier tells. Asked again it tells the
 * number that was given; a slip with another one is refused, for it is of another parcel.
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
    if (before !== null) return numberBefore(shipmentId, before, body.waybill);
    if (!shipment.live) return refuse("shipment_ended");
    if (carrier !== OWN_CARRIER && shipment.told_at !== null) return refuse("shipment_of_carrier");
    const found = await numberFor(tx, body.waybill, { carrier, shipmentId, now });
    if (!found.ok) return found;
    const { number: waybill, warning } = found.value;
    if (!(await bearWaybill(tx, shipmentId, waybill)))
      return refuse("waybill_used_before", { waybill, months: 0 });
    return done({ shipmentId, waybill, warning });
  }),
);

/** What is answered of a shipment that has a number already. */
function numberBefore(shipmentId: string, waybill: string, typed: string | undefined) {
  if (typed === undefined) return done({ shipmentId, waybill, warning: null });
  const read = readTrackingNumber(typed);
  if (!read.ok) return read;
  const { number, warning } = read.value;
  return number === waybill
    ? done({ shipmentId, waybill, warning })
    : refuse("waybill_given_already", { waybill });
}

/** A number, and what is doubtful of one that was typed. */
type GivenNumber = Pick<ReadTrackingNumber, "number" | "warning">;

async function numberFor(
  tx: Tx,
  typed: string | undefined,
  of: { readonly carrier: string; readonly shipmentId: string; readonly now: Instant },
): Promise<
  Result<GivenNumber, "tracking_number_unreadable" | "waybill_used_before" | "waybill_numbers_gone">
> {
  if (typed === undefined) {
    const next = await nextNumber(tx, of);
    return next === null ? refuse("waybill_numbers_gone") : done({ number: next, warning: null });
  }
  const read = await typedNumber(tx, typed, of.now);
  if (read.ok) await takeFromPool(tx, { number: read.value.number, shipmentId: of.shipmentId, now: of.now });
  return read;
}
