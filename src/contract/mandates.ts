import { AUTONOMIES, TASKS } from "#domain/mandate/mandate.ts";
import { MANDATE_MOVES, MANDATE_MOVE_REFUSALS, MANDATE_STATUSES } from "#domain/mandate/mandate-life.ts";
import { OVERLAP_KINDS } from "#domain/mandate/compare-mandates.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import {
  Cursor,
  Day,
  Line,
  LongText,
  Moment,
  NamedLine,
  Nullable,
  OneOf,
  ShortText,
  Strict,
  Uuid,
  Version,
} from "./shapes.ts";

/** A thing by its id or code, with the name that people know it by. */
const Named = Type.Object({ id: Type.String(), name: Type.String() });

export const DecisionView = Type.Object({
  id: Uuid,
  number: Type.String(),
  issuer: Type.String(),
  title: Type.String(),
  issuedOn: Day,
  /** Where the decision can be read, in words. */
  source: Type.String(),
});
export type DecisionView = Static<typeof DecisionView>;

/** A move as its button shows it: possible now for this person, or why not. */
const MandateMoveView = Type.Object({
  move: OneOf(MANDATE_MOVES),
  /** The refusal that this person would meet by what is known already; null when nothing stands in the way. */
  refusal: Nullable(OneOf([...MANDATE_MOVE_REFUSALS, "permission_missing"] as const)),
});

export const MandateRow = Type.Object({
  id: Uuid,
  version: Version,
  status: OneOf(MANDATE_STATUSES),
  unit: Named,
  /** What the unit is called that answers for it today; null while it is the same unit. */
  unitToday: Nullable(Type.String()),
  postOffice: Named,
  /** Empty: all counters that the office staffs at the unit. */
  counters: Type.Array(Named),
  tasks: Type.Array(OneOf(TASKS)),
  fields: Type.Array(Named),
  procedures: Type.Array(Named),
  exceptions: Type.Array(Named),
  autonomy: OneOf(AUTONOMIES),
  validFrom: Day,
  validTo: Nullable(Day),
  /** The day on which somebody ended it; null of everything that was not ended. */
  endedOn: Nullable(Day),
  conditions: Type.String(),
  /** Null until it is approved. */
  decision: Nullable(DecisionView),
  /** The phase of a programme that it belongs to; `outside` says how its days reach out of the phase's. */
  phase: Nullable(
    Type.Object({
      id: Uuid,
      label: Type.String(),
      programmeId: Uuid,
      programme: Type.String(),
      outside: Nullable(OneOf(["before", "after", "both"] as const)),
    }),
  ),
});
export type MandateRow = Static<typeof MandateRow>;

export const listMandates = defineRoute({
  method: "GET",
  path: "/mandates",
  summary:
    "Mandates, the newest first: of a unit, in a status, or that give a right on a day; of other units than one's own those that were decided",
  permission: "mandate.read",
  query: Strict({
    unitId: Type.Optional(Uuid),
    status: Type.Optional(OneOf(MANDATE_STATUSES)),
    /** Only those in force on this day. */
    asOf: Type.Optional(Day),
    phaseId: Type.Optional(Uuid),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({ mandates: Type.Array(MandateRow), next: Nullable(Cursor) }),
  refusals: [],
});

export const readMandate = defineRoute({
  method: "GET",
  path: "/mandates/:mandateId",
  summary: "A mandate with its life, what it touches, and the moves that are possible",
  permission: "mandate.read",
  params: Strict({ mandateId: Uuid }),
  response: Type.Object({
    mandate: MandateRow,
    /** False for the head of another unit, who reads what was decided: no reasons, no count of acts, no moves. */
    whole: Type.Boolean(),
    /** The first event first. */
    history: Type.Array(
      Type.Object({
        type: Type.String(),
        at: Moment,
        by: Type.String(),
        decision: Nullable(DecisionView),
        reason: Type.String(),
      }),
    ),
    overlaps: Type.Array(
      Type.Object({
        mandateId: Uuid,
        kind: OneOf(OVERLAP_KINDS),
        tasks: Type.Array(Type.String()),
        fieldCodes: Type.Array(Type.String()),
        procedureCodes: Type.Array(Type.String()),
        from: Day,
        to: Nullable(Day),
      }),
    ),
    moves: Type.Array(MandateMoveView),
    /** How many acts of the dossier ledger rest on it. */
    acts: Type.Integer(),
  }),
  refusals: ["not_found"],
});

/** What a drafter writes. Tasks are words here, so that one that is reserved to the state is named in the answer. */
const Terms = {
  unitId: Uuid,
  postOfficeId: Uuid,
  counterIds: Type.Array(Uuid, { maxItems: 50 }),
  tasks: Type.Array(ShortText, { maxItems: 20 }),
  fieldCodes: Type.Array(ShortText, { maxItems: 200 }),
  procedureCodes: Type.Array(ShortText, { maxItems: 500 }),
  exceptProcedureCodes: Type.Array(ShortText, { maxItems: 500 }),
  autonomy: OneOf(AUTONOMIES),
  validFrom: Day,
  validTo: Nullable(Day),
  conditions: LongText,
  /** The phase of a programme that it belongs to; none when it is null or not given. */
  phaseId: Type.Optional(Nullable(Uuid)),
};
export const MandateInput = Strict(Terms);
export type MandateInput = Static<typeof MandateInput>;

const Written = Type.Object({ mandateId: Uuid, version: Version, status: OneOf(MANDATE_STATUSES) });

export const draftMandate = defineRoute({
  method: "POST",
  path: "/mandates",
  summary: "Drafts a mandate",
  permission: "mandate.draft",
  body: MandateInput,
  response: Written,
  refusals: ["mandate_invalid", "outside_jurisdiction"],
});

export const changeMandate = defineRoute({
  method: "PUT",
  path: "/mandates/:mandateId",
  summary: "Changes a draft; what has been proposed is sent back first",
  permission: "mandate.draft",
  params: Strict({ mandateId: Uuid }),
  body: Strict({ ...Terms, version: Version }),
  response: Written,
  refusals: [
    "not_found",
    "outside_jurisdiction",
    "mandate_invalid",
    "mandate_changed",
    "mandate_move_not_allowed",
  ],
});

/** A decision that is named for the first time, or one that is known already. */
export const DecisionInput = Type.Union([
  Strict({ id: Uuid }),
  Strict({ number: NamedLine, issuer: NamedLine, title: NamedLine, issuedOn: Day, source: Line }),
]);
export type DecisionInput = Static<typeof DecisionInput>;

export const moveMandate = defineRoute({
  method: "POST",
  path: "/mandates/:mandateId/moves",
  summary: "Proposes, sends back, approves, refuses, brings into force, suspends, resumes or ends a mandate",
  permission: "mandate.move",
  params: Strict({ mandateId: Uuid }),
  body: Strict({
    move: OneOf(MANDATE_MOVES),
    version: Version,
    decision: Type.Optional(DecisionInput),
    reason: Type.Optional(LongText),
  }),
  response: Written,
  refusals: [
    ...MANDATE_MOVE_REFUSALS,
    "not_found",
    "mandate_changed",
    "mandate_contradicts",
    "mandate_invalid",
    "decision_unknown",
    "outside_jurisdiction",
    "permission_missing",
  ],
});

export const listActsUnder = defineRoute({
  method: "GET",
  path: "/mandates/:mandateId/acts",
  summary: "Every act of the dossier ledger that was done under a mandate, the newest first",
  permission: "mandate.read",
  params: Strict({ mandateId: Uuid }),
  query: Strict({ after: Type.Optional(Cursor) }),
  response: Type.Object({
    acts: Type.Array(
      Type.Object({
        dossierId: Uuid,
        code: Type.String(),
        type: Type.String(),
        at: Moment,
        by: Type.String(),
      }),
    ),
    next: Nullable(Cursor),
  }),
  refusals: ["not_found", "outside_jurisdiction"],
});

export const exportActsUnder = defineRoute({
  method: "GET",
  path: "/mandates/:mandateId/act-files",
  summary: "Every act that was done under a mandate, whole, as a CSV file",
  permission: "mandate.read",
  params: Strict({ mandateId: Uuid }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found", "outside_jurisdiction"],
});

/** What the form of a mandate offers: the units that this person drafts for, with who works at them. */
export const listMandateChoices = defineRoute({
  method: "GET",
  path: "/mandate-choices",
  summary:
    "Units that this person drafts mandates for, with the post offices and counters there, and the fields",
  permission: "mandate.draft",
  response: Type.Object({
    units: Type.Array(
      Type.Object({
        id: Uuid,
        name: Type.String(),
        offices: Type.Array(Type.Object({ id: Uuid, name: Type.String(), counters: Type.Array(Named) })),
      }),
    ),
    fields: Type.Array(
      Type.Object({
        ...Named.properties,
        /** The last day on which a procedure of the field was in force, when nothing of it is left today. */
        endedOn: Nullable(Day),
      }),
    ),
  }),
  refusals: [],
});
