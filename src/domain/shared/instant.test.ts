import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMilliseconds,
  formatMinute,
  instant,
  instantAt,
  localTime,
  millisecondsBetween,
} from "./instant.ts";
import { plainDate } from "./plain-date.ts";

describe("a moment", () => {
  test.each([
    {
      given: "2026-11-21T08:30:00+07:00",
      kept: "2026-11-21T01:30:00.000Z",
      because: "moments are kept in UTC",
    },
    {
      given: "2026-11-21T01:30:00Z",
      kept: "2026-11-21T01:30:00.000Z",
      because: "with milliseconds, so that texts sort",
    },
    { given: 0, kept: "1970-01-01T00:00:00.000Z", because: "a count of milliseconds names one too" },
  ])("$given → $kept: $because", ({ given, kept }) => {
    expect(instant(given)).toBe(kept);
  });

  test.each(["", "gestern", "2026-13-01T00:00:00Z", Number.NaN, Number.POSITIVE_INFINITY])(
    "%s names none",
    (given) => {
      expect(() => instant(given)).toThrow(RangeError);
    },
  );
});

describe("the wall clock in Việt Nam", () => {
  test.each([
    { at: "2026-11-16T01:30:00Z", day: "2026-11-16", minute: 510, because: "seven hours ahead of UTC" },
    { at: "2026-11-16T16:59:59Z", day: "2026-11-16", minute: 1439, because: "the last minute of the day" },
    { at: "2026-11-16T17:00:00Z", day: "2026-11-17", minute: 0, because: "midnight here is 17:00 there" },
    {
      at: "2025-12-31T17:00:00Z",
      day: "2026-01-01",
      minute: 0,
      because: "a year begins seven hours earlier",
    },
    { at: "2024-02-28T20:00:00Z", day: "2024-02-29", minute: 180, because: "a leap day has its morning" },
  ])("$at is $day at minute $minute: $because", ({ at, day, minute }) => {
    expect(localTime(instant(at))).toEqual({ day, minute });
  });

  test("a day and a minute lead to the moment that shows them", () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => localTime(instant(days * 86_400_000)).day);
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1_439 }), (on, minute) => {
        expect(localTime(instantAt(on, minute))).toEqual({ day: on, minute });
      }),
    );
    expect(instantAt(plainDate("2026-11-16"), 1_440)).toBe("2026-11-16T17:00:00.000Z");
  });

  test("moments in order are texts in order", () => {
    const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(instant(a) < instant(b)).toBe(a < b);
        expect(millisecondsBetween(instant(a), instant(b))).toBe(b - a);
        expect(addMilliseconds(instant(a), b - a)).toBe(instant(b));
      }),
    );
  });

  test.each([
    { minute: 0, shown: "00:00" },
    { minute: 510, shown: "08:30" },
    { minute: 1_439, shown: "23:59" },
  ])("minute $minute is $shown", ({ minute, shown }) => {
    expect(formatMinute(minute)).toBe(shown);
  });
});
