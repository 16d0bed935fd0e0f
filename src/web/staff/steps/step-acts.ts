import type { DossierView } from "#contract/dossiers.ts";
import type { StepAct, StepView } from "#contract/steps.ts";
import { undoneBySendingBack } from "#domain/dossier/internal-procedure.ts";
import { isOpen } from "#domain/dossier/step-state.ts";

type OfferedAct = StepView["acts"][number];

/** The acts that a step offers to this person: what another post does is said by the step's own line of who does it. */
export function offeredStepActs({ acts }: Pick<StepView, "acts">): readonly OfferedAct[] {
  return acts.filter(({ permit }) => permit.refusal?.code !== "post_missing");
}

/**
 * The one act that the page offers first: to finish what one has in hand, else to take what is one's own or nobody's.
 * To stand in for another is never the first thing to do. Null when there is nothing of the kind.
 */
export function firstAct(
  steps: readonly Pick<StepView, "key" | "acts">[],
): { readonly key: string; readonly act: StepAct } | null {
  for (const wanted of ["finishStep", "takeStep"] as const) {
    const step = steps.find(({ acts }) =>
      acts.some(({ act, permit, inPlaceOf }) => act === wanted && permit.allowed && inPlaceOf === null),
    );
    if (step) return { key: step.key, act: wanted };
  }
  return null;
}

/** Names of the steps that are to be done again when one is sent back: those that have begun. */
export function undoneNames(steps: readonly StepView[], key: string): readonly string[] {
  const undone = undoneBySendingBack(steps, key);
  return steps
    .filter((step) => undone.includes(step.key) && step.state !== "waiting")
    .map(({ name }) => name);
}

/**
 * Why a step is to be done again: the words with which it was sent back and by whom, until it is done. Null when it was
 * not, or nothing was said.
 */
export function sentBackWords(
  events: readonly Told[],
  { name, state }: Pick<StepView, "name" | "state">,
): { readonly actor: string; readonly note: string } | null {
  if (!isOpen(state)) return null;
  const last = events.findLast(({ type, step }) => step?.name === name && SAYS_WHERE_IT_IS.includes(type));
  if (last === undefined || last.type === "dossier.stepFinished" || last.note === null) return null;
  return { actor: last.actor, note: last.note };
}

type Told = Pick<DossierView["events"][number], "type" | "step" | "actor" | "note">;

const SAYS_WHERE_IT_IS: readonly string[] = [
  "dossier.stepFinished",
  "dossier.stepSentBack",
  "dossier.sentBack",
];

/** Names of the steps that a waiting one still waits for. */
export function waitsFor(steps: readonly StepView[], { after }: Pick<StepView, "after">): readonly string[] {
  return steps.filter(({ key, state }) => after.includes(key) && state !== "done").map(({ name }) => name);
}
