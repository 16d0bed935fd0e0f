import type { AccountId } from "../shared/id.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import type { StepStanding } from "./fold-steps.ts";
import type { PlannedStep } from "./internal-procedure.ts";
import { isOpen } from "./step-state.ts";

/** The acts on a step, in the order in which buttons stand. */
export const STEP_ACTS = ["takeStep", "finishStep", "assignStep", "sendStepBack"] as const;
export type StepAct = (typeof STEP_ACTS)[number];

/** Why where a step stands does not allow an act. */
interface RefusalsOfAct {
  readonly takeStep: "step_not_open" | "step_yours_already";
  readonly finishStep: "step_not_open" | "step_of_another";
  readonly assignStep: "step_not_open";
  readonly sendStepBack: "step_not_done";
}
export type StepRefusal<Act extends StepAct = StepAct> = RefusalsOfAct[Act];

type Standing = Pick<StepStanding, "state" | "holderId">;

/**
 * Whether where a step stands allows an act by this person; the right to it is asked apart. What is another's is taken
 * in that person's place first, and then finished: nobody finishes by another's hand.
 *
 * @rule STEPS-01
 * @example stepAllows("finishStep", a step that nobody has taken, me) → refuse("step_of_another")
 */
export function stepAllows<Act extends StepAct>(
  act: Act,
  standing: Standing,
  accountId: AccountId,
): Result<null, StepRefusal<Act>> {
  return ALLOWS[act](standing, accountId);
}

const ALLOWS: {
  readonly [Act in StepAct]: (standing: Standing, accountId: AccountId) => Result<null, StepRefusal<Act>>;
} = {
  takeStep: ({ state, holderId }, accountId) => {
    if (!isOpen(state)) return refuse("step_not_open");
    return state === "taken" && holderId === accountId ? refuse("step_yours_already") : done(null);
  },
  finishStep: ({ state, holderId }, accountId) => {
    if (!isOpen(state)) return refuse("step_not_open");
    return holderId === accountId ? done(null) : refuse("step_of_another");
  },
  assignStep: ({ state }) => (isOpen(state) ? done(null) : refuse("step_not_open")),
  sendStepBack: ({ state }) => (state === "done" ? done(null) : refuse("step_not_done")),
};

/** Papers that a step yields and that are not among these. */
export function missingPapers(
  { yields }: PlannedStep,
  brought: readonly { readonly name: string }[],
): readonly string[] {
  return yields.filter((name) => !brought.some((paper) => paper.name === name));
}
