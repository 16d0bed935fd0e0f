import { DEFAULT_DUE_DATE_SETTINGS } from "#domain/calendar/due-date-settings.ts";
import { dueDate } from "#domain/calendar/due-date.ts";
import type { TimeLimit } from "#domain/calendar/time-limit.ts";
import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import { type AccountId, asId } from "#domain/shared/id.ts";
import { type Instant, addMilliseconds, instant, localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { type Db, createDb, createPool, inSpace } from "#server/db/kysely.ts";
import {
  type DateBatch,
  type DatePlace,
  type DateWhere,
  checkDates,
  moveDates,
} from "#server/ledgers/due-date-ledger.ts";
import { loadReference } from "#server/units/load-reference.ts";
import { SPACES } from "#server/units/store-reference.ts";
import type { Pool } from "pg";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { LOADING_SETTINGS, USUAL_SETTINGS, generateSpace, prepareModels } from "./generate-space.ts";
import { describeMachine } from "./kit/machine.ts";
import { type BenchServer, startServer } from "./kit/server.ts";
import { type Cell, judge, printReport } from "./kit/table.ts";

const UNITS = 200;
const DATES = 200_000;
const MINUTE = 60_000;
/** A date with its explanation may cost so many times a walk over the same days that only counts. */
const AIM = 6;

/** Limits as the published procedures have them, the usual ones more often. */
const LIMITS: readonly TimeLimit[] = [
  { amount: 1, unit: "sameDay" },
  { amount: 3, unit: "workingDay" },
  { amount: 5, unit: "workingDay" },
  { amount: 10, unit: "workingDay" },
  { amount: 20, unit: "workingDay" },
  { amount: 8, unit: "workingHour" },
  { amount: 15, unit: "calendarDay" },
  { amount: 1, unit: "calendarMonth" },
];

/**
 * Due dates a second with their explanations, against a walk over the same days that only counts; and counting anew all
 * open dossiers of a generated space: first when every date is wrong and moves, then when none does.
 * @param words how many dossiers the space has, a million when left out
 */
export async function runDeadlineBench(words: readonly string[]): Promise<void> {
  const dossiers = Number(words[0] ?? 1_000_000);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const server = await startServer({ env: { JOBS: "0" } });
  try {
    await prepareModels(server, UNITS);
    say(`Generating ${dossiers.toLocaleString("en-US")} dossiers …`);
    await server.restart(LOADING_SETTINGS);
    await generateSpace(server, { dossiers, units: UNITS, asked: UNITS }, say);
    await server.restart(USUAL_SETTINGS);
    const { engine, walks } = await measure(server, say);
    printReport({
      bench: "deadline",
      machine: describeMachine(server.postgresVersion),
      conditions: [
        `${DATES.toLocaleString("en-US")} due dates in this process, received at any minute of two years, eight limits in turn.`,
        `${dossiers.toLocaleString("en-US")} generated dossiers in ${UNITS} units; the open ones were given a date of five days, whatever their limit,`,
        "so that the first move moves nearly every one of them, each with an event of its own: the worst there is.",
        "One connection; the program runs beside and has nothing to do.",
      ],
      tables: [
        {
          title: "Due dates in memory",
          head: ["what", "a second", "µs each"],
          rows: engine.rows,
        },
        {
          title: "Counting the open dossiers anew",
          head: ["what", "open dossiers", "moved", "s", "dossiers a second", "SQL statements"],
          rows: walks.map((walk) => [
            walk.what,
            walk.looked,
            walk.moved,
            walk.seconds,
            walk.looked / walk.seconds,
            walk.statements,
          ]),
        },
      ],
      findings: [`date with explanation / bare walk: ${judge(engine.ratio, "atMost", AIM)}`],
      figures: { ratio: engine.ratio, engine: engine.rows, walks },
    });
  } finally {
    await server.stop();
  }
}

async function measure(server: BenchServer, say: (line: string) => void) {
  const pool = createPool({ ...server.appConfig, max: 1, statement_timeout: 0 });
  const statements = countStatements(pool);
  const db = createDb(pool);
  try {
    const reference = await loadReference(db);
    const calendar = reference.calendars.get("agency");
    if (!calendar) throw new Error("the agency's calendar is there");
    const engine = measureEngine(calendar);
    const where = { reference, space: SPACES[0] };
    const { rows } = await server.owner.query<{ id: string }>("select id from nation.account limit 1");
    const actorId = asId<AccountId>(rows[0]?.id ?? "");
    const walks: Walk[] = [];
    for (const what of ["looking, every date wrong", "moving them", "looking again, none wrong"]) {
      const walk = await walkOpen(db, where, statements, what, what === "moving them" ? actorId : null);
      say(`  ${what}: ${walk.looked} in ${walk.seconds.toFixed(1)} s`);
      walks.push(walk);
    }
    return { engine, walks };
  } finally {
    await db.destroy();
  }
}

function measureEngine(calendar: WorkCalendar): { readonly rows: Cell[][]; readonly ratio: number } {
  const random = xoroshiro128plus(20261122);
  const first = instant("2025-01-02T00:00:00Z");
  const moments = Array.from({ length: DATES }, () =>
    addMilliseconds(first, uniformInt(random, 0, 700 * 1440) * MINUTE),
  );
  const limitOf = (index: number): TimeLimit =>
    LIMITS[index % LIMITS.length] ?? { amount: 1, unit: "sameDay" };
  const engine = (receivedAt: Instant, index: number) => {
    const due = dueDate({ receivedAt, limit: limitOf(index), calendar, settings: DEFAULT_DUE_DATE_SETTINGS });
    if (!due.ok) throw new Error(due.code);
    return due.value.explanation.days.length;
  };
  const days = moments.map((at, index) => engine(at, index)); // Once to warm, and for how far each walks.
  const own = timed(() => moments.forEach((at, index) => engine(at, index)));
  const bare = timed(() => moments.forEach((at, index) => walkBare(at, days[index] ?? 1, calendar)));
  const line = (what: string, ms: number): Cell[] => [what, DATES / (ms / 1000), (ms * 1000) / DATES];
  return {
    rows: [line("due date with its explanation", own), line("bare walk over as many days", bare)],
    ratio: own / bare,
  };
}

/** The least that has to be done: each day looked up once, nothing told. */
function walkBare(receivedAt: Instant, days: number, { days: special }: WorkCalendar): number {
  let counted = 0;
  let { day } = localTime(receivedAt);
  for (let walked = 1; walked < days; walked += 1) {
    day = addDays(day, 1);
    if (special.get(day)?.countsForDeadline !== false) counted += 1;
  }
  return counted;
}

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

interface Walk {
  readonly what: string;
  readonly looked: number;
  readonly moved: number;
  readonly seconds: number;
  readonly statements: number;
}

/** As the command walks: a thousand dossiers a page to look, two hundred to move. */
async function walkOpen(
  db: Db,
  where: DateWhere,
  statements: { readonly sent: () => number },
  what: string,
  mover: AccountId | null,
): Promise<Walk> {
  const started = performance.now();
  const before = statements.sent();
  const sums = { looked: 0, moved: 0 };
  let after: DatePlace | null = null;
  do {
    const part: DateBatch = await inSpace(db, where.space, { places: [] }, async (tx) => {
      if (mover === null) return checkDates(tx, where, { after, rows: 1_000 });
      const { epoch } = await tx.selectFrom("mandate_epoch").select("epoch").executeTakeFirstOrThrow();
      const by = { actorId: mover, requestId: "bench", now: instant(Date.now()), mandateEpoch: epoch };
      return moveDates(tx, where, { after, rows: 200 }, by);
    });
    sums.looked += part.looked;
    sums.moved += part.dates.filter(({ outcome }) => outcome === "moves").length;
    after = part.next;
  } while (after !== null);
  const seconds = (performance.now() - started) / 1000;
  return { what, ...sums, seconds, statements: statements.sent() - before };
}

/** How many statements the connections of a pool have sent. */
function countStatements(pool: Pool): { readonly sent: () => number } {
  let sent = 0;
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        sent += 1;
        return query(...args);
      },
    });
  });
  return { sent: () => sent };
}
