import { type Instant, instantAt, localTime } from "../shared/instant.ts";
import { addDays } from "../shared/plain-date.ts";

/** The hours in which nobody is woken, in minutes after midnight in Việt Nam; the end may lie on the next day. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** From 21:00 to 7:00 [inference]: an advertisement may be sent from 7:00 to 22:00 only, and a notice is none. */
export const DEFAULT_QUIET_HOURS: QuietHours = { fromMinute: 21 * 60, toMinute: 7 * 60 };

/**
 * When the quiet hours end that a moment lies in; null when it lies in none.
 *
 * @rule NOTICE-03
 * @example quietUntil(22:15 on 24 November, DEFAULT_QUIET_HOURS) → 7:00 on 25 November
 */
export function quietUntil(now: Instant, quiet: QuietHours | null): Instant | null {
  if (!quiet || quiet.fromMinute === quiet.toMinute) return null;
  const { day, minute } = localTime(now);
  const { fromMinute, toMinute } = quiet;
  if (fromMinute < toMinute)
    return fromMinute <= minute && minute < toMinute ? instantAt(day, toMinute) : null;
  if (minute >= fromMinute) return instantAt(addDays(day, 1), toMinute);
  return minute < toMinute ? instantAt(day, toMinute) : null;
}

/** @example readQuietHours("21:00-07:00") → { fromMinute: 1260, toMinute: 420 } */
export function readQuietHours(text: string): QuietHours | undefined {
  const [, ...parts] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  const [fromHour, fromMinute, toHour, toMinute] = parts.map(Number);
  if (toMinute === undefined || fromHour === undefined || fromMinute === undefined || toHour === undefined)
    return undefined;
  return { fromMinute: fromHour * 60 + fromMinute, toMinute: toHour * 60 + toMinute };
}
