import { addDays, plainDate } from "#domain/shared/plain-date.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timelineOf } from "./timeline.ts";

const FIRST = plainDate("2018-01-01");
const period = fc.tuple(fc.nat(2000), fc.option(fc.nat(900))).map(([from, length]) => ({
  validFrom: addDays(FIRST, from),
  validTo: length === null ? null : addDays(FIRST, from + length),
}));

describe("the timeline of a programme", () => {
  test("every bar and the day lie within the picture, and bars stand in the order of their first days", () => {
    fc.assert(
      fc.property(fc.array(period), fc.nat(3000), (bars, at) => {
        const line = timelineOf(bars, addDays(FIRST, at));
        expect(line.day).toBeGreaterThanOrEqual(0);
        expect(line.day).toBeLessThanOrEqual(100);
        for (const { at: bar } of line.bars) {
          expect(bar.start).toBeGreaterThanOrEqual(0);
          expect(bar.start + bar.width).toBeLessThanOrEqual(101);
        }
        const byDay = line.bars.toSorted((a, b) => (a.of.validFrom < b.of.validFrom ? -1 : 1));
        for (const [index, bar] of byDay.entries())
          expect(bar.at.start).toBeGreaterThanOrEqual(byDay[index - 1]?.at.start ?? 0);
      }),
    );
  });

  test("each new year within the picture has its line", () => {
    const bars = [{ validFrom: "2018-10-01", validTo: "2020-04-20" }];
    expect(timelineOf(bars, plainDate("2019-06-01")).years.map(({ year }) => year)).toEqual([2019, 2020]);
  });
});
