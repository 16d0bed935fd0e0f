import { setTimeout } from "node:timers/promises";
import type { BenchServer } from "./server.ts";

const QUIET_SECONDS = 3;
/** Microseconds of processor time in a second: what a program uses that only looks whether there is work. */
const QUIET_BELOW = 60_000;
const SECONDS_MAX = 600;

/**
 * Waits until a program that was just started has done what it does then: the watchers go over all open work, and a load
 * that is measured meanwhile is measured with one core less.
 * @returns seconds until it was quiet
 * @throws when it is not after ten minutes
 */
export async function untilAtRest(server: BenchServer): Promise<number> {
  let quiet = 0;
  for (let seconds = 1; seconds <= SECONDS_MAX; seconds += 1) {
    const before = server.cpu();
    await setTimeout(1000);
    const after = server.cpu();
    const used = after.program - before.program + after.database - before.database;
    quiet = used < QUIET_BELOW ? quiet + 1 : 0;
    if (quiet === QUIET_SECONDS) return seconds - QUIET_SECONDS;
  }
  throw new Error(`the program is not at rest ${SECONDS_MAX} seconds after its start`);
}
