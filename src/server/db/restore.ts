import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { Client, type ClientConfig } from "pg";
import { type BackupSummary, summarise } from "./backup-format.ts";
import { type CheckedBackup, readBackup } from "./backup-reader.ts";
import { isEmptyDataFolder, takeDataFolder } from "./data-folder.ts";
import { DATABASE_NAME, type DatabaseConfig, furnish } from "./database.ts";
import { syncFolder } from "./embedded/cluster.ts";
import { startEmbedded } from "./embedded/start-embedded.ts";
import { prepareExternal } from "./external.ts";
import { RESTORING } from "./half-restored.ts";
import { makeSchema, rowLoader, verifyRows } from "./restore-rows.ts";
import { appRole, newDatabaseSecrets, ownerRole } from "./roles.ts";
import { StartFailure, explainFolderError } from "./start-failure.ts";
import { qualified } from "./tables.ts";

/** A server to restore into, and the way to leave it. */
interface Target {
  readonly ownerConfig: ClientConfig;
  readonly appRole: string;
  stop(): Promise<void>;
}

/**
 * Puts a backup into an empty data folder and an empty database: schema by the migrations that the backup
 * names, rows, keys, files. The whole file is checked before anything is touched; all rows go in within one
 * transaction, are read again and compared before it is committed. The next start applies newer migrations
 * and gives the roles the passwords of the restored key ring.
 * @throws StartFailure when the file is damaged or the target not empty; then the target is as it was
 */
export async function restore(
  config: DatabaseConfig,
  file: string,
  options: { readonly migrations?: string } = {},
): Promise<BackupSummary> {
  const folder = takeDataFolder(config.dataDir);
  try {
    if (!isEmptyDataFolder(folder.path)) {
      throw new StartFailure(`${folder.path} is not empty: a restore goes only into an empty data folder.`);
    }
    const checked = await readBackup(file);
    await restoreInto(config, folder.path, file, checked, options.migrations);
    return summarise(checked.header, checked.closing);
  } catch (error) {
    throw explainFolderError(error, folder.path);
  } finally {
    folder.release();
  }
}

async function restoreInto(
  config: DatabaseConfig,
  dataDir: string,
  file: string,
  checked: CheckedBackup,
  migrations: string | undefined,
): Promise<void> {
  const staging = path.join(dataDir, RESTORING);
  fs.mkdirSync(staging);
  // As for the data folder: the server's user walks through to its own subfolder.
  fs.chmodSync(staging, process.getuid?.() === 0 ? 0o711 : 0o700);
  try {
    const target = await openTarget(config, dataDir, staging);
    try {
      await loadAll(target, staging, file, checked, migrations);
    } finally {
      await target.stop();
    }
  } catch (error) {
    fs.rmSync(staging, { recursive: true, force: true });
    throw error;
  }
  // The database last: with it the folder is whole, and what remains of the staging folder is rubbish.
  for (const name of ["keys", "files", "postgres"]) {
    if (fs.existsSync(path.join(staging, name))) {
      fs.renameSync(path.join(staging, name), path.join(dataDir, name));
    }
  }
  fs.rmSync(staging, { recursive: true, force: true });
  syncFolder(dataDir);
}

async function openTarget(config: DatabaseConfig, dataDir: string, staging: string): Promise<Target> {
  // Passwords for the moment: the next start sets those of the restored key ring.
  const secrets = newDatabaseSecrets();
  if (config.databaseUrl !== undefined) {
    const access = await prepareExternal({ ...config, databaseUrl: config.databaseUrl }, secrets, "keep");
    const app = access.appConfig.user ?? appRole(config.rolePrefix);
    return { ownerConfig: access.ownerConfig, appRole: app, stop: () => Promise.resolve() };
  }
  const place = { dataFolder: dataDir, base: staging, packageName: config.embeddedPackage };
  const server = await startEmbedded(place);
  const user = ownerRole(config.rolePrefix);
  const at = { host: server.host, port: server.port, database: DATABASE_NAME, ssl: false };
  try {
    await furnish(server, secrets, config.rolePrefix);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    ownerConfig: { ...at, user, password: secrets.ownerPassword },
    appRole: appRole(config.rolePrefix),
    stop: () => server.stop(),
  };
}

async function loadAll(
  target: Target,
  staging: string,
  file: string,
  checked: CheckedBackup,
  migrations: string | undefined,
): Promise<void> {
  const client = new Client({ ...target.ownerConfig, statement_timeout: 0 });
  // A connection that breaks also fails the query that waits.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin");
    await refuseFullDatabase(client);
    await makeSchema(client, checked, target.appRole, migrations);
    await loadEntries(client, staging, file, checked);
    for (const { schema, sequence, value } of checked.closing.sequences) {
      await client.query("select setval($1::regclass, $2)", [qualified({ schema, table: sequence }), value]);
    }
    await verifyRows(client, checked.header, checked.closing);
    await client.query("commit");
    for (const table of checked.closing.tables) await client.query(`analyze ${qualified(table)}`);
  } finally {
    // Without a commit the server rolls everything back, however we end.
    await client.end();
  }
}

async function loadEntries(
  client: Client,
  staging: string,
  file: string,
  checked: CheckedBackup,
): Promise<void> {
  const rows = rowLoader(client, checked.closing);
  const again = await readBackup(file, (name, content) =>
    name.startsWith("tables/") ? rows.take(name, content) : writeFile(path.join(staging, name), content),
  );
  await rows.end();
  if (again.closing.digest !== checked.closing.digest) {
    throw new StartFailure(`The backup ${file} was changed while it was being read: nothing was restored.`);
  }
}

async function writeFile(file: string, content: AsyncIterable<Buffer>): Promise<void> {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  await pipeline(content, fs.createWriteStream(file, { flags: "wx", mode: 0o600, flush: true }));
}

async function refuseFullDatabase(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
      and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')
    limit 1`);
  const [found] = rows;
  if (found === undefined) return;
  throw new StartFailure(
    `The database is not empty (it holds ${found.name}): a restore goes only into an empty database.`,
  );
}
