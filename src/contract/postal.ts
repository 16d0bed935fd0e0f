import { ATTEMPT_REASONS } from "#domain/postal/shipment-event.ts";
import { SHIPMENT_STATES } from "#domain/postal/shipment-journey.ts";
import { CANCEL_REASONS, POSTAL_ORDER_SOURCES, POSTAL_PAYMENTS } from "#domain/postal/order-terms.ts";
import { TAKERS } from "#domain/postal/decide-delivery.ts";
import { POSTAL_LEGS, POSTAL_SERVICES, type Quote } from "#domain/postal/tariff.ts";
import { MARKS } from "#domain/calendar/work-calendar.ts";
import { type Static, Type } from "typebox";
import { VisitPoint } from "./rounds.ts";
import { defineRoute } from "./route.ts";
import { REPORTED_TYPES, ShipmentEventView } from "./shipment-event-view.ts";
import {
  Cursor,
  Day,
  Line,
  Moment,
  NamedLine,
  Nullable,
  OneOf,
  ShortText,
  Strict,
  Uuid,
  Version,
} from "./shapes.ts";

const CommuneCode = Type.String({ pattern: "^\\d{5}$" });
const Grams = Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 });

/** A quote as the domain makes it: its lines add up to the total. */
const QuoteShape = Type.Unsafe<Quote>({ type: "object", additionalProperties: true });

/** The citizen's end of the way. */
const PostalPartyInput = Strict({
  name: NamedLine,
  address: NamedLine,
  phone: ShortText,
  email: Type.Optional(ShortText),
  /** A commune of today. */
  communeCode: CommuneCode,
  /** The commune of before 1/7/2025 where it is known: it says the old district, by which the tariff goes. */
  oldCommuneCode: Type.Optional(CommuneCode),
});
export type PostalPartyInput = Static<typeof PostalPartyInput>;

const PostalPartyView = Type.Object({
  name: Type.String(),
  address: Type.String(),
  phone: Type.String(),
  email: Type.String(),
  communeCode: Nullable(Type.String()),
});

/** Who may take it in the recipient's place, with the power of attorney (giấy ủy quyền). */
const ProxyInput = Strict({ name: NamedLine, identityNumber: ShortText, paper: Line });

export const QuoteView = Type.Object({
  quote: QuoteShape,
  /** Working days of one way, by the day on the slip (J+n). */
  days: Type.Integer(),
  /** What the zone rests on where it is not certain; the cheaper one was taken. */
  doubt: Nullable(OneOf(["districtUncertain", "regionUnknown"])),
  tariff: Type.Object({ name: Type.String(), source: Type.String(), mark: OneOf(MARKS) }),
  vatDecided: Type.Boolean(),
  /** What the citizen's province grants today. */
  discounts: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), percent: Type.Integer(), source: Type.String() }),
  ),
});
export type QuoteView = Static<typeof QuoteView>;

const QUOTE_REFUSALS = [
  "not_found",
  "procedure_not_postal",
  "commune_unknown",
  "commune_abolished",
  "tariff_missing",
  "discount_unknown",
  "weight_not_positive",
  "weight_too_heavy",
] as const;

export const quotePostalService = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/postal-quote",
  summary: "What the post asks for a dossier, line by line; nothing is ordered",
  permission: "postal.order",
  params: Strict({ dossierId: Uuid }),
  body: Strict({
    service: OneOf(POSTAL_SERVICES),
    weightGrams: Grams,
    communeCode: CommuneCode,
    oldCommuneCode: Type.Optional(CommuneCode),
    discountId: Type.Optional(ShortText),
  }),
  response: QuoteView,
  refusals: QUOTE_REFUSALS,
});

export const orderPostalService = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/postal-orders",
  summary: "Orders the public postal service for a dossier: send, return or both; one live waybill each way",
  permission: "postal.order",
  params: Strict({ dossierId: Uuid }),
  body: Strict({
    service: OneOf(POSTAL_SERVICES),
    weightGrams: Grams,
    citizen: PostalPartyInput,
    proxy: Type.Optional(ProxyInput),
    discountId: Type.Optional(ShortText),
    payment: OneOf(POSTAL_PAYMENTS),
    /** Đồng to collect at the door besides the postage. */
    codAmount: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
    /** Left out: our own couriers. */
    carrier: Type.Optional(ShortText),
    /** Number of the slip that was filled in by hand; left out: the next of a range or pool. */
    waybill: Type.Optional(ShortText),
    /** The price that was shown: another one is told before anything is ordered. */
    saidTotal: Type.Integer(),
  }),
  response: Type.Object({
    orderId: Uuid,
    shipments: Type.Array(
      Type.Object({ shipmentId: Uuid, leg: OneOf(POSTAL_LEGS), waybill: Nullable(Type.String()) }),
    ),
    /** Of a typed number: taken as it stands, and looked at twice. */
    warning: Nullable(OneOf(["checkDigitDiffers", "notS10"])),
  }),
  refusals: [
    "right_suspended",
    "mandates_changed",
    ...QUOTE_REFUSALS,
    "quote_changed",
    "carrier_unknown",
    "shipment_live_already",
    "result_not_to_post",
    "authorisation_missing",
    "phone_unreadable",
    "tracking_number_unreadable",
    "waybill_used_before",
  ],
});

export const cancelPostalOrder = defineRoute({
  method: "POST",
  path: "/postal/orders/:orderId/cancellation",
  summary: "Cancels an order of which the carrier has nothing in hand yet",
  permission: "postal.order",
  params: Strict({ orderId: Uuid }),
  body: Strict({ version: Version, reason: OneOf(CANCEL_REASONS) }),
  response: Type.Object({ orderId: Uuid, version: Version }),
  refusals: [
    "right_suspended",
    "mandates_changed",
    "not_found",
    "postal_order_changed",
    "postal_order_cancelled",
    "carrier_has_it",
  ],
});

export const recallShipment = defineRoute({
  method: "POST",
  path: "/postal/shipments/:shipmentId/recall",
  summary: "Asks for a shipment back that the carrier has in hand",
  permission: "postal.order",
  params: Strict({ shipmentId: Uuid }),
  body: Strict({}),
  response: Type.Object({ shipmentId: Uuid }),
  refusals: ["right_suspended", "mandates_changed", "not_found", "shipment_not_under_way"],
});

export const ShipmentLine = Type.Object({
  shipmentId: Uuid,
  orderId: Uuid,
  dossierId: Uuid,
  leg: OneOf(POSTAL_LEGS),
  /** The dossier's code with the ending of the way: by it the carrier knows the order. */
  orderNumber: Type.String(),
  /** Whose dossier it is; empty for whoever sees the parcel and not the dossier. */
  applicant: Type.String(),
  waybill: Nullable(Type.String()),
  carrier: Type.String(),
  state: OneOf(SHIPMENT_STATES),
  since: Nullable(Moment),
  acceptedOn: Nullable(Day),
  dueOn: Nullable(Day),
  late: Type.Boolean(),
  live: Type.Boolean(),
  attempts: Type.Integer(),
  invitations: Type.Integer(),
  orderedAt: Moment,
  recallAskedAt: Nullable(Moment),
  /** The way back of a result that is not ready: the carrier does not know of it yet. */
  waitsForResult: Type.Boolean(),
  /** Its order was cancelled and the carrier has not said yes: nobody may count on it. */
  cancelAsked: Type.Boolean(),
  /** It goes on although it was cancelled: the carrier refused, had it already, or moved it afterwards. */
  goesOn: Type.Boolean(),
});
export type ShipmentLine = Static<typeof ShipmentLine>;

export const SHIPMENT_FILTERS = ["open", "late", "failed", "ended"] as const;

export const listShipments = defineRoute({
  method: "GET",
  path: "/postal/shipments",
  summary: "Shipments of this person's places, newest first; by waybill, dossier code or name, way and state",
  readsPersons: true,
  permission: "postal.read",
  query: Strict({
    q: Type.Optional(ShortText),
    leg: Type.Optional(OneOf(POSTAL_LEGS)),
    show: Type.Optional(OneOf(SHIPMENT_FILTERS)),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({
    shipments: Type.Array(ShipmentLine),
    next: Nullable(Cursor),
    /** Carriers outside that cannot be heard now: what is shown of their shipments may be older than the truth. */
    silent: Type.Array(Type.Object({ carrier: Type.String(), since: Moment })),
  }),
  refusals: [],
});

export const PostalOrderView = Type.Object({
  orderId: Uuid,
  service: OneOf(POSTAL_SERVICES),
  source: OneOf(POSTAL_ORDER_SOURCES),
  payment: OneOf(POSTAL_PAYMENTS),
  codAmount: Type.Integer(),
  quote: Nullable(QuoteShape),
  orderedAt: Moment,
  cancelledAt: Nullable(Moment),
  cancelReason: Nullable(OneOf(CANCEL_REASONS)),
  version: Version,
  /** When its people were removed, the time for which the post keeps them being over. */
  forgottenAt: Nullable(Moment),
  citizen: PostalPartyView,
  proxy: Nullable(Type.Object({ name: Type.String(), identityNumber: Type.String(), paper: Type.String() })),
  shipments: Type.Array(ShipmentLine),
  /** The carrier has nothing in hand yet. */
  cancellable: Type.Boolean(),
});
export type PostalOrderView = Static<typeof PostalOrderView>;

export const readShipment = defineRoute({
  method: "GET",
  path: "/postal/shipments/:shipmentId",
  summary: "One shipment with its order and its way so far, in the order in which it happened",
  permission: "postal.read",
  readsPersons: true,
  params: Strict({ shipmentId: Uuid }),
  response: Type.Object({
    shipment: ShipmentLine,
    order: PostalOrderView,
    events: Type.Array(ShipmentEventView),
    damagedAt: Nullable(Moment),
    /** What was reported does not fit the ledger of papers, and nobody has settled it. */
    openDifference: Type.Boolean(),
    /** The packet that travels; null while nobody packed or named one. */
    packet: Nullable(Type.Object({ id: Uuid, code: Type.String() })),
    /** What may be done with what was not delivered: `mayReturn` after two invitations two working days apart. */
    afterAttempt: Nullable(
      Type.Object({ next: OneOf(["invite", "inviteFrom", "mayReturn"]), day: Nullable(Day) }),
    ),
  }),
  refusals: ["not_found"],
});

export const readDossierPost = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId/postal-orders",
  summary: "The postal orders of a dossier, and what a new one would begin with",
  permission: "postal.read",
  readsPersons: true,
  params: Strict({ dossierId: Uuid }),
  response: Type.Object({
    orders: Type.Array(PostalOrderView),
    /** The applicant's address as the dossier has it. */
    citizen: PostalPartyView,
    /** Services that may be ordered now. */
    services: Type.Array(OneOf(POSTAL_SERVICES)),
    carriers: Type.Array(Type.String()),
  }),
  refusals: ["not_found"],
});

export const listUnsent = defineRoute({
  method: "GET",
  path: "/postal/unsent",
  summary: "Results that citizens want by post and that nobody has ordered a way for, with what is missing",
  permission: "postal.order",
  readsPersons: true,
  query: Strict({}),
  response: Type.Object({
    dossiers: Type.Array(
      Type.Object({
        dossierId: Uuid,
        code: Type.String(),
        procedureName: Type.String(),
        applicant: Type.String(),
        missing: Type.Array(OneOf(["commune", "phone"])),
      }),
    ),
  }),
  refusals: [],
});

export const reportShipment = defineRoute({
  method: "POST",
  path: "/postal/shipments/:shipmentId/events",
  summary:
    "A courier, or a clerk of the post, reports what happened; the same report is one event however often it arrives",
  permission: "postal.report",
  params: Strict({ shipmentId: Uuid }),
  body: Strict({
    /** Given by the phone when it happened. */
    reportId: Uuid,
    type: OneOf(REPORTED_TYPES),
    at: Moment,
    place: Type.Optional(ShortText),
    reason: Type.Optional(OneOf(ATTEMPT_REASONS)),
    nextOn: Type.Optional(Day),
    /** In words what no list names. */
    note: Type.Optional(ShortText),
    delivery: Type.Optional(
      Strict({
        taker: OneOf(TAKERS),
        name: NamedLine,
        identityChecked: Type.Boolean(),
        proxyPaper: Type.Optional(Line),
        /** Papers that the agency wants back, taken from the citizen. */
        papersRecovered: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
      }),
    ),
    signatureFileId: Type.Optional(Uuid),
    photoFileId: Type.Optional(Uuid),
    /** Where the phone says that the door is: kept for the order of later rounds, if the courier agreed. */
    point: Type.Optional(VisitPoint),
    /** Takes back the report of the same number. */
    withdrawn: Type.Optional(Type.Boolean()),
  }),
  response: Type.Object({ state: OneOf(SHIPMENT_STATES), recorded: Type.Boolean() }),
  refusals: [
    "right_suspended",
    "mandates_changed",
    "not_found",
    "shipment_of_carrier",
    "report_from_future",
    "report_before_order",
    "report_too_early",
    "report_of_another",
    "next_day_wrong",
    "file_missing",
    "identity_not_checked",
    "signature_missing",
    "authorisation_missing",
    "recovered_on_way_in",
    "packet_still_out",
    "packet_elsewhere",
  ],
});
