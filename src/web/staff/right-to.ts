import type { RightFacts } from "#contract/right-facts.ts";
import { type MayActInput, type MayActRefusal, type Right, mayAct } from "#domain/mandate/may-act.ts";
import { asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Result } from "#domain/shared/result.ts";

/** An act that a button offers, and on what. */
export interface OfferedRight {
  readonly act: MayActInput["act"];
  readonly unitId: string;
  /** Of a dossier; before there is one, no act asks for it. */
  readonly decidingAgencyId: string | null;
  readonly procedure: MayActInput["procedure"];
  readonly dossierId: string | null;
  readonly preparedBy: string | null;
}

/**
 * What the server would answer to an act at this moment, by the facts that it gave: the same rule, asked by a button.
 * @example rightTo(facts, { act: "receive", unitId, procedure, … }, serverNow()) → refuse("mandate_missing")
 */
export function rightTo(
  facts: RightFacts,
  offered: OfferedRight,
  now: Instant,
): Result<Right, MayActRefusal> {
  return mayAct({
    act: offered.act,
    accountId: asId(facts.accountId),
    posts: facts.posts,
    mandates: facts.mandates,
    accreditations: facts.accreditations,
    assignments: facts.assignments,
    suspensions: facts.suspensions,
    unitId: asId(offered.unitId),
    counterId: facts.counterId === null ? null : asId(facts.counterId),
    decidingAgencyId: asId(offered.decidingAgencyId ?? ""),
    procedure: offered.procedure,
    dossierId: offered.dossierId === null ? null : asId(offered.dossierId),
    now,
    preparedBy: offered.preparedBy === null ? null : asId(offered.preparedBy),
  });
}
