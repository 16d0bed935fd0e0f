import { acceptDossier, type readLodging } from "#contract/lodging.ts";
import { useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import type { AnswerOf } from "../api.ts";
import { type Intake, focusFirstProblem } from "../counter/use-intake.ts";
import { isSameDay } from "../counter/use-receive.ts";
import { useAct } from "../use-act.ts";
import type { Settled } from "./accept-page.tsx";

interface Options {
  readonly begun: AnswerOf<typeof readLodging>;
  readonly intake: Intake;
  readonly onSettled: (settled: Settled) => void;
}

/** Receiving what was lodged: once, whatever is pressed twice or lost on the way. */
export function useAccept({ begun, intake, onSettled }: Options) {
  const text = useText();
  const act = useAct(acceptDossier);
  const [asked, setAsked] = useState(false);

  async function submit(): Promise<void> {
    setAsked(true);
    intake.askAll();
    const { input } = intake.check(null);
    if (intake.problems.length > 0 || !input) {
      announce(text.intake.problemsLeft(intake.problems.length));
      // A field that asks for a reason is there only once every problem is shown.
      requestAnimationFrame(() => focusFirstProblem(intake.problems));
      return;
    }
    const { dossierId, version, procedure } = begun;
    const { procedureVersionId: _version, channel: _channel, case: _case, draftId: _draft, ...form } = input;
    const result = await act.send({ params: { dossierId }, body: { version, ...form } });
    if (!result) return;
    if (result.ok) {
      const { value: answer, earlier } = result;
      const received = { answer, procedureName: procedure.content.name, earlier, sameDay: isSameDay(intake) };
      onSettled({ kind: "received", received });
    } else if (result.problem.kind === "refused") intake.showServerProblems(result.problem.details);
  }

  return { submit, asked, pending: act.pending, problem: act.problem };
}
