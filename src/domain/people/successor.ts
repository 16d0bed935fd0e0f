import type { Role } from "../mandate/permission.ts";
import { type Result, done, refuse } from "../shared/result.ts";

/** Somebody who is to take over, as the rule sees him or her today. */
export interface SuccessorFacts {
  readonly accountId: string;
  /** The contract runs today. */
  readonly inForce: boolean;
  /** The person, the office or the operator is stopped. */
  readonly suspended: boolean;
  /** The posts held today, each with the places whose dossiers it reaches. */
  readonly posts: readonly { readonly role: Role; readonly placeIds: readonly string[] }[];
}

/** Who is stopped or leaves: one person, or all clerks of an office or an operator. */
export interface Leaving {
  readonly accountIds: readonly string[];
}

/** Where somebody must be able to go on: papers at a one-stop unit, cases at an agency. */
export interface Needs {
  readonly unitIds: readonly string[];
  readonly agencyIds: readonly string[];
}

/** Who takes over from whom: one person may hand over to several, by each post to another one. */
export type Successions = ReadonlyMap<string, readonly string[]>;

export const SUCCESSOR_REFUSALS = [
  "successor_unknown",
  "successor_cycle",
  "successor_suspended",
  "successor_elsewhere",
] as const;
export type SuccessorRefusal = (typeof SUCCESSOR_REFUSALS)[number];

/**
 * Whether a named person may take over what is in hand. The circle is looked for first, since it is what the other
 * answers would hide: a successor who has to hand over to the one who leaves. A civil servant may take over from the
 * post, since the state is whose task it is; the post never takes over a case, which only a case officer reaches.
 *
 * @rule SUCCESSION-01
 * @param next who takes over from whom, by every suspension and every planned end of a contract or a post
 * @example A leaves to B while B's contract ends with A as successor → refuse("successor_cycle")
 */
export function checkSuccessor(
  { accountIds }: Leaving,
  successor: SuccessorFacts | undefined,
  next: Successions,
  needs: Needs,
): Result<null, SuccessorRefusal> {
  if (!successor) return refuse("successor_unknown");
  if (leadsBack(accountIds, successor.accountId, next)) return refuse("successor_cycle");
  if (!successor.inForce) return refuse("successor_unknown");
  if (successor.suspended) return refuse("successor_suspended");
  const reached = needs.unitIds.every((id) => reaches(successor, COUNTER_ROLES, id));
  const decided = needs.agencyIds.every((id) => reaches(successor, CASE_ROLES, id));
  return reached && decided ? done(null) : refuse("successor_elsewhere");
}

/** Roles that go on with papers at a unit, and with cases at an agency. */
const COUNTER_ROLES: readonly Role[] = ["postalClerk", "oneStopOfficer", "unitHead"];
const CASE_ROLES: readonly Role[] = ["caseOfficer"];

function reaches({ posts }: SuccessorFacts, roles: readonly Role[], placeId: string): boolean {
  return posts.some(({ role, placeIds }) => roles.includes(role) && placeIds.includes(placeId));
}

/** True when what goes to the successor would come back, by however many hands and whichever of several ways. */
function leadsBack(from: readonly string[], to: string, next: Successions): boolean {
  const seen = new Set([to]);
  for (const hand of seen) {
    if (from.includes(hand)) return true;
    for (const one of next.get(hand) ?? []) seen.add(one); // A set is walked to its end, also what comes meanwhile.
  }
  return false;
}
