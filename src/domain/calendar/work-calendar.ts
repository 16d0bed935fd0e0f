import type { PlainDate } from "../shared/plain-date.ts";
import { weekday } from "../shared/plain-date.ts";

/** How sure a figure is: read in a source, known from memory, reasoned, or waiting for a decision. */
export const MARKS = ["sourced", "recalled", "inference", "undecided"] as const;
export type Mark = (typeof MARKS)[number];

/** Why a day differs from the plain week. */
export const CALENDAR_DAY_KINDS = [
  "holiday",
  "compensatoryDayOff",
  "swappedDayOff",
  "makeUpDay",
  "proposedHoliday",
  "servedHoliday",
  "localOpening",
  "localClosing",
] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];

/** Why a day is as it is: by the plain week, or as a day that differs from it. */
export const DAY_STATUS_REASONS = ["workingDay", "weeklyDayOff", ...CALENDAR_DAY_KINDS] as const;
export type DayStatusReason = (typeof DAY_STATUS_REASONS)[number];

/** Whether dossiers are taken in, and whether the deadline clock runs: a Saturday desk may do only the first. */
export interface DayFlags {
  readonly openForIntake: boolean;
  readonly countsForDeadline: boolean;
}

/** A stretch of working time within a day, in minutes after midnight on the wall clock in Việt Nam. */
export interface Session {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** A day that differs from the plain week, as a decision or a law made it. */
export interface CalendarDay extends DayFlags {
  readonly day: PlainDate;
  /** Its own working hours, such as those of half a day; left out: the usual ones. */
  readonly sessions?: readonly Session[];
  /** Why, in Vietnamese, as a citizen reads it: "Nghỉ Tết Nguyên đán". */
  readonly name: string;
  readonly kind: CalendarDayKind;
  /** False as long as the authority has not published its decision; the flags are then the best guess. */
  readonly decided: boolean;
  readonly source: string;
  readonly mark: Mark;
}

/** A day of the plain week. */
export interface WeekDay extends DayFlags {
  /** Its own working hours, such as a morning; left out: the usual ones. */
  readonly sessions?: readonly Session[];
}

/** Week and working hours from a day on, as a place sets them for itself. */
export interface HoursFrom {
  readonly from: PlainDate;
  /** Seven entries, Sunday first. */
  readonly week: readonly WeekDay[];
  /** In order, without overlap, at least one. */
  readonly sessions: readonly Session[];
  /** The decision that set them; left out: the calendar's own. */
  readonly source?: string;
}

/** What somebody had set for a calendar and took back: it holds no longer, and explains what moved since. */
export interface TakenBack {
  readonly kind: "days" | "hours";
  readonly from: PlainDate;
  /** The last day; null: it had no end. */
  readonly to: PlainDate | null;
  /** The name of its days; hours have none. */
  readonly name: string | null;
  readonly source: string;
  /** Why it was taken back, as whoever did it says. */
  readonly reason: string;
}

export interface WorkCalendar {
  readonly id: string;
  readonly name: string;
  /** First and last year for which the days are known; outside them the calendar says nothing. */
  readonly fromYear: number;
  readonly toYear: number;
  /** Seven entries, Sunday first. */
  readonly week: readonly WeekDay[];
  /** In order, without overlap, at least one. */
  readonly sessions: readonly Session[];
  readonly hoursSource: string;
  readonly hoursMark: Mark;
  /** What replaces week and hours later, the earliest first. */
  readonly laterHours: readonly HoursFrom[];
  readonly days: ReadonlyMap<PlainDate, CalendarDay>;
  /** In the order in which it was set; left out where nothing was taken back. */
  readonly takenBack?: readonly TakenBack[];
}

export interface DayStatus extends DayFlags {
  readonly reason: DayStatusReason;
  readonly name?: string;
  readonly decided: boolean;
}

/** @example yearOf(plainDate("2026-11-24")) → 2026 */
export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

/** Whether the calendar was published for the year of this day. */
export function covers(calendar: WorkCalendar, day: PlainDate): boolean {
  const year = yearOf(day);
  return calendar.fromYear <= year && year <= calendar.toYear;
}

/**
 * What the calendar says of one day.
 * @throws RangeError when the calendar does not cover the day's year: ask `covers` first.
 * @example dayStatus(plainDate("2026-08-22"), agency) → works and counts, reason "makeUpDay", "Ngày làm bù …"
 */
export function dayStatus(day: PlainDate, calendar: WorkCalendar): DayStatus {
  if (!covers(calendar, day)) throw new RangeError(`Calendar ${calendar.id} does not cover ${day}`);
  const special = calendar.days.get(day);
  if (special) {
    const { openForIntake, countsForDeadline, name, kind, decided } = special;
    return { openForIntake, countsForDeadline, reason: kind, name, decided };
  }
  const { openForIntake, countsForDeadline } = weekDay(day, calendar);
  const reason = countsForDeadline ? "workingDay" : "weeklyDayOff";
  return { openForIntake, countsForDeadline, reason, decided: true };
}

/**
 * The working hours of one day, be it a day of work or not: a day off that is worked after all has the hours of its week.
 * @example sessionsOn(plainDate("2026-11-23"), agency) → 7:00 to 11:30 and 13:30 to 17:00
 */
export function sessionsOn(day: PlainDate, calendar: WorkCalendar): readonly Session[] {
  return (
    calendar.days.get(day)?.sessions ?? weekDay(day, calendar).sessions ?? hoursOn(day, calendar).sessions
  );
}

/** The minute at which the working hours of a day end. @example endOfHours(plainDate("2026-11-23"), agency) → 1020 */
export function endOfHours(day: PlainDate, calendar: WorkCalendar): number {
  const last = sessionsOn(day, calendar).at(-1);
  if (!last) throw new RangeError(`Calendar ${calendar.id} has no working hours on ${day}`);
  return last.toMinute;
}

/** Week and hours that hold on a day, were it no special one. */
export function hoursOn(
  day: PlainDate,
  calendar: WorkCalendar,
): Pick<HoursFrom, "week" | "sessions" | "source"> {
  return calendar.laterHours.findLast(({ from }) => from <= day) ?? calendar;
}

function weekDay(day: PlainDate, calendar: WorkCalendar): WeekDay {
  const found = hoursOn(day, calendar).week[weekday(day)];
  if (!found) throw new RangeError(`Calendar ${calendar.id} has no entry for weekday ${weekday(day)}`);
  return found;
}
