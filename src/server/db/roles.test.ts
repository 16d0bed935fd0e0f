import fs from "node:fs";
import path from "node:path";
import { Pool, escapeIdentifier } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { type RoleProblem, appRole, checkRoles, newDatabaseSecrets, ownerRole } from "./roles.ts";
import { StartFailure } from "./start-failure.ts";
import { type TestDatabase, type TestServer, ask, startTestServer, temporaryFolder } from "./test-kit.ts";

let host: TestServer;
beforeAll(async () => {
  host = await startTestServer();
});
afterAll(() => host.stop());

const LEDGER = "create schema nation; create table nation.dossier_event (id int primary key, text text)";
const RIGHTS =
  "grant usage on schema nation to motcua_app; grant select, insert on nation.dossier_event to motcua_app";

async function problemsOf(config: TestDatabase["app"]): Promise<readonly RoleProblem[]> {
  const pool = new Pool(config);
  try {
    return await checkRoles(pool, { spaces: [], ledgers: ["dossier_event"] });
  } finally {
    await pool.end();
  }
}

describe("the three roles", () => {
  test("owner and application are neither superuser nor may they make roles or databases", async () => {
    const rows = await ask(
      host.server.superuser,
      `select rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication, rolcanlogin
       from pg_roles where rolname = any($1) order by 1`,
      [[ownerRole(), appRole()]],
    );
    const plain = { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false };
    expect(rows).toEqual(
      [appRole(), ownerRole()].map((rolname) => ({
        rolname,
        ...plain,
        rolreplication: false,
        rolcanlogin: true,
      })),
    );
  });

  test("the application may append to a ledger and read it, and nothing else", async () => {
    const { owner, app } = await host.newDatabase();
    await ask(owner, `${LEDGER}; ${RIGHTS}`);
    expect(await problemsOf(app)).toEqual([]);
    await ask(app, "insert into nation.dossier_event values (1, 'a')");
    for (const statement of [
      "update nation.dossier_event set text = 'b'",
      "delete from nation.dossier_event",
      "truncate nation.dossier_event",
      "drop table nation.dossier_event",
      "create table nation.mine ()",
      "create table public.mine ()",
    ]) {
      await expect(ask(app, statement), statement).rejects.toMatchObject({ code: "42501" });
    }
  });
});

describe("readiness refuses an application role", () => {
  const cases: { because: string; give: string; code: RoleProblem["code"] }[] = [
    {
      because: "that may update a column",
      give: "grant update (text) on nation.dossier_event to motcua_app",
      code: "ledger_writable",
    },
    {
      because: "that may delete",
      give: "grant delete on nation.dossier_event to motcua_app",
      code: "ledger_writable",
    },
    {
      because: "that may empty a ledger",
      give: "grant truncate on nation.dossier_event to motcua_app",
      code: "ledger_writable",
    },
    {
      because: "when everybody may update",
      give: "grant update on nation.dossier_event to public",
      code: "ledger_writable",
    },
    { because: "without the ledger", give: "drop table nation.dossier_event", code: "ledger_missing" },
  ];
  test.each(cases)("$because", async ({ give, code }) => {
    const { owner, app } = await host.newDatabase();
    await ask(owner, `${LEDGER}; ${RIGHTS}; ${give}`);
    expect((await problemsOf(app)).map((problem) => problem.code)).toEqual([code]);
  });

  test("that is owner, superuser or past row security", async () => {
    const { owner, superuser } = await host.newDatabase();
    await ask(owner, LEDGER);
    const codes = async (config: TestDatabase["app"]) => (await problemsOf(config)).map(({ code }) => code);
    expect(await codes(owner)).toEqual(["owner", "ledger_writable"]);
    expect(await codes(superuser)).toEqual([
      "superuser",
      "bypasses_row_security",
      "owner",
      "ledger_writable",
    ]);

    await ask(
      host.server.superuser,
      "create role past_walls login bypassrls password 'p'; create role member login password 'p' in role motcua_owner",
    );
    await ask(
      owner,
      "grant usage on schema nation to past_walls; grant select on nation.dossier_event to past_walls",
    );
    expect(await codes({ ...owner, user: "past_walls", password: "p" })).toEqual(["bypasses_row_security"]);
    expect(await codes({ ...owner, user: "member", password: "p" })).toEqual(["owner", "ledger_writable"]);
  });
});

describe("an external database", () => {
  const secrets = newDatabaseSecrets();

  function address(database: TestDatabase, user: string, password = ""): string {
    const { host: socket, port, database: name } = database.superuser;
    return `postgresql://${user}:${password}@/${name}?host=${encodeURIComponent(socket ?? "")}&port=${port}`;
  }

  async function opening(config: { databaseUrl: string; databaseAppUrl?: string; rolePrefix?: string }) {
    using folder = temporaryFolder();
    const database = await openDatabase({ dataDir: folder.path, ...config }, () => secrets);
    await database.stop();
    return database;
  }

  test("by a superuser: an owner that is none is made, and works", async () => {
    const database = await host.newDatabase();
    const opened = await opening({ databaseUrl: address(database, "postgres"), rolePrefix: "tinh87_" });
    expect(opened).toMatchObject({ kind: "external", appRole: "tinh87_motcua_app" });
    await ask(opened.ownerConfig, "create schema nation; create table nation.dossier_event (id int)");
    expect(
      await ask(opened.ownerConfig, "select tableowner from pg_tables where tablename = 'dossier_event'"),
    ).toEqual([{ tableowner: "tinh87_motcua_owner" }]);
    expect(await problemsOf(opened.appConfig)).toEqual([]);
  });

  test("by an owner that may make roles: the application's role is made with our password, and kept", async () => {
    const database = await host.newDatabase();
    await ask(host.server.superuser, "create role keeper login createrole password 'k'");
    const config = { databaseUrl: address(database, "keeper", "k"), rolePrefix: "keeper_" };
    const first = await opening(config);
    expect(await ask(first.appConfig, "select current_user::text as me")).toEqual([
      { me: "keeper_motcua_app" },
    ]);
    expect((await opening(config)).appConfig).toEqual(first.appConfig);
  });

  test("by an owner that may not: DATABASE_APP_URL is asked for, and then used", async () => {
    const database = await host.newDatabase();
    await ask(
      host.server.superuser,
      "create role plain login password 'p'; create role other login password 'o'",
    );
    const databaseUrl = address(database, "plain", "p");
    await expect(opening({ databaseUrl, rolePrefix: "plain_" })).rejects.toThrow(
      "The role of DATABASE_URL may not create or change the role plain_motcua_app: set DATABASE_APP_URL to a role that is neither owner nor superuser.",
    );
    const elsewhere = {
      ...database,
      superuser: { ...database.superuser, database: "postgres" },
    };
    await expect(opening({ databaseUrl, databaseAppUrl: address(elsewhere, "other", "o") })).rejects.toThrow(
      "DATABASE_APP_URL names the database postgres and DATABASE_URL the database",
    );
    const opened = await opening({ databaseUrl, databaseAppUrl: address(database, "other", "o") });
    expect(opened).toMatchObject({ appRole: "other", appConfig: { user: "other" } });
  });

  test.each([
    {
      because: "nothing listens",
      url: () => "postgresql://u:geheim@127.0.0.1:1/motcua",
      says: "127.0.0.1:1/motcua of DATABASE_URL cannot be used: nothing listens there",
    },
    {
      because: "the address is none",
      url: () => "postgresql://u:geheim@host:port/motcua",
      says: "DATABASE_URL is not a PostgreSQL address",
    },
    {
      because: "the address is of another kind of database",
      url: () => "mysql://u:geheim@127.0.0.1:1/motcua",
      says: "DATABASE_URL is not a PostgreSQL address",
    },
    {
      because: "the password is wrong",
      url: (database: TestDatabase) => address(database, "motcua_app", "geheim"),
      says: "user or password is wrong",
    },
    {
      because: "the database is not there",
      url: (database: TestDatabase) =>
        address(
          { ...database, superuser: { ...database.superuser, database: "none" } },
          "postgres",
          "geheim",
        ),
      says: "the database does not exist",
    },
  ])("one sentence without the password when $because", async ({ url, says }) => {
    const database = await host.newDatabase();
    const failure: unknown = await opening({ databaseUrl: url(database) }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartFailure);
    expect(String(failure)).toContain(says);
    expect(String(failure)).not.toContain("geheim");
  });

  test("our passwords stand in no log, even where the server logs every statement", async () => {
    const database = await host.newDatabase();
    const name = escapeIdentifier(String(database.superuser.database));
    await ask(database.superuser, `alter database ${name} set log_statement to 'all'`);
    await opening({ databaseUrl: address(database, "postgres"), rolePrefix: "seen_" });
    const log = fs.readFileSync(path.join(host.server.host, "../postgres.log"), "utf8");
    expect(log).toContain('create role "seen_motcua_app"');
    for (const password of Object.values(secrets)) expect(log).not.toContain(password);
  });
});
