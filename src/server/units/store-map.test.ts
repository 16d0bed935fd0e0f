import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { storeReference } from "./store-reference.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const count = async (sql: string) => Number((await app.owner.query(sql)).rows[0]["count"]);

test("a later start finds the map stored and touches none of its rows", async () => {
  const before = await app.owner.query("select max(xmin::text::bigint) from nation.administrative_unit");
  expect(await storeReference(app.database.owner)).toEqual({ changed: 0 });
  const after = await app.owner.query("select max(xmin::text::bigint) from nation.administrative_unit");
  expect(after.rows).toEqual(before.rows);
});

test("a file that was another one is stored again, and what was changed here stays", async () => {
  await app.owner.query(
    "update nation.administrative_unit set name = 'Xã Bình Thành A' where code = '30163'",
  );
  await app.owner.query(
    "update nation.administrative_unit set name = 'Xã Thanh Bình B', changed_here = true where code = '30130' and valid_to is null",
  );
  await app.owner.query("update nation.reference_file set sha256 = '\\x00' where name like '%/communes.csv'");
  expect(await storeReference(app.database.owner)).toEqual({ changed: 1 });
  const { rows } = await app.owner.query(
    "select name from nation.administrative_unit where code in ('30163', '30130') and valid_to is null order by code",
  );
  expect(rows).toEqual([{ name: "Xã Thanh Bình B" }, { name: "Xã Bình Thành" }]);
});

test("every unit of the map can be found by its name", async () => {
  expect(
    await count("select count(*) from nation.administrative_unit where name_key = '' or search_key = ''"),
  ).toBe(0);
  expect(await count("select count(*) from nation.administrative_unit where source = ''")).toBe(0);
});
