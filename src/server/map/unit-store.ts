import type { AdministrativeUnitView, ListedUnit } from "#contract/map.ts";
import type { Mark } from "#domain/calendar/work-calendar.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { sql } from "kysely";
import type { Db } from "../db/kysely.ts";
import { CURSOR_TEXT, type CursorPart, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";

const UNIT = sql`u.code, u.name, u.kind, u.parent_code as "parentCode", u.valid_from as "validFrom", u.valid_to as "validTo"`;

/** True for the row of an alias that stood on a day, or the day before it. */
const stood = (alias: string, day: ReturnType<typeof sql>) =>
  sql`(${sql.ref(alias)}.valid_from <= ${day} and coalesce(${sql.ref(alias)}.valid_to, 'infinity') >= ${day})`;

/**
 * Units that stood on a day, a page at a time: those with every word in their name (without diacritics), those below a
 * parent, or both; the provinces when neither is given. Names that are or end with the words as typed come first, then
 * those that hold them side by side, then the rest; among equals by code.
 * @example "binh tan" → Xã Bình Tấn before Xã Tân Bình
 */
export async function findUnits(
  db: Db,
  asked: { day: PlainDate; parent: string | undefined; typed: string; after: string | undefined },
): Promise<{ units: ListedUnit[]; next: string | null }> {
  const { day, parent, after } = asked;
  const words = searchKey(asked.typed).split(" ").filter(Boolean);
  const [fromRank = "0", from = ""] = unpackCursor(after, [isRank, CURSOR_TEXT]) ?? [];
  const literal = (text: string) => text.replace(/[%_\\]/g, "\\$&");
  const phrase = literal(words.join(" "));
  const rank = sql<number>`case when ' ' || u.search_key like ${`% ${phrase}`} then 0
    when ' ' || u.search_key like ${`% ${phrase}%`} then 1 else 2 end`;
  const conditions = [
    stood("u", sql`${day}::date`),
    sql`(${rank}, u.code) > (${Number(fromRank)}::integer, ${from})`,
    ...words.map((word) => sql`u.search_key like ${`%${literal(word)}%`}`),
    ...(parent === undefined ? [] : [sql`u.parent_code = ${parent}`]),
    ...(parent === undefined && words.length === 0 ? [sql`u.parent_code is null`] : []),
  ];
  const { rows } = await sql<ListedUnit & { rank: number }>`
    select ${UNIT}, ${rank} as rank, array_remove(array[near.name, far.name], null) as above
    from nation.administrative_unit u
    left join nation.administrative_unit near on near.code = u.parent_code and ${stood("near", sql`${day}::date`)}
    left join nation.administrative_unit far on far.code = near.parent_code and ${stood("far", sql`${day}::date`)}
    where ${sql.join(conditions, sql` and `)}
    order by ${rank}, u.code limit ${PAGE_ROWS + 1}`.execute(db);
  const page = rows.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  return {
    units: page.map(({ code, name, kind, parentCode, validFrom, validTo, above }) => ({
      code,
      name,
      kind,
      parentCode,
      validFrom,
      validTo,
      above,
    })),
    next: rows.length > PAGE_ROWS && last ? packCursor([String(last.rank), last.code]) : null,
  };
}

const isRank: CursorPart = (text) => /^[012]$/.test(text);

/** The unit that had a code on a day, with what it lay in then, the nearest first. */
export async function loadUnitWithParents(
  db: Db,
  code: string,
  day: PlainDate,
): Promise<readonly (AdministrativeUnitView & { readonly mark: Mark; readonly source: string })[]> {
  const { rows } = await sql<AdministrativeUnitView & { mark: Mark; source: string }>`
    with recursive up as (
      select u.*, 0 as steps from nation.administrative_unit u
      where u.code = ${code} and ${stood("u", sql`${day}::date`)}
      union all
      select u.*, up.steps + 1 from up join nation.administrative_unit u on u.code = up.parent_code
      where ${stood("u", sql`${day}::date`)} and up.steps < 4)
    select ${UNIT}, u.mark, u.source from up u order by u.steps`.execute(db);
  return rows;
}

type Related = AdministrativeUnitView & { readonly whole: boolean };

/** All units that went up into a unit, directly or through others; `whole` is false where a part went. */
export async function loadPredecessors(db: Db, unit: AdministrativeUnitView): Promise<readonly Related[]> {
  const { rows } = await sql<Related>`
    with recursive back as (
      select u.code, u.valid_from, u.valid_to, true as whole from nation.administrative_unit u
      where u.code = ${unit.code} and u.valid_from = ${unit.validFrom}
      union
      select u.code, u.valid_from, u.valid_to, back.whole and s.whole
      from back
      join nation.administrative_succession s on s.successor_code = back.code and ${stood("back", sql`s.succeeded_on`)}
      join nation.administrative_unit u on u.code = s.predecessor_code and ${stood("u", sql`s.succeeded_on - 1`)})
    select ${UNIT}, bool_or(back.whole) as whole
    from back join nation.administrative_unit u using (code, valid_from)
    where (u.code, u.valid_from) <> (${unit.code}, ${unit.validFrom}::date)
    group by u.code, u.valid_from order by u.valid_from desc, u.code`.execute(db);
  return rows;
}

/** What a unit had become by a day: itself while it stands, else the ends of the chain of successions. */
export async function loadSuccessors(
  db: Db,
  unit: AdministrativeUnitView,
  today: PlainDate,
): Promise<readonly Related[]> {
  const { rows } = await sql<Related>`
    with recursive forth as (
      select u.code, u.valid_from, u.valid_to, true as whole from nation.administrative_unit u
      where u.code = ${unit.code} and u.valid_from = ${unit.validFrom}
      union
      select u.code, u.valid_from, u.valid_to, forth.whole and s.whole
      from forth
      join nation.administrative_succession s
        on s.predecessor_code = forth.code and ${stood("forth", sql`s.succeeded_on - 1`)}
      join nation.administrative_unit u on u.code = s.successor_code and ${stood("u", sql`s.succeeded_on`)})
    select ${UNIT}, bool_or(forth.whole) as whole
    from forth join nation.administrative_unit u using (code, valid_from)
    where ${stood("u", sql`${today}::date`)}
    group by u.code, u.valid_from order by u.code`.execute(db);
  return rows;
}
