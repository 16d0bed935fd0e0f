import type { RatingLevel } from "#domain/dossier/rating.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { DossierRecord } from "./load-dossier.ts";

/** The answer that counts, within a transaction that may see this one dossier; null when there is none. */
export async function newestRating(tx: Tx, dossierId: string): Promise<RatingLevel | null> {
  const row = await tx
    .selectFrom("rating")
    .select("level")
    .where("dossier_id", "=", dossierId)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return (row?.level ?? null) as RatingLevel | null;
}

/**
 * Adds an answer about a dossier; the earlier ones stay. The same answer again adds nothing, and of two at once the
 * second waits for the first.
 */
export async function addRating(
  tx: Tx,
  {
    dossier,
    level,
    now,
  }: { readonly dossier: DossierRecord; readonly level: RatingLevel; readonly now: Instant },
): Promise<void> {
  await sql`select from dossier where id = ${dossier.id}::uuid for no key update`.execute(tx);
  if ((await newestRating(tx, dossier.id)) === level) return;
  await sql`
    insert into rating (dossier_id, seq, level, rated_at, unit_id, counter_id, field_code, procedure_code, received_at)
    select id, (select coalesce(max(seq), 0) + 1 from rating where dossier_id = dossier.id), ${level}, ${now}::timestamptz,
      received_at_unit_id, counter_id, field_code, procedure_code, received_at
    from dossier where id = ${dossier.id}::uuid`.execute(tx);
}
