import { type AskedDossier, askedDossiers } from "./asked-dossiers.ts";
import { LOADING_SETTINGS, USUAL_SETTINGS, generateSpace, prepareModels } from "./generate-space.ts";
import { type LoadRequest, type LoadResult, runLoad } from "./kit/load.ts";
import { describeMachine } from "./kit/machine.ts";
import { commandOf, memoryOf } from "./kit/processes.ts";
import { type BenchServer, type CpuUse, cpuPerRequest, startServer } from "./kit/server.ts";
import { employ } from "./kit/staff.ts";
import { type Cell, judge, printReport } from "./kit/table.ts";

const CLIENTS = 4;
const SECONDS = 10;
const RECEIPTS = 10_000;
/** A line of the report for every so many. */
const STEP = 1000;
/** Within a step memory is looked at this often, and the most is kept: the printer starts afresh after 500. */
const LOOK_EVERY = 50;
const MIB = 1024 * 1024;

interface PageResult extends LoadResult {
  readonly page: string;
  readonly cpu: CpuUse;
}

interface MemoryStep {
  readonly receipts: number;
  readonly perSecond: number;
  readonly programMiB: number;
  readonly printerMiB: number;
  readonly databaseMiB: number;
}

/**
 * What citizens see, receipts, and memory. Receipts are asked for over HTTP as a clerk's screen asks for one that
 * the job has not kept yet, so that each is typeset.
 * @param words how many receipts; 10,000 when not given
 */
export async function runPagesBench(words: readonly string[]): Promise<void> {
  const receipts = Number(words[0] ?? RECEIPTS);
  // One proxy is believed, so that each look at a dossier comes from an address of its own: the rate counts them.
  const server = await startServer({ env: { TRUST_PROXY: "1" } });
  try {
    const plan = { dossiers: 10_000, units: 20, asked: 20 };
    const units = await prepareModels(server, plan.units);
    await server.restart(LOADING_SETTINGS);
    await generateSpace(server, plan, () => undefined);
    const asked = await askedDossiers(server, plan, 2000);
    await server.restart(USUAL_SETTINGS);
    const idle = await idleMemory(server);
    const pages: PageResult[] = [];
    for (const [page, requests] of Object.entries(citizenPages(asked))) {
      pages.push(await measurePage(server, page, requests));
    }
    const posts = units.map(({ unitId }) => ({ role: "oneStopOfficer", unitId }) as const);
    const { cookie } = await employ(server.owner, posts, units[0]?.counterId);
    const printed = await printReceipts(server, { receipts, cookie, asked });
    report(server, { pages, printed, idle });
  } finally {
    await server.stop();
  }
}

function citizenPages(asked: readonly AskedDossier[]): Readonly<Record<string, readonly LoadRequest[]>> {
  const searches = ["", "khai sinh", "kết hôn", "chứng thực", "bảo trợ", "hộ kinh doanh"];
  return {
    home: [{ path: "/" }],
    procedures: [{ path: "/procedures" }],
    "procedures, searched": searches.map((query) => ({ path: `/procedures?q=${encodeURIComponent(query)}` })),
    "dossier by code and secret": asked.map(({ code, secret }, index) => ({
      path: `/t/${encodeURIComponent(code)}/${secret}`,
      address: `198.18.${Math.floor(index / 250)}.${(index % 250) + 1}`,
    })),
  };
}

async function measurePage(
  server: BenchServer,
  page: string,
  requests: readonly LoadRequest[],
): Promise<PageResult> {
  const load = { base: server.base, requests, clients: CLIENTS };
  await runLoad({ ...load, seconds: 3 });
  const before = server.cpu();
  const result = await runLoad({ ...load, seconds: SECONDS });
  return { ...result, page, cpu: cpuPerRequest(before, server.cpu(), result.requests) };
}

/** What the program and its database hold after a start, when nobody has asked for anything for a while. */
async function idleMemory(server: BenchServer): Promise<{ programMiB: number; databaseMiB: number }> {
  await pause(15_000);
  const { program, database } = server.memory();
  return { programMiB: program.pssBytes / MIB, databaseMiB: database.pssBytes / MIB };
}

async function printReceipts(
  server: BenchServer,
  { receipts, cookie, asked }: { receipts: number; cookie: string; asked: readonly AskedDossier[] },
): Promise<readonly MemoryStep[]> {
  const steps: MemoryStep[] = [];
  for (let done = 0; done < receipts; done += STEP) {
    const seen: MemoryNow[] = [];
    const order = { cookie, asked, look: () => seen.push(memoryNow(server)) };
    const started = performance.now();
    // Two at a time: one is typeset while the other is read and sent.
    await Promise.all([0, 1].map((turn) => printEvery(server.base, done + turn, order)));
    const seconds = (performance.now() - started) / 1000;
    steps.push({ receipts: done + STEP, perSecond: STEP / seconds, ...mostOf(seen) });
    process.stderr.write(`${done + STEP} receipts, ${(STEP / seconds).toFixed(0)} a second\n`);
  }
  return steps;
}

async function printEvery(
  base: string,
  from: number,
  { cookie, asked, look }: { cookie: string; asked: readonly AskedDossier[]; look: () => void },
): Promise<void> {
  for (let number = from; number < from + STEP; number += 2) {
    const dossier = asked[number % asked.length];
    const answer = await fetch(`${base}/api/v1/dossiers/${dossier?.id}/receipt`, { headers: { cookie } });
    const bytes = await answer.arrayBuffer();
    if (!answer.ok || bytes.byteLength < 1000)
      throw new Error(`a receipt was answered with ${answer.status}`);
    if (number % LOOK_EVERY === 0) look();
  }
}

type MemoryNow = Omit<MemoryStep, "receipts" | "perSecond">;

function memoryNow(server: BenchServer): MemoryNow {
  const pids = server.programPids();
  const isPrinter = (pid: number) => commandOf(pid).some((word) => word.endsWith("print-worker.ts"));
  return {
    programMiB: memoryOf(pids.filter((pid) => !isPrinter(pid))).rssBytes / MIB,
    printerMiB: memoryOf(pids.filter(isPrinter)).rssBytes / MIB,
    databaseMiB: memoryOf(server.databasePids()).pssBytes / MIB,
  };
}

function mostOf(seen: readonly MemoryNow[]): MemoryNow {
  const most = (part: keyof MemoryNow) => Math.max(...seen.map((one) => one[part]));
  return {
    programMiB: most("programMiB"),
    printerMiB: most("printerMiB"),
    databaseMiB: most("databaseMiB"),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function report(
  server: BenchServer,
  {
    pages,
    printed,
    idle,
  }: {
    pages: readonly PageResult[];
    printed: readonly MemoryStep[];
    idle: { programMiB: number; databaseMiB: number };
  },
): void {
  const peak = (steps: readonly MemoryStep[]) =>
    Math.max(...steps.map(({ programMiB, printerMiB }) => programMiB + printerMiB));
  // The first steps fill caches; from then on nothing may grow.
  const half = Math.ceil(printed.length / 2);
  const growth = peak(printed.slice(half)) / peak(printed.slice(0, half));
  printReport({
    bench: "pages",
    machine: describeMachine(server.postgresVersion),
    conditions: [
      `${CLIENTS} connections of wrk, ${SECONDS} s each after 3 s of warming; 10,000 dossiers, of which 2,000 are asked for.`,
      "Receipts by two clients over HTTP, none kept before, so that each is typeset; the most memory seen within every thousand.",
    ],
    tables: [
      {
        title: "Citizens' pages: milliseconds; CPU in microseconds a request",
        head: ["page", "requests/s", "p50", "p95", "p99", "CPU program", "CPU database", "errors"],
        rows: pages.map((one): Cell[] => [
          one.page,
          one.perSecond,
          one.p50,
          one.p95,
          one.p99,
          one.cpu.program,
          one.cpu.database,
          one.errors,
        ]),
      },
      {
        title: "Receipts: resident memory of program and printer, proportional of the database, in MiB",
        head: ["receipts", "receipts/s", "program", "printer", "database"],
        rows: printed.map((one): Cell[] => [
          one.receipts,
          one.perSecond,
          one.programMiB,
          one.printerMiB,
          one.databaseMiB,
        ]),
      },
    ],
    findings: [
      ...(printed.length < 2
        ? []
        : [
            `memory at its most in the second half of the receipts against the first: × ${judge(growth, "atMost", 1.1)}`,
          ]),
      `idle, proportional memory in MiB: program ${idle.programMiB.toFixed(0)}, database ${idle.databaseMiB.toFixed(0)}, together ${judge(idle.programMiB + idle.databaseMiB, "atMost", 400)}`,
    ],
    figures: { pages, printed, idle },
  });
}
