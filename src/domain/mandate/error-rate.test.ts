import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorRate } from "./error-rate.ts";

describe("how often acts are wrong", () => {
  test.each([
    { judged: 10, wrong: 0, low: 0, high: 0.2775, because: "none of ten does not mean none" },
    { judged: 10, wrong: 10, low: 0.7225, high: 1, because: "the other way round" },
    { judged: 100, wrong: 5, low: 0.0215, high: 0.1118, because: "the textbook's example" },
    { judged: 1, wrong: 1, low: 0.2065, high: 1, because: "one act says little" },
  ])("is told with its interval for $wrong of $judged: $because", ({ judged, wrong, low, high }) => {
    const rate = errorRate({ judged, wrong });
    expect(rate.rate).toBe(wrong / judged);
    expect(rate.low).toBeCloseTo(low, 4);
    expect(rate.high).toBeCloseTo(high, 4);
  });

  test("is not said when nothing was judged", () => {
    expect(errorRate({ judged: 0, wrong: 0 })).toMatchObject({ rate: null, low: 0, high: 1 });
  });
});

test("the ends of the interval are where the observed share lies just at 1.96 deviations of the true one", () => {
  const counts = fc
    .integer({ min: 1, max: 5_000 })
    .chain((judged) =>
      fc.record({ judged: fc.constant(judged), wrong: fc.integer({ min: 0, max: judged }) }),
    );
  fc.assert(
    fc.property(counts, ({ judged, wrong }) => {
      const { rate, low, high } = errorRate({ judged, wrong });
      const share = rate ?? expect.unreachable();
      expect(low).toBeLessThanOrEqual(share);
      expect(high).toBeGreaterThanOrEqual(share);
      for (const end of [low, high].filter((one) => one > 0 && one < 1))
        expect(Math.abs(share - end) / Math.sqrt((end * (1 - end)) / judged)).toBeCloseTo(1.96, 3);
    }),
  );
});
