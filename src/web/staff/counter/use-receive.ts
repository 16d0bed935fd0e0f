import { listDrafts } from "#contract/drafts.ts";
import { receiveDossier } from "#contract/intake.ts";
import { useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import type { CallProblem } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { useAct } from "../use-act.ts";
import { readKey } from "../use-read.ts";
import type { Received } from "./counter-page.tsx";
import type { DraftSaving } from "./use-draft-saving.ts";
import { type Intake, focusFirstProblem } from "./use-intake.ts";

interface Options {
  readonly intake: Intake;
  readonly drafts: DraftSaving;
  readonly onReceived: (received: Received) => void;
}

/** Taking the dossier in: once, whatever is pressed twice or lost on the way. */
export function useReceive({ intake, drafts, onReceived }: Options) {
  const text = useText();
  const act = useAct(receiveDossier);
  const [asked, setAsked] = useState(false);

  async function submit(): Promise<void> {
    setAsked(true);
    intake.askAll();
    if (intake.problems.length > 0) {
      announce(text.intake.problemsLeft(intake.problems.length));
      focusFirstProblem(intake.problems);
      return;
    }
    // A save that is still under way would bring the draft back after the dossier has replaced it.
    await drafts.saver.flush();
    const { input } = intake.check(drafts.saver.draftId());
    if (!input) return;
    const result = await act.send({ body: input });
    if (!result) return;
    if (result.ok) {
      await drafts.saver.stop();
      void queryClient.invalidateQueries({ queryKey: readKey(listDrafts) });
      onReceived({
        answer: result.value,
        procedureName: intake.view.content.name,
        returnMethod: input.returnMethod,
      });
    } else {
      showBesideFields(result.problem, intake);
    }
  }

  return { submit, asked, pending: act.pending, problem: act.problem };
}

function showBesideFields(problem: CallProblem, intake: Intake): void {
  if (problem.kind === "refused" && ["party_invalid", "authorisation_missing"].includes(problem.code)) {
    intake.showServerProblems(problem.details);
  }
}
