import type { Instant } from "#domain/shared/instant.ts";
import { Logger as WorkerLogger, type Runner, type TaskList, run } from "graphile-worker";
import type pg from "pg";
import type { Logger } from "pino";
import type { Db, Space } from "../db/kysely.ts";

/** What is done for an outbox row; done twice it must change nothing more. `later`: nothing was done, it is for then. */
export type OutboxTask = (
  space: Space,
  payload: Readonly<Record<string, unknown>>,
) => Promise<{ readonly later: Instant } | undefined>;

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
    crontab: "0 * * * * turn_of_day\n7 * * * * tidy_up\n*/10 * * * * watch",
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

function taskList({ db, spaces, tasks, tidyUp, turnOfDay, watch }: JobOptions): TaskList {
  return {
    tidy_up: () => tidyUp(),
    turn_of_day: () => turnOfDay(),
    watch: () => watch(),
    outbox: async (given, { addJob }) => {
      const job = given as OutboxJob;
      const space = spaces().find((candidate) => candidate.id === job.spaceId);
      const task = tasks[job.topic];
      if (!space || !task) throw new Error(`Nobody does ${job.topic} in ${job.spaceId}`);
      const put = await task(space, job.payload);
      if (put) {
        // The row stays in the outbox: should the queue be lost, it is added again.
        const runAt = new Date(put.later);
        await addJob("outbox", job, {
          jobKey: job.outboxId,
          jobKeyMode: "replace",
          runAt,
          maxAttempts: ATTEMPTS_MAX,
        });
        return;
      }
      await db.withSchema(space.schema).deleteFrom("outbox").where("id", "=", job.outboxId).execute();
    },
  };
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
