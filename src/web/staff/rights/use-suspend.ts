import { suspendRight } from "#contract/assignments.ts";
import type { SuspensionTarget } from "#domain/mandate/mandate.ts";
import { type FormEvent, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { type DecisionForm, NO_DECISION, decisionInput, decisionProblems } from "../decision-fields.tsx";
import type { NamedProcedure } from "../procedure-finder.tsx";
import { useAct } from "../use-act.ts";
import { forgetRights } from "./forget-rights.ts";
import type { SuspensionChoices } from "./suspend-dialog.tsx";

interface SuspendForm {
  readonly target: SuspensionTarget;
  /** Of a clerk, an office or an operator. */
  readonly targetId: string;
  readonly procedure: NamedProcedure | null;
  readonly decision: DecisionForm;
  readonly reason: string;
  readonly successorId: string;
}

const START: SuspendForm = {
  target: "account",
  targetId: "",
  procedure: null,
  decision: NO_DECISION,
  reason: "",
  successorId: "",
};

/** The form of a suspension, what is missing in it, and its sending. */
export function useSuspend(choices: SuspensionChoices, onClose: () => void) {
  const text = useText();
  const { mandates } = text;
  const act = useAct(suspendRight);
  const [form, setForm] = useState(START);
  const [asked, setAsked] = useState(false);
  const targetId = form.target === "procedure" ? (form.procedure?.id ?? "") : form.targetId;
  const problems = {
    targetId: targetId === "" ? mandates.suspensions.choose : undefined,
    reason: form.reason.trim() === "" ? mandates.missing : undefined,
  };
  const decisionFaults = decisionProblems(form.decision, text);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (problems.targetId ?? problems.reason ?? Object.values(decisionFaults)[0]) {
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const result = await act.send({
      body: {
        target: form.target,
        targetId,
        decision: decisionInput(form.decision),
        reason: form.reason.trim(),
        ...(form.successorId !== "" && { successorId: form.successorId }),
      },
    });
    if (!result?.ok) return;
    onClose();
    showToast({ text: mandates.suspensions.done(nameOf(form, choices)) });
    await forgetRights();
  }

  return {
    form,
    change: (changes: Partial<SuspendForm>) => setForm((now) => ({ ...now, ...changes })),
    problems: asked ? problems : { targetId: undefined, reason: undefined },
    decisionProblems: asked ? decisionFaults : {},
    submit,
    pending: act.pending,
    problem: act.problem,
  };
}

function nameOf({ target, targetId, procedure }: SuspendForm, choices: SuspensionChoices): string {
  if (target === "procedure") return procedure?.name ?? "";
  const all = [...choices.clerks, ...choices.offices, ...choices.operators];
  return all.find(({ id }) => id === targetId)?.name ?? "";
}
