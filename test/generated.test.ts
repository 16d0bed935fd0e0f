import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { migrate } from "#server/db/migrate.ts";
import { appRole } from "#server/db/roles.ts";
import { POSTGRES_15, type TestServer, ask, startTestServer } from "#server/db/test-kit.ts";
import { Client, type ClientConfig } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dumpSchema } from "../tools/dump-schema.ts";
import { howToInstall, missingOf } from "../tools/ensure-system.ts";
import { newMigration } from "../tools/new-migration.ts";

const DUMP = { schemas: ["nation", "space"], appRole: appRole() };

test.each([{ version: 18 }, { version: 15, packageName: POSTGRES_15 }])(
  "the dump of PostgreSQL $version, run on an empty database, makes the same schema",
  async ({ packageName }) => {
    const server = await startTestServer(packageName);
    try {
      const text = await dumped(await migrated(server));
      const { owner } = await server.newDatabase();
      await ask(owner, text.replaceAll(":app", appRole()));
      expect(await dumped(owner)).toBe(text);
    } finally {
      await server.stop();
    }
  },
);

describe("the dump", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  test.each([
    { change: "alter table space.dossier drop constraint dossier_channel_check", because: "a check" },
    {
      change: "alter table space.party alter column phone_index set not null",
      because: "a column that is required",
    },
    { change: "alter table space.item alter column note set default ''", because: "a default" },
    { change: "drop index space.party_number", because: "an index" },
    {
      change: "alter table space.mandate drop constraint mandate_decision_id_fkey",
      because: "a reference",
    },
    { change: "alter table space.draft disable row level security", because: "row security" },
    { change: "alter policy draft_owner on space.draft using (true)", because: "a policy" },
    { change: "grant delete on space.dossier_event to :app", because: "a right of the application" },
    { change: "grant update (payload) on space.dossier_event to :app", because: "a right on one column" },
    { change: "grant execute on function space.search_dossier to public", because: "a right of everybody" },
    { change: "alter function space.search_dossier security invoker", because: "how a function runs" },
    { change: "comment on table space.dossier is 'another'", because: "a comment" },
  ])("shows when $because is another", async ({ change }) => {
    const owner = await migrated(server);
    const before = await dumped(owner);
    await ask(owner, change.replaceAll(":app", appRole()));
    expect(await dumped(owner)).not.toBe(before);
  });

  test.each([
    "create view space.seen as select 1",
    "create sequence space.counting",
    "create type space.mood as enum ('good')",
  ])("refuses what it cannot write: %s", async (change) => {
    const owner = await migrated(server);
    await ask(owner, change);
    await expect(dumped(owner)).rejects.toThrow("The dump cannot write space.");
  });
});

async function migrated(server: TestServer): Promise<ClientConfig> {
  const { owner } = await server.newDatabase();
  await migrate(owner, { spaces: ["space"], appRole: appRole() });
  return owner;
}

async function dumped(owner: ClientConfig): Promise<string> {
  const client = new Client(owner);
  await client.connect();
  try {
    return await dumpSchema(client, DUMP);
  } finally {
    await client.end();
  }
}

describe("a new migration", () => {
  test.each([
    {
      there: "202611210001_nation.sql",
      now: "202701312359",
      made: "202701312359_add-remark.sql",
      because: "it is later",
    },
    {
      there: "202712310000_x.sql",
      now: "202701312359",
      made: "202712310001_add-remark.sql",
      because: "a clock may be behind",
    },
  ])("comes after those that are there: $because", ({ there, now, made }) => {
    using folder = emptyFolder();
    for (const kind of ["nation", "space"]) mkdirSync(path.join(folder.path, kind));
    writeFileSync(path.join(folder.path, "nation", there), "");
    const file = newMigration("add-remark", "space", now, folder.path);
    expect(path.relative(folder.path, file)).toBe(path.join("space", made));
    expect(readFileSync(file, "utf8")).toMatch(/^-- Why:/);
  });

  test.each(["", "Add", "thêm", "../x", "a b"])("refuses the name %j", (name) => {
    expect(() => newMigration(name, "space", "202701312359")).toThrow(RangeError);
  });
});

describe("what comes from the system", () => {
  const needs = [
    { what: "Chromium", programs: ["chromium", "google-chrome"], aptPackage: "chromium" },
    { what: "pdftotext", programs: ["pdftotext"], aptPackage: "poppler-utils" },
  ];

  test("is missed until one of its programs can be run", () => {
    using folder = emptyFolder();
    writeFileSync(path.join(folder.path, "pdftotext"), "", { mode: 0o644 });
    writeFileSync(path.join(folder.path, "google-chrome"), "", { mode: 0o755 });
    const missing = missingOf(needs, [folder.path]);
    expect(missing.map((need) => need.what)).toEqual(["pdftotext"]);
    expect(howToInstall(missing)).toBe(
      "Not on this machine: pdftotext. Install it (Debian and Ubuntu: apt-get install poppler-utils) and try again.",
    );
  });
});

function emptyFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-tools-"));
  return { path: folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
