import { type RefObject, useEffect } from "react";

/** After whatever gives the focus back by itself: a dialog that closes, a row that takes the place of another. */
const GRACE_MS = 150;

/**
 * The keyboard goes on at the content when what had the focus has left the page, such as the button of an act that is
 * done. Without this the next Tab would begin at the top. A focus that somebody or something put elsewhere stays.
 *
 * @example useLostFocus(main) // where main is the element of the page's content, with tabIndex -1
 */
export function useLostFocus(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let had: Element | null = null;
    let timer = 0;
    const remember = (event: FocusEvent) => {
      had = event.target instanceof Element ? event.target : null;
    };
    const isLost = () => had !== null && !had.isConnected && document.activeElement === document.body;
    const look = () => {
      if (!isLost()) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (isLost()) content.current?.focus({ preventScroll: true });
      }, GRACE_MS);
    };
    // Of the whole page: a dialog stands beside the content.
    const observer = new MutationObserver(look);
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", remember);
      clearTimeout(timer);
    };
  }, [content]);
}
