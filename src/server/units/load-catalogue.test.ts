import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import type { ReadContents } from "./load-catalogue.ts";
import { loadReference } from "./load-reference.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

test("a version that was read is not read again, a changed one is", async () => {
  const { db } = app.program.deps;
  const contents: ReadContents = new Map();
  const first = await loadReference(db, contents);
  expect(contents.size).toBe(first.versionsById.size);

  await app.owner.query(
    `update nation.procedure_version set content = jsonb_set(content, '{name}', '"Tên khác"') where code = '1.001193'`,
  );
  const second = await loadReference(db, contents);
  expect(second.versionsByCode.get("1.001193")?.map(({ content }) => content.name)).toEqual(["Tên khác"]);
  const same = [...second.versionsById].filter(
    ([id, { content }]) => content === first.versionsById.get(id)?.content,
  );
  expect(same).toHaveLength(first.versionsById.size - 1);
});

test("everybody sees a new version at once, also who is not signed in", async () => {
  await app.owner.query(
    `with moved as (update nation.reference_epoch set epoch = epoch + 1)
     update nation.procedure_version set content = jsonb_set(content, '{name}', '"Tên mới nhất"') where code = '1.001193'`,
  );
  const { body } = await app.anonymous.get("/procedures/1.001193");
  expect(body["content"]).toMatchObject({ name: "Tên mới nhất" });
});
