import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./papers.module.css";

interface Props {
  readonly title: string;
  readonly codes: readonly string[];
  /** Takes one of them back. */
  readonly onDrop: (code: string) => void;
}

/** Codes that were scanned. The last one stands first: that is the one that is taken back. */
export function ScannedCodes({ title, codes, onDrop }: Props): ReactElement {
  const { papers: text } = useText();
  return (
    <section className={styles["group"]}>
      <h2>{title}</h2>
      <ul className={styles["list"]}>
        {codes.toReversed().map((code) => (
          <li key={code} className={styles["scanned"]}>
            <span className={styles["code"]}>{code}</span>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={text.stockUndo(code)}
              onClick={() => onDrop(code)}
            >
              {text.stockDrop}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
