import { type Instant, addMilliseconds } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Db } from "./kysely.ts";

export interface RateLimit {
  readonly hitsMax: number;
  readonly windowMs: number;
}

/**
 * Counts a try under a key; false when there were too many within the window. Kept in the database,
 * because several processes may serve one door, and a restart must not open it.
 */
export async function withinRate(db: Db, key: string, limit: RateLimit, now: Instant): Promise<boolean> {
  const oldest = addMilliseconds(now, -limit.windowMs);
  const { rows } = await sql<{ hits: number }>`
    insert into nation.rate_bucket as bucket (key, window_start, hits) values (${key}, ${now}, 1)
    on conflict (key) do update set
      hits = case when bucket.window_start < ${oldest} then 1 else bucket.hits + 1 end,
      window_start = case when bucket.window_start < ${oldest} then ${now} else bucket.window_start end
    returning hits`.execute(db);
  return (rows[0]?.hits ?? 0) <= limit.hitsMax;
}

/** Takes a try back that turned out to be right: only guesses are counted. Beyond the limit nothing is tried. */
export async function forgiveTry(db: Db, key: string): Promise<void> {
  await sql`update nation.rate_bucket set hits = greatest(hits - 1, 0) where key = ${key}`.execute(db);
}

/** Buckets of windows long gone. */
export async function purgeRateBuckets(db: Db, now: Instant): Promise<void> {
  await db
    .deleteFrom("nation.rate_bucket")
    .where("window_start", "<", addMilliseconds(now, -86_400_000))
    .execute();
}
