import type { CalendarPlaceKind, LocalEntry } from "#domain/calendar/local-entry.ts";
import type { Db } from "../db/kysely.ts";
import type { Reference } from "./reference.ts";

/** What places set over the national calendars, what holds and what was withdrawn, in the order in which it was written down. */
export async function loadLocalCalendars(
  db: Db,
): Promise<Pick<Reference, "localEntries" | "withdrawnEntries">> {
  const rows = await db
    .selectFrom("nation.calendar_entry as entry")
    .leftJoin("nation.calendar_entry_withdrawal as withdrawal", "withdrawal.entry_id", "entry.id")
    .select(["entry.id", "entry.place_kind", "entry.place_id", "entry.content", "entry.decision"])
    .select("withdrawal.reason")
    .orderBy("entry.recorded_at")
    .orderBy("entry.id")
    .execute();
  const entries = rows.map(({ reason, ...row }) => ({
    reason,
    entry: {
      id: row.id,
      placeKind: row.place_kind as CalendarPlaceKind,
      placeId: row.place_id,
      content: row.content as LocalEntry["content"],
      decision: row.decision as LocalEntry["decision"],
    },
  }));
  return {
    localEntries: entries.filter(({ reason }) => reason === null).map(({ entry }) => entry),
    withdrawnEntries: entries.flatMap(({ reason, entry }) => (reason === null ? [] : [{ ...entry, reason }])),
  };
}
