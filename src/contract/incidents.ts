import { POSTAL_INCIDENTS } from "#domain/postal/postal-claims.ts";
import {
  ANSWER_OUTCOMES,
  CLOCK_STATES,
  FOUND_FAULTS,
  INCIDENT_ENTRY_TYPES,
  INCIDENT_SOURCES,
  INCIDENT_STATES,
  INCIDENT_STEPS,
} from "#domain/postal/postal-incident.ts";
import { SHIPMENT_STATES } from "#domain/postal/shipment-journey.ts";
import { POSTAL_LEGS } from "#domain/postal/tariff.ts";
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

/** Whole đồng. */
const Sum = Type.Integer({ minimum: 0, maximum: 10_000_000_000 });

const IncidentLine = Type.Object({
  incidentId: Uuid,
  shipmentId: Uuid,
  dossierId: Uuid,
  kind: OneOf(POSTAL_INCIDENTS),
  source: OneOf(INCIDENT_SOURCES),
  openedOn: Day,
  state: OneOf(INCIDENT_STATES),
  live: Type.Boolean(),
  /** The last day of what is owed next, an answer or a payment. */
  nextDueOn: Nullable(Day),
  late: Type.Boolean(),
  version: Version,
  leg: OneOf(POSTAL_LEGS),
  waybill: Nullable(Type.String()),
  orderNumber: Type.String(),
});
export type IncidentLine = Static<typeof IncidentLine>;

export const INCIDENT_FILTERS = ["live", "late", "ended"] as const;

export const listIncidents = defineRoute({
  method: "GET",
  path: "/postal/incidents",
  summary:
    "Incidents of this person's places: what is owed soonest first, then what has no clock, then the ended",
  permission: "postal.settle",
  query: Strict({
    show: Type.Optional(OneOf(INCIDENT_FILTERS)),
    shipmentId: Type.Optional(Uuid),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({ incidents: Type.Array(IncidentLine), next: Nullable(Cursor) }),
  refusals: [],
});

const SuggestedIncident = Type.Object({
  shipmentId: Uuid,
  kind: OneOf(["lost", "damaged", "delayed"]),
  leg: OneOf(POSTAL_LEGS),
  waybill: Nullable(Type.String()),
  orderNumber: Type.String(),
  state: OneOf(SHIPMENT_STATES),
  dueOn: Nullable(Day),
});
export type SuggestedIncident = Static<typeof SuggestedIncident>;

export const listSuggestedIncidents = defineRoute({
  method: "GET",
  path: "/postal/incidents/suggested",
  summary:
    "Shipments that were lost, damaged or late and have no incident of it; nothing is opened by looking",
  permission: "postal.settle",
  query: Strict({}),
  response: Type.Object({
    shipments: Type.Array(SuggestedIncident),
    /** There are more than are shown. */
    more: Type.Boolean(),
  }),
  refusals: [],
});

const ClockView = Type.Object({
  dueOn: Day,
  doneOn: Nullable(Day),
  state: OneOf(CLOCK_STATES),
});
export type ClockView = Static<typeof ClockView>;

const CompensationLine = Type.Object({
  key: OneOf(["fourTimesPostage", "postageBack", "reissue"]),
  amount: Type.Integer(),
});

export const IncidentEntryView = Type.Object({
  type: OneOf(INCIDENT_ENTRY_TYPES),
  /** The day on which it was done; the moment of writing it down is `recordedAt`. */
  on: Day,
  recordedAt: Moment,
  /** Empty for the citizen, who has no account. */
  by: Type.String(),
  outcome: Nullable(OneOf(ANSWER_OUTCOMES)),
  found: Nullable(OneOf(FOUND_FAULTS)),
  amount: Nullable(Type.Integer()),
  /** Of an offer, what it was computed from. */
  lines: Type.Array(CompensationLine),
  /** Number of the letter, finding or receipt. */
  number: Type.String(),
  words: Type.String(),
  costs: Type.Array(Type.Object({ evidence: Type.String(), amount: Type.Integer() })),
  dossier: Nullable(Type.Object({ dossierId: Uuid, code: Type.String() })),
  fileId: Nullable(Uuid),
});
export type IncidentEntryView = Static<typeof IncidentEntryView>;

export const readIncident = defineRoute({
  method: "GET",
  path: "/postal/incidents/:incidentId",
  summary: "One incident: its clocks, what is to be done next, and all that happened in it",
  permission: "postal.settle",
  readsPersons: true,
  params: Strict({ incidentId: Uuid }),
  response: Type.Object({
    incident: IncidentLine,
    /** Who sends or receives it, as the order says; empty once that was forgotten. */
    citizen: Type.Object({ name: Type.String(), address: Type.String(), phone: Type.String() }),
    next: Nullable(OneOf(INCIDENT_STEPS)),
    answer: Nullable(ClockView),
    payment: Nullable(ClockView),
    /** From which day on interest is due for a late payment. */
    interestFrom: Nullable(Day),
    found: Nullable(OneOf(FOUND_FAULTS)),
    /** What the carriage cost by the order's quote; null where nobody quoted it. */
    postage: Nullable(Type.Integer()),
    /** What was offered last. */
    offered: Nullable(Type.Integer()),
    entries: Type.Array(IncidentEntryView),
  }),
  refusals: ["not_found"],
});
export type IncidentView = Static<typeof readIncident.response>;

export const openIncident = defineRoute({
  method: "POST",
  path: "/postal/shipments/:shipmentId/incidents",
  summary: "Opens an incident of a shipment: written down for a citizen, or noticed by the post itself",
  permission: "postal.settle",
  params: Strict({ shipmentId: Uuid }),
  body: Strict({
    kind: OneOf(POSTAL_INCIDENTS),
    source: OneOf(["counter", "post"]),
    /** The day on which the complaint came; today or before. */
    on: Day,
    words: LongText,
  }),
  response: Type.Object({ incidentId: Uuid }),
  refusals: [
    "right_suspended",
    "mandates_changed",
    "not_found",
    "incident_day_wrong",
    "shipment_not_taken",
    "complaint_too_late",
    "incident_open_already",
  ],
});

const Acted = Type.Object({ incidentId: Uuid, version: Version, state: OneOf(INCIDENT_STATES) });
const Params = Strict({ incidentId: Uuid });
/** A paper or photo of it, kept before. */
const acted = { version: Version, on: Day, fileId: Type.Optional(Uuid) } as const;
const COMMON = [
  "not_found",
  "incident_changed",
  "incident_ended",
  "incident_day_wrong",
  "file_missing",
] as const;

export const answerIncident = defineRoute({
  method: "POST",
  path: "/postal/incidents/:incidentId/answer",
  summary: "Records how a citizen's complaint was answered, once",
  permission: "postal.settle",
  params: Params,
  body: Strict({
    ...acted,
    outcome: OneOf(ANSWER_OUTCOMES),
    number: ShortText,
    /** What the citizen reads. */
    words: NamedLine,
  }),
  response: Acted,
  refusals: ["right_suspended", "mandates_changed", ...COMMON, "incident_answered"],
});

export const findLiability = defineRoute({
  method: "POST",
  path: "/postal/incidents/:incidentId/liability",
  summary: "Records the written finding of who answers for it; from its day the payment has thirty days",
  permission: "postal.settle",
  params: Params,
  body: Strict({ ...acted, found: OneOf(FOUND_FAULTS), number: NamedLine, fileId: Uuid }),
  response: Acted,
  refusals: ["right_suspended", "mandates_changed", ...COMMON, "liability_found"],
});

export const offerCompensation = defineRoute({
  method: "POST",
  path: "/postal/incidents/:incidentId/compensation",
  summary: "Offers a compensation that is not less than the least owed; a later offer replaces it",
  permission: "postal.settle",
  params: Params,
  body: Strict({
    ...acted,
    amount: Sum,
    /** Only where the order has no quote. */
    postage: Type.Optional(Sum),
    /** What having papers made again cost, with the paper that says so. */
    costs: Type.Array(Strict({ evidence: NamedLine, amount: Sum }), { maxItems: 20 }),
  }),
  response: Acted,
  refusals: [
    "right_suspended",
    "mandates_changed",
    ...COMMON,
    "postage_unknown",
    "liability_not_found",
    "compensation_below_least",
    "compensation_paid",
  ],
});

export const payCompensation = defineRoute({
  method: "POST",
  path: "/postal/incidents/:incidentId/payment",
  summary: "Records that the compensation was paid, by the number of its receipt; no money moves here",
  permission: "postal.settle",
  params: Params,
  body: Strict({ ...acted, amount: Sum, number: NamedLine }),
  response: Acted,
  refusals: [
    "right_suspended",
    "mandates_changed",
    ...COMMON,
    "compensation_not_offered",
    "compensation_below_least",
    "compensation_paid",
  ],
});

export const linkReissue = defineRoute({
  method: "POST",
  path: "/postal/incidents/:incidentId/reissue",
  summary: "Names the dossier by which lost or spoilt papers are made again",
  permission: "postal.settle",
  params: Params,
  body: Strict({ ...acted, code: ShortText }),
  response: Acted,
  refusals: ["right_suspended", "mandates_changed", ...COMMON, "reissue_unknown"],
});

export const withdrawIncident = defineRoute({
  method: "POST",
  path: "/postal/incidents/:incidentId/withdrawal",
  summary: "Ends an incident that the citizen took back, or that was opened by mistake",
  permission: "postal.settle",
  params: Params,
  body: Strict({ ...acted, words: NamedLine }),
  response: Acted,
  refusals: ["right_suspended", "mandates_changed", ...COMMON, "liability_found"],
});

export const closeIncident = defineRoute({
  method: "POST",
  path: "/postal/incidents/:incidentId/closing",
  summary: "Closes an incident of which nothing is owed any more",
  permission: "postal.settle",
  params: Params,
  body: Strict({ ...acted, words: Line }),
  response: Acted,
  refusals: ["right_suspended", "mandates_changed", ...COMMON, "incident_not_settled"],
});

/** The routes of what goes wrong with shipments. */
export const INCIDENT_ROUTES = {
  listIncidents,
  listSuggestedIncidents,
  readIncident,
  openIncident,
  answerIncident,
  findLiability,
  offerCompensation,
  payCompensation,
  linkReissue,
  withdrawIncident,
  closeIncident,
} as const;
