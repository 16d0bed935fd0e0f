import { type RefObject, useLayoutEffect, useRef } from "react";

interface RowFocus<Element extends HTMLElement> {
  readonly list: RefObject<Element | null>;
  /** Into a row that is there. */
  readonly focus: (index: number) => void;
  /** Into the row of this place once the change that is asked for now stands on the screen. */
  readonly focusChanged: (index: number) => void;
}

/**
 * Moves the focus between the rows of a list that is written by keyboard, into what carries `data-name`. A new row takes it
 * in the moment it is drawn: what somebody types on fast, or a scanner sends, must not end in the row before.
 * @example focusChanged(index + 1); setRows(withRowAfter(rows, index));
 */
export function useRowFocus<Element extends HTMLElement>(): RowFocus<Element> {
  const list = useRef<Element>(null);
  const wanted = useRef<number | null>(null);
  const focus = (index: number) => {
    list.current?.querySelectorAll<HTMLElement>("[data-name]")[index]?.focus();
  };
  useLayoutEffect(() => {
    if (wanted.current !== null) focus(wanted.current);
    wanted.current = null;
  });
  return {
    list,
    focus,
    focusChanged: (index) => {
      wanted.current = index;
    },
  };
}
