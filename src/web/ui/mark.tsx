import type { ReactElement, ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";
import styles from "./mark.module.css";
import type { Tone } from "./notice.tsx";

interface Props {
  readonly tone: Tone | "quiet";
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A state or a caveat in a few words, with a sign: never by colour alone. */
export function Mark({ tone, icon, children }: Props): ReactElement {
  return (
    <span className={styles["mark"]} data-tone={tone}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
