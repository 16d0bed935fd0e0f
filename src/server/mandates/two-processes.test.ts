import { addMilliseconds } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aForm, receive } from "../../../test/kit/forms.ts";
import {
  OFFICE,
  OPERATOR,
  UNIT,
  aDecision,
  accountId,
  mandateOfPilot,
  move,
} from "../../../test/kit/mandate-forms.ts";
import { bringTo, openDesks, passed, returnForm } from "../../../test/kit/steps.ts";
import { type AnotherProgram, type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { testClock } from "../../../test/kit/test-clock.ts";

/** The second process knows nothing of the first but the database, and its clock is behind. */
let app: TestApp;
let other: AnotherProgram;
let kiet: Client;
let head: Client;
let lan: Client;
let phuc: Client;
beforeAll(async () => {
  app = await testApp();
  other = await app.another(testClock(addMilliseconds(app.clock.now(), 90_000)));
  kiet = await app.signIn("kiet.programme");
  head = await app.signIn("hanh.head");
  lan = await other.signIn("lan.clerk", "Bình Tấn Quầy 1");
  phuc = await other.signIn("phuc.clerk", "Quầy 1");
  app.clock.advance(600_000);
});
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const suspend = async (target: string, targetId: string) =>
  String(
    passed(
      await kiet.send("POST", "/suspensions", {
        target,
        targetId,
        decision: aDecision(),
        reason: "Kiểm tra",
      }),
    ).body["suspensionId"],
  );
const lift = async (id: string) => passed(await kiet.send("POST", `/suspensions/${id}/lifting`, {}));

describe("after a suspension in one process, no further act under it succeeds in the other", () => {
  test.each([
    { target: "account", idOf: () => accountId(app, "lan.clerk") },
    { target: "postOffice", idOf: async () => OFFICE },
    { target: "operator", idOf: async () => OPERATOR },
    { target: "procedure", idOf: async () => "2.000635" },
  ])("an intake, where $target is stopped; and lifted it goes on", async ({ target, idOf }) => {
    await receive(lan); // The other process has the mandates in its cache and remembers the session.
    const form = await aForm(lan);
    const id = await suspend(target, await idOf());
    const tries = await Promise.all(Array.from({ length: 5 }, () => lan.send("POST", "/dossiers", form)));
    expect(tries.map(({ body }) => body["code"])).toEqual(Array.from(tries, () => "right_suspended"));
    await lift(id);
    passed(await lan.send("POST", "/dossiers", form));
  });

  test("an intake, where the mandate is suspended; and resumed it goes on", async () => {
    const pilot = await mandateOfPilot(app);
    await receive(lan);
    passed(await move(kiet, pilot, "suspend"));
    expect((await lan.send("POST", "/dossiers", await aForm(lan))).body).toMatchObject({
      code: "mandate_not_in_force",
      details: { status: "suspended" },
    });
    passed(await move(kiet, pilot, "resume"));
    await receive(lan);
  });

  test("a task that the head took back", async () => {
    const task = {
      unitId: UNIT,
      accountId: await accountId(app, "phuc.clerk"),
      task: "receive",
      procedureCode: "2.000635",
      reason: "Đông người",
      standsBy: true,
    };
    const { body } = passed(await head.send("POST", "/assignments", task));
    await receive(phuc);
    passed(await head.send("DELETE", `/assignments/${String(body["assignmentId"])}`));
    expect((await phuc.send("POST", "/dossiers", await aForm(phuc))).body["code"]).toBe("mandate_missing");
  });

  test("the return of a result", async () => {
    const desks = { ...(await openDesks(app)), clerk: lan };
    const dossierId = String((await receive(lan)).body["dossierId"]);
    await bringTo(desks, dossierId, "finished");
    const form = await returnForm(lan, dossierId, 5);
    const id = await suspend("account", await accountId(app, "lan.clerk"));
    expect((await lan.send("POST", `/dossiers/${dossierId}/return`, form)).body["code"]).toBe(
      "right_suspended",
    );
    await lift(id);
    passed(await lan.send("POST", `/dossiers/${dossierId}/return`, form));
  });
});

describe("hearing of a suspension", () => {
  const space = () => other.program.deps.reference.current().spaces[0] ?? expect.unreachable();
  const epochKnown = async () => (await other.program.deps.mandates.cached(space())).epoch;
  const listeners = async () =>
    (
      await app.owner.query<{ pid: number }>(
        "select pid from pg_stat_activity where application_name = 'motcua-listen' and datname = current_database()",
      )
    ).rows;

  test("the other process reads the mandates again before anybody acts there", async () => {
    await expect.poll(async () => (await listeners()).length).toBe(2);
    await receive(lan);
    const before = await epochKnown();
    const id = await suspend("account", await accountId(app, "lan.clerk"));
    await expect.poll(epochKnown).toBe(before + 1);
    await lift(id);
    await expect.poll(epochKnown).toBe(before + 2);
  });

  test("cut off, it hears nothing and still lets nothing through; connected again, it catches up", async () => {
    await receive(lan);
    const before = await epochKnown();
    const form = await aForm(lan);
    const clerk = await accountId(app, "lan.clerk");
    for (const { pid } of await listeners())
      await sql`select pg_terminate_backend(${pid}::integer)`.execute(app.program.deps.db);
    await expect.poll(listeners).toEqual([]);
    const id = await suspend("account", clerk);
    expect(await epochKnown()).toBe(before);
    expect((await lan.send("POST", "/dossiers", form)).body["code"]).toBe("right_suspended");
    await lift(id);
    await expect.poll(async () => (await listeners()).length, { timeout: 10_000 }).toBe(2);
    await expect.poll(epochKnown).toBe(before + 2);
    passed(await lan.send("POST", "/dossiers", form));
  });
});
