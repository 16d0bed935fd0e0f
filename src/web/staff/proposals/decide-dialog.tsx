import type { ProposalView } from "#contract/figures.ts";
import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Mark } from "#web/ui/mark.tsx";
import {
  DecisionFields,
  type DecisionForm,
  NO_DECISION,
  decisionInput,
  decisionProblems,
} from "../decision-fields.tsx";
import { forgetMandates } from "../mandates/use-mandates.ts";
import { MEASURES } from "./compare-list.tsx";
import { decidedOn, placeOf, scopeOf } from "./compare-rows.ts";
import styles from "./proposals.module.css";
import { type Outcome, type Verdict, useDecisions } from "./use-decisions.ts";

interface Props {
  readonly verdict: Verdict;
  readonly rows: readonly ProposalView[];
  readonly onClose: () => void;
}

/** Asks for the decision or the reason once, then decides one proposal after the other and tells what became of each. */
export function DecideDialog({ verdict, rows, onClose }: Props): ReactElement {
  const text = useText();
  const { compare } = text.proposals;
  const form = useDeciding(verdict, rows);
  const approves = verdict === "approve";
  const close = () => {
    if (!form.running) onClose();
    if (form.begun) void forgetMandates();
  };
  return (
    <Dialog
      opened
      onClose={close}
      size="lg"
      closable={!form.running}
      title={approves ? compare.approveTitle(rows.length) : compare.refuseTitle(rows.length)}
    >
      <form className={styles["stack"]} onSubmit={(event) => void form.submit(event)} noValidate>
        <p className={styles["flat"]}>{approves ? compare.approveMeans : compare.refuseMeans}</p>
        {!form.finished && approves && (
          <DecisionFields
            form={form.decision}
            onChange={form.setDecision}
            problems={form.problems.decision}
          />
        )}
        {!form.finished && !approves && (
          <Textarea
            label={text.mandates.reason}
            description={text.mandates.reasonHint}
            value={form.reason}
            onChange={(event) => form.setReason(event.currentTarget.value)}
            error={form.problems.reason}
            maxLength={2_000}
            autosize
            minRows={2}
            required
            data-autofocus
          />
        )}
        <Outcomes verdict={verdict} rows={rows} outcomes={form.outcomes} />
        <Group>
          {!form.finished && (
            <Button type="submit" loading={form.running}>
              {text.mandates.moves[verdict].label}
            </Button>
          )}
          <Button variant="default" onClick={close} disabled={form.running}>
            {form.finished ? text.common.close : text.common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function useDeciding(verdict: Verdict, rows: readonly ProposalView[]) {
  const text = useText();
  const { outcomes, running, decide } = useDecisions(rows);
  const [decision, setDecision] = useState<DecisionForm>(NO_DECISION);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const faults = verdict === "approve" ? decisionProblems(decision, text) : {};
  const noReason = verdict === "refuse" && reason.trim() === "";
  const all = rows.map(({ mandate }) => outcomes.get(mandate.id)?.kind);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (noReason || Object.keys(faults).length > 0) {
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    await decide({
      verdict,
      decision: verdict === "approve" ? decisionInput(decision) : null,
      reason: verdict === "refuse" ? reason.trim() : "",
    });
  }

  return {
    outcomes,
    running,
    begun: outcomes.size > 0,
    /** Nothing is left that another try could write. */
    finished: !running && rows.every(({ mandate }) => isSettled(outcomes.get(mandate.id))) && all.length > 0,
    decision,
    setDecision,
    reason,
    setReason,
    submit,
    problems: {
      decision: asked ? faults : {},
      reason: asked && noReason ? text.mandates.missing : undefined,
    },
  };
}

/** Refusals that no other decision or reason would change. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  "mandate_changed",
  "mandate_move_not_allowed",
  "mandate_decided_by_drafter",
  "mandate_contradicts",
  "mandate_period_over",
  "not_found",
  "permission_missing",
]);

function isSettled(outcome: Outcome | undefined): boolean {
  if (outcome?.kind === "done") return true;
  return (
    outcome?.kind === "failed" && outcome.problem.kind === "refused" && FOR_GOOD.has(outcome.problem.code)
  );
}

interface OutcomesProps extends Pick<Props, "verdict" | "rows"> {
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

function Outcomes({ verdict, rows, outcomes }: OutcomesProps): ReactElement {
  const text = useText();
  const { compare } = text.proposals;
  return (
    <ul className={styles["outcomes"]} aria-label={compare.results} aria-live="polite">
      {rows.map((proposal) => {
        const outcome = outcomes.get(proposal.mandate.id);
        return (
          <li key={proposal.mandate.id}>
            <span lang="vi" className={styles["outcome"]}>
              {placeOf(proposal, text)}
              <span className={styles["under"]}>{scopeOf(proposal)}</span>
              <DecidedOn proposal={proposal} />
            </span>
            <OutcomeMark outcome={outcome} verdict={verdict} />
            {outcome?.kind === "failed" && <p className={styles["quiet"]}>{failureWords(outcome, text)}</p>}
          </li>
        );
      })}
    </ul>
  );
}

/** The figures that this proposal is decided on, in a line each; and a contradiction, which no approval gets past. */
function DecidedOn({ proposal }: { readonly proposal: ProposalView }): ReactElement {
  const text = useText();
  const { compare } = text.proposals;
  const figures = decidedOn(proposal);
  const { trained, clerks, contradictions } = proposal;
  const lines = [
    ...MEASURES.map(({ by, say }) => `${compare.columns[by]}: ${say(figures, text)}`),
    `${compare.columns.trained}: ${compare.trained(trained, clerks)}`,
  ];
  return (
    <>
      <span className={styles["under"]}>{lines.join(" · ")}</span>
      {contradictions > 0 && (
        <Mark tone="error" icon="error">
          {compare.contradictions(contradictions)}
        </Mark>
      )}
    </>
  );
}

interface MarkProps {
  readonly outcome: Outcome | undefined;
  readonly verdict: Verdict;
}

function OutcomeMark({ outcome, verdict }: MarkProps): ReactElement {
  const { compare } = useText().proposals;
  switch (outcome?.kind ?? "waits") {
    case "done":
      return (
        <Mark tone="success" icon="success">
          {verdict === "approve" ? compare.approved : compare.refused}
        </Mark>
      );
    case "failed":
      return (
        <Mark tone="error" icon="error">
          {compare.failed}
        </Mark>
      );
    case "running":
      return <Mark tone="info">{compare.running}</Mark>;
    case "waits":
      return <Mark tone="quiet">{compare.waits}</Mark>;
  }
}

function failureWords({ problem }: Extract<Outcome, { kind: "failed" }>, text: Words): string {
  const { compare } = text.proposals;
  if (problem.kind !== "refused") return text.common.offline.what;
  if (problem.code === "mandate_changed" || problem.code === "mandate_move_not_allowed")
    return compare.faster;
  const { what, wayOut } = text.refusals[problem.code](problem.details);
  return `${what} ${wayOut}`;
}
