import type { Holder } from "#domain/custody/custody.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** Past this many the things of a holder are not counted on: an agency has those of years. */
const COUNTED_MAX = 1000;

/**
 * How many things each holder has, things in a packet being one with it; no more than 1000 are counted. In the order
 * asked.
 */
export async function countThings(tx: Tx, holders: readonly Holder[]): Promise<readonly number[]> {
  if (holders.length === 0) return [];
  const { rows } = await sql<{ things: number }>`
    select least(
      (select count(*) from (select from container c where c.holder_kind = h.kind and c.holder_id = h.id
        limit ${COUNTED_MAX}) as boxes)
      + (select count(*) from (select from item i where i.holder_kind = h.kind and i.holder_id = h.id
        and i.holder_kind <> 'citizen' limit ${COUNTED_MAX}) as papers), ${COUNTED_MAX})::integer as things
    from unnest(${holders.map(({ kind }) => kind)}::text[], ${holders.map(({ id }) => id)}::uuid[])
      with ordinality as h (kind, id, at)
    order by h.at`.execute(tx);
  return rows.map(({ things }) => things);
}
