import type { DecisionView, MandateRow } from "#contract/mandates.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { type Fact, Facts } from "#web/ui/facts.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { DecisionScans } from "../decision-scans.tsx";
import { decisionWords, periodWords, taskWords, unitWords } from "./mandate-words.ts";
import styles from "./mandates.module.css";

/** What a mandate gives, in a sentence and then point by point, and the decision behind it. */
export function MandateTerms({ mandate }: { readonly mandate: MandateRow }): ReactElement {
  const text = useText();
  const { page } = text.mandates;
  const { decision, postOffice, unit, tasks } = mandate;
  return (
    <>
      <Panel id="gives" title={page.gives}>
        <p className={styles["sentence"]} lang="vi">
          {page.sentence(
            decision?.issuer ?? page.grantorUnknown,
            postOffice.name,
            taskWords(tasks, text),
            unit.name,
          )}
        </p>
        <Facts facts={termFacts(mandate, text)} />
      </Panel>
      <Panel id="decision" title={page.decision}>
        {decision === null ? (
          <p className={styles["quiet"]}>{page.decisionNone}</p>
        ) : (
          <>
            <DecisionWords decision={decision} />
            <DecisionScans decisionId={decision.id} />
          </>
        )}
      </Panel>
    </>
  );
}

function termFacts(mandate: MandateRow, text: Words): readonly Fact[] {
  const { page, autonomies } = text.mandates;
  const autonomy = autonomies[mandate.autonomy];
  const facts: readonly (Fact | false)[] = [
    { label: page.grantee, value: <span lang="vi">{mandate.postOffice.name}</span> },
    { label: page.place, value: <span lang="vi">{unitWords(mandate, text)}</span> },
    {
      label: page.counters,
      value: mandate.counters.length === 0 ? page.allCounters : <Names names={mandate.counters} />,
    },
    mandate.fields.length > 0 && { label: page.fields, value: <Names names={mandate.fields} /> },
    mandate.procedures.length > 0 && {
      label: page.procedures,
      value: <Names names={mandate.procedures} coded />,
    },
    mandate.exceptions.length > 0 && {
      label: page.exceptions,
      value: <Names names={mandate.exceptions} coded />,
    },
    { label: page.autonomy, value: `${autonomy.name}. ${autonomy.means}` },
    { label: page.period, value: periodWords(mandate, text) },
    mandate.phase !== null && {
      label: text.programmes.mandate.phase,
      value: <PhaseWords phase={mandate.phase} />,
    },
    mandate.conditions !== "" && {
      label: page.conditions,
      value: <span className={styles["lines"]}>{mandate.conditions}</span>,
    },
  ];
  return facts.flatMap((fact) => (fact === false ? [] : [fact]));
}

/** The phase, as a way to its programme; a mandate that reaches out of it says so. */
function PhaseWords({ phase }: { readonly phase: NonNullable<MandateRow["phase"]> }): ReactElement {
  const { programmes } = useText();
  const words = programmes.mandate;
  return (
    <>
      <Link
        to="/programmes/$programmeId"
        params={{ programmeId: phase.programmeId }}
        className={styles["back"]}
        lang="vi"
      >
        {words.phaseLine(phase.label, phase.programme)}
      </Link>
      {phase.outside !== null && (
        <p className={styles["flat"]}>
          <Mark tone="warning" icon="warning">
            {words.outside[phase.outside]}
          </Mark>
        </p>
      )}
    </>
  );
}

interface NamesProps {
  readonly names: MandateRow["fields"];
  /** Procedures are known by their code. */
  readonly coded?: boolean;
}

function Names({ names, coded = false }: NamesProps): ReactElement {
  return (
    <ul className={styles["names"]} lang="vi">
      {names.map(({ id, name }) => (
        <li key={id}>
          {coded && <strong>{id} </strong>}
          {name}
        </li>
      ))}
    </ul>
  );
}

function DecisionWords({ decision }: { readonly decision: DecisionView }): ReactElement {
  const text = useText();
  return (
    <>
      <p className={styles["sentence"]} lang="vi">
        {decisionWords(decision, text)}
      </p>
      <p lang="vi">{decision.title}</p>
      {decision.source !== "" && (
        <p className={styles["quiet"]} lang="vi">
          {`${text.mandates.page.decisionSource}: ${decision.source}`}
        </p>
      )}
    </>
  );
}
