import fs from "node:fs";
import path from "node:path";
import { Pool } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { migrate, pendingMigrations } from "./migrate.ts";
import { StartFailure } from "./start-failure.ts";
import {
  POSTGRES_15,
  type TestServer,
  ask,
  startTestServer,
  temporaryFolder,
  writeMigrations,
} from "./test-kit.ts";

const FIRST = {
  "nation/202601010000_unit.sql":
    "create table unit (id int primary key); create table run (at timestamptz default now()); insert into run default values; grant select on unit to :app;",
  "space/202601010000_dossier.sql":
    "create table dossier (id int primary key, unit int references unit); grant usage on schema :space to :app; select '1'::text;",
};
const SECOND = {
  "space/202602010000_note.sql": "alter table dossier add column note text;",
  "nation/202603010000_code.sql": "alter table unit add column code text;",
};

describe.each([
  { name: "18", packageName: undefined },
  { name: "15", packageName: POSTGRES_15 },
])("migrations on PostgreSQL $name", ({ packageName }) => {
  let host: TestServer;
  beforeAll(async () => {
    host = await startTestServer(packageName);
  });
  afterAll(() => host.stop());

  const made: { [Symbol.dispose](): void }[] = [];
  afterEach(() => {
    for (const one of made.splice(0)) one[Symbol.dispose]();
  });
  function files(content: Readonly<Record<string, string>>): string {
    const folder = temporaryFolder();
    made.push(folder);
    return writeMigrations(folder.path, content);
  }

  test("a nation file runs once, a space file once in each space, and a second run finds nothing", async () => {
    const { owner, app } = await host.newDatabase();
    const options = { folder: files(FIRST), spaces: ["dong_thap", "ca_mau"] };
    const applied = await migrate(owner, options);
    expect(applied.map((one) => `${one.scope}/${one.name}`)).toEqual([
      "nation/202601010000_unit.sql",
      "ca_mau/202601010000_dossier.sql",
      "dong_thap/202601010000_dossier.sql",
    ]);
    expect(await migrate(owner, options)).toEqual([]);
    expect(await ask(app, "select * from nation.unit")).toEqual([]);
    expect(
      await ask(
        owner,
        "select schemaname as in, tableowner as of from pg_tables where tablename = 'dossier' order by 1",
      ),
    ).toEqual([
      { in: "ca_mau", of: "motcua_owner" },
      { in: "dong_thap", of: "motcua_owner" },
    ]);
  });

  test("a database that grew goes through the files in the order of their names, a new space too", async () => {
    const { owner, app } = await host.newDatabase();
    const folder = files(FIRST);
    await migrate(owner, { folder, spaces: ["dong_thap"] });
    writeMigrations(folder, SECOND);
    const options = { folder, spaces: ["dong_thap", "ca_mau"] };
    const pool = new Pool(app);
    const pending = await pendingMigrations(pool, options);
    expect(pending.map((one) => `${one.scope}/${one.name}`)).toEqual([
      "ca_mau/202601010000_dossier.sql",
      "ca_mau/202602010000_note.sql",
      "dong_thap/202602010000_note.sql",
      "nation/202603010000_code.sql",
    ]);
    expect(await migrate(owner, options)).toEqual(pending);
    expect(await pendingMigrations(pool, options)).toEqual([]);
    await pool.end();
  });

  test("of ten starters at once one applies the files and nine find nothing to do", async () => {
    const { owner } = await host.newDatabase();
    const options = { folder: files({ ...FIRST, ...SECOND }), spaces: ["dong_thap"] };
    const answers = await Promise.all(Array.from({ length: 10 }, () => migrate(owner, options)));
    expect(answers.map((applied) => applied.length).sort((a, b) => a - b)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 4,
    ]);
    expect(await ask(owner, "select count(*)::int as runs from nation.run")).toEqual([{ runs: 1 }]);
  });

  test("a file that fails leaves nothing of itself, and those before it stay", async () => {
    const { owner } = await host.newDatabase();
    const bad = { "nation/202604010000_bad.sql": "create table half (id int); select 1/0;" };
    const folder = files({ ...FIRST, ...bad });
    await expect(migrate(owner, { folder, spaces: [] })).rejects.toThrow(
      "The migration nation/202604010000_bad.sql failed and nothing of it was kept: division by zero (22012).",
    );
    expect(
      await ask(owner, "select to_regclass('nation.half') as half, to_regclass('nation.unit')::text as unit"),
    ).toEqual([{ half: null, unit: "nation.unit" }]);
  });

  test("a file that ends the transaction is found out", async () => {
    const { owner } = await host.newDatabase();
    const folder = files({ "nation/202601010000_a.sql": "create table a (); commit; begin;" });
    await expect(migrate(owner, { folder, spaces: [] })).rejects.toThrow("ends the transaction it runs in");
  });

  test.each([
    {
      because: "an applied file was changed",
      change: (file: string) => fs.appendFileSync(file, "\n-- later"),
      says: "The database was made with another text of the migration nation/202601010000_unit.sql",
    },
    {
      because: "a newer program has migrated",
      change: (file: string) => fs.rmSync(file),
      says: "The database is of a newer program (it knows the migration nation/202601010000_unit.sql)",
    },
  ])("one sentence and no change when $because", async ({ change, says }) => {
    const { owner, app } = await host.newDatabase();
    const folder = files(FIRST);
    await migrate(owner, { folder, spaces: [] });
    change(path.join(folder, "nation/202601010000_unit.sql"));
    writeMigrations(folder, SECOND);
    const failure: unknown = await migrate(owner, { folder, spaces: [] }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartFailure);
    expect(String(failure)).toContain(says);
    const pool = new Pool(app);
    await expect(pendingMigrations(pool, { folder, spaces: [] })).rejects.toThrow(says);
    await pool.end();
    expect(await ask(owner, "select count(*)::int as files from nation.migration")).toEqual([{ files: 1 }]);
  });

  test("names that are none are refused before anything runs", async () => {
    const { owner } = await host.newDatabase();
    await expect(migrate(owner, { folder: files(FIRST), spaces: ["pg_x"] })).rejects.toThrow(
      "name of a space",
    );
    await expect(migrate(owner, { folder: files({ "nation/1_a.sql": "" }), spaces: [] })).rejects.toThrow(
      "Not the name of a migration: nation/1_a.sql",
    );
  });
});
