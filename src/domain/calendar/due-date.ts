import { type Instant, instantAt, localTime } from "../shared/instant.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done } from "../shared/result.ts";
import {
  type Count,
  type CountInput,
  type Counting,
  countCalendarDays,
  countMonths,
  countSameDay,
  countWorkingDays,
} from "./count-days.ts";
import { countWorkingHours } from "./count-hours.ts";
import {
  type DueDateRule,
  type DueDateSettings,
  RULE_SOURCES,
  type RuleSource,
} from "./due-date-settings.ts";
import type { ExplainedDay } from "./explained-day.ts";
import { type TimeLimit, type TimeLimitUnit, timeLimit } from "./time-limit.ts";
import type { WorkCalendar } from "./work-calendar.ts";

export interface DueDateInput {
  readonly receivedAt: Instant;
  readonly limit: TimeLimit;
  readonly calendar: WorkCalendar;
  readonly settings: DueDateSettings;
}

export interface AppliedRule extends RuleSource {
  readonly code: DueDateRule;
}

/** Why a dossier is due when it is: plain JSON, shown as it stands by the screens and the API. */
export interface DueDateExplanation {
  readonly limit: TimeLimit;
  readonly calendarId: string;
  readonly receivedAt: Instant;
  /** The first counted day. */
  readonly startsOn: PlainDate;
  /** Of a limit in hours: the minute of that day at which the clock starts; otherwise null. */
  readonly startsMinute: number | null;
  readonly dueOn: PlainDate;
  /** Minutes after midnight on the wall clock in Việt Nam. */
  readonly dueMinute: number;
  readonly rules: readonly AppliedRule[];
  /** From the day of receipt to the due day, without a gap. */
  readonly days: readonly ExplainedDay[];
  /** Days whose status is not decided yet and would move the due date; empty when it is final. */
  readonly provisionalBecause: readonly PlainDate[];
}

export interface DueDate {
  readonly dueAt: Instant;
  /** True as long as a decision still to be published may move the due date. */
  readonly provisional: boolean;
  readonly explanation: DueDateExplanation;
}

/**
 * The moment by which a result is due (ngày hẹn trả kết quả), with the days that make it so. Seconds
 * are left out, as on the printed slip. Refuses `calendar_not_published` with the `year` when the
 * count leaves the years of the calendar.
 * @throws RangeError when the limit or a setting is not one that can be counted.
 * @rule DEADLINE-01
 * @example received Friday 26 April 2024 at 9:00, 3 working days → Saturday 4 May 2024 at 17:00, a make-up day
 */
export function dueDate(input: DueDateInput): Result<DueDate, "calendar_not_published"> {
  const limit = timeLimit(input.limit.amount, input.limit.unit);
  checkSettings(input.settings);
  const { calendar, settings } = input;
  const counting = COUNTERS[limit.unit](limit.amount, { ...localTime(input.receivedAt), calendar, settings });
  if (!counting.ok) return counting;
  return done({
    dueAt: instantAt(counting.value.dueOn, counting.value.dueMinute),
    provisional: counting.value.provisionalBecause.length > 0,
    explanation: explain(input, limit, counting.value),
  });
}

/** Complete by type: a unit that nobody counts does not compile. */
const COUNTERS: Readonly<Record<TimeLimitUnit, (amount: number, input: CountInput) => Counting>> = {
  workingDay: countWorkingDays,
  calendarDay: countCalendarDays,
  calendarMonth: countMonths,
  workingHour: countWorkingHours,
  sameDay: (_one, input) => countSameDay(input),
};

function explain(input: DueDateInput, limit: TimeLimit, counted: Count): DueDateExplanation {
  return {
    limit,
    calendarId: input.calendar.id,
    receivedAt: input.receivedAt,
    startsOn: counted.days.find((day) => day.counted)?.day ?? counted.dueOn,
    startsMinute: counted.startsMinute,
    dueOn: counted.dueOn,
    dueMinute: counted.dueMinute,
    rules: rulesOf(limit, input.settings, counted).map((code) => ({ code, ...RULE_SOURCES[code] })),
    days: counted.days,
    provisionalBecause: counted.provisionalBecause,
  };
}

function rulesOf({ unit }: TimeLimit, settings: DueDateSettings, counted: Count): readonly DueDateRule[] {
  const receipt = settings.dayOfReceiptCounts ? "dayOfReceiptCounted" : "dayOfReceiptNotCounted";
  const due = settings.dueMinute === null ? "dueAtEndOfHours" : "dueAtSetMinute";
  const moved = counted.days.some(({ reason }) => reason === "endMovedHere");
  const end: readonly DueDateRule[] = moved ? ["endMovesToWorkingDay", due] : [due];
  const rules: Readonly<Record<TimeLimitUnit, readonly DueDateRule[]>> = {
    workingDay: [receipt, "onlyWorkingDaysCount", due],
    calendarDay: [receipt, "everyCalendarDayCounts", ...end],
    calendarMonth: [receipt, "monthEndsOnSameDate", ...end],
    workingHour: ["onlyWorkingHoursCount"],
    sameDay: ["sameDayCutOff", "onlyWorkingDaysCount", due],
  };
  return rules[unit];
}

function checkSettings({ sameDayCutOffMinute, dueMinute }: DueDateSettings): void {
  for (const minute of [sameDayCutOffMinute, dueMinute ?? 0]) {
    if (!Number.isInteger(minute) || minute < 0 || minute >= 1440) {
      throw new RangeError(`A minute of the day is a whole number from 0 to 1439, not ${minute}`);
    }
  }
}
