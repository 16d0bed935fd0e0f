import type { ProposalView } from "#contract/figures.ts";
import { type DecisionInput, moveMandate, readMandate } from "#contract/mandates.ts";
import { useRef, useState } from "react";
import { v4 as uuid } from "uuid";
import { type CallProblem, call } from "../api.ts";

export type Verdict = "approve" | "refuse";

/** What became of one of several proposals. */
export type Outcome =
  | { readonly kind: "waits" | "running" | "done" }
  | { readonly kind: "failed"; readonly problem: CallProblem };

export interface Decision {
  readonly verdict: Verdict;
  readonly decision: DecisionInput | null;
  readonly reason: string;
}

/**
 * Decides proposals one after the other, each by an act of its own with a key of its own, all by the same decision: a
 * decision that is named for the first time is written by the first, and named again by the next. One that fails stops
 * none of the others. Tried again, it is only those that failed; with the same key, so that a lost answer is no second
 * act.
 */
export function useDecisions(rows: readonly ProposalView[]) {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [running, setRunning] = useState(false);
  const keys = useRef(new Map<string, string>());
  const known = useRef<DecisionInput | null>(null);

  async function decide({ verdict, decision, reason }: Decision): Promise<void> {
    setRunning(true);
    const left = rows.filter(({ mandate }) => outcomes.get(mandate.id)?.kind !== "done");
    for (const { mandate } of left) {
      setOutcomes((now) => new Map(now).set(mandate.id, { kind: "running" }));
      const key = keys.current.get(mandate.id) ?? uuid();
      keys.current.set(mandate.id, key);
      const named = known.current ?? decision;
      const result = await call(moveMandate, {
        params: { mandateId: mandate.id },
        body: {
          move: verdict,
          version: mandate.version,
          ...(named && { decision: named }),
          ...(reason !== "" && { reason }),
        },
        idempotencyKey: key,
      });
      // Refused for good: another try is another request.
      if (!result.ok && result.problem.kind === "refused") keys.current.delete(mandate.id);
      if (result.ok && known.current === null && named) known.current = await decisionOf(mandate.id);
      const outcome: Outcome = result.ok ? { kind: "done" } : { kind: "failed", problem: result.problem };
      setOutcomes((now) => new Map(now).set(mandate.id, outcome));
    }
    setRunning(false);
  }

  return { outcomes, running, decide };
}

/** The decision that a mandate was just approved by, to be named again by its id. */
async function decisionOf(mandateId: string): Promise<DecisionInput | null> {
  const read = await call(readMandate, { params: { mandateId } });
  const id = read.ok ? read.value.mandate.decision?.id : undefined;
  return id === undefined ? null : { id };
}
