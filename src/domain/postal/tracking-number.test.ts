import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTrackingNumber, s10CheckDigit, s10Number, splitNumbers } from "./tracking-number.ts";

describe("the check digit", () => {
  test.each([
    { serial: "47312482", digit: 9, because: "it is the standard's worked example" },
    { serial: "12345678", digit: 5, because: "the sum is 204, six over a multiple of eleven" },
    { serial: "00000000", digit: 5, because: "eleven less nothing is eleven, which becomes 5" },
    { serial: "00000040", digit: 8, because: "36 leaves 3" },
    { serial: "10000001", digit: 7, because: "8 and 7 are 15, which leaves 4" },
    { serial: "00100002", digit: 4, because: "4 and 14 are 18, which leaves 7" },
    { serial: "00000009", digit: 3, because: "63 leaves 8" },
    { serial: "00000003", digit: 1, because: "21 leaves 10" },
    { serial: "00000008", digit: 0, because: "56 leaves 1, and ten becomes 0" },
  ])("of $serial is $digit, because $because", ({ serial, digit }) => {
    expect(s10CheckDigit(serial)).toBe(digit);
  });

  // Another way to the same figure: the digit for which the weighted sum with it falls on a multiple of eleven.
  test("finds every slip of one digit, but for those that the standard's 0 and 5 let pass", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.nat(7),
        fc.integer({ min: 1, max: 9 }),
        (serial, at, by) => {
          const digits = String(serial).padStart(8, "0");
          const slipped = `${digits.slice(0, at)}${(Number(digits[at]) + by) % 10}${digits.slice(at + 1)}`;
          expect(bySearch(digits)).toBe(s10CheckDigit(digits));
          const [right, wrong] = [s10CheckDigit(digits), s10CheckDigit(slipped)];
          if (![0, 5].includes(right)) expect(wrong).not.toBe(right);
        },
      ),
    );
  });
});

/** The oracle: counts up until the sum closes, as one does on paper. */
function bySearch(digits: string): number {
  let sum = 0;
  for (const [at, weight] of [8, 6, 4, 2, 3, 5, 9, 7].entries())
    for (let times = 0; times < Number(digits[at]); times += 1) sum += weight;
  let digit = 1;
  while ((sum + digit) % 11 !== 0) digit += 1;
  return digit === 10 ? 0 : digit === 11 ? 5 : digit;
}

test.each([
  { typed: "RR473124829VN", form: "s10", warning: null, because: "the digit agrees" },
  { typed: " rr 4731 2482 9 vn ", form: "s10", warning: null, because: "people write in groups" },
  { typed: "EE123456789VN", form: "s10", warning: "checkDigitDiffers", because: "the digit would be 5" },
  { typed: "RR473124829DE", form: "s10", warning: null, because: "another country's post checks alike" },
  {
    typed: "VTP-2026/11.009",
    form: "foreign",
    warning: "notS10",
    because: "other carriers number otherwise",
  },
])("$typed is taken, because $because", ({ typed, form, warning }) => {
  const read = readTrackingNumber(typed);
  expect(read).toMatchObject({ ok: true, value: { form, warning } });
});

test.each(["", "   ", "AB", "EE12345678\u0000VN", "mã số 12", "=HYPERLINK(1)", "A".repeat(36)])(
  "%j is no number that a carrier prints",
  (typed) => {
    expect(readTrackingNumber(typed)).toMatchObject({ ok: false, code: "tracking_number_unreadable" });
  },
);

test.each([
  { typed: "PA 123 456 785 VN", numbers: ["PA123456785VN"], because: "slips print it with blanks" },
  {
    typed: "pa123456785vn PA 123456799 VN",
    numbers: ["PA123456785VN", "PA123456799VN"],
    because: "two in a line",
  },
  {
    typed: "X-1 X-2\n\n X-3 ,X-4;",
    numbers: ["X-1", "X-2", "X-3", "X-4"],
    because: "other numbers have no blanks",
  },
  { typed: " \n,", numbers: [], because: "nothing was typed" },
])("$typed is a list of $numbers: $because", ({ typed, numbers }) => {
  expect(splitNumbers(typed)).toEqual(numbers);
});

test("every number that is issued reads as right", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (serial) => {
      const number = s10Number({ service: "PA", country: "VN" }, serial);
      expect(number).toHaveLength(13);
      expect(readTrackingNumber(number)).toMatchObject({ ok: true, value: { form: "s10", warning: null } });
    }),
  );
});
