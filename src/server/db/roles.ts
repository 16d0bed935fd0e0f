import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { Client, type ClientConfig, type Pool, escapeIdentifier, escapeLiteral } from "pg";
import { StartFailure, errorCode } from "./start-failure.ts";

/** The passwords of our two roles; kept in the keyring, never in the database's log or on a command line. */
export interface DatabaseSecrets {
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/** Fresh passwords of 256 random bits each. */
export function newDatabaseSecrets(): DatabaseSecrets {
  const password = () => randomBytes(32).toString("base64url");
  return { ownerPassword: password(), appPassword: password() };
}

/** Role names belong to a whole server, so two installations on one server need a prefix each. */
export function ownerRole(prefix = ""): string {
  return `${prefix}motcua_owner`;
}

/** @example appRole("tinh87_") → "tinh87_motcua_app" */
export function appRole(prefix = ""): string {
  return `${prefix}motcua_app`;
}

const DUPLICATE_OBJECT = "42710";
const UNIQUE_VIOLATION = "23505";
const INSUFFICIENT_PRIVILEGE = "42501";

/** A role that may log in. */
export interface RoleLogin {
  readonly name: string;
  readonly password: string;
}

/**
 * Makes roles where they are missing: neither superuser, nor allowed to create roles or databases, nor past
 * row security. Those that exist get the password, or with `existing: "keep"` stay as they are.
 * @throws StartFailure when the connection may not create or change them
 */
export async function ensureRoles(
  connection: ClientConfig,
  roles: readonly RoleLogin[],
  existing: "set" | "keep" = "set",
): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  try {
    for (const role of roles) await ensureRole(client, role, existing);
  } catch (error) {
    if (errorCode(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    throw mayNotCreateRoles(roles.map((role) => role.name).join(", "), error);
  } finally {
    await client.end();
  }
}

/** The way out where the owner of DATABASE_URL may not make the application's role. */
export function mayNotCreateRoles(names: string, cause?: unknown): StartFailure {
  return new StartFailure(
    `The role of DATABASE_URL may not create or change the role ${names}: set DATABASE_APP_URL to a role that is neither owner nor superuser.`,
    { cause },
  );
}

async function ensureRole(client: Client, role: RoleLogin, existing: "set" | "keep"): Promise<void> {
  const name = escapeIdentifier(role.name);
  const login = `login password ${escapeLiteral(scramVerifier(role.password))}`;
  const { rowCount } = await client.query("select from pg_catalog.pg_roles where rolname = $1", [role.name]);
  if (rowCount === 0) {
    try {
      await client.query(`create role ${name} ${login}`);
      return;
    } catch (error) {
      // Another starter was faster; then the role is there and only its password is set.
      if (![DUPLICATE_OBJECT, UNIQUE_VIOLATION].includes(errorCode(error))) throw error;
    }
  }
  if (existing === "set") await client.query(`alter role ${name} ${login}`);
}

/**
 * What PostgreSQL keeps of a password (RFC 5803). Made here, so that the password itself never travels in a
 * statement: a server that logs statements would write it down.
 */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const sign = (text: string) => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(sign("Client Key")).digest("base64");
  const server = sign("Server Key").toString("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${stored}:${server}`;
}

/** A way in which the application's role can do more than it may; the sentence is for the administrator. */
export interface RoleProblem {
  readonly code: "superuser" | "bypasses_row_security" | "owner" | "ledger_writable" | "ledger_missing";
  readonly sentence: string;
}

interface RoleFacts {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owned: string | null;
}

/**
 * What readiness refuses: an application role that is (or belongs to) a superuser, that bypasses row security,
 * that owns a schema or table of ours, or that can change, remove or empty rows of a ledger.
 * @param ledgers table names without schema, looked for in `nation` and in every space
 */
export async function checkRoles(
  appPool: Pool,
  what: { readonly spaces: readonly string[]; readonly ledgers: readonly string[] },
): Promise<readonly RoleProblem[]> {
  const schemas = ["nation", ...what.spaces];
  const [facts] = (await appPool.query<RoleFacts>(ROLE_FACTS, [schemas])).rows;
  const ledgers = (await appPool.query<LedgerFacts>(LEDGER_FACTS, [schemas, what.ledgers])).rows;
  const problems: RoleProblem[] = [];
  const add = (code: RoleProblem["code"], sentence: string) => problems.push({ code, sentence });
  if (facts?.superuser) add("superuser", `The application role ${facts.name} is a superuser.`);
  if (facts?.bypasses)
    add("bypasses_row_security", `The application role ${facts.name} bypasses row security.`);
  if (facts?.owned) add("owner", `The application role ${facts.name} is owner of ${facts.owned}.`);
  for (const ledger of ledgers.filter((one) => one.writable)) {
    add("ledger_writable", `The application role can change or remove rows of the ledger ${ledger.name}.`);
  }
  const found = new Set(ledgers.map((one) => one.table));
  for (const name of what.ledgers.filter((one) => !found.has(one))) {
    add("ledger_missing", `The ledger ${name} does not exist.`);
  }
  return problems;
}

const ROLE_FACTS = `
  select current_user as name,
    bool_or(role.rolsuper) as superuser,
    bool_or(role.rolbypassrls) as bypasses,
    (select min(what) from (
       select 'schema ' || nspname as what, nspowner as owner from pg_catalog.pg_namespace where nspname = any($1)
       union all
       select n.nspname || '.' || c.relname, c.relowner
         from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any($1)
       union all
       select 'the database', datdba from pg_catalog.pg_database where datname = current_database()
     ) as owned where pg_has_role(current_user, owner, 'MEMBER')) as owned
  from pg_catalog.pg_roles role
  where pg_has_role(current_user, role.oid, 'MEMBER')`;

interface LedgerFacts {
  readonly name: string;
  readonly table: string;
  readonly writable: boolean;
}

const LEDGER_FACTS = `
  select n.nspname || '.' || c.relname as name, c.relname as table,
    has_any_column_privilege(c.oid, 'UPDATE') or has_table_privilege(c.oid, 'DELETE, TRUNCATE') as writable
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relname = any($2) and c.relkind in ('r', 'p')
  order by 1`;
