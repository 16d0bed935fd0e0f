import { type LodgingAnswer, askBeforeReceipt, type readLodging, refuseIntake } from "#contract/lodging.ts";
import type { AnswerOf } from "../api.ts";
import { useAct } from "../use-act.ts";
import type { Settled } from "./accept-page.tsx";

interface Options {
  readonly begun: AnswerOf<typeof readLodging>;
  readonly onSettled: (settled: Settled) => void;
}

/** Asking once more for what is missing of a lodged dossier, or refusing it. */
export function useAnswer({ begun, onSettled }: Options) {
  const asking = useAct(askBeforeReceipt);
  const refusing = useAct(refuseIntake);

  async function send(answer: LodgingAnswer): Promise<boolean> {
    const { dossierId, code, version, procedure } = begun;
    const input = { params: { dossierId } };
    const result =
      answer.kind === "ask"
        ? await asking.send({ ...input, body: { version, papers: answer.papers, reason: answer.reason } })
        : await refusing.send({ ...input, body: { version, reason: answer.reason } });
    if (!result?.ok) return false;
    const { formIssueId } = result.value;
    if (formIssueId === null) return false;
    const said = { dossierId, code, formIssueId };
    const { name: procedureName } = procedure.content;
    onSettled({
      kind: "lodged",
      lodged: { answer: said, kind: answer.kind, procedureName, earlier: result.earlier },
    });
    return true;
  }

  function clear(): void {
    asking.clearProblem();
    refusing.clearProblem();
  }

  const pending = asking.pending || refusing.pending;
  return { send, pending, problem: asking.problem ?? refusing.problem, clear };
}
