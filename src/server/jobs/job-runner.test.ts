import { describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { createPool } from "../db/kysely.ts";
import { type JobRunner, type OutboxTask, startJobs } from "./job-runner.ts";

const PATIENCE_MS = 30_000;

/** Asks until it is so; the database sets the pace. */
async function until(app: TestApp, what: string, isSo: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    await app.owner.query("select");
    if (Date.now() > last) throw new Error(`never: ${what}`);
  }
}
const rows = async (app: TestApp, statement: string) =>
  (await app.owner.query(`select ${statement}`)).rows as Record<string, unknown>[];
const outboxIsEmpty = (app: TestApp) => async () =>
  (await rows(app, "from space_dong_thap.outbox")).length === 0;
const receipts = (app: TestApp) =>
  rows(app, "dossier_id from space_dong_thap.file where purpose = 'receipt'");

/** The program's own jobs with a task of the test's, on the test's database. */
async function start(app: TestApp, task: OutboxTask): Promise<JobRunner & { end: () => Promise<void> }> {
  const { deps } = app.program;
  const ownerPool = createPool({ ...app.database.owner, max: 4 });
  const runner = await startJobs({
    ownerPool,
    db: deps.db,
    spaces: () => deps.reference.current().spaces,
    tasks: { "dossier.received": task },
    tidyUp: async () => undefined,
    turnOfDay: async () => undefined,
    watch: async () => undefined,
    pollCarriers: async () => undefined,
    now: deps.clock.now,
    log: deps.log,
  });
  const end = async () => {
    await runner.stop();
    await ownerPool.end();
  };
  return { ...runner, end };
}

describe("what must be done because of an act", () => {
  test("is done once by the running program: each receipt is kept and its row leaves the outbox", async () => {
    await using app = await testApp({ jobs: true });
    const clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    const codes = await Promise.all([receive(clerk), receive(clerk), receive(clerk)]);
    await until(app, "the outbox is empty", outboxIsEmpty(app));
    const kept = (await receipts(app)).map((row) => String(row["dossier_id"])).toSorted();
    expect(kept).toEqual(codes.map((one) => String(one.body["dossierId"])).toSorted());
    await until(
      app,
      "the queue is empty",
      async () => (await rows(app, "from graphile_worker._private_jobs")).length === 0,
    );
  });

  test("is not lost with the queue: after a restart the marks are taken back and it is done, once", async () => {
    await using app = await testApp();
    const clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    const dossierId = (await receive(clerk)).body["dossierId"];
    let tries = 0;
    const failing = await start(app, async () => {
      tries += 1;
      throw new Error("the printer is out of paper");
    });
    await until(app, "it was tried", async () => tries > 0);
    await failing.end();
    expect(await rows(app, "queued_at is not null as marked from space_dong_thap.outbox")).toEqual([
      { marked: true },
    ]);
    await app.owner.query("delete from graphile_worker._private_jobs"); // As a backup that was restored without its queue.

    const done: unknown[] = [];
    const again = await start(app, async (_space, payload) => {
      done.push(payload["dossierId"]);
      return undefined;
    });
    await until(app, "the outbox is empty", outboxIsEmpty(app));
    await again.end();
    expect(done).toEqual([dossierId]);
  });

  test("fails visibly and is kept for another try when nobody knows how to do it", async () => {
    await using app = await testApp();
    await app.owner.query(
      `insert into space_dong_thap.outbox values ('01900000-0000-7000-8000-000000000000', 'dossier.unheardOf', '{}', now(), null)`,
    );
    const runner = await start(app, async () => undefined);
    const jobs = "attempts, last_error, max_attempts from graphile_worker._private_jobs";
    await until(app, "it was tried", async () =>
      (await rows(app, jobs)).some((job) => job["last_error"] !== null),
    );
    await runner.end();
    expect(await rows(app, jobs)).toMatchObject([
      { last_error: expect.stringContaining("Nobody does dossier.unheardOf") },
    ]);
    expect((await rows(app, "from space_dong_thap.outbox")).length).toBe(1);
  });

  test("is queued in the order in which it was written, also of one moment", async () => {
    await using app = await testApp();
    const ids = [9, 3, 7].map((last) => `01900000-0000-7000-8000-00000000000${last}`);
    for (const id of ids)
      await app.owner.query(
        `insert into space_dong_thap.outbox (id, topic, payload, created_at)
         values ($1, 'dossier.unheardOf', '{}', '2026-12-07T01:00:00Z')`,
        [id],
      );
    const runner = await start(app, async () => undefined);
    const jobs = "key from graphile_worker._private_jobs order by id";
    await until(app, "all are queued", async () => (await rows(app, jobs)).length === ids.length);
    await runner.end();
    expect((await rows(app, jobs)).map(({ key }) => key)).toEqual(ids);
  });

  test("of one lane waits for the row before it, and is woken by it", async () => {
    await using app = await testApp();
    const [first = "", second = ""] = [2, 1].map((last) => `01900000-0000-7000-8000-00000000000${last}`);
    for (const id of [first, second])
      await app.owner.query(
        `insert into space_dong_thap.outbox (id, topic, payload, created_at, lane)
         values ($1, 'dossier.received', '{}', '2026-12-07T01:00:00Z', '01900000-0000-7000-8000-0000000000aa')`,
        [id],
      );
    const tried: string[] = [];
    const done: string[] = [];
    const runner = await start(app, async (_space, _payload, rowId) => {
      tried.push(rowId);
      if (rowId === second && !done.includes(first)) return { behind: first };
      if (!tried.includes(second)) throw new Error("it is tried again, after the other one had its turn");
      done.push(rowId);
      return undefined;
    });
    await until(app, "the outbox is empty", outboxIsEmpty(app));
    await runner.end();
    expect(done).toEqual([first, second]);
  });

  test("an act that is rolled back leaves nothing to do", async () => {
    await using app = await testApp();
    const clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    await expect(receive(clerk, { papers: [] })).rejects.toThrow("papers_missing");
    expect(await rows(app, "from space_dong_thap.outbox")).toEqual([]);
  });
});
