import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Client, type ClientConfig, type Pool, escapeIdentifier } from "pg";
import { appRole as defaultAppRole } from "./roles.ts";
import { StartFailure, errorCode } from "./start-failure.ts";

/** A migration file: for the schema that the nation shares, or for every space's schema. */
export interface Migration {
  readonly kind: "nation" | "space";
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly checksum: string;
}

/** A migration as it stands in `nation.migration`; the scope is `nation` or the name of a space. */
export interface AppliedMigration {
  readonly scope: string;
  readonly name: string;
  readonly checksum: string;
}

export interface MigrateOptions {
  /** The schemas of the spaces. */
  readonly spaces: readonly string[];
  /** Where the folders `nation` and `space` lie; the program's own by default. */
  readonly folder?: string;
  /** The role that `:app` in a migration stands for; `:space` stands for the schema that it runs in. */
  readonly appRole?: string;
}

const NATION = "nation";
const OWN_FOLDER = fileURLToPath(new URL("../../../db/migrations", import.meta.url));
const FILE_NAME = /^\d{12}_[a-z0-9]+(?:[_-][a-z0-9]+)*\.sql$/u;
const SPACE_NAME = /^(?!pg_)[a-z][a-z0-9_]{0,62}$/u;
const RESERVED = new Set([NATION, "public", "information_schema", "graphile_worker"]);
/** `:app` and `:space`, but not the cast in `'x'::space`. */
const PLACEHOLDER = /(?<![:\w]):(app|space)\b/gu;
/** Any constant will do: advisory locks are per database. "mot cua" on a telephone keypad. */
const LOCK_KEY = 6_682_820;

/**
 * Brings the database to the newest schema and answers what was applied, in order. Each file runs in its own
 * transaction as the owner; several starters at once wait for each other and the later ones find nothing to do.
 * Nation and space files run in the order of their times, so that a fresh database and one that grew over
 * years go through the same states.
 * @throws StartFailure when an applied file was changed, when a newer program migrated this database, or when
 * a file fails (nothing of that file is kept)
 */
export async function migrate(
  ownerConfig: ClientConfig,
  options: MigrateOptions,
): Promise<readonly AppliedMigration[]> {
  const client = new Client({ ...ownerConfig, statement_timeout: 0 });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK_KEY]);
    return await migrateHeld(client, options);
  } finally {
    // The session's end gives the lock back.
    await client.end();
  }
}

/** What is missing; empty when the schema is the one that this program knows. For the application's role. */
export async function pendingMigrations(
  pool: Pool,
  options: MigrateOptions,
): Promise<readonly AppliedMigration[]> {
  const { rows } = await pool.query<{ there: boolean }>(
    "select to_regclass('nation.migration') is not null as there",
  );
  const applied = rows[0]?.there === true ? await readApplied(pool) : [];
  return planPending(await readMigrations(options.folder), applied, options.spaces).map(
    (step) => step.record,
  );
}

/** The migration files, in the order in which they run. */
export async function readMigrations(folder = OWN_FOLDER): Promise<readonly Migration[]> {
  const found: Migration[] = [];
  for (const kind of [NATION, "space"] as const) {
    for (const name of await fs.readdir(path.join(folder, kind))) {
      if (!name.endsWith(".sql")) continue;
      if (!FILE_NAME.test(name)) throw new RangeError(`Not the name of a migration: ${kind}/${name}`);
      const bytes = await fs.readFile(path.join(folder, kind, name));
      const checksum = createHash("sha256").update(bytes).digest("hex");
      found.push({ kind, name, sql: bytes.toString("utf8"), checksum });
    }
  }
  // Of one minute the nation's come first: a space may refer to the nation, never the other way round.
  const order = (one: Migration) => `${one.name.slice(0, 12)} ${one.kind} ${one.name}`;
  return found.sort((a, b) => compare(order(a), order(b)));
}

/** What the database says was applied, in the order of names. */
export async function readApplied(from: Pool | Client): Promise<readonly AppliedMigration[]> {
  const { rows } = await from.query<AppliedMigration>(
    'select scope, name, checksum from nation.migration order by name collate "C", scope collate "C"',
  );
  return rows;
}

interface Step {
  readonly migration: Migration;
  readonly record: AppliedMigration;
}

/**
 * What has to run, in order, given what was applied.
 * @throws StartFailure when the two do not fit together
 */
export function planPending(
  files: readonly Migration[],
  applied: readonly AppliedMigration[],
  spaces: readonly string[],
  what = "The database",
): readonly Step[] {
  for (const space of spaces) assertSpaceName(space);
  for (const one of applied) refuseMisfit(one, files, what);
  const done = new Set(applied.map((one) => `${one.scope}/${one.name}`));
  return files.flatMap((migration) =>
    (migration.kind === NATION ? [NATION] : [...spaces].sort(compare))
      .filter((scope) => !done.has(`${scope}/${migration.name}`))
      .map((scope) => ({ migration, record: { scope, name: migration.name, checksum: migration.checksum } })),
  );
}

/**
 * Makes the schema `nation` and the table of what was applied, where they are missing. The application may
 * read it, for readiness.
 */
export async function ensureMigrationTable(client: Client, appRole: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean; app: boolean }>(
    `select to_regclass('nation.migration') is not null as there,
       exists (select from pg_catalog.pg_roles where rolname = $1) as app`,
    [appRole],
  );
  if (rows[0]?.there === true) return;
  await client.query(`
    create schema if not exists nation;
    create table nation.migration (
      scope text not null,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now(),
      primary key (scope, name)
    );
    comment on table nation.migration is 'Which migration file was applied where; scope is nation or a space';
  `);
  if (rows[0]?.app !== true) return;
  const app = escapeIdentifier(appRole);
  await client.query(`grant usage on schema nation to ${app}; grant select on nation.migration to ${app}`);
}

/** Runs one step inside of the caller's transaction and records it. */
export async function runStep(client: Client, step: Step, appRole: string): Promise<void> {
  const { scope, name, checksum } = step.record;
  const schema = escapeIdentifier(scope);
  if (scope !== NATION) await client.query(`create schema if not exists ${schema}`);
  await client.query(`set local search_path to ${scope === NATION ? NATION : `${schema}, ${NATION}`}`);
  const names = new Map([
    ["space", schema],
    ["app", escapeIdentifier(appRole)],
  ]);
  const sql = step.migration.sql.replaceAll(PLACEHOLDER, (text, name: string) => names.get(name) ?? text);
  const before = await transactionId(client);
  await client.query(sql);
  if ((await transactionId(client)) !== before) {
    throw new Error(
      `Migration ${scope}/${name} ends the transaction it runs in: leave out commit and rollback.`,
    );
  }
  await client.query("insert into nation.migration (scope, name, checksum) values ($1, $2, $3)", [
    scope,
    name,
    checksum,
  ]);
}

async function migrateHeld(client: Client, options: MigrateOptions): Promise<readonly AppliedMigration[]> {
  const appRole = options.appRole ?? defaultAppRole();
  const files = await readMigrations(options.folder);
  await inTransaction(client, () => ensureMigrationTable(client, appRole)).catch((error: unknown) => {
    throw explainMigration(error, "nation.migration");
  });
  const steps = planPending(files, await readApplied(client), options.spaces);
  for (const step of steps) {
    await inTransaction(client, () => runStep(client, step, appRole)).catch((error: unknown) => {
      throw explainMigration(error, `${step.record.scope}/${step.record.name}`);
    });
  }
  return steps.map((step) => step.record);
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function transactionId(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>("select pg_current_xact_id()::text as id");
  return rows[0]?.id ?? "";
}

function refuseMisfit(one: AppliedMigration, files: readonly Migration[], what: string): void {
  const kind = one.scope === NATION ? NATION : "space";
  const file = files.find((candidate) => candidate.kind === kind && candidate.name === one.name);
  if (file === undefined) {
    throw new StartFailure(
      `${what} is of a newer program (it knows the migration ${one.scope}/${one.name}): use that version, or a newer one.`,
    );
  }
  if (file.checksum === one.checksum) return;
  throw new StartFailure(
    `${what} was made with another text of the migration ${one.scope}/${one.name}: an applied migration must not be changed; bring the old file back and write a new one.`,
  );
}

function explainMigration(error: unknown, what: string): unknown {
  // Without a code it is no answer of the database but a bug of ours.
  if (errorCode(error) === "" || !(error instanceof Error)) return error;
  return new StartFailure(
    `The migration ${what} failed and nothing of it was kept: ${error.message} (${errorCode(error)}).`,
    { cause: error },
  );
}

function assertSpaceName(space: string): void {
  if (SPACE_NAME.test(space) && !RESERVED.has(space)) return;
  throw new RangeError(`Not the name of a space: ${JSON.stringify(space)}`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
