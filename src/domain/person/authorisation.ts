import type { PlainDate } from "../shared/plain-date.ts";
import { collectFindings, type FieldNotes, type Reading } from "./findings.ts";
import { readPastDay } from "./past-day.ts";
import { isEmpty, readLine, type Typed } from "./written-text.ts";

/** How the authorised person stands to the one who authorises. */
export const AUTHORISATION_RELATIONS = [
  "grandparent",
  "parent",
  "child",
  "spouse",
  "sibling",
  "employee",
  "other",
] as const;
export type AuthorisationRelation = (typeof AUTHORISATION_RELATIONS)[number];

/**
 * Between whom an authorisation needs no certification. That close relatives need none is in the
 * published record of 1.001193; who counts as one is recalled, so a missing certification only warns.
 */
const UNCERTIFIED_AUTHORISATION = {
  relations: ["grandparent", "parent", "child", "spouse", "sibling", "employee"],
  mark: "recalled",
  source:
    "Cổng Dịch vụ công quốc gia, 1.001193 (close relatives); the list of relatives and employees is recalled",
} as const satisfies { relations: readonly AuthorisationRelation[]; mark: string; source: string };

export const AUTHORISATION_FIELDS = ["number", "date", "certifiedBy", "relation", "scope"] as const;
export type AuthorisationField = (typeof AUTHORISATION_FIELDS)[number];

/** A power of attorney as a form holds it. */
export type AuthorisationInput = { readonly [Field in AuthorisationField]?: Typed };

/** A power of attorney (giấy ủy quyền): the right of a submitter who is not the applicant. */
export interface Authorisation {
  /** Of the certification or the paper; null when the paper has none. */
  readonly number: string | null;
  readonly date: PlainDate;
  /** The office that certified it, null between those who need none. */
  readonly certifiedBy: string | null;
  readonly relation: AuthorisationRelation;
  /** What the submitter may do, in the paper's words. */
  readonly scope: string;
}

const SHORT_LENGTH = 200;
const SCOPE_LENGTH = 2_000;

/**
 * The power of attorney that a form holds, or every problem beside its field. Required: date, relation
 * and scope. Certification is not required by every procedure; where it is missing and the relation does
 * not explain it, the clerk is warned.
 * @example readAuthorisation({ date: "20/11/2026", relation: "child", scope: "Nộp hồ sơ" }, today)
 */
export function readAuthorisation(
  input: AuthorisationInput,
  today: PlainDate,
): Reading<Authorisation, AuthorisationField> {
  const findings = collectFindings<AuthorisationField>();
  const number = readOptionalLine("number", input.number, findings);
  const date = readPastDay("date", input.date, today, findings);
  if (date === null && isEmpty(input.date)) findings.problem("date", "text_empty");
  const certifiedBy = readOptionalLine("certifiedBy", input.certifiedBy, findings);
  const relation = readRelation(input.relation, findings);
  const scope = findings.take("scope", readLine(input.scope ?? "", SCOPE_LENGTH));
  if (certifiedBy === null && relation !== undefined && !needsNoCertification(relation)) {
    findings.warn("certifiedBy", ["authorisation_not_certified"]);
  }
  if (date === null || relation === undefined || scope === undefined) {
    return findings.reading<Authorisation>(undefined);
  }
  return findings.reading<Authorisation>({ number, date, certifiedBy, relation, scope });
}

function needsNoCertification(relation: AuthorisationRelation): boolean {
  return UNCERTIFIED_AUTHORISATION.relations.some((known) => known === relation);
}

function readRelation(
  typed: Typed,
  findings: FieldNotes<AuthorisationField>,
): AuthorisationRelation | undefined {
  const relation = AUTHORISATION_RELATIONS.find((known) => known === typed);
  if (!relation) findings.problem("relation", "relation_not_listed");
  return relation;
}

function readOptionalLine(
  field: AuthorisationField,
  typed: Typed,
  findings: FieldNotes<AuthorisationField>,
): string | null {
  if (isEmpty(typed)) return null;
  return findings.take(field, readLine(typed ?? "", SHORT_LENGTH)) ?? null;
}
