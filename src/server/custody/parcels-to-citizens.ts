import { postageAtTheDoor } from "#domain/postal/door-postage.ts";
import type { PostalOrderSource, PostalPayment } from "#domain/postal/order-terms.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import type { Quote } from "#domain/postal/tariff.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { openOrderParties } from "../ledgers/sealed-order.ts";

/** What a courier must know of a parcel that goes to a citizen. */
export interface Parcel {
  readonly waybill: string | null;
  /** Name, address and phone, as the order says them; null once they were forgotten. */
  readonly recipient: string | null;
  /** What is collected at the door, in đồng: fees of the procedure and postage. */
  readonly due: number;
}

interface Row {
  readonly packetId: string;
  readonly waybill: string | null;
  readonly orderId: string;
  readonly sealed: Buffer | null;
  readonly state: ShipmentState;
  readonly payment: PostalPayment;
  readonly source: PostalOrderSource;
  readonly fees: number;
  readonly quote: Quote | null;
}

/**
 * What goes, or went, to a citizen in these packets, by the packet's id: the last order of each. Whoever calls this has
 * logged the read.
 */
export async function parcelsToCitizens(
  tx: Tx,
  ring: KeyRing,
  packetIds: readonly string[],
): Promise<ReadonlyMap<string, Parcel>> {
  if (packetIds.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select distinct on (s.packet_id) s.packet_id as "packetId", s.waybill, o.id as "orderId", o.parties_sealed as sealed,
      s.state, o.payment, o.source, o.cod_amount as fees, o.quote
    from shipment s join postal_order o on o.id = s.order_id
    where s.packet_id = any (${packetIds}::uuid[]) and s.leg = 'return' and o.cancelled_at is null
    order by s.packet_id, s.ordered_at desc`.execute(tx);
  return new Map(
    rows.map(({ packetId, waybill, orderId, sealed, fees, quote, ...row }) => {
      const { citizen } = openOrderParties(ring, orderId, sealed);
      const said = [citizen.name, citizen.address, citizen.phone].filter((part) => part !== "");
      const due = fees + postageAtTheDoor({ ...row, leg: "return", total: quote?.total ?? null });
      return [packetId, { waybill, recipient: said.length === 0 ? null : said.join(", "), due }];
    }),
  );
}
