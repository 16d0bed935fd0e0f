import type { AccountId, AgencyId, CounterId, DossierId, PostOfficeId, UnitId } from "../shared/id.ts";
import { type Instant, localTime } from "../shared/instant.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import type { Accreditation, Assignment, Mandate, Suspension, Task } from "./mandate.ts";
import type { Role } from "./permission.ts";

/** What can be done to a dossier or before there is one, and which task of a mandate it falls under; null is reserved to the state. */
export const ACTS = {
  guide: "guide",
  receive: "receive",
  askBeforeReceipt: "receive",
  refuseIntake: null,
  supplement: "receive",
  askWithdrawal: "receive",
  endOnRequest: null,
  returnResult: "returnResult",
  handPapersBack: "returnResult",
  forward: null,
  askSupplement: null,
  askSupplementAgain: null,
  fulfilDuty: null,
  setDate: null,
  consult: null,
  answerConsultation: null,
  take: null,
  doStep: null,
  assignStep: null,
  recordOutcome: null,
  sendBack: null,
  approve: null,
  confirm: null,
  resubmit: "receive",
  withdraw: "receive",
  deliverReceipt: "receive",
  remark: "returnResult",
} as const satisfies Record<string, Task | null>;
export type Act = keyof typeof ACTS;

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
  /** The postal operator that the office belongs to, null elsewhere. */
  readonly operatorId: string | null;
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
  readonly assignments: readonly Assignment[];
  readonly suspensions: readonly Suspension[];
  readonly unitId: UnitId;
  /** Where the person sits; null when not at a counter. */
  readonly counterId: CounterId | null;
  readonly decidingAgencyId: AgencyId;
  readonly procedure: { readonly code: string; readonly fieldCode: string };
  /** Null before there is one. */
  readonly dossierId: DossierId | null;
  readonly now: Instant;
  /** Who recorded the outcome that is to be approved, or did the act that is to be confirmed; null when nobody did. */
  readonly preparedBy: AccountId | null;
}

/** A right as an act uses it. */
export interface Right extends Basis {
  /** The act waits for a civil servant's confirmation before it counts (autonomy `assist`). */
  readonly awaitsConfirmation: boolean;
}

export const MAY_ACT_REFUSALS = [
  "mandate_missing",
  "mandate_not_in_force",
  "mandate_procedure_excluded",
  "mandate_task_excluded",
  "mandate_counter_excluded",
  "accreditation_missing",
  "right_suspended",
  "act_reserved_to_state",
  "post_missing",
  "same_person_forbidden",
] as const;
export type MayActRefusal = (typeof MAY_ACT_REFUSALS)[number];

/**
 * By which right this person may do this act here, at this moment; or why not. Total: every input has an answer.
 * A civil servant acts by `office`, a postal clerk by `mandate` or, outside of the list, by an `assignment` of the
 * head of the unit; a postal clerk never appraises, decides or signs, whatever a mandate says (Decree 118/2025), and
 * nobody approves what they prepared or confirms what they did. A suspension stops the post before anything else is asked.
 *
 * @rule MANDATE-01
 * @example a clerk whose office has no mandate at the unit → refuse("mandate_missing")
 */
export function mayAct(input: MayActInput): Result<Right, MayActRefusal> {
  const today = localTime(input.now).day;
  const byOffice = officeRight(input, today);
  if (byOffice) return byOffice;
  const posts = input.posts.filter((post) => post.role === "postalClerk" && inForce(post, today));
  if (posts.length === 0) return refuse("post_missing", { act: input.act });
  const task: Task | null = ACTS[input.act];
  if (task === null) return refuse("act_reserved_to_state", { act: input.act });
  const stopped = posts.map((post) => suspensionOf(post, input));
  const [first] = stopped;
  if (first && stopped.every(Boolean))
    return refuse("right_suspended", { target: first.target, decision: first.decisionNumber });
  const free = posts.filter((_, index) => !stopped[index]);
  const question = { input, posts: free, task, today, accredited: isAccredited(input, today) };
  const byMandate = mandateRight(question);
  return byMandate.ok ? byMandate : (assignmentRight(question) ?? byMandate);
}

/** What stops a post of the postal operator at this moment for this procedure, if anything does. */
function suspensionOf(post: Post, input: MayActInput): Suspension | undefined {
  const ids: Readonly<Record<Suspension["target"], string | null>> = {
    account: input.accountId,
    postOffice: post.postOfficeId,
    operator: post.operatorId,
    procedure: input.procedure.code,
  };
  return input.suspensions.find(
    ({ target, targetId, from, to }) =>
      ids[target] === targetId && from <= input.now && (to === null || input.now < to),
  );
}

interface Office {
  readonly roles: readonly Role[];
  readonly at: "unit" | "agency";
}

const OFFICER: Office = { roles: ["oneStopOfficer"], at: "unit" };
const OFFICER_OR_HEAD: Office = { roles: ["oneStopOfficer", "unitHead"], at: "unit" };
const CASE_OFFICER: Office = { roles: ["caseOfficer"], at: "agency" };
const APPROVER: Office = { roles: ["approver"], at: "agency" };

/** Which posts of the state give the right to an act, and at which place they must be held: any of them does. */
export const OFFICES_FOR_ACT: Readonly<Record<Act, readonly Office[]>> = {
  guide: [OFFICER],
  receive: [OFFICER],
  askBeforeReceipt: [OFFICER],
  refuseIntake: [OFFICER],
  supplement: [OFFICER],
  askWithdrawal: [OFFICER],
  endOnRequest: [OFFICER],
  forward: [OFFICER],
  returnResult: [OFFICER],
  handPapersBack: [OFFICER],
  take: [CASE_OFFICER],
  // Of these the step itself names one (STEPS-01).
  doStep: [OFFICER, CASE_OFFICER, APPROVER],
  assignStep: [APPROVER],
  askSupplement: [OFFICER, CASE_OFFICER],
  // The law allows one request; a second needs somebody who answers for it (NĐ 118/2025 Điều 11).
  askSupplementAgain: [APPROVER],
  fulfilDuty: [OFFICER, CASE_OFFICER],
  recordOutcome: [CASE_OFFICER],
  sendBack: [APPROVER],
  approve: [APPROVER],
  setDate: [APPROVER],
  consult: [CASE_OFFICER, APPROVER],
  // Asked with the agency that was asked in the place of the deciding one.
  answerConsultation: [CASE_OFFICER, APPROVER],
  confirm: [OFFICER_OR_HEAD],
  resubmit: [OFFICER],
  withdraw: [OFFICER],
  deliverReceipt: [OFFICER],
  remark: [OFFICER_OR_HEAD],
};

/** What has an effect that a civil servant confirms under `assist`; guiding, answering and handing over a slip have none. */
const AWAITED_ACTS: readonly Act[] = ["receive", "supplement", "returnResult"];

function isAwaited({ autonomy }: Mandate, act: Act): boolean {
  return autonomy === "assist" && AWAITED_ACTS.includes(act);
}

/** What nobody does to their own work. */
const BY_ANOTHER: readonly Act[] = ["approve", "confirm"];

function officeRight(input: MayActInput, today: PlainDate): Result<Right, MayActRefusal> | undefined {
  const wanted = OFFICES_FOR_ACT[input.act];
  const post = input.posts.find(
    (held) => inForce(held, today) && wanted.some((office) => isHeldAs(held, office, input)),
  );
  if (!post) return undefined;
  if (BY_ANOTHER.includes(input.act) && input.preparedBy === input.accountId)
    return refuse("same_person_forbidden");
  return done({ kind: "office", id: post.id, awaitsConfirmation: false });
}

function isHeldAs(held: Post, { roles, at }: Office, { unitId, decidingAgencyId }: MayActInput): boolean {
  return (
    roles.includes(held.role) && (at === "unit" ? held.unitId === unitId : held.agencyId === decidingAgencyId)
  );
}

interface Question {
  readonly input: MayActInput;
  readonly posts: readonly Post[];
  readonly task: Task;
  readonly today: PlainDate;
  readonly accredited: boolean;
}

/**
 * Looks for a mandate that covers the act: one under which it counts at once, before one under which it waits. Of several that do not, the answer names the one that came
 * nearest, since that is the one a person can do something about.
 */
function mandateRight(question: Question): Result<Right, MayActRefusal> {
  const { input, posts } = question;
  let nearest: { readonly lacks: number; readonly mandate: Mandate } | undefined;
  let toConfirm: Mandate | undefined;
  const granted = input.mandates.filter(
    ({ unitId, postOfficeId }) =>
      unitId === input.unitId && posts.some((post) => post.postOfficeId === postOfficeId),
  );
  for (const mandate of granted) {
    const lacks = HURDLES.findIndex((hurdle) => !hurdle.isTaken(mandate, question));
    if (lacks < 0 && !isAwaited(mandate, input.act))
      return done({ kind: "mandate", id: mandate.id, awaitsConfirmation: false });
    if (lacks < 0) toConfirm ??= mandate;
    else if (!nearest || lacks > nearest.lacks) nearest = { lacks, mandate };
  }
  if (toConfirm) return done({ kind: "mandate", id: toConfirm.id, awaitsConfirmation: true });
  const hurdle = nearest && HURDLES[nearest.lacks];
  return nearest && hurdle
    ? hurdle.refusal(nearest.mandate, question)
    : refuse("mandate_missing", { act: input.act });
}

/** A task that the head of the unit gave this clerk: undefined when there is none that fits. */
function assignmentRight({
  input,
  task,
  today,
  accredited,
}: Question): Result<Right, MayActRefusal> | undefined {
  const given = input.assignments.find(
    (one) =>
      one.accountId === input.accountId &&
      one.unitId === input.unitId &&
      one.task === task &&
      !one.revoked &&
      inForce(one, today) &&
      isAbout(one, input),
  );
  if (!given) return undefined;
  if (!accredited && !given.standsBy)
    return refuse("accreditation_missing", {
      decision: "",
      procedure: input.procedure.code,
      field: input.procedure.fieldCode,
    });
  return done({ kind: "assignment", id: given.id, awaitsConfirmation: false });
}

function isAbout({ subject }: Assignment, { dossierId, procedure }: MayActInput): boolean {
  return subject.kind === "dossier"
    ? subject.dossierId === dossierId
    : subject.procedureCode === procedure.code;
}

function isAccredited({ accreditations, accountId, procedure }: MayActInput, today: PlainDate): boolean {
  return accreditations.some(
    (held) => held.accountId === accountId && held.fieldCode === procedure.fieldCode && inForce(held, today),
  );
}

interface Hurdle {
  readonly isTaken: (mandate: Mandate, question: Question) => boolean;
  readonly refusal: (mandate: Mandate, question: Question) => Result<never, MayActRefusal>;
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
    isTaken: (mandate, { input }) =>
      mandate.counterIds.length === 0 ||
      (input.counterId !== null && mandate.counterIds.includes(input.counterId)),
    refusal: (mandate, { input }) => refuse("mandate_counter_excluded", named(mandate, input)),
  },
  {
    isTaken: (mandate, { today }) => mandate.status === "inForce" && inForce(mandate, today),
    refusal: (mandate, { input }) =>
      refuse("mandate_not_in_force", { ...named(mandate, input), status: mandate.status }),
  },
  {
    isTaken: (_mandate, { accredited }) => accredited,
    refusal: (mandate, { input }) =>
      refuse("accreditation_missing", { ...named(mandate, input), field: input.procedure.fieldCode }),
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
