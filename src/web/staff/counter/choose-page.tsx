import type { ReactElement } from "react";
import { GuidancePanel } from "./guidance-panel.tsx";
import { useSession } from "../session/session.ts";
import type { IntakeStart } from "./counter-page.tsx";
import { DraftsPanel } from "./drafts-panel.tsx";
import { GroupsPanel } from "./groups-panel.tsx";
import { ProcedureSearch } from "./procedure-search.tsx";
import styles from "./counter.module.css";

/** Before a form: find a procedure, or go on with a draft. */
export function ChoosePage({ onBegin }: { readonly onBegin: (start: IntakeStart) => void }): ReactElement {
  const session = useSession();
  return (
    <div className={styles["choose"]}>
      <ProcedureSearch onChoose={(procedureCode) => onBegin({ procedureCode, draft: null })} />
      <div className={styles["side"]}>
        <DraftsPanel onOpen={onBegin} />
        <GroupsPanel />
        {session.counter && <GuidancePanel />}
      </div>
    </div>
  );
}
