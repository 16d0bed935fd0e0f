import { instant } from "#domain/shared/instant.ts";
import { Kysely, PostgresDialect, type Transaction, sql } from "kysely";
import { Pool, type PoolConfig, types } from "pg";
import { nameStatements } from "./named-statements.ts";
import type { Database } from "./schema.gen.ts";

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** A space as the program works in it: its schema is put before every table name that has none. */
export interface Space {
  readonly id: string;
  readonly schema: string;
}

const OID = { int8: 20, date: 1082, timestamptz: 1184 } as const;

/** Days stay days, moments become instants, big integers numbers: nothing passes through a local clock. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.int8]: (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit into a number`);
    return value;
  },
  [OID.date]: (text) => text,
  [OID.timestamptz]: (text) => instant(`${text.replace(" ", "T")}:00`),
};

/**
 * A counter acts every few minutes. A connection that was closed meanwhile would be opened, and every statement parsed
 * and planned, anew: some 50 ms each time.
 */
const CONNECTION_KEPT_MS = 15 * 60_000;

/** A pool that reads dates and moments as the domain has them; sessions speak UTC whatever the server's zone. */
export function createPool(config: PoolConfig): Pool {
  const pool = new Pool({
    idleTimeoutMillis: CONNECTION_KEPT_MS,
    ...config,
    options: [config.options, "-c timezone=UTC"].filter(Boolean).join(" "),
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        PARSERS[oid] ?? types.getTypeParser(oid, format),
    },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the program.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  nameStatements(pool);
  return pool;
}

export function createDb(pool: Pool): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Who asks, as the row-level policies read it. */
export interface RowAccess {
  /** Units and agencies whose rows may be seen. */
  readonly places: readonly string[];
  readonly accountId?: string;
  /** One dossier that may be seen whatever its places: the citizen's, or a job's. */
  readonly dossierId?: string;
}

/** How the statements of a transaction are planned. */
export interface Planning {
  /**
   * Once for a connection, whatever is asked. For a statement that has one good plan and is planned longer than it
   * works: PostgreSQL would guess that a plan for what is asked pays, and plan it anew for each request.
   */
  readonly once?: boolean;
}

const PLANNED_ONCE = sql`, set_config('plan_cache_mode', 'force_generic_plan', true)`;

/** Runs within one transaction of a space, with the row-level policies set for whoever asks. */
export function inSpace<T>(
  db: Db,
  space: Space,
  access: RowAccess,
  run: (tx: Tx) => Promise<T>,
  { once = false }: Planning = {},
): Promise<T> {
  return db.transaction().execute(async (plain) => {
    await sql`select
      set_config('search_path', ${`${space.schema},nation`}, true),
      set_config('motcua.scope', ${`{${access.places.join(",")}}`}, true),
      set_config('motcua.account', ${access.accountId ?? ""}, true),
      set_config('motcua.dossier', ${access.dossierId ?? ""}, true)
      ${once ? PLANNED_ONCE : sql``}`.execute(plain);
    return run(plain);
  });
}
