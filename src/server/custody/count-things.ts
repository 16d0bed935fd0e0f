import type { Holder } from "#domain/custody/custody.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/**
 * How many things each holder has, things in a packet being one with it, in the order asked: exact, in one statement that
 * walks the indexes of holders alone.
 */
export async function countThings(tx: Tx, holders: readonly Holder[]): Promise<readonly number[]> {
  if (holders.length === 0) return [];
  const { rows } = await sql<{ things: number }>`
    select (
      (select count(*) from container c where c.holder_kind = h.kind and c.holder_id = h.id)
      + (select count(*) from item i where i.holder_kind = h.kind and i.holder_id = h.id
        and i.holder_kind <> 'citizen'))::integer as things
    from unnest(${holders.map(({ kind }) => kind)}::text[], ${holders.map(({ id }) => id)}::uuid[])
      with ordinality as h (kind, id, at)
    order by h.at`.execute(tx);
  return rows.map(({ things }) => things);
}
