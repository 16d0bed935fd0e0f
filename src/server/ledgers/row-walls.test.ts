import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { type Desks, bringTo, openDesks } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { Client } from "pg";
import { LEDGERS } from "../program.ts";
import { referenceId } from "../units/reference-table.ts";

let app: TestApp;
let desks: Desks;
let role: Client; // The application's own role, without the application.
let dossierId: string;
const OWN = referenceId("unit:commune:30163");
const FOREIGN = referenceId("unit:commune:30130");
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  dossierId = String((await receive(desks.clerk)).body["dossierId"]);
  await bringTo(desks, dossierId, "returned");
  await desks.officer.send("POST", `/dossiers/${dossierId}/forwarding`, { version: 1, note: "…" });
  const noted = String((await receive(desks.clerk)).body["dossierId"]);
  await desks.officer.send("POST", `/dossiers/${noted}/forwarding`, { version: 1, note: "Ghi chú" });
  await desks.clerk.send("PUT", "/drafts/01900000-0000-7000-8000-000000000000", {
    version: 0,
    title: "",
    content: {},
  });
  role = new Client(app.database.app);
  await role.connect();
  await role.query("set search_path to space_dong_thap, nation");
});
afterAll(async () => {
  await role.end();
  await app[Symbol.asyncDispose]();
});

/** Runs as the application's role with the row policies set, and takes everything back. */
async function within<T>(settings: Readonly<Record<string, string>>, run: () => Promise<T>): Promise<T> {
  await role.query("begin");
  try {
    for (const [name, value] of Object.entries(settings))
      await role.query("select set_config($1, $2, true)", [name, value]);
    return await run();
  } finally {
    await role.query("rollback");
  }
}
const count = async (table: string) =>
  Number((await role.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
const DENIED = { code: "42501" };

describe("the application's role", () => {
  test.each([...LEDGERS])("cannot change, remove or empty the ledger %s", async (ledger) => {
    const column = {
      dossier_event: "payload",
      custody_entry: "to_id",
      mandate_event: "payload",
      access_log: "outcome",
    }[ledger];
    for (const statement of [
      `update ${ledger} set ${column} = ${column}`,
      `delete from ${ledger}`,
      `truncate ${ledger}`,
    ]) {
      await expect(within({ "motcua.scope": `{${OWN}}` }, () => role.query(statement))).rejects.toMatchObject(
        DENIED,
      );
    }
  });

  test.each([
    "update party set role = role",
    "update party set sealed = sealed",
    "update dossier_correction set sealed = sealed",
    "delete from dossier_correction",
    "update event_note set seq = seq",
    "update file set name = name",
    "delete from dossier",
    "delete from item",
    "delete from party",
    "delete from file",
    "delete from mandate_decision",
    "select from dossier_search",
    "update nation.staff_post set role = role",
    "update nation.account set username = username",
    "update nation.account set demo_password = 'x'",
    "delete from nation.account",
    "update nation.account_event set payload = payload",
    "delete from nation.account_event",
    "update hand_over set reason = reason",
    "delete from hand_over_line",
    "update accreditation set field_code = field_code",
    "update training set title = title",
    "update nation.procedure_version set content = content",
    "delete from nation.procedure_version",
    "insert into nation.account select * from nation.account",
    "update nation.reference_change set after = null",
    "create table space_dong_thap.mine ()",
    "alter table dossier disable row level security",
    "drop table dossier_event",
    "set role motcua_owner",
  ])("cannot: %s", async (statement) => {
    await expect(within({}, () => role.query(statement))).rejects.toMatchObject(DENIED);
  });
});

const BEHIND_POLICIES = ["dossier", "dossier_event", "event_note", "party", "item", "custody_entry", "file"];

describe("rows of other units", () => {
  test.each(BEHIND_POLICIES)(
    "%s: nothing without a scope, nothing with another, its own with its own",
    async (table) => {
      expect(await within({}, () => count(table))).toBe(0);
      expect(await within({ "motcua.scope": "{}" }, () => count(table))).toBe(0);
      expect(await within({ "motcua.scope": `{${FOREIGN}}` }, () => count(table))).toBe(0);
      expect(await within({ "motcua.scope": `{${FOREIGN},${OWN}}` }, () => count(table))).toBeGreaterThan(0);
    },
  );

  test("one dossier opened by its key shows itself and no other", async () => {
    const ids = await within(
      { "motcua.dossier": dossierId },
      async () => (await role.query("select id from dossier")).rows,
    );
    expect(ids).toEqual([{ id: dossierId }]);
  });

  test("drafts are seen by their owner, and by the sweep only when they are old", async () => {
    const owner =
      (await app.owner.query<{ id: string }>("select id from nation.account where username = 'lan.clerk'"))
        .rows[0]?.id ?? "";
    const other =
      (await app.owner.query<{ id: string }>("select id from nation.account where username = 'phuc.clerk'"))
        .rows[0]?.id ?? "";
    expect(await within({}, () => count("draft"))).toBe(0);
    expect(await within({ "motcua.account": other, "motcua.scope": `{${OWN}}` }, () => count("draft"))).toBe(
      0,
    );
    expect(await within({ "motcua.account": owner }, () => count("draft"))).toBe(1);
    expect(await within({ "motcua.purge_before": "2026-11-16T00:00:00Z" }, () => count("draft"))).toBe(0);
  });

  test("no row can be written into another unit's scope, nor moved there", async () => {
    const insert = `insert into event_note (dossier_id, seq, sealed, scope) values ('${dossierId}', 99, '\\x00', '{${FOREIGN}}')`;
    await expect(within({ "motcua.scope": `{${OWN}}` }, () => role.query(insert))).rejects.toMatchObject(
      DENIED,
    );
    const move = `update dossier set scope = '{${FOREIGN}}' where id = '${dossierId}'`;
    await expect(within({ "motcua.scope": `{${OWN}}` }, () => role.query(move))).rejects.toMatchObject(
      DENIED,
    );
    const foreign = await within({ "motcua.scope": `{${FOREIGN}}` }, () =>
      role.query(`update dossier set version = 0 where id = '${dossierId}'`),
    );
    expect(foreign.rowCount).toBe(0);
  });

  /** A page that begins before it begins with the newest. */
  const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  test("the search gives keys of the named units alone", async () => {
    const found = (places: string) =>
      within({}, async () => {
        const asked = `select search_dossier('{${places}}', '{${places}}', '', 'infinity', '${LAST_ID}', 100)`;
        return (await role.query(asked)).rowCount;
      });
    expect(await found(FOREIGN)).toBe(0);
    expect(await found(OWN)).toBe(2);
  });

  test("every table with a scope is behind a policy, and every table with an owner", async () => {
    const { rows } = await app.owner.query(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'scope' and not a.attisdropped
       where n.nspname = 'space_dong_thap' and c.relkind = 'r' and not c.relrowsecurity`,
    );
    expect(rows).toEqual([]);
  });

  test("a policy reads the list of places once for a statement, not once for each row", async () => {
    // A province has four hundred places: to read them for a row takes longer than the row.
    const { rows } = await app.owner.query<{ name: string; using: string }>(
      `select policyname as name, qual as using from pg_policies
       where schemaname = 'space_dong_thap' and qual like '%motcua.scope%'`,
    );
    expect(rows.length).toBeGreaterThan(15);
    const ONCE = "SELECT (NULLIF(current_setting('motcua.scope'";
    expect(rows.filter(({ using }) => using.replaceAll(ONCE, "").includes("motcua.scope"))).toEqual([]);
  });
});
