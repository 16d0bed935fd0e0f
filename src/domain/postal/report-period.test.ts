import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { readReportPeriod, recentPeriods } from "./report-period.ts";

describe("the period of a report of the post", () => {
  test.each([
    { code: "2026-Q1", from: "2026-01-01", to: "2026-03-31", before: "2026-04-10", because: "a quarter" },
    {
      code: "2026-Q4",
      from: "2026-10-01",
      to: "2026-12-31",
      before: "2027-01-10",
      because: "over the year's end",
    },
    { code: "2028-Q1", from: "2028-01-01", to: "2028-03-31", before: "2028-04-10", because: "a leap year" },
    {
      code: "2026-H1",
      from: "2026-01-01",
      to: "2026-06-30",
      before: "2026-07-10",
      because: "before 10 July",
    },
    {
      code: "2026",
      from: "2026-01-01",
      to: "2026-12-31",
      before: "2027-01-10",
      because: "before 10 January",
    },
  ])("$code: $because", ({ code, from, to, before }) => {
    expect(readReportPeriod(code)).toMatchObject({ code, from, to, before });
  });

  test.each(["", "2026-Q5", "2026-Q0", "2026-H2", "1999", "26-Q1", "2026-Q1x", "2026-q1"])(
    "%s is none",
    (code) => expect(readReportPeriod(code)).toBeUndefined(),
  );

  test("the newest first, none that has not begun", () => {
    expect(recentPeriods(plainDate("2026-08-01")).map(({ code }) => code)).toEqual([
      "2026-Q3",
      "2026-H1",
      "2026-Q2",
      "2026-Q1",
      "2026",
      "2025-Q4",
      "2025-Q3",
      "2025-H1",
      "2025-Q2",
      "2025-Q1",
      "2025",
    ]);
  });
});
