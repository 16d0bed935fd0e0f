import { type Result, done, refuse } from "../shared/result.ts";
import { readableText, visibleText } from "../shared/readable-text.ts";
import { tidyText } from "../shared/vietnamese-text.ts";

/** Signs of one program's own, which another one shows as an empty box. */
const PRIVATE = /\p{Co}/u;

export const TEXT_PROBLEMS = ["text_empty", "text_too_long", "text_unreadable_character"] as const;
export type TextProblem = (typeof TEXT_PROBLEMS)[number];

/** A text without invisible marks, in NFC, with single blanks. @example cleanText("\ufeff A\r\n") → "A" */
export function cleanText(text: string): string {
  return tidyText(visibleText(text));
}

/** A text in which only what is typed counts: no blanks, full-width figures as plain ones, upper case. */
export function compactText(text: string): string {
  const folded = cleanText(text).normalize("NFKC").toUpperCase();
  // Some capitals come apart (ΐ); together again, so that the same text twice is the same text.
  return folded.replace(/\s/gu, "").normalize("NFC");
}

/**
 * One line that a person typed, cleaned. Length counts characters as people do, not UTF-16 units.
 * Refused: an empty line, one longer than `maxLength`, one with a character that no reader can show.
 * @example readLine("Ấp  Tân Bình ", 500) → done("Ấp Tân Bình")
 */
export function readLine(text: string, maxLength: number): Result<string, TextProblem> {
  const line = cleanText(text);
  if (line === "") return refuse("text_empty");
  if (PRIVATE.test(line) || !readableText(line).ok) return refuse("text_unreadable_character");
  const length = Array.from(line).length;
  if (length > maxLength) return refuse("text_too_long", { length, maxLength });
  return done(line);
}

/** A text that a form may not hold yet. */
export type Typed = string | null | undefined;

/** True when nothing that counts was typed. @example isEmpty(" \t") → true */
export function isEmpty(typed: Typed): boolean {
  return cleanText(typed ?? "") === "";
}
