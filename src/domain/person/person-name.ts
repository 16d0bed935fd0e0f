import { type Result, done, refuse } from "../shared/result.ts";
import { tidyText } from "../shared/vietnamese-text.ts";
import { readLine } from "./written-text.ts";

export const NAME_PROBLEMS = [
  "name_empty",
  "name_too_long",
  "name_unreadable_character",
  "name_no_letter",
] as const;
export type NameProblem = (typeof NAME_PROBLEMS)[number];

export const NAME_WARNINGS = ["name_has_digit"] as const;
export type NameWarning = (typeof NAME_WARNINGS)[number];

const NAME_MAX_LENGTH = 200;

export interface ReadName {
  readonly name: string;
  readonly warnings: readonly NameWarning[];
}

const PROBLEM_OF_LINE = {
  text_empty: "name_empty",
  text_too_long: "name_too_long",
  text_unreadable_character: "name_unreadable_character",
} as const;

/**
 * A name as a person or an organisation writes it: NFC, single blanks, at most 200 characters, with at
 * least one letter. The case is kept. A digit in it only warns: some legal names have one.
 * @example readPersonName(" Nguyễn  Văn A\r") → done({ name: "Nguyễn Văn A", warnings: [] })
 */
export function readPersonName(text: string): Result<ReadName, NameProblem> {
  return readName(text, { digitsWarn: true });
}

/** The same for an organisation, where digits are usual ("Trường Tiểu học Thanh Bình 1"). */
export function readOrganisationName(text: string): Result<ReadName, NameProblem> {
  return readName(text, { digitsWarn: false });
}

function readName(text: string, rule: { readonly digitsWarn: boolean }): Result<ReadName, NameProblem> {
  const line = readLine(text, NAME_MAX_LENGTH);
  if (!line.ok) return refuse(PROBLEM_OF_LINE[line.code], line.details);
  if (!/\p{L}/u.test(line.value)) return refuse("name_no_letter");
  const warnings: NameWarning[] = rule.digitsWarn && /\p{Nd}/u.test(line.value) ? ["name_has_digit"] : [];
  return done({ name: line.value, warnings });
}

/** The first letter of each word; an apostrophe or a hyphen starts one too: H'Hen, Lê-Nguyễn. */
const WORD_START = /(^|[\s'’\-–(])(\p{L})/gu;

/**
 * A name in capitals (as cards print it) or in small letters, written as Vietnamese names are. A name
 * that already mixes both is left alone: its bearer knows better.
 * @example properName("NGUYỄN VĂN A") → "Nguyễn Văn A"
 */
export function properName(name: string): string {
  const tidy = tidyText(name);
  if (tidy !== tidy.toUpperCase() && tidy !== tidy.toLowerCase()) return tidy;
  return tidy
    .toLowerCase()
    .replace(WORD_START, (_, before: string, letter: string) => before + letter.toUpperCase());
}
