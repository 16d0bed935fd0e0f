import type { ReorganisationPreview } from "#contract/reorganisations.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import styles from "./reorganisation.module.css";

/** Whether a plan can be done, and what somebody must settle. */
export function PlanFindings({ preview }: { readonly preview: ReorganisationPreview }): ReactElement {
  const { reorganisation: text } = useText();
  const { faults, warnings } = preview;
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
      {warnings.length > 0 && (
        <Notice tone="warning" title={text.warningsTitle}>
          <ul className={styles["findings"]}>
            {warnings.map(({ warning, about, names }) => (
              <li key={`${warning} ${about} ${names.join()}`}>{text.warnings[warning](names)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
