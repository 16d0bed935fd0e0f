import { type Static, Type } from "typebox";
import { HolderView } from "./custody.ts";
import { defineRoute } from "./route.ts";
import { Line, Nullable, Strict } from "./shapes.ts";

/** To whom things may be handed. */
const ReceiverView = Type.Object({
  ...HolderView.properties,
  /** Of a person: where his posts are today. */
  place: Nullable(Type.String()),
});
export type ReceiverView = Static<typeof ReceiverView>;

export const findReceivers = defineRoute({
  method: "GET",
  path: "/custody/receivers",
  summary: "To whom things may be handed: people and places of this space by name",
  permission: "custody.hold",
  query: Strict({ q: Type.Optional(Line) }),
  response: Type.Object({ receivers: Type.Array(ReceiverView) }),
  refusals: [],
});
