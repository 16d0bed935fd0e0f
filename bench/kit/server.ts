import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openBeside } from "#server/db/database.ts";
import { type KeyRing, openKeyRing } from "#server/keys/key-ring.ts";
import { Pool, type PoolConfig } from "pg";
import { type MemoryUse, cpuMicroseconds, memoryOf, processTree } from "./processes.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface ServerPlan {
  /** More of the environment, as an administrator would set it. DATA_DIR, PORT and DEMO are set here. */
  readonly env?: Readonly<Record<string, string>>;
  /** Node's own words, before the program's. @example ["--cpu-prof"] */
  readonly nodeWords?: readonly string[];
  /** What an empty database gets; the demo's first people when not given. */
  readonly demo?: "province" | "people" | "0";
}

/** The program as a person starts it, in a process of its own, on a database of its own in a fresh folder. */
export interface BenchServer {
  /** @example "http://127.0.0.1:40123" */
  readonly base: string;
  readonly dataDir: string;
  readonly ownerConfig: PoolConfig;
  readonly appConfig: PoolConfig;
  /** The schema's owner. */
  readonly owner: Pool;
  readonly ring: KeyRing;
  readonly postgresVersion: string;
  /** Processor time used so far. */
  readonly cpu: () => CpuUse;
  /** What is held now: of the program (with its printer) and of the database. */
  readonly memory: () => { readonly program: MemoryUse; readonly database: MemoryUse };
  readonly programPids: () => readonly number[];
  readonly databasePids: () => readonly number[];
  /** Milliseconds from the command to the open door, of the last start. */
  readonly startMs: () => number;
  readonly said: () => string;
  /** Stops the program with its database and starts both again; lines are added to postgresql.conf before. */
  readonly restart: (settings?: readonly string[]) => Promise<void>;
  /** Stops everything and removes the folder. */
  readonly stop: () => Promise<void>;
}

/** Microseconds. */
export interface CpuUse {
  readonly program: number;
  readonly database: number;
}

/** What was used between two samples, for each of so many requests. */
export function cpuPerRequest(before: CpuUse, after: CpuUse, requests: number): CpuUse {
  const each = (part: keyof CpuUse) => (after[part] - before[part]) / Math.max(1, requests);
  return { program: each("program"), database: each("database") };
}

/**
 * Starts the program in a fresh folder under BENCH_DIR, or the system's folder for what may go.
 * @throws with what the program said when it does not open
 */
export async function startServer(plan: ServerPlan = {}): Promise<BenchServer> {
  const parent = mkdtempSync(path.join(process.env["BENCH_DIR"] || os.tmpdir(), "motcua-bench-"));
  chmodSync(parent, 0o711); // PostgreSQL runs as another user when this one is root.
  const dataDir = path.join(parent, "data");
  const port = await freePort();
  const env = { ...plan.env, DATA_DIR: dataDir, PORT: String(port), DEMO: plan.demo ?? "people" };
  let running = await launch(plan, env);
  let beside = await openOwner(dataDir);
  const stopAll = async () => {
    await beside.owner.end();
    running.process.kill("SIGTERM");
    await running.ended;
  };
  const databasePids = () => processTree(postmasterOf(dataDir));
  const programPids = () => processTree(running.process.pid ?? 0, [postmasterOf(dataDir)]);
  return {
    base: `http://127.0.0.1:${port}`,
    dataDir,
    ring: beside.ring,
    ownerConfig: beside.ownerConfig,
    appConfig: beside.appConfig,
    postgresVersion: beside.version,
    get owner() {
      return beside.owner;
    },
    cpu: () => ({ program: cpuMicroseconds(programPids()), database: cpuMicroseconds(databasePids()) }),
    memory: () => ({ program: memoryOf(programPids()), database: memoryOf(databasePids()) }),
    programPids,
    databasePids,
    startMs: () => running.startMs,
    said: () => running.said(),
    restart: async (settings = []) => {
      await stopAll();
      if (settings.length > 0) {
        appendFileSync(path.join(dataDir, "postgres", "postgresql.conf"), `${settings.join("\n")}\n`);
      }
      running = await launch(plan, env);
      beside = await openOwner(dataDir);
    },
    stop: async () => {
      await stopAll();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

interface Launched {
  readonly process: ChildProcess;
  readonly startMs: number;
  readonly said: () => string;
  readonly ended: Promise<number>;
}

async function launch(plan: ServerPlan, env: Readonly<Record<string, string>>): Promise<Launched> {
  const started = performance.now();
  const child = spawn(process.execPath, [...(plan.nodeWords ?? []), "cli/motcua.mjs", "start"], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const ended = once(child, "close").then(([code]) => Number(code ?? -1));
  const opened = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        text = (text + chunk).slice(-100_000);
        if (text.includes("Motcua is open at")) resolve();
      });
    }
  });
  const end = await Promise.race([opened, ended]);
  if (end !== undefined) throw new Error(`the program ended with ${end}: ${text}`);
  return { process: child, startMs: performance.now() - started, said: () => text, ended };
}

async function openOwner(dataDir: string) {
  let ring: KeyRing | undefined;
  const database = await openBeside({ dataDir }, async (folder) => {
    ring = await openKeyRing(folder);
    return { ownerPassword: ring.databasePasswords.owner, appPassword: ring.databasePasswords.app };
  });
  if (!ring) throw new Error("the key ring is opened with the database");
  const owner = new Pool({ ...database.ownerConfig, max: 6 });
  owner.on("error", () => undefined); // The server may be stopped first.
  const { rows } = await owner.query<{ server_version: string }>("show server_version");
  return {
    ring,
    owner,
    ownerConfig: database.ownerConfig,
    appConfig: database.appConfig,
    version: rows[0]?.server_version ?? "",
  };
}

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** A port that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address ? address.port : 0;
}
