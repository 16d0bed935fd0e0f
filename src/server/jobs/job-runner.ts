import type { Instant } from "#domain/shared/instant.ts";
import { Logger as WorkerLogger, type Runner, type TaskList, run } from "graphile-worker";
import { sql } from "kysely";
import type pg from "pg";
import type { Logger } from "pino";
import type { Db, Space } from "../db/kysely.ts";

/**
 * What is done for an outbox row; done twice it must change nothing more. `later`: nothing was done, it is for then.
 * `behind`: nothing was done, the row named there comes first.
 */
export type OutboxTask = (
  space: Space,
  payload: Readonly<Record<string, unknown>>,
  rowId: string,
) => Promise<{ readonly later: Instant } | { readonly behind: string } | undefined>;

export interface JobOptions {
  /** Owns the queue's own schema. */
  readonly ownerPool: pg.Pool;
  /** The application's connection: outbox rows are read and removed by the role that wrote them. */
  readonly db: Db;
  readonly spaces: () => readonly Space[];
  readonly tasks: Readonly<Record<string, OutboxTask>>;
  /** Done every hour: what has had its time is removed. */
  readonly tidyUp: () => Promise<void>;
  /** Done at the start and every ten minutes: what is due or overdue, and what nobody answered. */
  readonly watch: () => Promise<void>;
  /** Done every three minutes: carriers are asked for what happened. */
  readonly pollCarriers: () => Promise<void>;
  /** Done at the start and each hour on the hour, so also when a day of Việt Nam begins (17:00 UTC). */
  readonly turnOfDay: () => Promise<void>;
  readonly now: () => Instant;
  readonly log: Logger;
}

/** Of what the queue says, only what somebody should look at. */
const WORKER_LEVELS: ReadonlyMap<string, "error" | "warn"> = new Map([
  ["error", "error"],
  ["warning", "warn"],
]);

export interface JobRunner {
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
}

const RELAY_EVERY_MS = 500;
const BATCH_ROWS = 500;
/** With graphile's back-off: about three days, then the job stays visible as failed. */
const ATTEMPTS_MAX = 20;
/** Whoever waits for another row is woken by it; this is for a process that died between. */
const BEHIND_MS = 120_000;

/**
 * Moves what the outbox holds to the job queue, and works the queue. A row leaves the outbox only when its
 * job is done, and jobs are keyed by the row: whatever is lost between (a crash, a restored backup without
 * the queue) is queued again at the next start, and never twice at one time.
 */
export async function startJobs(options: JobOptions): Promise<JobRunner> {
  await options.turnOfDay();
  const runner = await run({
    pgPool: options.ownerPool,
    concurrency: 2,
    noHandleSignals: true,
    logger: new WorkerLogger(() => (level, message) => {
      const log = WORKER_LEVELS.get(level);
      if (log) options.log[log]({ worker: message });
    }),
    crontab: "0 * * * * turn_of_day\n7 * * * * tidy_up\n*/10 * * * * watch\n*/3 * * * * poll_carriers ?max=1",
    taskList: taskList(options),
  });
  // One round at the start, in the queue: nobody waits for it, and two processes that start have one.
  await runner.addJob("watch", {}, { jobKey: "watch", maxAttempts: 1 });
  const relay = startRelay(options, runner);
  let running = true;
  runner.promise.then(
    () => (running = false),
    (error: Error) => {
      running = false;
      options.log.error({ name: error.name, stack: error.stack }, "the job runner stopped");
    },
  );
  return {
    isRunning: () => running,
    stop: async () => {
      await relay.stop();
      if (running) await runner.stop();
    },
  };
}

interface OutboxJob {
  readonly outboxId: string;
  readonly spaceId: string;
  readonly topic: string;
  readonly payload: Record<string, unknown>;
}

type AddJob = Runner["addJob"];

function taskList({ db, spaces, tasks, tidyUp, turnOfDay, watch, pollCarriers }: JobOptions): TaskList {
  return {
    tidy_up: () => tidyUp(),
    turn_of_day: () => turnOfDay(),
    watch: () => watch(),
    poll_carriers: () => pollCarriers(),
    outbox: async (given, { addJob }) => {
      const job = given as OutboxJob;
      const space = spaces().find((candidate) => candidate.id === job.spaceId);
      const task = tasks[job.topic];
      if (!space || !task) throw new Error(`Nobody does ${job.topic} in ${job.spaceId}`);
      const put = await task(space, job.payload, job.outboxId);
      // The row of what is put off stays in the outbox: should the queue be lost, it is added again.
      if (put === undefined) await finish(db, space, job, addJob);
      else if ("later" in put) await addAgain(addJob, job, new Date(put.later));
      else await waitBehind(db, space, job, put.behind, addJob);
    },
  };
}

async function addAgain(addJob: AddJob, job: OutboxJob, runAt?: Date): Promise<void> {
  await addJob("outbox", job, {
    jobKey: job.outboxId,
    jobKeyMode: "replace",
    maxAttempts: ATTEMPTS_MAX,
    ...(runAt && { runAt }),
  });
}

/** Puts a job off until another row is done, which may have happened between the question and this. */
async function waitBehind(
  db: Db,
  space: Space,
  job: OutboxJob,
  behind: string,
  addJob: AddJob,
): Promise<void> {
  await addAgain(addJob, job, new Date(Date.now() + BEHIND_MS));
  const first = await db
    .withSchema(space.schema)
    .selectFrom("outbox")
    .select("id")
    .where("id", "=", behind)
    .executeTakeFirst();
  if (!first) await addAgain(addJob, job);
}

/** Removes the row of a job that is done, and wakes the next one of its lane. */
async function finish(db: Db, space: Space, { outboxId, spaceId }: OutboxJob, addJob: AddJob): Promise<void> {
  const outbox = sql.table(`${space.schema}.outbox`);
  const { rows } = await sql<Pick<OutboxJob, "outboxId" | "topic" | "payload">>`
    with done as (delete from ${outbox} where id = ${outboxId}::uuid returning lane, created_at, seq)
    select next.id as "outboxId", next.topic, next.payload
    from done join ${outbox} as next
      on next.lane = done.lane and (next.created_at, next.seq) > (done.created_at, done.seq)
    order by next.created_at, next.seq limit 1`.execute(db);
  for (const next of rows) await addAgain(addJob, { ...next, spaceId });
}

/**
 * Looks at every space's outbox in turn. A row is marked after its job was added, so a crash between the
 * two adds it again under the same key. At the start all marks are taken back: jobs may have been lost.
 */
function startRelay({ db, spaces, log, now }: JobOptions, runner: Runner): { stop: () => Promise<void> } {
  let stopping = false;
  let started = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  const round = async () => {
    for (const space of spaces()) {
      const outbox = db.withSchema(space.schema);
      if (!started)
        await outbox
          .updateTable("outbox")
          .set({ queued_at: null })
          .where("queued_at", "is not", null)
          .execute();
      await queueWaiting(outbox, space, runner, now());
    }
    started = true;
  };
  const tick = () => {
    current = round()
      .catch((error: Error) =>
        log.error({ name: error.name, stack: error.stack }, "the outbox relay failed; trying again"),
      )
      .finally(() => {
        if (!stopping) timer = setTimeout(tick, RELAY_EVERY_MS);
      });
  };
  tick();
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await current;
    },
  };
}

async function queueWaiting(outbox: Db, space: Space, runner: Runner, now: Instant): Promise<void> {
  const rows = await outbox
    .selectFrom("outbox")
    .selectAll()
    .where("queued_at", "is", null)
    .orderBy("created_at")
    .orderBy(sql`seq`)
    .orderBy("id")
    .limit(BATCH_ROWS)
    .execute();
  for (const row of rows) {
    const payload = row.payload as Record<string, unknown>;
    const job: OutboxJob = { outboxId: row.id, spaceId: space.id, topic: row.topic, payload };
    await runner.addJob("outbox", job, {
      jobKey: row.id,
      jobKeyMode: "preserve_run_at",
      maxAttempts: ATTEMPTS_MAX,
    });
  }
  const ids = rows.map((row) => row.id);
  if (ids.length > 0)
    await outbox.updateTable("outbox").set({ queued_at: now }).where("id", "in", ids).execute();
}
