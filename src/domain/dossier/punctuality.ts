import { type Instant, localTime } from "../shared/instant.ts";

/** How an ended or open dossier stands against its date. */
export const PUNCTUALITIES = ["early", "onTime", "late", "underway"] as const;
export type Punctuality = (typeof PUNCTUALITIES)[number];

/** What the judgement looks at. */
export interface PunctualityFacts {
  /** The statistical date: from the receipt, waiting left out. */
  readonly dueAt: Instant;
  /** When the agency was done: finished, else returned, else stopped or refused; null while it is open. */
  readonly endedAt: Instant | null;
  readonly supplements: number;
  /** The end of the period that is judged, or now. */
  readonly asOf: Instant;
}

/**
 * On time or late as the national method judges it: the end against the date, the waiting for a supplement left out,
 * and more than one request for a supplement counts as late whatever the date says. What is open is judged at the
 * period's end. That "early" ends on an earlier day than the due day is our reading.
 *
 * @rule PUNCTUALITY-01 (the method of Decision 766/QĐ-TTg as published)
 * @example due Friday 17:00, ended Friday 10:00 → "onTime"; ended Thursday → "early"
 */
export function punctuality({ dueAt, endedAt, supplements, asOf }: PunctualityFacts): Punctuality {
  if (supplements > 1) return "late";
  if ((endedAt ?? asOf) > dueAt) return "late";
  if (endedAt === null) return "underway";
  return localTime(endedAt).day < localTime(dueAt).day ? "early" : "onTime";
}
