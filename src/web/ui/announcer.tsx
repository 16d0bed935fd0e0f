import { VisuallyHidden } from "@mantine/core";
import { type ReactElement, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let spoken: { readonly text: string; readonly turn: number } = { text: "", turn: 0 };

/** Tells screen readers what has just happened. @example announce("Đã lưu nháp 10:32") */
export function announce(text: string): void {
  spoken = { text, turn: spoken.turn + 1 };
  for (const listener of listeners) listener();
}

/** The one live region. Two places take turns, so that the same words twice are spoken twice. */
export function Announcer(): ReactElement {
  const { text, turn } = useSyncExternalStore(subscribe, () => spoken);
  return (
    <VisuallyHidden className="no-print">
      <div role="status" aria-live="polite">
        {turn % 2 === 0 ? text : ""}
      </div>
      <div role="status" aria-live="polite">
        {turn % 2 === 1 ? text : ""}
      </div>
    </VisuallyHidden>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
