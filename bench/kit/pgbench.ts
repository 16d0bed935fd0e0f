import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { PoolConfig } from "pg";
import { type LoadResult, output } from "./load.ts";
import { needProgram } from "./load-tools.ts";

export interface PgbenchPlan {
  /** As whom, and where; a socket folder or a host. */
  readonly database: PoolConfig;
  /** pgbench scripts (its own language: backslash commands and SQL), one transaction each; several take turns at random. */
  readonly scripts: readonly string[];
  /** Values of `:name` in the scripts. */
  readonly variables?: Readonly<Record<string, string | number>>;
  readonly clients: number;
  /** Threads of pgbench itself. */
  readonly threads?: number;
  readonly seconds: number;
  /** How statements are sent; prepared is what a program with named statements does. */
  readonly mode?: "simple" | "extended" | "prepared";
}

/**
 * Puts SQL on a database by pgbench, a process of its own. Percentiles come from its log of every transaction.
 * @throws when pgbench cannot run or a transaction fails
 */
export async function runPgbench(plan: PgbenchPlan): Promise<LoadResult> {
  const pgbench = needProgram("pgbench");
  const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-pgbench-"));
  try {
    const scripts = plan.scripts.flatMap((text, index) => {
      const file = path.join(folder, `script-${index}.sql`);
      writeFileSync(file, text, { mode: 0o600 });
      return ["-f", file];
    });
    const variables = Object.entries(plan.variables ?? {}).flatMap(([name, value]) => [
      "-D",
      `${name}=${value}`,
    ]);
    const { host = "", port = 5432, user = "", database = "", password } = plan.database;
    const said = await output(
      pgbench,
      [
        "-n",
        `--protocol=${plan.mode ?? "prepared"}`,
        `--client=${plan.clients}`,
        `--jobs=${plan.threads ?? 1}`,
        `--time=${plan.seconds}`,
        "--log",
        `--log-prefix=${path.join(folder, "log")}`,
        ...scripts,
        ...variables,
        `--host=${host}`,
        `--port=${port}`,
        `--username=${user}`,
        database,
      ],
      { PGPASSWORD: typeof password === "string" ? password : "", PGOPTIONS: plan.database.options ?? "" },
    );
    return {
      ...latencies(folder),
      perSecond: figureIn(said, /^tps = ([\d.]+)/m),
      errors: figureIn(said, FAILED),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A line of the log is: client, number, microseconds taken, script, second, microsecond. */
function latencies(folder: string): Omit<LoadResult, "perSecond" | "errors"> {
  const taken = readdirSync(folder)
    .filter((name) => name.startsWith("log"))
    .flatMap((name) => readFileSync(path.join(folder, name), "utf8").split("\n"))
    .filter(Boolean)
    .map((line) => Number(line.split(" ")[2]));
  const sorted = Float64Array.from(taken).sort();
  return {
    requests: sorted.length,
    p50: percentile(sorted, 50) / 1000,
    p95: percentile(sorted, 95) / 1000,
    p99: percentile(sorted, 99) / 1000,
    max: percentile(sorted, 100) / 1000,
  };
}

const FAILED = /number of failed transactions: (\d+)/;

function figureIn(said: string, pattern: RegExp): number {
  return Number(pattern.exec(said)?.[1] ?? 0);
}

/** The nearest-rank percentile of sorted values; 0 of none. @example percentile([1, 2, 3, 4], 50) → 2 */
function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? 0;
}
