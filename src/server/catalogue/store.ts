import type { PlainDate } from "#domain/shared/plain-date.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../db/kysely.ts";
import { CURSOR_ID, type CursorPart, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";

export interface FoundProcedure {
  readonly versionId: string;
  readonly code: string;
  readonly name: string;
  readonly fieldCode: string;
  readonly fieldName: string;
}

export interface ProcedureSearch {
  /** Words of the name or the code, in any order, with or without diacritics. */
  readonly typed: string;
  readonly day: PlainDate;
  /** One field alone, by its code. */
  readonly field?: string | undefined;
  readonly after: string | undefined;
}

const CURSOR_RANK: CursorPart = (text) => /^\d{1,5}$/.test(text);

/**
 * Procedures in force on a day that have every typed word in name or code, the best first, a page at a time: the
 * very code or name, what begins with the words, what has them together, the rest; of each the shortest names first.
 * Without words all, by name.
 */
export async function findProcedures(
  db: Db,
  { typed, day, field, after }: ProcedureSearch,
): Promise<{ procedures: FoundProcedure[]; next: string | null }> {
  const key = searchKey(typed);
  const [rank, id] = unpackCursor(after, [CURSOR_RANK, CURSOR_ID]) ?? [];
  const found = await db
    .with("found", (query) =>
      query
        .selectFrom("nation.procedure_version as version")
        .innerJoin("nation.field as field", "field.code", "version.field_code")
        .select(["version.id as versionId", "version.code", "version.name"])
        .select(["field.code as fieldCode", "field.name as fieldName"])
        .select(rankOf(key).as("rank"))
        .where(inForceOn(day))
        .where((where) => where.and(key.split(" ").filter(Boolean).map(hasWord)))
        .$if(field !== undefined, (all) => all.where("version.field_code", "=", field ?? "")),
    )
    .selectFrom("found")
    .selectAll()
    .$if(rank !== undefined, (all) =>
      all.where(
        sql<boolean>`(rank, name collate "vi-x-icu", "versionId")
          > (${Number(rank)}, ${nameOf(id ?? "")}, ${id ?? ""}::uuid)`,
      ),
    )
    .orderBy("rank")
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy("versionId")
    .limit(PAGE_ROWS + 1)
    .execute();
  const page = found.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  return {
    procedures: page.map(({ rank: _rank, ...procedure }) => procedure),
    next: found.length > PAGE_ROWS && last ? packCursor([`${last.rank}`, last.versionId]) : null,
  };
}

/**
 * The name under which a page ended, read again by the version's id: real names have up to 769 bytes, which a cursor
 * would have to carry in an address. Of a version that nobody knows it is empty: the list starts anew.
 */
export function nameOf(versionId: string): RawBuilder<string> {
  return sql<string>`coalesce((select name from nation.procedure_version where id = ${versionId}::uuid), '')`;
}

/** The version of a procedure that counts on a day: of two that overlap, the one that began later. */
function inForceOn(day: PlainDate): RawBuilder<boolean> {
  return sql<boolean>`version.valid_from <= ${day} and coalesce(version.valid_to, ${day}::date) >= ${day}
    and not exists (select from nation.procedure_version later
      where later.code = version.code and later.valid_from > version.valid_from
        and later.valid_from <= ${day} and coalesce(later.valid_to, ${day}::date) >= ${day})`;
}

/** The kind of the match, and within it the length of the name: "khai sinh" is asked for oftener than its long kin. */
function rankOf(key: string): RawBuilder<number> {
  if (key === "") return sql<number>`0`;
  const words = asPattern(key);
  return sql<number>`least(char_length(version.name), 9999) + 10000 * case
    when version.code = ${key} or version.search_key = ${key} then 0
    when version.search_key like ${`${words}%`} or version.code like ${`${words}%`} then 1
    when version.search_key like ${`%${words}%`} then 2
    else 3 end`;
}

function hasWord(word: string): RawBuilder<boolean> {
  const pattern = `%${asPattern(word)}%`;
  return sql<boolean>`(version.search_key like ${pattern} or version.code like ${pattern})`;
}

/** A text as a pattern that matches itself and nothing else. */
const asPattern = (text: string) => text.replace(/[%_\\]/g, "\\$&");

/** The record of the national portal that a version was read from; null for a version that was not, or of no shape. */
export async function findPortalRecord(
  db: Db,
  versionId: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  const found = await db
    .selectFrom("nation.procedure_version as version")
    .innerJoin("nation.portal_record as record", (join) =>
      join.onRef("record.code", "=", "version.code").onRef("record.sha256", "=", "version.record_sha256"),
    )
    .select("record.record")
    .where("version.id", "=", versionId)
    .executeTakeFirst();
  const record: unknown = found?.record;
  const isRecord = typeof record === "object" && record !== null && !Array.isArray(record);
  return isRecord ? (record as Readonly<Record<string, unknown>>) : null;
}

/** The number that grows when reference data changes. */
export async function readReferenceEpoch(db: Db): Promise<number> {
  const { epoch } = await db.selectFrom("nation.reference_epoch").select("epoch").executeTakeFirstOrThrow();
  return epoch;
}
