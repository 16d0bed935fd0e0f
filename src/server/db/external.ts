import { Client, type ClientConfig, type PoolConfig, escapeIdentifier } from "pg";
import { type DatabaseSecrets, appRole, ensureRoles, mayNotCreateRoles, ownerRole } from "./roles.ts";
import { StartFailure, errorCode } from "./start-failure.ts";

/** The oldest PostgreSQL that the SQL is written for, as `server_version_num`. */
const OLDEST = 150_000;
const CONNECT_MS = 10_000;

export interface ExternalAddress {
  readonly databaseUrl: string;
  readonly databaseAppUrl?: string;
  readonly rolePrefix?: string;
}

export interface ExternalAccess {
  readonly ownerConfig: PoolConfig;
  readonly appConfig: PoolConfig;
  readonly serverVersion: number;
}

/**
 * Owner and application on a server of somebody else. The address names the owner; where it names a superuser,
 * an owner role is made and taken on in each session (`role`), so that nothing of ours runs or belongs to a
 * superuser. The application's role is made where that is allowed, else it must be given.
 * @param existing whether an application role that is there gets our password where it does not let us in
 * @throws StartFailure with one sentence that shows no password
 */
export async function prepareExternal(
  address: ExternalAddress,
  secrets: DatabaseSecrets,
  existing: "set" | "keep" = "set",
): Promise<ExternalAccess> {
  const given = parseAddress(address.databaseUrl, "DATABASE_URL");
  const standing = await askStanding(given, "DATABASE_URL");
  const { serverVersion } = standing;
  const ownerConfig = standing.superuser ? await becomeOwner(given, address.rolePrefix, secrets) : given;
  if (address.databaseAppUrl !== undefined) {
    const appConfig = parseAddress(address.databaseAppUrl, "DATABASE_APP_URL");
    const { database } = await askStanding(appConfig, "DATABASE_APP_URL");
    if (database !== standing.database) {
      throw new StartFailure(
        `DATABASE_APP_URL names the database ${database} and DATABASE_URL the database ${standing.database}: both must be the same one.`,
      );
    }
    return { ownerConfig, appConfig, serverVersion };
  }
  const app = { name: appRole(address.rolePrefix), password: secrets.appPassword };
  const appConfig = { ...given, user: app.name, password: app.password };
  if (!(await canLogIn(appConfig))) {
    if (!standing.superuser && !standing.mayCreateRoles) throw mayNotCreateRoles(app.name);
    await ensureRoles(given, [app], existing);
    if (existing === "set") await askStanding(appConfig, "DATABASE_URL (as the application)");
  }
  return { ownerConfig, appConfig, serverVersion };
}

async function becomeOwner(
  given: PoolConfig,
  prefix: string | undefined,
  secrets: DatabaseSecrets,
): Promise<PoolConfig> {
  const owner = ownerRole(prefix);
  await ensureRoles(given, [{ name: owner, password: secrets.ownerPassword }], "keep");
  const client = new Client(given);
  await client.connect();
  try {
    const [database, role] = [client.database ?? "", owner].map((name) => escapeIdentifier(name));
    await client.query(`grant connect, create, temporary on database ${database} to ${role}`);
  } finally {
    await client.end();
  }
  return { ...given, options: `-c role=${owner} -c timezone=UTC` };
}

/** What the role of an address is on its server. */
interface Standing {
  readonly superuser: boolean;
  readonly mayCreateRoles: boolean;
  readonly serverVersion: number;
  /** The database's own name. */
  readonly database: string;
}

/**
 * The parts of a PostgreSQL address, so that user and password can be exchanged.
 * @param setting the name of the setting that holds it, for the sentence
 * @example parseAddress("postgresql://a:secret@db/motcua", "DATABASE_URL") → { host: "db", user: "a", ... }
 */
function parseAddress(address: string, setting: string): PoolConfig {
  try {
    if (!/^postgres(ql)?:\/\//.test(address)) throw new RangeError("not the scheme of PostgreSQL");
    const { host, port, user, password, database, ssl } = new Client({ connectionString: address });
    return {
      host,
      port,
      ssl,
      connectionTimeoutMillis: CONNECT_MS,
      ...(user === undefined ? {} : { user }),
      ...(database === undefined ? {} : { database }),
      ...(typeof password === "string" ? { password } : {}),
    };
  } catch {
    // The cause would show the address, and with it the password.
    throw new StartFailure(
      `${setting} is not a PostgreSQL address (postgresql://user:password@host:port/database).`,
    );
  }
}

/**
 * Asks the server what it is and what the role may do.
 * @throws StartFailure when it does not answer, refuses the role, or is older than PostgreSQL 15
 */
export async function askStanding(config: ClientConfig, setting: string): Promise<Standing> {
  const client = new Client(config);
  // A connection that breaks later also fails the query that waits; without a listener it ends the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Standing>(
      `select rolsuper as superuser, rolcreaterole as "mayCreateRoles",
         current_setting('server_version_num')::int as "serverVersion", current_database() as database
       from pg_catalog.pg_roles where rolname = current_user`,
    );
    const [standing] = rows;
    if (standing === undefined) throw new Error("the role is not in pg_roles");
    if (standing.serverVersion < OLDEST) throw tooOld(config, setting, standing.serverVersion);
    return standing;
  } catch (error) {
    throw explainConnection(error, config, setting);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** True when the role can log in with this password. */
async function canLogIn(config: ClientConfig): Promise<boolean> {
  const client = new Client(config);
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (REFUSED_LOGIN.has(errorCode(error))) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** invalid_password, invalid_authorization_specification, and a role that may not enter the database. */
const REFUSED_LOGIN = new Set(["28P01", "28000", "42501"]);

function tooOld(config: ClientConfig, setting: string, version: number): StartFailure {
  return new StartFailure(
    `The database ${target(config)} of ${setting} is PostgreSQL ${Math.floor(version / 10_000)}; PostgreSQL 15 or newer is needed.`,
  );
}

/** Turns the error of a connection into one sentence without the password. */
export function explainConnection(error: unknown, config: ClientConfig, setting: string): unknown {
  if (error instanceof StartFailure) return error;
  const code = errorCode(error);
  const reason = REASONS[code] ?? (code === "" ? "it gave no answer" : `error ${code}`);
  const cause = error instanceof Error ? { cause: error } : {};
  return new StartFailure(`The database ${target(config)} of ${setting} cannot be used: ${reason}.`, cause);
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOENT: "there is no such socket",
  ENOTFOUND: "the host name is not known",
  EAI_AGAIN: "the host name cannot be looked up now",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "the host cannot be reached",
  "28P01": "user or password is wrong",
  "28000": "it does not let this user in",
  "3D000": "the database does not exist",
  "57P03": "it is starting, stopping or recovering",
  "53300": "it has too many connections",
};

/** Host, port and database; never the password. */
function target(config: ClientConfig): string {
  return `${config.host ?? "localhost"}:${config.port ?? 5432}/${config.database ?? ""}`;
}
