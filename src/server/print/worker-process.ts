import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PrintError } from "./print-error.ts";
import type { PrintAnswer, PrintOrder } from "./print-worker.ts";
import type { PrintWork } from "./print-work.ts";

const WORKER_FILE = fileURLToPath(new URL("./print-worker.ts", import.meta.url));
/** The worker is TypeScript; it gets its own loader, whether or not the parent runs under one. */
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** A process that typesets one document at a time. */
export interface WorkerProcess {
  /**
   * Typesets one document; the next may be asked for only when this one is settled.
   * @throws PrintError `worker_died` or `timed_out` (the process is then gone), or what the document lacked.
   */
  readonly print: (work: PrintWork, timeoutMs: number) => Promise<Uint8Array>;
  readonly isAlive: () => boolean;
  /** Documents asked for so far, the failed ones too. */
  readonly orders: () => number;
  /** Resident memory after the last document, in bytes. */
  readonly memoryBytes: () => number;
  /** Resolves when the process is gone. */
  readonly stop: () => Promise<void>;
}

/** Starts a typesetting process. It loads program and fonts with its first document. */
export function startWorker(): WorkerProcess {
  const child = fork(WORKER_FILE, [], {
    execArgv: ["--import", LOADER],
    serialization: "advanced",
    // No database address, no keys: this process needs nothing of the server's environment.
    env: process.env["TMPDIR"] === undefined ? {} : { TMPDIR: process.env["TMPDIR"] },
    // What a crashing native program writes may quote the document: it goes nowhere.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const state = { alive: true, orders: 0, memoryBytes: 0 };
  const gone = new Promise<void>((resolve) => {
    const settle = () => {
      state.alive = false;
      resolve();
    };
    child.on("exit", settle);
    child.on("error", settle);
  });
  return {
    async print(work, timeoutMs) {
      state.orders += 1;
      const answer = await ask(child, { job: state.orders, work }, timeoutMs);
      if (answer.kind === "failed") throw new PrintError(answer.code, answer.message);
      state.memoryBytes = answer.memoryBytes;
      return answer.pdf;
    },
    isAlive: () => state.alive,
    orders: () => state.orders,
    memoryBytes: () => state.memoryBytes,
    async stop() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

function ask(child: ChildProcess, order: PrintOrder, timeoutMs: number): Promise<PrintAnswer> {
  return new Promise((resolve, reject) => {
    let failure = new PrintError("worker_died", "The typesetting process died over a document");
    const timer = setTimeout(() => {
      failure = new PrintError("timed_out", `The document was not typeset within ${timeoutMs} ms`);
      child.kill("SIGKILL"); // The exit that follows settles the promise, so that no order meets a dying process.
    }, timeoutMs);
    const finish = () => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onGone).off("error", onGone);
    };
    const onMessage = (answer: PrintAnswer) => {
      if (answer.job !== order.job) return;
      finish();
      resolve(answer);
    };
    const onGone = () => {
      finish();
      reject(failure);
    };
    child.on("message", onMessage).on("exit", onGone).on("error", onGone);
    child.send(order, (error) => {
      if (error) onGone();
    });
  });
}
