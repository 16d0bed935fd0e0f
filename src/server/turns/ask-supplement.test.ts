import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { hold } from "../../../test/kit/hold.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, bringTo, openDesks, passed, recordOutcome, upload } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, moment, receivedInDecember, turn } from "../../../test/kit/turns.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const BASIS = "Luật Hộ tịch, Điều 5";
const newDossier = async (stage?: Parameters<typeof bringTo>[2]) => {
  const id = await receivedInDecember(app, desks);
  if (stage) await bringTo(desks, id, stage);
  return id;
};
const view = async (id: string, by: Client = desks.officer) => (await by.get(`/dossiers/${id}`)).body;
const permitOf = async (id: string, by: Client, move: string) =>
  ((await view(id, by))["acts"] as { move: string; permit: Record<string, unknown> }[]).find(
    (act) => act.move === move,
  )?.permit;
const formsOf = async (id: string) => (await view(id))["forms"] as { form: string; number: number }[];

describe("a request for a supplement", () => {
  test("by the officer stops the clock, issues Mẫu 02, and tells by when and since when", async () => {
    const id = await newDossier();
    await goTo(app, "12-09 10:00");
    const asked = passed(await turn(desks.officer, id, "supplement-requests", 1));
    expect(asked.body).toMatchObject({ status: "awaitingSupplement", version: 2, dueAt: null });
    expect(await view(id)).toMatchObject({
      statuses: { business: "awaitingSupplement", national: 5 },
      awaited: { kind: "supplement", papers: [{ name: "Bản sao trích lục kết hôn", copies: 1 }] },
      deadline: {
        supplements: 1,
        standing: {
          since: moment("12-09 10:00"),
          reason: "supplement",
          answerBy: moment("12-21 17:00"),
        },
        statisticalDueAt: null,
      },
      forms: [{ form: "mau02", year: 2026, formIssueId: asked.body["formIssueId"] }],
    });
  });

  test("by the case officer leaves the case with that officer, and what comes is counted from the day it came", async () => {
    const id = await newDossier("processing");
    await goTo(app, "12-09 10:00");
    passed(await turn(desks.caseOfficer, id, "supplement-requests", 3));
    await goTo(app, "12-11 10:00");
    const came = passed(await turn(desks.officer, id, "supplements", 4));
    // The law counts five working days from Friday; the statistics leave Thursday and Friday out of the first five.
    expect(came.body).toMatchObject({ status: "processing", dueAt: moment("12-18 17:00") });
    expect(await view(id)).toMatchObject({
      dueAt: moment("12-18 17:00"),
      explanation: {
        receivedAt: moment("12-07 08:30"),
        anew: { at: moment("12-11 10:00"), by: "supplement" },
        limit: { amount: 5 },
        days: [{ day: "2026-12-11", reason: "dayOfNewStart" }, {}, {}, {}, {}, {}, {}, {}],
      },
      deadline: { statisticalDueAt: moment("12-16 17:00"), standing: null, punctuality: "underway" },
    });
    const items = (await view(id))["items"] as { name: string; holder: unknown }[];
    expect(items.at(-1)).toMatchObject({
      name: "Bản sao trích lục kết hôn",
      copies: 1,
      holder: { kind: "counter" },
    });
    passed(await recordOutcome(desks.caseOfficer, id, 5));
  });

  test("numbers Mẫu 02 without a gap, also after a request that was refused", async () => {
    const [one, other] = [await newDossier(), await newDossier()];
    passed(await turn(desks.officer, one, "supplement-requests", 1));
    const refused = await turn(desks.officer, other, "supplement-requests", 1, { answerBy: "2026-12-01" });
    expect(refused.body["code"]).toBe("answer_day_past");
    passed(await turn(desks.officer, other, "supplement-requests", 1));
    const [first] = await formsOf(one);
    const [second] = await formsOf(other);
    expect(second?.number).toBe((first?.number ?? 0) + 1);
  });

  test.each<{ because: string; body?: Record<string, unknown>; by?: keyof Desks; is: string }>([
    {
      because: "it asks to be answered yesterday",
      body: { answerBy: "2026-12-06" },
      is: "answer_day_past",
    },
    { because: "nobody asks for nothing", body: { papers: [] }, is: "input_malformed" },
    { because: "a reason says something", body: { reason: " " }, is: "input_malformed" },
    { because: "somebody else was faster", body: { version: 0 }, is: "dossier_changed" },
    { because: "the post does not appraise", by: "clerk", is: "act_reserved_to_state" },
    { because: "the approver does not ask first", by: "approver", is: "post_missing" },
  ])("is refused and changes nothing: $because", async ({ body = {}, by = "officer", is }) => {
    const id = await newDossier();
    expect((await turn(desks[by], id, "supplement-requests", 1, body)).body["code"]).toBe(is);
    expect(await view(id)).toMatchObject({ version: 1, statuses: { business: "received" }, forms: [] });
  });

  test("of a dossier of another unit finds nothing", async () => {
    await employ(app, "mai.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    const id = await newDossier();
    const mai = await app.signIn("mai.officer");
    expect((await turn(mai, id, "supplement-requests", 1)).body["code"]).toBe("not_found");
  });

  test.each(["forwarded", "awaitingApproval", "finished"] as const)(
    "of a dossier that is %s is refused",
    async (stage) => {
      const id = await newDossier(stage);
      const { version } = await view(id);
      const asked = await turn(desks.officer, id, "supplement-requests", Number(version));
      expect(asked.body).toMatchObject({ code: "move_not_allowed", details: { status: stage } });
    },
  );

  test("by two at once is made by one of them, with one form", async () => {
    const id = await newDossier();
    const held = await hold(app.owner, "select from dossier where id = $1 for update", [id]);
    const both = Promise.all([
      turn(desks.officer, id, "supplement-requests", 1),
      turn(desks.officer, id, "supplement-requests", 1),
    ]);
    await held.untilWaiting(2);
    await held.release();
    expect((await both).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await formsOf(id)).toHaveLength(1);
  });
});

describe("a second request", () => {
  const suppliedOnce = async () => {
    const id = await newDossier("processing");
    passed(await turn(desks.caseOfficer, id, "supplement-requests", 3));
    passed(await turn(desks.officer, id, "supplements", 4));
    return id;
  };

  test("is the approver's, with its legal basis, and counts as late; the button says so before", async () => {
    const id = await suppliedOnce();
    expect(await permitOf(id, desks.caseOfficer, "askSupplement")).toMatchObject({ allowed: false });
    expect(await permitOf(id, desks.approver, "askSupplement")).toMatchObject({ allowed: true });
    for (const by of [desks.officer, desks.caseOfficer])
      expect((await turn(by, id, "supplement-requests", 5, { legalBasis: BASIS })).body["code"]).toBe(
        "post_missing",
      );
    for (const changes of [{}, { legalBasis: "  " }])
      expect((await turn(desks.approver, id, "supplement-requests", 5, changes)).body["code"]).toBe(
        "supplement_basis_missing",
      );
    passed(await turn(desks.approver, id, "supplement-requests", 5, { legalBasis: BASIS }));
    passed(await turn(desks.officer, id, "supplements", 6));
    const page = await view(id);
    expect(page).toMatchObject({
      statuses: { business: "processing" },
      deadline: { supplements: 2, punctuality: "late" },
    });
    // The timeline names the basis and who approved it; a first request has neither.
    const asked = (page["events"] as { type: string; actor: string; turn: { again: unknown } }[]).filter(
      ({ type }) => type === "dossier.supplementAsked",
    );
    expect(asked.map(({ turn: { again } }) => again)).toEqual([null, { nth: 2, legalBasis: BASIS }]);
    expect(asked[1]?.actor).toBe("Võ Quốc Thái");
  });
});

describe("what waits for the citizen", () => {
  const waiting = async () => {
    const id = await newDossier("processing");
    passed(await turn(desks.caseOfficer, id, "supplement-requests", 3));
    return id;
  };
  const outcome = async (id: string, version: number, what: string, by = desks.caseOfficer) => {
    const fileId = await upload(desks.caseOfficer, id, "result");
    return by.send("POST", `/dossiers/${id}/outcome`, { version, outcome: what, fileId });
  };

  test("may be refused when no answer comes, and not granted", async () => {
    const id = await waiting();
    await goTo(app, "12-22 09:00");
    expect((await outcome(id, 4, "granted")).body["code"]).toBe("move_not_allowed");
    expect((await outcome(id, 4, "refused", desks.officer)).body["code"]).toBe("permission_missing");
    expect(passed(await outcome(id, 4, "refused")).body["status"]).toBe("awaitingApproval");
    passed(await desks.approver.send("POST", `/dossiers/${id}/approval`, { version: 5 }));
    expect(await view(id)).toMatchObject({
      statuses: { business: "finished" },
      result: { outcome: "refused" },
    });
  });

  test("stands in the queues of those who can go on with it", async () => {
    const id = await waiting();
    for (const [by, desk] of [
      [desks.officer, "oneStop"],
      [desks.caseOfficer, "case"],
    ] as const) {
      const { body } = await by.get(`/queues/${desk}`);
      const row = (body["dossiers"] as Record<string, unknown>[]).find((one) => one["dossierId"] === id);
      expect(row, desk).toMatchObject({ status: "awaitingSupplement" });
    }
  });
});

test("the projections agree with the ledgers", async () => {
  const { dossiers, found } = await disagreements(app);
  expect(dossiers).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
