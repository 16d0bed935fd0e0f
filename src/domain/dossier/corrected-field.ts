import { AUTHORISATION_FIELDS } from "../person/authorisation.ts";

/** What of a person or an organisation can be put right, as a screen shows it. */
export const PARTY_PARTS = [
  "kind",
  "name",
  "number",
  "birthDate",
  "sex",
  "address",
  "commune",
  "phone",
  "email",
  "legalRepresentative",
  "branchName",
] as const;
export type PartyPart = (typeof PARTY_PARTS)[number];

/** What stands beside the people and the papers. */
export const CLOSING_PARTS = [
  "missingPapersReason",
  "dossierSets",
  "returnMethod",
  "receiptDelivery",
  "remarks",
  "assistedWriting",
] as const;
export type ClosingPart = (typeof CLOSING_PARTS)[number];

export type ValueField =
  | `applicant.${PartyPart}`
  | `submitter.${PartyPart}`
  | `authorisation.${(typeof AUTHORISATION_FIELDS)[number]}`
  | ClosingPart;
export type CorrectedField = ValueField | "papers";

/** Every field that a correction can name, in the order of the form; procedure, channel and case are none. */
export const CORRECTED_FIELDS: readonly CorrectedField[] = [
  ...PARTY_PARTS.map((part) => `applicant.${part}` as const),
  ...PARTY_PARTS.map((part) => `submitter.${part}` as const),
  ...AUTHORISATION_FIELDS.map((part) => `authorisation.${part}` as const),
  "papers",
  ...CLOSING_PARTS,
];
