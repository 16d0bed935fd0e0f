import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { testApp } from "../../../test/kit/test-app.ts";
import { tidySpace } from "./tidy-up.ts";

const DAY = 86_400_000;

test("drafts go after seven days without a touch and not before, and what else has had its time", async () => {
  await using app = await testApp();
  const { deps } = app.program;
  const [space] = deps.reference.current().spaces;
  if (!space) throw new Error("there is a space");
  const lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  const phuc = await app.signIn("phuc.clerk");
  const [left, touched, others] = [randomUUID(), randomUUID(), randomUUID()];
  const save = (draftId: string, version: number, by = lan) =>
    by.send("PUT", `/drafts/${draftId}`, { version, title: "", content: {} });
  const there = async () =>
    (await app.owner.query<{ id: string }>("select id from space_dong_thap.draft")).rows
      .map((row) => row.id)
      .toSorted();
  const keys = async () => (await app.owner.query("select from space_dong_thap.idempotency")).rowCount;

  await save(left, 0);
  await save(touched, 0);
  await save(others, 0, phuc);
  await receive(lan);
  app.clock.advance(6 * DAY);
  const again = await app.signIn("lan.clerk");
  await save(touched, 1, again);
  const atSevenDays = 7 * DAY - 6 * DAY - 90_000; // Just short of seven days since the first was saved.
  app.clock.advance(atSevenDays);
  await tidySpace(deps.db, space, app.clock.now());
  expect(await there()).toEqual([left, touched, others].toSorted());
  expect(await keys()).toBe(1); // Only the touch of yesterday: nobody repeats a request of a week ago.

  app.clock.advance(180_000);
  await tidySpace(deps.db, space, app.clock.now());
  expect(await there()).toEqual([touched]);
  expect((await app.owner.query("select from space_dong_thap.dossier")).rowCount).toBe(1);
});
