import type { RETURN_METHODS } from "#contract/intake.ts";
import { CHANNELS, type Channel } from "#domain/catalogue/procedure.ts";
import type { ReceiptDelivery } from "#domain/dossier/dossier-payloads.ts";
import type { AuthorisationRelation } from "#domain/person/authorisation.ts";
import type { Sex } from "#domain/person/identity-number.ts";
import type { PartyKind } from "#domain/person/party.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type GroupFields, NO_GROUP } from "./group-line.ts";

export type ReturnMethod = (typeof RETURN_METHODS)[number];

/** A person as typed: every field a text, half filled as it may be. */
export interface PersonFields {
  readonly name: string;
  readonly identityNumber: string;
  readonly birthDate: string;
  readonly sex: Sex | "";
  readonly address: string;
  /** Code of the commune of today to which the address was brought; empty while it is only what was typed. */
  readonly communeCode: string;
  readonly phone: string;
  readonly email: string;
}

export interface OrganisationFields {
  readonly name: string;
  readonly taxCode: string;
  readonly legalRepresentative: string;
  readonly branchName: string;
  readonly address: string;
  readonly communeCode: string;
  readonly phone: string;
  readonly email: string;
}

export interface AuthorisationFields {
  readonly number: string;
  readonly date: string;
  readonly certifiedBy: string;
  readonly relation: AuthorisationRelation | "";
  readonly scope: string;
}

/** What of one paper of the list is on the table. */
export interface PaperLine {
  readonly originals: number;
  readonly copies: number;
  readonly shown: boolean;
}

export interface FurtherPaperLine {
  /** Stable within the form, so that a line keeps its field while others go. */
  readonly id: number;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
}

/**
 * The intake form as it stands on the screen, and as a draft keeps it. Both kinds of applicant and the
 * submitter are kept whichever is chosen: a switch that is taken back loses nothing.
 */
export interface IntakeForm {
  readonly procedureCode: string;
  readonly procedureVersionId: string;
  readonly channel: Channel;
  /** The biên bản giao nhận by which the post brought it; empty: none, or nobody knows. */
  readonly handOverRecordId: string;
  /** Who is to decide, when that is not the unit's own agency; empty: its own. */
  readonly decidingAgencyId: string;
  /** Where the citizen was helped, when that was not here; empty: here. */
  readonly helpedAtUnitId: string;
  /** Where the result is fetched, when that is not here; empty: here. */
  readonly collectedAtUnitId: string;
  /** Received though the same person has an open dossier about the same. */
  readonly besidesOpen: boolean;
  /** Null where the procedure has no cases, or none is chosen yet. */
  readonly case: string | null;
  readonly applicantKind: PartyKind;
  readonly person: PersonFields;
  readonly organisation: OrganisationFields;
  readonly submitterIsOther: boolean;
  readonly submitter: PersonFields;
  readonly authorisation: AuthorisationFields;
  readonly papers: Readonly<Record<string, PaperLine>>;
  readonly furtherPapers: readonly FurtherPaperLine[];
  readonly missingPapersReason: string;
  readonly dossierSets: number;
  readonly returnMethod: ReturnMethod;
  /** How Mẫu 01 comes when an officer must confirm first; asked only then. */
  readonly receiptDelivery: ReceiptDelivery;
  readonly remarks: string;
  readonly assistedWriting: boolean;
  /** Others who came with the same request. */
  readonly group: GroupFields;
}

const NO_CONTACT = { address: "", communeCode: "", phone: "", email: "" } as const;
const NO_PERSON: PersonFields = { name: "", identityNumber: "", birthDate: "", sex: "", ...NO_CONTACT };

export const NO_PAPER: PaperLine = { originals: 0, copies: 0, shown: false };

/** The form before anything is typed. */
export const EMPTY_FORM: IntakeForm = {
  procedureCode: "",
  procedureVersionId: "",
  channel: CHANNELS[0],
  handOverRecordId: "",
  decidingAgencyId: "",
  helpedAtUnitId: "",
  collectedAtUnitId: "",
  besidesOpen: false,
  case: null,
  applicantKind: "person",
  person: NO_PERSON,
  organisation: { name: "", taxCode: "", legalRepresentative: "", branchName: "", ...NO_CONTACT },
  submitterIsOther: false,
  submitter: NO_PERSON,
  authorisation: { number: "", date: "", certifiedBy: "", relation: "", scope: "" },
  papers: {},
  furtherPapers: [],
  missingPapersReason: "",
  dossierSets: 1,
  returnMethod: "counter",
  receiptDelivery: "counter",
  remarks: "",
  assistedWriting: false,
  group: NO_GROUP,
};

/** Whether something was typed or ticked that a person would miss: what the procedure sets does not count. */
export function isWorthKeeping(form: IntakeForm): boolean {
  const { procedureCode, procedureVersionId, channel, case: chosenCase } = form;
  const untouched = { ...EMPTY_FORM, procedureCode, procedureVersionId, channel, case: chosenCase };
  return JSON.stringify(inOrder(form)) !== JSON.stringify(untouched);
}

/** The form with its fields in the order of the empty one, so that two forms compare as texts. */
function inOrder(form: IntakeForm): IntakeForm {
  const named: Partial<Record<keyof IntakeForm, unknown>> = form;
  return Object.fromEntries(
    Object.keys(EMPTY_FORM).map((key) => [key, named[key as keyof IntakeForm]]),
  ) as unknown as IntakeForm;
}

/** What the list of drafts calls it: the procedure and, as soon as there is one, the applicant. */
export function draftTitle(form: IntakeForm, procedureName: string, untitled: string): string {
  const applicant = tidyText(form.applicantKind === "person" ? form.person.name : form.organisation.name);
  const title = `${applicant === "" ? untitled : applicant} – ${procedureName}`;
  return Array.from(title).slice(0, 200).join("");
}
