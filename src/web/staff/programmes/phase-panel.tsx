import type { PhaseView } from "#contract/programmes.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { DecisionScans } from "../decision-scans.tsx";
import { type PanelProps, PartActions, knownDecisions } from "./part-actions.tsx";
import { PhaseDialog } from "./phase-dialog.tsx";
import { PhaseMandates } from "./phase-mandates.tsx";
import { decisionWords, periodWords, stateOn } from "./programme-words.ts";
import styles from "./programmes.module.css";

/** The phases: decision, period, what was given under each, and what reaches out of it. */
export function PhasePanel({ view, edits }: PanelProps): ReactElement {
  const { phases: text } = useText().programmes;
  const [editing, setEditing] = useState<PhaseView | "new" | null>(null);
  return (
    <Panel
      id="phases"
      title={text.title}
      {...(edits && {
        actions: (
          <Button size="compact-sm" variant="light" onClick={() => setEditing("new")}>
            {text.add}
          </Button>
        ),
      })}
    >
      {view.phases.length === 0 && (
        <EmptyState icon="flag" title={text.none} {...(edits && { hint: text.noneHint })} />
      )}
      <ul className={styles["parts"]}>
        {view.phases.map((phase) => (
          <Phase key={phase.id} phase={phase} view={view} edits={edits} onChange={() => setEditing(phase)} />
        ))}
      </ul>
      {editing !== null && (
        <PhaseDialog
          programme={view.programme}
          part={editing === "new" ? null : editing}
          known={knownDecisions(view)}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

interface PhaseProps extends Omit<PanelProps, "choices"> {
  readonly phase: PhaseView;
  readonly onChange: () => void;
}

function Phase({ phase, view, edits, onChange }: PhaseProps): ReactElement {
  const text = useText();
  const { programmes } = text;
  const words = programmes.phases;
  const [open, setOpen] = useState(false);
  const state = stateOn(phase, view.asOf);
  const name = programmes.timeline.phase(phase.label);
  return (
    <li>
      <div className={styles["row"]}>
        <strong>{name}</strong>
        <Mark tone={state.tone}>{programmes[state.key]}</Mark>
        {edits && (
          <PartActions
            programme={view.programme}
            part="phase"
            partId={phase.id}
            name={name}
            onChange={onChange}
          />
        )}
      </div>
      <p className={styles["flat"]}>{periodWords(phase, text)}</p>
      <p className={styles["quiet"]} lang="vi">
        {decisionWords(phase.decision, text)}
      </p>
      <p className={styles["quiet"]}>
        {words.mandates(phase.inForce, phase.mandates)} · {words.freed(phase.personsFreed)}
      </p>
      <Outside phase={phase} />
      <Button
        size="compact-sm"
        variant="default"
        mt={6}
        aria-expanded={open}
        aria-label={`${words.show}: ${name}`}
        onClick={() => setOpen(!open)}
      >
        {open ? programmes.scans.hide : words.show}
      </Button>
      {open && (
        <>
          <PhaseMandates phaseId={phase.id} name={name} />
          <DecisionScans decisionId={phase.decision.id} />
        </>
      )}
    </li>
  );
}

/** Mandates whose days reach out of the phase's: to be looked at, not forbidden. */
function Outside({ phase }: { readonly phase: PhaseView }): ReactElement | null {
  const { mandates, programmes } = useText();
  const words = programmes.phases;
  if (phase.outside.length === 0) return null;
  return (
    <div className={styles["finding"]}>
      <p className={styles["flat"]}>
        <Mark tone="warning" icon="warning">
          {words.outsideTitle}
        </Mark>
      </p>
      <ul className={styles["inWords"]}>
        {phase.outside.map(({ mandateId, postOffice, unit, how }) => (
          <li key={mandateId}>
            <Link to="/mandates/$mandateId" params={{ mandateId }} className={styles["back"]} lang="vi">
              {mandates.at(postOffice, unit)}
            </Link>
            {`: ${words.outside[how]}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
