import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sketchOf } from "./round-sketch.ts";

const at = (latitude: number, longitude: number) => ({ latitude, longitude });

describe("the sketch of a round", () => {
  test.each([
    { points: [], because: "there is no point" },
    { points: [at(10.5, 105.6)], because: "one point lies nowhere to another" },
  ])("is not drawn: $because", ({ points }) => expect(sketchOf(points)).toBeNull());

  test("north is up, east is right, and the width says how far it is", () => {
    const sketch = sketchOf([at(10.5, 105.6), at(10.51, 105.61)]);
    const [first, second] = sketch?.points ?? [];
    expect(second?.y).toBeLessThan(first?.y ?? 0);
    expect(second?.x).toBeGreaterThan(first?.x ?? 1);
    // 0.01 degree of latitude are 1,113 m, with the edges 1,325 m.
    expect(sketch?.metres).toBeCloseTo(1325.2, 0);
  });

  test("doors of one house stand together in the middle", () => {
    const sketch = sketchOf([at(10.5, 105.6), at(10.5, 105.6)]);
    expect(sketch?.points).toEqual([
      { x: 0.5, y: (sketch?.height ?? 0) / 2 },
      { x: 0.5, y: (sketch?.height ?? 0) / 2 },
    ]);
  });

  test("every point is inside", () => {
    const degree = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const anywhere = fc.record({ latitude: degree(8.4, 23.4), longitude: degree(102.1, 109.5) });
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 2, maxLength: 12 }), (points) => {
        const sketch = sketchOf(points);
        for (const { x, y } of sketch?.points ?? []) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(1);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual((sketch?.height ?? 0) + 1e-9);
        }
      }),
    );
  });
});
