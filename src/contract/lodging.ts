import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { type Static, Type } from "typebox";
import { CHANNELS, ProcedureView } from "./catalogue.ts";
import { PLACE_REFUSALS, furtherPaper, receiveDossier, receivedFields, writtenFields } from "./intake.ts";
import { defineRoute } from "./route.ts";
import { Moment, Nullable, OneOf, Strict, Uuid, Version, Words } from "./shapes.ts";
import { PAPERS_MAX, TURN_REFUSALS, Turned, WantedPaper } from "./turns.ts";

/** What is handed in and not received: asked for more first, or not taken at all. The papers go home with the citizen. */
const {
  papers: _papers,
  missingPapersReason: _reason,
  receiptDelivery: _delivery,
  ...people
} = writtenFields;

const wanted = {
  papers: Type.Array(WantedPaper, { minItems: 1, maxItems: PAPERS_MAX }),
  reason: Words,
};

/** What the counter answers: what to bring (Mẫu 02), or why it is not received (Mẫu 03). */
const LodgingAnswer = Type.Union([
  Strict({ kind: OneOf(["ask"]), ...wanted }),
  Strict({ kind: OneOf(["refuse"]), reason: Words }),
]);
export type LodgingAnswer = Static<typeof LodgingAnswer>;

const LodgeDossierInput = Strict({
  ...receivedFields,
  ...people,
  answer: LodgingAnswer,
  /** The draft that this dossier came from; it is removed in the same transaction. */
  draftId: Type.Optional(Uuid),
});
export type LodgeDossierInput = Static<typeof LodgeDossierInput>;

export const lodgeDossier = defineRoute({
  method: "POST",
  path: "/lodgings",
  summary:
    "Notes a dossier that is not received yet: asks for what is missing (Mẫu 02), or refuses it (Mẫu 03)",
  permission: "dossier.receive",
  body: LodgeDossierInput,
  response: Type.Object({
    dossierId: Uuid,
    code: Type.String(),
    version: Version,
    status: OneOf(["toBeSupplemented", "notReceived"]),
    formIssueId: Uuid,
  }),
  refusals: [
    ...MAY_ACT_REFUSALS,
    ...PLACE_REFUSALS,
    "counter_not_chosen",
    "counter_closed",
    "unknown_procedure",
    "procedure_not_valid",
    "procedure_version_changed",
    "channel_not_offered",
    "unknown_case",
    "limit_not_published",
    "deciding_agency_unknown",
    "agency_code_unknown",
    "party_invalid",
    "authorisation_missing",
    "mandates_changed",
  ],
});

const params = Strict({ dossierId: Uuid });

/** The form that a lodged dossier is received by: its papers are counted anew, since none of them stayed. */
const accepted = {
  ...writtenFields,
  furtherPapers: Type.Array(Strict(furtherPaper), { maxItems: 50 }),
};
const AcceptedForm = Type.Object(accepted);
export type AcceptedForm = Static<typeof AcceptedForm>;

export const readLodging = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId/acceptance",
  summary: "A lodged dossier, as the form that receives it begins, and what was asked for",
  readsPersons: true,
  permission: "dossier.receive",
  params,
  response: Type.Object({
    dossierId: Uuid,
    code: Type.String(),
    version: Version,
    /** By the version that it was lodged under, which also said what to bring. */
    procedure: ProcedureView,
    channel: OneOf(CHANNELS),
    case: Nullable(Type.String()),
    form: AcceptedForm,
    /** The last Mẫu 02; null when nothing was asked for. */
    asked: Nullable(
      Type.Object({ papers: Type.Array(WantedPaper), reason: Type.String(), at: Moment, formIssueId: Uuid }),
    ),
  }),
  refusals: ["not_found", "move_not_allowed"],
});

export const acceptDossier = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/acceptance",
  summary: "Receives a lodged dossier that is complete now; the time limit begins",
  permission: "dossier.receive",
  params,
  body: Strict({ version: Version, ...accepted }),
  response: receiveDossier.response,
  refusals: [
    ...TURN_REFUSALS,
    "counter_not_chosen",
    "counter_closed",
    "outside_jurisdiction",
    "channel_not_offered",
    "unknown_case",
    "limit_not_published",
    "calendar_not_published",
    "unknown_paper",
    "paper_listed_twice",
    "paper_not_of_dossier",
    "papers_missing",
    "party_invalid",
    "authorisation_missing",
  ],
});

export const askBeforeReceipt = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/intake-supplement-requests",
  summary: "Asks once more for what is missing before the receipt (Mẫu 02)",
  permission: "dossier.receive",
  params,
  body: Strict({ version: Version, ...wanted }),
  response: Turned,
  refusals: TURN_REFUSALS,
});

export const refuseIntake = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/intake-refusal",
  summary: "Does not receive what was lodged, and says why (Mẫu 03)",
  permission: "dossier.receive",
  params,
  body: Strict({ version: Version, reason: Words }),
  response: Turned,
  refusals: TURN_REFUSALS,
});
