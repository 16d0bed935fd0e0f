import { addDays, type PlainDate } from "../shared/plain-date.ts";
import { CONTACT_FIELDS, type Contact, type ContactInput, readContact } from "./contact.ts";
import { collectFindings, type FieldNotes, type Reading } from "./findings.ts";
import {
  checkIdentityNumber,
  IDENTITY_KINDS,
  type IdentityKind,
  identityNumberKind,
  readIdentityNumber,
  SEXES,
  type Sex,
} from "./identity-number.ts";
import { readTaxCode, type TaxCodeKind } from "./organisation.ts";
import { type ReadName, readOrganisationName, readPersonName } from "./person-name.ts";
import { readPastDay } from "./past-day.ts";
import { compactText, isEmpty, type Typed } from "./written-text.ts";

export const PARTY_KINDS = ["person", "organisation"] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export const PERSON_FIELDS = [
  "name",
  "identityNumber",
  "identityKind",
  "identityIssuedOn",
  "birthDate",
  "sex",
  ...CONTACT_FIELDS,
] as const;
export const ORGANISATION_FIELDS = [
  "name",
  "taxCode",
  "legalRepresentative",
  "branchName",
  "branchCode",
  ...CONTACT_FIELDS,
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];
export type OrganisationField = (typeof ORGANISATION_FIELDS)[number];

/** A person as a form holds one. Days are texts: `yyyy-MM-dd`, `dd/MM/yyyy` or `ddMMyyyy`. */
export interface PersonInput extends ContactInput {
  readonly kind: "person";
  readonly name?: Typed;
  readonly identityNumber?: Typed;
  /** Left out: the shape of the number decides. */
  readonly identityKind?: Typed;
  readonly identityIssuedOn?: Typed;
  readonly birthDate?: Typed;
  readonly sex?: Typed;
}

/** An organisation as a form holds one. */
export interface OrganisationInput extends ContactInput {
  readonly kind: "organisation";
  readonly name?: Typed;
  readonly taxCode?: Typed;
  readonly legalRepresentative?: Typed;
  readonly branchName?: Typed;
  readonly branchCode?: Typed;
}

export type PartyInput = PersonInput | OrganisationInput;

export interface PersonDetails extends Contact {
  readonly kind: "person";
  readonly name: string;
  readonly identityNumber: string;
  readonly identityKind: IdentityKind;
  readonly identityIssuedOn: PlainDate | null;
  readonly birthDate: PlainDate | null;
  readonly sex: Sex | null;
}

export interface OrganisationDetails extends Contact {
  readonly kind: "organisation";
  readonly name: string;
  readonly taxCode: string;
  readonly taxCodeKind: TaxCodeKind;
  readonly legalRepresentative: string;
  readonly branchName: string | null;
  readonly branchCode: string | null;
}

export type PartyDetails = PersonDetails | OrganisationDetails;

/**
 * The person or organisation that a form holds, cleaned and normalised, or every problem beside its
 * field. Required: name, number, address line, and an organisation's legal representative; a missing
 * phone warns, because the citizen then cannot be told. `today` is the day at the counter.
 * @example readParty({ kind: "person", name: "" }, today) → problems [{ field: "name", code: "name_empty" }, …]
 */
export function readParty(
  input: PartyInput,
  today: PlainDate,
): Reading<PartyDetails, PersonField | OrganisationField> {
  return input.kind === "person" ? readPerson(input, today) : readOrganisation(input);
}

/** {@link readParty} for a person, as a submitter always is. */
export function readPerson(input: PersonInput, today: PlainDate): Reading<PersonDetails, PersonField> {
  const findings = collectFindings<PersonField>();
  const name = takeName(findings, "name", readPersonName(input.name ?? ""));
  const identityNumber = findings.take("identityNumber", readIdentityNumber(input.identityNumber ?? ""));
  const identityKind = readIdentityKind(input.identityKind, identityNumber ?? "", findings);
  const birthDate = readPastDay("birthDate", input.birthDate, today, findings);
  const identityIssuedOn = readPastDay("identityIssuedOn", input.identityIssuedOn, today, findings);
  const sex = readSex(input.sex, findings);
  const contact = readContact(input, findings);
  warnOfDays({ birthDate, identityIssuedOn, today }, findings);
  if (identityNumber !== undefined) {
    const check = { number: identityNumber, kind: identityKind, birthDate, sex };
    findings.warn("identityNumber", checkIdentityNumber(check));
  }
  if (name === undefined || identityNumber === undefined || !contact)
    return findings.reading<PersonDetails>(undefined);
  const details = { name, identityNumber, identityKind, identityIssuedOn, birthDate, sex };
  return findings.reading<PersonDetails>({ kind: "person", ...details, ...contact });
}

function readOrganisation(input: OrganisationInput): Reading<OrganisationDetails, OrganisationField> {
  const findings = collectFindings<OrganisationField>();
  const name = takeName(findings, "name", readOrganisationName(input.name ?? ""));
  const taxCode = findings.take("taxCode", readTaxCode(input.taxCode ?? ""));
  findings.warn("taxCode", taxCode?.warnings ?? []);
  const legalRepresentative = takeName(
    findings,
    "legalRepresentative",
    readPersonName(input.legalRepresentative ?? ""),
  );
  const branch = readBranch(input, taxCode?.branchCode ?? null, findings);
  const contact = readContact(input, findings);
  if (name === undefined || !taxCode || legalRepresentative === undefined || !contact) {
    return findings.reading<OrganisationDetails>(undefined);
  }
  const details = { name, taxCode: taxCode.code, taxCodeKind: taxCode.kind, legalRepresentative };
  return findings.reading<OrganisationDetails>({ kind: "organisation", ...details, ...branch, ...contact });
}

/** The branch that a form names. Its code is also the end of a branch's tax code; the two may differ. */
function readBranch(
  input: OrganisationInput,
  codeInTaxCode: string | null,
  findings: FieldNotes<OrganisationField>,
): { readonly branchName: string | null; readonly branchCode: string | null } {
  const branchName = isEmpty(input.branchName)
    ? null
    : (takeName(findings, "branchName", readOrganisationName(input.branchName ?? "")) ?? null);
  const branchCode = readBranchCode(input.branchCode, codeInTaxCode, findings);
  if (branchCode !== null && isEmpty(input.branchName)) findings.warn("branchName", ["branch_name_missing"]);
  return { branchName, branchCode };
}

function readBranchCode(
  typed: Typed,
  codeInTaxCode: string | null,
  findings: FieldNotes<OrganisationField>,
): string | null {
  if (isEmpty(typed)) return codeInTaxCode;
  const code = compactText(typed ?? "");
  if (!/^\d{3}$/.test(code)) findings.problem("branchCode", "branch_code_malformed");
  else if (codeInTaxCode !== null && code !== codeInTaxCode)
    findings.warn("branchCode", ["branch_code_differs"]);
  return code;
}

function takeName<Field extends string>(
  findings: FieldNotes<Field>,
  field: Field,
  result: ReturnType<typeof readPersonName>,
): string | undefined {
  const read: ReadName | undefined = findings.take(field, result);
  findings.warn(field, read?.warnings ?? []);
  return read?.name;
}

function readIdentityKind(typed: Typed, number: string, findings: FieldNotes<PersonField>): IdentityKind {
  if (isEmpty(typed)) return identityNumberKind(number);
  const kind = IDENTITY_KINDS.find((known) => known === typed);
  if (!kind) findings.problem("identityKind", "identity_kind_not_listed");
  return kind ?? "unknown";
}

function readSex(typed: Typed, findings: FieldNotes<PersonField>): Sex | null {
  if (isEmpty(typed)) return null;
  const sex = SEXES.find((known) => known === typed);
  if (!sex) findings.problem("sex", "sex_not_listed");
  return sex ?? null;
}

/** Nobody has been known to live longer than 122 years; a birth longer ago is likely a slip. */
const LONGEST_LIFE_DAYS = 122 * 365;

function warnOfDays(
  days: {
    readonly birthDate: PlainDate | null;
    readonly identityIssuedOn: PlainDate | null;
    readonly today: PlainDate;
  },
  findings: FieldNotes<PersonField>,
): void {
  const { birthDate, identityIssuedOn, today } = days;
  if (birthDate === null) return;
  if (birthDate < addDays(today, -LONGEST_LIFE_DAYS)) findings.warn("birthDate", ["birth_date_long_ago"]);
  if (identityIssuedOn !== null && identityIssuedOn < birthDate) {
    findings.warn("identityIssuedOn", ["identity_issued_before_birth"]);
  }
}
