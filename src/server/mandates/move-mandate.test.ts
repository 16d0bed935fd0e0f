import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aForm } from "../../../test/kit/forms.ts";
import { hold } from "../../../test/kit/hold.ts";
import {
  OFFICE,
  OTHER_UNIT,
  aDecision,
  bringToForce,
  draft,
  mandateOfPilot,
  move,
  train,
} from "../../../test/kit/mandate-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let kiet: Client;
let thao: Client;
let head: Client;
let phuc: Client;
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  thao = await app.signIn("thao.programme");
  head = await app.signIn("hanh.head");
  phuc = await app.signIn("phuc.clerk", "Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

const statusOf = async (id: string) =>
  ((await kiet.get(`/mandates/${id}`)).body as { mandate: { status: string } }).mandate.status;
const proposed = async (changes: Record<string, unknown> = {}) => {
  const id = await draft(kiet, changes);
  passed(await move(kiet, id, "propose"));
  return id;
};
/** Each of these tests has fields of its own, so that what one brings into force contradicts no other. */
const field = (fieldCode: string) => ({ fieldCodes: [fieldCode], exceptProcedureCodes: [] });
const codesOf = (answers: readonly Reply[]) =>
  answers.map(({ status, body }) => (status === 200 ? "done" : String(body["code"]))).toSorted();

describe("the life of a mandate", () => {
  test("from the head's proposal to its end: each step an event with its decision, and the clerk acts by it", async () => {
    await train(app, "phuc.clerk", "civilStatus");
    const tryToReceive = async () => phuc.send("POST", "/dossiers", await aForm(phuc));
    expect((await tryToReceive()).body["code"]).toBe("mandate_missing");
    const id = await draft(head);
    passed(await move(head, id, "propose"));
    expect((await tryToReceive()).body["code"]).toBe("mandate_missing");
    passed(await move(kiet, id, "approve", { decision: aDecision("501/QĐ-UBND") }));
    expect(await tryToReceive()).toMatchObject({
      body: { code: "mandate_not_in_force", details: { status: "approved", decision: "501/QĐ-UBND" } },
    });
    passed(await move(kiet, id, "bringIntoForce", { decision: aDecision("502/QĐ-UBND") }));
    passed(await tryToReceive());
    passed(await move(kiet, id, "suspend", { decision: aDecision("503/QĐ-UBND"), reason: "Kiểm tra" }));
    expect((await tryToReceive()).body).toMatchObject({ details: { status: "suspended" } });
    passed(await move(kiet, id, "resume", { decision: aDecision("504/QĐ-UBND") }));
    passed(await tryToReceive());
    passed(await move(kiet, id, "end", { reason: "Hết đợt" }));
    expect((await tryToReceive()).body["code"]).toBe("mandate_missing");
    const { body } = await kiet.get(`/mandates/${id}`);
    expect(body).toMatchObject({
      mandate: { status: "ended", version: 7, decision: { number: "501/QĐ-UBND" } },
      acts: 2,
      moves: [],
      history: [
        { type: "mandate.drafted", by: "Trương Mỹ Hạnh", decision: null },
        { type: "mandate.proposed", by: "Trương Mỹ Hạnh", decision: null },
        { type: "mandate.approved", by: "Huỳnh Tuấn Kiệt", decision: { number: "501/QĐ-UBND" } },
        { type: "mandate.broughtIntoForce", decision: { number: "502/QĐ-UBND" } },
        { type: "mandate.suspended", decision: { number: "503/QĐ-UBND" }, reason: "Kiểm tra" },
        { type: "mandate.resumed", decision: { number: "504/QĐ-UBND" } },
        { type: "mandate.ended", reason: "Hết đợt" },
      ],
    });
  });

  test("each event rests on the office of whoever made it", async () => {
    const id = await proposed(field("library"));
    const { rows } = await app.owner.query(
      `select e.basis_kind, a.username, p.role from space_dong_thap.mandate_event e
       join nation.staff_post p on p.id::text = e.basis_id join nation.account a on a.id = p.account_id
       where e.mandate_id = $1 order by e.seq`,
      [id],
    );
    const by = { basis_kind: "office", username: "kiet.programme", role: "programmeOfficer" };
    expect(rows).toEqual([by, by]);
  });

  test("a decision that is known is named by its id, and the walk leads to the same one", async () => {
    const { mandate } = (await kiet.get(`/mandates/${await mandateOfPilot(app)}`)).body as {
      mandate: { decision: { id: string; number: string } };
    };
    const id = await proposed(field("sport"));
    passed(await move(thao, id, "approve", { decision: { id: mandate.decision.id } }));
    expect((await kiet.get(`/mandates/${id}`)).body).toMatchObject({
      mandate: { decision: { number: mandate.decision.number } },
    });
  });

  test("what is sent back is a draft again, and refused it is over", async () => {
    const id = await proposed();
    passed(await move(thao, id, "sendBack", { reason: "Thiếu quầy" }));
    expect(await statusOf(id)).toBe("drafted");
    passed(await move(kiet, id, "propose"));
    passed(await move(thao, id, "refuse", { reason: "Chưa có tập huấn" }));
    expect(await statusOf(id)).toBe("refused");
    expect((await move(thao, id, "approve")).body["code"]).toBe("mandate_move_not_allowed");
  });
});

describe("a step is refused", () => {
  test.each([
    { step: "approve", because: "its drafter approves", by: () => kiet, code: "mandate_decided_by_drafter" },
    { step: "refuse", because: "its drafter refuses", by: () => kiet, code: "mandate_decided_by_drafter" },
    {
      step: "approve",
      because: "no decision is named",
      changes: { decision: undefined },
      code: "mandate_decision_missing",
    },
    {
      step: "approve",
      because: "there is no such decision",
      changes: { decision: { id: OTHER_UNIT } },
      code: "decision_unknown",
    },
    {
      step: "sendBack",
      because: "the words say nothing",
      changes: { reason: "  " },
      code: "mandate_reason_missing",
    },
    { step: "bringIntoForce", because: "it is only proposed", code: "mandate_move_not_allowed" },
    {
      step: "approve",
      because: "an older version was seen",
      changes: { version: 1 },
      code: "mandate_changed",
      details: { version: 2 },
    },
    { step: "approve", because: "the head of the unit decides", by: () => head, code: "permission_missing" },
  ])("$step, because $because", async ({ step, changes = {}, by = () => thao, code, details = {} }) => {
    const id = await proposed(field("certification"));
    const decisions = async () =>
      (await app.owner.query("select count(*) from space_dong_thap.mandate_decision")).rows[0] as unknown;
    const before = await decisions();
    expect((await move(by(), id, step, changes)).body).toMatchObject({ code, details });
    expect(await statusOf(id)).toBe("proposed");
    expect(await decisions()).toEqual(before);
  });

  test("by another unit's head, who finds nothing there, and where there is nothing", async () => {
    const other = await draft(kiet, { unitId: OTHER_UNIT, postOfficeId: referenceId("post:30130") });
    const propose = (by: Client, id: string) =>
      by.send("POST", `/mandates/${id}/moves`, { move: "propose", version: 1 });
    expect((await propose(head, other)).body["code"]).toBe("not_found");
    const nowhere = await propose(kiet, OTHER_UNIT);
    expect(nowhere).toMatchObject({ status: 404, body: { code: "not_found" } });
  });

  test("when the period is over", async () => {
    const id = await proposed({ ...field("certification"), validTo: "2026-11-30" });
    await app.owner.query("update space_dong_thap.mandate set valid_to = '2026-11-15' where id = $1", [id]);
    expect(await move(thao, id, "approve")).toMatchObject({
      status: 409,
      body: { code: "mandate_period_over", details: { validTo: "2026-11-15" } },
    });
  });
});

describe("two mandates that contradict each other", () => {
  test("are not both given: the second approval names the first, which says otherwise", async () => {
    const id = await proposed({ postOfficeId: OFFICE, autonomy: "independent" });
    expect(await move(thao, id, "approve")).toMatchObject({
      status: 409,
      body: { code: "mandate_contradicts", details: { mandates: [await mandateOfPilot(app)] } },
    });
    expect((await kiet.get(`/mandates/${id}`)).body).toMatchObject({
      overlaps: [
        { mandateId: await mandateOfPilot(app), kind: "contradiction", fieldCodes: ["civilStatus"] },
      ],
    });
  });

  test("also when both are approved in the same moment: one wins", async () => {
    const one = await proposed(field("children"));
    const other = await proposed({ ...field("children"), autonomy: "assist" });
    const held = await hold(app.owner, "select from mandate_epoch for update");
    const both = Promise.all([move(thao, one, "approve"), move(thao, other, "approve")]);
    await held.untilWaiting(2);
    await held.release();
    expect(codesOf(await both)).toEqual(["done", "mandate_contradicts"]);
  });

  test("but the same autonomy twice, and another office for the same work, are only shown", async () => {
    const id = await bringToForce(kiet, thao, { postOfficeId: OFFICE });
    const { overlaps } = (await kiet.get(`/mandates/${id}`)).body as { overlaps: { kind: string }[] };
    expect(overlaps.map(({ kind }) => kind)).toContain("twice");
  });
});

describe("of two who decide the same proposal at once", () => {
  test.each([
    { first: "approve", second: "refuse" },
    { first: "approve", second: "approve" },
    { first: "sendBack", second: "refuse" },
  ])("one wins and the other is told: $first and $second", async ({ first, second }) => {
    const id = await draft(head, field("population"));
    passed(await move(head, id, "propose"));
    const held = await hold(app.owner, "select from mandate_epoch for update");
    const both = Promise.all([move(kiet, id, first), move(thao, id, second)]);
    await held.untilWaiting(2); // Both decide what they saw as proposed: the race is certain.
    await held.release();
    expect(codesOf(await both)).toEqual(["done", "mandate_changed"]);
    const { history } = (await kiet.get(`/mandates/${id}`)).body as { history: unknown[] };
    expect(history).toHaveLength(3);
  });
});
