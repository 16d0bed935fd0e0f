import type { CalendarPlaceKind, LocalEntry } from "#domain/calendar/local-entry.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Db, Tx } from "../db/kysely.ts";
import type { CalendarPlace } from "../units/calendars.ts";

/** An entry with who wrote it down, and who withdrew it if somebody did. */
export interface StoredEntry extends LocalEntry {
  readonly spaceId: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly withdrawn: { readonly at: Instant; readonly by: string; readonly reason: string } | null;
}

/** What was ever set at these places, the latest first. */
export async function findEntries(db: Db, places: readonly CalendarPlace[]): Promise<readonly StoredEntry[]> {
  const rows = await entries(db)
    .where((where) =>
      where.or(
        places.map(({ kind, id }) =>
          where.and([where("entry.place_kind", "=", kind), where("entry.place_id", "=", id)]),
        ),
      ),
    )
    .orderBy("entry.recorded_at", "desc")
    .orderBy("entry.id", "desc")
    .execute();
  return rows.map(storedEntry);
}

/** An entry; held by whoever has the turn to change reference data. */
export async function loadEntry(tx: Tx, entryId: string): Promise<StoredEntry | undefined> {
  const row = await entries(tx).where("entry.id", "=", entryId).executeTakeFirst();
  return row && storedEntry(row);
}

function entries(db: Db) {
  return db
    .selectFrom("nation.calendar_entry as entry")
    .innerJoin("nation.account as recorder", "recorder.id", "entry.recorded_by")
    .leftJoin("nation.calendar_entry_withdrawal as withdrawal", "withdrawal.entry_id", "entry.id")
    .leftJoin("nation.account as withdrawer", "withdrawer.id", "withdrawal.withdrawn_by")
    .select(["entry.id", "entry.space_id", "entry.place_kind", "entry.place_id", "entry.content"])
    .select(["entry.decision", "entry.recorded_at", "recorder.full_name as recorder"])
    .select(["withdrawal.withdrawn_at", "withdrawal.reason", "withdrawer.full_name as withdrawer"]);
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>["execute"]>>[number];

function storedEntry(row: EntryRow): StoredEntry {
  return {
    id: row.id,
    spaceId: row.space_id,
    placeKind: row.place_kind as CalendarPlaceKind,
    placeId: row.place_id,
    content: row.content as LocalEntry["content"],
    decision: row.decision as LocalEntry["decision"],
    recordedBy: row.recorder,
    recordedAt: row.recorded_at,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { at: row.withdrawn_at, by: row.withdrawer ?? "", reason: row.reason ?? "" },
  };
}

/** Who writes into the calendars, by which post. */
export interface CalendarAct {
  readonly basis: Basis;
  readonly actorId: string;
  readonly now: Instant;
}

export async function insertEntry(
  tx: Tx,
  { id, placeKind, placeId, content, decision }: LocalEntry,
  spaceId: string,
  { basis, actorId, now }: CalendarAct,
): Promise<void> {
  await tx
    .insertInto("nation.calendar_entry")
    .values({
      id,
      space_id: spaceId,
      place_kind: placeKind,
      place_id: placeId,
      content: JSON.stringify(content),
      decision: JSON.stringify(decision),
      basis_kind: basis.kind,
      basis_id: basis.id,
      recorded_by: actorId,
      recorded_at: now,
    })
    .execute();
}

/** @returns false when somebody withdrew it before */
export async function insertWithdrawal(
  tx: Tx,
  entryId: string,
  reason: string,
  { basis, actorId, now }: CalendarAct,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: written } = await tx
    .insertInto("nation.calendar_entry_withdrawal")
    .values({
      entry_id: entryId,
      reason,
      basis_kind: basis.kind,
      basis_id: basis.id,
      withdrawn_by: actorId,
      withdrawn_at: now,
    })
    .onConflict((on) => on.column("entry_id").doNothing())
    .executeTakeFirstOrThrow();
  return Number(written) === 1;
}
