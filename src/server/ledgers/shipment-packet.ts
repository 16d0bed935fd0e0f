import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/**
 * The packet with the result travels under the waybill of the dossier's live way back: named when it is packed, or when
 * the way is ordered afterwards. A packet that somebody named stays until it holds no result any more.
 *
 * @param of the packet that was packed, or the shipment that was ordered
 */
export async function joinPacket(
  tx: Tx,
  of: { readonly packetId: string } | { readonly shipmentId: string },
): Promise<void> {
  const which = "packetId" in of ? sql`c.id = ${of.packetId}::uuid` : sql`s.id = ${of.shipmentId}::uuid`;
  // Whoever has the shipment in hand at this moment goes first, and this is left to a person.
  await sql`
    with fit as (
      select s.id, c.id as box from shipment s join container c on c.dossier_id = s.dossier_id
      where ${which} and s.live and s.leg = 'return' and c.kind = 'packet' and c.holder_kind is not null
        and exists (select from item i where i.holder_kind = 'container' and i.holder_id = c.id and i.kind = 'result')
        and not exists (select from shipment o where o.packet_id = c.id and o.live)
        and not exists (select from item i where i.holder_kind = 'container' and i.holder_id = s.packet_id
          and i.kind = 'result')
      order by c.made_at desc limit 1 for update of s skip locked)
    update shipment s set packet_id = fit.box from fit where s.id = fit.id`.execute(tx);
}
