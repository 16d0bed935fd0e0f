import { type Basis, type MayActInput, type MayActRefusal, mayAct } from "#domain/mandate/may-act.ts";
import type { Result } from "#domain/shared/result.ts";
import type { MandateFacts } from "./mandate-cache.ts";

/** {@link mayAct} but for what the mandates of a space say, which the facts know. */
export type RightQuestion = Omit<MayActInput, "mandates" | "accreditations">;

/**
 * By which right this person may do this act, by the mandates of an epoch. The mandates that name the procedure's
 * field are asked first: a yes is among them as a rule. A no is given by all of the unit, since only they show
 * which mandate came nearest.
 */
export function decideRight(facts: MandateFacts, question: RightQuestion): Result<Basis, MayActRefusal> {
  const { mandates, accreditations } = facts.about(question.unitId, question.accountId);
  const likely = facts.naming(question.unitId, question.procedure.fieldCode);
  const first = mayAct({ ...question, mandates: likely, accreditations });
  return first.ok || likely.length === mandates.length
    ? first
    : mayAct({ ...question, mandates, accreditations });
}
