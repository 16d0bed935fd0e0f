import { type KeyboardEvent, type RefObject, useRef } from "react";
import { useShortcut } from "#web/ui/use-shortcut.ts";

interface Options {
  /** The place in the list of the row that has the focus. */
  readonly onToggle: (index: number) => void;
  /** From that row into what it opens. */
  readonly onEnter: (index: number) => void;
  readonly onConfirm: () => void;
}

interface BoardKeys {
  readonly ref: RefObject<HTMLUListElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onKeyUp: (event: KeyboardEvent<HTMLElement>) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/**
 * The list under the left hand: the arrows or J and K walk, the space bar chooses, the right arrow goes into the dossier,
 * Ctrl and Enter confirm. From outside any field the first step enters the list. What takes the focus in a row carries
 * `data-opener`.
 */
export function useBoardKeys({ onToggle, onEnter, onConfirm }: Options): BoardKeys {
  const ref = useRef<HTMLUListElement>(null);
  const enter = () => openers(ref.current)[0]?.focus();
  useShortcut({ key: "ArrowDown", outsideFields: true }, enter);
  useShortcut({ key: "j", outsideFields: true }, enter);
  useShortcut({ key: "Enter", ctrl: true, outsideFields: true }, onConfirm);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const at = openers(ref.current).indexOf(document.activeElement as HTMLElement);
    const step = STEPS[event.key];
    if (step !== undefined) openers(ref.current)[at + step]?.focus();
    else if (isConfirm(event)) onConfirm();
    else if (event.key === " " && at >= 0) onToggle(at);
    else if (event.key === "ArrowRight" && at >= 0) onEnter(at);
    else return;
    event.preventDefault();
  }

  // A button is pressed when the space bar comes up: here it chooses, and must not open.
  function onKeyUp(event: KeyboardEvent<HTMLElement>): void {
    const onOpener = openers(ref.current).includes(document.activeElement as HTMLElement);
    if (event.key === " " && onOpener) event.preventDefault();
  }

  return { ref, onKeyDown, onKeyUp };
}

function isConfirm(event: KeyboardEvent<HTMLElement>): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey);
}

function openers(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[data-opener]") ?? [])];
}
