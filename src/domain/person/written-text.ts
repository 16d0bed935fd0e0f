import { type Result, done, refuse } from "../shared/result.ts";
import { tidyText } from "../shared/vietnamese-text.ts";

/** Invisible marks that come along when a text is copied from a page or typed by a scanner. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/** Control and direction marks, halves of characters, and the sign that stands for a lost character. */
const UNREADABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\ufffd]/u;

export const TEXT_PROBLEMS = ["text_empty", "text_too_long", "text_unreadable_character"] as const;
export type TextProblem = (typeof TEXT_PROBLEMS)[number];

/** A text without invisible marks, in NFC, with single blanks. @example cleanText("\ufeff A\r\n") → "A" */
export function cleanText(text: string): string {
  return tidyText(text.replace(INVISIBLE, ""));
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
  if (UNREADABLE.test(line)) return refuse("text_unreadable_character");
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
