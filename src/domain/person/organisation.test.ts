import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTaxCode } from "./organisation.ts";

describe("a tax code as typed", () => {
  test.each([
    {
      typed: "0102595740",
      code: "0102595740",
      kind: "organisation10",
      branchCode: null,
      because: "the post's own",
    },
    {
      typed: " 0102 595 740\r",
      code: "0102595740",
      kind: "organisation10",
      branchCode: null,
      because: "blanks",
    },
    {
      typed: "0102595740-001",
      code: "0102595740-001",
      kind: "branch13",
      branchCode: "001",
      because: "a branch",
    },
    {
      typed: "0102595740001",
      code: "0102595740-001",
      kind: "branch13",
      branchCode: "001",
      because: "without dash",
    },
    {
      typed: "0102595740–001",
      code: "0102595740-001",
      kind: "branch13",
      branchCode: "001",
      because: "a long dash",
    },
    {
      typed: "087190001234",
      code: "087190001234",
      kind: "personal12",
      branchCode: null,
      because: "a household business since July 2025",
    },
  ])("$typed → $code ($kind): $because", ({ typed, code, kind, branchCode }) => {
    expect(readTaxCode(typed)).toEqual({ ok: true, value: { code, kind, branchCode, warnings: [] } });
  });

  test.each([
    { typed: "0102595741", warning: "tax_code_check_digit_differs", because: "the last digit does not fit" },
    { typed: "0102595741-001", warning: "tax_code_check_digit_differs", because: "nor a branch's" },
    { typed: "010259574", warning: "tax_code_shape_unusual", because: "nine digits" },
    { typed: "0102595740-01", warning: "tax_code_shape_unusual", because: "a branch of two digits" },
    {
      typed: "12/GP-UBND",
      warning: "tax_code_shape_unusual",
      because: "an association has only its licence",
    },
  ])("$typed is kept with $warning: $because", ({ typed, warning }) => {
    expect(readTaxCode(typed)).toMatchObject({ ok: true, value: { warnings: [warning] } });
  });

  test.each([
    { typed: "  ", code: "tax_code_empty", because: "nothing" },
    { typed: "chưa có", code: "tax_code_characters", because: "words with accents" },
    { typed: "1".repeat(31), code: "tax_code_too_long", because: "no code has so many" },
  ])("$typed is refused with $code: $because", ({ typed, code }) => {
    expect(readTaxCode(typed)).toMatchObject({ ok: false, code });
  });

  test("of nine first digits at most one last digit fits, and one digit mistyped is noticed", () => {
    const fits = (typed: string) => {
      const read = readTaxCode(typed);
      return read.ok && read.value.warnings.length === 0;
    };
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), fc.nat(8), fc.integer({ min: 1, max: 9 }), (head, at, by) => {
        const whole = Array.from("0123456789", (last) => head + last).filter(fits);
        expect(whole.length).toBeLessThanOrEqual(1);
        for (const code of whole) {
          const wrong = code.slice(0, at) + ((Number(code.charAt(at)) + by) % 10) + code.slice(at + 1);
          expect(fits(wrong)).toBe(false);
        }
      }),
    );
  });
});
