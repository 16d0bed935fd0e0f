import { type Instant, addMilliseconds, instant } from "#domain/shared/instant.ts";
import type { Clock } from "#server/clock.ts";

/** Monday 16 November 2026, 8:30 in Việt Nam: an ordinary working day with 24 November ahead. */
export const TEST_NOW: Instant = instant("2026-11-16T08:30:00+07:00");

/** A clock that stands until it is moved. */
export interface TestClock extends Clock {
  readonly advance: (milliseconds: number) => void;
  readonly set: (now: Instant) => void;
}

export function testClock(start: Instant = TEST_NOW): TestClock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now = addMilliseconds(now, milliseconds);
    },
    set: (moment) => {
      now = moment;
    },
  };
}
