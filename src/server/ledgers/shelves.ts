import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/**
 * On which shelf, or in which other named place, the results of these dossiers lie, be it in a packet there. Of a dossier
 * whose result is at a desk, on its way or gone there is none.
 */
export async function findShelves(
  tx: Tx,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (dossierIds.length === 0) return new Map();
  const { rows } = await sql<{ dossierId: string; shelf: string }>`
    with recursive up as (
      select i.dossier_id, i.holder_kind as kind, i.holder_id as holder from item i
      where i.dossier_id = any (${[...dossierIds]}::uuid[]) and i.kind = 'result' and i.custody_seq > 0
      union
      select up.dossier_id, c.holder_kind, c.holder_id from up join container c on c.id = up.holder
      where up.kind = 'container')
    select up.dossier_id as "dossierId", string_agg(distinct p.name || ' (' || p.code || ')', ', ') as shelf
    from up join custody_place p on up.kind = 'place' and p.id = up.holder
    group by up.dossier_id`.execute(tx);
  return new Map(rows.map(({ dossierId, shelf }) => [dossierId, shelf]));
}
