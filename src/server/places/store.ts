import type { Instant } from "#domain/shared/instant.ts";
import type { Place } from "#domain/unit/place.ts";
import type { Db } from "../db/kysely.ts";
import { TABLES } from "../units/place-rows.ts";

/** A change of a place as its ledger has it. */
export interface PlaceChange {
  readonly at: Instant;
  readonly by: string | null;
  readonly reason: string | null;
  readonly before: Place | null;
  readonly after: Place | null;
}

const HISTORY_ROWS_MAX = 200;

/** What was changed here about a place, the last first; nothing for one that still is as the program brought it. */
export async function findChanges(db: Db, { kind, key }: Place): Promise<readonly PlaceChange[]> {
  const rows = await db
    .selectFrom("nation.reference_change as change")
    .leftJoin("nation.account as account", "account.id", "change.actor_id")
    .select(["change.recorded_at as at", "account.full_name as by", "change.reason"])
    .select(["change.before", "change.after"])
    .where("change.table_name", "=", TABLES[kind])
    .where("change.row_key", "=", key)
    .orderBy("change.recorded_at", "desc")
    .orderBy("change.id", "desc")
    .limit(HISTORY_ROWS_MAX)
    .execute();
  return rows.map((row) => ({
    ...row,
    before: row.before as Place | null,
    after: row.after as Place | null,
  }));
}
