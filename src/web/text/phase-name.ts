/** A label that is read as a number goes on after the word: 2, 3 mở rộng, II. */
const NUMBERED = /^(?:\d|[IVX]+(?![\p{L}]))/u;

/**
 * A phase by its label: one that is words stands in quotation marks, so that they do not run into the sentence.
 * @example phaseName("Giai đoạn", "3 mở rộng") → "Giai đoạn 3 mở rộng"
 * @example phaseName("Giai đoạn", "Sau khi được công nhận") → "Giai đoạn “Sau khi được công nhận”"
 */
export function phaseName(word: string, label: string): string {
  return NUMBERED.test(label) ? `${word} ${label}` : `${word} “${label}”`;
}
