import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
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
  const box = useRef<HTMLDivElement>(null);
  // In a tall dialog it would stand below what is seen, and the button seem to do nothing.
  useEffect(() => {
    if (live) box.current?.scrollIntoView({ block: "nearest" });
  }, [live]);
  return (
    <div
      ref={box}
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
