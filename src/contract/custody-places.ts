import { CUSTODY_PLACE_KINDS } from "#domain/custody/terms.ts";
import { CUSTODY_TASK_KINDS } from "#domain/custody/difference.ts";
import { HolderRef, HolderView, StaffSignature, ThingView } from "./custody.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import {
  Cursor,
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

export const CustodyPlaceView = Type.Object({
  placeId: Uuid,
  kind: OneOf(CUSTODY_PLACE_KINDS),
  /** What its label says. */
  code: Type.String(),
  name: Type.String(),
  belongsTo: Type.Object({ id: Uuid, name: Type.String() }),
  responsible: Type.Object({ accountId: Uuid, name: Type.String() }),
  things: Type.Integer(),
  closed: Type.Boolean(),
  version: Version,
});
export type CustodyPlaceView = Static<typeof CustodyPlaceView>;

export const listCustodyPlaces = defineRoute({
  method: "GET",
  path: "/custody/places",
  summary: "Shelves, safes, desks and vehicles of this person's unit, agency or post office",
  permission: "custody.hold",
  query: Strict({ closed: Type.Optional(OneOf(["true"])) }),
  response: Type.Object({ places: Type.Array(CustodyPlaceView) }),
  refusals: [],
});

export const openCustodyPlace = defineRoute({
  method: "POST",
  path: "/custody/places",
  summary: "Opens a named place for papers in the charge of the person who opens it",
  permission: "custody.hold",
  body: Strict({
    kind: OneOf(CUSTODY_PLACE_KINDS),
    name: NamedLine,
    /** Label code; made when left out. */
    code: Type.Optional(ShortText),
    belongsTo: Uuid,
  }),
  response: Type.Object({ placeId: Uuid, code: Type.String() }),
  refusals: ["label_used", "label_unreadable", "outside_jurisdiction", "right_suspended", "mandates_changed"],
});

export const passCustodyPlace = defineRoute({
  method: "POST",
  path: "/custody/places/:placeId/charge",
  summary:
    "A place with all that lies there goes into another person's charge: both sign, the taker with the own one-time code",
  permission: "custody.hold",
  params: Strict({ placeId: Uuid }),
  body: Strict({
    version: Version,
    to: Uuid,
    signature: StaffSignature,
    receiverSignature: StaffSignature,
    /** What the authenticator of whoever takes it over shows: the screen is the giver's. */
    receiverCode: Type.String({ pattern: "^\\d{6}$" }),
  }),
  response: Type.Object({ placeId: Uuid, version: Version }),
  refusals: [
    "not_found",
    "not_holder",
    "custody_place_changed",
    "receiver_unknown",
    "receiver_code_wrong",
    "file_missing",
    "one_signature_enough",
    "right_suspended",
    "mandates_changed",
  ],
});

export const closeCustodyPlace = defineRoute({
  method: "POST",
  path: "/custody/places/:placeId/closing",
  summary: "Closes an empty place",
  permission: "custody.hold",
  params: Strict({ placeId: Uuid }),
  body: Strict({ version: Version }),
  response: Type.Object({ placeId: Uuid, version: Version }),
  refusals: [
    "not_found",
    "not_holder",
    "custody_place_changed",
    "custody_place_not_empty",
    "right_suspended",
    "mandates_changed",
  ],
});

export const takeStock = defineRoute({
  method: "POST",
  path: "/custody/stock-takes",
  summary: "Compares what was scanned at a place with what should lie there; what differs becomes a task",
  permission: "custody.hold",
  body: Strict({
    holder: HolderRef,
    scanned: Type.Array(ShortText, { maxItems: 5000 }),
    /** Compare only, keep nothing. */
    trial: Type.Optional(Type.Boolean()),
  }),
  response: Type.Object({
    stockTakeId: Nullable(Uuid),
    expected: Type.Integer(),
    found: Type.Integer(),
    missing: Type.Array(ThingView),
    /** Lies here, and the ledger says it is somewhere else. */
    elsewhere: Type.Array(ThingView),
    /** Codes that nothing here has. */
    unknown: Type.Array(Type.String()),
    /** Scanned more than once. */
    twice: Type.Array(Type.String()),
  }),
  refusals: ["not_found", "not_holder", "stock_too_large", "right_suspended", "mandates_changed"],
});

export const listStockTakes = defineRoute({
  method: "GET",
  path: "/custody/stock-takes",
  summary: "Earlier counts of the places that this person answers for, newest first",
  permission: "custody.hold",
  query: Strict({ after: Type.Optional(Cursor) }),
  response: Type.Object({
    stockTakes: Type.Array(
      Type.Object({
        stockTakeId: Uuid,
        holder: HolderView,
        expected: Type.Integer(),
        found: Type.Integer(),
        missing: Type.Integer(),
        elsewhere: Type.Integer(),
        takenBy: Type.String(),
        takenAt: Moment,
      }),
    ),
    next: Nullable(Cursor),
  }),
  refusals: [],
});

export const readStockTake = defineRoute({
  method: "GET",
  path: "/custody/stock-takes/:stockTakeId",
  summary:
    "A count that was kept: what was missing, what lay there and belonged elsewhere, and what nothing here has",
  permission: "custody.hold",
  params: Strict({ stockTakeId: Uuid }),
  response: Type.Object({
    stockTakeId: Uuid,
    holder: HolderView,
    expected: Type.Integer(),
    found: Type.Integer(),
    missing: Type.Array(ThingView),
    elsewhere: Type.Array(ThingView),
    unknown: Type.Array(Type.String()),
    takenBy: Type.String(),
    takenAt: Moment,
  }),
  refusals: ["not_found"],
});

export const CustodyTaskView = Type.Object({
  taskId: Uuid,
  kind: OneOf(CUSTODY_TASK_KINDS),
  view: Nullable(ThingView),
  scanned: Nullable(Type.String()),
  manifestId: Nullable(Uuid),
  manifestNumber: Nullable(Type.String()),
  /** Of a competing acceptance: who else says to hold it, and the proof of each. */
  claimedBy: Nullable(HolderView),
  proofs: Type.Array(Type.Object({ name: Type.String(), signedAt: Moment, fileId: Nullable(Uuid) })),
  photoFileId: Nullable(Uuid),
  note: Nullable(Type.String()),
  foundBy: Type.String(),
  foundAt: Moment,
  /** Whether whoever asks may say what came of it: not whoever caused it. */
  maySettle: Type.Boolean(),
  settled: Nullable(Type.Object({ by: Type.String(), at: Moment, words: Type.String() })),
});
export type CustodyTaskView = Static<typeof CustodyTaskView>;

export const listCustodyTasks = defineRoute({
  method: "GET",
  path: "/custody/tasks",
  summary: "What did not agree when things changed hands or were counted, until somebody has settled it",
  permission: "custody.hold",
  readsPersons: true,
  query: Strict({ settled: Type.Optional(OneOf(["true"])), after: Type.Optional(Cursor) }),
  response: Type.Object({ tasks: Type.Array(CustodyTaskView), next: Nullable(Cursor), open: Type.Integer() }),
  refusals: [],
});

export const settleCustodyTask = defineRoute({
  method: "POST",
  path: "/custody/tasks/:taskId/settlement",
  summary: "Says what came of a difference, in words",
  permission: "custody.hold",
  params: Strict({ taskId: Uuid }),
  body: Strict({ words: Words }),
  response: Type.Object({ taskId: Uuid }),
  refusals: ["not_found", "task_settled", "own_difference", "right_suspended", "mandates_changed"],
});

/** A result that lies at a unit and waits for the citizen. */
export const UncollectedView = Type.Object({
  dossierId: Uuid,
  code: Type.String(),
  procedureName: Type.String(),
  applicantName: Type.String(),
  returnMethod: OneOf(["counter", "postal"]),
  unitName: Type.String(),
  /** The agency that decided; what nobody fetches goes back there. */
  agencyId: Uuid,
  readySince: Moment,
  /** Days of the calendar since then. */
  days: Type.Integer(),
  /** Reminders that were sent, and the last of them. */
  reminders: Type.Integer(),
  remindedAt: Nullable(Moment),
  /** Somebody ordered that it be brought, and no courier has taken it yet. */
  orderedByPost: Type.Boolean(),
  /** Shelf, safe or other place in which the result lies, be it in a packet. */
  shelf: Nullable(Type.String()),
  /** What there is to give out, or to hand back to the agency. */
  things: Type.Array(ThingView),
});
export type UncollectedView = Static<typeof UncollectedView>;

export const listUncollected = defineRoute({
  method: "GET",
  path: "/custody/uncollected",
  summary:
    "Results that wait for the citizen at this person's units, by the date they were due, with where they lie",
  permission: "custody.hold",
  readsPersons: true,
  query: Strict({ after: Type.Optional(Cursor) }),
  response: Type.Object({ results: Type.Array(UncollectedView), next: Nullable(Cursor) }),
  refusals: [],
});
