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
  /** The packet is in the citizen's hands by an earlier report. */
  readonly closed: boolean;
  /** The report by which it counts as delivered now; null while none does. */
  readonly delivered: Delivered | null;
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
  const { rows } = await sql<Omit<Parcel, "delivered">>`
    select s.id, s.leg, s.carrier, s.dossier_id as "dossierId", s.packet_id as "packetId", s.waybill,
      s.order_number as "orderNumber", s.scope, 
      coalesce(o.ordered_by, (select e.actor_id from dossier_event e where e.dossier_id = s.dossier_id
        order by e.seq desc limit 1)) as "askedBy",
      exists (select from custody_act a where a.shipment_id = s.id) as closed
    from shipment s join postal_order o on o.id = s.order_id where s.id = ${shipmentId}::uuid`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const told = state === "delivered" ? events.find(({ type }) => type === "delivered") : undefined;
  if (!told) return { ...row, delivered: null };
  const { source, sourceId, at } = told;
  const { rows: proofs } = await sql<Pick<Delivered, "actorId" | "proof">>`
    select actor_id as "actorId", proof_sealed as proof from shipment_event
    where shipment_id = ${shipmentId}::uuid and source = ${source} and source_id = ${sourceId} and not withdrawn`.execute(
    tx,
  );
  return { ...row, delivered: { at, sourceId, actorId: null, proof: null, ...proofs[0] } };
}
