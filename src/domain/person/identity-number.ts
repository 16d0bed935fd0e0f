import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import { identityProvince } from "./identity-provinces.ts";
import { compactText } from "./written-text.ts";

export const SEXES = ["male", "female"] as const;
export type Sex = (typeof SEXES)[number];

/** Personal number (số định danh), old identity card (CMND), passport (hộ chiếu), another paper. */
export const IDENTITY_KINDS = ["personalNumber12", "oldIdentityCard9", "passport", "unknown"] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

export const IDENTITY_PROBLEMS = [
  "identity_number_empty",
  "identity_number_characters",
  "identity_number_too_long",
  "identity_kind_not_listed",
] as const;
export type IdentityProblem = (typeof IDENTITY_PROBLEMS)[number];

export const IDENTITY_WARNINGS = [
  "identity_kind_unknown",
  "identity_length_unusual",
  "identity_letters_unusual",
  "identity_province_unknown",
  "identity_century_unusual",
  "identity_birth_year_differs",
  "identity_sex_differs",
] as const;
export type IdentityWarning = (typeof IDENTITY_WARNINGS)[number];

/*
 * What the checks rest on. There is no check digit, so none of it may block a person. [recalled] 3
 * digits province or country, 1 century and sex, 2 year of birth, 6 random; that the first six carry
 * this is sourced (TNT/559fb6), their order is recalled
 */

const MAX_LENGTH = 30;

/** @example normaliseIdentityNumber(" 087 190.001.234") → "087190001234" */
export function normaliseIdentityNumber(text: string): string {
  return compactText(text).replaceAll(".", "");
}

/**
 * A number of an identity paper in its normalised form. Refused only when nothing was typed, when a
 * character stands in it that no such number has, or past 30 characters; all else is for warnings.
 */
export function readIdentityNumber(text: string): Result<string, IdentityProblem> {
  const number = normaliseIdentityNumber(text);
  if (number === "") return refuse("identity_number_empty");
  if (!/^[A-Z0-9/-]+$/.test(number)) return refuse("identity_number_characters");
  if (number.length > MAX_LENGTH) return refuse("identity_number_too_long", { maxLength: MAX_LENGTH });
  return done(number);
}

/**
 * What kind of number the shape suggests; the form may overrule it, since a passport can be nine digits.
 * @example identityNumberKind("087190001234") → "personalNumber12"
 */
export function identityNumberKind(number: string): IdentityKind {
  if (/^\d{12}$/.test(number)) return "personalNumber12";
  if (/^\d{9}$/.test(number)) return "oldIdentityCard9";
  return /^(?=.*[A-Z])(?=.*\d)[A-Z0-9]{6,9}$/.test(number) ? "passport" : "unknown";
}

/** What a personal number says of its bearer, by the recalled rule; undefined when it is not 12 digits. */
export function identityNumberParts(number: string) {
  if (!/^\d{12}$/.test(number)) return undefined;
  const century = Number(number.charAt(3));
  return {
    provinceCode: number.slice(0, 3),
    sex: century % 2 === 0 ? "male" : "female",
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
  } as const;
}

export interface IdentityCheck {
  /** Normalised. */
  readonly number: string;
  readonly kind: IdentityKind;
  readonly birthDate?: PlainDate | null | undefined;
  readonly sex?: Sex | null | undefined;
}

/**
 * What a clerk should look at twice in an identity number. Warnings never block: the rules are recalled,
 * there is no check digit, old numbers keep the codes of provinces that were merged.
 * @rule IDENTITY-01
 * @example number 087190001234 with a birth date in 1991 → ["identity_birth_year_differs"]
 */
export function checkIdentityNumber(check: IdentityCheck): readonly IdentityWarning[] {
  const warnings = shapeWarnings(check.number, check.kind);
  return check.kind === "personalNumber12" ? [...warnings, ...contentWarnings(check)] : warnings;
}

const SHAPES = {
  personalNumber12: { lengths: [12], digitsOnly: true },
  // Nine digits, and twelve on the last ones that were issued before the citizen card.
  oldIdentityCard9: { lengths: [9, 12], digitsOnly: true },
  passport: { lengths: [6, 7, 8, 9], digitsOnly: false },
} as const;

function shapeWarnings(number: string, kind: IdentityKind): IdentityWarning[] {
  if (kind === "unknown") return ["identity_kind_unknown"];
  const shape: { readonly lengths: readonly number[]; readonly digitsOnly: boolean } = SHAPES[kind];
  const warnings: IdentityWarning[] = [];
  if (!shape.lengths.includes(number.length)) warnings.push("identity_length_unusual");
  if (shape.digitsOnly && !/^\d*$/.test(number)) warnings.push("identity_letters_unusual");
  return warnings;
}

/** A fourth digit from 4 on would mean a birth after 2099. */
const LAST_BIRTH_YEAR = 2099;

function contentWarnings({ number, birthDate, sex }: IdentityCheck): IdentityWarning[] {
  const parts = identityNumberParts(number);
  if (!parts) return [];
  const warnings: IdentityWarning[] = [];
  if (!identityProvince(parts.provinceCode)) warnings.push("identity_province_unknown");
  if (parts.birthYear > LAST_BIRTH_YEAR) warnings.push("identity_century_unusual");
  if (birthDate && Number(birthDate.slice(0, 4)) !== parts.birthYear)
    warnings.push("identity_birth_year_differs");
  if (sex && sex !== parts.sex) warnings.push("identity_sex_differs");
  return warnings;
}
