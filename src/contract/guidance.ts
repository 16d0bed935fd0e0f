import { GUIDANCE_OUTCOMES } from "#domain/mandate/guidance.ts";
import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Day, Moment, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

export const GuidanceLine = Type.Object({
  id: Uuid,
  at: Moment,
  by: Type.String(),
  fieldName: Type.String(),
  procedure: Nullable(Type.Object({ code: Type.String(), name: Type.String() })),
  minutes: Type.Integer(),
  outcome: OneOf(GUIDANCE_OUTCOMES),
  /** The signed-in person may still take it back. */
  undoable: Type.Boolean(),
});
export type GuidanceLine = Static<typeof GuidanceLine>;

export const readGuidance = defineRoute({
  method: "GET",
  path: "/guidance",
  summary: "The guidance given at this counter today, the newest first, with fields to choose from",
  permission: "counter.serve",
  response: Type.Object({
    day: Day,
    lines: Type.Array(GuidanceLine),
    /** Of the whole day, not of the lines that are shown. */
    count: Type.Integer(),
    minutes: Type.Integer(),
    fields: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  }),
  refusals: ["counter_not_chosen", "counter_closed"],
});

export const recordGuidance = defineRoute({
  method: "POST",
  path: "/guidance",
  summary: "Records that somebody was guided without a dossier",
  permission: "counter.serve",
  body: Strict({
    /** One of the two: a procedure brings its field. */
    procedureCode: Type.Optional(ShortText),
    fieldCode: Type.Optional(ShortText),
    minutes: Type.Integer({ minimum: 1, maximum: 240 }),
    outcome: OneOf(GUIDANCE_OUTCOMES),
  }),
  response: Type.Object({ guidanceId: Uuid }),
  refusals: [
    ...MAY_ACT_REFUSALS,
    "counter_not_chosen",
    "counter_closed",
    "unknown_procedure",
    "guidance_subject_missing",
    "mandates_changed",
  ],
});

export const withdrawGuidance = defineRoute({
  method: "DELETE",
  path: "/guidance/:guidanceId",
  summary: "Takes a line back that was recorded by mistake, within a quarter of an hour",
  permission: "counter.serve",
  params: Strict({ guidanceId: Uuid }),
  response: Type.Object({}),
  refusals: ["not_found"],
});
