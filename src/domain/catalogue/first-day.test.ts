import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "../shared/plain-date.ts";
import { earliestFirstDay, proposedFirstDay } from "./first-day.ts";

test.each([
  {
    because: "a version that began long ago may end today",
    today: "2026-11-21",
    newest: "2025-07-01",
    earliest: "2026-11-21",
    proposed: "2026-11-22",
  },
  {
    because: "one that began today has had its day when the next begins tomorrow",
    today: "2026-11-21",
    newest: "2026-11-21",
    earliest: "2026-11-22",
    proposed: "2026-11-22",
  },
  {
    because: "one that is still to come has its day first",
    today: "2026-11-21",
    newest: "2027-01-01",
    earliest: "2027-01-02",
    proposed: "2027-01-02",
  },
])("$because", ({ today, newest, earliest, proposed }) => {
  expect(earliestFirstDay(plainDate(today), plainDate(newest))).toBe(earliest);
  expect(proposedFirstDay(plainDate(today), plainDate(newest))).toBe(proposed);
});

test("it is never in the past, never before the newest version has had a day, and no later than one of the two asks", () => {
  const day = fc.integer({ min: 0, max: 1_000 }).map((days) => addDays(plainDate("2026-01-01"), days));
  fc.assert(
    fc.property(day, day, (today, newest) => {
      const earliest = earliestFirstDay(today, newest);
      expect(earliest >= today && earliest > newest).toBe(true);
      expect(addDays(earliest, -1) < today || addDays(earliest, -1) <= newest).toBe(true);
      expect(proposedFirstDay(today, newest) >= earliest).toBe(true);
    }),
  );
});
