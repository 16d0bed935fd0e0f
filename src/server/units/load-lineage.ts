import { type Lineage, lineageOf } from "#domain/unit/succession.ts";
import type { Db } from "../db/kysely.ts";

/** Who goes on for whom: a few rows for each reorganisation there ever was. */
export async function loadLineage(db: Db): Promise<Lineage> {
  const rows = await db
    .selectFrom("nation.place_succession")
    .select(["predecessor_id as predecessorId", "successor_id as successorId"])
    .execute();
  return lineageOf(rows);
}
