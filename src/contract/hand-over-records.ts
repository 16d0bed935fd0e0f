import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Moment, Strict, Uuid } from "./shapes.ts";

/** There is no such record that was signed here lately, or the dossier did not come by post. */
export const HAND_OVER_RECORD_REFUSALS = ["hand_over_record_unknown", "hand_over_record_of_post"] as const;

/** A biên bản giao nhận may be named at intake for as many days after its signing. */
export const HAND_OVER_RECORD_DAYS = 30;

const HandOverRecordView = Type.Object({
  handOverRecordId: Uuid,
  number: Type.String(),
  /** Who gave it over for the post. */
  from: Type.String(),
  signedAt: Moment,
  /** How many packets and papers were taken by it. */
  things: Type.Integer(),
});
export type HandOverRecordView = Static<typeof HandOverRecordView>;

export const listHandOverRecords = defineRoute({
  method: "GET",
  path: "/custody/hand-over-records",
  summary:
    "The biên bản giao nhận by which the post forwarded dossiers to this counter's unit lately, newest first",
  permission: "dossier.receive",
  readsPersons: true,
  query: Strict({}),
  response: Type.Object({ records: Type.Array(HandOverRecordView) }),
  refusals: ["counter_not_chosen", "counter_closed"],
});
