import { type Result, done, refuse } from "../shared/result.ts";
import { compactText } from "./written-text.ts";

/** Enterprise code, code of its branch, personal number of a household business, another paper. */
export const TAX_CODE_KINDS = ["organisation10", "branch13", "personal12", "unknown"] as const;
export type TaxCodeKind = (typeof TAX_CODE_KINDS)[number];

export const TAX_CODE_PROBLEMS = ["tax_code_empty", "tax_code_characters", "tax_code_too_long"] as const;
export type TaxCodeProblem = (typeof TAX_CODE_PROBLEMS)[number];

export const TAX_CODE_WARNINGS = ["tax_code_shape_unusual", "tax_code_check_digit_differs"] as const;
export type TaxCodeWarning = (typeof TAX_CODE_WARNINGS)[number];

export interface TaxCode {
  /** `0312345678`, `0312345678-001` or twelve digits; an unusual one as typed, without blanks. */
  readonly code: string;
  readonly kind: TaxCodeKind;
  /** The three digits of a branch, null elsewhere. */
  readonly branchCode: string | null;
  readonly warnings: readonly TaxCodeWarning[];
}

/*
 * What the shapes and the check digit rest on. None of it was read in a source, so none of it may
 * block. [recalled] organisation id of 10 digits, branch +3; from 1/7/2025 the personal number stands
 * for the tax number of individuals; check digit by weights 31 29 23 19 17 13 7 5 3, modulo 11
 */

const CHECK_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];
const MAX_LENGTH = 30;

/**
 * A tax code or organisation id in its usual writing. Refused: nothing typed, a character that no code
 * has, more than 30 characters. An unusual shape or check digit only warns.
 * @example readTaxCode("0102595740 001") → { code: "0102595740-001", kind: "branch13", branchCode: "001" }
 */
export function readTaxCode(text: string): Result<TaxCode, TaxCodeProblem> {
  const typed = compactText(text)
    .replace(/[.]/g, "")
    .replace(/[‐‑–—]/gu, "-");
  if (typed === "") return refuse("tax_code_empty");
  if (!/^[A-Z0-9/-]+$/.test(typed)) return refuse("tax_code_characters");
  if (typed.length > MAX_LENGTH) return refuse("tax_code_too_long", { maxLength: MAX_LENGTH });
  if (/^\d{12}$/.test(typed))
    return done({ code: typed, kind: "personal12", branchCode: null, warnings: [] });
  const parts = /^(\d{10})(?:-?(\d{3}))?$/.exec(typed);
  const head = parts?.[1];
  if (head === undefined) {
    return done({ code: typed, kind: "unknown", branchCode: null, warnings: ["tax_code_shape_unusual"] });
  }
  const branchCode = parts?.[2] ?? null;
  return done({
    code: branchCode === null ? head : `${head}-${branchCode}`,
    kind: branchCode === null ? "organisation10" : "branch13",
    branchCode,
    warnings: checkDigitFits(head) ? [] : ["tax_code_check_digit_differs"],
  });
}

function checkDigitFits(tenDigits: string): boolean {
  const sum = CHECK_WEIGHTS.reduce((total, weight, at) => total + weight * Number(tenDigits.charAt(at)), 0);
  return 10 - (sum % 11) === Number(tenDigits.charAt(9));
}
