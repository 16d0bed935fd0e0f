import { TRAINING_RESULTS, TRAINING_STATES } from "#domain/people/training.ts";
import { type Static, Type } from "typebox";
import { PlacedChoice } from "./hand-overs.ts";
import { defineRoute } from "./route.ts";
import { Cursor, Day, Line, Moment, NamedLine, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

const Field = Type.Object({ code: Type.String(), name: Type.String() });

/** One person's training in one field. */
const AccreditationRow = Type.Object({
  accreditationId: Uuid,
  accountId: Uuid,
  fullName: Type.String(),
  place: Type.String(),
  field: Field,
  heldOn: Day,
  validFrom: Day,
  validTo: Nullable(Day),
  state: OneOf(TRAINING_STATES),
  withdrawal: Nullable(Type.Object({ at: Moment, by: Type.String(), reason: Type.String() })),
});
export type AccreditationRow = Static<typeof AccreditationRow>;

const TrainingView = Type.Object({
  trainingId: Uuid,
  title: Type.String(),
  heldOn: Day,
  heldBy: Type.String(),
  fields: Type.Array(Field),
  validFrom: Day,
  validTo: Nullable(Day),
  recordedBy: Type.String(),
  passed: Type.Integer(),
  failed: Type.Integer(),
  withdrawn: Type.Integer(),
});
export type TrainingView = Static<typeof TrainingView>;

export const listTrainings = defineRoute({
  method: "GET",
  path: "/trainings",
  summary: "Training sessions, the last first",
  permission: "training.record",
  query: Strict({ after: Type.Optional(Cursor) }),
  response: Type.Object({ trainings: Type.Array(TrainingView), next: Nullable(Cursor) }),
  refusals: [],
});

export const listAccreditations = defineRoute({
  method: "GET",
  path: "/accreditations",
  summary: "Training of clerks: of a person, in a field, of a session, or ending soon",
  permission: "training.record",
  query: Strict({
    accountId: Type.Optional(Uuid),
    fieldCode: Type.Optional(ShortText),
    trainingId: Type.Optional(Uuid),
    state: Type.Optional(OneOf(TRAINING_STATES)),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({ accreditations: Type.Array(AccreditationRow), next: Nullable(Cursor) }),
  refusals: [],
});

export const listTrainingGaps = defineRoute({
  method: "GET",
  path: "/training-gaps",
  summary: "Clerks whom a mandate reaches in a field in which they have no training today",
  permission: "training.record",
  response: Type.Object({
    gaps: Type.Array(
      Type.Object({
        accountId: Uuid,
        fullName: Type.String(),
        postOffice: Type.String(),
        unit: Type.String(),
        fields: Type.Array(Field),
      }),
    ),
  }),
  refusals: [],
});

export const listTrainingChoices = defineRoute({
  method: "GET",
  path: "/training-choices",
  summary: "Clerks of the post who work at the units of the own space, and the fields",
  permission: "training.record",
  response: Type.Object({ clerks: Type.Array(PlacedChoice), fields: Type.Array(Field) }),
  refusals: [],
});
export type TrainingChoices = Static<typeof listTrainingChoices.response>;

export const recordTraining = defineRoute({
  method: "POST",
  path: "/trainings",
  summary:
    "Records a training session with its participants; who passed may act by a mandate from the next act",
  permission: "training.record",
  body: Strict({
    title: Line,
    heldBy: Line,
    heldOn: Day,
    fieldCodes: Type.Array(ShortText, { maxItems: 200 }),
    validFrom: Day,
    validTo: Nullable(Day),
    participants: Type.Array(Strict({ accountId: Uuid, result: OneOf(TRAINING_RESULTS) }), { maxItems: 500 }),
  }),
  response: Type.Object({ trainingId: Uuid }),
  refusals: ["training_invalid"],
});

export const withdrawAccreditation = defineRoute({
  method: "POST",
  path: "/accreditations/:accreditationId/withdrawal",
  summary: "Withdraws training that was recorded by mistake, from now on",
  permission: "training.record",
  params: Strict({ accreditationId: Uuid }),
  body: Strict({ reason: NamedLine }),
  response: Type.Object({}),
  refusals: ["not_found", "withdrawn_already"],
});
