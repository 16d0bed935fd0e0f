import { type PlainDate, addDays, plainDateOf } from "../shared/plain-date.ts";
import { type Result, done } from "../shared/result.ts";
import type { DueDateSettings } from "./due-date-settings.ts";
import { type DayReason, type ExplainedDay, explainDay } from "./explained-day.ts";
import { walkDays } from "./walk-days.ts";
import { type WorkCalendar, endOfHours } from "./work-calendar.ts";

/** What is counted from: the wall clock at receipt, and by which calendar and settings. */
export interface CountInput {
  readonly day: PlainDate;
  readonly minute: number;
  readonly calendar: WorkCalendar;
  readonly settings: DueDateSettings;
}

export interface Count {
  readonly dueOn: PlainDate;
  readonly dueMinute: number;
  /** Of a limit in hours: the minute of its first day at which the clock starts. */
  readonly startsMinute: number | null;
  readonly days: readonly ExplainedDay[];
  /** Days without a decision that would move the due date if decided otherwise. */
  readonly provisionalBecause: readonly PlainDate[];
}

export type Counting = Result<Count, "calendar_not_published">;

/** The minute of the due day at which a limit in days, months or "the same day" ends. */
function dueMinuteOf({ settings, calendar }: CountInput): number {
  return settings.dueMinute ?? endOfHours(calendar);
}

/** Counts days of work; what comes in on a day off, or too late in the day, starts on the next day of work. */
export function countWorkingDays(amount: number, input: CountInput): Counting {
  return countDaysOfWork(amount, input, whyReceiptDayIsLeftOut(input));
}

/** Due on the day of receipt up to the cut-off minute, later on the next day of work. */
export function countSameDay(input: CountInput): Counting {
  if (input.minute > input.settings.sameDayCutOffMinute)
    return countDaysOfWork(1, input, "receivedAfterCutOff");
  return countDaysOfWork(1, input, whyTooLateToday(input));
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
  return input.minute >= dueMinuteOf(input) ? "receivedAfterHours" : undefined;
}

function whyReceiptDayIsLeftOut(input: CountInput): DayReason | undefined {
  return input.settings.dayOfReceiptCounts ? whyTooLateToday(input) : "dayOfReceipt";
}

function dayBeforeFirst(input: CountInput): PlainDate {
  return whyReceiptDayIsLeftOut(input) === undefined ? addDays(input.day, -1) : input.day;
}

function countDaysOfWork(amount: number, input: CountInput, leftOut: DayReason | undefined): Counting {
  const days: ExplainedDay[] = [];
  const provisionalBecause: PlainDate[] = [];
  let counted = 0;
  const last = walkDays(input.day, input.calendar, (day, status) => {
    if (day === input.day && leftOut !== undefined) {
      days.push(explainDay(day, status, false, leftOut));
      return false;
    }
    days.push(explainDay(day, status, status.countsForDeadline));
    if (!status.decided) provisionalBecause.push(day);
    if (status.countsForDeadline) counted += 1;
    return counted === amount;
  });
  return last.ok ? done(dueAtEnd(last.value, input, days, provisionalBecause)) : last;
}

function countToDate(end: PlainDate, input: CountInput): Counting {
  const days: ExplainedDay[] = [];
  const provisionalBecause: PlainDate[] = [];
  const leftOut = whyReceiptDayIsLeftOut(input);
  const last = walkDays(input.day, input.calendar, (day, status) => {
    const mayEnd = status.countsForDeadline || !input.settings.endMovesToWorkingDay;
    if (day === input.day && leftOut !== undefined) days.push(explainDay(day, status, false, leftOut));
    else if (day <= end) days.push(explainDay(day, status, true, "calendarDay"));
    else days.push(explainDay(day, status, false, mayEnd ? "endMovedHere" : status.reason));
    if (day < end) return false;
    if (!status.decided && input.settings.endMovesToWorkingDay) provisionalBecause.push(day);
    return mayEnd;
  });
  return last.ok ? done(dueAtEnd(last.value, input, days, provisionalBecause)) : last;
}

function dueAtEnd(
  dueOn: PlainDate,
  input: CountInput,
  days: readonly ExplainedDay[],
  provisionalBecause: readonly PlainDate[],
): Count {
  return { dueOn, dueMinute: dueMinuteOf(input), startsMinute: null, days, provisionalBecause };
}

function addMonths(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  for (let tried = date; tried >= 1; tried -= 1) {
    const found = plainDateOf(toYear, toMonth, tried);
    if (found !== undefined) return found;
  }
  throw new RangeError(`No date ${months} months after ${day}`);
}
