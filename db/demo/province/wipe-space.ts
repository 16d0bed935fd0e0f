import { rm } from "node:fs/promises";
import path from "node:path";
import { invariant } from "#domain/shared/result.ts";
import { schemasOfSpaces } from "#server/units/store-reference.ts";
import { Client, type PoolConfig, escapeIdentifier } from "pg";
import { forgetStories } from "../stories/forget-stories.ts";

/** From what a province is built; kept in the database for as long as it is not whole. */
export interface Building {
  readonly seed: number;
  readonly dossiers: number;
  /** Null: the clock of the moment. */
  readonly now: string | null;
}

/** What the program writes below the data folder: files of dossiers, and messages that went into files. */
const WRITTEN = ["files", "mail", "sms", "zalo"] as const;

export interface DemoPlace {
  readonly ownerConfig: PoolConfig;
  readonly dataDir: string;
}

/**
 * Takes everything that people did out of an installation: dossiers, mandates, accounts, sessions, files. Reference
 * data stay, changes made here too. The mark that a province is being built goes in with it, so that whatever
 * happens afterwards, the next start or reset knows.
 */
export async function wipeSpace(
  { ownerConfig, dataDir }: DemoPlace,
  building: Building | null,
): Promise<void> {
  const schemas = await schemasOfSpaces(ownerConfig);
  await asOwner(ownerConfig, async (client) => {
    await client.query("begin");
    const marked = await client.query("update nation.installation set demo_building = $1", [
      building && JSON.stringify(building),
    ]);
    invariant(marked.rowCount === 1, "the installation is settled before it is emptied");
    for (const schema of schemas) await emptySpace(client, schema);
    await forgetAccounts(client);
    await forgetStories(client);
    await client.query("commit");
  });
  for (const folder of WRITTEN) await rm(path.join(dataDir, folder), { recursive: true, force: true });
}

/** Says that the province is whole: only from now on a start takes it as it is. */
export async function markWhole({ ownerConfig }: DemoPlace): Promise<void> {
  await asOwner(ownerConfig, (client) => client.query("update nation.installation set demo_building = null"));
}

/** What was being built when something stopped it; null when nothing is half built. */
export async function readBuilding({ ownerConfig }: DemoPlace): Promise<Building | null> {
  return asOwner(ownerConfig, async (client) => {
    const { rows } = await client.query<{ building: Building | null }>(
      "select demo_building as building from nation.installation",
    );
    return rows[0]?.building ?? null;
  });
}

/** Runs on one connection of the owner. */
export async function asOwner<T>(ownerConfig: PoolConfig, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(ownerConfig);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** The epoch stays and grows: a cache that was read before must find out. */
const KEPT = "mandate_epoch";

async function emptySpace(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p') and c.relname <> $2`,
    [schema, KEPT],
  );
  await client.query(`truncate ${rows.map(({ name }) => name).join(", ")}`);
  await client.query(`update ${escapeIdentifier(schema)}.${KEPT} set epoch = epoch + 1`);
}

/** Reference data may say which account changed them: the row stays, the account is forgotten. */
async function forgetAccounts(client: Client): Promise<void> {
  const { rows } = await client.query<{ named: string; column: string; nullable: boolean }>(
    `select c.conrelid::regclass::text as named, quote_ident(a.attname) as column, not a.attnotnull as nullable
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
     where c.contype = 'f' and c.confrelid = 'nation.account'::regclass`,
  );
  for (const { named, column } of rows.filter(({ nullable }) => nullable))
    await client.query(`update ${named} set ${column} = null where ${column} is not null`);
  // All at once: some of them name each other.
  const emptied = new Set(rows.flatMap(({ named, nullable }) => (nullable ? [] : [named])));
  await client.query(`truncate ${[...emptied].join(", ")}`);
  await client.query("delete from nation.account");
  await client.query("delete from nation.rate_bucket");
}
