import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { type Static, Type } from "typebox";
import { OVERVIEWS } from "./queue.ts";
import { defineRoute } from "./route.ts";
import { Moment, Nullable, OneOf, Strict, Uuid } from "./shapes.ts";

/** Open work by how near its date is; what stands still is in no bucket of dates. */
const COUNTS = {
  overdue: Type.Integer(),
  today: Type.Integer(),
  week: Type.Integer(),
  later: Type.Integer(),
  standing: Type.Integer(),
};

export const BoardView = Type.Object({
  asOf: Moment,
  total: Type.Object(COUNTS),
  /** At which desk it lies. */
  statuses: Type.Array(Type.Object({ ...COUNTS, status: OneOf(BUSINESS_STATUSES) })),
  /** At which step of the internal procedure; what is done side by side counts at each. */
  steps: Type.Array(Type.Object({ ...COUNTS, name: Type.String() })),
  /** In whose hands it is; null in nobody's yet. */
  officers: Type.Array(Type.Object({ ...COUNTS, accountId: Nullable(Uuid), name: Nullable(Type.String()) })),
  /** Of a unit: who decides; of an agency: where it was received. */
  places: Type.Array(Type.Object({ ...COUNTS, placeId: Uuid, name: Type.String() })),
  /** The next working days: what falls due, and how many people there are to do it. */
  forecast: Type.Array(Type.Object({ day: Type.String(), due: Type.Integer(), people: Type.Integer() })),
});
export type BoardView = Static<typeof BoardView>;

export const readBoard = defineRoute({
  method: "GET",
  path: "/boards/:overview",
  summary: "What is late and where it lies, today, this week and the next ten working days",
  permission: "board.read",
  params: Strict({ overview: OneOf(OVERVIEWS) }),
  response: BoardView,
  refusals: ["outside_jurisdiction"],
});

export const exportBoard = defineRoute({
  method: "GET",
  path: "/boards/:overview/export",
  summary: "The same figures as a CSV file for a spreadsheet",
  permission: "board.read",
  params: Strict({ overview: OneOf(OVERVIEWS) }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["outside_jurisdiction"],
});
