import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { hold } from "../../../test/kit/hold.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import {
  type Desks,
  bringTo,
  openDesks,
  passed,
  recordOutcome,
  returnForm,
} from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, moment, receivedInDecember, turn } from "../../../test/kit/turns.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

/** Received on Monday 7 December, due on Monday the 14th at 17:00. */
const newDossier = async (stage?: Parameters<typeof bringTo>[2]) => {
  const id = await receivedInDecember(app, desks);
  if (stage) await bringTo(desks, id, stage);
  return id;
};
const view = async (id: string) => (await desks.officer.get(`/dossiers/${id}`)).body;

describe("an extension", () => {
  test("moves the date once, with an apology, and the explanation says so", async () => {
    const id = await newDossier("processing");
    expect(await view(id)).toMatchObject({
      dueAt: moment("12-14 17:00"),
      deadline: { lastDayToExtend: "2026-12-13", lastWorkingDayToExtend: "2026-12-11" },
    });
    const extended = passed(await turn(desks.approver, id, "extension", 3));
    expect(extended.body).toMatchObject({ status: "processing", dueAt: moment("12-18 17:00") });
    expect(await view(id)).toMatchObject({
      dueAt: moment("12-18 17:00"),
      explanation: {
        dueOn: "2026-12-14",
        extendedTo: moment("12-18 17:00"),
        extension: { from: moment("12-14 17:00") },
        provisionalBecause: [],
      },
      deadline: { extended: true, lastDayToExtend: null, statisticalDueAt: moment("12-14 17:00") },
      forms: [{ form: "mau04" }],
    });
    const again = await turn(desks.approver, id, "extension", 4, { day: "2026-12-22" });
    expect(again.body["code"]).toBe("extension_second");
  });

  test.each<{ because: string; now?: string; body?: object; by?: keyof Desks; is: string }>([
    { because: "the due day is too late", now: "12-14 08:00", is: "extension_too_late" },
    { because: "it is overdue", now: "12-15 08:00", is: "extension_too_late" },
    { because: "the due day itself is no later day", body: { day: "2026-12-14" }, is: "extension_not_later" },
    { because: "nobody works on a Saturday", body: { day: "2026-12-19" }, is: "extension_day_off" },
    { because: "nobody knows that year", body: { day: "2040-01-02" }, is: "calendar_not_published" },
    { because: "five days are not made eleven", body: { day: "2026-12-22" }, is: "extension_too_long" },
    { because: "a reason says something", body: { reason: "…" }, is: "input_malformed" },
    { because: "somebody else was faster", body: { version: 2 }, is: "dossier_changed" },
    { because: "the case officer does not answer for it", by: "caseOfficer", is: "post_missing" },
    { because: "nor the post", by: "clerk", is: "act_reserved_to_state" },
  ])("is refused and changes nothing: $because", async ({ now, body = {}, by = "approver", is }) => {
    const id = await newDossier("processing");
    if (now) await goTo(app, now);
    expect((await turn(desks[by], id, "extension", 3, { ...body })).body["code"]).toBe(is);
    expect(await view(id)).toMatchObject({ version: 3, dueAt: moment("12-14 17:00"), forms: [] });
  });

  test("can still be asked for on the day before, late in the evening", async () => {
    const id = await newDossier();
    await goTo(app, "12-13 23:00");
    passed(await turn(desks.approver, id, "extension", 1));
  });

  test("of what waits or has ended is refused", async () => {
    const waiting = await newDossier("processing");
    passed(await turn(desks.caseOfficer, waiting, "supplement-requests", 3));
    const finished = await newDossier("finished");
    for (const [id, version] of [
      [waiting, 4],
      [finished, 5],
    ] as const)
      expect((await turn(desks.approver, id, "extension", version)).body["code"]).toBe("move_not_allowed");
  });

  test("by two at once is made by one of them", async () => {
    const id = await newDossier();
    const held = await hold(app.owner, "select from dossier where id = $1 for update", [id]);
    const both = Promise.all([
      turn(desks.approver, id, "extension", 1),
      turn(desks.approver, id, "extension", 1, { day: "2026-12-21" }),
    ]);
    await held.untilWaiting(2);
    await held.release();
    expect((await both).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test.each([
    {
      because: "it is moved by the two days that the payment took",
      stop: ["duties", "duty-fulfilment"],
      is: "12-22 17:00",
    },
    {
      because: "it is later than five days from what came",
      stop: ["supplement-requests", "supplements"],
      is: "12-22 17:00",
    },
  ] as const)("holds after a stop: $because", async ({ stop: [begin, end], is }) => {
    const id = await newDossier("processing");
    passed(await turn(desks.approver, id, "extension", 3));
    await goTo(app, "12-08 10:00");
    passed(await turn(desks.caseOfficer, id, begin, 4));
    await goTo(app, "12-10 10:00");
    const went = passed(await turn(desks.officer, id, end, 5));
    expect(went.body["dueAt"]).toBe(moment(is));
    expect(await view(id)).toMatchObject({ dueAt: moment(is), explanation: { extendedTo: moment(is) } });
  });

  test("gives way to a limit that begins anew and ends later", async () => {
    const id = await newDossier("processing");
    passed(await turn(desks.approver, id, "extension", 3, { day: "2026-12-15" }));
    passed(await turn(desks.caseOfficer, id, "supplement-requests", 4));
    await goTo(app, "12-09 10:00");
    passed(await turn(desks.officer, id, "supplements", 5));
    const seen = await view(id);
    // 15 December moved by two days is 17 December; five days from the 9th are 16 December.
    expect(seen).toMatchObject({ dueAt: moment("12-17 17:00") });
    const other = await newDossier("processing");
    passed(await turn(desks.approver, other, "extension", 3, { day: "2026-12-15" }));
    await goTo(app, "12-11 10:00");
    passed(await turn(desks.caseOfficer, other, "supplement-requests", 4));
    passed(await turn(desks.officer, other, "supplements", 5));
    expect(await view(other)).toMatchObject({ dueAt: moment("12-18 17:00") });
    expect((await view(other))["explanation"]).not.toHaveProperty("extendedTo");
  });
});

describe("an apology", () => {
  test("comes when it is too late for a new date, and leaves the date as it is", async () => {
    const id = await newDossier("processing");
    await goTo(app, "12-15 08:00");
    const first = passed(await turn(desks.approver, id, "apologies", 3));
    expect(first.body["dueAt"]).toBe(moment("12-14 17:00"));
    passed(await turn(desks.approver, id, "apologies", 4));
    expect(await view(id)).toMatchObject({
      dueAt: moment("12-14 17:00"),
      deadline: { extended: false, punctuality: "late" },
      forms: [{ form: "mau04" }, { form: "mau04" }],
    });
  });

  test("waits as long as a new date can be given, and comes after it", async () => {
    const id = await newDossier("processing");
    const early = await turn(desks.approver, id, "apologies", 3);
    expect(early.body).toMatchObject({
      code: "apology_too_early",
      details: { lastDay: "2026-12-13", lastWorkingDay: "2026-12-11" },
    });
    passed(await turn(desks.approver, id, "extension", 3));
    const inTime = await turn(desks.approver, id, "apologies", 4);
    expect(inTime.body).toMatchObject({ code: "apology_not_late", details: { dueOn: "2026-12-18" } });
    passed(await turn(desks.approver, id, "apologies", 4, { expectedOn: "2026-12-21" }));
  });

  test.each<{ because: string; body?: object; by?: keyof Desks; is: string }>([
    { because: "it promises yesterday", body: { expectedOn: "2026-12-14" }, is: "answer_day_past" },
    { because: "nobody waits till the year 9999", body: { expectedOn: "9999-12-31" }, is: "day_too_far" },
    {
      because: "the agency is closed on that Saturday",
      body: { expectedOn: "2026-12-19" },
      is: "expected_day_off",
    },
    { because: "the officer does not answer for it", by: "officer", is: "post_missing" },
  ])("is refused: $because", async ({ body = {}, by = "approver", is }) => {
    const id = await newDossier("processing");
    await goTo(app, "12-15 08:00");
    expect((await turn(desks[by], id, "apologies", 3, { ...body })).body["code"]).toBe(is);
  });
});

describe("a result with an error", () => {
  test("is made again by the approver's word, with a limit of its own; the wrong paper never goes out", async () => {
    const id = await newDossier("finished");
    await goTo(app, "12-10 10:00");
    const again = passed(await turn(desks.approver, id, "reopening", 5));
    expect(again.body).toMatchObject({ status: "processing", dueAt: moment("12-17 17:00") });
    const seen = await view(id);
    expect(seen).toMatchObject({
      result: null,
      statuses: { delivery: "notReady", national: 4 },
      events: [{}, {}, {}, {}, {}, { type: "dossier.reopened", turn: { fault: "agency" } }],
    });
    const result = (seen["items"] as { kind: string }[]).find(({ kind }) => kind === "result");
    expect(result).toMatchObject({ holder: { kind: "agency" } });
  });

  test("that the citizen has is made again too, and the new one is handed over alone", async () => {
    await goTo(app, "12-07 08:30");
    const id = String((await receive(desks.clerk)).body["dossierId"]);
    await bringTo(desks, id, "returned");
    await goTo(app, "12-10 10:00");
    passed(await turn(desks.approver, id, "reopening", 6, { fault: "post" }));
    passed(await recordOutcome(desks.caseOfficer, id, 7));
    passed(await desks.approver.send("POST", `/dossiers/${id}/approval`, { version: 8 }));
    passed(await desks.clerk.send("POST", `/dossiers/${id}/return`, await returnForm(desks.clerk, id, 9)));
    const { rows } = await app.owner.query(
      "select count(*)::integer as handed from space_dong_thap.custody_entry where dossier_id = $1 and dossier_seq = 10",
      [id],
    );
    expect(rows).toEqual([{ handed: 1 }]);
  });

  test("is not made again by the case officer, nor before there is one", async () => {
    const finished = await newDossier("finished");
    expect((await turn(desks.caseOfficer, finished, "reopening", 5)).body["code"]).toBe("post_missing");
    const processing = await newDossier("processing");
    expect((await turn(desks.approver, processing, "reopening", 3)).body["code"]).toBe("move_not_allowed");
  });
});

test("the projections agree with the ledgers", async () => {
  const { dossiers, found } = await disagreements(app);
  expect(dossiers).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
