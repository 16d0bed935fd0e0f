import { groupBy } from "../shared/group-by.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import type { BusinessStatus } from "./dossier-state.ts";
import { type DueBucket, bucketOfDay } from "./work-due.ts";

/** Open work whose date stands alike, counted. */
export interface DatedCount {
  /** The next step is the citizen's: no date is measured. */
  readonly standing: boolean;
  readonly overdue: boolean;
  /** The day on which it falls due; null when it is late, or stands. */
  readonly dueOn: PlainDate | null;
  readonly dossiers: number;
}

/** Open work that has all of this in common, counted. */
export interface WorkCount extends DatedCount {
  readonly status: BusinessStatus;
  readonly officerId: string | null;
  readonly placeId: string;
}

/** Open work by how near its date is; what stands is in no bucket of dates. */
export type BoardCounts = Readonly<Record<DueBucket | "standing", number>>;

export interface Board {
  readonly total: BoardCounts;
  readonly statuses: readonly (BoardCounts & { readonly status: BusinessStatus })[];
  readonly officers: readonly (BoardCounts & { readonly officerId: string | null })[];
  readonly places: readonly (BoardCounts & { readonly placeId: string })[];
}

/**
 * Counts of open work as a head reads them: in all, by where it lies, in whose hands, and of which place. Each count is
 * that of the list which the same question gives.
 */
export function workBoard(counts: readonly WorkCount[], today: PlainDate): Board {
  return {
    total: sum(counts, today),
    statuses: grouped(counts, today, ({ status }) => status).map(({ of: { status }, ...sums }) => ({
      ...sums,
      status,
    })),
    officers: grouped(counts, today, ({ officerId }) => officerId ?? "").map(
      ({ of: { officerId }, ...sums }) => ({
        ...sums,
        officerId,
      }),
    ),
    places: grouped(counts, today, ({ placeId }) => placeId).map(({ of: { placeId }, ...sums }) => ({
      ...sums,
      placeId,
    })),
  };
}

/** What falls due on each of these days. */
export function dueByDay(
  counts: readonly DatedCount[],
  days: readonly PlainDate[],
): readonly { readonly day: PlainDate; readonly due: number }[] {
  return days.map((day) => ({
    day,
    due: counts.filter(({ dueOn }) => dueOn === day).reduce((all, { dossiers }) => all + dossiers, 0),
  }));
}

/** A line for each key, summed: the latest first, then the most. */
export function grouped<Count extends DatedCount>(
  counts: readonly Count[],
  today: PlainDate,
  keyOf: (count: Count) => string,
): readonly (BoardCounts & { readonly of: Count })[] {
  return [...groupBy(counts, keyOf).values()]
    .map((own) => ({ ...sum(own, today), of: own[0] }))
    .toSorted((one, other) => other.overdue - one.overdue || open(other) - open(one));
}

function open({ overdue, today, week, later, standing }: BoardCounts): number {
  return overdue + today + week + later + standing;
}

function sum(counts: readonly DatedCount[], today: PlainDate): BoardCounts {
  const sums = { overdue: 0, today: 0, week: 0, later: 0, standing: 0 };
  for (const count of counts) sums[bucketOf(count, today)] += count.dossiers;
  return sums;
}

function bucketOf({ standing, overdue, dueOn }: DatedCount, today: PlainDate): keyof BoardCounts {
  if (standing) return "standing";
  return overdue || dueOn === null ? "overdue" : bucketOfDay(dueOn, today);
}
