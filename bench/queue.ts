import { type AskedDossier, askedDossiers } from "./asked-dossiers.ts";
import { LOADING_SETTINGS, USUAL_SETTINGS, generateSpace, prepareModels } from "./generate-space.ts";
import { type LoadRequest, type LoadResult, runLoad } from "./kit/load.ts";
import { describeMachine } from "./kit/machine.ts";
import { runPgbench } from "./kit/pgbench.ts";
import { untilAtRest } from "./kit/rest.ts";
import { type BenchServer, type CpuUse, cpuPerRequest, startServer } from "./kit/server.ts";
import { employ } from "./kit/staff.ts";
import { type Cell, judge, printReport } from "./kit/table.ts";
import type { BenchUnit } from "./kit/units.ts";
import { NAMES, OPEN_SHARE, SCHEMA, type SpacePlan } from "./space-rows.ts";

const UNITS = 200;
const SIZES = [10_000, 1_000_000, 10_000_000];
const CLIENTS = 4;
const SECONDS = 10;
const WARMING = 10;
const WARMING_MAX = 60;
/** Units that a small space fills pages of; from here on every unit has a page of waiting work of its own. */
const ASKED_OF_SMALL = 5;
const SMALL_BELOW = 500_000;
const PROVINCE = "search, province, two syllables";

/** Two syllables as they are typed: some very common together, some met now and then. */
const TWO_SYLLABLES = [
  "thi hong",
  "thi kim",
  "thi lan",
  "hong nhung",
  "ngoc mai",
  "van hung",
  "van dung",
  "minh tuan",
  "quoc nam",
  "thanh long",
  "huu phuc",
  "thi yen",
  "thu huong",
  "bich thao",
  "cong thinh",
  "my hanh",
  "tan loc",
  "duc tai",
  "kim ngan",
  "chi hai",
];

interface Measured extends LoadResult {
  readonly size: number;
  readonly page: string;
  readonly cpu: CpuUse;
  /** Rows that a page shows, on average over some requests. */
  readonly rows: number | null;
}

/**
 * The work queue, the dossier page and the searches at growing sizes. Every size is generated into the one space
 * of a fresh database; the program runs beside with its usual settings and is asked over HTTP with sessions.
 * @param words sizes to measure; all three when none is given
 */
export async function runQueueBench(words: readonly string[]): Promise<void> {
  const sizes = words.length > 0 ? words.map(Number) : SIZES;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const server = await startServer();
  try {
    const units = await prepareModels(server, UNITS);
    const province = await provinceOfficer(server, units);
    const all: Measured[] = [];
    const bare: Measured[] = [];
    const disk: Record<string, string> = {};
    const rest: Record<string, number> = {};
    for (const dossiers of sizes) {
      const plan = { dossiers, units: UNITS, asked: dossiers < SMALL_BELOW ? ASKED_OF_SMALL : UNITS };
      say(`Generating ${dossiers.toLocaleString("en-US")} dossiers …`);
      const started = performance.now();
      await server.restart(LOADING_SETTINGS);
      await generateSpace(server, plan, say);
      const asked = await askedDossiers(server, plan, 2000);
      await server.restart(USUAL_SETTINGS);
      disk[dossiers] = await sizeOnDisk(server);
      say(`  ${((performance.now() - started) / 1000).toFixed(0)} s, ${disk[dossiers]}`);
      rest[dossiers] = await untilAtRest(server);
      say(`  at rest after ${rest[dossiers]} s`);
      for (const [page, requests] of Object.entries(await loadsOf(server, units, plan, asked))) {
        all.push(await measure(server, { size: dossiers, page, requests }, say));
      }
      const searches = TWO_SYLLABLES.map((query) => searchRequest(province.cookie, query));
      all.push(await measure(server, { size: dossiers, page: PROVINCE, requests: searches }, say));
      bare.push(await measureBare(server, dossiers, units));
    }
    report(server, { all, bare, disk, rest });
  } finally {
    await server.stop();
  }
}

function provinceOfficer(server: BenchServer, units: readonly BenchUnit[]) {
  return employ(
    server.owner,
    units.map(({ unitId }) => ({ role: "oneStopOfficer", unitId }) as const),
    units[0]?.counterId,
  );
}

/** What is asked for, page by page; officers of the asked units take turns. */
async function loadsOf(
  server: BenchServer,
  units: readonly BenchUnit[],
  plan: SpacePlan,
  asked: readonly AskedDossier[],
): Promise<Readonly<Record<string, readonly LoadRequest[]>>> {
  const cookies = new Map<string, string>();
  for (const { unitId, counterId } of units.slice(0, plan.asked)) {
    const { cookie } = await employ(server.owner, [{ role: "oneStopOfficer", unitId }], counterId);
    cookies.set(unitId, cookie);
  }
  const of = (unitId: string) => cookies.get(unitId) ?? "";
  return {
    "work queue": [...cookies.values()].map((cookie) => ({ path: "/api/v1/queues/oneStop", cookie })),
    dossier: asked.map(({ id, unitId }) => ({ path: `/api/v1/dossiers/${id}`, cookie: of(unitId) })),
    "search, unit, whole name": asked.map(({ nameKey, unitId }) => searchRequest(of(unitId), nameKey)),
    "search, unit, two syllables": [...cookies.values()].flatMap((cookie) =>
      TWO_SYLLABLES.slice(0, 2).map((query) => searchRequest(cookie, query)),
    ),
  };
}

function searchRequest(cookie: string, query: string): LoadRequest {
  return { path: `/api/v1/dossiers?q=${encodeURIComponent(query)}`, cookie };
}

async function measure(
  server: BenchServer,
  { size, page, requests }: { size: number; page: string; requests: readonly LoadRequest[] },
  say: (line: string) => void,
): Promise<Measured> {
  const load = { base: server.base, requests, clients: CLIENTS };
  await warm(load);
  const before = server.cpu();
  const result = await runLoad({ ...load, seconds: SECONDS });
  const cpu = cpuPerRequest(before, server.cpu(), result.requests);
  const rows = await rowsShown(server, requests);
  say(
    `  ${page}: ${result.perSecond.toFixed(0)}/s, p95 ${result.p95.toFixed(1)} ms, ${result.errors} errors`,
  );
  return { ...result, size, page, cpu, rows };
}

/** Ten seconds, so that the engine has compiled what runs, and until each request was made once: pages from the disk come first. */
async function warm(load: {
  base: string;
  requests: readonly LoadRequest[];
  clients: number;
}): Promise<void> {
  const { perSecond } = await runLoad({ ...load, seconds: WARMING });
  const missing = load.requests.length - perSecond * WARMING;
  if (missing > 0)
    await runLoad({ ...load, seconds: Math.min(WARMING_MAX, Math.ceil(load.requests.length / perSecond)) });
}

async function rowsShown({ base }: BenchServer, requests: readonly LoadRequest[]): Promise<number | null> {
  let [rows, pages] = [0, 0];
  for (const { path, cookie = "" } of requests.slice(0, 50)) {
    const body = (await (await fetch(base + path, { headers: { cookie } })).json()) as {
      dossiers?: unknown[];
    };
    if (!body.dossiers) return null;
    rows += body.dossiers.length;
    pages += 1;
  }
  return rows / pages;
}

/** The province-wide search as the application's role asks it, without HTTP, session and read log. */
async function measureBare(
  server: BenchServer,
  size: number,
  units: readonly BenchUnit[],
): Promise<Measured> {
  const places = `{${units.map(({ unitId }) => unitId).join(",")}}`;
  const settings = `-c search_path=${SCHEMA},nation -c timezone=UTC -c motcua.scope=${places}`;
  const script = (
    words: string,
  ) => `select d.id, d.code, d.procedure_code, d.procedure_name, d.applicant_name,
      d.business_status, d.received_at, d.due_at, d.due_provisional, u.name, a.full_name
    from search_dossier('${places}', '{}', '${words}', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 51) as found
    join dossier d on d.id = found.dossier_id join nation.one_stop_unit u on u.id = d.received_at_unit_id
    left join nation.account a on a.id = d.case_officer_id order by d.received_at desc, d.id desc limit 51;`;
  const plan = {
    database: { ...server.appConfig, options: settings },
    scripts: TWO_SYLLABLES.map(script),
    clients: CLIENTS,
  };
  await runPgbench({ ...plan, seconds: WARMING });
  const before = server.cpu();
  const result = await runPgbench({ ...plan, seconds: SECONDS });
  const cpu = cpuPerRequest(before, server.cpu(), result.requests);
  return { ...result, size, page: "search, province, bare SQL", cpu, rows: null };
}

async function sizeOnDisk({ owner }: BenchServer): Promise<string> {
  const { rows } = await owner.query<{ size: string }>(
    "select pg_size_pretty(pg_database_size(current_database())) as size",
  );
  return rows[0]?.size ?? "";
}

interface Results {
  readonly all: readonly Measured[];
  readonly bare: readonly Measured[];
  readonly disk: Readonly<Record<string, string>>;
  /** Seconds from the start until nothing was left to do. */
  readonly rest: Readonly<Record<string, number>>;
}

function report(server: BenchServer, { all, bare, disk, rest }: Results): void {
  const line = (one: Measured): Cell[] => [
    one.page,
    one.size,
    one.rows,
    one.perSecond,
    one.p50,
    one.p95,
    one.p99,
    one.cpu.program,
    one.cpu.database,
    one.errors,
  ];
  const pages = [...new Set(all.map(({ page }) => page))];
  const inOrder = pages.flatMap((page) => all.filter((one) => one.page === page));
  printReport({
    bench: "queue",
    machine: describeMachine(server.postgresVersion),
    conditions: [
      `${CLIENTS} connections of wrk, ${SECONDS} s each after ${WARMING} s of warming or once through all requests, sessions of officers who take turns.`,
      `Generated: ${UNITS} units, ${OPEN_SHARE * 100} % open (every other one of the newest 6 %), names by a skewed list of ${NAMES.toLocaleString("en-US")};`,
      "each dossier with two events, two items, one person and its search row, the open ones with custody; columns not",
      "named (the explanation of the due date too) are those of dossiers that were really received.",
      `At 10,000 a unit of 200 would have one open dossier and fifty in all, and a page of one row is cheaper than one of fifty:`,
      `there ${ASKED_OF_SMALL} units hold half of all dossiers and all open work, and only they are asked; the others hold the rest.`,
      `2,000 dossiers are asked for again and again: what is measured is a database that is warm.`,
      `Measured once the program has done its start's work, all open dossiers being overdue: ${Object.entries(
        rest,
      )
        .map(([size, seconds]) => `${Number(size).toLocaleString("en-US")} dossiers ${seconds} s`)
        .join(", ")}.`,
      `On disk: ${Object.entries(disk)
        .map(([size, text]) => `${Number(size).toLocaleString("en-US")} dossiers ${text}`)
        .join(", ")}.`,
    ],
    tables: [
      {
        title: "Milliseconds; CPU in microseconds a request",
        head: [
          "page",
          "dossiers",
          "rows",
          "requests/s",
          "p50",
          "p95",
          "p99",
          "CPU program",
          "CPU database",
          "errors",
        ],
        rows: [...inOrder, ...bare].map(line),
      },
    ],
    findings: [...growth(pages, all), ...againstBare(all, bare)],
    figures: { measured: [...all, ...bare] },
  });
}

/** Each page of a unit at each size against the smallest; the province's has an aim of its own. */
function growth(pages: readonly string[], all: readonly Measured[]): readonly string[] {
  return pages
    .filter((page) => page !== PROVINCE)
    .flatMap((page) => {
      const [first, ...larger] = all.filter((one) => one.page === page);
      if (!first) return [];
      return larger.map((one) => {
        const [p50, p95] = [one.p50 / first.p50, one.p95 / first.p95];
        const cpu = (one.cpu.program + one.cpu.database) / (first.cpu.program + first.cpu.database);
        return `${page} at ${one.size.toLocaleString("en-US")} against ${first.size.toLocaleString("en-US")}: p50 × ${judge(p50, "atMost", 1.5)}, p95 × ${judge(p95, "atMost", 1.5)}, CPU × ${cpu.toFixed(2)}`;
      });
    });
}

function againstBare(all: readonly Measured[], bare: readonly Measured[]): readonly string[] {
  return bare.flatMap((sql) => {
    const http = all.find((one) => one.size === sql.size && one.page === PROVINCE);
    return http
      ? [
          `province-wide search at ${sql.size.toLocaleString("en-US")}: p95 × ${judge(http.p95 / sql.p95, "atMost", 3)} of the bare SQL`,
        ]
      : [];
  });
}
