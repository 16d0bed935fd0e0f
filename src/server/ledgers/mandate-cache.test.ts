import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { hold } from "../../../test/kit/hold.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let clerk: Client;
let phuc: Client;
beforeAll(async () => {
  app = await testApp();
  clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  phuc = await app.signIn("phuc.clerk", "Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

/** A change by somebody else: the epoch moves, and nobody tells this process of it. */
const change = (statement: string) =>
  app.owner.query(
    `with changed as (${statement}) update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
  );
const tryToReceive = async (by = clerk) => by.send("POST", "/dossiers", await aForm(by));
beforeEach(async () => {
  await change(
    "update space_dong_thap.mandate set status = 'inForce', tasks = '{receive,returnResult}', autonomy = 'supervised', valid_to = null",
  );
  await receive(clerk); // The mandates are cached as they are now.
});

describe("a mandate that changes", () => {
  test.each([
    { set: "status = 'suspended'", code: "mandate_not_in_force", details: { status: "suspended" } },
    { set: "valid_to = '2026-11-15'", code: "mandate_not_in_force", details: { decision: "268/QĐ-UBND" } },
    { set: "tasks = '{guide}'", code: "mandate_task_excluded", details: { task: "receive" } },
  ])(
    "counts from the next act, although the process has the old one in its cache: $set",
    async ({ set, code, details }) => {
      await change(`update space_dong_thap.mandate set ${set}`);
      expect(await tryToReceive()).toMatchObject({ status: 403, body: { code, details } });
    },
  );

  test("its autonomy counts from the next act too: under assist the same taking in waits", async () => {
    await change("update space_dong_thap.mandate set autonomy = 'assist'");
    expect(await tryToReceive()).toMatchObject({ status: 200, body: { status: "awaitingConfirmation" } });
  });

  test("an accreditation that is taken away counts at once too", async () => {
    await change(
      "update space_dong_thap.accreditation set valid_to = '2026-11-15' where field_code = 'civilStatus'",
    );
    expect(await tryToReceive()).toMatchObject({
      status: 403,
      body: { code: "accreditation_missing", details: { field: "civilStatus" } },
    });
    await change("update space_dong_thap.accreditation set valid_to = null");
  });

  test("a mandate that is given counts from the next act as well: nobody is sent away by an old cache", async () => {
    expect((await tryToReceive(phuc)).body["code"]).toBe("mandate_missing");
    await change(
      `insert into space_dong_thap.accreditation select gen_random_uuid(), a.id, field_code, held_on, c.valid_from, null
       from space_dong_thap.accreditation c, nation.account a where a.username = 'phuc.clerk'`,
    );
    await change(
      `insert into space_dong_thap.mandate select gen_random_uuid(), decision_id, unit_id, p.post_office_id, tasks, field_codes,
         procedure_codes, except_procedure_codes, autonomy, status, m.valid_from, null
       from space_dong_thap.mandate m, nation.staff_post p join nation.account a on a.id = p.account_id where a.username = 'phuc.clerk'`,
    );
    expect((await tryToReceive(phuc)).status).toBe(200);
  });

  test("that changes twice while an act is decided is said, and nothing is written", async () => {
    const form = await aForm(clerk);
    const count = async () =>
      (await app.owner.query("select count(*)::integer as n from space_dong_thap.dossier"))
        .rows[0] as unknown;
    const before = await count();
    await change("select 1");
    const held = await hold(app.owner, "lock table mandate in access exclusive mode");
    const answer = clerk.send("POST", "/dossiers", form);
    await held.untilWaiting(1); // The first attempt met the new epoch; the mandates are being read anew.
    await change("select 1");
    await held.release();
    expect(await answer).toMatchObject({ status: 409, body: { code: "mandates_changed" } });
    expect(await count()).toEqual(before);
    expect((await tryToReceive()).status).toBe(200);
  });
});

describe("the preview", () => {
  const preview = async (by: Client, code = "2.000635") =>
    (await by.get(`/procedures/${code}/intake-preview`)).body;

  test("gives the right, its decision and the date that the intake then gets", async () => {
    const seen = await preview(clerk);
    expect(seen).toMatchObject({
      permit: {
        allowed: true,
        basis: { kind: "mandate", title: expect.stringContaining("268/QĐ-UBND") },
        refusal: null,
      },
      dueRefusal: null,
    });
    expect((await receive(clerk)).body["dueAt"]).toBe(seen["dueAt"]);
  });

  test.each([
    { code: "1.000894", refusal: "mandate_procedure_excluded" },
    { code: "1.014034", refusal: "mandate_procedure_excluded" },
  ])("says why not before anything is typed: $code", async ({ code, refusal }) => {
    expect(await preview(clerk, code)).toMatchObject({
      permit: { allowed: false, basis: null, refusal: { code: refusal } },
    });
  });

  test("never shows an old right: a suspension is in the next preview", async () => {
    await preview(clerk);
    await change("update space_dong_thap.mandate set status = 'suspended'");
    expect(await preview(clerk)).toMatchObject({
      permit: { allowed: false, refusal: { code: "mandate_not_in_force" } },
    });
  });

  test("says that no limit is published instead of guessing one", async () => {
    expect(await preview(clerk, "2.002516")).toMatchObject({
      dueAt: null,
      explanation: null,
      dueRefusal: "limit_not_published",
    });
  });

  test("gives each case its own date, and says when there is no such case", async () => {
    const of = async (caseKey: string) =>
      (await clerk.get(`/procedures/1.004859/intake-preview?case=${caseKey}`)).body;
    const plain = await preview(clerk, "1.004859");
    expect(String((await of("correction"))["dueAt"]) > String(plain["dueAt"])).toBe(true);
    expect(await of("unheardOf")).toMatchObject({ dueAt: null, dueRefusal: "unknown_case" });
  });

  test("needs a counter, since the right depends on the place", async () => {
    const standing = await app.signIn("lan.clerk");
    expect(await standing.get("/procedures/2.000635/intake-preview")).toMatchObject({
      status: 409,
      body: { code: "counter_not_chosen" },
    });
  });
});
