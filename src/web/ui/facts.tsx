import type { ReactElement, ReactNode } from "react";
import styles from "./facts.module.css";

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and values in two columns. @example <Facts facts={[{ label: text.dossiers.code, value: code }]} /> */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className={styles["facts"]}>
      {facts.map((fact) => (
        <div key={fact.label} className={styles["fact"]}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
