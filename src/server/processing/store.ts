import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Tx } from "../db/kysely.ts";

/** Whether somebody holds a post of case officer at one of these agencies on a day, and works for the house still. */
export async function isOfficerAt(
  tx: Tx,
  accountId: string,
  agencies: readonly string[],
  day: PlainDate,
): Promise<boolean> {
  const post = await tx
    .selectFrom("nation.staff_post as post")
    .innerJoin("nation.account as account", "account.id", "post.account_id")
    .select("post.id")
    .where("post.account_id", "=", accountId)
    .where("post.role", "=", "caseOfficer")
    .where("post.agency_id", "in", [...agencies])
    .where("post.valid_from", "<=", day)
    .where((either) => either.or([either("post.valid_to", "is", null), either("post.valid_to", ">=", day)]))
    .where("account.closed_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return post !== undefined;
}
