import type { ProcedureContent } from "./procedure.ts";
import type { Warning } from "./warnings.ts";

/**
 * How many bytes of UTF-8 the name of a procedure may have: the lists are sorted by an index, and a row of an index
 * of PostgreSQL holds at most 2,704 bytes. The longest name that the portal published has 769.
 */
export const NAME_BYTES_MAX = 2600;

/**
 * What no text of its kind is likely to have, in letters. The longest that the portal published in July 2026: name
 * 586, field 118, result 400, paper 4,716, requirements 13,498.
 */
const LETTERS_MAX = { name: 1000, field: 300, result: 1000, paper: 10_000, requirements: 50_000 } as const;

/** At most this many bytes of UTF-8; a half of a pair counts as a whole letter. @example utf8Bytes("Đỗ") → 5 */
export function utf8Bytes(text: string): number {
  const beyondAscii = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  const beyondTwo = text.match(/[\u0800-\uffff]/g)?.length ?? 0;
  return text.length + beyondAscii + beyondTwo;
}

/** Why a name above {@link NAME_BYTES_MAX} is none. */
export function nameFault(name: string): string {
  return `record.name: ${name.length} letters are no name; at most ${NAME_BYTES_MAX} bytes are kept`;
}

/** How much of a text that is too long stands in its warning. */
const WORDS_MAX = 200;

/** A warning for each text of a content that is longer than is likely; the text itself stays whole. */
export function textsTooLong(content: ProcedureContent, fieldName: string): readonly Warning[] {
  const texts: readonly (readonly [path: string, text: string, lettersMax: number])[] = [
    ["name", content.name, LETTERS_MAX.name],
    ["fieldCode", fieldName, LETTERS_MAX.field],
    ...content.results.map(({ name }, at) => [`results[${at}]`, name, LETTERS_MAX.result] as const),
    ...content.papers.map(({ name }, at) => [`papers[${at}]`, name, LETTERS_MAX.paper] as const),
    ["requirements", content.requirements ?? "", LETTERS_MAX.requirements],
  ];
  return texts
    .filter(([, text, lettersMax]) => text.length > lettersMax)
    .map(([path, text]) => ({ kind: "textTooLong", path, words: `${text.slice(0, WORDS_MAX)}…` }));
}
