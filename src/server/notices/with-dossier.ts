import { type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { type DossierRecord, holdDossier } from "../ledgers/load-dossier.ts";

/** Runs while nobody else moves the dossier; undefined when it is not there. */
export function withDossier<T>(
  { db }: Deps,
  space: Space,
  dossierId: string,
  run: (tx: Tx, dossier: DossierRecord) => Promise<T>,
): Promise<T | undefined> {
  return inSpace(db, space, { places: [], dossierId }, async (tx) => {
    const dossier = await holdDossier(tx, dossierId);
    return dossier && run(tx, dossier);
  });
}
