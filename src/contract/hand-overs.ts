import { CONTAINER_KINDS } from "#domain/custody/container.ts";
import { ROLES } from "#domain/mandate/permission.ts";
import { HAND_OVER_CAUSES } from "#domain/people/hand-over.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import {
  Cursor,
  Day,
  Letterhead,
  Line,
  Moment,
  Nullable,
  OneOf,
  ShortText,
  Strict,
  Uuid,
  Version,
} from "./shapes.ts";

/** Somebody or something by its id, with the place that tells two of one name apart. */
export const PlacedChoice = Type.Object({ id: Type.String(), name: Type.String(), place: Type.String() });
export type PlacedChoice = Static<typeof PlacedChoice>;

/** What is in hand at one place now. */
const InHandAtPlace = Type.Object({
  placeId: Uuid,
  place: Type.String(),
  /** Papers, and the dossiers that they belong to. */
  papers: Type.Integer(),
  paperDossiers: Type.Integer(),
  /** Cases under a case officer who leaves, those among them that were given and not taken yet. */
  matters: Type.Integer(),
  /** Steps of internal procedures, by the place where they are done. */
  steps: Type.Integer(),
});

/** Whole đồng, as much as all of a space could come to. */
const Amount = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });

/** What the slips of several dossiers come to. Nothing says that it was collected. */
const FeeSum = Type.Object({
  sum: Amount,
  /** Dossiers whose fee was not fixed, and which are therefore not in the sum. */
  unfixed: Type.Integer(),
});
export type FeeSum = Static<typeof FeeSum>;

/** A post in words, as a record names it beside a person. */
const PostOf = Type.Object({ role: OneOf(ROLES), place: Type.String() });

export const InHandView = Type.Object({
  places: Type.Array(InHandAtPlace),
  papers: Type.Integer(),
  dossiers: Type.Integer(),
  /** Packets and bags, and shelves and other places in charge. */
  containers: Type.Integer(),
  custodyPlaces: Type.Integer(),
  drafts: Type.Integer(),
  /** The fees on the slips of the dossiers whose papers go on; of so many no more than the first are listed. */
  fees: FeeSum,
  feeLines: Type.Array(Type.Object({ code: Type.String(), fee: Nullable(Amount) })),
  /** Units for whose dossiers cash may be in hand though no paper is; it is counted. */
  cashAt: Type.Array(Type.String()),
  /** Tasks outside of the list that end with it. */
  assignments: Type.Integer(),
});
export type InHandView = Static<typeof InHandView>;

export const previewSuspension = defineRoute({
  method: "GET",
  path: "/suspension-preview",
  summary: "What a clerk, a post office or an operator has in hand now, and who may take it over",
  permission: "right.suspend",
  query: Strict({ target: OneOf(["account", "postOffice", "operator"] as const), targetId: ShortText }),
  response: Type.Object({ inHand: InHandView, successors: Type.Array(PlacedChoice) }),
  refusals: ["suspension_target_unknown"],
});

/** One dossier of a hand-over. Whose dossier it is, is not said. */
const HandOverLine = Type.Object({
  dossierId: Uuid,
  code: Type.String(),
  papers: Type.Integer(),
  /** Those papers that the published procedure names; the others are counted only. */
  paperNames: Type.Array(Type.String()),
  matter: Type.Boolean(),
  /** How many steps of its internal procedure. */
  steps: Type.Integer(),
  /** In đồng, as the slip has it; null when it was not fixed, or only the case went on. */
  fee: Nullable(Amount),
  /** Who holds it from then on. */
  to: Type.String(),
});

/** A packet or bag of a hand-over: whoever takes over looks for it, and counts it by its label and seal. */
const HandOverContainer = Type.Object({
  containerId: Uuid,
  kind: OneOf(CONTAINER_KINDS),
  code: Type.String(),
  seal: Nullable(Type.String()),
  originals: Type.Integer(),
  copies: Type.Integer(),
  /** Who holds it from then on. */
  to: Type.String(),
});

/** Cash that was counted, and how far it is from what the slips say. */
const CountView = Type.Object({
  seq: Type.Integer(),
  amount: Amount,
  /** Counted less written: more, less or the same. It is nobody's debt. */
  difference: Type.Integer(),
  by: Type.String(),
  witness: Type.String(),
  /** Of a recount. */
  reason: Nullable(Type.String()),
  at: Moment,
});
export type CountView = Static<typeof CountView>;

const TakingView = Type.Object({
  by: Type.String(),
  /** The unit in whose name; null for the named successor. */
  unit: Nullable(Type.String()),
  count: Nullable(Type.Integer()),
  at: Moment,
});

export const readHandOver = defineRoute({
  method: "GET",
  path: "/hand-overs/:handOverId",
  summary: "A hand-over, dossier by dossier, as it is printed and signed",
  permission: "handOver.read",
  params: Strict({ handOverId: Uuid }),
  response: Type.Object({
    handOverId: Uuid,
    cause: OneOf(HAND_OVER_CAUSES),
    from: Type.String(),
    /** The posts of whoever hands over, as far as it is a person. */
    fromPosts: Type.Array(PostOf),
    /** Null: the places themselves took over. */
    successor: Nullable(Type.String()),
    successorPosts: Type.Array(PostOf),
    reason: Type.String(),
    by: Type.String(),
    byPosts: Type.Array(PostOf),
    /** The decision of a suspension. */
    decision: Nullable(Type.Object({ number: Type.String(), issuer: Type.String(), issuedOn: Day })),
    /** For the head of the paper, when it is one unit's. */
    unit: Nullable(Letterhead),
    at: Moment,
    papers: Type.Integer(),
    drafts: Type.Integer(),
    fees: FeeSum,
    /** No paper went on, but cash may have: it is counted before it is taken over. */
    cashAlone: Type.Boolean(),
    lines: Type.Array(HandOverLine),
    containers: Type.Array(HandOverContainer),
    /** The first count first; the last one holds. */
    counts: Type.Array(CountView),
    takings: Type.Array(TakingView),
    /** Who still has to say that it has come. */
    awaited: Type.Array(Type.String()),
    may: Type.Object({ count: Type.Boolean(), take: Type.Boolean() }),
  }),
  refusals: ["not_found"],
});
export type HandOverView = Static<typeof readHandOver.response>;

const HandOverRow = Type.Object({
  handOverId: Uuid,
  cause: OneOf(HAND_OVER_CAUSES),
  from: Type.String(),
  successor: Nullable(Type.String()),
  at: Moment,
  dossiers: Type.Integer(),
  fees: FeeSum,
  /** No paper went on, but cash may have. */
  cashAlone: Type.Boolean(),
  /** The last count; null as long as nobody has counted. */
  counted: Nullable(Amount),
  /** Who still has to say that it has come. */
  awaited: Type.Array(Type.String()),
  /** It waits for this person. */
  mine: Type.Boolean(),
});
export type HandOverRow = Static<typeof HandOverRow>;

export const listHandOvers = defineRoute({
  method: "GET",
  path: "/hand-overs",
  summary: "Hand-overs, the last first: all of the space, or those that came to this person or unit",
  permission: "handOver.read",
  query: Strict({ after: Type.Optional(Cursor) }),
  response: Type.Object({ handOvers: Type.Array(HandOverRow), next: Nullable(Cursor) }),
  refusals: [],
});

export const countMoney = defineRoute({
  method: "POST",
  path: "/hand-overs/:handOverId/counts",
  summary: "Records the cash that was counted at a hand-over; a recount is one more count with its reason",
  permission: "handOver.read",
  params: Strict({ handOverId: Uuid }),
  body: Strict({
    /** The number of the last count that the person saw; 0 for none. */
    seen: Version,
    amount: Amount,
    witness: ShortText,
    reason: Line,
  }),
  response: Type.Object({ seq: Type.Integer() }),
  refusals: ["not_found", "hand_over_not_yours", "hand_over_counted_meanwhile", "count_invalid"],
});

export const takeHandOver = defineRoute({
  method: "POST",
  path: "/hand-overs/:handOverId/taking",
  summary: "The successor, or the head of the unit that took over, says that it has come",
  permission: "handOver.read",
  params: Strict({ handOverId: Uuid }),
  body: Strict({ seen: Version }),
  response: Type.Object({}),
  refusals: [
    "not_found",
    "hand_over_not_yours",
    "hand_over_taken_already",
    "hand_over_counted_meanwhile",
    "hand_over_count_missing",
  ],
});
