import type { PlainDate } from "../shared/plain-date.ts";

/** A line of the list of staff freed, as far as it is summed. */
export interface FreedLine {
  readonly persons: number;
  readonly freedOn: PlainDate;
  /** The phase that took the work over; null when the mandate belongs to none. */
  readonly phaseId: string | null;
  readonly withdrawn: boolean;
}

export interface FreedSums {
  readonly persons: number;
  readonly byPhase: readonly { readonly phaseId: string | null; readonly persons: number }[];
  /** The newest year first. */
  readonly byYear: readonly { readonly year: number; readonly persons: number }[];
}

/**
 * How many persons' work the post took over, in all, by phase and by year. A line that was withdrawn counts nowhere.
 * @example two lines of 1 and 2 persons in 2026 → { persons: 3, byYear: [{ year: 2026, persons: 3 }], … }
 */
export function sumFreed(lines: readonly FreedLine[]): FreedSums {
  const phases = new Map<string | null, number>();
  const years = new Map<number, number>();
  let all = 0;
  for (const { persons, freedOn, phaseId, withdrawn } of lines) {
    if (withdrawn) continue;
    const year = Number(freedOn.slice(0, 4));
    all += persons;
    phases.set(phaseId, (phases.get(phaseId) ?? 0) + persons);
    years.set(year, (years.get(year) ?? 0) + persons);
  }
  return {
    persons: all,
    byPhase: [...phases].map(([phaseId, persons]) => ({ phaseId, persons })),
    byYear: [...years].map(([year, persons]) => ({ year, persons })).toSorted((a, b) => b.year - a.year),
  };
}
