import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";

/** The dossier `d` has a ready result that the citizen wants by post, and no way back was ever ordered for it. */
export const IS_UNSENT = sql`d.business_status = 'finished' and d.return_method = 'postal' and d.whole_id is null
  and not exists (select from shipment s where s.dossier_id = d.id and s.leg = 'return' and s.state <> 'cancelled')`;

/** Ready results that the citizen wants by post and that no way back was ever ordered for, the oldest first. */
export async function findUnsent(
  tx: Tx,
  { places, limit }: { readonly places: readonly string[]; readonly limit: number },
): Promise<readonly DossierRecord[]> {
  const { rows } = await sql<DossierRecord>`
    select d.* from dossier d
    where ${IS_UNSENT} and d.received_at_unit_id = any (${[...places]}::uuid[])
    order by d.due_at, d.id limit ${limit}`.execute(tx);
  return rows;
}
