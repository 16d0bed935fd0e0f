import { type MantineColorScheme, type MantineColorSchemeManager, isMantineColorScheme } from "@mantine/core";

/** Light or dark, as this browser was last told. It says nothing about anybody. */
const STORAGE_KEY = "motcua.scheme";

function storedScheme(fallback: MantineColorScheme): MantineColorScheme {
  const stored = localStorage.getItem(STORAGE_KEY);
  return isMantineColorScheme(stored) ? stored : fallback;
}

export const schemeManager: MantineColorSchemeManager = {
  get: storedScheme,
  set: (scheme) => localStorage.setItem(STORAGE_KEY, scheme),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => localStorage.removeItem(STORAGE_KEY),
};
