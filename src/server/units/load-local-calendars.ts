import type { CalendarPlaceKind, LocalEntry } from "#domain/calendar/local-entry.ts";
import type { Db } from "../db/kysely.ts";

/** What places set over the national calendars and nobody has withdrawn, in the order in which it was written down. */
export async function loadLocalCalendars(db: Db): Promise<readonly LocalEntry[]> {
  const rows = await db
    .selectFrom("nation.calendar_entry as entry")
    .leftJoin("nation.calendar_entry_withdrawal as withdrawal", "withdrawal.entry_id", "entry.id")
    .select(["entry.id", "entry.place_kind", "entry.place_id", "entry.content", "entry.decision"])
    .where("withdrawal.entry_id", "is", null)
    .orderBy("entry.recorded_at")
    .orderBy("entry.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    placeKind: row.place_kind as CalendarPlaceKind,
    placeId: row.place_id,
    content: row.content as LocalEntry["content"],
    decision: row.decision as LocalEntry["decision"],
  }));
}
