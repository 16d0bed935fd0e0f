import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Line, OneOf, Strict, Uuid, Version } from "./shapes.ts";

const params = Strict({ dossierId: Uuid });

const Moved = Type.Object({ dossierId: Uuid, version: Version, status: OneOf(BUSINESS_STATUSES) });

const REFUSALS = [
  ...MAY_ACT_REFUSALS,
  "not_found",
  "dossier_changed",
  "move_not_allowed",
  "mandates_changed",
  "part_of_another",
  "counter_not_chosen",
  "counter_closed",
  "outside_jurisdiction",
] as const;

export const chooseCollection = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/collection",
  summary: "The citizen fetches the result at another unit of the province, or at the receiving one again",
  permission: "dossier.return",
  params,
  body: Strict({ version: Version, unitId: Uuid, note: Type.Optional(Line) }),
  response: Moved,
  refusals: [
    ...REFUSALS,
    "unit_not_of_province",
    "unit_closed",
    "collection_not_at_counter",
    "collection_there_already",
  ],
});

export const takeOverResult = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/result-takeover",
  summary:
    "The unit where a result is fetched takes it over from the one that has it, and answers for it from then on",
  permission: "dossier.return",
  params,
  body: Strict({ version: Version, note: Type.Optional(Line) }),
  response: Moved,
  refusals: [...REFUSALS, "result_here_already", "result_in_container"],
});
