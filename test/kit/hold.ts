import type pg from "pg";

/** Rows held by a transaction of the owner: whoever wants to change them waits. */
export interface Held {
  /** Returns when this many others of the same database wait for a lock; throws when they never come. */
  readonly untilWaiting: (count: number) => Promise<void>;
  readonly release: () => Promise<void>;
}

const PATIENCE_MS = 20_000;

/**
 * Holds what a statement locks, so that a race is made certain instead of hoped for.
 * @example const held = await hold(app.owner, "select from dossier where id = $1 for update", [id]);
 */
export async function hold(
  owner: pg.Pool,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Held> {
  const client = await owner.connect();
  await client.query("set search_path to space_dong_thap, nation");
  await client.query("begin");
  await client.query(statement, [...values]);
  return {
    untilWaiting: async (count) => {
      const last = Date.now() + PATIENCE_MS;
      for (let waiting = 0; waiting < count; waiting = await countWaiting(owner)) {
        if (Date.now() > last) throw new Error(`${waiting} of ${count} came to wait`);
      }
    },
    release: async () => {
      await client.query("rollback");
      client.release(true);
    },
  };
}

async function countWaiting(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ waiting: number }>(
    `select count(*)::integer as waiting from pg_stat_activity
     where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
  );
  return rows[0]?.waiting ?? 0;
}
