import { readFileSync } from "node:fs";
import type { FormSet, IssuedForm } from "#domain/dossier/issued-form.ts";
import { invariant } from "#domain/shared/result.ts";

/** What a text may name in braces; one that is empty prints as a blank to be filled by hand. */
export const FORM_VALUES = [
  "agency",
  "answerBy",
  "address",
  "applicant",
  "askedByCitizen",
  "askedOn",
  "contact",
  "contactPhone",
  "dossierCode",
  "dueAt",
  "email",
  "expectedDay",
  "extendedDue",
  "identityNumber",
  "legalBasis",
  "legalDue",
  "newDay",
  "partyKind",
  "phone",
  "reason",
  "receivedAt",
  "receivedDay",
  "recountedDue",
  "request",
  "salutation",
  "unit",
  "unitSign",
] as const;
export type FormValue = (typeof FORM_VALUES)[number];

/** A part of a form, from the top down; it is left out when what it depends on is not given, or is given. */
export type FormBlock = { readonly when?: FormValue; readonly unless?: FormValue } & (
  | { readonly label: string; readonly value: string; readonly strong?: boolean }
  | { readonly text: string; readonly strong?: boolean }
  | { readonly papers: "list" | "table" }
);

export interface FormSignature {
  readonly title: string;
  readonly note: string;
  readonly who: "submitter" | "officer";
}

/** The wording of a form in a form set, with where it is from and how sure that is. */
export interface FormText {
  readonly form: IssuedForm;
  readonly formSet: FormSet;
  readonly title: string;
  /** What follows the running number: "/PBS-{unitSign}". */
  readonly numberSuffix: string;
  readonly mark: "sourced" | "recalled" | "inference";
  readonly source: string;
  readonly blocks: readonly FormBlock[];
  readonly signatures: readonly FormSignature[];
}

const FILE = new URL("../../../db/reference/form-texts.json", import.meta.url);

/** The wordings of all forms and form sets. Replacing one is a change of that file and of nothing else. */
export function readFormTexts(): readonly FormText[] {
  return JSON.parse(readFileSync(FILE, "utf8")) as readonly FormText[];
}

/** The wording of a form in its set; that there is one for every setting of a form, a test says. */
export function formText(texts: readonly FormText[], form: IssuedForm, formSet: FormSet): FormText {
  const found = texts.find((one) => one.form === form && one.formSet === formSet);
  invariant(found, `the form set ${formSet} has a text for ${form}`);
  return found;
}
