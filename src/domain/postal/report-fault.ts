import { type Instant, addMilliseconds, localTime } from "../shared/instant.ts";
import { type PlainDate, addDays } from "../shared/plain-date.ts";

/** What cannot be so in a report of a courier. */
export type ReportFault =
  | "report_from_future"
  | "report_before_order"
  | "report_too_early"
  | "next_day_wrong";

/** How far the clock of a phone may be ahead of ours. */
const AHEAD_MS = 5 * 60_000;
/** A slip that was filled in by hand may be typed so many days after the courier took the papers (ours). */
const BEFORE_ORDER_MS = 7 * 24 * 60 * 60_000;
/** Whether a moment is long before a parcel was ordered. @example isBeforeOrder("1970-01-01T00:00:01.000Z", orderedAt) → true */
export function isBeforeOrder(at: Instant, orderedAt: Instant): boolean {
  return at < addMilliseconds(orderedAt, -BEFORE_ORDER_MS);
}

/** As far as a courier may promise to come again (ours). */
const NEXT_DAYS_MAX = 60;

interface Reported {
  readonly at: Instant;
  readonly orderedAt: Instant;
  /**
   * By the ledgers: when the result was there that comes back, and of a visit also when whoever reports it took the packet
   * over. Null where they say nothing, as of papers that are sent in.
   */
  readonly possibleSince: Instant | null;
  /** The day that was agreed after an attempt in vain. */
  readonly nextOn: PlainDate | null;
}

/**
 * What in a report shows that a clock was wrong: the papers' deadline runs from these moments.
 *
 * @rule DELIVERY-01
 * @example reportFault({ at: "1900-01-01T00:00:00.000Z", orderedAt, possibleSince: null, nextOn: null }, now) → "report_before_order"
 */
export function reportFault(
  { at, orderedAt, possibleSince, nextOn }: Reported,
  now: Instant,
): ReportFault | null {
  if (at > addMilliseconds(now, AHEAD_MS)) return "report_from_future";
  if (isBeforeOrder(at, orderedAt)) return "report_before_order";
  if (possibleSince !== null && at < possibleSince) return "report_too_early";
  if (nextOn === null) return null;
  const last = addDays(localTime(now).day, NEXT_DAYS_MAX);
  return nextOn < localTime(at).day || nextOn > last ? "next_day_wrong" : null;
}
