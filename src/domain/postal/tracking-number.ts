import { type Result, done, invariant, refuse } from "../shared/result.ts";

/**
 * What a scanned or typed waybill number is. An S10 number checks itself; what carriers print besides is taken as it
 * stands, with a warning, because a number that the carrier really uses must never be barred at the counter.
 */
export type ReadTrackingNumber =
  | { readonly number: string; readonly form: "s10"; readonly warning: null }
  | { readonly number: string; readonly form: "s10"; readonly warning: "checkDigitDiffers" }
  | { readonly number: string; readonly form: "foreign"; readonly warning: "notS10" };

/** Letters and digits, as long as carriers in practice print them. */
const FOREIGN = /^[0-9A-Z](?:[0-9A-Z/.-]{3,34})$/;
const S10 = /^([A-Z]{2})(\d{8})(\d)([A-Z]{2})$/;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

const SERIALS = 100_000_000;

/**
 * The check digit of an S10 number: eleven less the weighted sum modulo eleven; ten becomes 0, eleven becomes 5.
 *
 * @param serial eight digits
 * @rule TRACKING-01
 * @example s10CheckDigit("47312482") → 9
 */
export function s10CheckDigit(serial: string): number {
  invariant(/^\d{8}$/.test(serial), "a serial number of S10 has eight digits");
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(serial[at]), 0);
  const digit = 11 - (sum % 11);
  return digit === 10 ? 0 : digit === 11 ? 5 : digit;
}

/**
 * The whole number for a serial of a series.
 *
 * @param series service indicator of two letters and the country, such as `{ service: "PA", country: "VN" }`
 * @param serial 0 to 99,999,999
 * @rule TRACKING-01
 * @example s10Number({ service: "EE", country: "VN" }, 12345678) → "EE123456785VN"
 */
export function s10Number(
  series: { readonly service: string; readonly country: string },
  serial: number,
): string {
  invariant(Number.isInteger(serial) && serial >= 0 && serial < SERIALS, "a serial of S10 has eight digits");
  const digits = String(serial).padStart(8, "0");
  return `${series.service}${digits}${s10CheckDigit(digits)}${series.country}`;
}

/**
 * Reads what a scanner or a person wrote: blanks are dropped, letters are capitals. Only what no carrier could have
 * printed is refused.
 *
 * @rule TRACKING-01
 * @example readTrackingNumber("ee 123 456 789 vn") → the number, form "s10", warning "checkDigitDiffers"
 */
export function readTrackingNumber(typed: string): Result<ReadTrackingNumber, "tracking_number_unreadable"> {
  const number = typed.replace(/\s+/g, "").toUpperCase();
  const [, , serial, digit] = S10.exec(number) ?? [];
  if (serial !== undefined) {
    const right = s10CheckDigit(serial) === Number(digit);
    return done({ number, form: "s10", warning: right ? null : "checkDigitDiffers" });
  }
  if (!FOREIGN.test(number)) return refuse("tracking_number_unreadable");
  return done({ number, form: "foreign", warning: "notS10" });
}

const SPACED_S10 = /[A-Za-z]{2}(?:\s*\d){9}\s*[A-Za-z]{2}/g;

/**
 * The numbers of a list that somebody typed or pasted, one to a line, or set apart by commas or blanks. Blanks within an
 * S10 number, as slips print them, set nothing apart.
 *
 * @example splitNumbers("PA 123 456 785 VN, X-1 X-2") → ["PA123456785VN", "X-1", "X-2"]
 */
export function splitNumbers(typed: string): readonly string[] {
  return typed.split(/[\n,;]+/).flatMap((part) => {
    const spaced = part.match(SPACED_S10) ?? [];
    if (part.replace(SPACED_S10, "").trim() === "")
      return spaced.map((number) => number.replace(/\s+/g, "").toUpperCase());
    return part.split(/\s+/).filter((number) => number !== "");
  });
}
