import type { PlainDate } from "#domain/shared/plain-date.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { sql } from "kysely";
import type { Db } from "../db/kysely.ts";
import { CURSOR_ID, CURSOR_TEXT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";

export interface FoundProcedure {
  readonly versionId: string;
  readonly code: string;
  readonly name: string;
  readonly fieldName: string;
}

/**
 * Procedures in force on a day whose name has every word (without diacritics) or whose code begins with
 * what was typed, by name, a page at a time.
 */
export async function findProcedures(
  db: Db,
  { typed, day, after }: { typed: string; day: PlainDate; after: string | undefined },
): Promise<{ procedures: FoundProcedure[]; next: string | null }> {
  const from = unpackCursor(after, [CURSOR_TEXT, CURSOR_ID]);
  const words = searchKey(typed).split(" ").filter(Boolean);
  const code = `${typed.trim().replace(/[%_\\]/g, "")}%`;
  const rows = await db
    .selectFrom("nation.procedure_version as version")
    .innerJoin("nation.field as field", "field.code", "version.field_code")
    .select(["version.id as versionId", "version.code", "version.name", "field.name as fieldName"])
    .where("version.valid_from", "<=", day)
    .where((where) => where.or([where("version.valid_to", "is", null), where("version.valid_to", ">=", day)]))
    .where((where) =>
      where.or([
        where.and(
          words.map((word) => where("version.search_key", "like", `%${word.replace(/[%_\\]/g, "\\$&")}%`)),
        ),
        where("version.code", "like", code),
      ]),
    )
    .$if(from !== undefined, (query) =>
      query.where(sql<boolean>`(version.name, version.id) > (${from?.[0] ?? ""}, ${from?.[1] ?? ""}::uuid)`),
    )
    .orderBy("version.name")
    .orderBy("version.id")
    .limit(PAGE_ROWS + 1)
    .execute();
  const procedures = rows.slice(0, PAGE_ROWS);
  const last = procedures.at(-1);
  return {
    procedures,
    next: rows.length > PAGE_ROWS && last ? packCursor([last.name, last.versionId]) : null,
  };
}
