import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A folder for a data folder, gone with its scope. */
export function dataFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const parent = mkdtempSync(path.join(os.tmpdir(), "motcua-start-"));
  chmodSync(parent, 0o711);
  return {
    path: path.join(parent, "data"),
    [Symbol.dispose]: () => rmSync(parent, { recursive: true, force: true }),
  };
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address ? address.port : 0;
}

export interface Started {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** Resolves when the door is open, or with the exit code when the program ended before. */
  readonly open: Promise<"open" | number>;
  readonly ended: Promise<number>;
}

/** The program as a person starts it, in a process of its own; the demo's people only, for a quick start. */
export function startProgram(env: Record<string, string>, args: readonly string[] = ["start"]): Started {
  const child = spawn(process.execPath, ["cli/motcua.mjs", ...args], {
    cwd: ROOT,
    env: { ...process.env, DEMO: "people", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  let opened: (value: "open" | number) => void = () => undefined;
  const open = new Promise<"open" | number>((resolve) => {
    opened = resolve;
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (text.includes("Motcua is open at")) opened("open");
    });
  }
  const ended = new Promise<number>((resolve) => {
    child.on("close", (code) => {
      resolve(code ?? -1);
      opened(code ?? -1);
    });
  });
  return { process: child, output: () => text, open, ended };
}

/** Every process that descends from this one, itself last: what a power cut would end at one moment. */
export function processTree(pid: number): number[] {
  const children = readdirSync("/proc")
    .map(Number)
    .filter((candidate) => Number.isInteger(candidate) && candidate > 0 && parentOf(candidate) === pid);
  return [...children.flatMap(processTree), pid];
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return -1; // It ended while we looked.
  }
}

/** The postmaster of a data folder, which does not descend from the program; undefined when none runs. */
export function postmasterOf(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}
