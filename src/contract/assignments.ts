import { SUSPENSION_TARGETS, TASKS } from "#domain/mandate/mandate.ts";
import { SUCCESSOR_REFUSALS } from "#domain/people/successor.ts";
import { type Static, Type } from "typebox";
import { DecisionInput, DecisionView } from "./mandates.ts";
import { defineRoute } from "./route.ts";
import { Day, LongText, Moment, NamedLine, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

export const AssignmentView = Type.Object({
  id: Uuid,
  clerk: Type.String(),
  task: OneOf(TASKS),
  /** The code of the dossier or of the procedure that it is for. */
  subject: Type.Object({
    kind: OneOf(["dossier", "procedure"] as const),
    code: Type.String(),
    name: Type.String(),
  }),
  reason: Type.String(),
  standsBy: Type.Boolean(),
  validFrom: Day,
  validTo: Day,
  givenBy: Type.String(),
  givenAt: Moment,
  revokedAt: Nullable(Moment),
  /** How many acts rest on it. */
  acts: Type.Integer(),
});
export type AssignmentView = Static<typeof AssignmentView>;

/** What keeps a clerk from acting now: a suspension of the clerk, the office or the operator, or of a mandate. */
const StopView = Type.Object({
  kind: OneOf(["account", "postOffice", "operator", "mandate"] as const),
  /** The number of the decision that stops; empty when none was named. */
  decision: Type.String(),
  since: Moment,
  /** Why, in the words of whoever stopped it; empty when a mandate was suspended without any. */
  reason: Type.String(),
  /** Of a mandate the number of the decision that had given it; null of everything else. */
  mandate: Nullable(Type.String()),
});
export type StopView = Static<typeof StopView>;

/** A clerk of the post who serves a counter of the unit, with what he or she may do there today. */
export const ClerkView = Type.Object({
  accountId: Uuid,
  fullName: Type.String(),
  postOffice: Type.String(),
  rights: Type.Array(
    Type.Object({
      task: OneOf(TASKS),
      fieldCode: Type.String(),
      fieldName: Type.String(),
      decision: Type.String(),
      until: Nullable(Day),
      /** Under assist a civil servant confirms each act. */
      awaitsConfirmation: Type.Boolean(),
    }),
  ),
  /** Fields that a mandate reaches but the clerk's training does not. */
  untrainedFields: Type.Array(Type.String()),
  /** Nothing at all may be done. */
  suspended: Type.Boolean(),
  stops: Type.Array(StopView),
});
export type ClerkView = Static<typeof ClerkView>;

export const readUnitRights = defineRoute({
  method: "GET",
  path: "/unit-rights",
  summary: "Who of the post may do what at this unit today, and the tasks given outside of the list",
  permission: "right.assign",
  query: Strict({ unitId: Type.Optional(Uuid) }),
  response: Type.Object({
    unitId: Uuid,
    unitName: Type.String(),
    /** All units that this person heads, the shown one among them. */
    units: Type.Array(Type.Object({ id: Uuid, name: Type.String() })),
    clerks: Type.Array(ClerkView),
    assignments: Type.Array(AssignmentView),
  }),
  refusals: ["outside_jurisdiction"],
});

export const readOwnRights = defineRoute({
  method: "GET",
  path: "/own-rights",
  summary: "What the clerk at this counter may do, by which decision and until when",
  permission: "counter.serve",
  response: Type.Object({
    unitName: Nullable(Type.String()),
    /** Who heads the unit today: whom to ask when a right is missing. */
    heads: Type.Array(Type.String()),
    clerk: Nullable(ClerkView),
    assignments: Type.Array(AssignmentView),
  }),
  refusals: [],
});

export const giveAssignment = defineRoute({
  method: "POST",
  path: "/assignments",
  summary: "The head of a unit gives a clerk a task outside of the list, for one dossier or one procedure",
  permission: "right.assign",
  body: Strict({
    unitId: Uuid,
    accountId: Uuid,
    task: OneOf(TASKS),
    dossierId: Type.Optional(Uuid),
    procedureCode: Type.Optional(ShortText),
    reason: NamedLine,
    /** The head is there while the clerk does it: then training for the field is not asked for. */
    standsBy: Type.Boolean(),
    /** The last day; today for a procedure when it is not given. */
    validTo: Type.Optional(Day),
  }),
  response: Type.Object({ assignmentId: Uuid }),
  refusals: [
    "outside_jurisdiction",
    "not_found",
    "unknown_procedure",
    "assignment_subject_missing",
    "assignment_period_wrong",
    "assignment_clerk_elsewhere",
    "accreditation_missing",
  ],
});

export const revokeAssignment = defineRoute({
  method: "DELETE",
  path: "/assignments/:assignmentId",
  summary: "Takes a given task back; what was done under it stays done",
  permission: "right.assign",
  params: Strict({ assignmentId: Uuid }),
  response: Type.Object({}),
  refusals: ["not_found", "outside_jurisdiction"],
});

export const SuspensionView = Type.Object({
  id: Uuid,
  target: OneOf(SUSPENSION_TARGETS),
  targetName: Type.String(),
  decision: DecisionView,
  reason: Type.String(),
  from: Moment,
  to: Nullable(Moment),
  by: Type.String(),
  /** Who takes what is in hand. */
  successor: Nullable(Type.String()),
  /** The records of what went on, each with its unit where it went to one; empty when nothing was in hand. */
  handOvers: Type.Array(Type.Object({ handOverId: Uuid, unit: Nullable(Type.String()) })),
});
export type SuspensionView = Static<typeof SuspensionView>;

export const listSuspensions = defineRoute({
  method: "GET",
  path: "/suspensions",
  summary: "What is stopped, and what was",
  permission: "mandate.read",
  response: Type.Object({ suspensions: Type.Array(SuspensionView) }),
  refusals: [],
});

export const suspendRight = defineRoute({
  method: "POST",
  path: "/suspensions",
  summary: "Stops a clerk, a post office, an operator or a procedure at once, for the next act",
  permission: "right.suspend",
  body: Strict({
    target: OneOf(SUSPENSION_TARGETS),
    /** The account, post office, operator, or the procedure's code. */
    targetId: ShortText,
    decision: DecisionInput,
    reason: Type.Intersect([LongText, Type.String({ pattern: "\\S" })]),
    successorId: Type.Optional(Uuid),
  }),
  response: Type.Object({ suspensionId: Uuid, handOverId: Nullable(Uuid) }),
  refusals: [...SUCCESSOR_REFUSALS, "suspension_target_unknown", "suspended_already", "decision_unknown"],
});

export const liftSuspension = defineRoute({
  method: "POST",
  path: "/suspensions/:suspensionId/lifting",
  summary: "Lifts a suspension from now on",
  permission: "right.suspend",
  params: Strict({ suspensionId: Uuid }),
  response: Type.Object({}),
  refusals: ["not_found"],
});

/** Somebody or something by its id, with the place that tells two of one name apart. */
const Choice = Type.Object({ id: Type.String(), name: Type.String(), place: Type.String() });

export const listSuspensionChoices = defineRoute({
  method: "GET",
  path: "/suspension-choices",
  summary: "Clerks, post offices and operators that can be stopped",
  permission: "right.suspend",
  response: Type.Object({
    clerks: Type.Array(Choice),
    offices: Type.Array(Choice),
    operators: Type.Array(Choice),
  }),
  refusals: [],
});
