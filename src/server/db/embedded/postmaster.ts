import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StartFailure, diskFull, saysDiskFull } from "../start-failure.ts";
import type { Binaries } from "./binaries.ts";
import { endOrphans } from "./end-orphans.ts";
import { type RunAs, SERVER_ENVIRONMENT } from "./run-as.ts";

/** A server that takes connections. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
}

export interface StartPlan {
  readonly cluster: string;
  readonly socketFolder: string;
  readonly logFile: string;
  readonly binaries: Binaries;
  readonly who: RunAs;
}

export const PORT = 5432;
const POLL_MS = 20;
/** How long a dying predecessor (a zombie, backends that have not noticed yet) may keep us waiting. */
const PREDECESSOR_MS = 30_000;
/** What a killed server leaves behind ends by itself within this, or never. */
const ORPHANS_MS = 3000;
/** Recovery after a crash reads the log again; while the process lives it is at work. */
const RECOVERY_MS = 15 * 60_000;
const FAST_STOP_MS = 60_000;
const LARGEST_LOG = 16 * 1024 * 1024;

/** What the server says while the end of a predecessor is not complete. */
const PREDECESSOR = /lock file "[^"]+" already exists|shared memory block .* is still in use/u;

/**
 * The server that already runs on this cluster: its program was killed and it lived on. Waits while it
 * starts or stops. Null when none runs; what a dead one left behind is then removed.
 */
export async function adoptPostmaster(cluster: string): Promise<Postmaster | null> {
  const until = Date.now() + RECOVERY_MS;
  while (Date.now() < until) {
    const left = readPidFile(cluster);
    if (left === null) return null;
    if (!isPostmasterOf(left.pid, cluster)) {
      // We hold the data folder, so no other program starts a server here; the number may by now be
      // another process's (common after a container's restart), which would keep PostgreSQL from starting.
      fs.rmSync(path.join(cluster, "postmaster.pid"), { force: true });
      clearSocket(left.socketFolder);
      return null;
    }
    if (left.status === "ready") return { pid: left.pid, socketFolder: left.socketFolder };
    await pause(POLL_MS);
  }
  throw new StartFailure(`The database server in ${cluster} neither becomes ready nor ends: see its log.`);
}

/** The server that runs on this cluster and takes connections, looked at only; null when there is none. */
export function findPostmaster(cluster: string): Postmaster | null {
  const found = readPidFile(cluster);
  if (found === null || found.status !== "ready" || !isPostmasterOf(found.pid, cluster)) return null;
  return { pid: found.pid, socketFolder: found.socketFolder };
}

/**
 * Starts the server and waits until it takes connections.
 * @throws StartFailure with the server's own last words when it ends instead
 */
export async function startPostmaster(plan: StartPlan): Promise<Postmaster> {
  const started = Date.now();
  for (;;) {
    const said = await tryStart(plan);
    if (typeof said !== "string") return said;
    if (PREDECESSOR.test(said) && Date.now() < started + PREDECESSOR_MS) {
      if (Date.now() > started + ORPHANS_MS) endOrphans(plan.cluster);
      await pause(200);
      continue;
    }
    if (saysDiskFull(said)) throw diskFull(plan.cluster);
    throw new StartFailure(`The database server does not start (see ${plan.logFile}): ${lastFatal(said)}`);
  }
}

/** Fast shutdown: sessions end, everything is written, the process is gone when this resolves. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    // SIGQUIT ends without the last checkpoint; the next start recovers from the log and nothing is lost.
    if (!isPostmasterOf(pid, cluster)) return;
    process.kill(pid, signal);
    const until = Date.now() + FAST_STOP_MS;
    while (Date.now() < until) {
      if (!isPostmasterOf(pid, cluster)) return;
      await pause(POLL_MS);
    }
  }
  throw new StartFailure(`The database server (process ${pid}) does not stop.`);
}

async function tryStart(plan: StartPlan): Promise<Postmaster | string> {
  clearSocket(plan.socketFolder);
  const log = openLog(plan.logFile);
  const child = launch(plan, log.descriptor);
  fs.closeSync(log.descriptor);
  const end: { words?: string } = {};
  child.once("error", (error) => (end.words = `FATAL: ${error.message}`));
  child.once(
    "exit",
    (code, signal) => (end.words = `FATAL: the server ended (${signal ?? `exit code ${code}`})`),
  );
  const until = Date.now() + RECOVERY_MS;
  while (Date.now() < until) {
    if (end.words !== undefined) return `${readFrom(plan.logFile, log.size)}\n${end.words}`;
    const found = readPidFile(plan.cluster);
    if (found !== null && found.pid === child.pid && found.status === "ready") {
      return { pid: found.pid, socketFolder: plan.socketFolder };
    }
    await pause(POLL_MS);
  }
  return "FATAL: the server did not become ready";
}

/**
 * The server is our own child, so that we and not process 1 take note of its end (no zombie stays), but in a
 * session of its own, so that Ctrl-C reaches only us and we end it in order.
 */
function launch(plan: StartPlan, log: number): ChildProcess {
  const settings = Object.entries(settingsThatHold(plan.socketFolder)).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const child = spawn(path.join(plan.binaries.folder, "bin/postgres"), ["-D", plan.cluster, ...settings], {
    ...plan.who.identity,
    cwd: "/",
    env: SERVER_ENVIRONMENT,
    detached: true,
    stdio: ["ignore", log, log],
  });
  child.unref();
  return child;
}

/**
 * On the command line, so that no file and no ALTER SYSTEM changes them: a socket and no network, durability,
 * and a log without personal data. An ERROR's text can quote what a person typed, so errors are not in the
 * server's log at all (LOG, FATAL and PANIC are); the program gets each one and logs its code.
 */
function settingsThatHold(socketFolder: string): Record<string, string> {
  return {
    listen_addresses: "",
    port: String(PORT),
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    logging_collector: "off",
    log_destination: "stderr",
    log_min_messages: "log",
    log_statement: "none",
    log_min_duration_statement: "-1",
    log_min_error_statement: "panic",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_error_verbosity: "terse",
  };
}

interface PidFile {
  readonly pid: number;
  readonly socketFolder: string;
  readonly status: string;
}

/** Lines of postmaster.pid: process, data folder, start time, port, socket folder, address, memory, status. */
function readPidFile(cluster: string): PidFile | null {
  const text = readIfThere(path.join(cluster, "postmaster.pid"));
  const lines = text?.split("\n") ?? [];
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, socketFolder: lines[4] ?? "", status: (lines[7] ?? "").trim() };
}

/** Alive, not a zombie, and a server started on this folder: a process number alone may have a new owner. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  const state = readIfThere(`/proc/${pid}/stat`)?.split(") ").at(-1)?.[0];
  if (state === undefined || state === "Z" || state === "X") return false;
  const words = readIfThere(`/proc/${pid}/cmdline`)?.split("\0") ?? [];
  return path.basename(words[0] ?? "") === "postgres" && words.includes(cluster);
}

function clearSocket(folder: string): void {
  for (const name of [`.s.PGSQL.${PORT}`, `.s.PGSQL.${PORT}.lock`]) {
    if (folder !== "") fs.rmSync(path.join(folder, name), { force: true });
  }
}

function openLog(file: string): { descriptor: number; size: number } {
  const before = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (before > LARGEST_LOG) fs.renameSync(file, `${file}.1`);
  const descriptor = fs.openSync(file, "a", 0o600);
  return { descriptor, size: fs.fstatSync(descriptor).size };
}

function readFrom(file: string, start: number): string {
  return fs.readFileSync(file).subarray(start).toString("utf8");
}

function lastFatal(text: string): string {
  const lines = text.split("\n").filter((line) => /FATAL|PANIC|error/u.test(line));
  // The server's own words first; our note of its end only when it said nothing.
  return lines[0]?.replace(/^.*?(?:FATAL|PANIC):\s*/u, "") ?? text.trim();
}

/** The text of a file that another process may remove at any moment; null when it is gone. */
function readIfThere(file: string): string | null {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH"))
      return null;
    throw error;
  }
}
