import { useEffect, useRef } from "react";

/** A key with its helpers. @example { key: "Enter", ctrl: true } */
export interface Shortcut {
  /** As `KeyboardEvent.key`; letters in lower case. */
  readonly key: string;
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  /** True for a single sign such as `/`, which must stay typeable in a field. */
  readonly outsideFields?: boolean;
}

/** Runs `act` when the shortcut is pressed anywhere on the page, as long as `enabled`. */
export function useShortcut(shortcut: Shortcut, act: () => void, enabled = true): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const { key, ctrl = false, alt = false, outsideFields = false } = shortcut;
  useEffect(() => {
    if (!enabled) return undefined;
    const begunAt = performance.now();
    function onKeyDown(event: KeyboardEvent): void {
      // The key that closed a dialog must not also act on the page below, which begins to listen only now.
      if (event.timeStamp < begunAt) return;
      if (event.defaultPrevented || event.isComposing || !matches(event, { key, ctrl, alt })) return;
      if (outsideFields && isField(event.target)) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [key, ctrl, alt, outsideFields, enabled]);
}

/** Whether the event is this key with exactly these helpers. A digit counts by its key, whatever Alt makes of it. */
function matches(
  event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey">,
  wanted: { readonly key: string; readonly ctrl: boolean; readonly alt: boolean },
): boolean {
  if ((event.ctrlKey || event.metaKey) !== wanted.ctrl || event.altKey !== wanted.alt) return false;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return key === wanted.key || event.code === `Digit${wanted.key}`;
}

/** Where a sign is typed. A box that was just ticked is none: keys go on working from it. */
function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
  );
}
