import { type PlainDate, daysBetween } from "../shared/plain-date.ts";

/**
 * When a task that is given again and again belongs into a mandate. The practice tells of tasks outside of the list
 * that were given step by step (Bình Dương); the two numbers are ours.
 */
export const RECURRENCE = { onDays: 3, withinDays: 30, mark: "inference", source: "ours" } as const;

/** A task that was given on a day outside of the list, for a procedure or for a dossier of it; no person is named. */
export interface GivenTask {
  readonly task: string;
  readonly procedureCode: string;
  readonly postOfficeId: string;
  readonly day: PlainDate;
  /** How often on that day. */
  readonly given: number;
  /** How many acts rest on it. */
  readonly acts: number;
}

export interface Recurrence {
  readonly task: string;
  readonly procedureCode: string;
  readonly postOfficeId: string;
  /** On how many different days within the window. */
  readonly days: number;
  readonly given: number;
  readonly acts: number;
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/**
 * Tasks that recur: the same task for the same procedure by the same office on at least {@link RECURRENCE}.onDays
 * different days within the {@link RECURRENCE}.withinDays days that end today. Often on one day is not often. The most
 * frequent comes first, then the one given last.
 *
 * @rule MANDATE-05
 * @example recurringTasks([given on 2, 5 and 9 November], plainDate("2026-11-16"))[0]?.days → 3
 */
export function recurringTasks(given: readonly GivenTask[], today: PlainDate): readonly Recurrence[] {
  const groups = new Map<string, GivenTask[]>();
  for (const one of given) {
    const age = daysBetween(one.day, today);
    if (age < 0 || age >= RECURRENCE.withinDays) continue;
    const key = JSON.stringify([one.task, one.procedureCode, one.postOfficeId]);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()]
    .map(recurrenceOf)
    .filter(({ days }) => days >= RECURRENCE.onDays)
    .toSorted((a, b) => b.days - a.days || b.last.localeCompare(a.last));
}

function recurrenceOf(same: readonly GivenTask[]): Recurrence {
  const days = [...new Set(same.map(({ day }) => day))].toSorted();
  const [one] = same;
  return {
    task: one?.task ?? "",
    procedureCode: one?.procedureCode ?? "",
    postOfficeId: one?.postOfficeId ?? "",
    days: days.length,
    given: same.reduce((sum, { given }) => sum + given, 0),
    acts: same.reduce((sum, { acts }) => sum + acts, 0),
    first: days[0] ?? ("" as PlainDate),
    last: days.at(-1) ?? ("" as PlainDate),
  };
}
