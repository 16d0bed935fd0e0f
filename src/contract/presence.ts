import { MOVES } from "#domain/dossier/dossier-machine.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Moment, Nullable, OneOf, Strict, Uuid, Version } from "./shapes.ts";

/** Somebody else who has the dossier open now. */
const Colleague = Type.Object({
  accountId: Uuid,
  name: Type.String(),
  since: Moment,
  /** The move whose form stands open there; null while it is only read. */
  doing: Nullable(OneOf(MOVES)),
});

export const PresenceView = Type.Object({
  others: Type.Array(Colleague),
  version: Version,
  /** What was done after the version that the page shows, the oldest first. */
  meanwhile: Type.Array(
    Type.Object({ seq: Type.Integer(), type: Type.String(), actor: Type.String(), at: Moment }),
  ),
});
export type PresenceView = Static<typeof PresenceView>;

/** A page tells that it is open so often, and is forgotten when it has not for so long: nothing is ever locked. */
export const PRESENCE_EVERY_MS = 15_000;
export const PRESENCE_LAPSES_MS = 40_000;

export const keepPresence = defineRoute({
  method: "PUT",
  path: "/dossiers/:dossierId/presence",
  summary: "Says that this person has the dossier open, and hears who else has and what was done meanwhile",
  permission: "dossier.read",
  params: Strict({ dossierId: Uuid }),
  body: Strict({
    /** The version that the page shows. */
    version: Version,
    doing: Nullable(OneOf(MOVES)),
    /** The page is being closed. */
    leaving: Type.Optional(Type.Boolean()),
  }),
  response: PresenceView,
  refusals: ["not_found"],
});
