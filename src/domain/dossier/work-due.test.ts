import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Instant, addMilliseconds, instant, localTime } from "../shared/instant.ts";
import { addDays, daysBetween, plainDate } from "../shared/plain-date.ts";
import { DUE_BUCKETS, type DueWindow, bucketOfDay, dueOnDay, dueWindow } from "./work-due.ts";

const at = (text: string) => instant(`2026-${text.replace(" ", "T")}:00+07:00`);
const isIn = ({ from, before }: DueWindow, due: Instant) =>
  (from === null || from <= due) && (before === null || due < before);
const bucketsOf = (due: Instant, now: Instant) =>
  DUE_BUCKETS.filter((bucket) => isIn(dueWindow(bucket, now), due));

describe("how near a date is", () => {
  test.each([
    { due: "11-16 08:29", now: "11-16 08:30", bucket: "overdue", because: "late by the minute" },
    { due: "11-16 08:30", now: "11-16 08:30", bucket: "today", because: "the minute itself is in time" },
    { due: "11-16 17:00", now: "11-16 08:30", bucket: "today", because: "this afternoon" },
    { due: "11-17 00:00", now: "11-16 23:59", bucket: "week", because: "tomorrow by the wall clock here" },
    { due: "11-22 23:59", now: "11-16 08:30", bucket: "week", because: "Sunday ends the week" },
    { due: "11-23 00:00", now: "11-16 08:30", bucket: "later", because: "Monday begins the next" },
    { due: "11-23 17:00", now: "11-22 10:00", bucket: "later", because: "on Sunday the week is over" },
  ])("$due seen at $now is $bucket: $because", ({ due, now, bucket }) => {
    expect(bucketsOf(at(due), at(now))).toEqual([bucket]);
  });

  test("is one of the four, whatever the moment, and the day tells the same as the minute", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 40 }),
        fc.integer({ min: 0, max: 60 * 24 * 40 }),
        (a, b) => {
          const [now, due] = [
            addMilliseconds(at("11-01 00:00"), a * 60_000),
            addMilliseconds(at("11-01 00:00"), b * 60_000),
          ];
          const [bucket, ...more] = bucketsOf(due, now);
          expect(more).toEqual([]);
          if (due >= now) expect(bucketOfDay(localTime(due).day, localTime(now).day)).toBe(bucket);
          else expect(bucket).toBe("overdue");
        },
      ),
    );
  });

  test("a day has what falls due on it and is not late yet", () => {
    const now = at("11-16 10:00");
    expect(dueOnDay(plainDate("2026-11-16"), now)).toEqual({ from: now, before: at("11-17 00:00") });
    const next = addDays(plainDate("2026-11-16"), 1);
    expect(daysBetween(plainDate("2026-11-16"), next)).toBe(1);
    expect(dueOnDay(next, now)).toEqual({ from: at("11-17 00:00"), before: at("11-18 00:00") });
  });
});
