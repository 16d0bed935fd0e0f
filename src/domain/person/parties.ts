import type { PlainDate } from "../shared/plain-date.ts";
import {
  type Authorisation,
  type AuthorisationField,
  type AuthorisationInput,
  readAuthorisation,
} from "./authorisation.ts";
import type { FieldWarning, Reading } from "./findings.ts";
import {
  type OrganisationField,
  type PartyDetails,
  type PartyInput,
  type PersonDetails,
  type PersonField,
  type PersonInput,
  readParty,
  readPerson,
} from "./party.ts";

/** A field of the whole form, as `applicant.name`, `submitter.address.line` or `authorisation.date`. */
export type PartiesField =
  | `applicant.${PersonField | OrganisationField}`
  | `submitter.${PersonField}`
  | "authorisation"
  | `authorisation.${AuthorisationField}`;

/** Who the form names. Without a submitter the applicant (or its legal representative) came in person. */
export interface PartiesInput {
  readonly applicant: PartyInput;
  readonly submitter?: PersonInput | null | undefined;
  readonly authorisation?: AuthorisationInput | null | undefined;
}

export interface Parties {
  readonly applicant: PartyDetails;
  /** Null when the applicant, or an organisation's legal representative, is at the counter. */
  readonly submitter: PersonDetails | null;
  /** There exactly when there is a submitter. */
  readonly authorisation: Authorisation | null;
}

/**
 * Applicant, submitter and power of attorney of one dossier, or every problem beside its field. A
 * submitter with the applicant's own identity number is the applicant: that warns, and the submitter and
 * the power of attorney fall away. Any other submitter needs a power of attorney.
 */
export function readParties(input: PartiesInput, today: PlainDate): Reading<Parties, PartiesField> {
  const applicant = prefixed("applicant", readParty(input.applicant, today));
  if (!input.submitter) return applicant.ok ? alone(applicant.value, applicant.warnings) : applicant;
  const submitter = prefixed("submitter", readPerson(input.submitter, today));
  if (applicant.ok && submitter.ok && isSamePerson(applicant.value, submitter.value)) {
    const same = { field: "submitter.identityNumber", code: "submitter_same_as_applicant" } as const;
    return alone(applicant.value, [...applicant.warnings, same]);
  }
  const authorisation = readRight(input.authorisation, today);
  const readings = [applicant, submitter, authorisation];
  const warnings = readings.flatMap((reading) => reading.warnings);
  if (!applicant.ok || !submitter.ok || !authorisation.ok) {
    return {
      ok: false,
      problems: readings.flatMap((reading) => (reading.ok ? [] : reading.problems)),
      warnings,
    };
  }
  const value = {
    applicant: applicant.value,
    submitter: submitter.value,
    authorisation: authorisation.value,
  };
  return { ok: true, value, warnings };
}

function alone(
  applicant: PartyDetails,
  warnings: readonly FieldWarning<PartiesField>[],
): Reading<Parties, PartiesField> {
  return { ok: true, value: { applicant, submitter: null, authorisation: null }, warnings };
}

function readRight(
  input: AuthorisationInput | null | undefined,
  today: PlainDate,
): Reading<Authorisation, PartiesField> {
  if (input) return prefixed("authorisation", readAuthorisation(input, today));
  return { ok: false, problems: [{ field: "authorisation", code: "authorisation_missing" }], warnings: [] };
}

function isSamePerson(applicant: PartyDetails, submitter: PersonDetails): boolean {
  return applicant.kind === "person" && applicant.identityNumber === submitter.identityNumber;
}

/** The same reading with its fields under the name of their group. */
function prefixed<T, Group extends string, Field extends string>(
  group: Group,
  reading: Reading<T, Field>,
): Reading<T, `${Group}.${Field}`> {
  const under = (field: Field): `${Group}.${Field}` => `${group}.${field}`;
  const warnings = reading.warnings.map(({ field, code }) => ({ field: under(field), code }));
  if (reading.ok) return { ...reading, warnings };
  return {
    ok: false,
    problems: reading.problems.map(({ field, code }) => ({ field: under(field), code })),
    warnings,
  };
}
