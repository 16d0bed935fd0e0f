import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NumberSeries } from "./number-series.ts";

function seriesOf(numbers: readonly number[]): NumberSeries {
  const series = new NumberSeries();
  for (const number of numbers) series.add(number);
  return series;
}
const within = (runs: readonly (readonly [number, number])[]) =>
  runs.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));

describe("a series of numbers", () => {
  test.each([
    { given: [1, 2, 3], missing: [], doubled: [] },
    { given: [1, 2, 5], missing: [[3, 4]], doubled: [] },
    { given: [2, 1, 4, 3], missing: [], doubled: [] },
    { given: [1, 2, 2, 3], missing: [], doubled: [[2, 2]] },
    { given: [], missing: [[1, 5]], doubled: [] },
  ])("$given lacks $missing and has $doubled twice", ({ given, missing, doubled }) => {
    const series = seriesOf(given);
    expect(series.missing(1, series.highest || 5)).toEqual(missing);
    expect(series.doubled()).toEqual(doubled);
  });

  test("says of any numbers, in whatever order, which are missing and which came again", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 40 }), (given) => {
        const series = seriesOf(given);
        const all = Array.from({ length: 30 }, (_, at) => at + 1);
        expect(within(series.missing(1, 30))).toEqual(all.filter((one) => !given.includes(one)));
        const again = all.filter((one) => given.filter((number) => number === one).length > 1);
        expect([...new Set(within(series.doubled()))].toSorted((one, two) => one - two)).toEqual(again);
      }),
    );
  });
});
