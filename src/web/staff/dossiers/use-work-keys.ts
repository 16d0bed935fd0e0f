import { type KeyboardEvent, type RefObject, useRef } from "react";
import { useShortcut } from "#web/ui/use-shortcut.ts";

interface Options {
  /** The row that has the focus is picked, or picked no more. */
  readonly onPick: (index: number) => void;
  /** All from the last picked row up to the one that has the focus. */
  readonly onPickTo: (index: number) => void;
  /** Something is to be done with what is picked. */
  readonly onAct: () => void;
}

interface WorkKeys {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/**
 * The queue without a mouse: the arrows or J and K walk, X picks, Shift and X a stretch, Enter opens, A goes to what can
 * be done. From outside any field the first step enters the list. What takes the focus in a row carries `data-opener`.
 */
export function useWorkKeys({ onPick, onPickTo, onAct }: Options): WorkKeys {
  const ref = useRef<HTMLDivElement>(null);
  const enter = () => openers(ref.current)[0]?.focus();
  useShortcut({ key: "ArrowDown", outsideFields: true }, enter);
  useShortcut({ key: "j", outsideFields: true }, enter);
  useShortcut({ key: "a", outsideFields: true }, onAct);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = openers(ref.current);
    const row = (document.activeElement ?? document.body).closest("[data-row]");
    const at = all.findIndex((opener) => opener.closest("[data-row]") === row);
    const step = STEPS[event.key];
    if (step !== undefined) all[at + step]?.focus();
    else if (event.key.toLowerCase() === "x" && at >= 0) (event.shiftKey ? onPickTo : onPick)(at);
    else return;
    event.preventDefault();
  }

  return { ref, onKeyDown };
}

function openers(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[data-opener]") ?? [])];
}
