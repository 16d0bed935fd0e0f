import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dong, formatDong } from "./money.ts";

describe("an amount in đồng", () => {
  test.each([
    { amount: -1, because: "nobody owes less than nothing" },
    { amount: 0.5, because: "there is no half đồng" },
    { amount: Number.NaN, because: "that is no number" },
    { amount: Number.POSITIVE_INFINITY, because: "that is no amount" },
    { amount: 2 ** 53, because: "past this, sums are no longer exact" },
  ])("$amount is refused: $because", ({ amount }) => {
    expect(() => dong(amount)).toThrow(RangeError);
  });

  test.each([
    { amount: 0, shown: "0 đ" },
    { amount: 999, shown: "999 đ" },
    { amount: 8_000, shown: "8.000 đ" },
    { amount: 1_250_000, shown: "1.250.000 đ" },
    { amount: Number.MAX_SAFE_INTEGER, shown: "9.007.199.254.740.991 đ" },
  ])("$amount is shown as $shown", ({ amount, shown }) => {
    expect(formatDong(dong(amount))).toBe(shown);
  });

  test("the points part thousands and take nothing away", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (amount) => {
        const shown = formatDong(dong(amount));
        expect(shown).toMatch(/^\d{1,3}(\.\d{3})* đ$/);
        expect(Number(shown.replaceAll(".", "").replace(" đ", ""))).toBe(amount);
      }),
    );
  });
});
