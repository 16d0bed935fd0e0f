import { readEmail } from "../person/email.ts";
import { checkIdentityNumber, identityNumberKind, readIdentityNumber } from "../person/identity-number.ts";
import { readTaxCode } from "../person/organisation.ts";
import type { Contact } from "../person/contact.ts";
import type { PartyDetails, PartyKind } from "../person/party.ts";
import { readPhone } from "../person/phone.ts";
import type { Result } from "../shared/result.ts";
import { searchKey } from "../shared/vietnamese-text.ts";
import type { ImportFindings } from "./import-findings.ts";
import type { ImportFields } from "./imported-columns.ts";

const NAME_MAX = 200;
const NUMBER_MAX = 60;
const ADDRESS_MAX = 500;
const CONTACT_MAX = 254;

/** 1 and 2 as the national portal writes them (LoaiDoiTuong) [sourced]; adapters with other numbers must be mapped before. */
const KINDS = new Map<string, PartyKind>(
  Object.entries({
    "1": "person",
    person: "person",
    "ca nhan": "person",
    "cong dan": "person",
    "2": "organisation",
    organisation: "organisation",
    "doanh nghiep": "organisation",
    "to chuc": "organisation",
    "to chuc, doanh nghiep": "organisation",
  }),
);

export interface ImportedApplicant {
  readonly details: PartyDetails;
  /** What could not be understood and is kept in its own words. */
  readonly oldWords: readonly string[];
}

/**
 * Who asked, as the other system has it. Only the name must be there: numbers that are missing or odd, and
 * contacts that cannot be read, are kept as they are with a note, for the dossier was received all the same.
 */
export function readImportedApplicant(
  fields: ImportFields,
  findings: ImportFindings,
): ImportedApplicant | undefined {
  const name = findings.required("applicantName", fields.applicantName, NAME_MAX);
  if (name !== undefined && !/\p{L}/u.test(name)) findings.reject("applicantName", "no_letter");
  const kind = readKind(fields, findings);
  const number = findings.text("applicantNumber", fields.applicantNumber, NUMBER_MAX);
  if (number === null) findings.note("numberMissing");
  const { contact, oldWords } = readContact(fields, findings);
  const representative = findings.text("legalRepresentative", fields.legalRepresentative, NAME_MAX);
  if (name === undefined) return undefined;
  if (kind === "person")
    return { details: { ...personOf(name, number ?? "", findings), ...contact }, oldWords };
  if (representative === null) findings.note("representativeMissing");
  return {
    details: { ...organisationOf(name, number ?? "", representative, findings), ...contact },
    oldWords,
  };
}

function readKind(fields: ImportFields, findings: ImportFindings): PartyKind {
  const word = findings.text("applicantKind", fields.applicantKind, NUMBER_MAX);
  if (word === null) return "person";
  const kind = KINDS.get(searchKey(word));
  if (!kind) findings.reject("applicantKind", "unknown_kind");
  return kind ?? "person";
}

function personOf(name: string, written: string, findings: ImportFindings) {
  const read = readIdentityNumber(written);
  const identityNumber = read.ok ? read.value : written;
  const identityKind = identityNumberKind(identityNumber);
  const odd = !read.ok || checkIdentityNumber({ number: identityNumber, kind: identityKind }).length > 0;
  if (written !== "" && odd) findings.note("numberUnusual");
  const unknown = { identityIssuedOn: null, birthDate: null, sex: null };
  return { kind: "person", name, identityNumber, identityKind, ...unknown } as const;
}

function organisationOf(
  name: string,
  written: string,
  representative: string | null,
  findings: ImportFindings,
) {
  const read = readTaxCode(written);
  if (written !== "" && (!read.ok || read.value.warnings.length > 0)) findings.note("numberUnusual");
  return {
    kind: "organisation",
    name,
    taxCode: read.ok ? read.value.code : written,
    taxCodeKind: read.ok ? read.value.kind : "unknown",
    legalRepresentative: representative ?? "",
    branchName: null,
    branchCode: read.ok ? read.value.branchCode : null,
  } as const;
}

function readContact(fields: ImportFields, findings: ImportFindings) {
  const line = findings.text("applicantAddress", fields.applicantAddress, ADDRESS_MAX);
  if (line === null) findings.note("addressMissing");
  const phone = readOrKeep(findings, "applicantPhone", fields.applicantPhone, readPhone);
  const email = readOrKeep(findings, "applicantEmail", fields.applicantEmail, readEmail);
  if (phone.kept !== null) findings.note("phoneUnreadable");
  if (email.kept !== null) findings.note("emailUnreadable");
  const contact: Contact = {
    address: { line: line ?? "", communeCode: null, provinceCode: null },
    phone: phone.value?.number ?? null,
    email: email.value,
  };
  const oldWords = [
    ...(phone.kept === null ? [] : [`Số điện thoại: ${phone.kept}`]),
    ...(email.kept === null ? [] : [`Thư điện tử: ${email.kept}`]),
  ];
  return { contact, oldWords };
}

/** What a rule reads in a text, or the text itself to be kept as it is. */
function readOrKeep<T>(
  findings: ImportFindings,
  field: string,
  value: unknown,
  rule: (text: string) => Result<T, string>,
): { readonly value: T | null; readonly kept: string | null } {
  const text = findings.text(field, value, CONTACT_MAX);
  if (text === null) return { value: null, kept: null };
  const read = rule(text);
  return read.ok ? { value: read.value, kept: null } : { value: null, kept: text };
}
