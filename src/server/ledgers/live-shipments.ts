import { ENDED_STATES } from "#domain/postal/shipment-standing.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** A shipment with whether it is the live one of its dossier and direction. */
export interface Liveness {
  readonly id: string;
  readonly live: boolean;
}

/**
 * Which of the shipments of the ways of these are live: of a dossier and direction the one that was ordered last among those
 * that have not ended. An earlier one may be under way beside it, when the carrier reports late that it took what had been
 * cancelled: then it shows its own state, and is not live. Nor is one whose number another live shipment bears.
 *
 * @rule SHIPMENT-01
 * @returns every shipment of those ways, the given ones among them
 */
export async function loadLiveness(tx: Tx, shipmentIds: readonly string[]): Promise<readonly Liveness[]> {
  const { rows } = await sql<Liveness>`
    with way as (select distinct dossier_id, leg from shipment where id = any (${[...shipmentIds]}::uuid[]))
    select s.id, s.state <> all (${[...ENDED_STATES]}::text[])
        and not exists (select from shipment later
          where later.dossier_id = s.dossier_id and later.leg = s.leg and later.state <> all (${[...ENDED_STATES]}::text[])
            and (later.ordered_at, later.id) > (s.ordered_at, s.id))
        and not exists (select from shipment other
          where other.waybill = s.waybill and other.live
            and (other.dossier_id, other.leg) is distinct from (s.dossier_id, s.leg)) as live
    from shipment s join way using (dossier_id, leg)`.execute(tx);
  return rows;
}

/** Makes live what is live by {@link loadLiveness}: first those that are no more, for there is one at every moment. */
export async function settleLiveness(tx: Tx, shipmentIds: readonly string[]): Promise<void> {
  const wanted = await loadLiveness(tx, shipmentIds);
  for (const live of [false, true]) {
    const ids = wanted.filter((one) => one.live === live).map(({ id }) => id);
    await sql`update shipment set live = ${live} where id = any (${ids}::uuid[]) and live <> ${live}`.execute(
      tx,
    );
  }
}
