import { type Result, done, refuse } from "./result.ts";

/**
 * What draws nothing, and comes along when a text is copied from a page, a contact or a message: joiners, zero-width
 * blanks, marks and overrides of direction, fillers. An override would also show a text in another order than it is kept.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;

/**
 * What nobody can read: controls, halves of characters, code points that stand for no character or for a lost one, an
 * accent on nothing, and accents piled up until they cover other lines.
 */
const UNREADABLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\ufffd]|(?:^|\s)\p{M}|\p{M}{5}/u;

const PLAIN = /^[\n\t -~]*$/;

/** A text without what draws nothing. @example visibleText("Lê\u200b Minh") → "Lê Minh" */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, "");
}

/**
 * A text that somebody typed or pasted, as it is kept: in NFC, with plain line ends, without what draws nothing. What is
 * empty then says nothing. Blanks stay as they are. Refused: a text with something that nobody can read.
 * @example readableText("Thiếu\u202e giấy\r\n") → done("Thiếu giấy\n")
 */
export function readableText(text: string): Result<string, "text_unreadable"> {
  if (PLAIN.test(text)) return done(text);
  const visible = visibleText(text).replace(LINE_ENDS, "\n").normalize("NFC");
  return UNREADABLE.test(visible) ? refuse("text_unreadable") : done(visible);
}
