import { undoneBySendingBack, type PlannedStep } from "#domain/dossier/internal-procedure.ts";
import type { StepAct } from "#domain/dossier/step-acts.ts";
import { isOpen } from "#domain/dossier/step-state.ts";
import type { MayActRefusal, Right } from "#domain/mandate/may-act.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Actor } from "./actor.ts";
import type { DossierRecord } from "./load-dossier.ts";
import type { MandateFacts } from "./mandate-cache.ts";
import { rightToAct } from "./move-dossier.ts";
import type { DossierSteps } from "./step-ledger.ts";

/** Who asks about which dossier, by the mandates of which epoch. */
interface StepAsker {
  readonly actor: Actor;
  readonly dossier: DossierRecord;
  readonly facts: MandateFacts;
  readonly now: Instant;
}

/**
 * By which right this person may do this act on this step: the step's own role at the step's own place takes and
 * finishes it; the approver of the deciding agency, or of the step's, assigns it; and it is sent back by the approver or
 * by whoever has the role of an open step that rests on it.
 *
 * @rule STEPS-01
 */
export function rightToStep(
  asker: StepAsker,
  act: StepAct,
  step: PlannedStep,
  steps: DossierSteps,
): Result<Right, MayActRefusal> {
  if (act === "takeStep" || act === "finishStep") return rightOfRole(asker, step);
  const approving = rightOfApprover(asker, step);
  if (approving.ok || act === "assignStep") return approving;
  const resting = undoneBySendingBack(steps.procedure.steps, step.key);
  const open = steps.procedure.steps.filter(
    ({ key }) => key !== step.key && resting.includes(key) && isOpenNow(steps, key),
  );
  return open.map((one) => rightOfRole(asker, one)).find((right) => right.ok) ?? approving;
}

function isOpenNow({ standings }: DossierSteps, key: string): boolean {
  return standings.some((step) => step.key === key && isOpen(step.state));
}

/** The posts of the step's role alone: another post of the same person gives no right to it. */
function rightOfRole({ actor, dossier, facts, now }: StepAsker, step: PlannedStep) {
  const posts = actor.posts.filter(({ role }) => role === step.role || role === "postalClerk");
  return rightToAct({ ...actor, posts }, "doStep", dossier, facts, now, step.agencyId ?? undefined);
}

function rightOfApprover({ actor, dossier, facts, now }: StepAsker, step: PlannedStep) {
  const deciding = rightToAct(actor, "assignStep", dossier, facts, now);
  if (deciding.ok || step.agencyId === null) return deciding;
  const own = rightToAct(actor, "assignStep", dossier, facts, now, step.agencyId);
  return own.ok ? own : deciding;
}
