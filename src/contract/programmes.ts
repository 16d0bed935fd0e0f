import { ANSWER_ROLES, GOAL_MEASURES, RULE_KINDS, STAND_IN_KINDS } from "#domain/programme/programme.ts";
import { PROGRAMME_PARTS } from "#domain/programme/programme-event.ts";
import { type Static, Type } from "typebox";
import { FileView } from "./files.ts";
import { DecisionInput, DecisionView } from "./mandates.ts";
import { defineRoute } from "./route.ts";
import {
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

const Named = Type.Object({ id: Type.String(), name: Type.String() });
const Period = { validFrom: Day, validTo: Nullable(Day) };

export const ProgrammeRow = Type.Object({
  id: Uuid,
  version: Version,
  title: Type.String(),
  aim: Type.String(),
  decision: DecisionView,
  ...Period,
  /** Labels of its phases, the first first. */
  phases: Type.Array(Type.Object({ id: Uuid, label: Type.String(), ...Period })),
});
export type ProgrammeRow = Static<typeof ProgrammeRow>;

export const GoalView = Type.Object({
  id: Uuid,
  name: Type.String(),
  measure: OneOf(GOAL_MEASURES),
  countedIn: Type.String(),
  target: Type.Integer(),
  targetDay: Day,
  /** What the ledgers count up to the end of the day asked for; null when they cannot. */
  reached: Nullable(Type.Integer()),
});
export type GoalView = Static<typeof GoalView>;

export const PhaseView = Type.Object({
  id: Uuid,
  label: Type.String(),
  ordinal: Type.Integer(),
  decision: DecisionView,
  ...Period,
  mandates: Type.Integer(),
  /** How many of them give a right on the day asked for. */
  inForce: Type.Integer(),
  personsFreed: Type.Integer(),
  /** Mandates whose period lies outside of the phase's: shown, not refused. At most 50. */
  outside: Type.Array(
    Type.Object({
      mandateId: Uuid,
      postOffice: Type.String(),
      unit: Type.String(),
      how: OneOf(["before", "after", "both"] as const),
    }),
  ),
});
export type PhaseView = Static<typeof PhaseView>;

export const AgreementView = Type.Object({
  id: Uuid,
  number: Type.String(),
  signedOn: Day,
  agency: Nullable(Named),
  agencyWords: Type.String(),
  operator: Nullable(Named),
  postOffice: Nullable(Named),
  postWords: Type.String(),
  content: Type.String(),
  scan: Nullable(Type.Intersect([FileView, Type.Object({ name: Type.String() })])),
  ...Period,
});
export type AgreementView = Static<typeof AgreementView>;

const RuleContentShape = Type.Union([
  Strict({ kind: Type.Literal("handOverTime"), times: Type.Array(ShortText, { maxItems: 24 }) }),
  Strict({
    kind: Type.Literal("questionAnswer"),
    topic: Line,
    answerRole: Nullable(OneOf(ANSWER_ROLES)),
    answerAgencyId: Nullable(Uuid),
    withinHours: Type.Integer({ minimum: 0, maximum: 1_000 }),
  }),
  Strict({
    kind: Type.Literal("standIn"),
    counterId: Uuid,
    standInKind: OneOf(STAND_IN_KINDS),
    standInId: Uuid,
  }),
]);

export const RuleView = Type.Object({
  id: Uuid,
  kind: OneOf(RULE_KINDS),
  /** Null: at every unit that the programme reaches. */
  unit: Nullable(Named),
  content: RuleContentShape,
  /** The names of what the content names by key; empty where it names nothing. */
  answerAgency: Type.String(),
  counter: Type.String(),
  standIn: Type.String(),
  note: Type.String(),
  decision: DecisionView,
  ...Period,
});
export type RuleView = Static<typeof RuleView>;

export const listProgrammes = defineRoute({
  method: "GET",
  path: "/programmes",
  summary: "The programmes, the newest first",
  permission: "mandate.read",
  response: Type.Object({ programmes: Type.Array(ProgrammeRow) }),
  refusals: [],
});

export const readProgramme = defineRoute({
  method: "GET",
  path: "/programmes/:programmeId",
  summary: "A programme with its parts, what the ledgers count of its goals, and how it came to be",
  permission: "mandate.read",
  params: Strict({ programmeId: Uuid }),
  query: Strict({ asOf: Type.Optional(Day) }),
  response: Type.Object({
    programme: ProgrammeRow,
    asOf: Day,
    goals: Type.Array(GoalView),
    phases: Type.Array(PhaseView),
    agreements: Type.Array(AgreementView),
    rules: Type.Array(RuleView),
    /** The newest first. */
    history: Type.Array(
      Type.Object({
        seq: Type.Integer(),
        type: Type.String(),
        at: Moment,
        by: Type.String(),
        /** What it was about: a label, a name, a number. */
        about: Type.String(),
        reason: Type.String(),
        /** For a change: each field with what stood before and after. */
        changes: Type.Array(
          Type.Object({ field: Type.String(), before: Type.String(), after: Type.String() }),
        ),
      }),
    ),
  }),
  refusals: ["not_found"],
});

const ProgrammeFields = { title: NamedLine, aim: LongText, decision: DecisionInput, ...Period };
const Written = Type.Object({ programmeId: Uuid, version: Version });

export const beginProgramme = defineRoute({
  method: "POST",
  path: "/programmes",
  summary: "Writes down a programme that the province has decided",
  permission: "programme.edit",
  body: Strict(ProgrammeFields),
  response: Written,
  refusals: ["programme_invalid", "decision_unknown"],
});

export const changeProgramme = defineRoute({
  method: "PUT",
  path: "/programmes/:programmeId",
  summary: "Changes a programme; what stood before stays in its history",
  permission: "programme.edit",
  params: Strict({ programmeId: Uuid }),
  body: Strict({ ...ProgrammeFields, version: Version, reason: NamedLine }),
  response: Written,
  refusals: ["not_found", "programme_changed", "programme_invalid", "decision_unknown"],
});

export const PartInput = Type.Union([
  Strict({
    part: Type.Literal("goal"),
    name: NamedLine,
    measure: OneOf(GOAL_MEASURES),
    countedIn: ShortText,
    target: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
    targetDay: Day,
  }),
  Strict({
    part: Type.Literal("phase"),
    label: NamedLine,
    ordinal: Type.Integer({ minimum: 1, maximum: 99 }),
    decision: DecisionInput,
    ...Period,
  }),
  Strict({
    part: Type.Literal("agreement"),
    number: Line,
    signedOn: Day,
    agencyId: Nullable(Uuid),
    agencyWords: Line,
    operatorId: Nullable(Uuid),
    postOfficeId: Nullable(Uuid),
    postWords: Line,
    content: LongText,
    fileId: Nullable(Uuid),
    ...Period,
  }),
  Strict({
    part: Type.Literal("rule"),
    unitId: Nullable(Uuid),
    content: RuleContentShape,
    note: Line,
    decision: DecisionInput,
    ...Period,
  }),
]);
export type PartInput = Static<typeof PartInput>;

export const keepProgrammePart = defineRoute({
  method: "POST",
  path: "/programmes/:programmeId/parts",
  summary: "Adds a goal, phase, agreement or coordination rule, or changes one",
  permission: "programme.edit",
  params: Strict({ programmeId: Uuid }),
  body: Strict({
    version: Version,
    /** The part that is changed; null adds one. */
    partId: Nullable(Uuid),
    /** Why it is changed; may be empty when it is added. */
    reason: Line,
    content: PartInput,
  }),
  response: Type.Object({ programmeId: Uuid, partId: Uuid, version: Version }),
  refusals: [
    "not_found",
    "programme_changed",
    "programme_invalid",
    "programme_reason_missing",
    "decision_unknown",
  ],
});

export const removeProgrammePart = defineRoute({
  method: "POST",
  path: "/programmes/:programmeId/removals",
  summary: "Takes a part out of a programme; its history keeps it",
  permission: "programme.edit",
  params: Strict({ programmeId: Uuid }),
  body: Strict({ version: Version, part: OneOf(PROGRAMME_PARTS), partId: Uuid, reason: NamedLine }),
  response: Written,
  refusals: ["not_found", "programme_changed", "phase_in_use"],
});

export const listProgrammeChoices = defineRoute({
  method: "GET",
  path: "/programme-choices",
  summary: "What the forms of programmes, mandates and staff freed offer: phases and places of the space",
  permission: "mandate.read",
  response: Type.Object({
    phases: Type.Array(Type.Object({ id: Uuid, name: Type.String(), programme: Type.String(), ...Period })),
    units: Type.Array(Named),
    agencies: Type.Array(Named),
    counters: Type.Array(Type.Object({ id: Uuid, name: Type.String(), unitId: Uuid })),
    points: Type.Array(Named),
    operators: Type.Array(Named),
    offices: Type.Array(Named),
  }),
  refusals: [],
});

export const readOwnCoordination = defineRoute({
  method: "GET",
  path: "/own-coordination",
  summary: "The coordination rules of today at the unit of the counter where one sits",
  permission: "counter.serve",
  response: Type.Object({ unitName: Nullable(Type.String()), rules: Type.Array(RuleView) }),
  refusals: [],
});
