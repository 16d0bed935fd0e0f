/** Controls of a terminal, line ends of every kind, and signs without a shape, such as those that turn the writing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Words of a file or of a person as one line that does nothing but be read: no escape that a terminal obeys, no line
 * that looks like one of ours. What cannot be seen is written as JSON writes it, so that JSON stays the same JSON.
 * @example visible("A\u001b[2J\nB") → "A\\u001b[2J\\u000aB"
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, (sign) =>
    Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at))
      .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
