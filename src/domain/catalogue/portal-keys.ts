import { searchKey } from "../shared/vietnamese-text.ts";

/** The SHA-256 of a text in UTF-8, as lower-case hex. Given by the caller: the domain has no cryptography. */
export type Digest = (text: string) => string;

/**
 * A key that follows the words and nothing else: it stays when a neighbour changes, and differs where the words
 * differ in more than case, spaces and diacritics.
 * @example stableKey("paper", "Tờ khai đăng ký khai sinh", sha256) → "paper5d0c5b51f3"
 */
export function stableKey(prefix: string, words: string, digest: Digest): string {
  return `${prefix}${digest(searchKey(words)).slice(0, 10)}`;
}

/** The keys of a list; where words are repeated, the second gets `n2`, the third `n3`. */
export function stableKeys(prefix: string, words: readonly string[], digest: Digest): readonly string[] {
  const times = new Map<string, number>();
  return words.map((text) => {
    const key = stableKey(prefix, text, digest);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return time === 1 ? key : `${key}n${time}`;
  });
}
