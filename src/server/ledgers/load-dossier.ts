import type { ResultUnits } from "#domain/dossier/collection.ts";
import type { DossierId } from "#domain/shared/id.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";

export type DossierRecord = Selectable<Database["dossier"]> & { readonly id: DossierId };

/** The projection of a dossier, or undefined when there is none within the row policies of this transaction. */
export async function loadDossier(tx: Tx, dossierId: string): Promise<DossierRecord | undefined> {
  const row = await tx.selectFrom("dossier").selectAll().where("id", "=", dossierId).executeTakeFirst();
  return seenWhole(tx, row as DossierRecord | undefined);
}

/**
 * {@link loadDossier} for whoever is about to move it: the dossier is held until the transaction ends. Of two at once the
 * second waits here, finds the version that the first left, and decides nothing by what is no longer so.
 */
export async function holdDossier(tx: Tx, dossierId: string): Promise<DossierRecord | undefined> {
  const row = await tx
    .selectFrom("dossier")
    .selectAll()
    .where("id", "=", dossierId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return seenWhole(tx, row as DossierRecord | undefined);
}

/**
 * The unit where a result is fetched sees the row of the dossier by the row policy; that it can be seen is the proof, and
 * from then on the transaction sees the rest of it: people, papers, history.
 */
async function seenWhole(tx: Tx, dossier: DossierRecord | undefined): Promise<DossierRecord | undefined> {
  if (dossier && (dossier.collected_at_unit_id !== null || dossier.result_at_unit_id !== null))
    await sql`select set_config('motcua.dossier', ${dossier.id}, true)`.execute(tx);
  return dossier;
}

/** Where it was received, where its result is fetched, and where that lies. */
export function resultUnits(dossier: DossierRecord): ResultUnits<string> {
  const receivedAt = dossier.received_at_unit_id;
  return {
    receivedAt,
    collectedAt: dossier.collected_at_unit_id ?? receivedAt,
    resultAt: dossier.result_at_unit_id ?? receivedAt,
  };
}
