import type { Tx } from "../db/kysely.ts";

/**
 * Whether this person's places have a step of a dossier, which is seen by the row of the step alone: that of an agency
 * that the internal procedure names beside those that the dossier belongs to. A step that has not come yet is none.
 *
 * @rule STEPS-01
 */
export async function hasStepOf(tx: Tx, dossierId: string): Promise<boolean> {
  const step = await tx
    .selectFrom("dossier_step")
    .select("key")
    .where("dossier_id", "=", dossierId)
    .where("state", "<>", "waiting")
    .limit(1)
    .executeTakeFirst();
  return step !== undefined;
}
