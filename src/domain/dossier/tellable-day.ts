import { type WorkCalendar, covers, dayStatus } from "../calendar/work-calendar.ts";
import { type PlainDate, addDays, daysBetween, plainDate } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";

/** What is asked about a day that somebody is to be told. */
export interface TellableFacts {
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
  /** How many days from today it may lie. */
  readonly tellableDays: number;
}

/**
 * A day by which somebody is to answer, or on which something is expected: from today on, no further than the setting
 * says and the calendar is published. Nobody is told the year 9999.
 *
 * @rule TURNS-01 (ours)
 * @returns `answer_day_past`, or `day_too_far` with the last day that can be told
 * @example on 7 December 2026 with 365 days: 21 December → done; 31 December 9999 → day_too_far, 7 December 2027
 */
export function tellableDay(
  day: PlainDate,
  { today, calendar, tellableDays }: TellableFacts,
): Result<PlainDate, "answer_day_past" | "day_too_far"> {
  if (day < today) return refuse("answer_day_past");
  const published = plainDate(`${calendar.toYear}-12-31`);
  const reach = addDays(today, tellableDays);
  const last = reach < published ? reach : published;
  return day > last ? refuse("day_too_far", { lastDay: last }) : done(day);
}

/**
 * The last working day up to a day, that day itself included; the day itself where the calendar does not reach.
 * @example Sunday 29 November 2026 → Friday 27 November 2026
 */
export function workingDayUpTo(day: PlainDate, calendar: WorkCalendar): PlainDate {
  for (let one = day; covers(calendar, one) && daysBetween(one, day) < 31; one = addDays(one, -1))
    if (dayStatus(one, calendar).countsForDeadline) return one;
  return day;
}
