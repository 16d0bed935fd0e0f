import { type PlainDate, addDays } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { type InHandDossier, type Leaver, acrossSpace } from "./in-hand.ts";

/** How long the fee of a dossier may lie in a drawer; by then it was paid in. Ours: no source states it. */
const CASH_DAYS = 31;

/**
 * Units for which the leaver may hold cash and no paper: dossiers with a fee, due or not fixed yet, were taken in for
 * them lately, since the last record of the same leaver. None where papers go on, since cash is counted with them.
 */
export async function findCashUnits(
  tx: Tx,
  where: { readonly reference: Reference; readonly space: Space; readonly day: PlainDate },
  leaver: Leaver,
  inHand: readonly InHandDossier[],
): Promise<readonly string[]> {
  if (inHand.some(({ items }) => items.length > 0)) return [];
  const { rows } = await acrossSpace(tx, where, () =>
    sql<{ id: string }>`
      select distinct d.received_at_unit_id as id from dossier d
      where d.received_at_unit_id = any (${[...leaver.unitIds]}::uuid[])
        and d.received_at >= ${addDays(where.day, -CASH_DAYS)}::date
        and (d.received_by = any (${[...leaver.accountIds]}::uuid[])
          or d.counter_id = any (${[...leaver.counterIds]}::uuid[]))
        and d.money_status <> 'nothingDue'
        and d.received_at > coalesce((select max(h.recorded_at) from hand_over h
          where h.target_id = ${leaver.targetId}::uuid), '-infinity')`.execute(tx),
  );
  return rows.map(({ id }) => id).toSorted();
}
