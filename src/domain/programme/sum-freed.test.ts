import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { sumFreed } from "./sum-freed.ts";

const line = fc.record({
  persons: fc.integer({ min: 1, max: 9 }),
  freedOn: fc.constantFrom("2019-12-31", "2020-01-01", "2021-06-30").map((day) => plainDate(day)),
  phaseId: fc.constantFrom("1", "2", null),
  withdrawn: fc.boolean(),
});

describe("sums of staff freed", () => {
  test("every line that stands counts once in each sum, and a withdrawn one in none", () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const sums = sumFreed(lines);
        const standing = lines.filter(({ withdrawn }) => !withdrawn);
        const all = standing.flatMap(({ persons }) => Array.from({ length: persons }));
        expect(sums.persons).toBe(all.length);
        for (const part of [sums.byPhase, sums.byYear])
          expect(part.flatMap(({ persons }) => Array.from({ length: persons }))).toHaveLength(all.length);
        for (const { phaseId, persons } of sums.byPhase)
          expect(standing.filter((one) => one.phaseId === phaseId).map((one) => one.persons)).toSatisfy(
            (found: number[]) => found.reduce((sum, one) => sum + one, 0) === persons,
          );
      }),
    );
  });

  test("years come the newest first", () => {
    const of = (day: string) => ({ persons: 1, freedOn: plainDate(day), phaseId: null, withdrawn: false });
    expect(
      sumFreed([of("2019-01-01"), of("2021-01-01"), of("2020-01-01")]).byYear.map(({ year }) => year),
    ).toEqual([2021, 2020, 2019]);
  });
});
