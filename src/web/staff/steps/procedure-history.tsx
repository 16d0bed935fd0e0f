import type { InternalProcedureView } from "#contract/steps.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import look from "#web/ui/rows.module.css";
import { PLAN_TONES } from "./plan-tones.ts";
import styles from "./steps.module.css";

interface Props {
  readonly procedures: readonly InternalProcedureView[];
  readonly shownId: string;
  readonly onShow: (internalProcedureId: string) => void;
}

/** All internal procedures of a version, the newest first: for whom, from when, by which decision, recorded by whom. */
export function ProcedureHistory({ procedures, shownId, onShow }: Props): ReactElement {
  const { steps, dates } = useText();
  const { page } = steps;
  return (
    <div className="no-print">
      <Panel id="history" title={page.history}>
        <ol className={styles["history"]}>
          {procedures.map(({ internalProcedureId: id, state, validFrom, decision, ...one }) => {
            const whom = one.agencyName ?? page.everyAgency;
            const from = dates.shortDay(validFrom);
            return (
              <li key={id}>
                <button
                  type="button"
                  className={look["opener"]}
                  aria-pressed={id === shownId}
                  aria-label={page.show(whom, from)}
                  onClick={() => onShow(id)}
                >
                  {page.fromDay(from)}
                </button>
                <Mark tone={PLAN_TONES[state]}>{page.states[state]}</Mark>
                <p lang="vi">{whom}</p>
                <p className={styles["quiet"]} lang="vi">
                  {page.decision(decision.number, dates.shortDay(decision.issuedOn), decision.signer)}
                </p>
                <p className={styles["quiet"]}>
                  {page.recorded(one.recordedBy, dates.shortMoment(one.recordedAt))}
                  {id === shownId && `. ${page.shown}`}
                </p>
              </li>
            );
          })}
        </ol>
      </Panel>
    </div>
  );
}
