import type { Tx } from "../db/kysely.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import { type Closing, closeDeliveries } from "./delivery-ledger.ts";
import { orderParcelNotices } from "./parcel-notices.ts";
import type { Recorded } from "./shipment-ledger.ts";

/**
 * What follows from new reports of shipments, in the transaction that recorded them: what was delivered is in the citizen's
 * hands by the ledgers as well, and the citizen is told of what asks something of him or her.
 *
 * @param tx sees every place of the space
 */
export async function followReports(
  tx: Tx,
  closing: Closing,
  { touched, fresh }: Pick<Recorded, "touched" | "fresh">,
): Promise<void> {
  await closeDeliveries(tx, closing, touched);
  const { deps, now, reference } = closing;
  const calendar = postalCalendar(reference);
  await orderParcelNotices(tx, { fresh, touched }, { now, newId: deps.newId, calendar });
}
