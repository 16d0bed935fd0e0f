import type { PlainDate } from "../shared/plain-date.ts";
import type { DueDateExplanation } from "./due-date.ts";
import type { DayReason } from "./explained-day.ts";
import {
  DAY_STATUS_REASONS,
  type DayStatusReason,
  type WorkCalendar,
  covers,
  dayStatus,
  hoursOn,
} from "./work-calendar.ts";

/** A day that the calendar has otherwise than when a date was counted. */
export interface ChangedDay {
  readonly day: PlainDate;
  /** What it was counted as; null when only its hours are others now. */
  readonly was: DayStatusReason | null;
  readonly is: DayStatusReason;
  /** The name that the day has now, if it has one. */
  readonly name: string | null;
  /** Where the calendar has it from. */
  readonly source: string;
}

/**
 * Days that a date was counted over and that the calendar has otherwise now; when none is, the due day itself, whose
 * hours then are others. Days that stand in an explanation for another reason than the calendar's are left out.
 *
 * @rule DEADLINE-04
 * @example counted over 24 November as a proposed holiday, which is a decided one now → that day
 */
export function changedDays(before: DueDateExplanation, calendar: WorkCalendar): readonly ChangedDay[] {
  const changed = before.days.flatMap(({ day, reason, name, decided }) => {
    if (!isOfCalendar(reason) || !covers(calendar, day)) return [];
    const now = dayStatus(day, calendar);
    const same = now.reason === reason && now.decided === decided && now.name === name;
    return same ? [] : [changedDay(day, reason, calendar)];
  });
  if (changed.length > 0 || !covers(calendar, before.dueOn)) return changed;
  return [changedDay(before.dueOn, null, calendar)];
}

function changedDay(day: PlainDate, was: DayStatusReason | null, calendar: WorkCalendar): ChangedDay {
  const special = calendar.days.get(day);
  return {
    day,
    was,
    is: dayStatus(day, calendar).reason,
    name: special?.name ?? null,
    source: special?.source ?? hoursOn(day, calendar).source ?? calendar.hoursSource,
  };
}

function isOfCalendar(reason: DayReason): reason is DayStatusReason {
  return (DAY_STATUS_REASONS as readonly DayReason[]).includes(reason);
}
