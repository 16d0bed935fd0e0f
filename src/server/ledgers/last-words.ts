import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";

/** What was last written beside an act of the dossier, unsealed; null when nothing ever was. */
export async function lastWords(tx: Tx, ring: KeyRing, dossierId: string): Promise<string | null> {
  const note = await tx
    .selectFrom("event_note")
    .select(["seq", "sealed"])
    .where("dossier_id", "=", dossierId)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return note ? unseal<string>(ring, `note:${dossierId}:${note.seq}`, note.sealed) : null;
}
