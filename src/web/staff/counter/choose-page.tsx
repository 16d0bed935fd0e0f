import type { ReactElement } from "react";
import type { IntakeStart } from "./counter-page.tsx";
import { DraftsPanel } from "./drafts-panel.tsx";
import { ProcedureSearch } from "./procedure-search.tsx";
import styles from "./counter.module.css";

/** Before a form: find a procedure, or go on with a draft. */
export function ChoosePage({ onBegin }: { readonly onBegin: (start: IntakeStart) => void }): ReactElement {
  return (
    <div className={styles["choose"]}>
      <ProcedureSearch onChoose={(procedureCode) => onBegin({ procedureCode, draft: null })} />
      <DraftsPanel onOpen={onBegin} />
    </div>
  );
}
