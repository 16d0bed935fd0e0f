import type { GuidanceLine } from "#contract/guidance.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** How many lines of the day the counter's page shows. */
const LINES = 50;

/** The day's guidance at a counter; `since` is the moment from which the asking person may still take lines back. */
export async function findGuidance(
  tx: Tx,
  asked: {
    readonly counterId: string;
    readonly day: PlainDate;
    readonly accountId: string;
    readonly since: Instant;
  },
): Promise<{ lines: GuidanceLine[]; count: number; minutes: number }> {
  const { counterId, day, accountId, since } = asked;
  const here = sql`g.counter_id = ${counterId}::uuid and g.day = ${day}::date and g.withdrawn_at is null`;
  const { rows: lines } = await sql<GuidanceLine>`
    select g.id, g.at, a.full_name as by, coalesce(f.name, g.field_code) as "fieldName",
      case when g.procedure_code is not null
        then jsonb_build_object('code', g.procedure_code, 'name', coalesce(v.name, g.procedure_code)) end as procedure,
      g.minutes, g.outcome, g.account_id = ${accountId}::uuid and g.at >= ${since}::timestamptz as undoable
    from guidance g
    join nation.account a on a.id = g.account_id
    left join nation.field f on f.code = g.field_code
    left join lateral (
      select name from nation.procedure_version
      where code = g.procedure_code and withdrawn_at is null order by valid_from desc limit 1) v on true
    where ${here} order by g.at desc, g.id desc limit ${LINES}`.execute(tx);
  const { rows: sums } = await sql<{ count: number; minutes: number }>`
    select count(*)::integer as count, coalesce(sum(g.minutes), 0)::integer as minutes
    from guidance g where ${here}`.execute(tx);
  return { lines, count: sums[0]?.count ?? 0, minutes: sums[0]?.minutes ?? 0 };
}

/** Takes one's own line back that was written since a moment. @returns false when there is none */
export async function withdrawLine(
  tx: Tx,
  { id, accountId, since, now }: { id: string; accountId: string; since: Instant; now: Instant },
): Promise<boolean> {
  const withdrawn = await tx
    .updateTable("guidance")
    .set({ withdrawn_at: now })
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .where("at", ">=", since)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return withdrawn.numUpdatedRows === 1n;
}
