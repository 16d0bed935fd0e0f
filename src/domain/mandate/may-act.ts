import type { AccountId, AgencyId, MandateId, PostOfficeId, UnitId } from "../shared/id.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import type { Role } from "./permission.ts";

/** The tasks that a province may hand to the post: a closed list (Decree 118/2025). Deciding is not in it. */
export const TASKS = [
  "guide",
  "receive",
  "enterData",
  "digitise",
  "assistOnline",
  "collectFee",
  "returnResult",
  "homeVisit",
  "collectAtHome",
  "carry",
] as const;
export type Task = (typeof TASKS)[number];

/** What can be done to a dossier, and which task of a mandate it falls under; null is reserved to the state. */
export const ACTS = {
  receive: "receive",
  returnResult: "returnResult",
  forward: null,
  take: null,
  recordOutcome: null,
  sendBack: null,
  approve: null,
} as const satisfies Record<string, Task | null>;
export type Act = keyof typeof ACTS;

/** By how much of its own right the post acts: under `assist` a civil servant confirms each act before it counts. */
export const AUTONOMIES = ["assist", "supervised", "independent"] as const;
export type Autonomy = (typeof AUTONOMIES)[number];

/** The six rights an act can rest on; every event names one. */
export const BASIS_KINDS = ["office", "mandate", "assignment", "ownRight", "partner", "rule"] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];

export interface Basis {
  readonly kind: BasisKind;
  /** The post, mandate, … that gives the right. */
  readonly id: string;
}

/** A post as the rule sees it: who, as what, where, when. */
export interface Post {
  readonly id: string;
  readonly role: Role;
  /** A one-stop unit for its officers, null elsewhere. */
  readonly unitId: UnitId | null;
  /** The agency for case officers and approvers, null elsewhere. */
  readonly agencyId: AgencyId | null;
  /** The post office for postal clerks, null elsewhere. */
  readonly postOfficeId: PostOfficeId | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** A mandate in the form it is decided on: procedures or fields × tasks × unit × period × autonomy. */
export interface Mandate {
  readonly id: MandateId;
  readonly decisionNumber: string;
  readonly unitId: UnitId;
  readonly postOfficeId: PostOfficeId;
  readonly tasks: readonly Task[];
  readonly fieldCodes: readonly string[];
  readonly procedureCodes: readonly string[];
  readonly exceptProcedureCodes: readonly string[];
  readonly autonomy: Autonomy;
  readonly status: "inForce" | "suspended" | "ended";
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** Training held and passed for a field; without it a mandate does not reach the clerk. */
export interface Accreditation {
  readonly accountId: AccountId;
  readonly fieldCode: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

export interface MayActInput {
  readonly act: Act;
  readonly accountId: AccountId;
  readonly posts: readonly Post[];
  /** All mandates granted to the post at this unit; the rule looks through them itself. */
  readonly mandates: readonly Mandate[];
  readonly accreditations: readonly Accreditation[];
  readonly unitId: UnitId;
  readonly decidingAgencyId: AgencyId;
  readonly procedure: { readonly code: string; readonly fieldCode: string };
  readonly today: PlainDate;
  /** Who recorded the outcome that is to be approved; null when nobody did. */
  readonly preparedBy: AccountId | null;
}

export const MAY_ACT_REFUSALS = [
  "mandate_missing",
  "mandate_not_in_force",
  "mandate_procedure_excluded",
  "mandate_task_excluded",
  "mandate_needs_confirmation",
  "accreditation_missing",
  "act_reserved_to_state",
  "post_missing",
  "same_person_forbidden",
] as const;
export type MayActRefusal = (typeof MAY_ACT_REFUSALS)[number];

/**
 * By which right this person may do this act here, today; or why not. Total: every input has an answer.
 * A civil servant acts by `office`, a postal clerk by `mandate`; a postal clerk never appraises, decides
 * or signs, whatever a mandate says (Decree 118/2025), and nobody approves what they prepared.
 *
 * @rule MANDATE-01
 * @example a clerk whose office has no mandate at the unit → refuse("mandate_missing")
 */
export function mayAct(input: MayActInput): Result<Basis, MayActRefusal> {
  const byOffice = officeBasis(input);
  if (byOffice) return byOffice;
  const clerkPosts = input.posts.filter((post) => post.role === "postalClerk" && inForce(post, input.today));
  if (clerkPosts.length === 0) return refuse("post_missing", { act: input.act });
  const task: Task | null = ACTS[input.act];
  if (task === null) return refuse("act_reserved_to_state", { act: input.act });
  return mandateBasis(input, clerkPosts, task);
}

/** Which posts of the state give the right to an act, and at which place they must be held. */
const OFFICE_FOR_ACT = {
  receive: { role: "oneStopOfficer", at: "unit" },
  forward: { role: "oneStopOfficer", at: "unit" },
  returnResult: { role: "oneStopOfficer", at: "unit" },
  take: { role: "caseOfficer", at: "agency" },
  recordOutcome: { role: "caseOfficer", at: "agency" },
  sendBack: { role: "approver", at: "agency" },
  approve: { role: "approver", at: "agency" },
} as const satisfies Record<Act, { role: Role; at: "unit" | "agency" }>;

function officeBasis(input: MayActInput): Result<Basis, MayActRefusal> | undefined {
  const wanted = OFFICE_FOR_ACT[input.act];
  const post = input.posts.find(
    (held) =>
      held.role === wanted.role &&
      inForce(held, input.today) &&
      (wanted.at === "unit" ? held.unitId === input.unitId : held.agencyId === input.decidingAgencyId),
  );
  if (!post) return undefined;
  if (input.act === "approve" && input.preparedBy === input.accountId) return refuse("same_person_forbidden");
  return done({ kind: "office", id: post.id });
}

/**
 * Looks for a mandate that covers the act. Of several that do not, the answer names the one that came
 * nearest, since that is the one a person can do something about.
 */
function mandateBasis(input: MayActInput, posts: readonly Post[], task: Task): Result<Basis, MayActRefusal> {
  const accredited = input.accreditations.some(
    (held) =>
      held.accountId === input.accountId &&
      held.fieldCode === input.procedure.fieldCode &&
      inForce(held, input.today),
  );
  let nearest: { readonly lacks: number; readonly mandate: Mandate } | undefined;
  for (const mandate of input.mandates) {
    if (mandate.unitId !== input.unitId) continue;
    if (!posts.some((post) => post.postOfficeId === mandate.postOfficeId)) continue;
    const lacks = HURDLES.findIndex((hurdle) => !hurdle.isTaken(mandate, { input, task, accredited }));
    if (lacks < 0) return done({ kind: "mandate", id: mandate.id });
    if (!nearest || lacks > nearest.lacks) nearest = { lacks, mandate };
  }
  const hurdle = nearest && HURDLES[nearest.lacks];
  return nearest && hurdle
    ? hurdle.refusal(nearest.mandate, { input, task, accredited })
    : refuse("mandate_missing", { act: input.act });
}

interface Question {
  readonly input: MayActInput;
  readonly task: Task;
  readonly accredited: boolean;
}

interface Hurdle {
  readonly isTaken: (mandate: Mandate, question: Question) => boolean;
  readonly refusal: (mandate: Mandate, question: Question) => Result<Basis, MayActRefusal>;
}

/** What a mandate must meet, in the order in which it comes nearer to being the right one. */
const HURDLES: readonly Hurdle[] = [
  {
    isTaken: (mandate, { input }) => covers(mandate, input.procedure),
    refusal: (mandate, { input }) => refuse("mandate_procedure_excluded", named(mandate, input)),
  },
  {
    isTaken: (mandate, { task }) => mandate.tasks.includes(task),
    refusal: (mandate, { input, task }) =>
      refuse("mandate_task_excluded", { ...named(mandate, input), task }),
  },
  {
    isTaken: (mandate, { input }) => mandate.status === "inForce" && inForce(mandate, input.today),
    refusal: (mandate, { input }) =>
      refuse("mandate_not_in_force", { ...named(mandate, input), status: mandate.status }),
  },
  {
    isTaken: (_mandate, { accredited }) => accredited,
    refusal: (mandate, { input }) =>
      refuse("accreditation_missing", { ...named(mandate, input), field: input.procedure.fieldCode }),
  },
  {
    isTaken: (mandate) => mandate.autonomy !== "assist",
    refusal: (mandate, { input }) => refuse("mandate_needs_confirmation", named(mandate, input)),
  },
];

function named(mandate: Mandate, { procedure }: MayActInput) {
  return { decision: mandate.decisionNumber, procedure: procedure.code };
}

function covers(mandate: Mandate, procedure: MayActInput["procedure"]): boolean {
  if (mandate.exceptProcedureCodes.includes(procedure.code)) return false;
  return mandate.procedureCodes.includes(procedure.code) || mandate.fieldCodes.includes(procedure.fieldCode);
}

function inForce(held: { validFrom: PlainDate; validTo: PlainDate | null }, today: PlainDate): boolean {
  return held.validFrom <= today && (held.validTo === null || today <= held.validTo);
}
