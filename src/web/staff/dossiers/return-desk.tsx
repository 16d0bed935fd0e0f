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
import { useSession } from "../session/session.ts";
import { useRead } from "../use-read.ts";
import type { ActFormProps } from "./act-props.ts";
import styles from "./acts-panel.module.css";
import { resultNotHere } from "./result-not-here.ts";
import { TakeOverForm } from "./collection-forms.tsx";
import layout from "./dossier-page.module.css";
import { forgetDossiers } from "./forget-dossiers.ts";
import { PermitWords } from "./permit-words.tsx";
import { ReturnForm } from "./return-form.tsx";
import { returnWay } from "./return-way.ts";
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

function whoseFacts(dossier: DossierView, text: Words): readonly Fact[] {
  const { dossiers, lists, dates, groups } = text;
  const { returning, page, columns } = dossiers;
  const { applicant, submitter, result, units } = dossier;
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
    { label: page.returnMethod, value: returnWay(dossier, text) },
    ...(units.collectedAt === null ? [] : [{ label: groups.collectedAt, value: units.collectedAt }]),
  ];
}

/** The result lies at another unit: it is taken over first, by whoever may return it here. */
function TakeOver(props: Omit<ActFormProps, "onCancel">): ReactElement {
  return (
    <>
      <PermitWords permit={props.permit} />
      {props.permit.allowed && <TakeOverForm {...props} />}
    </>
  );
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
  const permitOf = usePermit(dossier);
  const permit = permitOf("returnResult");
  // A form that was begun stays with what was typed, also when the dossier moves on in other hands.
  const [begun] = useState(permit.allowed);
  const elsewhere = resultNotHere(dossier, "returnResult", useSession().counter);
  if (elsewhere !== null) {
    const { what, wayOut } = text.refusals[elsewhere.code](elsewhere.details);
    return (
      <Notice tone="info" title={what}>
        {wayOut}
      </Notice>
    );
  }
  if (dossier.units.resultStillAt !== null)
    return (
      <Panel id="take-over" title={text.lists.moves.takeOverResult}>
        <div className={styles["act"]}>
          <TakeOver
            dossier={dossier}
            permit={permitOf("takeOverResult")}
            onDone={() => void forgetDossiers()}
          />
        </div>
      </Panel>
    );
  return (
    <Panel id="hand-over" title={text.lists.moves.returnResult}>
      <div className={styles["act"]}>
        <PermitWords permit={permit} />
        {(permit.allowed || begun) && <ReturnForm dossier={dossier} permit={permit} onDone={onDone} />}
      </div>
    </Panel>
  );
}
