import type { ReorganisationPreview } from "#contract/reorganisations.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { mattersOf } from "./plan-lines.ts";
import styles from "./reorganisation.module.css";

/** Whether a plan can be done, and what somebody must settle. */
export function PlanFindings({ preview }: { readonly preview: ReorganisationPreview }): ReactElement {
  const words = useText();
  const { reorganisation: text } = words;
  const { faults } = preview;
  const matters = mattersOf(preview, words);
  return (
    <>
      {faults.length > 0 ? (
        <Notice tone="error" title={text.faultsTitle}>
          <ul className={styles["findings"]}>
            {faults.map(({ fault, about, names }) => (
              <li key={`${fault} ${about} ${names.join()}`}>{text.faults[fault](names, about)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="success" title={text.sound}>
          {text.soundHint}
        </Notice>
      )}
      {matters.length > 0 && (
        <Notice tone="warning" title={text.warningsTitle}>
          <ul className={styles["findings"]}>
            {matters.map((matter) => (
              <li key={matter}>{matter}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
