import { CUSTODY_FILE_PURPOSES } from "#domain/custody/terms.ts";
import { SHIPMENT_STATES } from "#domain/postal/shipment-journey.ts";
import { type Static, Type } from "typebox";
import { FILE_BYTES_MAX } from "./files.ts";
import { defineRoute } from "./route.ts";
import { Day, Moment, Nullable, OneOf, Strict, Uuid } from "./shapes.ts";

/** What is to be done at a door: fetch a dossier, bring a result, take a fetched dossier to the agency. */
export const STOP_TASKS = ["collect", "deliver", "bringIn"] as const;

const PointView = Type.Object({ latitude: Type.Number(), longitude: Type.Number() });

/** Where a courier stands at a visit, as the phone says it. */
export const VisitPoint = Strict({
  latitude: Type.Number({ minimum: -90, maximum: 90 }),
  longitude: Type.Number({ minimum: -180, maximum: 180 }),
  accuracyMetres: Type.Integer({ minimum: 1, maximum: 100_000 }),
});

const RoundStopView = Type.Object({
  shipmentId: Uuid,
  task: OneOf(STOP_TASKS),
  state: OneOf(SHIPMENT_STATES),
  orderNumber: Type.String(),
  waybill: Nullable(Type.String()),
  /** On the label of the packet that travels; null while nobody packed or named one. */
  packetCode: Nullable(Type.String()),
  name: Type.String(),
  address: Type.String(),
  phone: Type.String(),
  commune: Nullable(Type.String()),
  proxy: Nullable(Type.Object({ name: Type.String(), identityNumber: Type.String(), paper: Type.String() })),
  /** Đồng to collect at the door: fees for the agency, and the postage where the recipient pays. */
  collect: Type.Object({ fees: Type.Integer(), postage: Type.Integer() }),
  attempts: Type.Integer(),
  invitations: Type.Integer(),
  dueOn: Nullable(Day),
  promisedOn: Nullable(Day),
  urgent: Type.Boolean(),
  /** Somebody wants it back: it goes to the unit, not to the door. */
  recalled: Type.Boolean(),
  point: Nullable(PointView),
  /** What is to be fetched, counted against it at the door; absent of other stops, and in a round kept from before. */
  papers: Type.Optional(
    Type.Array(Type.Object({ name: Type.String(), originals: Type.Integer(), copies: Type.Integer() })),
  ),
});
export type RoundStopView = Static<typeof RoundStopView>;

/** A packet or bag in the courier's hands that travels under no live waybill: it goes on by a bảng kê. */
const CarriedView = Type.Object({ id: Uuid, code: Type.String(), sheets: Type.Integer() });
export type CarriedView = Static<typeof CarriedView>;

export const readRound = defineRoute({
  method: "GET",
  path: "/postal/round",
  summary:
    "All that a courier needs today, in the advised order, so that the phone can go on without a network",
  permission: "postal.deliver",
  readsPersons: true,
  query: Strict({}),
  response: Type.Object({
    day: Day,
    readAt: Moment,
    stops: Type.Array(RoundStopView),
    /** What he holds beside the stops; absent in a round that a phone kept from before. */
    carried: Type.Optional(Type.Array(CarriedView)),
    /** Bảng kê that wait for his signature. */
    offered: Type.Optional(Type.Integer()),
  }),
  refusals: [],
});

/** Digits of a number of bytes, as a query carries it. */
const Bytes = Type.String({ pattern: "^[0-9]{1,8}$" });

const UploadView = Type.Object({
  /** Bytes that have arrived, from the beginning; the next part starts here. */
  received: Type.Integer({ maximum: FILE_BYTES_MAX }),
  /** Set when the file is whole. */
  fileId: Nullable(Uuid),
});

export const sendUploadPart = defineRoute({
  method: "PUT",
  path: "/custody/uploads/:uploadId",
  summary:
    "One part of a photo or signature on its way; a part that does not continue what is there changes nothing",
  permission: "custody.hold",
  params: Strict({ uploadId: Uuid }),
  query: Strict({ purpose: OneOf(CUSTODY_FILE_PURPOSES), bytes: Bytes, from: Bytes }),
  body: Type.Unknown(),
  bodyType: "bytes",
  response: UploadView,
  refusals: [
    "not_found",
    "file_empty",
    "file_type_unknown",
    "signature_unreadable",
    "input_too_large",
    "right_suspended",
    "mandates_changed",
  ],
});

export const readUpload = defineRoute({
  method: "GET",
  path: "/custody/uploads/:uploadId",
  summary: "How much of a file has arrived",
  permission: "custody.hold",
  params: Strict({ uploadId: Uuid }),
  response: UploadView,
  refusals: ["not_found"],
});

/** The routes of a courier's phone. */
export const ROUND_ROUTES = { readRound, sendUploadPart, readUpload } as const;
