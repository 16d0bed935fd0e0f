import type { DayReason, ExplainedDay } from "#domain/calendar/explained-day.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";

/** Neighbouring days that were counted, or not, for one and the same reason. */
export interface DayGroup {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
  readonly counted: boolean;
  readonly reason: DayReason;
  readonly name: string | null;
  readonly decided: boolean;
  /** Number of the first and last day in the count; null where nothing was counted. */
  readonly nth: { readonly first: number; readonly last: number } | null;
  /** Working minutes of a limit in hours. */
  readonly minutes: number | null;
}

/**
 * The days of an explanation, put together so that a limit of twenty days stays readable. No day is
 * lost: the groups follow each other without a gap, in order.
 * @example Monday to Friday worked, a weekend, Monday worked → three groups, days 1 to 5, none, day 6
 */
export function groupDays(days: readonly ExplainedDay[]): readonly DayGroup[] {
  const groups: DayGroup[] = [];
  let counted = 0;
  for (const day of days) {
    if (day.counted) counted += 1;
    const one = alone(day, counted);
    const last = groups.at(-1);
    if (last && alike(last, one)) groups[groups.length - 1] = joined(last, one);
    else groups.push(one);
  }
  return groups;
}

function alone(day: ExplainedDay, counted: number): DayGroup {
  return {
    from: day.day,
    to: day.day,
    days: 1,
    counted: day.counted,
    reason: day.reason,
    name: day.name ?? null,
    decided: day.decided,
    nth: day.counted ? { first: counted, last: counted } : null,
    minutes: day.minutes ?? null,
  };
}

function alike(a: DayGroup, b: DayGroup): boolean {
  return a.counted === b.counted && a.reason === b.reason && a.name === b.name && a.decided === b.decided;
}

function joined(a: DayGroup, b: DayGroup): DayGroup {
  return {
    ...a,
    to: b.to,
    days: a.days + b.days,
    nth: a.nth && b.nth ? { first: a.nth.first, last: b.nth.last } : null,
    minutes: a.minutes === null && b.minutes === null ? null : (a.minutes ?? 0) + (b.minutes ?? 0),
  };
}
