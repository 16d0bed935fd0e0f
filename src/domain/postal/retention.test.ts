import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { forgetBefore, keptUntil, readRetention } from "./retention.ts";

const TERMS = { paperYears: 1, electronicYears: 5 };

describe("how long the post keeps what proves its work", () => {
  test.each([
    { on: "2026-11-16", paper: "2027-11-16", electronic: "2031-11-16", because: "from the day it was taken" },
    {
      on: "2028-02-29",
      paper: "2029-02-28",
      electronic: "2033-02-28",
      because: "a leap day has no birthday",
    },
  ])("$on: $because", ({ on, paper, electronic }) =>
    expect(keptUntil(plainDate(on), TERMS)).toEqual({ paper, electronic }),
  );

  test("what may be forgotten today was kept to its last day", () => {
    for (const day of ["2026-11-16", "2028-02-29", "2029-03-01", "2030-12-31"].map(plainDate)) {
      const before = forgetBefore(keptUntil(day, TERMS).electronic, TERMS);
      expect(before <= day).toBe(true);
    }
  });

  test("a file of another shape is refused with the place", () => {
    expect(() => readRetention({ ...TERMS, electronicYears: 0, mark: "sourced", source: "…" })).toThrow(
      "retention.electronicYears",
    );
  });
});
