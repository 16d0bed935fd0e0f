import { dueDate } from "../calendar/due-date.ts";
import type { DueDateSettings } from "../calendar/due-date-settings.ts";
import type { TimeLimit } from "../calendar/time-limit.ts";
import { type WorkCalendar, covers, dayStatus, endOfHours } from "../calendar/work-calendar.ts";
import { type Instant, instantAt, localTime } from "../shared/instant.ts";
import { type PlainDate, addDays } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import { tellableDay, workingDayUpTo } from "./tellable-day.ts";

/** What is asked about an extension. */
export interface ExtensionFacts {
  readonly dueAt: Instant;
  readonly now: Instant;
  /** The date was moved with an apology before. */
  readonly extended: boolean;
  readonly calendar: WorkCalendar;
  /** The limit that the new date may be no longer than; left out, it has no ceiling but the calendar's. */
  readonly within?: { readonly limit: TimeLimit; readonly settings: DueDateSettings };
}

export type ExtensionRefusal =
  | "extension_second"
  | "extension_too_late"
  | "extension_not_later"
  | "extension_day_off"
  | "extension_too_long"
  | "calendar_not_published";

/** The last day on which an extension can still be asked for. @example due on the 20th → the 19th */
export function lastDayToExtend(dueAt: Instant): PlainDate {
  return addDays(localTime(dueAt).day, -1);
}

/** The last day of work on which that is possible, for whoever reads that the last day is a Sunday. */
export function lastWorkingDayToExtend(dueAt: Instant, calendar: WorkCalendar): PlainDate {
  return workingDayUpTo(lastDayToExtend(dueAt), calendar);
}

/**
 * The new date of an extension (Mẫu 04: apology and a new appointment): at least a day before the old date, once, to a
 * later day on which work is done, and by no more than the limit itself. An apology that comes later is owed all the
 * same and moves nothing.
 *
 * @rule EXTENSION-01 (NĐ 61/2018/NĐ-CP Điều 19 khoản 9; that the day before is a calendar day, and the ceiling, are our reading)
 * @returns the end of the working hours of the new day
 * @example extendedDate(plainDate("2026-12-24"), { dueAt: 20 December, now: 18 December, … }) → 24 December at 17:00
 */
export function extendedDate(day: PlainDate, facts: ExtensionFacts): Result<Instant, ExtensionRefusal> {
  const { dueAt, now, extended, calendar } = facts;
  if (extended) return refuse("extension_second");
  const lastDay = lastDayToExtend(dueAt);
  if (localTime(now).day > lastDay)
    return refuse("extension_too_late", { lastDay, lastWorkingDay: lastWorkingDayToExtend(dueAt, calendar) });
  if (day <= localTime(dueAt).day) return refuse("extension_not_later", { dueOn: localTime(dueAt).day });
  if (!covers(calendar, day)) return refuse("calendar_not_published", { year: Number(day.slice(0, 4)) });
  if (!dayStatus(day, calendar).countsForDeadline) return refuse("extension_day_off", { day });
  const longest = longestExtension(facts);
  if (longest !== null && day > longest) return refuse("extension_too_long", { lastDay: longest });
  return done(instantAt(day, endOfHours(day, calendar)));
}

/**
 * The last day of a new date: the limit counted once more from the old one. Null without a ceiling, and where the calendar
 * does not reach that far.
 * @example five working days, due on Monday 14 December → Monday 21 December
 */
function longestExtension({ dueAt, calendar, within }: ExtensionFacts): PlainDate | null {
  const again = within && dueDate({ ...within, calendar, receivedAt: dueAt });
  return again?.ok ? localTime(again.value.dueAt).day : null;
}

/** What is asked about an apology. */
export interface ApologyFacts {
  readonly dueAt: Instant;
  readonly now: Instant;
  readonly extended: boolean;
  /** That of the agency: on the expected day it is at work. */
  readonly calendar: WorkCalendar;
  readonly tellableDays: number;
}

/**
 * The day on which a result is expected that does not come in time, as an apology without a new date tells it: a working
 * day after the due day, as nobody apologises for what comes in time; and only when the date can be moved no more.
 *
 * @rule EXTENSION-01 (ours)
 * @example due on the 14th, expected on the 14th → apology_not_late
 */
export function apologyDay(
  day: PlainDate,
  { dueAt, now, extended, calendar, tellableDays }: ApologyFacts,
): Result<
  PlainDate,
  "answer_day_past" | "day_too_far" | "apology_too_early" | "apology_not_late" | "expected_day_off"
> {
  const today = localTime(now).day;
  const told = tellableDay(day, { today, calendar, tellableDays });
  if (!told.ok) return told;
  const lastDay = lastDayToExtend(dueAt);
  if (today <= lastDay && !extended)
    return refuse("apology_too_early", { lastDay, lastWorkingDay: lastWorkingDayToExtend(dueAt, calendar) });
  if (day <= localTime(dueAt).day) return refuse("apology_not_late", { dueOn: localTime(dueAt).day });
  return dayStatus(day, calendar).countsForDeadline ? told : refuse("expected_day_off", { day });
}
