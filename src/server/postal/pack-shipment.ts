import { packShipment } from "#contract/postal-packets.ts";
import { readContainerCode } from "#domain/custody/container.ts";
import type { PostalLeg } from "#domain/postal/tariff.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";

/**
 * A person scans the packet that travels under a waybill: where it is and what becomes of it then follows from the shipment.
 * A result that is packed for its way back names its packet by itself; this is for what is sent in, and for putting right.
 *
 * @rule DELIVERY-02
 */
export const packShipmentRoute = bind(packShipment, ({ body, params, write }) =>
  write(async (tx) => {
    const { shipmentId } = params;
    const shipment = await tx
      .selectFrom("shipment")
      .select(["dossier_id", "leg", "live"])
      .where("id", "=", shipmentId)
      .forUpdate()
      .executeTakeFirst();
    if (!shipment) return refuse("not_found");
    if (!shipment.live) return refuse("shipment_ended");
    const code = readContainerCode(body.code);
    const packet = code?.kind === "packet" ? await findPacket(tx, code.code) : null;
    if (!packet) return refuse("packet_unknown");
    // What is sent in may be a packet that nobody has opened: what lies in it is counted at the counter.
    const unopened =
      (shipment.leg as PostalLeg) === "send" && packet.dossierId === null && packet.things === 0;
    if (packet.dossierId !== shipment.dossier_id && !unopened) return refuse("packet_of_another");
    if (packet.waybill !== null && packet.shipmentId !== shipmentId)
      return refuse("packet_travels_already", { waybill: packet.waybill });
    await tx.updateTable("shipment").set({ packet_id: packet.id }).where("id", "=", shipmentId).execute();
    return done({ shipmentId, packetId: packet.id });
  }),
);

interface Packet {
  readonly id: string;
  readonly dossierId: string | null;
  readonly things: number;
  /** The live shipment that it travels by already, with its number. */
  readonly shipmentId: string | null;
  readonly waybill: string | null;
}

async function findPacket(tx: Tx, code: string): Promise<Packet | null> {
  await sql`select from container where code = ${code} for update`.execute(tx);
  const { rows } = await sql<Packet>`
    select c.id, c.dossier_id as "dossierId", (select things from container_sums(array[c.id])) as things,
      s.id as "shipmentId", coalesce(s.waybill, s.order_number) as waybill
    from container c left join shipment s on s.packet_id = c.id and s.live
    where c.code = ${code} and c.holder_kind is not null and c.holder_kind <> 'citizen'`.execute(tx);
  return rows[0] ?? null;
}
