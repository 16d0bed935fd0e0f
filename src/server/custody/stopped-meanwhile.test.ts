import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accept, makeContainer, offer } from "../../../test/kit/custody.ts";
import { aDecision } from "../../../test/kit/mandate-forms.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

/** How many statements of the program wait for a lock. */
const waiting = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(app.program.deps.db);
  return rows[0]?.n;
};

test("what somebody was taking over when he or she was stopped goes on with all the rest, and nobody stopped holds it", async () => {
  const kiet = await app.signIn("kiet.programme");
  const lanId = String((await desks.clerk.get("/session")).body["accountId"]);
  const packet = await makeContainer(desks.officer);
  const given = passed(await offer(desks.officer, [packet], { kind: "person", id: lanId })).body;
  const manifestId = String(given["manifestId"]);
  const held = await app.owner.connect();
  let taking: ReturnType<typeof accept>;
  let stopping: ReturnType<typeof kiet.send>;
  try {
    await held.query("begin");
    await held.query("select from space_dong_thap.manifest where id = $1 for update", [manifestId]);
    taking = accept(desks.clerk, manifestId, 1);
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
    const decision = aDecision("610/QĐ-UBND");
    const stop = { target: "account", targetId: lanId, decision, reason: "Kiểm tra đột xuất" };
    stopping = kiet.send("POST", "/suspensions", stop);
    await expect.poll(waiting, { timeout: 10_000 }).toBe(2);
  } finally {
    await held.query("commit");
    held.release();
  }
  passed(await taking);
  passed(await stopping);
  const { rows } = await app.owner.query<{ kind: string; holder: string }>(
    "select holder_kind as kind, holder_id as holder from space_dong_thap.container where id = $1",
    [packet.id],
  );
  expect(rows[0]?.holder).not.toBe(lanId);
  expect(rows[0]?.kind).toBe("unit");
});
