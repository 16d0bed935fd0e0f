import type { Language } from "#contract/track.ts";
import { useSyncExternalStore } from "react";
import { LANGUAGES, type Words, wordsOf } from "./words.ts";

/** The only things kept in the browser are the language and the light: nothing personal. */
const STORAGE_KEY = "motcua.language";

const listeners = new Set<() => void>();
let current: Language | undefined;

/** The chosen language; Vietnamese until somebody chooses. */
export function currentLanguage(): Language {
  current ??= storedLanguage();
  return current;
}

/** Chooses the language of the console for this browser and tells every screen. */
export function chooseLanguage(language: Language): void {
  current = language;
  localStorage.setItem(STORAGE_KEY, language);
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** The chosen language, followed as it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

/** The words of the chosen language. @example const text = useText(); text.common.save */
export function useText(): Words {
  return wordsOf(useLanguage());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function storedLanguage(): Language {
  const stored = localStorage.getItem(STORAGE_KEY);
  return LANGUAGES.find((language) => language === stored) ?? "vi";
}
