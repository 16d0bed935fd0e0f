import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWrittenDay } from "./written-day.ts";

describe("a day as written", () => {
  test.each([
    { written: "01/02/1990", day: "1990-02-01", because: "as papers write it" },
    { written: "1/2/1990", day: "1990-02-01", because: "without zeros" },
    { written: "01-02-1990", day: "1990-02-01", because: "with dashes" },
    { written: "01.02.1990", day: "1990-02-01", because: "with dots" },
    { written: " 01 / 02 / 1990 ", day: "1990-02-01", because: "with blanks" },
    { written: "01021990", day: "1990-02-01", because: "as cards carry it" },
    { written: "1990-02-01", day: "1990-02-01", because: "as a date field sends it" },
    { written: "29/02/2024", day: "2024-02-29", because: "a leap year" },
    { written: "30/02/1990", day: undefined, because: "February has no 30th" },
    { written: "29/02/1900", day: undefined, because: "1900 was no leap year" },
    { written: "31/04/2021", day: undefined, because: "April has 30 days" },
    { written: "02/13/1990", day: undefined, because: "there is no 13th month" },
    { written: "00/01/1990", day: undefined, because: "no day 0" },
    { written: "31/12/1899", day: undefined, because: "before all personal numbers" },
    { written: "01/02/90", day: undefined, because: "which century?" },
    { written: "1990", day: undefined, because: "a year is no day" },
    { written: "", day: undefined, because: "nothing" },
  ])("$written → $day: $because", ({ written, day }) => {
    expect(readWrittenDay(written)).toBe(day);
  });

  test.each([
    { written: "1/2/26", day: "2026-02-01", because: "people leave out the century" },
    { written: "01-02-26", day: "2026-02-01", because: "with dashes" },
    { written: "010226", day: "2026-02-01", because: "figures alone" },
    { written: "01022026", day: "2026-02-01", because: "four figures are the year itself" },
    { written: "1/2/2126", day: "2126-02-01", because: "in another century too" },
    { written: "29/02/25", day: undefined, because: "2025 was no leap year" },
    { written: "1/2/126", day: undefined, because: "three figures are a slip of the hand" },
    { written: "2/26", day: undefined, because: "a month is no day" },
  ])("within a century $written → $day: $because", ({ written, day }) => {
    expect(readWrittenDay(written, 2000)).toBe(day);
  });

  test("within a century a short year is the long one, and a long one is read as ever", () => {
    const part = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(part(1, 31), part(1, 12), part(0, 99), (date, month, year) => {
        const short = String(year).padStart(2, "0");
        const long = readWrittenDay(`${date}/${month}/20${short}`);
        expect(readWrittenDay(`${date}/${month}/${short}`, 2000)).toBe(long);
        expect(readWrittenDay(`${date}/${month}/20${short}`, 2000)).toBe(long);
      }),
    );
  });

  test("exists exactly as the months and leap years say", () => {
    const daysOf = (month: number, year: number) => {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
    };
    const number = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(number(0, 33), number(0, 14), number(1900, 2200), (date, month, year) => {
        const two = (part: number) => String(part).padStart(2, "0");
        const exists = date >= 1 && date <= daysOf(month, year);
        const read = readWrittenDay(`${date}/${month}/${year}`);
        expect(read).toBe(exists ? `${year}-${two(month)}-${two(date)}` : undefined);
      }),
      { numRuns: 1_000 },
    );
  });
});
