import { type WorkCalendar, covers, dayStatus } from "#domain/calendar/work-calendar.ts";
import {
  type Instant,
  addMilliseconds,
  instantAt,
  localTime,
  millisecondsBetween,
} from "#domain/shared/instant.ts";
import { type PlainDate, addDays } from "#domain/shared/plain-date.ts";
import type { Random } from "./random.ts";

/** Working time around the demo's now, counted in minutes: nothing of the demo happens outside of it. */
export interface WorkClock {
  readonly now: Instant;
  /** Minutes of work from the first day to now. */
  readonly nowMinute: number;
  readonly firstDay: PlainDate;
  /** The moment of a minute; fractions count. @throws RangeError before the first or past the last day */
  readonly at: (minute: number) => Instant;
  /** The minute of a moment; of one outside working time, that at which the work stopped before it. */
  readonly minuteOf: (moment: Instant) => number;
  /** A moment in the last days before now at which somebody comes to a counter: the mornings are full. */
  readonly arrival: (random: Random, lastDays: number) => Instant;
  /** The opening of that many working days ago; of the first day where the demo is shorter. */
  readonly openingBefore: (workingDays: number) => Instant;
}

interface Stretch {
  readonly from: Instant;
  /** Working minutes before it. */
  readonly before: number;
  readonly minutes: number;
}

const MINUTE_MS = 60_000;
/** Far enough to see every due date of a dossier that came in before now. */
const DAYS_AHEAD = 60;

/** How many people come in an hour of the day, compared with the others [inference]. */
const ARRIVALS = [
  [7, 17],
  [8, 24],
  [9, 19],
  [10, 12],
  [11, 4],
  [13, 6],
  [14, 10],
  [15, 6],
  [16, 2],
] as const;

/**
 * @param workingDays how many days of work lie behind, today counted when its doors have opened
 * @throws RangeError when the calendar has no such days
 */
export function createWorkClock(calendar: WorkCalendar, now: Instant, workingDays: number): WorkClock {
  const opening = calendar.sessions[0]?.fromMinute ?? 0;
  const past = pastDays(calendar, now, opening, workingDays);
  const [firstDay] = past;
  if (firstDay === undefined) throw new RangeError(`The calendar has no working day before ${now}`);
  const stretches = stretchesOf(calendar, [...past, ...nextDays(calendar, past.at(-1) ?? firstDay)]);
  const minuteOf = (moment: Instant) => {
    const found = stretches.findLast(({ from }) => from <= moment);
    if (!found) return 0;
    return found.before + Math.min(found.minutes, millisecondsBetween(found.from, moment) / MINUTE_MS);
  };
  const at = (minute: number) => {
    const found = stretches.findLast(({ before }) => before <= minute);
    if (!found || minute - found.before > found.minutes)
      throw new RangeError(`Minute ${minute} is not of this clock`);
    return addMilliseconds(found.from, Math.floor((minute - found.before) * 60) * 1000);
  };
  return {
    now,
    nowMinute: minuteOf(now),
    firstDay,
    at,
    minuteOf,
    arrival: (random, lastDays) => {
      const days = past.slice(-lastDays);
      for (;;) {
        const wanted = instantAt(random.pick(days), random.weighted(ARRIVALS) * 60 + random.int(0, 59));
        if (wanted < now) return at(minuteOf(wanted) + random.int(1, 59) / 60);
      }
    },
    openingBefore: (count) => instantAt(past.at(-Math.min(count, past.length)) ?? firstDay, opening),
  };
}

function pastDays(calendar: WorkCalendar, now: Instant, opening: number, count: number): PlainDate[] {
  const today = localTime(now).day;
  const days: PlainDate[] = [];
  let day = now > instantAt(today, opening) ? today : addDays(today, -1);
  for (; days.length < count && covers(calendar, day); day = addDays(day, -1)) {
    if (isWorked(day, calendar)) days.unshift(day);
  }
  return days;
}

function nextDays(calendar: WorkCalendar, last: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = addDays(last, 1); days.length < DAYS_AHEAD && covers(calendar, day); day = addDays(day, 1)) {
    if (isWorked(day, calendar)) days.push(day);
  }
  return days;
}

function isWorked(day: PlainDate, calendar: WorkCalendar): boolean {
  const { openForIntake, countsForDeadline } = dayStatus(day, calendar);
  return openForIntake && countsForDeadline;
}

function stretchesOf({ sessions }: WorkCalendar, days: readonly PlainDate[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let before = 0;
  for (const day of days) {
    for (const { fromMinute, toMinute } of sessions) {
      stretches.push({ from: instantAt(day, fromMinute), before, minutes: toMinute - fromMinute });
      before += toMinute - fromMinute;
    }
  }
  return stretches;
}
