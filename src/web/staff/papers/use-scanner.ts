import { type RefObject, useEffect, useEffectEvent } from "react";
import { type Burst, NO_BURST, afterKey } from "./scan-speed.ts";

/**
 * Hears a scanner wherever the focus is. What it typed into a box that somebody fills by hand is taken out of it again, and
 * its Enter presses no button. In the scan field itself and in a dialog, which asks for a code of its own, it is let be.
 */
export function useScanner(field: RefObject<HTMLElement | null>, onScan: (code: string) => void): void {
  const heard = useEffectEvent(onScan);
  useEffect(() => {
    let burst: Burst = NO_BURST;
    let before = "";
    function onKeyDown(event: KeyboardEvent): void {
      const { target, key } = event;
      if (event.ctrlKey || event.altKey || event.metaKey || isLeftAlone(target, field.current)) {
        burst = NO_BURST;
        return;
      }
      const after = afterKey(burst, { key, at: event.timeStamp });
      // The first of a burst: what stands in the box is still what the hand wrote.
      if (after.burst.text.length === 1) before = textOf(target);
      burst = after.burst;
      if (after.code === null) return;
      event.preventDefault();
      event.stopPropagation();
      putBack(target, before);
      heard(after.code);
    }
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [field]);
}

function isLeftAlone(target: EventTarget | null, field: HTMLElement | null): boolean {
  if (target === field || document.querySelector("[role=dialog]") !== null) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}

const isBox = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

const textOf = (target: EventTarget | null): string => (isBox(target) ? target.value : "");

/** As if the hand had taken it out: React hears of it like of anything typed. */
function putBack(target: EventTarget | null, text: string): void {
  if (!isBox(target) || target.value === text) return;
  const kind = target instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(target, text);
  target.dispatchEvent(new Event("input", { bubbles: true }));
}
