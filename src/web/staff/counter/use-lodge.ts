import { listDrafts } from "#contract/drafts.ts";
import { type LodgingAnswer, lodgeDossier } from "#contract/lodging.ts";
import { queryClient } from "../query-client.ts";
import { useAct } from "../use-act.ts";
import { readKey } from "../use-read.ts";
import type { AnswerOf } from "../api.ts";
import { contextOf } from "./check-context.ts";
import { lodgingInput } from "./lodging-input.ts";
import type { DraftSaving } from "./use-draft-saving.ts";
import type { Intake } from "./use-intake.ts";

/** What the clerk is told after a dossier was asked for more, or refused. */
export interface Lodged {
  readonly answer: Pick<AnswerOf<typeof lodgeDossier>, "dossierId" | "code" | "formIssueId">;
  readonly kind: LodgingAnswer["kind"];
  readonly procedureName: string;
  readonly earlier: boolean;
}

interface Options {
  readonly intake: Intake;
  readonly drafts: DraftSaving;
  readonly onLodged: (lodged: Lodged) => void;
}

/** Noting a dossier that is not received, from the form of the counter; its draft goes with it. */
export function useLodge({ intake, drafts, onLodged }: Options) {
  const act = useAct(lodgeDossier);
  const check = (draftId: string | null) => lodgingInput(intake.form, contextOf(intake.view, draftId));

  async function send(answer: LodgingAnswer): Promise<boolean> {
    // A save that is still under way would bring the draft back after the dossier has replaced it.
    await drafts.saver.flush();
    const checked = check(drafts.saver.draftId());
    if (!checked.ok) return false;
    const result = await act.send({ body: { ...checked.input, answer } });
    if (!result) return false;
    if (!result.ok) {
      if (result.problem.kind === "refused") intake.showServerProblems(result.problem.details);
      else drafts.saver.mayBeTaken();
      return false;
    }
    await drafts.saver.stop();
    void queryClient.invalidateQueries({ queryKey: readKey(listDrafts) });
    onLodged({
      answer: result.value,
      kind: answer.kind,
      procedureName: intake.view.content.name,
      earlier: result.earlier,
    });
    return true;
  }

  function barredBy(): readonly string[] {
    const checked = check(null);
    return checked.ok ? [] : checked.fields;
  }

  return { send, barredBy, pending: act.pending, problem: act.problem, clear: act.clearProblem };
}
