import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, bringTo, openDesks, passed, upload } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, moment, receivedInDecember, turn } from "../../../test/kit/turns.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const inCase = async () => {
  const id = await receivedInDecember(app, desks);
  await bringTo(desks, id, "processing");
  return id;
};
const asked = async () => {
  const id = await inCase();
  await goTo(app, "12-09 10:00");
  passed(await turn(desks.caseOfficer, id, "duties", 3));
  return id;
};
const view = async (id: string) => (await desks.officer.get(`/dossiers/${id}`)).body;

describe("a payment that the law wants first", () => {
  test("stops the clock until it is made, and the date moves by as long, not anew", async () => {
    const id = await asked();
    expect(await view(id)).toMatchObject({
      statuses: { business: "awaitingPayment", national: 6 },
      awaited: { kind: "payment", amount: 150_000, reason: "Nộp lệ phí trước bạ" },
      deadline: { standing: { since: moment("12-09 10:00"), reason: "financialDuty" }, supplements: 0 },
    });
    await goTo(app, "12-11 10:00");
    const paid = passed(await turn(desks.officer, id, "duty-fulfilment", 4));
    expect(paid.body).toMatchObject({ status: "processing", dueAt: moment("12-16 17:00") });
    expect(await view(id)).toMatchObject({
      dueAt: moment("12-16 17:00"),
      explanation: { stops: [{ reason: "financialDuty" }] },
      deadline: { statisticalDueAt: moment("12-16 17:00"), punctuality: "underway" },
    });
  });

  test("may be fixed by another authority, without an amount or a day", async () => {
    const id = await inCase();
    passed(await turn(desks.caseOfficer, id, "duties", 3, { amount: null, answerBy: null }));
    expect(await view(id)).toMatchObject({ awaited: { amount: null, answerBy: null } });
  });

  test("is never paid: the case can be refused, or stopped", async () => {
    const [refused, stopped] = [await asked(), await asked()];
    const fileId = await upload(desks.caseOfficer, refused, "result");
    const outcome = { version: 4, outcome: "refused", fileId };
    passed(await desks.caseOfficer.send("POST", `/dossiers/${refused}/outcome`, outcome));
    expect(await view(refused)).toMatchObject({
      statuses: { business: "awaitingApproval" },
      deadline: { standing: null },
    });
    passed(await turn(desks.approver, stopped, "stopping", 4));
    expect(await view(stopped)).toMatchObject({ statuses: { business: "stopped" } });
  });

  test.each<{ because: string; body?: object; by?: keyof Desks; is: string }>([
    { because: "it asks for yesterday", body: { answerBy: "2026-12-06" }, is: "answer_day_past" },
    { because: "nobody pays in the year 9999", body: { answerBy: "9999-12-31" }, is: "day_too_far" },
    { because: "nothing is no amount", body: { amount: 0 }, is: "input_malformed" },
    { because: "half a đồng is none", body: { amount: 10.5 }, is: "input_malformed" },
    { because: "somebody else was faster", body: { version: 1 }, is: "dossier_changed" },
    { because: "the counter appraises nothing", by: "officer", is: "post_missing" },
    { because: "nor the post", by: "clerk", is: "act_reserved_to_state" },
  ])("is not asked for: $because", async ({ body = {}, by = "caseOfficer", is }) => {
    const id = await inCase();
    expect((await turn(desks[by], id, "duties", 3, { ...body })).body["code"]).toBe(is);
    expect(await view(id)).toMatchObject({ version: 3, statuses: { business: "processing" } });
  });

  test("is noted once, not by the post, and not where nothing was asked for", async () => {
    const id = await asked();
    expect((await turn(desks.clerk, id, "duty-fulfilment", 4)).body["code"]).toBe("act_reserved_to_state");
    passed(await turn(desks.caseOfficer, id, "duty-fulfilment", 4));
    expect((await turn(desks.caseOfficer, id, "duty-fulfilment", 5)).body["code"]).toBe("move_not_allowed");
    expect((await turn(desks.caseOfficer, id, "supplements", 5)).body["code"]).toBe("move_not_allowed");
  });
});

test("the projections agree with the ledgers", async () => {
  const { dossiers, found } = await disagreements(app);
  expect(dossiers).toBeGreaterThan(5);
  expect(found).toEqual([]);
});
