import { type Instant, addMilliseconds, instant, instantAt, localTime } from "../shared/instant.ts";
import { type PlainDate, plainDateOf } from "../shared/plain-date.ts";

/** A moment as another system wrote it. */
export interface WrittenMoment {
  readonly at: Instant;
  /** Only the day was written: the time of day says nothing. */
  readonly dayOnly: boolean;
}

const CLOCK = "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?";
/** Year first, as data bases and ISO 8601 write it; day first, as Vietnamese papers do. */
const YEAR_FIRST = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${CLOCK}$`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})${CLOCK}$`);
/** `yyyyMMddHHmmss`, the writing of the national portal's adapter. */
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;

/**
 * The moment that a text names: `2019-03-05`, `2019-03-05T08:30:00+07:00`, `2019-03-05 08:30`, `05/03/2019 8:30`,
 * `20190305083000`. Without a zone it is the wall clock in Việt Nam. Of a bare day it is the minute `dayMinute`.
 * Undefined when the text names no moment that exists.
 * @example readWrittenMoment("05/03/2019 08:30") → { at: "2019-03-05T01:30:00.000Z", dayOnly: false }
 */
export function readWrittenMoment(text: string, dayMinute = 0): WrittenMoment | undefined {
  const written = text.trim();
  const yearFirst = YEAR_FIRST.exec(written) ?? RUN_TOGETHER.exec(written);
  const dayFirst = yearFirst ? null : DAY_FIRST.exec(written);
  const parts = yearFirst ?? dayFirst;
  if (!parts) return undefined;
  const [, first, month, last, ...clock] = parts;
  const [year, date] = yearFirst ? [first, last] : [last, first];
  const day = plainDateOf(Number(year), Number(month), Number(date));
  if (day === undefined) return undefined;
  if (clock[0] === undefined) return { at: instantAt(day, dayMinute), dayOnly: true };
  const at = clockOn(day, clock);
  return at === undefined ? undefined : { at, dayOnly: false };
}

function clockOn(day: PlainDate, clock: readonly (string | undefined)[]): Instant | undefined {
  const [hour, minute, second] = clock.slice(0, 3).map((part) => Number(part ?? 0));
  const [, , , fraction, zone] = clock;
  if (hour === undefined || minute === undefined || second === undefined) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = second * 1000 + Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
  const local = addMilliseconds(instantAt(day, hour * 60 + minute), milliseconds);
  return zone === undefined ? local : inZone(local, zone);
}

/** The same wall clock elsewhere. An offset past 14 hours is none. */
function inZone(local: Instant, zone: string): Instant | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = zone === "Z" ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  if (Number(minutes ?? 0) > 59 || Math.abs(offset) > 14 * 60) return undefined;
  return addMilliseconds(local, (VIETNAM_MINUTES - offset) * 60_000);
}

/** Minutes from UTC to the wall clock in Việt Nam, asked of the one place that knows. */
const VIETNAM_MINUTES = localTime(instant(0)).minute;

/** True when the first is earlier; where one of them is only a day, an earlier day. */
export function isEarlier(one: WrittenMoment, other: WrittenMoment): boolean {
  if (!one.dayOnly && !other.dayOnly) return one.at < other.at;
  return localTime(one.at).day < localTime(other.at).day;
}
