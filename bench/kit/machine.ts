import { readFileSync } from "node:fs";
import os from "node:os";

/** What a figure was measured on; without it a figure says nothing. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  /** Null until a database was asked. @example "18.4" */
  readonly postgres: string | null;
  /** The day and the minute, UTC. @example "2026-11-22 08:15" */
  readonly date: string;
}

/**
 * Describes this machine.
 * @param postgres what `show server_version` answers, when a server runs
 */
export function describeMachine(postgres: string | null = null): Machine {
  return {
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model.trim() ?? "unknown",
    memoryGiB: Math.round(os.totalmem() / 1024 ** 3),
    system: systemName(),
    node: process.versions.node,
    postgres,
    date: new Date().toISOString().slice(0, 16).replace("T", " "),
  };
}

/** One line for the head of a report. */
export function machineLine(machine: Machine): string {
  const { cores, processor, memoryGiB, system, node, postgres, date } = machine;
  const database = postgres === null ? "" : `, PostgreSQL ${postgres}`;
  return `${date} UTC: ${cores} cores (${processor}), ${memoryGiB} GiB, ${system}, Node ${node}${database}`;
}

function systemName(): string {
  try {
    const text = readFileSync("/etc/os-release", "utf8");
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(text)?.[1] ?? os.type();
  } catch {
    return `${os.type()} ${os.release()}`; // A system without the file still has a name.
  }
}
