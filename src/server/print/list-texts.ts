import { readFileSync } from "node:fs";
import type { FormSet } from "#domain/dossier/issued-form.ts";
import type { UnitForm } from "#domain/dossier/register.ts";
import { invariant } from "#domain/shared/result.ts";

export interface ListColumn {
  /** What of a row stands in it. */
  readonly name: string;
  readonly title: string;
  /** Its share of the width; 0 for as wide as its words. */
  readonly width: number;
  readonly align: "left" | "center";
  /** Columns beside each other with the same group have one head above them. */
  readonly group?: string;
}

/** The wording of a list in a form set, with where it is from and how sure that is. */
export interface ListText {
  readonly form: UnitForm;
  readonly formSet: FormSet;
  readonly title: string;
  readonly numberSuffix: string;
  readonly landscape: boolean;
  readonly mark: "sourced" | "recalled" | "inference";
  readonly source: string;
  readonly heading: readonly { readonly label: string; readonly value: string }[];
  readonly columns: readonly ListColumn[];
  /** For whom the copies are, the first first. */
  readonly copyOwners: readonly string[];
  readonly notes: readonly string[];
  readonly signatures: readonly { readonly title: string; readonly note: string; readonly who: string }[];
}

const FILE = new URL("../../../db/reference/list-texts.json", import.meta.url);

/** The wordings of all lists and form sets. Replacing one is a change of that file and of nothing else. */
export function readListTexts(): readonly ListText[] {
  return JSON.parse(readFileSync(FILE, "utf8")) as readonly ListText[];
}

/** The wording of a list in its set; that there is one for every setting of it, a test says. */
export function listText(texts: readonly ListText[], form: UnitForm, formSet: FormSet): ListText {
  const found = texts.find((one) => one.form === form && one.formSet === formSet);
  invariant(found, `the form set ${formSet} has a text for ${form}`);
  return found;
}
