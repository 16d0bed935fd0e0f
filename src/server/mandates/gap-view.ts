import type { GapView } from "#contract/figures.ts";
import { type ComparedMandate, findGaps, findLapses } from "#domain/mandate/compare-mandates.ts";
import type { Task } from "#domain/mandate/mandate.ts";
import { type PlainDate, addDays } from "#domain/shared/plain-date.ts";
import type { Reference } from "../units/reference.ts";

/** An end is shown so long before it comes, that there is time for a new mandate, and so long after. Ours. */
const DAYS_AHEAD = 90;
const DAYS_BACK = 365;

/**
 * Days on which nobody of the post holds what was held before, that are not over yet: between two mandates, or after
 * the last one. The first day first.
 */
export function gapViews(
  given: readonly ComparedMandate[],
  reference: Reference,
  today: PlainDate,
): GapView[] {
  const gaps = findGaps(given).filter(({ to }) => to >= today);
  const lapses = findLapses(given).filter(
    ({ from }) => from >= addDays(today, -DAYS_BACK) && from <= addDays(today, DAYS_AHEAD),
  );
  return [...gaps, ...lapses.map((lapse) => ({ ...lapse, to: null }))]
    .map(({ unitId, fieldCode, task, from, to }) => ({
      unit: { id: unitId, name: reference.units.get(unitId)?.name ?? "" },
      field: { id: fieldCode, name: reference.fieldNames.get(fieldCode) ?? fieldCode },
      task: task as Task,
      from,
      to,
    }))
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.unit.name.localeCompare(b.unit.name, "vi"));
}
