import { describeMachine } from "./kit/machine.ts";
import { type BenchServer, startServer } from "./kit/server.ts";
import { printReport } from "./kit/table.ts";
import { buildWeb } from "../tools/build-web.ts";

const TIMES = 5;

/** What an empty folder gets at its first start. */
const KINDS = [
  { name: "as it comes, with the demo province", demo: "province" },
  { name: "with some people of the demo", demo: "people" },
  { name: "empty, as in service", demo: "0" },
] as const;

/**
 * From the command to the open door. First: in an empty folder, so that the cluster, the schema, the reference data
 * and the demo are made. Later: the same folder again. The web is built before and counts apart.
 * @param words how often; 5 when not given
 */
export async function runStartBench(words: readonly string[]): Promise<void> {
  const times = Number(words[0] ?? TIMES);
  const started = performance.now();
  const isBuilt = await buildWeb({ log: () => undefined });
  const buildMs = performance.now() - started;
  const measured: { kind: string; firstMs: number[]; laterMs: number[]; cpuMs: number[] }[] = [];
  let postgres = "";
  for (const { name, demo } of KINDS) {
    const one = { kind: name, firstMs: [] as number[], laterMs: [] as number[], cpuMs: [] as number[] };
    for (let time = 0; time < times; time += 1) {
      const server = await startServer({ demo });
      postgres = server.postgresVersion;
      one.firstMs.push(server.startMs());
      one.cpuMs.push(cpuMs(server));
      await server.restart();
      one.laterMs.push(server.startMs());
      await server.stop();
    }
    measured.push(one);
  }
  printReport({
    bench: "start",
    machine: describeMachine(postgres),
    conditions: [
      `Medians of ${times}, from the spawning of "node cli/motcua.mjs start" to the line that says the door is open.`,
      isBuilt
        ? `The web was built before, in ${(buildMs / 1000).toFixed(1)} s; each start only looks whether it is.`
        : "The web stood built; each start only looks whether it is.",
    ],
    tables: [
      {
        title: "Milliseconds",
        head: ["installation", "first start", "of it CPU", "later start", "slowest first", "slowest later"],
        rows: measured.map(({ kind, firstMs, laterMs, cpuMs: cpu }) => [
          kind,
          median(firstMs),
          median(cpu),
          median(laterMs),
          Math.max(...firstMs),
          Math.max(...laterMs),
        ]),
      },
    ],
    findings: [],
    figures: { buildMs: isBuilt ? buildMs : null, measured },
  });
}

function cpuMs(server: BenchServer): number {
  const { program, database } = server.cpu();
  return (program + database) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
