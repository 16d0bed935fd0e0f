import { type DecisionView, moveMandate } from "#contract/mandates.ts";
import { MOVES_BY_DECISION, MOVES_WITH_REASON, type MandateMove } from "#domain/mandate/mandate-life.ts";
import { Button, Group, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import type { CallProblem } from "../api.ts";
import {
  DecisionFields,
  type DecisionForm,
  NO_DECISION,
  decisionInput,
  decisionProblems,
} from "../decision-fields.tsx";
import { EvidenceField, type KeptEvidence } from "../evidence-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { keepScanOfMove } from "./keep-scan.ts";
import type { MandateView } from "./mandate-page.tsx";
import styles from "./mandates.module.css";
import { forgetMandates } from "./use-mandates.ts";

interface Props {
  readonly view: MandateView;
  readonly move: MandateMove;
  readonly onClose: () => void;
}

/** Says what a step means and asks for what it rests on: the decision, the reason, or only a yes. */
export function MoveDialog({ view, move, onClose }: Props): ReactElement {
  const text = useText();
  const { moves, page, reason: reasonLabel, reasonHint } = text.mandates;
  const { why } = text.proposals;
  const form = useMove({ view, move, onClose });
  return (
    <Dialog opened onClose={onClose} title={moves[move].label} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void form.submit(event)} noValidate>
        <p className={styles["flat"]} lang="vi">
          <strong>{text.mandates.at(view.mandate.postOffice.name, view.mandate.unit.name)}</strong>
        </p>
        <p className={styles["flat"]}>{moves[move].means}</p>
        {form.byDecision && (
          <DecisionFields
            form={form.decision}
            onChange={form.setDecision}
            known={form.known}
            problems={form.problems.decision}
          />
        )}
        {form.byDecision && form.decision.knownId === null && (
          <EvidenceField label={text.programmes.scans.optional} value={form.scan} onChange={form.setScan} />
        )}
        {(form.withReason || form.withWhy) && (
          <Textarea
            label={form.withWhy ? `${why.label} (${text.common.optional})` : reasonLabel}
            description={form.withWhy ? why.hint : reasonHint}
            value={form.reason}
            onChange={(event) => form.setReason(event.currentTarget.value)}
            error={form.problems.reason}
            maxLength={2_000}
            autosize
            minRows={2}
            required={form.withReason}
          />
        )}
        {form.problem && <MoveProblem problem={form.problem} />}
        <Group>
          <Button type="submit" loading={form.pending} data-autofocus={!form.byDecision || undefined}>
            {moves[move].label}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text.common.cancel}
          </Button>
          {form.outdated && (
            <Button variant="subtle" onClick={() => void forgetMandates().then(onClose)}>
              {page.reload}
            </Button>
          )}
        </Group>
      </form>
    </Dialog>
  );
}

/** Refusals after which the page shows something that is no longer so. */
const OUTDATED: ReadonlySet<string> = new Set(["mandate_changed", "mandate_move_not_allowed", "not_found"]);

function useMove({ view, move, onClose }: Props) {
  const text = useText();
  const act = useAct(moveMandate);
  const known = knownDecisions(view);
  const [decision, setDecision] = useState<DecisionForm>({ ...NO_DECISION, knownId: known[0]?.id ?? null });
  const [reason, setReason] = useState("");
  const [scan, setScan] = useState<KeptEvidence | null>(null);
  const [asked, setAsked] = useState(false);
  const byDecision = MOVES_BY_DECISION.has(move);
  const withReason = MOVES_WITH_REASON.has(move);
  const decisionFaults = byDecision ? decisionProblems(decision, text) : {};
  /** What speaks for a proposal may be said, and stands beside the figures that are kept with it. */
  const withWhy = move === "propose";
  const noReason = withReason && reason.trim() === "";

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (noReason || Object.keys(decisionFaults).length > 0) {
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const result = await act.send({
      params: { mandateId: view.mandate.id },
      body: {
        move,
        version: view.mandate.version,
        ...(byDecision && { decision: decisionInput(decision) }),
        ...((withReason || withWhy) && { reason: reason.trim() }),
      },
    });
    if (!result?.ok) return;
    const isKept =
      scan === null ||
      !byDecision ||
      decision.knownId !== null ||
      (await keepScanOfMove(view.mandate.id, scan.fileId));
    onClose();
    showToast({ text: text.mandates.page.done(text.mandates.moves[move].label) });
    if (!isKept) showToast({ text: text.mandates.page.scanLost });
    await forgetMandates();
  }

  const { problem } = act;
  return {
    submit,
    byDecision,
    withReason,
    withWhy,
    known,
    decision,
    setDecision,
    scan,
    setScan,
    reason,
    setReason,
    pending: act.pending,
    problem,
    outdated: problem?.kind === "refused" && OUTDATED.has(problem.code),
    problems: {
      decision: asked ? decisionFaults : {},
      reason: asked && noReason ? text.mandates.missing : undefined,
    },
  };
}

/** Decisions of the mandate's own life, the newest first, each once. */
function knownDecisions({ mandate, history }: MandateView): readonly DecisionView[] {
  const all = [mandate.decision, ...history.toReversed().map(({ decision }) => decision)];
  const found = new Map<string, DecisionView>();
  for (const decision of all)
    if (decision !== null && !found.has(decision.id)) found.set(decision.id, decision);
  return [...found.values()];
}

/** Why not; a contradiction names the mandates that stand in the way, each a way to it. */
function MoveProblem({ problem }: { readonly problem: CallProblem }): ReactElement {
  const { page } = useText().mandates;
  const named = problem.kind === "refused" ? problem.details["mandates"] : undefined;
  const ids = Array.isArray(named) ? (named as readonly string[]) : [];
  return (
    <ProblemNotice
      problem={problem}
      actions={
        ids.length > 0 &&
        ids.map((mandateId) => (
          <Link key={mandateId} to="/mandates/$mandateId" params={{ mandateId }} className={styles["back"]}>
            {page.contradicting}
          </Link>
        ))
      }
    />
  );
}
