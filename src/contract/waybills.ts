import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Moment, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

const Letters = Type.String({ pattern: "^[A-Z]{2}$" });
const Serial = Type.Integer({ minimum: 0, maximum: 99_999_999 });

export const WaybillRangeView = Type.Object({
  rangeId: Uuid,
  carrier: Type.String(),
  first: Type.String(),
  last: Type.String(),
  /** The number that is issued next; null when all are. */
  next: Nullable(Type.String()),
  left: Type.Integer(),
  reuseMonths: Type.Integer(),
  openedAt: Moment,
  closedAt: Nullable(Moment),
});
export type WaybillRangeView = Static<typeof WaybillRangeView>;

export const listWaybillNumbers = defineRoute({
  method: "GET",
  path: "/postal/numbers",
  summary: "Ranges of S10 numbers and pools of numbers that carriers issued beforehand",
  permission: "units.edit",
  query: Strict({}),
  response: Type.Object({
    ranges: Type.Array(WaybillRangeView),
    /** Who carries here; numbers are those of one of them. */
    carriers: Type.Array(Type.String()),
    pools: Type.Array(Type.Object({ carrier: Type.String(), free: Type.Integer(), taken: Type.Integer() })),
  }),
  refusals: [],
});

export const openWaybillRange = defineRoute({
  method: "POST",
  path: "/postal/ranges",
  summary: "Opens a range of S10 numbers that a carrier was given",
  permission: "units.edit",
  body: Strict({
    carrier: ShortText,
    /** Service indicator: "PA". */
    service: Letters,
    country: Letters,
    fromSerial: Serial,
    toSerial: Serial,
    /** No number comes again before so many months; at least 12, and 24 when left out. */
    reuseMonths: Type.Optional(Type.Integer({ minimum: 12, maximum: 120 })),
  }),
  response: Type.Object({ rangeId: Uuid }),
  refusals: ["carrier_unknown", "range_upside_down", "range_overlaps"],
});

export const closeWaybillRange = defineRoute({
  method: "POST",
  path: "/postal/ranges/:rangeId/closing",
  summary: "Closes a range: no more numbers are issued from it",
  permission: "units.edit",
  params: Strict({ rangeId: Uuid }),
  body: Strict({}),
  response: Type.Object({ rangeId: Uuid }),
  refusals: ["not_found"],
});

export const fillWaybillPool = defineRoute({
  method: "POST",
  path: "/postal/pool",
  summary: "Takes in numbers that a carrier issued beforehand, each for one shipment",
  permission: "units.edit",
  body: Strict({
    carrier: ShortText,
    numbers: Type.Array(ShortText, { minItems: 1, maxItems: 5000 }),
  }),
  response: Type.Object({
    added: Type.Integer(),
    /** Not taken, and why; the others are in. */
    left: Type.Array(Type.Object({ number: Type.String(), why: OneOf(["unreadable", "known"]) })),
    /** Taken, and looked at twice: the check digit differs, or it is no S10 number. */
    doubtful: Type.Array(Type.String()),
  }),
  refusals: ["carrier_unknown"],
});
