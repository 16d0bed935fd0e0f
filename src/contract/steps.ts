import { TIME_LIMIT_UNITS } from "#domain/calendar/time-limit.ts";
import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { PLANNED_STATES, PROCEDURE_FAULTS, STEP_ROLES } from "#domain/dossier/internal-procedure.ts";
import { STEP_ACTS } from "#domain/dossier/step-acts.ts";
import { STEP_STATES } from "#domain/dossier/step-state.ts";
import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { ROLES } from "#domain/mandate/permission.ts";
import { type Static, Type } from "typebox";
import { Permit } from "./catalogue.ts";
import { defineRoute } from "./route.ts";
import {
  Cursor,
  Day,
  DueDateExplanation,
  Line,
  Moment,
  NamedLine,
  Nullable,
  OneOf,
  ShortText,
  Strict,
  Uuid,
  Version,
  Words,
} from "./shapes.ts";

/** Bounds of the wire; the longest internal procedure that was found has 14 steps. */
export const STEPS_MAX = 40;
const LISTED_MAX = 20;
/** A step, stable within its internal procedure. */
export const StepKey = Type.String({ pattern: "^[a-zA-Z0-9:-]{1,40}$" });

const Limit = Strict({
  amount: Type.Integer({ minimum: 1, maximum: 8_000 }),
  unit: OneOf(TIME_LIMIT_UNITS),
});

/** A step as somebody writes it down. The role is any: one that can do no step is a finding, not a malformed input. */
export const StepInput = Strict({
  /** Stable within the internal procedure; made by the screen, never shown. */
  key: StepKey,
  name: ShortText,
  role: OneOf(ROLES),
  /** Null: the agency that decides; of a one-stop officer always null, since that step is done at the receiving unit. */
  agencyId: Nullable(Uuid),
  limit: Nullable(Limit),
  /** Keys of the steps that must be done before; none: it begins with the case. */
  after: Type.Array(StepKey, { maxItems: STEPS_MAX }),
  /** Names of the papers that it yields. */
  yields: Type.Array(NamedLine, { maxItems: LISTED_MAX }),
});
export type StepInput = Static<typeof StepInput>;

/** The decision by which an internal procedure was approved (Quyết định phê duyệt quy trình nội bộ). */
const ApprovedBy = Strict({ number: NamedLine, issuedOn: Day, signer: NamedLine });

const Planned = {
  procedureVersionId: Uuid,
  /** Null: for every agency of the space; an agency's own goes before it. */
  agencyId: Nullable(Uuid),
  /** The first day on which a dossier must have been received to be worked by it. */
  validFrom: Day,
  steps: Type.Array(StepInput, { maxItems: STEPS_MAX }),
};

/** What is wrong, beside the step that it is about; null: the whole. */
export const FindingView = Type.Object({ code: OneOf(PROCEDURE_FAULTS), step: Nullable(StepKey) });
export type FindingView = Static<typeof FindingView>;

export const checkInternalProcedure = defineRoute({
  method: "POST",
  path: "/internal-procedures/check",
  summary: "What is wrong with an internal procedure as it is written so far; nothing is kept",
  permission: "steps.plan",
  body: Strict(Planned),
  response: Type.Object({
    /** Empty when it can be worked by. */
    findings: Type.Array(FindingView),
    /** The longest published limit of the procedure, which the steps must fit into; null when none is published. */
    whole: Nullable(Limit),
    /** Hours of work along the longest way, and those of the whole. */
    longestHours: Type.Number(),
    wholeHours: Nullable(Type.Number()),
  }),
  refusals: ["unknown_procedure"],
});

export const recordInternalProcedure = defineRoute({
  method: "POST",
  path: "/internal-procedures",
  summary:
    "Keeps an internal procedure of a procedure version, by its decision; dossiers received from its first day on are worked by it",
  permission: "steps.plan",
  body: Strict({
    ...Planned,
    decision: ApprovedBy,
    /** The newest one of the same agency that the writer saw; null when there was none. */
    seenId: Nullable(Uuid),
  }),
  response: Type.Object({ internalProcedureId: Uuid }),
  refusals: [
    "unknown_procedure",
    "outside_jurisdiction",
    /** `faults`: each finding as `code` or `code:step`. */
    "internal_procedure_invalid",
    "internal_procedure_changed",
    "valid_from_too_early",
  ],
});

const StepPlan = Type.Object({
  key: StepKey,
  name: Type.String(),
  role: OneOf(STEP_ROLES),
  agencyId: Nullable(Uuid),
  /** The name of that agency; null where the deciding agency or the receiving unit does it. */
  agencyName: Nullable(Type.String()),
  limit: Nullable(Limit),
  after: Type.Array(StepKey),
  yields: Type.Array(Type.String()),
});
export type StepPlan = Static<typeof StepPlan>;

export const InternalProcedureView = Type.Object({
  internalProcedureId: Uuid,
  agencyId: Nullable(Uuid),
  /** Null: every agency of the space. */
  agencyName: Nullable(Type.String()),
  /** By today: which one a dossier received now would be worked by. */
  state: OneOf(PLANNED_STATES),
  validFrom: Day,
  steps: Type.Array(StepPlan),
  decision: Type.Object({ number: Type.String(), issuedOn: Day, signer: Type.String() }),
  recordedBy: Type.String(),
  recordedAt: Moment,
});
export type InternalProcedureView = Static<typeof InternalProcedureView>;

const Named = Type.Object({ id: Uuid, name: Type.String() });

export const readInternalProcedures = defineRoute({
  method: "GET",
  path: "/procedure-versions/:versionId/internal-procedures",
  summary: "The internal procedures of a procedure version with all that were before, the newest first",
  permission: "steps.plan",
  params: Strict({ versionId: Uuid }),
  response: Type.Object({
    procedureVersionId: Uuid,
    procedureCode: Type.String(),
    procedureName: Type.String(),
    validFrom: Day,
    validTo: Nullable(Day),
    /** Today in Việt Nam, by the server's clock: the earliest first day. */
    today: Day,
    /** The longest published limit, which the steps must fit into; null when none is published. */
    whole: Nullable(Limit),
    /** For whom this person may keep one; `general` says that also for every agency at once. */
    mayPlanFor: Type.Array(Named),
    general: Type.Boolean(),
    /** Agencies of the space, at which a step may be done. */
    agencies: Type.Array(Named),
    internalProcedures: Type.Array(InternalProcedureView),
  }),
  refusals: ["unknown_procedure"],
});

export type StepAct = (typeof STEP_ACTS)[number];

export const StepView = Type.Object({
  ...StepPlan.properties,
  state: OneOf(STEP_STATES),
  /** Where it is done: the receiving unit or an agency. */
  place: Type.String(),
  /** Whose it is: assigned to, or taken by. */
  holder: Nullable(Type.Object({ accountId: Uuid, name: Type.String(), isMe: Type.Boolean() })),
  /** In whose place the holder does it; null when it was nobody else's. */
  inPlaceOf: Nullable(Type.String()),
  openedAt: Nullable(Moment),
  takenAt: Nullable(Moment),
  finishedAt: Nullable(Moment),
  /** Null: no limit of its own, not open yet, or the clock of the dossier stands. */
  dueAt: Nullable(Moment),
  provisional: Type.Boolean(),
  explanation: Nullable(DueDateExplanation),
  /** Open past its date by the server's clock, or finished after it. */
  late: Type.Boolean(),
  /** Papers that it yielded. */
  papers: Type.Array(Type.Object({ name: Type.String(), fileId: Uuid })),
  /** What this person may do with it now. An act that the step's state does not allow is not listed. */
  acts: Type.Array(
    Type.Object({
      act: OneOf(STEP_ACTS),
      permit: Permit,
      /** Of a taking: the name of the person whose step it is, and in whose place it would be done. */
      inPlaceOf: Nullable(Type.String()),
    }),
  ),
});
export type StepView = Static<typeof StepView>;

/** The steps of a dossier: the plan that it is worked by, and how far it has come. */
export const StepsView = Type.Object({
  internalProcedureId: Uuid,
  decision: Type.Object({ number: Type.String(), issuedOn: Day, signer: Type.String() }),
  /** In the order of the plan. */
  steps: Type.Array(StepView),
  /** Every step is done: the outcome can be recorded. */
  allDone: Type.Boolean(),
});
export type StepsView = Static<typeof StepsView>;

const params = Strict({ dossierId: Uuid, key: StepKey });
const STEP_REFUSALS = [
  ...MAY_ACT_REFUSALS,
  "not_found",
  "dossier_changed",
  "move_not_allowed",
  "mandates_changed",
  /** The dossier is not worked by steps, or has none of this key. */
  "step_unknown",
] as const;

/** The dossier's status stays `processing` all the while. */
const Stepped = Type.Object({
  dossierId: Uuid,
  version: Version,
  status: OneOf(BUSINESS_STATUSES),
  step: StepKey,
  state: OneOf(STEP_STATES),
  /** Names of the steps that the act opened. */
  opened: Type.Array(Type.String()),
});

export const takeStep = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/steps/:key/taking",
  summary: "Takes a step that is open; one that is another's is taken in that person's place",
  permission: "dossier.turn",
  params,
  body: Strict({ version: Version }),
  response: Stepped,
  refusals: [...STEP_REFUSALS, "step_not_open", "step_yours_already"],
});

export const assignStep = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/steps/:key/assignment",
  summary:
    "The approver gives an open step to somebody of its role, or to another than before; also to himself or herself",
  permission: "dossier.turn",
  params,
  body: Strict({ version: Version, accountId: Uuid, note: Type.Optional(Line) }),
  response: Stepped,
  refusals: [...STEP_REFUSALS, "step_not_open", "step_person_unsuited"],
});

export const finishStep = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/steps/:key/finish",
  summary: "Finishes one's own step with the papers that it yields; the steps that waited for it open",
  permission: "dossier.turn",
  params,
  body: Strict({
    version: Version,
    /** One for each paper that the step yields, uploaded before with the purpose `stepPaper`. */
    papers: Type.Array(Strict({ name: NamedLine, fileId: Uuid }), { maxItems: LISTED_MAX }),
    note: Type.Optional(Line),
  }),
  response: Stepped,
  refusals: [
    ...STEP_REFUSALS,
    "step_not_open",
    /** It is another's: who stands in takes it first. `name`: whose it is, empty when nobody has taken it. */
    "step_of_another",
    /** `papers`: the names of those missing. */
    "step_papers_missing",
  ],
});

export const sendStepBack = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/steps/:key/sending-back",
  summary:
    "Sends a finished step back to be done again, with all that rests on it; by the approver, or by whoever has a step that rests on it",
  permission: "dossier.turn",
  params,
  body: Strict({ version: Version, reason: Words }),
  response: Stepped,
  refusals: [...STEP_REFUSALS, "step_not_done"],
});

export const listStepPeople = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId/steps/:key/people",
  summary:
    "Who may be given a step: people of its role at its place today, those with the least open steps first",
  permission: "dossier.turn",
  params,
  query: Strict({ q: Type.Optional(ShortText) }),
  response: Type.Object({
    people: Type.Array(
      Type.Object({
        accountId: Uuid,
        name: Type.String(),
        place: Type.String(),
        /** Steps that this person has in hand now. */
        openSteps: Type.Integer(),
        isMe: Type.Boolean(),
      }),
    ),
  }),
  refusals: ["not_found", "step_unknown"],
});

/** Whose open steps are listed: one's own, or all at one's places that one's roles could do. */
const STEP_LISTS = ["mine", "role"] as const;

export const StepRow = Type.Object({
  dossierId: Uuid,
  code: Type.String(),
  procedureName: Type.String(),
  key: StepKey,
  name: Type.String(),
  state: OneOf(STEP_STATES),
  place: Type.String(),
  holder: Nullable(Type.String()),
  openedAt: Moment,
  dueAt: Nullable(Moment),
});
export type StepRow = Static<typeof StepRow>;

export const listSteps = defineRoute({
  method: "GET",
  path: "/steps",
  summary:
    "Open steps, due first: one's own, or those of one's roles and places; those of other agencies' dossiers among them",
  permission: "dossier.turn",
  query: Strict({ list: OneOf(STEP_LISTS), after: Type.Optional(Cursor) }),
  response: Type.Object({ steps: Type.Array(StepRow), next: Nullable(Cursor) }),
  refusals: [],
});
