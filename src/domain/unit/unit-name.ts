import { searchKey, tidyText } from "../shared/vietnamese-text.ts";
import type { UnitKind } from "./administrative-unit.ts";

/** On which level of the map a kind word stands; a city may be a province or a part of one. */
export type UnitLevel = "province" | "district" | "commune";

interface KindWords {
  /** As the name of a unit begins, in full. */
  readonly full: string;
  /** Folded, as people shorten it in an address; the full words are among them. */
  readonly short: readonly string[];
  readonly kinds: readonly UnitKind[];
  readonly levels: readonly UnitLevel[];
}

const KIND_WORDS: readonly KindWords[] = [
  {
    full: "Thành phố",
    short: ["thanh pho", "tp"],
    kinds: ["centralCity", "provincialCity"],
    levels: ["province", "district"],
  },
  { full: "Tỉnh", short: ["tinh", "t"], kinds: ["province"], levels: ["province"] },
  { full: "Quận", short: ["quan", "q"], kinds: ["urbanDistrict"], levels: ["district"] },
  { full: "Huyện", short: ["huien", "huien dao", "h"], kinds: ["district"], levels: ["district"] },
  { full: "Thị xã", short: ["thi xa", "tx"], kinds: ["town"], levels: ["district"] },
  { full: "Thị trấn", short: ["thi tran", "tt"], kinds: ["township"], levels: ["commune"] },
  { full: "Phường", short: ["phuong", "p", "f"], kinds: ["ward"], levels: ["commune"] },
  { full: "Đặc khu", short: ["dac khu"], kinds: ["specialZone"], levels: ["commune"] },
  { full: "Xã", short: ["xa", "x"], kinds: ["commune"], levels: ["commune"] },
];

/** A kind word that stands before a name, and how many words it takes. */
export interface FoundKind {
  readonly kinds: readonly UnitKind[];
  readonly levels: readonly UnitLevel[];
  readonly words: number;
}

/** Folded words of a text; see {@link foldWord}. @example foldedWords("Xã Mỹ Thọ") → ["xa", "mi", "tho"] */
export function foldedWords(text: string): readonly string[] {
  return searchKey(text)
    .replace(/['’`]/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(foldWord);
}

/**
 * One word without what people write both ways: y and i (Quy Nhơn, Qui Nhơn), k and c at the end (Đắk Lắk, Đắc
 * Lắc), zeros before a number (Phường 01). The word comes without diacritics, in lower case.
 */
export function foldWord(word: string): string {
  return word
    .replace(/^0+(?=\d)/, "")
    .replaceAll("y", "i")
    .replace(/k$/, "c");
}

/**
 * The key under which a place is found in an address: its name without the word of its kind, folded.
 * It is what the map's search column holds, so that rule and index cannot differ.
 * @example unitNameKey("Thị trấn Mỹ Thọ") → "mi tho"; unitNameKey("Phường 01") → "1"
 */
export function unitNameKey(name: string): string {
  const words = foldedWords(name);
  const kind = kindBefore(words, 0, words.length);
  return words.slice(kind?.words ?? 0).join(" ");
}

/** The kind word with which the words begin at `from`; it must leave something before `end`. */
function kindBefore(words: readonly string[], from: number, end: number): FoundKind | undefined {
  for (const length of [2, 1]) {
    if (from + length >= end) continue;
    const found = kindOf(words.slice(from, from + length));
    if (found) return found;
  }
  return undefined;
}

/** The kind that one or two folded words say, whole or short. @example kindOf(["tp"]) → a city */
export function kindOf(words: readonly string[]): FoundKind | undefined {
  const said = words.join(" ");
  const found = KIND_WORDS.find(({ short }) => short.includes(said));
  return found && { kinds: found.kinds, levels: found.levels, words: words.length };
}

/**
 * The kind of a unit of a level by its full name, or undefined when the name does not begin with one.
 * @example kindOfName("Thành phố Cao Lãnh", "district") → "provincialCity"
 */
export function kindOfName(name: string, level: UnitLevel): UnitKind | undefined {
  const tidy = tidyText(name);
  const found = KIND_WORDS.find(({ full, levels }) => levels.includes(level) && tidy.startsWith(`${full} `));
  return level === "province" ? found?.kinds[0] : found?.kinds.at(-1);
}

/**
 * A unit's name within an address, where its kind is written small.
 * @example nameInLine("Xã Bình Thành") → "xã Bình Thành"
 */
export function nameInLine(name: string): string {
  // The one city whose title is part of its name.
  return name === "Thành phố Hồ Chí Minh" ? name : name.slice(0, 1).toLowerCase() + name.slice(1);
}
