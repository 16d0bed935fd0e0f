import type { ReactElement, ReactNode } from "react";
import { Icon } from "./icons.tsx";
import styles from "./notice.module.css";

export type Tone = "info" | "success" | "warning" | "error";

interface Props {
  readonly tone: Tone;
  readonly title: ReactNode;
  /** What to do now. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Spoken at once when it appears; for what a person has just caused. */
  readonly live?: boolean;
}

/** A message in the page: a sign, what happened, and what to do. */
export function Notice({ tone, title, children, actions, live = false }: Props): ReactElement {
  return (
    <div
      className={styles["notice"]}
      data-tone={tone}
      {...(live ? { role: tone === "error" ? "alert" : "status" } : {})}
    >
      <span className={styles["sign"]}>
        <Icon name={tone} />
      </span>
      <div className={styles["words"]}>
        <p className={styles["title"]}>{title}</p>
        {children !== undefined && <div className={styles["body"]}>{children}</div>}
        {actions !== undefined && <div className={styles["actions"]}>{actions}</div>}
      </div>
    </div>
  );
}
