import type { DossierView } from "#contract/dossiers.ts";
import type { StepsView } from "#contract/steps.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { useNow } from "../dossiers/use-now.ts";
import { firstAct, offeredStepActs } from "./step-acts.ts";
import { StepItem } from "./step-item.tsx";
import { stepPlaces } from "./step-places.ts";
import styles from "./steps-panel.module.css";

interface Props {
  readonly dossier: DossierView;
  readonly steps: StepsView;
}

/** The steps that a dossier is worked by: what is done, who has what in hand until when, and the one next thing to do. */
export function StepsPanel({ dossier, steps: { steps, decision, allDone } }: Props): ReactElement {
  const { steps: text, dates } = useText();
  const now = useNow();
  const first = firstAct(steps);
  const told = steps.find((step) => offeredStepActs(step).some(({ permit }) => permit.allowed));
  const places = stepPlaces(steps);
  const done = steps.filter(({ state }) => state === "done").length;
  return (
    <Panel
      id="steps"
      title={text.panel.title}
      actions={<span>{text.panel.progress(done, steps.length)}</span>}
    >
      <p className={styles["quiet"]} lang="vi">
        {text.panel.by(decision.number, dates.shortDay(decision.issuedOn))}
      </p>
      <ol className={styles["steps"]}>
        {steps.map((step, index) => (
          <StepItem
            key={step.key}
            place={places[index]}
            dossier={dossier}
            steps={steps}
            step={step}
            now={now}
            primary={first?.key === step.key ? first.act : null}
            saysRight={step === told}
          />
        ))}
      </ol>
      {allDone && dossier.statuses.business === "processing" && (
        <Notice tone="success" title={text.panel.allDone} />
      )}
    </Panel>
  );
}
