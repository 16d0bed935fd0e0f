import fs from "node:fs";
import path from "node:path";
import { Client, type PoolConfig, escapeIdentifier } from "pg";
import { type DataFolder, takeDataFolder, tryDataFolder } from "./data-folder.ts";
import { type EmbeddedServer, joinEmbedded, startEmbedded } from "./embedded/start-embedded.ts";
import { askStanding, prepareExternal } from "./external.ts";
import { refuseHalfRestored } from "./half-restored.ts";
import { type DatabaseSecrets, appRole, ensureRoles, ownerRole } from "./roles.ts";
import { StartFailure, explainDiskFull } from "./start-failure.ts";

export interface DatabaseConfig {
  readonly dataDir: string;
  /** An external server, by an address of the owner (who migrates) or of a superuser. */
  readonly databaseUrl?: string;
  /** The application's address there; needed only where `databaseUrl` may not create roles. */
  readonly databaseAppUrl?: string;
  /** Tests run an older PostgreSQL by naming its package. */
  readonly embeddedPackage?: string;
  /** Sets several installations on one external server apart. */
  readonly rolePrefix?: string;
}

export interface Database {
  readonly kind: "embedded" | "external";
  /** The data folder's real path. */
  readonly dataDir: string;
  readonly ownerConfig: PoolConfig;
  readonly appConfig: PoolConfig;
  /** The application role's name, for grants. */
  readonly appRole: string;
  /** `server_version_num`. @example 180004 */
  readonly serverVersion: number;
  /** Stops the server when it is ours and gives the data folder back. */
  stop(): Promise<void>;
}

export const DATABASE_NAME = "motcua";

/**
 * Takes the data folder and gives a database that is ready: a PostgreSQL of our own in that folder, or the
 * external one. Roles and database exist afterwards; migrations are the caller's next step.
 * @param secrets read or made under the folder's lock, so that two first starts do not make two keyrings
 * @throws StartFailure with one sentence; then nothing runs and the folder is free again
 */
export async function openDatabase(
  config: DatabaseConfig,
  secrets: (dataDir: string) => DatabaseSecrets | Promise<DatabaseSecrets>,
): Promise<Database> {
  const folder = takeDataFolder(config.dataDir);
  try {
    refuseHalfRestored(folder.path);
    const passwords = await secrets(folder.path);
    return config.databaseUrl === undefined
      ? await openEmbedded(config, folder, passwords)
      : await openExternal(config, folder, passwords);
  } catch (error) {
    folder.release();
    throw error;
  }
}

/**
 * The same database for a command beside the program, such as a backup: when the program runs, its server is
 * used and left running; otherwise it is started and stopped again.
 */
export async function openBeside(
  config: DatabaseConfig,
  secrets: (dataDir: string) => DatabaseSecrets | Promise<DatabaseSecrets>,
): Promise<Database> {
  if (config.databaseUrl === undefined && !fs.existsSync(path.join(config.dataDir, "postgres"))) {
    throw new StartFailure(`There is no database in ${config.dataDir}: the program was never started there.`);
  }
  const folder = tryDataFolder(config.dataDir);
  if ("release" in folder) {
    folder.release();
    return openDatabase(config, secrets);
  }
  const passwords = await secrets(folder.path);
  const held = { path: folder.path, release: () => undefined };
  if (config.databaseUrl !== undefined) return openExternal(config, held, passwords);
  const server = joinEmbedded(folder.path);
  if (server !== null) return describeEmbedded(config, held, server, passwords);
  throw new StartFailure(
    `The data folder ${folder.path} is in use, but its database does not take connections now: try again in a moment.`,
  );
}

async function openEmbedded(
  config: DatabaseConfig,
  folder: DataFolder,
  secrets: DatabaseSecrets,
): Promise<Database> {
  const place = { dataFolder: folder.path, base: folder.path, packageName: config.embeddedPackage };
  const server = await startEmbedded(place);
  try {
    await furnish(server, secrets, config.rolePrefix);
    return await describeEmbedded(config, folder, server, secrets);
  } catch (error) {
    await server.stop();
    throw explainDiskFull(error, folder.path);
  }
}

/** Roles and database of a server of our own; what is there already stays. */
export async function furnish(server: EmbeddedServer, secrets: DatabaseSecrets, prefix = ""): Promise<void> {
  await ensureRoles(server.superuser, [
    { name: ownerRole(prefix), password: secrets.ownerPassword },
    { name: appRole(prefix), password: secrets.appPassword },
  ]);
  const client = new Client(server.superuser);
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_catalog.pg_database where datname = $1", [
      DATABASE_NAME,
    ]);
    const [owner, app] = [escapeIdentifier(ownerRole(prefix)), escapeIdentifier(appRole(prefix))];
    if (rowCount === 0) await client.query(`create database ${DATABASE_NAME} owner ${owner}`);
    await client.query(`revoke all on database ${DATABASE_NAME} from public`);
    await client.query(`grant connect on database ${DATABASE_NAME} to ${app}`);
  } finally {
    await client.end();
  }
}

async function describeEmbedded(
  config: DatabaseConfig,
  folder: DataFolder,
  server: EmbeddedServer,
  secrets: DatabaseSecrets,
): Promise<Database> {
  const at = { host: server.host, port: server.port, database: DATABASE_NAME, ssl: false };
  const ownerConfig = { ...at, user: ownerRole(config.rolePrefix), password: secrets.ownerPassword };
  const app = appRole(config.rolePrefix);
  const { serverVersion } = await askStanding(ownerConfig, `the data folder ${folder.path}`);
  return {
    kind: "embedded",
    dataDir: folder.path,
    ownerConfig,
    appConfig: { ...at, user: app, password: secrets.appPassword },
    appRole: app,
    serverVersion,
    stop: async () => {
      await server.stop();
      folder.release();
    },
  };
}

async function openExternal(
  config: DatabaseConfig,
  folder: DataFolder,
  secrets: DatabaseSecrets,
): Promise<Database> {
  const access = await prepareExternal({ ...config, databaseUrl: config.databaseUrl ?? "" }, secrets);
  return {
    kind: "external",
    dataDir: folder.path,
    ...access,
    appRole: access.appConfig.user ?? appRole(config.rolePrefix),
    stop: () => Promise.resolve(folder.release()),
  };
}
