import { type Basis, type MayActInput, type RightRefusal, mayAct } from "#domain/mandate/may-act.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { MandateFacts } from "./mandate-cache.ts";

/** {@link mayAct} but for what the mandates of a space say, which the facts know. */
export type RightQuestion = Omit<MayActInput, "mandates" | "accreditations" | "assignments" | "suspensions">;

/**
 * By which right this person may do this act, by the mandates of an epoch. The mandates that name the procedure's
 * field are asked first: a yes is among them as a rule. A no is given by all of the unit, since only they show
 * which mandate came nearest.
 */
export function decideRight(facts: MandateFacts, question: RightQuestion): Result<Basis, RightRefusal> {
  const about = facts.about(question.unitId, question.accountId);
  const likely = facts.naming(question.unitId, question.procedure.fieldCode);
  const first = mayAct({ ...question, ...about, mandates: likely });
  const isClear = first.ok ? first.value.kind !== "assignment" : likely.length === about.mandates.length;
  const right = isClear ? first : mayAct({ ...question, ...about });
  if (!right.ok) return right;
  const { kind, id, awaitsConfirmation } = right.value;
  return awaitsConfirmation
    ? refuse("mandate_needs_confirmation", { procedure: question.procedure.code })
    : done({ kind, id });
}
