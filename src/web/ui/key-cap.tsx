import type { ReactElement } from "react";
import styles from "./key-cap.module.css";

/** A key of the keyboard beside what it does. Screen readers learn it from `aria-keyshortcuts` instead. */
export function KeyCap({ children }: { readonly children: string }): ReactElement {
  return (
    <kbd className={styles["key"]} aria-hidden="true">
      {children}
    </kbd>
  );
}
