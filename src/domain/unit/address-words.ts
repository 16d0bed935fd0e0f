import { tidyText } from "../shared/vietnamese-text.ts";
import { type FoundKind, foldWord, foldedWords, kindOf } from "./unit-name.ts";

/** The most words that a name on the map has without its kind. */
const NAME_WORDS_MAX = 6;

/** A word of an address. */
export interface AddressWord {
  /** Folded, as the map's keys are. */
  readonly key: string;
  /** As typed, in small letters. */
  readonly typed: string;
  /** Where it begins in the tidied text. */
  readonly start: number;
  /** Which part between commas it is in. */
  readonly part: number;
}

export interface WrittenAddress {
  /** The text in NFC with single spaces. */
  readonly text: string;
  readonly words: readonly AddressWord[];
  /** Where each key of one to six words of one part stands, as [first word, word after the last]. */
  readonly spans: ReadonlyMap<string, readonly (readonly [number, number])[]>;
}

/** A number written onto its kind: P12, Q1. */
const GLUED = /^(p|q|f|tp|tx|tt|h|x|kp)(\d{1,2})$/u;
const WORD = /[\p{L}\p{M}\p{N}'’`]+/gu;
const PARTING = /[,;\n|]/u;

/**
 * The words of an address as a person typed it or a card says it, and every name that it could hold.
 * @example writtenAddress("Ấp 2, Bình Tấn").spans.get("binh tan") → [[2, 4]]
 */
export function writtenAddress(typed: string): WrittenAddress {
  const text = tidyText(typed.replaceAll("\n", ", "));
  const words: AddressWord[] = [];
  let part = 0;
  let behind = 0;
  for (const found of text.matchAll(WORD)) {
    if (PARTING.test(text.slice(behind, found.index))) part += 1;
    behind = found.index + found[0].length;
    words.push(...wordsIn(found[0], found.index, part));
  }
  return { text, words, spans: spansOf(words) };
}

function wordsIn(typed: string, start: number, part: number): AddressWord[] {
  const small = typed.toLowerCase();
  const key = foldedWords(small).join("");
  const glued = GLUED.exec(key);
  if (!glued) return [{ key, typed: small, start, part }];
  const [, kind = "", number = ""] = glued;
  return [
    { key: kind, typed: kind, start, part },
    { key: foldWord(number), typed: number, start: start + kind.length, part },
  ];
}

function spansOf(words: readonly AddressWord[]): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const spans = new Map<string, (readonly [number, number])[]>();
  for (const [from, first] of words.entries()) {
    let key = "";
    for (let end = from; end < Math.min(words.length, from + NAME_WORDS_MAX); end += 1) {
      const word = words[end];
      if (word?.part !== first.part) break;
      key = key === "" ? word.key : `${key} ${word.key}`;
      const known = spans.get(key);
      if (known) known.push([from, end + 1]);
      else spans.set(key, [[from, end + 1]]);
    }
  }
  return spans;
}

/** The kind word right before a name, of the same part. @example before "bình tấn" in "xã Bình Tấn" → commune */
export function kindBefore(words: readonly AddressWord[], at: number): FoundKind | undefined {
  const part = words[at]?.part;
  for (const length of [2, 1]) {
    const before = words.slice(Math.max(0, at - length), at);
    if (before.length < length || before.some((word) => word.part !== part)) continue;
    const found = kindOf(before.map((word) => word.key));
    if (found) return found;
  }
  return undefined;
}

/** Whether what was typed is, to a reader, how the name or its end is written. */
export function sameSpelling(typed: readonly string[], name: string): boolean {
  const wanted = name.toLowerCase().match(WORD) ?? [];
  return spellingOf(typed.join(" ")) === spellingOf(wanted.slice(-typed.length).join(" "));
}

/**
 * A text by which two writings of a name are the same to a reader: in small letters, the tone after its word, so that
 * it may stand on either vowel, and the letters that are written both ways as one; with all other diacritics.
 * @example spellingOf("Hòa") === spellingOf("hoà")
 */
export function spellingOf(text: string): string {
  return (text.toLowerCase().match(WORD) ?? []).map(spellingOfWord).join(" ");
}

function spellingOfWord(word: string): string {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
  const open = word.normalize("NFD").replace(/['’`]/gu, "");
  return foldWord(open.replace(tones, "")).normalize("NFC") + (open.match(tones) ?? []).join("");
}

/** Whether anybody who typed this meant diacritics. */
export function hasDiacritics(text: string): boolean {
  return /[\u0300-\u036fđ]/iu.test(text.normalize("NFD"));
}
