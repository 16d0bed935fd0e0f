import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import { DEFAULT_TURN_SETTINGS } from "#domain/dossier/turn-settings.ts";
import { localTime } from "#domain/shared/instant.ts";
import { DEFAULT_WATCH_SETTINGS, type WatchSettings } from "#domain/watch/watch.ts";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { pino, type Logger } from "pino";
import { v7 as uuidv7 } from "uuid";
import { type Clock, systemClock } from "./clock.ts";
import { type Config, GROUP_ROWS } from "./config.ts";
import type { Database } from "./db/database.ts";
import { type Space, type Tx, createDb, createPool } from "./db/kysely.ts";
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
import { type JobRunner, type OutboxTask, startJobs } from "./jobs/job-runner.ts";
import { forgetOldPost } from "./jobs/forget-post.ts";
import { tidySpace } from "./jobs/tidy-up.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import { nextRandom } from "./keys/random-block.ts";
import { FORM_ISSUED_TOPIC, UNIT_FORM_TOPIC } from "./ledgers/form-ledger.ts";
import { createMandateCache } from "./ledgers/mandate-cache.ts";
import { MANDATES_CHANNEL } from "./ledgers/mandate-ledger.ts";
import { CUSTODY_CODE_TOPIC } from "./ledgers/custody-code.ts";
import { NOTICE_TOPIC, RECEIPT_NOTICE_TOPIC } from "./ledgers/notice-topic.ts";
import { openCarriers } from "./notices/carriers.ts";
import { type CarrierRegistry, openCarrierRegistry } from "./carriers/open-carriers.ts";
import { pollSpaces } from "./carriers/poll-spaces.ts";
import { reportRecorder } from "./carriers/record-reports.ts";
import { tellOfCancel, tellOfOrder, tellOfRecall } from "./carriers/tell-carrier.ts";
import { CARRIER_CANCEL_TOPIC, CARRIER_ORDER_TOPIC, CARRIER_RECALL_TOPIC } from "./ledgers/carrier-topic.ts";
import { loadOutgoing } from "./postal/load-outgoing.ts";
import { sendReady } from "./postal/send-ready.ts";
import { sendCustodyCode } from "./notices/send-custody-code.ts";
import { NoticeNotSent, type NoticeWork, sendNotice } from "./notices/send-notice.ts";
import { settleEnded } from "./people/settle-ended.ts";
import { createPrinter } from "./print/printer.ts";
import { keepUnitForm } from "./registers/print-lists.ts";
import { applyDuePlans } from "./reorganisation/apply-plan.ts";
import { drawSpace } from "./samples/draw-samples.ts";
import { keepForm, openForm } from "./turns/print-form.ts";
import { openReferenceCache } from "./units/reference-cache.ts";
import { postalFacts } from "./units/postal-facts.ts";
import { watchSpace } from "./watchers/watch-space.ts";

export interface ProgramOptions {
  /** Without `notices` nobody is told anything: a person does it. */
  readonly config: Pick<Config, "publicUrl" | "trustProxy"> &
    Partial<Pick<Config, "notices" | "carriers" | "watch" | "groupRowsMax" | "turns">>;
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
  /** Tells a citizen what a row of the outbox says, as the jobs would; what is not taken is left to them. */
  readonly tell: (space: Space, payload: Payload) => Promise<void>;
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
  const { notices = NO_NOTICES } = options.config;
  const carriers = openCarriers(notices, database.dataDir);
  const registry = openCarrierRegistry(options.config.carriers ?? { ngsp: null }, clock.now);
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
    groupRowsMax: options.config.groupRowsMax ?? GROUP_ROWS,
    textMessages: carriers.sms !== null,
    carriers: (spaceId) => [OWN_CARRIER, ...registry.of(spaceId).map(({ name }) => name)],
    turns: options.config.turns ?? DEFAULT_TURN_SETTINGS,
  };
  const work = { deps, carriers, quiet: notices.quiet, openReceipt, openForm };
  const { watch = DEFAULT_WATCH_SETTINGS } = options.config;
  const jobs =
    options.jobs === false ? null : await startJobs({ ...jobOptions(work, watch, registry), ownerPool });
  const listener = listen(database.appConfig, MANDATES_CHANNEL, mandatesHeard(deps));
  const readiness = readinessOf(deps, appPool, options, jobs);
  const app = await createApp({ deps, readiness, trustProxy: options.config.trustProxy, site: options.site });
  return {
    app,
    deps,
    tell: async (space, payload) => {
      try {
        await sendNotice(work, space, payload);
      } catch (error) {
        if (!(error instanceof NoticeNotSent)) throw error;
      }
    },
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

const NO_NOTICES: Config["notices"] = { mail: null, sms: "off", zalo: "off", quiet: null };

type Payload = Readonly<Record<string, unknown>>;

/** What is done at once, or fails. */
function done(run: (space: Space, payload: Payload) => Promise<void>): OutboxTask {
  return async (space, payload) => {
    await run(space, payload);
    return undefined;
  };
}

function jobOptions(work: NoticeWork, settings: WatchSettings, registry: CarrierRegistry) {
  const { deps } = work;
  const spaces = () => deps.reference.current().spaces;
  const record = reportRecorder(deps, deps.clock.now);
  const telling = { deps, registry, now: deps.clock.now, load: outgoing(deps), record };
  return {
    db: deps.db,
    spaces,
    tasks: {
      "dossier.received": done((space, payload) =>
        keepReceipt(deps, deps.db, space, String(payload["dossierId"])),
      ),
      [FORM_ISSUED_TOPIC]: done((space, payload) =>
        keepForm(deps, space, String(payload["dossierId"]), String(payload["formIssueId"])),
      ),
      [UNIT_FORM_TOPIC]: done((space, payload) =>
        keepUnitForm(deps, space, { formId: String(payload["formId"]), unitId: String(payload["unitId"]) }),
      ),
      [CUSTODY_CODE_TOPIC]: done((space, payload) => sendCustodyCode(work, space, String(payload["codeId"]))),
      [CARRIER_ORDER_TOPIC]: (space: Space, payload: Payload) =>
        tellOfOrder(telling, space, String(payload["shipmentId"])),
      [CARRIER_CANCEL_TOPIC]: (space: Space, payload: Payload) =>
        tellOfCancel(telling, space, String(payload["shipmentId"])),
      [CARRIER_RECALL_TOPIC]: (space: Space, payload: Payload) =>
        tellOfRecall(telling, space, String(payload["shipmentId"])),
      [NOTICE_TOPIC]: (space: Space, payload: Payload, rowId: string) =>
        sendNotice(work, space, payload, rowId),
      [RECEIPT_NOTICE_TOPIC]: (space: Space, payload: Payload, rowId: string) =>
        sendNotice(work, space, { ...payload, kind: "receipt" }, rowId),
    },
    tidyUp: async () => {
      const now = deps.clock.now();
      await purgeSessions(deps.db, now);
      await purgeRateBuckets(deps.db, now);
      for (const space of spaces()) await tidySpace(deps.db, space, now);
      const { retention } = await postalFacts();
      for (const space of spaces()) await forgetOldPost(deps.db, space, { now, retention });
      for (const space of spaces()) await settleEnded(deps, space, now);
      for (const space of spaces()) await drawSpace(deps.db, space, now);
    },
    watch: async () => {
      for (const space of spaces()) await watchSpace(deps, space, settings);
    },
    pollCarriers: async () => {
      for (const space of spaces()) await sendReady(deps, space);
      await pollSpaces({ deps, registry, now: deps.clock.now, record });
    },
    turnOfDay: async () => void (await applyDuePlans(deps)),
    now: deps.clock.now,
    log: deps.log,
  };
}

function outgoing({ ring, reference, clock }: Deps) {
  return (tx: Tx, shipmentId: string) =>
    loadOutgoing(tx, shipmentId, {
      ring,
      reference: reference.current(),
      day: localTime(clock.now()).day,
    });
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
