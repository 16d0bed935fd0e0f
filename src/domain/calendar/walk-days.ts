import { type PlainDate, addDays } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import { type DayStatus, type WorkCalendar, covers, dayStatus, yearOf } from "./work-calendar.ts";

/** No procedure takes this long; a longer walk means that the calendar or the limit is wrong. */
const SPAN_DAYS_MAX = 2_000;

/**
 * Goes from day to day, the first included, until the visitor says that this is the last one.
 * Answers that last day, or refuses with the first year that the calendar does not cover.
 * @throws RangeError when the visitor never stops within the longest span.
 */
export function walkDays(
  first: PlainDate,
  calendar: WorkCalendar,
  isLast: (day: PlainDate, status: DayStatus) => boolean,
): Result<PlainDate, "calendar_not_published"> {
  for (let walked = 0; walked <= SPAN_DAYS_MAX; walked += 1) {
    const day = addDays(first, walked);
    if (!covers(calendar, day)) return refuse("calendar_not_published", { year: yearOf(day) });
    if (isLast(day, dayStatus(day, calendar))) return done(day);
  }
  throw new RangeError(`No end within ${SPAN_DAYS_MAX} days of ${first} in calendar ${calendar.id}`);
}

/**
 * The working days after one day up to another, that one included: how long something has lain there.
 * Null when the calendar does not cover them all.
 * @example workedSince(Friday, Monday, agency) → 1
 */
export function workedSince(since: PlainDate, today: PlainDate, calendar: WorkCalendar): number | null {
  let worked = 0;
  for (let day = addDays(since, 1); day <= today; day = addDays(day, 1)) {
    if (!covers(calendar, day)) return null;
    if (dayStatus(day, calendar).countsForDeadline) worked += 1;
  }
  return worked;
}
