import { type Instant, instantAt, localTime } from "../shared/instant.ts";
import { type PlainDate, addDays, weekday } from "../shared/plain-date.ts";

/** How near the date of open work is: each piece whose clock runs is in exactly one of them. */
export const DUE_BUCKETS = ["overdue", "today", "week", "later"] as const;
export type DueBucket = (typeof DUE_BUCKETS)[number];

/** Moments from `from` on and before `before`; null where it has no border. */
export interface DueWindow {
  readonly from: Instant | null;
  readonly before: Instant | null;
}

/**
 * The moments that a bucket has: overdue by the minute, today until midnight, the week until its Sunday is over.
 *
 * @rule WORK-01
 * @example dueWindow("today", 10:00 on Monday) → from 10:00 until Tuesday 00:00
 */
export function dueWindow(bucket: DueBucket, now: Instant): DueWindow {
  const { day: today } = localTime(now);
  const [tomorrow, monday] = [addDays(today, 1), addDays(sundayOf(today), 1)].map((day) => instantAt(day, 0));
  if (tomorrow === undefined || monday === undefined) throw new Error("every day has a next one");
  switch (bucket) {
    case "overdue":
      return { from: null, before: now };
    case "today":
      return { from: now, before: tomorrow };
    case "week":
      return { from: tomorrow, before: monday };
    case "later":
      return { from: monday, before: null };
  }
}

/** What is due on a day and not late yet. */
export function dueOnDay(day: PlainDate, now: Instant): DueWindow {
  const from = instantAt(day, 0);
  return { from: from < now ? now : from, before: instantAt(addDays(day, 1), 0) };
}

/** The bucket of what is due on a day, today or later, and not late yet. */
export function bucketOfDay(due: PlainDate, today: PlainDate): DueBucket {
  if (due <= today) return "today";
  return due <= sundayOf(today) ? "week" : "later";
}

function sundayOf(day: PlainDate): PlainDate {
  return addDays(day, (7 - weekday(day)) % 7);
}
