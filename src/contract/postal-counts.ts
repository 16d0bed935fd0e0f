import { Type } from "typebox";
import { defineRoute } from "./route.ts";

export const countPost = defineRoute({
  method: "GET",
  path: "/postal/waiting-count",
  summary: "How much of the post waits for a person at these places; figures alone, and nobody's name",
  permission: "postal.read",
  response: Type.Object({
    /** Shipments that nobody took, that are lost, going back, or going on although they were cancelled. */
    toLookAt: Type.Integer(),
    /** Reports of shipments that nobody knows. */
    strays: Type.Integer(),
    /** Ready results that the citizen wants by post and that nothing is ordered for. */
    unsent: Type.Integer(),
  }),
  refusals: [],
});
