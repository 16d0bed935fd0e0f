import type { ShipmentJourney } from "#domain/postal/shipment-journey.ts";
import type { PostalLeg } from "#domain/postal/tariff.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** A shipment as its end needs it; locked by whoever recorded the report. */
export interface Parcel {
  readonly id: string;
  readonly leg: PostalLeg;
  readonly carrier: string;
  readonly dossierId: string;
  readonly packetId: string | null;
  readonly waybill: string | null;
  readonly orderNumber: string;
  readonly scope: readonly string[];
  /** Who ordered it; where the citizen or a rule did, who had the dossier in hand last. */
  readonly askedBy: string;
  /** By whose report the packet is in the citizen's hands; null while it is not. */
  readonly closedBy: string | null;
  /** The reports that stand by which it counts as delivered now, the earliest first; none while none does. */
  readonly deliveries: readonly Delivered[];
}

/** A delivery with its proof. */
export interface Delivered {
  readonly at: Instant;
  readonly sourceId: string;
  /** The courier; null of a carrier outside. */
  readonly actorId: string | null;
  readonly proof: Buffer | null;
}

/** A shipment whose reports amount to a journey; null when there is none. */
export async function loadParcel(
  tx: Tx,
  shipmentId: string,
  { state, events }: Pick<ShipmentJourney, "state" | "events">,
): Promise<Parcel | null> {
  const { rows } = await sql<Omit<Parcel, "deliveries">>`
    select s.id, s.leg, s.carrier, s.dossier_id as "dossierId", s.packet_id as "packetId", s.waybill,
      s.order_number as "orderNumber", s.scope,
      coalesce(o.ordered_by, (select e.actor_id from dossier_event e where e.dossier_id = s.dossier_id
        order by e.seq desc limit 1)) as "askedBy",
      (select a.actor_id from custody_act a where a.shipment_id = s.id) as "closedBy"
    from shipment s join postal_order o on o.id = s.order_id where s.id = ${shipmentId}::uuid`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const told = state === "delivered" ? events.filter(({ type }) => type === "delivered") : [];
  return { ...row, deliveries: await proven(tx, shipmentId, told) };
}

/** Some reports of a delivery with who made them and what was seen at the door. */
async function proven(
  tx: Tx,
  shipmentId: string,
  told: ShipmentJourney["events"],
): Promise<readonly Delivered[]> {
  if (told.length === 0) return [];
  const { rows } = await sql<Pick<Delivered, "actorId" | "proof"> & { source: string; sourceId: string }>`
    select source, source_id as "sourceId", actor_id as "actorId", proof_sealed as proof from shipment_event
    where shipment_id = ${shipmentId}::uuid and type = 'delivered' and not withdrawn`.execute(tx);
  return told.map(({ source, sourceId, at }) => {
    const found = rows.find((row) => row.source === source && row.sourceId === sourceId);
    return { at, sourceId, actorId: found?.actorId ?? null, proof: found?.proof ?? null };
  });
}
