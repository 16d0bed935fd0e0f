import { readFileSync, readdirSync } from "node:fs";

/** Linux counts processor time in hundredths of a second (USER_HZ), whatever the kernel's own clock. */
const MICROSECONDS_PER_TICK = 10_000;

/** Every process that descends from `root`, itself last; what lies below `without` is somebody else's. */
export function processTree(root: number, without: readonly number[] = []): readonly number[] {
  const children = childrenByParent();
  const below = (pid: number): readonly number[] => {
    if (without.includes(pid)) return [];
    return [...(children.get(pid) ?? []).flatMap(below), pid];
  };
  return below(root);
}

/**
 * Processor time that a tree has used so far, in microseconds: user and system, with that of children that
 * ended. Two samples give what was used between them, to about 10 ms.
 */
export function cpuMicroseconds(pids: readonly number[]): number {
  let ticks = 0;
  for (const pid of pids) {
    const [user, system, childrenUser, childrenSystem] = statFields(pid).slice(11, 15).map(Number);
    ticks += (user ?? 0) + (system ?? 0) + (childrenUser ?? 0) + (childrenSystem ?? 0);
  }
  return ticks * MICROSECONDS_PER_TICK;
}

export interface MemoryUse {
  /** Proportional: a page that n processes share counts 1/n in each, so the sum over a tree is what it takes. */
  readonly pssBytes: number;
  /** Resident: shared pages count in every process. */
  readonly rssBytes: number;
}

/** Memory of a tree, from smaps_rollup. A process that ends meanwhile counts as nothing. */
export function memoryOf(pids: readonly number[]): MemoryUse {
  const sum = { pssBytes: 0, rssBytes: 0 };
  for (const pid of pids) {
    const text = readIfThere(`/proc/${pid}/smaps_rollup`);
    sum.pssBytes += kilobytes(text, "Pss") * 1024;
    sum.rssBytes += kilobytes(text, "Rss") * 1024;
  }
  return sum;
}

/** The words of a process's command line; empty when it has ended. */
export function commandOf(pid: number): readonly string[] {
  return readIfThere(`/proc/${pid}/cmdline`).split("\0").filter(Boolean);
}

function kilobytes(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? 0);
}

function childrenByParent(): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid <= 0) continue;
    const parent = Number(statFields(pid)[1] ?? -1);
    const list = children.get(parent);
    if (list) list.push(pid);
    else children.set(parent, [pid]);
  }
  return children;
}

/** The fields of /proc/PID/stat after the name, which may hold spaces: state first, then the parent. */
function statFields(pid: number): readonly string[] {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // It ended while we looked.
  }
}
