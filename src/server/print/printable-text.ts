import type { Coverage } from "./font-coverage.ts";

/** A word of more letters than this gets places where the line may break. Vietnamese syllables have seven. */
const LONGEST_WORD = 30;
const BREAK_EVERY = 15;
const ZERO_WIDTH_SPACE = "\u200b";

const LINE_ENDS = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/gu;
/** Controls, and format characters (joiners, direction overrides): they draw nothing and can disguise a name. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u034f\ufe00-\ufe0f]/gu;
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;
const LONG_WORD = new RegExp(`\\S{${LONGEST_WORD + 1},}`, "gu");
const PIECE = new RegExp(`(?:.\\p{M}*){1,${BREAK_EVERY}}`, "gu");

/**
 * A text that the form's font can print on one line or many: NFC, white space as single spaces, invisible
 * characters left out, every character that the font lacks written as its Unicode number, and long words
 * given places to break, so that nothing runs off the paper and nothing is lost without a trace.
 * @example printableLine("Đặng 😀", covers) → "Đặng [U+1F600]"
 */
export function printableLine(text: string, covers: Coverage): string {
  return printable(text.replace(LINE_ENDS, " "), covers).replace(/\s+/gu, " ").trim();
}

/** As `printableLine`, and the line ends of the text stay, with at most one empty line between two lines. */
export function printableLines(text: string, covers: Coverage): string {
  return printable(text.replace(LINE_ENDS, "\n"), covers)
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

function printable(text: string, covers: Coverage): string {
  const visible = text
    .normalize("NFC")
    .replace(INVISIBLE, (character) => (character === "\n" || character === "\t" ? character : ""))
    .replace(PILED_MARKS, "$1");
  const drawn = Array.from(visible, (character) => drawable(character, covers)).join("");
  return drawn.replace(LONG_WORD, (word) => (word.match(PIECE) ?? []).join(ZERO_WIDTH_SPACE));
}

function drawable(character: string, covers: Coverage): string {
  if (/\s/u.test(character)) return character;
  const codePoint = character.codePointAt(0) ?? 0;
  const isPrivate = /\p{Co}/u.test(character);
  if (covers(codePoint) && !isPrivate) return character;
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}]`;
}
