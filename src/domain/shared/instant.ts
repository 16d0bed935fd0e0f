import { type PlainDate, plainDate } from "./plain-date.ts";

/** A moment, as ISO 8601 in UTC with milliseconds and a Z: `2026-11-21T01:30:00.000Z`. Sorts as text. */
export type Instant = string & { readonly __instant: unique symbol };

/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975; this is the one place that says so. */
const ZONE_OFFSET_MS = 7 * 3_600_000;

/**
 * The moment that a text or a count of milliseconds since 1970 names.
 * @throws RangeError when it names none.
 * @example instant("2026-11-21T08:30:00+07:00") → "2026-11-21T01:30:00.000Z"
 */
export function instant(at: string | number): Instant {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) throw new RangeError(`Not a moment in time: ${JSON.stringify(at)}`);
  return time.toISOString() as Instant;
}

/** Day and minute of a moment on the wall clock in Việt Nam. @example { day: "2026-11-21", minute: 510 } for 8:30 */
export function localTime(at: Instant): { readonly day: PlainDate; readonly minute: number } {
  const shifted = new Date(Date.parse(at) + ZONE_OFFSET_MS);
  return {
    day: plainDate(shifted.toISOString().slice(0, 10)),
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
}

/** The moment when the wall clock in Việt Nam shows this day and minute (0 to 1440). */
export function instantAt(day: PlainDate, minute: number): Instant {
  return instant(Date.parse(day) + minute * 60_000 - ZONE_OFFSET_MS);
}

/**
 * Minutes of the wall clock in Việt Nam since the midnight that began 1970: what a count by the minute works with.
 * @example wallMinute(instantAt(day, 510)) - wallMinute(instantAt(day, 0)) → 510
 */
export function wallMinute(at: Instant): number {
  return Math.floor((Date.parse(at) + ZONE_OFFSET_MS) / 60_000);
}

/** {@link wallMinute} of a minute of a day. */
export function wallMinuteOf(day: PlainDate, minute: number): number {
  return Date.parse(day) / 60_000 + minute;
}

/** The later of two moments. @example laterOf(before, after) → after */
export function laterOf(one: Instant, other: Instant): Instant {
  return millisecondsBetween(one, other) > 0 ? other : one;
}

/** @example addMilliseconds(at, 60_000) is one minute later */
export function addMilliseconds(at: Instant, milliseconds: number): Instant {
  return instant(Date.parse(at) + milliseconds);
}

/** Milliseconds from the first to the second; negative when the second is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** @example formatMinute(510) → "08:30" */
export function formatMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
