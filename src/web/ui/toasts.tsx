import { Button, CloseButton, Portal } from "@mantine/core";
import { type ReactElement, useEffect, useSyncExternalStore } from "react";
import { useText } from "../text/use-text.ts";
import { announce } from "./announcer.tsx";
import styles from "./toasts.module.css";

/** A short notice that goes away by itself, perhaps with one thing to do about it. */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Shown extends Toast {
  readonly id: number;
}

/** Long enough to read a sentence and to reach the button by keyboard. */
const SHOWN_MS = 8_000;
const SHOWN_MAX = 3;

const listeners = new Set<() => void>();
let shown: readonly Shown[] = [];
let lastId = 0;

/** Shows a short notice and speaks it. @example showToast({ text: text.intake.draftDeleted, action: undo }) */
export function showToast(toast: Toast): void {
  lastId += 1;
  // What only tells something gives way to what is told next; what can be undone stays as long as it can.
  const kept = shown.filter(({ action }) => action !== undefined);
  change([...kept, { ...toast, id: lastId }].slice(-SHOWN_MAX));
  announce(toast.text);
}

export function Toasts(): ReactElement {
  const toasts = useSyncExternalStore(subscribe, () => shown);
  const text = useText();
  return (
    <Portal>
      <section className={`${styles["stack"]} no-print`} aria-label={text.common.notices}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </section>
    </Portal>
  );
}

function ToastCard({ toast }: { readonly toast: Shown }): ReactElement {
  const text = useText();
  const { id, action } = toast;
  useEffect(() => {
    const timer = setTimeout(() => drop(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <div className={styles["toast"]}>
      <span>{toast.text}</span>
      {action && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            drop(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <CloseButton
        aria-label={text.common.close}
        variant="transparent"
        c="inherit"
        onClick={() => drop(id)}
      />
    </div>
  );
}

function drop(id: number): void {
  change(shown.filter((toast) => toast.id !== id));
}

function change(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
