import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { RECEIPT_DELIVERIES } from "#domain/dossier/dossier-payloads.ts";
import { type Static, Type } from "typebox";
import { CHANNELS } from "./catalogue.ts";
import { HAND_OVER_RECORD_REFUSALS } from "./hand-over-records.ts";
import { AuthorisationInput, PartyInput, PersonInput } from "./party.ts";
import { defineRoute } from "./route.ts";
import { Line, LongText, Moment, NamedLine, OneOf, ShortText, Strict, Uuid, Version } from "./shapes.ts";

export const RETURN_METHODS = ["counter", "postal", "electronic"] as const;

/** One line of the checklist: what of a paper was handed in, and whether it was only shown. */
export const ReceivedPaper = Strict({
  paperId: ShortText,
  originals: Type.Integer({ minimum: 0, maximum: 99 }),
  copies: Type.Integer({ minimum: 0, maximum: 99 }),
  shown: Type.Boolean(),
  note: Type.Optional(Line),
});
export type ReceivedPaper = Static<typeof ReceivedPaper>;

/** A paper that the catalogue does not list but the citizen hands in. */
export const furtherPaper = {
  name: NamedLine,
  originals: Type.Integer({ minimum: 0, maximum: 99 }),
  copies: Type.Integer({ minimum: 0, maximum: 99 }),
};

/** What is written down of a dossier of whichever procedure, and can be put right before it is received. */
export const writtenFields = {
  applicant: PartyInput,
  /** The person who stands at the counter when that is not the applicant. */
  submitter: Type.Optional(PersonInput),
  authorisation: Type.Optional(AuthorisationInput),
  papers: Type.Array(ReceivedPaper, { maxItems: 100 }),
  /** Why the dossier is taken in although required papers are missing. */
  missingPapersReason: Type.Optional(Line),
  dossierSets: Type.Integer({ minimum: 1, maximum: 20 }),
  returnMethod: OneOf(RETURN_METHODS),
  /** How Mẫu 01 reaches the citizen when it can only be made after a confirmation; at the counter when absent. */
  receiptDelivery: Type.Optional(OneOf(RECEIPT_DELIVERIES)),
  remarks: Type.Optional(LongText),
  /** The clerk typed for a person who does not write. */
  assistedWriting: Type.Boolean(),
};

/** Where it is decided, and where the citizen was helped, when that is not the counter's own unit. */
const placeFields = {
  /** Another agency of the province, regardless of boundaries (NĐ 118/2025/NĐ-CP Điều 14); the unit's own one when absent. */
  decidingAgencyId: Type.Optional(Uuid),
  /** The unit where the citizen was helped; the counter's own when absent. */
  helpedAtUnitId: Type.Optional(Uuid),
  /** The unit of the province where the result is fetched; the counter's own when absent. */
  collectedAtUnitId: Type.Optional(Uuid),
};
export const PLACE_REFUSALS = [
  "agency_not_competent",
  "unit_not_of_province",
  "unit_closed",
  "collection_not_at_counter",
] as const;

/** What a dossier says beside who asks: of several that came together it is the same. */
export const receivedFields = {
  /** The version that the clerk saw: a newer one in force is said, not silently taken. */
  procedureVersionId: Uuid,
  channel: OneOf(CHANNELS),
  case: Type.Optional(ShortText),
  ...placeFields,
};

/** The biên bản giao nhận, signed before, by which the post brought the papers: the limit runs from its signing. */
export const broughtByPost = { handOverRecordId: Type.Optional(Uuid) };

const ReceiveDossierInput = Strict({
  ...receivedFields,
  ...broughtByPost,
  ...writtenFields,
  furtherPapers: Type.Array(Strict(furtherPaper), { maxItems: 50 }),
  /** Received though the same person has an open dossier of the same procedure at this unit. */
  besidesOpen: Type.Optional(Type.Boolean()),
  /** The draft that this dossier came from; it is removed in the same transaction. */
  draftId: Type.Optional(Uuid),
});
export type ReceiveDossierInput = Static<typeof ReceiveDossierInput>;

/** Why the counter does not take in what a form says, whoever asks. */
export const RECEIPT_REFUSALS = [
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
  "calendar_not_published",
  ...HAND_OVER_RECORD_REFUSALS,
  "unknown_paper",
  "paper_listed_twice",
  "deciding_agency_unknown",
  "agency_code_unknown",
  "papers_missing",
  "party_invalid",
  "authorisation_missing",
  "applicant_has_open",
  "mandates_changed",
] as const;

/** Answers of writes are kept for idempotency, so they carry codes and dates and nothing personal. */
export const receiveDossier = defineRoute({
  method: "POST",
  path: "/dossiers",
  summary: "Takes a dossier in at the counter",
  permission: "dossier.receive",
  body: ReceiveDossierInput,
  response: Type.Object({
    dossierId: Uuid,
    code: Type.String(),
    version: Version,
    /** A taking in under `assist` waits for a civil servant's confirmation. */
    status: OneOf(["received", "awaitingConfirmation"]),
    dueAt: Moment,
    provisional: Type.Boolean(),
  }),
  refusals: RECEIPT_REFUSALS,
});

const UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** As many slips as a clerk folds at once; the printer has one time limit for all of them. */
export const RECEIPTS_AT_ONCE_MAX = 20;

export const printReceipts = defineRoute({
  method: "GET",
  path: "/receipts",
  summary: "Mẫu 01 of several dossiers as one PDF, in the order asked for, to be printed in one go",
  readsPersons: true,
  permission: "dossier.receive",
  query: Strict({
    /** Ids of dossiers with a comma between them. */
    dossierIds: Type.String({
      pattern: `^${UUID_PATTERN}(,${UUID_PATTERN}){0,${RECEIPTS_AT_ONCE_MAX - 1}}$`,
      maxLength: 37 * RECEIPTS_AT_ONCE_MAX,
    }),
  }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found"],
});

export const printReceipt = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId/receipt",
  summary:
    "Mẫu 01, the receipt and appointment slip, as PDF; before a confirmation the slip that says it waits",
  readsPersons: true,
  permission: "dossier.read",
  params: Strict({ dossierId: Uuid }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found"],
});

/** As many places as stand in a list at once; whoever wants another one types more of its name. */
export const PLACES_FOUND_MAX = 30;

export const findIntakePlaces = defineRoute({
  method: "GET",
  path: "/procedures/:code/intake-places",
  summary:
    "The agencies of the province that may decide the procedure, and the units where somebody may have been helped",
  permission: "dossier.receive",
  params: Strict({ code: ShortText }),
  /** A part of the name, with or without diacritics. */
  query: Strict({ q: Type.Optional(ShortText) }),
  response: Type.Object({
    /** The one that decides when nothing is chosen stands first and is `own`. */
    agencies: Type.Array(Type.Object({ agencyId: Uuid, name: Type.String(), own: Type.Boolean() })),
    units: Type.Array(Type.Object({ unitId: Uuid, name: Type.String(), own: Type.Boolean() })),
  }),
  refusals: ["unknown_procedure", "procedure_not_valid", "counter_not_chosen", "counter_closed"],
});
