import type { StaffFreedRow } from "#contract/staff-freed.ts";
import type { FreedLine } from "#domain/programme/sum-freed.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CURSOR_ID, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";

export interface FreedFilter {
  readonly programmeId?: string | undefined;
  readonly phaseId?: string | undefined;
}

const FROM = sql`
  from staff_freed s
  left join mandate m on m.id = s.mandate_id
  left join phase p on p.id = coalesce(s.phase_id, m.phase_id)
  left join programme g on g.id = p.programme_id
  left join staff_freed_withdrawal w on w.staff_freed_id = s.id`;

function conditions({ programmeId, phaseId }: FreedFilter) {
  return [
    sql`true`,
    ...(programmeId === undefined ? [] : [sql`g.id = ${programmeId}::uuid`]),
    ...(phaseId === undefined ? [] : [sql`p.id = ${phaseId}::uuid`]),
  ];
}

type StoredRow = Omit<StaffFreedRow, "withdrawn"> & {
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
};

/** Lines of the list, the newest first; of a page when one is asked for, otherwise all. */
export async function findFreed(
  tx: Tx,
  filter: FreedFilter,
  page?: { readonly after: string | undefined },
): Promise<{ rows: StaffFreedRow[]; next: string | null }> {
  const [id] = unpackCursor(page?.after, [CURSOR_ID]) ?? [];
  const wanted = [...conditions(filter), ...(id === undefined ? [] : [sql`s.id < ${id}::uuid`])];
  const { rows } = await sql<StoredRow>`
    select s.id, coalesce(u.name, a.name, '') as place, s.post_title as "postTitle", s.persons,
      s.freed_on as "freedOn", s.went_to as "wentTo", s.went_to_words as "wentToWords", s.note,
      case when p.id is not null
        then jsonb_build_object('id', p.id, 'label', p.label, 'programme', g.title) end as phase,
      case when m.id is not null
        then jsonb_build_object('id', m.id, 'name', mo.name || ' – ' || mu.name) end as mandate,
      coalesce(by.full_name, '') as "recordedBy", s.recorded_at as "recordedAt",
      w.withdrawn_at as "withdrawnAt", coalesce(wb.full_name, '') as "withdrawnBy", w.reason as "withdrawnReason"
    ${FROM}
    left join nation.one_stop_unit u on u.id = s.unit_id
    left join nation.agency a on a.id = s.agency_id
    left join nation.one_stop_unit mu on mu.id = m.unit_id
    left join nation.post_office mo on mo.id = m.post_office_id
    left join nation.account by on by.id = s.recorded_by
    left join nation.account wb on wb.id = w.withdrawn_by
    where ${sql.join(wanted, sql` and `)}
    order by s.id desc ${page ? sql`limit ${PAGE_ROWS + 1}` : sql``}`.execute(tx);
  const shown = page ? rows.slice(0, PAGE_ROWS) : rows;
  const last = shown.at(-1);
  return {
    rows: shown.map(({ withdrawnAt, withdrawnBy, withdrawnReason, ...row }) => ({
      ...row,
      withdrawn:
        withdrawnAt === null
          ? null
          : { at: withdrawnAt, by: withdrawnBy ?? "", reason: withdrawnReason ?? "" },
    })),
    next: page && rows.length > PAGE_ROWS && last ? packCursor([last.id]) : null,
  };
}

/** Every line of the list as far as it is summed, and the labels of the phases. */
export async function findFreedLines(
  tx: Tx,
  filter: FreedFilter,
): Promise<readonly (FreedLine & { readonly label: string | null })[]> {
  const { rows } = await sql<FreedLine & { label: string | null }>`
    select s.persons, s.freed_on as "freedOn", p.id as "phaseId", p.label, w.staff_freed_id is not null as withdrawn
    ${FROM} where ${sql.join(conditions(filter), sql` and `)} order by p.ordinal, p.valid_from, s.id`.execute(
    tx,
  );
  return rows;
}

/** Whether a mandate, a phase that stands, or a line of the list is there. */
export async function isThere(
  tx: Tx,
  table: "mandate" | "phase" | "staff_freed",
  id: string,
): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`
    select 1 as one from ${sql.table(table)} where id = ${id}::uuid
      ${table === "phase" ? sql`and removed_at is null` : sql``}`.execute(tx);
  return rows.length > 0;
}
