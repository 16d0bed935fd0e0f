import type { ReactElement, ReactNode } from "react";
import styles from "./field-notes.module.css";
import { Icon } from "./icons.tsx";

interface Props {
  readonly id: string;
  readonly hint?: ReactNode;
  readonly warnings: readonly string[];
}

/** What stands under a field: its hint, and what a person should look at twice. */
export function FieldNotes({ id, hint, warnings }: Props): ReactElement | null {
  if (hint === undefined && warnings.length === 0) return null;
  return (
    <div id={id} className={styles["notes"]}>
      {hint !== undefined && <p className={styles["hint"]}>{hint}</p>}
      {warnings.map((warning) => (
        <p key={warning} className={styles["warning"]}>
          <Icon name="warning" size={14} />
          <span>{warning}</span>
        </p>
      ))}
    </div>
  );
}
