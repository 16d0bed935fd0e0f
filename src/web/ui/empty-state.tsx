import type { ReactElement, ReactNode } from "react";
import styles from "./empty-state.module.css";
import { Icon, type IconName } from "./icons.tsx";

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** What stands where a list or a page has nothing to show, with what to do about it. */
export function EmptyState({ icon, title, hint, children }: Props): ReactElement {
  return (
    <div className={styles["empty"]}>
      <span className={styles["sign"]}>
        <Icon name={icon} size={32} />
      </span>
      <p className={styles["title"]}>{title}</p>
      {hint !== undefined && <p className={styles["hint"]}>{hint}</p>}
      {children}
    </div>
  );
}
