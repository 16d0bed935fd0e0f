import path from "node:path";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { pino, type Logger } from "pino";
import { v7 as uuidv7 } from "uuid";
import { type Clock, systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Database } from "./db/database.ts";
import { type Space, createDb, createPool } from "./db/kysely.ts";
import { type Heard, listen } from "./db/listen.ts";
import { pendingMigrations } from "./db/migrate.ts";
import { purgeRateBuckets } from "./db/rate-limit.ts";
import { checkRoles } from "./db/roles.ts";
import type { Deps } from "./deps.ts";
import { openFileStore } from "./files/file-store.ts";
import { type AppOptions, createApp } from "./http/app.ts";
import type { Readiness } from "./http/health.ts";
import { rememberActors } from "./ledgers/remembered-actors.ts";
import { purgeSessions } from "./http/session-store.ts";
import { keepReceipt, openReceipt } from "./intake/print-receipt.ts";
import { type JobRunner, startJobs } from "./jobs/job-runner.ts";
import { tidySpace } from "./jobs/tidy-up.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import { nextRandom } from "./keys/random-block.ts";
import { RECEIPT_NOTICE_TOPIC } from "./ledgers/dossier-rows.ts";
import { createMandateCache } from "./ledgers/mandate-cache.ts";
import { MANDATES_CHANNEL } from "./ledgers/mandate-ledger.ts";
import { openCarriers } from "./notices/carriers.ts";
import type { Carriers } from "./notices/message.ts";
import { sendReceiptNotice } from "./notices/send-receipt.ts";
import { settleEnded } from "./people/settle-ended.ts";
import { createPrinter } from "./print/printer.ts";
import { applyDuePlans } from "./reorganisation/apply-plan.ts";
import { drawSpace } from "./samples/draw-samples.ts";
import { openReferenceCache } from "./units/reference-cache.ts";

export interface ProgramOptions {
  /** Without `notices` nobody is told anything: a person does it. */
  readonly config: Pick<Config, "publicUrl" | "trustProxy"> & Partial<Pick<Config, "notices">>;
  readonly database: Pick<Database, "ownerConfig" | "appConfig" | "dataDir" | "appRole">;
  readonly ring: KeyRing;
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly site: AppOptions["site"];
  /** Off in tests that want to see the outbox before it is worked. */
  readonly jobs?: boolean;
}

export interface Program {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  /** Ends requests, jobs and connections; the database is the caller's. */
  readonly close: () => Promise<void>;
}

/** What the application may only add to. */
export const LEDGERS = ["dossier_event", "custody_entry", "mandate_event", "access_log"] as const;

/** Everything joined: the only file that knows all parts. The schema is migrated and reference data is stored. */
export async function openProgram(options: ProgramOptions): Promise<Program> {
  const { database } = options;
  const log = options.log ?? pino({ base: null });
  const appPool = createPool({ ...database.appConfig, max: 24 });
  const ownerPool = createPool({ ...database.ownerConfig, max: 6 });
  const db = createDb(appPool);
  const clock = options.clock ?? systemClock;
  const deps: Deps = {
    db,
    ring: options.ring,
    clock,
    newId: () => uuidv7({ random: nextRandom(16) }),
    reference: await openReferenceCache(db),
    mandates: createMandateCache(db),
    actors: rememberActors(),
    files: openFileStore(path.join(database.dataDir, "files"), options.ring),
    printer: createPrinter(),
    log,
    publicUrl: options.config.publicUrl,
  };
  const { notices = NO_NOTICES } = options.config;
  const carriers = openCarriers(notices, database.dataDir);
  const jobs = options.jobs === false ? null : await startJobs({ ...jobOptions(deps, carriers), ownerPool });
  const listener = listen(database.appConfig, MANDATES_CHANNEL, mandatesHeard(deps));
  const readiness = readinessOf(deps, appPool, options, jobs);
  const app = await createApp({ deps, readiness, trustProxy: options.config.trustProxy, site: options.site });
  return {
    app,
    deps,
    close: async () => {
      await app.close();
      await listener.stop();
      await jobs?.stop();
      await deps.printer.close();
      await db.destroy();
      await ownerPool.end();
    },
  };
}

/** Other processes' changes of rights are read as they are heard, and all of them when listening begins. */
function mandatesHeard({ mandates, reference, log }: Deps): Heard {
  const refresh = (schema?: string) => {
    const spaces = reference
      .current()
      .spaces.filter((space) => schema === undefined || space.schema === schema);
    for (const space of spaces)
      mandates.refresh(space).catch((error: unknown) => log.warn({ err: error }, "mandates not read again"));
  };
  return { message: refresh, began: () => refresh() };
}

const NO_NOTICES: Config["notices"] = { mail: null, sms: "off" };

function jobOptions(deps: Deps, carriers: Carriers) {
  const spaces = () => deps.reference.current().spaces;
  return {
    db: deps.db,
    spaces,
    tasks: {
      "dossier.received": async (space: Space, payload: Readonly<Record<string, unknown>>) =>
        keepReceipt(deps, deps.db, space, String(payload["dossierId"])),
      [RECEIPT_NOTICE_TOPIC]: (space: Space, payload: Readonly<Record<string, unknown>>) =>
        sendReceiptNotice({ deps, carriers, openReceipt }, space, payload),
    },
    tidyUp: async () => {
      const now = deps.clock.now();
      await purgeSessions(deps.db, now);
      await purgeRateBuckets(deps.db, now);
      for (const space of spaces()) await tidySpace(deps.db, space, now);
      for (const space of spaces()) await settleEnded(deps, space, now);
      for (const space of spaces()) await drawSpace(deps.db, space, now);
    },
    turnOfDay: async () => void (await applyDuePlans(deps)),
    now: deps.clock.now,
    log: deps.log,
  };
}

function readinessOf(
  deps: Deps,
  pool: pg.Pool,
  { database }: ProgramOptions,
  jobs: JobRunner | null,
): Readiness {
  const schemas = () => deps.reference.current().spaces.map((space) => space.schema);
  return {
    database: async () => {
      await pool.query("select 1");
      return [];
    },
    migrations: async () =>
      (await pendingMigrations(pool, { spaces: schemas(), appRole: database.appRole })).map(
        (pending) => `${pending.scope} lacks ${pending.name}`,
      ),
    roles: async () =>
      (await checkRoles(pool, { spaces: schemas(), ledgers: LEDGERS })).map((problem) => problem.sentence),
    jobs: async () => (jobs === null || jobs.isRunning() ? [] : ["the job runner has stopped"]),
  };
}
