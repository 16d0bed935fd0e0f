import { HAND_OVER_CAUSES } from "#domain/people/hand-over.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Moment, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

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
  /** Cases under a case officer who leaves. */
  matters: Type.Integer(),
});

export const InHandView = Type.Object({
  places: Type.Array(InHandAtPlace),
  papers: Type.Integer(),
  dossiers: Type.Integer(),
  drafts: Type.Integer(),
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
  matter: Type.Boolean(),
  /** Who holds it from then on. */
  to: Type.String(),
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
    /** Null: the places themselves took over. */
    successor: Nullable(Type.String()),
    reason: Type.String(),
    by: Type.String(),
    at: Moment,
    papers: Type.Integer(),
    drafts: Type.Integer(),
    lines: Type.Array(HandOverLine),
  }),
  refusals: ["not_found"],
});
export type HandOverView = Static<typeof readHandOver.response>;
