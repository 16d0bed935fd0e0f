import { type Result, done, refuse } from "../shared/result.ts";
import { compactText } from "./written-text.ts";

export const PHONE_KINDS = ["mobile", "landline", "hotline", "foreign", "unknown"] as const;
export type PhoneKind = (typeof PHONE_KINDS)[number];

export const PHONE_PROBLEMS = ["phone_empty", "phone_characters", "phone_too_long"] as const;
export type PhoneProblem = (typeof PHONE_PROBLEMS)[number];

export const PHONE_WARNINGS = ["phone_shape_unusual", "phone_zero_added", "phone_old_prefix"] as const;
export type PhoneWarning = (typeof PHONE_WARNINGS)[number];

export interface Phone {
  /** As dialled in Việt Nam: `0…`, a hotline as it is, a foreign number with its `+`. */
  readonly number: string;
  /** `+84…`; null where none can be given (hotlines are not dialled from abroad, unusual shapes). */
  readonly e164: string | null;
  readonly kind: PhoneKind;
  readonly warnings: readonly PhoneWarning[];
}

/*
 * Shapes of numbers in Việt Nam. They change by decision of the ministry, so they only warn.
 * [recalled] mobile 10 digits, landline 02… 10 to 11, hotlines 1900/1800
 */
const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{8,9}$/;
const HOTLINE = /^1[89]00\d{4,6}$/;
/** A mobile number whose leading zero a spreadsheet dropped. */
const WITHOUT_ZERO = /^[35789]\d{8}$/;
/** Eleven digits, replaced in 2018 by ten. */
const OLD_MOBILE = /^01[2689]\d{8}$/;

/** E.164 allows 15 digits; `00` in front makes 17. */
const MAX_DIGITS = 17;

/**
 * A phone number that a person typed, with blanks, dots, dashes, brackets, and +84, 0084 or 84 in front.
 * Refused: nothing typed, a character that no number has, more than 17 digits. Unusual shapes only warn.
 * @example readPhone("+84 912.345.678") → { number: "0912345678", e164: "+84912345678", kind: "mobile" }
 */
export function readPhone(text: string): Result<Phone, PhoneProblem> {
  const typed = compactText(text).replace(/[.\-‐‑–—()]/gu, "");
  if (typed === "" || typed === "+") return refuse("phone_empty");
  if (!/^\+?\d+$/.test(typed)) return refuse("phone_characters");
  if (typed.length > MAX_DIGITS) return refuse("phone_too_long", { maxDigits: MAX_DIGITS });
  const abroad = /^(?:\+|00)(?!84)(\d+)$/.exec(typed)?.[1];
  return done(abroad === undefined ? phoneInVietnam(withoutCountry(typed)) : foreignPhone(abroad));
}

/** The number as dialled inside the country. A bare 84 is a country code only when enough digits follow. */
function withoutCountry(typed: string): string {
  const rest = /^(?:\+84|0084|84(?=\d{9}))0?(\d+)$/.exec(typed)?.[1];
  if (rest === undefined) return typed;
  return HOTLINE.test(rest) ? rest : `0${rest}`;
}

function phoneInVietnam(number: string): Phone {
  const usual = (kind: PhoneKind): Phone => ({ number, e164: `+84${number.slice(1)}`, kind, warnings: [] });
  if (MOBILE.test(number)) return usual("mobile");
  if (LANDLINE.test(number)) return usual("landline");
  if (HOTLINE.test(number)) return { number, e164: null, kind: "hotline", warnings: [] };
  if (WITHOUT_ZERO.test(number)) {
    return { number: `0${number}`, e164: `+84${number}`, kind: "mobile", warnings: ["phone_zero_added"] };
  }
  const warning = OLD_MOBILE.test(number) ? "phone_old_prefix" : "phone_shape_unusual";
  return { number, e164: null, kind: "unknown", warnings: [warning] };
}

function foreignPhone(digits: string): Phone {
  const usual = /^[1-9]\d{6,14}$/.test(digits);
  const number = `+${digits}`;
  return {
    number,
    e164: usual ? number : null,
    kind: "foreign",
    warnings: usual ? [] : ["phone_shape_unusual"],
  };
}
