import { type MayActInput, type MayActRefusal, type Right, mayAct } from "#domain/mandate/may-act.ts";
import { asId } from "#domain/shared/id.ts";
import type { Result } from "#domain/shared/result.ts";
import { type Lineage, NO_LINEAGE } from "#domain/unit/succession.ts";
import type { MandateFacts } from "./mandate-cache.ts";

/** {@link mayAct} but for what the mandates of a space say, which the facts know. */
export type RightQuestion = Omit<MayActInput, "mandates" | "accreditations" | "assignments" | "suspensions">;

/**
 * By which right this person may do this act, by the mandates of an epoch. The mandates that name the procedure's
 * field are asked first: a yes is among them as a rule. A no is given by all of the unit, since only they show
 * which mandate came nearest; and so is a yes that must be confirmed, since another mandate may need no confirming. Whether the act waits for a confirmation, the right says; what that means, the use-case.
 */
export function decideRight(facts: MandateFacts, asked: RightQuestion): Result<Right, MayActRefusal> {
  const question = facts.lineage === NO_LINEAGE ? asked : questionToday(asked, facts.lineage);
  const about = facts.about(question.unitId, question.accountId);
  const likely = facts.naming(question.unitId, question.procedure.fieldCode);
  const first = mayAct({ ...question, ...about, mandates: likely });
  const isFree = first.ok && first.value.kind !== "assignment" && !first.value.awaitsConfirmation;
  const isClear = isFree || likely.length === about.mandates.length;
  return isClear ? first : mayAct({ ...question, ...about });
}

/** A dossier of a unit that has ended is decided as one of its heir's; the rule itself knows places of today only. */
function questionToday(question: RightQuestion, { heirOf }: Lineage): RightQuestion {
  const { unitId, counterId, decidingAgencyId } = question;
  return {
    ...question,
    unitId: asId(heirOf(unitId)),
    counterId: counterId && asId(heirOf(counterId)),
    decidingAgencyId: asId(heirOf(decidingAgencyId)),
    posts: question.posts.map((post) => ({
      ...post,
      unitId: post.unitId && asId(heirOf(post.unitId)),
      agencyId: post.agencyId && asId(heirOf(post.agencyId)),
    })),
  };
}
