import { type FocusEvent, useEffect, useRef } from "react";

/**
 * Where the keyboard goes on when the row that it came from leaves the list: at the row that took its place. Gives what
 * listens to the focus of the list; `rowOf` finds the opener of a row.
 */
export function useKeptPlace(
  ids: readonly string[],
  rowOf: (id: string) => HTMLElement | null,
): (event: FocusEvent<HTMLElement>) => void {
  const place = useRef<{ readonly id: string; readonly index: number } | null>(null);
  useEffect(() => {
    const was = place.current;
    if (was === null) return;
    const index = ids.indexOf(was.id);
    if (index >= 0) {
      place.current = { id: was.id, index };
      return;
    }
    place.current = null;
    const next = ids[Math.min(was.index, ids.length - 1)];
    // Somebody who is elsewhere by now stays there; at the content is who has lost the place.
    const now = document.activeElement;
    if (next !== undefined && (now === document.body || now?.id === "content")) rowOf(next)?.focus();
  });
  return ({ target }) => {
    const index = ids.findIndex((id) => rowOf(id)?.closest("li")?.contains(target) === true);
    const id = ids[index];
    if (id !== undefined) place.current = { id, index };
  };
}
