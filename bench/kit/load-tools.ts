import {
  BENCH_NEEDS,
  ensureSystem,
  findProgram,
  howToInstall,
  missingOf,
} from "../../tools/ensure-system.ts";

/** Sees to it that wrk and pgbench are there, installing them where this user may. @throws with what to install */
export function ensureLoadTools(): void {
  if (!ensureSystem(BENCH_NEEDS)) throw new Error(howToInstall(missingOf(BENCH_NEEDS)));
}

/** The whole path of a program. @throws when it is not on this machine */
export function needProgram(name: "wrk" | "pgbench"): string {
  const found = findProgram([name]);
  if (found === undefined)
    throw new Error(howToInstall(BENCH_NEEDS.filter((need) => need.programs.includes(name))));
  return found;
}
