import { afterAll, beforeAll, expect, test } from "vitest";
import { actUnder, takeIn } from "../../../test/kit/assist.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  await actUnder(app, "assist");
});
afterAll(() => app[Symbol.asyncDispose]());

type Body = Record<string, unknown>;
interface Form extends Body {
  readonly papers: readonly Body[];
  readonly furtherPapers: readonly Body[];
}

const ONE_MORE = [{ name: "Giấy nộp thêm", originals: 1, copies: 0 }];
const look = async (dossierId: string) => (await desks.clerk.get(`/dossiers/${dossierId}`)).body;
const formOf = async (dossierId: string) =>
  (await desks.clerk.get(`/dossiers/${dossierId}/correction`)).body["form"] as Form;
const handBack = (dossierId: string, version: number) =>
  desks.officer.send("POST", `/dossiers/${dossierId}/hand-back`, { version, words: "Xem lại giấy tờ" });
const correct = (dossierId: string, form: Body, version = 2) =>
  desks.clerk.send("POST", `/dossiers/${dossierId}/correction`, { version, words: "Đã sửa", ...form });

async function handedBack(changes: Body = { furtherPapers: ONE_MORE }) {
  const { dossierId } = await takeIn(desks.clerk, changes);
  passed(await handBack(dossierId, 1));
  return { dossierId, form: await formOf(dossierId) };
}

test("the name of a further paper loses its invisible marks", async () => {
  const name = "Giấy \u202exác\u200b nhận";
  const { dossierId } = await takeIn(desks.clerk, { furtherPapers: [{ name, originals: 1, copies: 0 }] });
  const { items } = (await look(dossierId)) as { items: { name: string }[] };
  expect(items.map((item) => item.name)).toContain("Giấy xác nhận");
});

test("the paper of another dossier, or one that was struck, is nothing a line can be about", async () => {
  const other = await handedBack();
  const { dossierId, form } = await handedBack();
  const foreign = { ...form, furtherPapers: other.form.furtherPapers };
  expect((await correct(dossierId, foreign)).body["code"]).toBe("paper_not_of_dossier");
  passed(await correct(dossierId, { ...form, furtherPapers: [] }));
  passed(await handBack(dossierId, 3));
  expect((await correct(dossierId, form, 4)).body["code"]).toBe("paper_not_of_dossier");
  expect((await formOf(other.dossierId)).furtherPapers).toMatchObject([{ originals: 1 }]);
});

test("one paper on two lines is refused, listed or not; the listed one is named", async () => {
  const { dossierId, form } = await handedBack();
  const further = { ...form, furtherPapers: [...form.furtherPapers, ...form.furtherPapers] };
  expect((await correct(dossierId, further)).body).toMatchObject({
    code: "paper_listed_twice",
    details: { papers: [] },
  });
  const [first] = form.papers;
  const listed = await correct(dossierId, { ...form, papers: [...form.papers, first] });
  expect(listed.body).toMatchObject({
    code: "paper_listed_twice",
    details: { papers: [expect.stringContaining("Tờ khai")] },
  });
  expect((await look(dossierId))["version"]).toBe(2);
});

test("a dossier of before, with one paper on two lines, opens with one that has them all", async () => {
  const { dossierId, form } = await handedBack();
  const copies = await app.owner.query(
    `update space_dong_thap.item set paper_id = $2, name = (select name from space_dong_thap.item
       where dossier_id = $1 and paper_id = $2)
     where dossier_id = $1 and paper_id is null`,
    [dossierId, form.papers[0]?.["paperId"]],
  );
  expect(copies.rowCount).toBe(1);
  const merged = await formOf(dossierId);
  expect(merged.furtherPapers).toEqual([]);
  expect(merged.papers).toHaveLength(form.papers.length);
  expect(merged.papers[0]).toMatchObject({
    originals: Number(form.papers[0]?.["originals"]) + 1,
    shown: false,
  });
  passed(await correct(dossierId, merged));
  expect((await look(dossierId))["version"]).toBe(3);
});
