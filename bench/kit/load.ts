import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { needProgram } from "./load-tools.ts";

const SCRIPT = fileURLToPath(new URL("wrk.lua", import.meta.url));

/** Six digits in a body that are others in each request of a run, and in the runs after it for a while. */
export const PERSON = "@PERS@";
/** How many requests a run may send before its people are those of the next: a million in all. */
const PEOPLE_OF_RUN = 40_000;

/** A request of a load. One that is no GET gets an idempotency key that no other has. */
export interface LoadRequest {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** As a browser sends it. @example "motcua_session=…" */
  readonly cookie?: string;
  readonly body?: unknown;
  /** From where, for a program that believes a proxy in front. @example "203.0.113.7" */
  readonly address?: string;
}

export interface LoadPlan {
  /** Where the program listens. @example "http://127.0.0.1:3456" */
  readonly base: string;
  /** Sent in turn, again and again. */
  readonly requests: readonly LoadRequest[];
  /** Connections that each wait for their answer before the next request. */
  readonly clients: number;
  readonly seconds: number;
}

/** What a load came to. Times in milliseconds. */
export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** Answers of 400 and above, and broken or late connections: a figure with errors is no figure. */
  readonly errors: number;
}

let runs = 0;

/**
 * Puts a load on a program over HTTP, by wrk, a process of its own.
 * @throws when wrk cannot run, or a first try of each kind of request is not answered with success
 */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const wrk = needProgram("wrk");
  await tryFirst(plan);
  runs += 1;
  const file = path.join(os.tmpdir(), `motcua-load-${process.pid}-${runs}.tsv`);
  writeFileSync(file, plan.requests.map(requestLine).join(""), { mode: 0o600 });
  const threads = plan.clients > 8 && plan.requests.length > 1 ? 2 : 1;
  try {
    const said = await output(wrk, [
      `-t${threads}`,
      `-c${plan.clients}`,
      `-d${plan.seconds}s`,
      "--timeout=60s",
      `--script=${SCRIPT}`,
      plan.base,
      "--",
      file,
      `bench-${process.pid}-${Date.now()}-${runs}`,
      String(threads),
      String(runs * PEOPLE_OF_RUN),
    ]);
    return readWrk(said);
  } finally {
    rmSync(file, { force: true });
  }
}

function requestLine({ method = "GET", path: url, cookie = "", body, address = "" }: LoadRequest): string {
  return `${[method, url, cookie, address, body === undefined ? "" : JSON.stringify(body)].join("\t")}\n`;
}

/** One read of each path that a load will ask for (writes are tried by the load itself): a wrong one is seen here. */
async function tryFirst({ base, requests }: LoadPlan): Promise<void> {
  const first = requests.find(({ method = "GET" }) => method === "GET");
  if (first === undefined) return;
  const { cookie, address } = first;
  const headers = { ...(cookie && { cookie }), ...(address && { "x-forwarded-for": address }) };
  const answer = await fetch(base + first.path, { headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${first.path} answers ${answer.status}: ${text.slice(0, 300)}`);
}

function readWrk(said: string): LoadResult {
  const line = /^WRK (\{.*\})$/m.exec(said)?.[1];
  if (line === undefined) throw new Error(`wrk said nothing that can be read: ${said.slice(0, 500)}`);
  const found = JSON.parse(line) as Readonly<Record<string, number>>;
  const of = (name: string) => found[name] ?? 0;
  return {
    requests: of("requests"),
    perSecond: of("requests") / (of("microseconds") / 1e6),
    p50: of("p50") / 1000,
    p95: of("p95") / 1000,
    p99: of("p99") / 1000,
    max: of("max") / 1000,
    errors: of("connect") + of("read") + of("write") + of("status") + of("timeout"),
  };
}

/** Runs a program to its end and gives what it wrote. @throws when it does not end well */
export function output(
  command: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const texts = { out: "", problem: "" };
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (texts.out += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (texts.problem += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(texts.out);
      else
        reject(
          new Error(
            `${path.basename(command)} ended with ${code}: ${(texts.problem || texts.out).slice(-2000)}`,
          ),
        );
    });
  });
}
