import { type DossierView, readDossier } from "#contract/dossiers.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { type Fact, Facts } from "#web/ui/facts.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./acts-panel.module.css";
import layout from "./dossier-page.module.css";
import { forgetDossiers } from "./forget-dossiers.ts";
import { PermitWords } from "./permit-words.tsx";
import { ReturnForm } from "./return-form.tsx";
import { usePermit } from "./use-permit.ts";

interface Props {
  readonly dossierId: string;
  /** Back to the scan field. */
  readonly onLeave: () => void;
}

/** One result at the counter: whose it is, then the form, then the way to the next. */
export function ReturnDesk({ dossierId, onLeave }: Props): ReactElement {
  const text = useText();
  const { data, problem, reload } = useRead(readDossier, { params: { dossierId } });
  const [returned, setReturned] = useState(false);
  const awaits = data?.statuses.business === "returnAwaitingConfirmation";
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={8} />}
      {data && <Whose dossier={data} />}
      {returned && (
        <Notice
          tone="success"
          live
          title={text.dossiers.acts.done[awaits ? "handOver" : "returnResult"]}
          actions={
            <Button size="compact-md" autoFocus onClick={onLeave}>
              {text.dossiers.returning.next}
            </Button>
          }
        />
      )}
      {data && !returned && (
        <HandOver
          dossier={data}
          onDone={() => {
            setReturned(true);
            void forgetDossiers();
          }}
        />
      )}
      {!returned && (
        <div>
          <Button variant="default" onClick={onLeave}>
            {text.dossiers.returning.otherDossier}
          </Button>
        </div>
      )}
    </>
  );
}

function Whose({ dossier }: { readonly dossier: DossierView }): ReactElement {
  const text = useText();
  const { dossierId } = dossier;
  return (
    <Panel
      id="whose"
      title={dossier.code}
      actions={
        <Link to="/dossiers/$dossierId" params={{ dossierId }} className={layout["file"]}>
          {text.dossiers.returning.openDossier}
        </Link>
      }
    >
      <Facts facts={whoseFacts(dossier, text)} />
    </Panel>
  );
}

function whoseFacts(
  dossier: DossierView,
  { dossiers: { returning, page, columns }, lists, dates }: Words,
): readonly Fact[] {
  const { applicant, submitter, result } = dossier;
  return [
    { label: returning.belongsTo, value: <strong>{applicant.name}</strong> },
    { label: applicant.kind === "organisation" ? page.taxCode : page.number, value: applicant.number },
    ...(applicant.birthDate === null
      ? []
      : [{ label: page.birthDate, value: dates.shortDay(applicant.birthDate) }]),
    ...(submitter ? [{ label: returning.submittedBy, value: `${submitter.name}, ${submitter.number}` }] : []),
    { label: columns.procedure, value: dossier.procedureName },
    { label: columns.status, value: lists.businessStatuses[dossier.statuses.business].plain },
    ...(result ? [{ label: page.outcome, value: lists.outcomes[result.outcome] }] : []),
    { label: page.returnMethod, value: lists.returnMethods[dossier.returnMethod] },
  ];
}

/** The form, or why this result cannot be handed over here and now. */
function HandOver({
  dossier,
  onDone,
}: {
  readonly dossier: DossierView;
  readonly onDone: () => void;
}): ReactElement {
  const text = useText();
  const permit = usePermit(dossier)("returnResult");
  // A form that was begun stays with what was typed, also when the dossier moves on in other hands.
  const [begun] = useState(permit.allowed);
  return (
    <Panel id="hand-over" title={text.lists.moves.returnResult}>
      <div className={styles["act"]}>
        <PermitWords permit={permit} />
        {(permit.allowed || begun) && <ReturnForm dossier={dossier} permit={permit} onDone={onDone} />}
      </div>
    </Panel>
  );
}
