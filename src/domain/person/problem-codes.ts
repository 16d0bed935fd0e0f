import { EMAIL_PROBLEMS } from "./email.ts";
import { IDENTITY_PROBLEMS, IDENTITY_WARNINGS } from "./identity-number.ts";
import { TAX_CODE_PROBLEMS, TAX_CODE_WARNINGS } from "./organisation.ts";
import { NAME_PROBLEMS, NAME_WARNINGS } from "./person-name.ts";
import { PHONE_PROBLEMS, PHONE_WARNINGS } from "./phone.ts";
import { DAY_PROBLEMS } from "./written-day.ts";
import { TEXT_PROBLEMS } from "./written-text.ts";

/** Everything that can be wrong with one field of a person, an organisation or an authorisation. */
export const PERSON_PROBLEMS = [
  ...TEXT_PROBLEMS,
  ...NAME_PROBLEMS,
  ...IDENTITY_PROBLEMS,
  ...DAY_PROBLEMS,
  ...PHONE_PROBLEMS,
  ...EMAIL_PROBLEMS,
  ...TAX_CODE_PROBLEMS,
  "sex_not_listed",
  "commune_code_malformed",
  "province_code_malformed",
  "branch_code_malformed",
  "relation_not_listed",
  "authorisation_missing",
] as const;
export type PersonProblem = (typeof PERSON_PROBLEMS)[number];

/** Everything that a clerk should look at twice. A warning never blocks. */
export const PERSON_WARNINGS = [
  ...NAME_WARNINGS,
  ...IDENTITY_WARNINGS,
  ...PHONE_WARNINGS,
  ...TAX_CODE_WARNINGS,
  "birth_date_long_ago",
  "identity_issued_before_birth",
  "phone_missing",
  "branch_name_missing",
  "branch_code_differs",
  "authorisation_not_certified",
  "submitter_same_as_applicant",
] as const;
export type PersonWarning = (typeof PERSON_WARNINGS)[number];
