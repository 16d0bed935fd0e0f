import { deleteDraft, listDrafts } from "#contract/drafts.ts";
import { receiveDossier } from "#contract/intake.ts";
import { chooseLimit } from "#domain/catalogue/choose-limit.ts";
import { useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { type CallProblem, call } from "../api.ts";
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
  /** The draft that goes with the first sending; the server takes it away together with receiving. */
  const firstDraft = useRef<{ readonly draftId: string | null } | null>(null);

  async function submit(): Promise<void> {
    setAsked(true);
    intake.askAll();
    if (intake.problems.length > 0) {
      announce(text.intake.problemsLeft(intake.problems.length));
      // The field that asks for a reason is there only once every problem is shown.
      requestAnimationFrame(() => focusFirstProblem(intake.problems));
      return;
    }
    // A save that is still under way would bring the draft back after the dossier has replaced it.
    await drafts.saver.flush();
    const draftId = drafts.saver.draftId();
    const { input } = intake.check(draftId);
    if (!input) return;
    firstDraft.current ??= { draftId };
    const result = await act.send({ body: input });
    if (!result) return;
    if (result.ok) {
      await drafts.saver.stop();
      if (!result.earlier) await dropLeftover(drafts.saver.draftId(), firstDraft.current.draftId);
      void queryClient.invalidateQueries({ queryKey: readKey(listDrafts) });
      onReceived({
        answer: result.value,
        procedureName: intake.view.content.name,
        earlier: result.earlier,
        sameDay: isSameDay(intake),
      });
    } else if (result.problem.kind === "refused") {
      firstDraft.current = null;
      showBesideFields(result.problem, intake);
    } else {
      drafts.saver.mayBeTaken();
    }
  }

  return { submit, asked, pending: act.pending, problem: act.problem };
}

/** Whether the procedure gives its result on the day, for what was chosen in the form. */
export function isSameDay({ form, view }: Pick<Intake, "form" | "view">): boolean {
  const limit = chooseLimit(view.content, form.channel, form.case ?? undefined);
  return limit.ok && limit.value.unit === "sameDay";
}

/** A draft that was begun anew while the answer was unknown holds nothing but what has been received. */
async function dropLeftover(draftId: string | null, taken: string | null): Promise<void> {
  if (draftId !== null && draftId !== taken) await call(deleteDraft, { params: { draftId } });
}

function showBesideFields(problem: CallProblem, intake: Intake): void {
  if (problem.kind === "refused" && ["party_invalid", "authorisation_missing"].includes(problem.code)) {
    intake.showServerProblems(problem.details);
  }
}
