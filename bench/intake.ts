import { randomUUID } from "node:crypto";
import { SPACES } from "#server/units/store-reference.ts";
import { type Baseline, intakeBaseline } from "./intake-baseline.ts";
import { type IntakeStage, setIntakeStage } from "./intake-load.ts";
import { type LoadRequest, type LoadResult, PERSON, runLoad } from "./kit/load.ts";
import { describeMachine } from "./kit/machine.ts";
import { runPgbench } from "./kit/pgbench.ts";
import { type BenchServer, type CpuUse, cpuPerRequest, startServer } from "./kit/server.ts";
import { type Cell, judge, printReport } from "./kit/table.ts";

const UNITS = 200;
const MANDATES = 20_000;
const AIM = 0.5;
/** Seconds: a program that has just started is compiled piece by piece while it works; a counter meets it warm. */
const WARMING = 15;
/** Far enough apart that the keys of two pgbench runs never meet. */
const KEYS_A_RUN = 10_000_000;

interface Scene {
  readonly title: string;
  readonly clients: number;
  readonly units: number;
}
const SCENES: readonly Scene[] = [
  { title: "200 units", clients: 1, units: UNITS },
  { title: "200 units", clients: 4, units: UNITS },
  { title: "200 units", clients: 16, units: UNITS },
  { title: "one hot unit", clients: 16, units: 1 },
];

const FORMS = ["over HTTP", "SQL, separate statements", "SQL, one statement"] as const;
type Form = (typeof FORMS)[number];

interface Measured extends LoadResult {
  readonly cpu: CpuUse;
}

/**
 * The whole intake over HTTP beside the bare SQL of its rows, in one run on one database, by turns.
 * Words: `--seconds N` for each measurement, `--rounds N` of each scene, `--profile` writes a profile of the program.
 */
export async function runIntakeBench(words: readonly string[]): Promise<void> {
  const seconds = numberAfter(words, "--seconds", 8);
  const rounds = numberAfter(words, "--rounds", 3);
  const nodeWords = words.includes("--profile") ? ["--cpu-prof", "--cpu-prof-dir=artefacts"] : [];
  const server = await startServer({ env: { JOBS: "0" }, nodeWords });
  try {
    const stage = await setIntakeStage(server, UNITS, MANDATES);
    const sample = await takeOne(server, stage.requests[0]);
    const bases = new Map<number, Baseline>();
    for (const units of new Set(SCENES.map((scene) => scene.units))) {
      bases.set(units, await intakeBaseline(server.owner, SPACES[0].schema, sample, units));
    }
    await runLoad({ base: server.base, requests: stage.requests, clients: 16, seconds: WARMING });
    const found = new Map<string, Measured[]>();
    let run = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const scene of SCENES) {
        // Each form comes first once: the tables grow, and the first of a scene finds them warm.
        for (const form of FORMS.map((_, at) => FORMS[(at + round) % FORMS.length] ?? "over HTTP")) {
          run += 1;
          const baseline = bases.get(scene.units);
          if (!baseline) throw new Error("each scene has its baseline");
          const measured = await measure(server, { scene, form, stage, baseline, seconds, run });
          const key = sceneKey(scene, form);
          found.set(key, [...(found.get(key) ?? []), measured]);
        }
      }
    }
    report(server, found, { seconds, rounds });
  } finally {
    await server.stop();
  }
}

export function numberAfter(words: readonly string[], name: string, otherwise: number): number {
  const at = words.indexOf(name);
  return at < 0 ? otherwise : Number(words[at + 1]);
}

/** One intake by hand, so that a wrong form is seen, and its rows are the baseline's. @returns the dossier's id */
async function takeOne({ base }: BenchServer, request: LoadRequest | undefined): Promise<string> {
  const answer = await fetch(base + (request?.path ?? ""), {
    method: "POST",
    headers: {
      cookie: request?.cookie ?? "",
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify(request?.body).replace(PERSON, "000000"),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the intake is refused: ${text}`);
  return (JSON.parse(text) as { dossierId: string }).dossierId;
}

interface MeasurePlan {
  readonly scene: Scene;
  readonly form: Form;
  readonly stage: IntakeStage;
  readonly baseline: Baseline;
  readonly seconds: number;
  readonly run: number;
}

async function measure(server: BenchServer, plan: MeasurePlan): Promise<Measured> {
  await server.owner.query("checkpoint").catch(() => undefined); // Where the owner may: each starts with a calm disk.
  const before = server.cpu();
  const result = await (plan.form === "over HTTP" ? overHttp(server, plan) : bareSql(server, plan));
  return { ...result, cpu: cpuPerRequest(before, server.cpu(), result.requests) };
}

function overHttp({ base }: BenchServer, { scene, stage, seconds }: MeasurePlan): Promise<LoadResult> {
  const requests = stage.requests.slice(0, scene.units);
  return runLoad({ base, requests, clients: scene.clients, seconds });
}

function bareSql(
  server: BenchServer,
  { scene, form, baseline, seconds, run }: MeasurePlan,
): Promise<LoadResult> {
  return runPgbench({
    database: server.ownerConfig,
    scripts: [form === "SQL, one statement" ? baseline.single : baseline.separate],
    variables: { ...baseline.variables, n: run * KEYS_A_RUN },
    clients: scene.clients,
    seconds,
  });
}

function sceneKey(scene: Scene, form: Form): string {
  return `${scene.title}|${scene.clients}|${form}`;
}

/** The middle one by rate, as it was measured: figures of one run belong together. */
function middle(results: readonly Measured[]): Measured {
  const sorted = results.toSorted((a, b) => a.perSecond - b.perSecond);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (!found) throw new Error("nothing was measured");
  return found;
}

function report(
  server: BenchServer,
  found: ReadonlyMap<string, readonly Measured[]>,
  { seconds, rounds }: { seconds: number; rounds: number },
): void {
  const rows: Cell[][] = [];
  const findings: string[] = [];
  const figures: Record<string, unknown> = {};
  for (const scene of SCENES) {
    const of = (form: Form) => middle(found.get(sceneKey(scene, form)) ?? []);
    const best = Math.max(of("SQL, separate statements").perSecond, of("SQL, one statement").perSecond);
    const ratio = of("over HTTP").perSecond / best;
    for (const form of FORMS) {
      const { perSecond, p50, p95, p99, cpu, errors } = of(form);
      const program = form === "over HTTP" ? cpu.program : null;
      rows.push([
        scene.title,
        scene.clients,
        form,
        perSecond,
        p50,
        p95,
        p99,
        program,
        cpu.database,
        perSecond / best,
        errors,
      ]);
    }
    findings.push(
      `${scene.title}, ${scene.clients} clients: ${judge(ratio, "atLeast", AIM)} of the better form`,
    );
    figures[`${scene.title}, ${scene.clients}`] = Number(ratio.toPrecision(3));
  }
  printReport({
    bench: "intake",
    machine: describeMachine(server.postgresVersion),
    conditions: [
      `${UNITS} units, ${MANDATES} mandates, one clerk of the post a unit; a dossier with four papers.`,
      "Over HTTP: session, permission, validation, mandate, code, due date, sealing, rows, kept answer, commit with fsync.",
      "SQL: the same rows, byte for byte but for the keys, into the same tables with the same indexes, as the owner, without row policies.",
      `After ${WARMING} s of intakes that do not count.`,
      `Median of ${rounds} rounds of ${seconds} s, by turns; the load is a process of its own (wrk, pgbench -M prepared) on the same machine.`,
    ],
    tables: [
      {
        title: "Intakes",
        head: [
          "where",
          "clients",
          "form",
          "per s",
          "p50 ms",
          "p95 ms",
          "p99 ms",
          "CPU µs program",
          "CPU µs database",
          "ratio",
          "errors",
        ],
        rows,
      },
    ],
    findings,
    figures: { ratios: figures },
  });
}
