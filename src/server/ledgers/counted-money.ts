import type { Basis } from "#domain/mandate/may-act.ts";
import type { AccountId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** Who does it with a hand-over, by which right. */
export interface HandOverAct {
  readonly handOverId: string;
  readonly actorId: AccountId;
  readonly basis: Basis;
  readonly now: Instant;
}

/**
 * Writes one count of cash after those that its maker saw.
 * @param count its number, one more than the last; `reason` is null for the first
 * @returns false when somebody else's count took that number meanwhile
 */
export async function writeCount(
  tx: Tx,
  { handOverId, actorId, basis, now }: HandOverAct,
  count: {
    readonly seq: number;
    readonly amount: number;
    readonly witness: string;
    readonly reason: string | null;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into counted_money (hand_over_id, seq, amount, counted_by, witness, reason, basis_kind, basis_id, counted_at)
    values (${handOverId}::uuid, ${count.seq}::smallint, ${count.amount}::bigint, ${actorId}::uuid, ${count.witness},
      ${count.reason}, ${basis.kind}, ${basis.id}, ${now}::timestamptz)
    on conflict (hand_over_id, seq) do nothing returning seq`.execute(tx);
  return rows.length === 1;
}

/**
 * Writes that a hand-over has come, in the successor's own name or in that of units.
 * @param taking `unitIds` empty: the named successor; `count` is the count that was received, 0 for none
 * @returns false when it was written already
 */
export async function writeTaking(
  tx: Tx,
  { handOverId, actorId, basis, now }: HandOverAct,
  taking: { readonly unitIds: readonly string[]; readonly count: number; readonly newId: () => string },
): Promise<boolean> {
  const names: readonly (string | null)[] = taking.unitIds.length === 0 ? [null] : taking.unitIds;
  const { rows } = await sql`
    insert into hand_over_taking (id, hand_over_id, unit_id, count_seq, taken_by, basis_kind, basis_id, taken_at)
    select one.id, ${handOverId}::uuid, one.unit, nullif(${taking.count}::smallint, 0::smallint), ${actorId}::uuid,
      ${basis.kind}, ${basis.id}, ${now}::timestamptz
    from unnest(${names.map(() => taking.newId())}::uuid[], ${[...names]}::uuid[]) as one (id, unit)
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}
