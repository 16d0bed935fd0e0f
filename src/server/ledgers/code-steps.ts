import { type Instant, addMilliseconds } from "#domain/shared/instant.ts";
import { type Kysely, sql } from "kysely";
import type { Database } from "../db/schema.gen.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import { stepOfCode } from "../keys/one-time-code.ts";

const FAILURES_MAX = 5;
const LOCK_MS = 15 * 60_000;

/** A code counts once: false when this step, or a later one, has been used. Also forgets the failures. */
export async function useStep(db: Kysely<Database>, accountId: string, step: number): Promise<boolean> {
  const used = await db
    .updateTable("nation.account")
    .set({ totp_last_step: step, failed_attempts: 0, locked_until: null })
    .where("id", "=", accountId)
    .where("totp_last_step", "<", step)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** After five in a row nobody guesses any further for a quarter of an hour. */
export async function countFailure(db: Kysely<Database>, accountId: string, now: Instant): Promise<void> {
  await sql`update nation.account set
      failed_attempts = case when failed_attempts + 1 >= ${FAILURES_MAX} then 0 else failed_attempts + 1 end,
      locked_until = case when failed_attempts + 1 >= ${FAILURES_MAX} then ${addMilliseconds(now, LOCK_MS)}::timestamptz else locked_until end
    where id = ${accountId}`.execute(db);
}

/**
 * Whether somebody who has an account stands at a colleague's screen: by the own one-time code, which is used up by it. Whoever
 * calls this counts a wrong one with {@link countFailure}, outside of the transaction that is undone.
 */
export async function isThere(
  db: Kysely<Database>,
  {
    accountId,
    code,
    ring,
    now,
  }: { readonly accountId: string; readonly code: string; readonly ring: KeyRing; readonly now: Instant },
): Promise<boolean> {
  const account = await db
    .selectFrom("nation.account")
    .select(["totp_sealed", "locked_until"])
    .where("id", "=", accountId)
    .executeTakeFirst();
  if (!account || (account.locked_until !== null && account.locked_until > now)) return false;
  const secret = unseal<string>(ring, `account.totp:${accountId}`, account.totp_sealed);
  const step = stepOfCode(secret, code, now);
  return step !== null && useStep(db, accountId, step);
}
