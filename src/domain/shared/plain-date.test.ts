import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  daysBetween,
  formatDay,
  parsePlainDate,
  plainDate,
  plainDateOf,
  weekday,
} from "./plain-date.ts";

/** An oracle of its own: lengths of months as the Gregorian calendar has them, without the rule's Date. */
function monthLength(year: number, month: number): number {
  const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
const written = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

const aDay = fc
  .record({
    year: fc.integer({ min: 1, max: 9998 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => plainDate(written(year, month, day)));

describe("a day of the calendar", () => {
  test.each([
    { text: "2024-02-29", there: true, because: "2024 is a leap year" },
    { text: "2026-02-29", there: false, because: "2026 is not" },
    { text: "2000-02-29", there: true, because: "a century that 400 divides is" },
    { text: "1900-02-29", there: false, because: "another century is not" },
    { text: "0001-01-01", there: true, because: "the first day of the first year is not 1901" },
    { text: "0004-02-29", there: true, because: "an early leap year is one too" },
    { text: "0099-12-31", there: true, because: "two-digit years are years of the first century" },
    { text: "2026-04-31", there: false, because: "April has thirty days" },
    { text: "2026-13-01", there: false, because: "there are twelve months" },
    { text: "2026-00-10", there: false, because: "months begin at one" },
    { text: "2026-01-00", there: false, because: "days begin at one" },
    { text: "2026-1-1", there: false, because: "two digits are asked for" },
    { text: "23/11/2026", there: false, because: "that is how people write it, not how it is kept" },
    { text: "2026-11-23T00:00", there: false, because: "a day has no time" },
    { text: " 2026-11-23", there: false, because: "nothing stands around it" },
    { text: "", there: false, because: "nothing is not a day" },
  ])("$text: $because", ({ text, there }) => {
    expect(parsePlainDate(text)).toBe(there ? text : undefined);
    if (there) expect(plainDate(text)).toBe(text);
    else expect(() => plainDate(text)).toThrow(RangeError);
  });

  test("every year, month and day is a day exactly when the calendar has it", () => {
    const part = fc.record({
      year: fc.integer({ min: 1, max: 9999 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
    });
    fc.assert(
      fc.property(part, ({ year, month, day }) => {
        const there = month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
        expect(plainDateOf(year, month, day)).toBe(there ? written(year, month, day) : undefined);
      }),
    );
  });
});

describe("counting days", () => {
  test.each([
    { day: "2026-12-31", days: 1, later: "2027-01-01", because: "the year ends" },
    { day: "2024-02-28", days: 1, later: "2024-02-29", because: "a leap day comes in between" },
    { day: "2026-03-01", days: -1, later: "2026-02-28", because: "backwards as well" },
    { day: "0001-01-01", days: 30, later: "0001-01-31", because: "the first year counts like any" },
  ])("$day and $days is $later: $because", ({ day, days, later }) => {
    expect(addDays(plainDate(day), days)).toBe(later);
  });

  test("there and back again is the same day, and the distance is what was added", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -300, max: 300 }), (day, days) => {
        fc.pre(day > "0002-01-01");
        const there = addDays(day, days);
        expect(addDays(there, -days)).toBe(day);
        expect(daysBetween(day, there)).toBe(days);
        expect((weekday(there) - weekday(day) - days) % 7 === 0).toBe(true);
      }),
    );
  });

  test("Monday 16 November 2026 is a Monday, and papers write it day first", () => {
    expect(weekday(plainDate("2026-11-16"))).toBe(1);
    expect(formatDay(plainDate("2026-11-16"))).toBe("16/11/2026");
  });
});
