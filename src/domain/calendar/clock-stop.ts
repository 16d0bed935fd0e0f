import { type Instant, wallMinute } from "../shared/instant.ts";

/** Why the clock of a dossier stands still. */
export const CLOCK_STOP_REASONS = ["supplement", "financialDuty", "consultation"] as const;
export type ClockStopReason = (typeof CLOCK_STOP_REASONS)[number];

/** A time in which the clock of a dossier does not run: from its first moment up to, not including, its last. */
export interface ClockStop {
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: ClockStopReason;
}

/** A stop in minutes of the wall clock, see `wallMinute`. */
export interface WallStop {
  readonly from: number;
  readonly to: number;
}

/**
 * Stops by the minute, in order, with what overlaps or touches made one: a minute in which two things were waited for
 * is one minute, never two. Stops of no length are left out.
 * @throws RangeError when a stop ends before it starts.
 * @example unitedStops([9:00 to 11:00, 10:00 to 12:00]) → one stop, 9:00 to 12:00
 */
export function unitedStops(stops: readonly ClockStop[]): readonly WallStop[] {
  const united: WallStop[] = [];
  const walls = stops.map(({ from, to }) => ({ from: wallMinute(from), to: wallMinute(to) }));
  for (const stop of walls.toSorted((one, other) => one.from - other.from)) {
    if (stop.to < stop.from) throw new RangeError("A stop of the clock ends before it starts");
    const before = united.at(-1);
    if (before && stop.from <= before.to)
      united[united.length - 1] = { from: before.from, to: Math.max(before.to, stop.to) };
    else if (stop.from < stop.to) united.push(stop);
  }
  return united;
}

/**
 * Whether the clock stands still in the minute that ends at this one. A stop that begins at midnight leaves the day
 * before whole, one that ends at midnight has taken all of it.
 */
export function standsBefore(wall: number, stops: readonly WallStop[]): boolean {
  return stops.some(({ from, to }) => from < wall && wall <= to);
}
