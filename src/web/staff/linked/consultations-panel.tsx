import type { DossierView } from "#contract/dossiers.ts";
import type { ConsultationView } from "#contract/linked.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { AnswerDay } from "./answer-day.tsx";
import { ConsultationActs } from "./consultation-acts.tsx";
import { CONSULTATION_TONES } from "./consultation-tones.ts";
import styles from "./linked.module.css";

interface Props {
  readonly dossier: DossierView;
  readonly consultations: readonly ConsultationView[];
}

/** What other agencies were asked about a dossier, and what they answered, the newest first. */
export function ConsultationsPanel({ dossier, consultations }: Props): ReactElement {
  const { linked: text } = useText();
  const open = consultations.filter(({ state }) => state === "open");
  const holds = open.some(({ overdue }) => !overdue);
  return (
    <Panel id="consultations" title={text.consultations.title}>
      <ul className={styles["lines"]}>
        {consultations.map((consultation) => (
          <Consultation key={consultation.consultationId} dossier={dossier} consultation={consultation} />
        ))}
      </ul>
      {open.length > 0 && (
        <p className={styles["quiet"]}>{holds ? text.consultations.holds : text.consultations.holdsNoMore}</p>
      )}
    </Panel>
  );
}

interface OneProps {
  readonly dossier: DossierView;
  readonly consultation: ConsultationView;
}

function Consultation({ dossier, consultation }: OneProps): ReactElement {
  const text = useText();
  const { consultations: words } = text.linked;
  const { agencyName, state, question, askedBy, askedAt, answerBy, answer } = consultation;
  return (
    <li>
      <div className={styles["head"]}>
        <strong lang="vi">{agencyName}</strong>
        <span className={styles["marks"]}>
          <Mark tone={CONSULTATION_TONES[state]}>{words.states[state]}</Mark>
          {state === "open" && <AnswerDay answerBy={answerBy} />}
        </span>
      </div>
      <p className={styles["quiet"]}>
        {words.askedBy(askedBy, text.dates.shortMoment(askedAt))}
        {". "}
        {words.byDay(text.dates.shortDay(answerBy))}.
      </p>
      <p className={styles["said"]} lang="vi">
        {question}
      </p>
      {answer !== null && (
        <>
          <p className={styles["quiet"]}>
            {words.answeredBy(answer.by, text.dates.shortMoment(answer.at))}
            {answer.number !== null && `. ${words.number(answer.number)}`}
          </p>
          <p className={styles["said"]} lang="vi">
            {answer.words}
          </p>
        </>
      )}
      <ConsultationActs dossier={dossier} consultation={consultation} />
    </li>
  );
}
