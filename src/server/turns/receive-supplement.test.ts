import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actUnder, confirm, resultsOf } from "../../../test/kit/assist.ts";
import { employ } from "../../../test/kit/employ.ts";
import { hold } from "../../../test/kit/hold.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { A_PAPER, goTo, moment, receivedInDecember, turn } from "../../../test/kit/turns.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const WORDS = "Bản sao chưa có dấu";
/** Asked for on Wednesday 9 December; the version is 2. */
const asked = async () => {
  const id = await receivedInDecember(app, desks);
  await goTo(app, "12-09 10:00");
  passed(await turn(desks.officer, id, "supplement-requests", 1));
  return id;
};
const view = async (id: string, by: Client = desks.officer) => (await by.get(`/dossiers/${id}`)).body;
const papersOf = async (id: string) => ((await view(id))["items"] as unknown[]).length;

describe("a supplement", () => {
  test.each<{ because: string; body?: Record<string, unknown>; by?: keyof Desks; is: string }>([
    {
      because: "a line without a paper is none",
      body: { papers: [{ ...A_PAPER, copies: 0 }] },
      is: "supplement_empty",
    },
    { because: "nothing came and nothing is said", body: { papers: [] }, is: "supplement_empty" },
    { because: "blanks say nothing", body: { papers: [], note: "  " }, is: "supplement_empty" },
    { because: "somebody else was faster", body: { version: 1 }, is: "dossier_changed" },
    { because: "case officers take nothing in", by: "caseOfficer", is: "post_missing" },
  ])("is refused and changes nothing: $because", async ({ body = {}, by = "officer", is }) => {
    const id = await asked();
    const papers = await papersOf(id);
    expect((await turn(desks[by], id, "supplements", 2, body)).body["code"]).toBe(is);
    expect(await view(id)).toMatchObject({ version: 2, statuses: { business: "awaitingSupplement" } });
    expect(await papersOf(id)).toBe(papers);
  });

  test("is answered once", async () => {
    const id = await asked();
    passed(await turn(desks.officer, id, "supplements", 2));
    expect((await turn(desks.officer, id, "supplements", 3)).body["code"]).toBe("move_not_allowed");
  });

  test("moves the legal date on, and the figures keep their own: the wait is taken off the first receipt", async () => {
    const id = await asked();
    await goTo(app, "12-11 10:00");
    passed(await turn(desks.officer, id, "supplements", 2));
    const { rows } = await app.owner.query<{ due: string; counted: string }>(
      "select due_at::text as due, statistical_due_at::text as counted from space_dong_thap.dossier where id = $1",
      [id],
    );
    const { deadline } = (await view(id)) as { deadline: { statisticalDueAt: string } };
    expect(Date.parse(rows[0]?.counted ?? "")).toBe(Date.parse(deadline.statisticalDueAt));
    expect(Date.parse(rows[0]?.counted ?? "")).toBeLessThan(Date.parse(rows[0]?.due ?? ""));
  });

  test("that nobody asked for is refused", async () => {
    const id = await receivedInDecember(app, desks);
    expect((await turn(desks.officer, id, "supplements", 1)).body["code"]).toBe("move_not_allowed");
  });

  test("may be words alone, when no paper was missing", async () => {
    const id = await asked();
    const papers = await papersOf(id);
    passed(await turn(desks.officer, id, "supplements", 2, { papers: [], note: "Đã sửa tờ khai tại quầy" }));
    expect(await papersOf(id)).toBe(papers);
    expect(await view(id)).toMatchObject({
      events: [{}, {}, { type: "dossier.supplemented", note: "Đã sửa tờ khai tại quầy" }],
    });
  });

  test("by two at once is taken in once, and its papers are there once", async () => {
    const id = await asked();
    const papers = await papersOf(id);
    const held = await hold(app.owner, "select from dossier where id = $1 for update", [id]);
    const both = Promise.all([
      turn(desks.officer, id, "supplements", 2),
      turn(desks.officer, id, "supplements", 2),
    ]);
    await held.untilWaiting(2);
    await held.release();
    expect((await both).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await papersOf(id)).toBe(papers + 1);
  });

  test("of a dossier of another unit, or without a counter, is not taken in", async () => {
    const id = await asked();
    await employ(app, "mai.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    const mai = await app.signIn("mai.officer");
    expect((await turn(mai, id, "supplements", 2)).body["code"]).toBe("not_found");
    await employ(app, "an.officer", [{ role: "oneStopOfficer", at: "unit:commune:30163" }]);
    const standing = await app.signIn("an.officer");
    expect((await turn(standing, id, "supplements", 2)).body["code"]).toBe("counter_not_chosen");
  });

  test("is not taken in by a clerk who is stopped", async () => {
    const id = await asked();
    await app.owner.query(
      `with changed as (update space_dong_thap.mandate set status = 'suspended')
       update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
    );
    expect((await turn(desks.clerk, id, "supplements", 2)).body["code"]).toBe("mandate_not_in_force");
    await app.owner.query(
      `with changed as (update space_dong_thap.mandate set status = 'inForce')
       update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
    );
    passed(await turn(desks.clerk, id, "supplements", 2));
  });
});

describe("a supplement that is taken in by a clerk whose acts are confirmed", () => {
  const takenIn = async () => {
    await actUnder(app, "assist");
    const id = await asked();
    await goTo(app, "12-11 10:00");
    const came = passed(await turn(desks.clerk, id, "supplements", 2));
    expect(came.body).toMatchObject({
      status: "supplementAwaitingConfirmation",
      dueAt: moment("12-18 17:00"),
    });
    return id;
  };
  const rowOf = async (by: Client, list: string, id: string) =>
    ((await by.get(list)).body["rows"] as Record<string, unknown>[]).find((row) => row["dossierId"] === id);

  test("waits in both lists with its own papers only, and goes on when it is confirmed", async () => {
    const id = await takenIn();
    const row = { act: "supplement", status: "supplementAwaitingConfirmation", papers: 1 };
    expect(await rowOf(desks.officer, "/confirmations", id)).toMatchObject({ ...row, own: false });
    expect(await rowOf(desks.clerk, "/awaited-confirmations", id)).toMatchObject({ ...row, own: true });
    await goTo(app, "12-14 09:00");
    await confirm(desks.officer, [{ dossierId: id, version: 3 }]);
    expect(await view(id)).toMatchObject({
      dueAt: moment("12-18 17:00"),
      statuses: { business: "received" },
      deadline: { statisticalDueAt: moment("12-16 17:00") },
    });
    expect(await rowOf(desks.officer, "/confirmations", id)).toBeUndefined();
  });

  test("is not confirmed by whoever took it in", async () => {
    const id = await takenIn();
    const answer = await desks.clerk.send("POST", "/confirmations", {
      dossiers: [{ dossierId: id, version: 3 }],
    });
    expect(answer.body["code"]).toBe("permission_missing");
  });

  test("is handed back with words: it is waited for as before, and the date counts from what came then", async () => {
    const id = await takenIn();
    passed(await desks.officer.send("POST", `/dossiers/${id}/hand-back`, { version: 3, words: WORDS }));
    expect(await view(id)).toMatchObject({
      statuses: { business: "awaitingSupplement" },
      deadline: { standing: { since: moment("12-09 10:00"), reason: "supplement" } },
    });
    const early = await desks.officer.send("POST", "/confirmations", {
      dossiers: [{ dossierId: id, version: 4 }],
    });
    expect(resultsOf(early)).toMatchObject([{ refusal: { code: "move_not_allowed" } }]);
    await goTo(app, "12-14 10:00");
    passed(await turn(desks.clerk, id, "supplements", 4, { papers: [], note: "Đã đóng dấu" }));
    await confirm(desks.officer, [{ dossierId: id, version: 5 }]);
    expect(await view(id)).toMatchObject({
      dueAt: moment("12-21 17:00"),
      statuses: { business: "received" },
      deadline: { statisticalDueAt: moment("12-17 17:00"), supplements: 1 },
    });
  });

  test("is counted in the time that confirmations take", async () => {
    const { body } = await desks.officer.get("/confirmation-figures?from=2026-12-01&to=2026-12-31");
    const figures = body["figures"] as Record<string, unknown>[];
    expect(figures.find(({ act }) => act === "supplement")).toMatchObject({
      count: 4,
      confirmed: 3,
      waiting: 1,
      sentBack: 1,
    });
  });
});

test("the projections agree with the ledgers", async () => {
  const { dossiers, found } = await disagreements(app);
  expect(dossiers).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
