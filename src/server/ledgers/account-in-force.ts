import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type RawBuilder, sql } from "kysely";

/**
 * Whether the account `a` of a statement may be used on a day: it was not closed, and its contract runs.
 *
 * @example sql`select … from nation.account a where ${accountInForce(day)}`
 */
export function accountInForce(day: PlainDate): RawBuilder<boolean> {
  return sql<boolean>`(a.closed_at is null and a.valid_from <= ${day}::date and coalesce(a.valid_to, ${day}::date) >= ${day}::date)`;
}
