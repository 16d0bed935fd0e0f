import type { Language } from "#contract/track.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

export const LANGUAGES = ["vi", "en"] as const satisfies readonly Language[];

/** The whole vocabulary of the screens in one language. */
export type Words = typeof vi;

const WORDS: Readonly<Record<Language, Words>> = { vi, en };

/** @example wordsOf("vi").common.save → "Lưu" */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}
