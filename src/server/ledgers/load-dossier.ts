import type { DossierId } from "#domain/shared/id.ts";
import type { Selectable } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";

export type DossierRecord = Selectable<Database["dossier"]> & { readonly id: DossierId };

/** The projection of a dossier, or undefined when there is none within the row policies of this transaction. */
export async function loadDossier(tx: Tx, dossierId: string): Promise<DossierRecord | undefined> {
  return (await tx.selectFrom("dossier").selectAll().where("id", "=", dossierId).executeTakeFirst()) as
    | DossierRecord
    | undefined;
}

/**
 * {@link loadDossier} for whoever is about to move it: the dossier is held until the transaction ends. Of two at once the
 * second waits here, finds the version that the first left, and decides nothing by what is no longer so.
 */
export async function holdDossier(tx: Tx, dossierId: string): Promise<DossierRecord | undefined> {
  return (await tx
    .selectFrom("dossier")
    .selectAll()
    .where("id", "=", dossierId)
    .forNoKeyUpdate()
    .executeTakeFirst()) as DossierRecord | undefined;
}
