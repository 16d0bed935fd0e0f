import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { equalData } from "./equal-data.ts";

interface Case {
  readonly one: unknown;
  readonly other: unknown;
  readonly equal: boolean;
  readonly because: string;
}

test.each<Case>([
  { one: { a: 1, b: [2] }, other: { b: [2], a: 1 }, equal: true, because: "the order of keys says nothing" },
  { one: [1, 2], other: [2, 1], equal: false, because: "the order of a list does" },
  { one: { a: undefined }, other: {}, equal: true, because: "a key without a value is not there" },
  { one: { a: null }, other: {}, equal: false, because: "null is a value" },
  { one: [], other: {}, equal: false, because: "a list is no record" },
  { one: { toString: 1 }, other: {}, equal: false, because: "what every object inherits is not its own" },
  { one: "1", other: 1, equal: false, because: "a text is no number" },
])("$because", ({ one, other, equal }) => {
  expect(equalData(one, other)).toBe(equal);
  expect(equalData(other, one)).toBe(equal);
});

test("agrees with the comparison of the runtime on any two values of JSON", () => {
  const small = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(small, small, (one, other) => {
      // Both through JSON, which has no minus nought.
      const [a, b]: unknown[] = [JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))];
      expect(equalData(a, b)).toBe(isDeepStrictEqual(a, b));
      expect(equalData(a, JSON.parse(JSON.stringify(a)))).toBe(true);
    }),
  );
});
