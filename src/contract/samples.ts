import { VERDICTS, WRONG_KINDS } from "#domain/mandate/sampling.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Day, LongText, Moment, Nullable, OneOf, Strict, Uuid } from "./shapes.ts";

const Count = Type.Integer({ minimum: 0 });
const Named = Type.Object({ id: Type.String(), name: Type.String() });

export const SampleView = Type.Object({
  dossierId: Uuid,
  /** Of the event that was drawn. */
  seq: Type.Integer({ minimum: 1 }),
  code: Type.String(),
  procedure: Named,
  type: Type.String(),
  at: Moment,
  day: Day,
  clerk: Type.String(),
  postOffice: Type.String(),
  mandateId: Uuid,
  /** Null until somebody has looked. */
  verdict: Nullable(
    Type.Object({
      verdict: OneOf(VERDICTS),
      kind: Nullable(OneOf(WRONG_KINDS)),
      words: Type.String(),
      by: Type.String(),
      at: Moment,
    }),
  ),
});
export type SampleView = Static<typeof SampleView>;

export const drawSamples = defineRoute({
  method: "POST",
  path: "/sample-draws",
  summary: "Draws the acts to look at for every day that is over, unless they are drawn already",
  permission: "sample.judge",
  response: Type.Object({ days: Count, chosen: Count }),
  refusals: [],
});

export const listSamples = defineRoute({
  method: "GET",
  path: "/samples",
  summary: "Acts under supervision that were drawn at this person's units: those to judge, or those judged",
  permission: "sample.judge",
  query: Strict({
    state: OneOf(["waiting", "judged", "wrong"] as const),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({
    samples: Type.Array(SampleView),
    /** Of all that were drawn here. */
    waiting: Count,
    judged: Count,
    wrong: Count,
    next: Nullable(Cursor),
  }),
  refusals: [],
  readsPersons: true,
});

export const judgeSample = defineRoute({
  method: "POST",
  path: "/samples/:dossierId/:seq/verdict",
  summary: "Says whether an act that was drawn was right, or what was wrong; it is said once",
  permission: "sample.judge",
  params: Strict({ dossierId: Uuid, seq: Type.String({ pattern: "^[1-9]\\d{0,8}$" }) }),
  body: Strict({
    verdict: OneOf(VERDICTS),
    kind: Type.Optional(OneOf(WRONG_KINDS)),
    words: Type.Optional(LongText),
  }),
  response: Type.Object({ verdict: OneOf(VERDICTS) }),
  refusals: ["not_found", "sample_own_act", "sample_judged_already", "sample_reason_missing"],
});

const Rate = {
  drawn: Count,
  judged: Count,
  wrong: Count,
  /** The share that was wrong lies between these with 95 % confidence. */
  low: Type.Number(),
  high: Type.Number(),
};

export const readSampleResults = defineRoute({
  method: "GET",
  path: "/sample-results",
  summary: "How often acts that were looked at were wrong, by clerk and by mandate",
  permission: "sample.judge",
  query: Strict({ from: Type.Optional(Day), to: Type.Optional(Day) }),
  response: Type.Object({
    from: Day,
    to: Day,
    percent: Count,
    least: Count,
    clerks: Type.Array(Type.Object({ ...Named.properties, postOffice: Type.String(), ...Rate })),
    mandates: Type.Array(
      Type.Object({ id: Uuid, postOffice: Type.String(), decision: Type.String(), ...Rate }),
    ),
    kinds: Type.Array(Type.Object({ kind: OneOf(WRONG_KINDS), count: Count })),
  }),
  refusals: [],
});
