import { type Instant, instantAt, localTime } from "../shared/instant.ts";
import type { ChangedDay } from "./changed-days.ts";
import { type ClockStop, unitedStops } from "./clock-stop.ts";
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
import type { DayReason, ExplainedDay } from "./explained-day.ts";
import { type TimeLimit, type TimeLimitUnit, timeLimit } from "./time-limit.ts";
import type { WorkCalendar } from "./work-calendar.ts";

export interface DueDateInput {
  readonly receivedAt: Instant;
  readonly limit: TimeLimit;
  readonly calendar: WorkCalendar;
  readonly settings: DueDateSettings;
  /** When the clock stood still; stops may overlap, a time in two of them is left out once. */
  readonly stops?: readonly ClockStop[];
}

export interface AppliedRule extends RuleSource {
  readonly code: DueDateRule;
}

/** Why a dossier is due when it is: plain JSON, shown as it stands by the screens and the API. */
export interface DueDateExplanation {
  readonly limit: TimeLimit;
  readonly calendarId: string;
  readonly receivedAt: Instant;
  /** What the limit counts from instead of the receipt; left out where it counts from the receipt. */
  readonly anew?: CountedAnew;
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
  /** When the clock stood still; left out where it never did. */
  readonly stops?: readonly ClockStop[];
  /** The date that holds instead of the counted one, where it was set with an apology. */
  readonly extendedTo?: Instant;
  /** The apology (Mẫu 04) that set it, and the date that it took the place of. Left out by older programs. */
  readonly extension?: Extension;
  /** The date that it took the place of when the calendar was put right, and what was changed. */
  readonly moved?: MovedDate;
  /** Days whose status is not decided yet and would move the due date; empty when it is final. */
  readonly provisionalBecause: readonly PlainDate[];
}

/** From when a limit counts a second time, and because of what. */
export interface CountedAnew {
  readonly at: Instant;
  readonly by: "supplement" | "reopening";
}

/** An apology with a new date. */
export interface Extension {
  readonly from: Instant;
  /** When it was issued. */
  readonly at: Instant;
}

/** What a changed calendar did to a date. */
export interface MovedDate {
  readonly from: Instant;
  readonly because: readonly ChangedDay[];
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
  const counting = {
    ...localTime(input.receivedAt),
    calendar,
    settings,
    stops: unitedStops(input.stops ?? []),
  };
  const counted = COUNTERS[limit.unit](limit.amount, counting);
  if (!counted.ok) return counted;
  const provisionalBecause = daysThatMayMoveIt(limit, counting, counted.value);
  return done({
    dueAt: instantAt(counted.value.dueOn, counted.value.dueMinute),
    provisional: provisionalBecause.length > 0,
    explanation: explain(input, limit, counted.value, provisionalBecause),
  });
}

/** The days without a decision that, decided the other way, would give another due date. */
function daysThatMayMoveIt(limit: TimeLimit, input: CountInput, counted: Count): readonly PlainDate[] {
  const open = counted.days.filter(({ decided }) => !decided).map(({ day }) => day);
  return open.filter((day) => {
    const other = COUNTERS[limit.unit](limit.amount, {
      ...input,
      calendar: decidedOtherwise(day, input.calendar),
    });
    return !other.ok || other.value.dueOn !== counted.dueOn || other.value.dueMinute !== counted.dueMinute;
  });
}

function decidedOtherwise(day: PlainDate, calendar: WorkCalendar): WorkCalendar {
  const known = calendar.days.get(day);
  if (!known) throw new RangeError(`${day} of calendar ${calendar.id} is decided`);
  const other = { ...known, countsForDeadline: !known.countsForDeadline };
  return { ...calendar, days: new Map(calendar.days).set(day, other) };
}

/** Complete by type: a unit that nobody counts does not compile. */
const COUNTERS: Readonly<Record<TimeLimitUnit, (amount: number, input: CountInput) => Counting>> = {
  workingDay: countWorkingDays,
  calendarDay: countCalendarDays,
  calendarMonth: countMonths,
  workingHour: countWorkingHours,
  sameDay: (_one, input) => countSameDay(input),
};

function explain(
  input: DueDateInput,
  limit: TimeLimit,
  counted: Count,
  provisionalBecause: readonly PlainDate[],
): DueDateExplanation {
  const stops = input.stops ?? [];
  return {
    limit,
    calendarId: input.calendar.id,
    receivedAt: input.receivedAt,
    startsOn: counted.days.find((day) => day.counted)?.day ?? counted.dueOn,
    startsMinute: counted.startsMinute,
    dueOn: counted.dueOn,
    dueMinute: counted.dueMinute,
    rules: rulesOf(limit, input, counted).map((code) => ({ code, ...RULE_SOURCES[code] })),
    days: counted.days,
    ...(stops.length > 0 && { stops }),
    provisionalBecause,
  };
}

const NEW_REASONS: Partial<Record<DayReason, DayReason>> = {
  dayOfReceipt: "dayOfNewStart",
  receivedAfterHours: "newStartAfterHours",
  receivedAfterCutOff: "newStartAfterHours",
};

/**
 * An explanation counted from a later moment than the receipt, so that it says what is true: when it was received, from
 * when the limit counts anew, and by which rule.
 *
 * @rule DEADLINE-02
 * @example supplied on 23 November: the day reads "dayOfNewStart", and `receivedAt` stays 17 November
 */
export function countedAnew(
  explanation: DueDateExplanation,
  receivedAt: Instant,
  anew: CountedAnew,
): DueDateExplanation {
  const code = anew.by === "supplement" ? "supplementCountsAnew" : "reopeningCountsAnew";
  return {
    ...explanation,
    receivedAt,
    anew,
    rules: [{ code, ...RULE_SOURCES[code] }, ...explanation.rules],
    days: explanation.days.map((day) => ({ ...day, reason: NEW_REASONS[day.reason] ?? day.reason })),
  };
}

function rulesOf({ unit }: TimeLimit, input: DueDateInput, counted: Count): readonly DueDateRule[] {
  const { settings } = input;
  const receipt = settings.dayOfReceiptCounts ? "dayOfReceiptCounted" : "dayOfReceiptNotCounted";
  const due = settings.dueMinute === null ? "dueAtEndOfHours" : "dueAtSetMinute";
  const moved = counted.days.some(({ reason }) => reason === "endMovedHere");
  const stopped: readonly DueDateRule[] = input.stops?.length ? ["stopsAreLeftOut"] : [];
  const end: readonly DueDateRule[] = moved ? ["endMovesToWorkingDay", due] : [due];
  const rules: Readonly<Record<TimeLimitUnit, readonly DueDateRule[]>> = {
    workingDay: [receipt, "onlyWorkingDaysCount", due],
    calendarDay: [receipt, "everyCalendarDayCounts", ...end],
    calendarMonth: [receipt, "monthEndsOnSameDate", ...end],
    workingHour: ["onlyWorkingHoursCount"],
    sameDay: ["sameDayCutOff", "onlyWorkingDaysCount", due],
  };
  return [...rules[unit], ...stopped];
}

function checkSettings({ sameDayCutOffMinute, dueMinute }: DueDateSettings): void {
  for (const minute of [sameDayCutOffMinute, dueMinute ?? 0]) {
    if (!Number.isInteger(minute) || minute < 0 || minute >= 1440) {
      throw new RangeError(`A minute of the day is a whole number from 0 to 1439, not ${minute}`);
    }
  }
}
