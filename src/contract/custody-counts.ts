import { Type } from "typebox";
import { defineRoute } from "./route.ts";

/** For so many days the giver of a refused bảng kê is told of it. */
export const REFUSED_DAYS = 3;

export const countCustody = defineRoute({
  method: "GET",
  path: "/custody/waiting-count",
  summary: "How much waits for this person where papers change hands; figures alone, and nobody's name",
  permission: "custody.hold",
  response: Type.Object({
    /** Bảng kê to sign for. */
    offers: Type.Integer(),
    /** Bảng kê of this person that were refused lately: what is on them has stayed with the giver. */
    refused: Type.Integer(),
    /** Differences at the places of this person that nobody has settled. */
    differences: Type.Integer(),
  }),
  refusals: [],
});
