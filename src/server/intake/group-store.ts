import { groupCode } from "#domain/dossier/group-rows.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { searchKey, tidyText } from "#domain/shared/vietnamese-text.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";

type GroupRecord = Selectable<Database["dossier_group"]>;

/** A group as it is begun, but for its code. */
type NewGroup = Omit<GroupRecord, "code" | "name_key">;

/**
 * The group with this id, and how many rows it has; made, with the next number of the unit's day, when there is none
 * yet. Of two that begin it at the same moment the second waits and finds the first one's.
 * @returns undefined when the id is that of a group which this person does not see
 */
export async function openGroup(
  tx: Tx,
  group: NewGroup,
  agencyCode: string,
  day: PlainDate,
): Promise<(GroupRecord & { readonly rows: number }) | undefined> {
  // Whoever begins the same group meanwhile waits here until this transaction ends.
  await sql`select pg_advisory_xact_lock(hashtextextended(${group.id}, 0))`.execute(tx);
  const there = await tx
    .selectFrom("dossier_group")
    .selectAll()
    .where("id", "=", group.id)
    .executeTakeFirst();
  if (there) return { ...there, rows: await countGroupRows(tx, group.id) };
  const { last } = await tx
    .insertInto("dossier_group_counter")
    .values({ unit_id: group.unit_id, day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(["unit_id", "day"]).doUpdateSet({ last: sql`dossier_group_counter.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  const code = groupCode(agencyCode, day.replaceAll("-", "").slice(2), last);
  const name = tidyText(group.name);
  const row = { ...group, name, name_key: searchKey(name), code };
  const made = await tx
    .insertInto("dossier_group")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? { ...row, rows: 0 } : undefined;
}

async function countGroupRows(tx: Tx, groupId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("dossier_group_row")
    .select(sql<number>`count(*)::integer`.as("count"))
    .where("group_id", "=", groupId)
    .executeTakeFirstOrThrow();
  return count;
}

/** A group with whoever opened it, and of how many dossiers it is. */
export interface FoundGroup {
  readonly groupId: string;
  readonly code: string;
  readonly name: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly unitId: string;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly dossiers: number;
}

const GROUP_COLUMNS = sql`g.id as "groupId", g.code, g.name, g.procedure_code as "procedureCode",
  g.procedure_name as "procedureName", g.unit_id as "unitId", g.opened_at as "openedAt", a.full_name as "openedBy",
  (select count(*)::integer from dossier_group_row r where r.group_id = g.id) as dossiers`;

/** After every moment and id that there is. */
const LAST_PLACE = ["9999-12-31T23:59:59.999Z", "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const;

/** The groups of these units, the newest first: all of them, or those whose code or name has what was typed. */
export async function findGroups(tx: Tx, units: readonly string[], typed: string, after: string | undefined) {
  const [openedAt, id] = unpackCursor(after, [CURSOR_MOMENT, CURSOR_ID]) ?? LAST_PLACE;
  const code = typed.trim().toUpperCase();
  const name = searchKey(typed);
  const { rows } = await sql<FoundGroup>`
    select ${GROUP_COLUMNS}
    from dossier_group g join nation.account a on a.id = g.opened_by
    where g.unit_id = any (${[...units]}::uuid[])
      and (${code} = '' or starts_with(g.code, ${code}) or strpos(g.name_key, ${name}) > 0)
      and (g.opened_at, g.id) < (${openedAt}::timestamptz, ${id}::uuid)
    order by g.opened_at desc, g.id desc limit ${PAGE_ROWS + 1}`.execute(tx);
  const groups = rows.slice(0, PAGE_ROWS);
  const last = groups.at(-1);
  return {
    groups,
    next: rows.length > PAGE_ROWS && last ? packCursor([last.openedAt, last.groupId]) : null,
  };
}

export async function loadGroup(tx: Tx, groupId: string): Promise<FoundGroup | undefined> {
  const { rows } = await sql<FoundGroup>`
    select ${GROUP_COLUMNS} from dossier_group g join nation.account a on a.id = g.opened_by
    where g.id = ${groupId}`.execute(tx);
  return rows[0];
}

/** The dossiers of a group in the order of their rows. */
export async function loadGroupDossiers(tx: Tx, groupId: string) {
  return tx
    .selectFrom("dossier_group_row as row")
    .innerJoin("dossier", "dossier.id", "row.dossier_id")
    .select([
      "dossier.id as dossierId",
      "dossier.code",
      "dossier.applicant_name as applicantName",
      "dossier.business_status as status",
      "dossier.due_at as dueAt",
      "dossier.due_provisional as provisional",
    ])
    .where("row.group_id", "=", groupId)
    .orderBy("row.position")
    .orderBy("dossier.code")
    .execute();
}
