import { wallMinuteOf } from "../shared/instant.ts";
import { type PlainDate, addDays, addMonths } from "../shared/plain-date.ts";
import { type Result, done } from "../shared/result.ts";
import { type WallStop, standsBefore } from "./clock-stop.ts";
import type { DueDateSettings } from "./due-date-settings.ts";
import { type DayReason, type ExplainedDay, explainDay } from "./explained-day.ts";
import { walkDays } from "./walk-days.ts";
import { type DayStatus, type WorkCalendar, endOfHours } from "./work-calendar.ts";

/** What is counted from: the wall clock at the start, by which calendar and settings, and when the clock stood still. */
export interface CountInput {
  readonly day: PlainDate;
  readonly minute: number;
  readonly calendar: WorkCalendar;
  readonly settings: DueDateSettings;
  /** In order, none touching another. */
  readonly stops: readonly WallStop[];
}

export interface Count {
  readonly dueOn: PlainDate;
  readonly dueMinute: number;
  /** Of a limit in hours: the minute of its first day at which the clock starts. */
  readonly startsMinute: number | null;
  readonly days: readonly ExplainedDay[];
}

export type Counting = Result<Count, "calendar_not_published">;

/** The minute at which a limit in days, months or "the same day" ends, were this its last day. */
function dueMinuteOn(day: PlainDate, { settings, calendar }: CountInput): number {
  return settings.dueMinute ?? endOfHours(day, calendar);
}

/** Counts days of work; what comes in on a day off, or too late in the day, starts on the next day of work. */
export function countWorkingDays(amount: number, input: CountInput): Counting {
  const whole = input.settings.dayOfReceiptCounts ? atEndOfDay : atStartOfDay;
  return countDaysOfWork(amount, input, whyReceiptDayIsLeftOut(input), whole);
}

/** Due on the day of receipt up to the cut-off minute, later on the next day of work. */
export function countSameDay(input: CountInput): Counting {
  const late = input.minute > input.settings.sameDayCutOffMinute;
  return countDaysOfWork(1, input, late ? "receivedAfterCutOff" : whyTooLateToday(input), atEndOfDay);
}

/** Counts every day; only the last one must be a day of work, or moves to the next. */
export function countCalendarDays(amount: number, input: CountInput): Counting {
  return countToDate(addDays(dayBeforeFirst(input), amount), input);
}

/** Ends on the date with the same number, or on the last of a month that has no such date. */
export function countMonths(amount: number, input: CountInput): Counting {
  return countToDate(addMonths(dayBeforeFirst(input), amount), input);
}

/** Without this a limit could be due before the dossier came in. */
function whyTooLateToday(input: CountInput): DayReason | undefined {
  return input.minute >= dueMinuteOn(input.day, input) ? "receivedAfterHours" : undefined;
}

function whyReceiptDayIsLeftOut(input: CountInput): DayReason | undefined {
  return input.settings.dayOfReceiptCounts ? whyTooLateToday(input) : "dayOfReceipt";
}

function dayBeforeFirst(input: CountInput): PlainDate {
  return whyReceiptDayIsLeftOut(input) === undefined ? addDays(input.day, -1) : input.day;
}

/**
 * A day is counted or not, never in part, by whether the clock runs at one minute of it. Where the day of receipt is
 * not counted that is its first minute, so that the day on which a stop begins is counted and the day on which it ends
 * is not, as with a receipt; where it is counted that is the end of its hours.
 */
type Standing = (day: PlainDate, input: CountInput) => boolean;

const atStartOfDay: Standing = (day, { stops }) => standsBefore(wallMinuteOf(day, 0), stops);
const atEndOfDay: Standing = (day, input) =>
  standsBefore(wallMinuteOf(day, dueMinuteOn(day, input)), input.stops);

function countDaysOfWork(
  amount: number,
  input: CountInput,
  leftOut: DayReason | undefined,
  stands: Standing,
): Counting {
  const days: ExplainedDay[] = [];
  let counted = 0;
  const last = walkDays(input.day, input.calendar, (day, status) => {
    const why = day === input.day ? leftOut : undefined;
    if (why !== undefined || !status.countsForDeadline) {
      days.push(explainDay(day, status, false, why));
      return false;
    }
    const counts = counted < amount && !stands(day, input);
    if (counts) counted += 1;
    const ends = counted === amount && !atEndOfDay(day, input);
    days.push(explainDay(day, status, counts, counts ? undefined : ends ? "endMovedHere" : "clockStopped"));
    return ends;
  });
  return last.ok ? done(dueAtEnd(last.value, input, days)) : last;
}

function countToDate(date: PlainDate, input: CountInput): Counting {
  const days: ExplainedDay[] = [];
  const leftOut = whyReceiptDayIsLeftOut(input);
  const stands = input.settings.dayOfReceiptCounts ? atEndOfDay : atStartOfDay;
  let end = date;
  const last = walkDays(input.day, input.calendar, (day, status) => {
    const stood = day <= end && (day !== input.day || leftOut === undefined) && stands(day, input);
    if (stood) end = addDays(end, 1);
    const ends = day >= end && mayEnd(day, status, input);
    if (day === input.day && leftOut !== undefined) days.push(explainDay(day, status, false, leftOut));
    else if (stood) days.push(explainDay(day, status, false, "clockStopped"));
    else if (day <= end) days.push(explainDay(day, status, true, "calendarDay"));
    else days.push(explainDay(day, status, false, whyPastEnd(status, input, ends)));
    return ends;
  });
  return last.ok ? done(dueAtEnd(last.value, input, days)) : last;
}

function mayEnd(day: PlainDate, status: DayStatus, input: CountInput): boolean {
  return (status.countsForDeadline || !input.settings.endMovesToWorkingDay) && !atEndOfDay(day, input);
}

function whyPastEnd(status: DayStatus, { settings }: CountInput, ends: boolean): DayReason {
  if (ends) return "endMovedHere";
  return status.countsForDeadline || !settings.endMovesToWorkingDay ? "clockStopped" : status.reason;
}

function dueAtEnd(dueOn: PlainDate, input: CountInput, days: readonly ExplainedDay[]): Count {
  return { dueOn, dueMinute: dueMinuteOn(dueOn, input), startsMinute: null, days };
}
