import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { type Static, Type } from "typebox";
import { CHANNELS, ProcedureView } from "./catalogue.ts";
import { furtherPaper, writtenFields } from "./intake.ts";
import { defineRoute } from "./route.ts";
import { Nullable, OneOf, Strict, Uuid, Version, Words } from "./shapes.ts";

/** A further paper says of which paper of the dossier it is; without one it is a paper that comes in now. */
const correctable = {
  ...writtenFields,
  furtherPapers: Type.Array(Strict({ ...furtherPaper, itemId: Type.Optional(Uuid) }), { maxItems: 50 }),
};

const CorrectableForm = Type.Object(correctable);
export type CorrectableForm = Static<typeof CorrectableForm>;

const params = Strict({ dossierId: Uuid });

export const readCorrection = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId/correction",
  summary: "A dossier that was handed back, as the form that puts it right begins",
  readsPersons: true,
  permission: "dossier.receive",
  params,
  response: Type.Object({
    dossierId: Uuid,
    code: Type.String(),
    version: Version,
    /** By the version that the dossier was taken in by; it cannot be changed, and neither can channel and case. */
    procedure: ProcedureView,
    channel: OneOf(CHANNELS),
    case: Nullable(Type.String()),
    /** What the officer wrote when handing it back. */
    words: Nullable(Type.String()),
    form: CorrectableForm,
  }),
  refusals: ["not_found", "move_not_allowed"],
});

export const correctDossier = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/correction",
  summary: "The clerk puts right a dossier that was handed back, and before the officer again, in one act",
  permission: "dossier.receive",
  params,
  body: Strict({
    version: Version,
    /** The answer to the officer, at least three characters. */
    words: Words,
    ...correctable,
  }),
  response: Type.Object({ dossierId: Uuid, version: Version, status: OneOf(BUSINESS_STATUSES) }),
  refusals: [
    ...MAY_ACT_REFUSALS,
    "not_found",
    "dossier_changed",
    "move_not_allowed",
    "mandates_changed",
    "paper_held_by_other",
    "thing_offered",
    "nothing_corrected",
    "unknown_paper",
    "paper_listed_twice",
    "paper_not_of_dossier",
    "papers_missing",
    "party_invalid",
    "authorisation_missing",
  ],
});
