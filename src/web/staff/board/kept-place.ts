/** Where somebody was in a board's list when a dossier was opened from it. */
interface KeptPlace {
  readonly list: string;
  readonly opened: string | null;
  readonly scrolled: number;
}

let kept: KeptPlace | undefined;

/** Remembers the row that is being left by, for the way back to this list. */
export function keepPlace(list: string, link: Element | null): void {
  if (link) kept = { list, opened: link.getAttribute("href"), scrolled: window.scrollY };
}

/** Once: where this list was left; undefined when another one was, or none. */
export function takePlace(list: string): KeptPlace | undefined {
  const place = kept?.list === list ? kept : undefined;
  kept = undefined;
  return place;
}
