import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { hold } from "../../../test/kit/hold.ts";
import { OFFICE, OPERATOR, OTHER_OFFICE, accountId, aDecision } from "../../../test/kit/mandate-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let kiet: Client;
let thao: Client;
let lan: Client;
let officer: Client;
let lanId: string;
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  thao = await app.signIn("thao.programme");
  lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  officer = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
  lanId = await accountId(app, "lan.clerk");
});
afterAll(() => app[Symbol.asyncDispose]());

const PROCEDURE = "2.000635";
const suspend = (changes: Record<string, unknown>, by = kiet) =>
  by.send("POST", "/suspensions", {
    target: "account",
    targetId: lanId,
    decision: aDecision("610/QĐ-UBND"),
    reason: "Kiểm tra đột xuất",
    ...changes,
  });
const suspended = async (changes: Record<string, unknown> = {}) =>
  String(passed(await suspend(changes)).body["suspensionId"]);
const lift = (id: string, by = kiet) => by.send("POST", `/suspensions/${id}/lifting`, {});
const list = async () => (await kiet.get("/suspensions")).body["suspensions"] as Record<string, unknown>[];
const tryToReceive = async (by = lan) => by.send("POST", "/dossiers", await aForm(by));

afterEach(async () => {
  for (const { id, to } of await list()) if (to === null) passed(await lift(String(id)));
});

const TARGETS = [
  { target: "account", targetId: () => lanId, name: "Nguyễn Thị Lan" },
  { target: "postOffice", targetId: () => OFFICE, name: "Bưu điện Văn hóa xã Bình Tấn" },
  { target: "operator", targetId: () => OPERATOR, name: "Tổng công ty Bưu điện Việt Nam" },
  {
    target: "procedure",
    targetId: () => PROCEDURE,
    name: "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh",
  },
] as const;

describe.each(TARGETS)("a suspension of $target", ({ target, targetId, name }) => {
  test("stops the next intake, also in an open session that is remembered, and lifted it goes on", async () => {
    await receive(lan); // From here on the session is remembered and the mandates are in the cache.
    const form = await aForm(lan);
    const id = await suspended({ target, targetId: targetId() });
    expect(await lan.send("POST", "/dossiers", form)).toMatchObject({
      status: 403,
      body: { code: "right_suspended", details: { target, decision: "610/QĐ-UBND" } },
    });
    expect((await lan.get(`/procedures/${PROCEDURE}/intake-preview`)).body).toMatchObject({
      permit: { allowed: false, refusal: { code: "right_suspended" } },
    });
    expect((await tryToReceive(officer)).status).toBe(200);
    expect(await list()).toContainEqual(
      expect.objectContaining({
        id,
        target,
        targetName: name,
        reason: "Kiểm tra đột xuất",
        to: null,
        by: "Huỳnh Tuấn Kiệt",
        decision: expect.objectContaining({ number: "610/QĐ-UBND" }),
      }),
    );
    passed(await lift(id, thao));
    passed(await lan.send("POST", "/dossiers", form));
  });
});

describe("what is not suspended goes on", () => {
  test.each([
    { because: "another office is stopped", target: "postOffice", targetId: OTHER_OFFICE },
    { because: "another procedure is stopped", target: "procedure", targetId: "1.004859" },
  ])("when $because", async ({ target, targetId }) => {
    await suspended({ target, targetId });
    passed(await tryToReceive());
  });
});

describe("a suspension", () => {
  test("names who takes what is in hand", async () => {
    const id = await suspended({ successorId: await accountId(app, "phuc.clerk") });
    expect(await list()).toContainEqual(expect.objectContaining({ id, successor: "Trần Văn Phúc" }));
  });

  test.each([
    {
      because: "there is no such person",
      changes: { targetId: randomUUID() },
      code: "suspension_target_unknown",
    },
    { because: "that is no person's key", changes: { targetId: "lan" }, code: "suspension_target_unknown" },
    {
      because: "it is a civil servant, who acts by an office",
      changes: async () => ({ targetId: await accountId(app, "duc.officer") }),
      code: "suspension_target_unknown",
    },
    {
      because: "there is no such procedure",
      changes: { target: "procedure", targetId: "9.999999" },
      code: "suspension_target_unknown",
    },
    {
      because: "the key is an office's, not an operator's",
      changes: { target: "operator", targetId: OFFICE },
      code: "suspension_target_unknown",
    },
    {
      because: "the successor does not exist",
      changes: { successorId: randomUUID() },
      code: "successor_unknown",
    },
    {
      because: "there is no such decision",
      changes: { decision: { id: randomUUID() } },
      code: "decision_unknown",
    },
    { because: "no reason is given", changes: { reason: " " }, code: "input_malformed" },
    { because: "no decision is named", changes: { decision: undefined }, code: "input_malformed" },
  ])("is refused when $because", async ({ changes, code }) => {
    const before = await list();
    expect((await suspend(typeof changes === "function" ? await changes() : changes)).body["code"]).toBe(
      code,
    );
    expect(await list()).toEqual(before);
  });

  test("is refused when its successor is the one who is stopped, is stopped, or has left", async () => {
    const phuc = await accountId(app, "phuc.clerk");
    expect((await suspend({ successorId: lanId })).body["code"]).toBe("successor_cycle");
    await suspended({ targetId: phuc, successorId: lanId });
    // Lan would hand over to Phúc, and Phúc to Lan.
    expect((await suspend({ successorId: phuc })).body["code"]).toBe("successor_cycle");
    const left = await employ(app, "da.nghi", []);
    await app.owner.query("update nation.account set valid_to = '2026-11-15' where id = $1", [left]);
    expect((await suspend({ successorId: left })).body["code"]).toBe("successor_unknown");
  });

  test("counts also for a request that began before it, and where the clock is behind", async () => {
    const now = app.clock.now();
    app.clock.advance(5000);
    const id = await suspended();
    app.clock.set(now);
    expect((await tryToReceive()).body["code"]).toBe("right_suspended");
    passed(await lift(id));
    passed(await tryToReceive());
  });

  test("is not made twice; lifted, it is made anew, and lifted twice it is not found", async () => {
    const first = await suspended();
    expect((await suspend({})).body["code"]).toBe("suspended_already");
    passed(await lift(first));
    expect((await lift(first)).body["code"]).toBe("not_found");
    expect((await lift(randomUUID())).body["code"]).toBe("not_found");
    await suspended();
  });

  test("by two at once is made once, and the other is told", async () => {
    const held = await hold(app.owner, "select from mandate_epoch for update");
    const both = Promise.all([suspend({}, kiet), suspend({}, thao)]);
    await held.untilWaiting(2);
    await held.release();
    const codes = (await both).map(({ status, body }) => (status === 200 ? "done" : String(body["code"])));
    expect(codes.toSorted()).toEqual(["done", "suspended_already"]);
  });

  test("is the province's: the head of the unit may see it and not make it", async () => {
    const head = await app.signIn("hanh.head");
    expect((await suspend({}, head)).body["code"]).toBe("permission_missing");
    const id = await suspended();
    expect((await lift(id, head)).body["code"]).toBe("permission_missing");
    expect((await head.get("/suspensions")).status).toBe(200);
  });
});
