import { type Slip, type SlipCandidate, issueSlip, readSlips } from "#contract/registers.ts";
import { SLIP_ROWS_MAX, type SlipForm } from "#domain/dossier/register.ts";
import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { unitFormLink } from "./register-links.ts";
import styles from "./registers.module.css";
import { forgetRegisters } from "./use-registers.ts";

/** What goes to the agency, or came back from it, on slips: choose, issue, print. */
export function SlipsTab({ form }: { readonly form: SlipForm }): ReactElement {
  const { slips: text } = useText().registers;
  const { data, problem, reload } = useRead(readSlips, { query: { form } });
  const [issued, setIssued] = useState<IssuedSlip | null>(null);
  if (!data)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={6} />;
  return (
    <div className={styles["stack"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      <p className={styles["quiet"]}>{text.hints[form]}</p>
      {issued && <JustIssued slip={issued} />}
      <Panel id="candidates" title={text.candidates[form]}>
        {data.candidates.length === 0 ? (
          <EmptyState icon="success" title={text.none[form]} hint={text.noneHint} />
        ) : (
          <Candidates form={form} candidates={data.candidates} onIssued={setIssued} />
        )}
      </Panel>
      <Panel id="slips" title={text.list}>
        <Issued slips={data.slips} />
      </Panel>
    </div>
  );
}

interface IssuedSlip {
  readonly formId: string;
  readonly number: number;
}

interface CandidatesProps {
  readonly form: SlipForm;
  readonly candidates: readonly SlipCandidate[];
  readonly onIssued: (slip: IssuedSlip) => void;
}

/** Rows by agency, since a slip is for one. */
function Candidates({ form, candidates, onIssued }: CandidatesProps): ReactElement {
  const { slips: text } = useText().registers;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const ids = candidates.map(({ dossierId }) => dossierId).filter((id) => chosen.includes(id));
  const agencies = [...new Set(candidates.map(({ agencyName }) => agencyName))].map(
    (agency) => [agency, candidates.filter(({ agencyName }) => agencyName === agency)] as const,
  );
  const toggle = (id: string) =>
    setChosen(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(0, SLIP_ROWS_MAX));
  return (
    <>
      {agencies.map(([agency, rows]) => (
        <fieldset key={agency} className={styles["fields"]}>
          <legend lang="vi">{agency}</legend>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={text.chooseAgency(agency)}
            onClick={() => setChosen(rows.slice(0, SLIP_ROWS_MAX).map(({ dossierId }) => dossierId))}
          >
            {text.all}
          </Button>
          <ul className={styles["lines"]}>
            {rows.map((row) => (
              <Candidate
                key={row.dossierId}
                form={form}
                row={row}
                chosen={ids.includes(row.dossierId)}
                onToggle={() => toggle(row.dossierId)}
              />
            ))}
          </ul>
        </fieldset>
      ))}
      <IssueBar
        form={form}
        ids={ids}
        onIssued={(slip) => {
          setChosen([]);
          onIssued(slip);
        }}
      />
    </>
  );
}

interface CandidateProps {
  readonly form: SlipForm;
  readonly row: SlipCandidate;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function Candidate({ form, row, chosen, onToggle }: CandidateProps): ReactElement {
  const { registers, dates } = useText();
  const { slips: text } = registers;
  return (
    <li className={styles["candidate"]}>
      <Checkbox aria-label={text.choose(row.code)} checked={chosen} onChange={onToggle} />
      <div>
        <Link to="/dossiers/$dossierId" params={{ dossierId: row.dossierId }} className={styles["link"]}>
          {row.code}
        </Link>
        <p lang="vi">
          <strong>{row.applicant}</strong>, {row.procedureName}
        </p>
        <p className={styles["quiet"]}>{`${text.at[form]} ${dates.shortMoment(row.at)}`}</p>
      </div>
    </li>
  );
}

interface IssueProps {
  readonly form: SlipForm;
  readonly ids: readonly string[];
  readonly onIssued: (slip: IssuedSlip) => void;
}

function IssueBar({ form, ids, onIssued }: IssueProps): ReactElement {
  const { slips: text } = useText().registers;
  const act = useAct(issueSlip);
  const may = mayUse(useSession(), "dossier.forward");
  async function issue(): Promise<void> {
    const result = await act.send({ body: { form, dossierIds: [...ids] } });
    if (!result?.ok) return;
    onIssued(result.value);
    showToast({ text: text.issued(result.value.number) });
    await forgetRegisters();
  }
  return (
    <div className={styles["acts"]}>
      <span role="status">
        {text.chosen(ids.length)}
        {ids.length === SLIP_ROWS_MAX && `. ${text.max(SLIP_ROWS_MAX)}`}
      </span>
      <Button loading={act.pending} disabled={ids.length === 0 || !may} onClick={() => void issue()}>
        {text.issue[form]}
      </Button>
      {!may && <span className={styles["quiet"]}>{text.notYours}</span>}
      {act.problem && <ProblemNotice problem={act.problem} />}
    </div>
  );
}

/** The slip that was just issued, to be printed and signed by both. */
function JustIssued({ slip: { formId, number } }: { readonly slip: IssuedSlip }): ReactElement {
  const { slips: text } = useText().registers;
  return (
    <Notice tone="success" title={text.issued(number)}>
      <Button
        component="a"
        href={unitFormLink(formId)}
        target="_blank"
        rel="noreferrer"
        variant="default"
        leftSection={<Icon name="print" size={16} />}
      >
        {text.print(number)}
      </Button>
    </Notice>
  );
}

function Issued({ slips }: { readonly slips: readonly Slip[] }): ReactElement {
  const { registers, dates } = useText();
  const { slips: text } = registers;
  if (slips.length === 0) return <p className={styles["quiet"]}>{text.noSlips}</p>;
  return (
    <ul className={styles["lines"]}>
      {slips.map(({ formId, number, year, rows, by, at }) => (
        <li key={formId}>
          <a className={styles["link"]} href={unitFormLink(formId)} target="_blank" rel="noreferrer">
            {text.line(number, year, rows)}
          </a>
          <p className={styles["quiet"]}>{text.by(by, dates.shortMoment(at))}</p>
        </li>
      ))}
    </ul>
  );
}
