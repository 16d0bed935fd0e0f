/**
 * A calendar day without a time or a zone, `YYYY-MM-DD`. Its own type, because a day that is kept as an
 * instant moves when it crosses a zone, and a due date that moves is a broken promise.
 */
export type PlainDate = string & { readonly __plainDate: unique symbol };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/**
 * The day that a text names.
 * @throws RangeError when the text is not `YYYY-MM-DD` or the day does not exist (2026-02-29).
 * @example plainDate("2026-11-23")
 */
export function plainDate(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === undefined) throw new RangeError(`Not a day of the calendar: ${JSON.stringify(text)}`);
  return day;
}

/** The day that a text names, or undefined when it names none. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const parts = SHAPE.exec(text);
  if (!parts) return undefined;
  const [, year, month, day] = parts.map(Number);
  return plainDateOf(year ?? 0, month ?? 0, day ?? 0);
}

/** The day of a year, month (1 to 12) and day of the month, or undefined when there is none. */
export function plainDateOf(year: number, month: number, day: number): PlainDate | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  at.setUTCFullYear(year); // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day)
    return undefined;
  return at.toISOString().slice(0, 10) as PlainDate;
}

/** @example addDays(plainDate("2026-12-31"), 1) → "2027-01-01" */
export function addDays(day: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/**
 * The day with the same number so many months on, or the last of a month that has no such day. Bộ luật Dân sự 2015,
 * Điều 148 khoản 3.
 *
 * @example addMonths(plainDate("2026-08-31"), 6) → "2027-02-28"
 */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  for (let tried = date; tried >= 1; tried -= 1) {
    const found = plainDateOf(toYear, toMonth, tried);
    if (found !== undefined) return found;
  }
  throw new RangeError(`No date ${months} months after ${day}`);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: PlainDate): number {
  return new Date(Date.parse(day)).getUTCDay();
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** @example formatDay(plainDate("2026-11-23")) → "23/11/2026", as Vietnamese papers write it */
export function formatDay(day: PlainDate): string {
  const [year, month, date] = day.split("-");
  return `${date}/${month}/${year}`;
}
