import type { WarningKind } from "#domain/catalogue/warnings.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import styles from "./catalogue.module.css";
import type { ReviewSummary } from "./catalogue-page.tsx";

interface Props {
  readonly summary: ReviewSummary | undefined;
  readonly chosen: WarningKind | "";
  readonly onChoose: (kind: WarningKind | "") => void;
}

/** The kinds of open warnings, the most frequent first; one of them narrows the list. */
export function KindList({ summary, chosen, onChoose }: Props): ReactElement {
  const text = useText().catalogue;
  return (
    <Panel id="warning-kinds" title={text.kindsTitle}>
      {summary === undefined ? (
        <LoadingLines lines={6} />
      ) : (
        <ul className={styles["kinds"]}>
          <li>
            <button
              type="button"
              className={styles["kind"]}
              aria-pressed={chosen === ""}
              onClick={() => onChoose("")}
            >
              {text.kindAll}
              <span className={styles["count"]}>
                {summary.kinds.reduce((sum, kind) => sum + kind.warnings, 0)}
              </span>
            </button>
          </li>
          {mostFirst(summary).map(({ kind, warnings, procedures }) => (
            <li key={kind}>
              <button
                type="button"
                className={styles["kind"]}
                aria-pressed={chosen === kind}
                title={text.kindCount(warnings, procedures)}
                onClick={() => onChoose(kind)}
              >
                {text.kinds[kind].name}
                <span className={styles["count"]}>{warnings}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** @example mostFirst(summary)[0] is the kind with the most warnings */
export function mostFirst({ kinds }: ReviewSummary): ReviewSummary["kinds"] {
  return kinds.toSorted((one, other) => other.warnings - one.warnings);
}
