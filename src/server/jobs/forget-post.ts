import { type Retention, forgetBefore } from "#domain/postal/retention.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import { type Db, type Space, inSpace } from "../db/kysely.ts";

/** So many orders are held at once. */
const AT_ONCE = 500;

/**
 * Removes sender, recipient, proxy and the proofs of delivery from orders of the post whose time is over, each with the
 * moment at which it was done; the ledger's rows stay. What is under way, has an open incident or difference stays whole.
 *
 * @returns how many orders
 * @rule RETENTION-01
 */
export async function forgetOldPost(
  db: Db,
  space: Space,
  { now, retention }: { readonly now: Instant; readonly retention: Retention },
): Promise<number> {
  const before = forgetBefore(localTime(now).day, retention);
  let forgotten = 0;
  for (;;) {
    const orders = await inSpace(db, space, { places: [] }, async (tx) => {
      const { rows } = await sql<{ orders: number }>`
        select forget_postal(${before}::date, ${now}::timestamptz, ${AT_ONCE}) as orders`.execute(tx);
      return rows[0]?.orders ?? 0;
    });
    forgotten += orders;
    if (orders < AT_ONCE) break;
  }
  await inSpace(db, space, { places: [] }, (tx) => sql`select forget_strays(${before}::date)`.execute(tx));
  return forgotten;
}
