import type { PlainDate } from "../shared/plain-date.ts";
import type { DueDateExplanation } from "./due-date.ts";
import type { DayReason } from "./explained-day.ts";
import {
  DAY_STATUS_REASONS,
  type DayStatusReason,
  type TakenBack,
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
  /** Where the calendar has it from; of what was taken back the decision that no longer holds. */
  readonly source: string;
  /** What the day was counted by and somebody took back since; left out where something new moved it. */
  readonly takenBack?: { readonly name: string | null; readonly reason: string };
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
    return same ? [] : [changedDay(day, { was: reason, name }, calendar)];
  });
  if (changed.length > 0 || !covers(calendar, before.dueOn)) return changed;
  return [changedDay(before.dueOn, { was: null }, calendar)];
}

/** What a day was counted as, with the name that it had. */
interface Counted {
  readonly was: DayStatusReason | null;
  readonly name?: string | undefined;
}

function changedDay(day: PlainDate, counted: Counted, calendar: WorkCalendar): ChangedDay {
  const special = calendar.days.get(day);
  const { was } = counted;
  const is = dayStatus(day, calendar).reason;
  const name = special?.name ?? null;
  const gone = takenBackOn(day, counted, calendar);
  if (gone)
    return { day, was, is, name, source: gone.source, takenBack: { name: gone.name, reason: gone.reason } };
  return {
    day,
    was,
    is,
    name,
    source: special?.source ?? hoursOn(day, calendar).source ?? calendar.hoursSource,
  };
}

/**
 * A day that was set for itself and is not any more was taken back, be it again what the nation or a wider place has
 * of it: then only what it was counted by, by its name. Hours may have been: when the calendar has none that were set
 * since, and something that was taken back held on that day.
 */
function takenBackOn(day: PlainDate, { was, name }: Counted, calendar: WorkCalendar): TakenBack | undefined {
  const held = (calendar.takenBack ?? []).filter(({ from, to }) => from <= day && (to === null || day <= to));
  const isSpecial = calendar.days.has(day);
  if (was === "localOpening" || was === "localClosing") {
    const days = held.filter(({ kind }) => kind === "days");
    return days.findLast((one) => one.name === name) ?? (isSpecial ? undefined : days.at(-1));
  }
  if (isSpecial) return undefined;
  if (hoursOn(day, calendar).source !== undefined) return undefined;
  return held.findLast(({ kind }) => kind === "hours" || was === null);
}

function isOfCalendar(reason: DayReason): reason is DayStatusReason {
  return (DAY_STATUS_REASONS as readonly DayReason[]).includes(reason);
}
