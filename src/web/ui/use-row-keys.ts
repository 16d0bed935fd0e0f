import { type KeyboardEvent, type RefObject, useRef } from "react";
import { useShortcut } from "./use-shortcut.ts";

interface RowKeys<Element extends HTMLElement> {
  readonly ref: RefObject<Element | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * The arrow keys in a list of rows: from outside any field the first ArrowDown enters it, then each goes a row on. What
 * takes the focus in a row carries `data-opener`.
 * @example const keys = useRowKeys<HTMLDivElement>(); <div {...keys}>…</div>
 */
export function useRowKeys<Element extends HTMLElement>(): RowKeys<Element> {
  const ref = useRef<Element>(null);
  useShortcut({ key: "ArrowDown", outsideFields: true }, () => openers(ref.current)[0]?.focus());
  return { ref, onKeyDown: moveFocus };
}

function openers(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[data-opener]") ?? [])];
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const all = openers(event.currentTarget);
  const next = all[all.findIndex((opener) => opener === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
