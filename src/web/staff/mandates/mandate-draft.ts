import { type Shape, anyText, list, oneOf, record } from "#domain/catalogue/read-shape.ts";
import { AUTONOMIES, TASKS } from "#domain/mandate/mandate.ts";
import type { NamedProcedure } from "../procedure-finder.tsx";
import { dropFromTab, keepInTab, keptInTab } from "../tab-store.ts";
import type { MandateForm } from "./mandate-form.ts";

const keyOf = (place: string) => `mandate.${place}`;

/**
 * Keeps the terms that are being typed, so that a reload of the tab loses nothing of them.
 * @param place which form it is: a new mandate with what it was filled in with, or a draft in one of its versions
 */
export function keepMandateDraft(place: string, draft: MandateForm): void {
  keepInTab(keyOf(place), draft);
}

export function dropMandateDraft(place: string): void {
  dropFromTab(keyOf(place));
}

/** What was typed in a form; null when there is nothing, or a shape that another version of the program wrote. */
export function readMandateDraft(place: string): MandateForm | null {
  const kept = keptInTab(keyOf(place));
  const faults: string[] = [];
  form(kept, "draft", faults);
  return faults.length === 0 ? (kept as MandateForm) : null;
}

const procedure = record({ id: anyText, name: anyText } satisfies Shape<NamedProcedure>);

const form = record({
  unitId: anyText,
  postOfficeId: anyText,
  counterIds: list(anyText),
  tasks: list(oneOf(TASKS)),
  fieldCodes: list(anyText),
  procedures: list(procedure),
  exceptions: list(procedure),
  autonomy: oneOf([...AUTONOMIES, ""]),
  validFrom: anyText,
  validTo: anyText,
  conditions: anyText,
  phaseId: anyText,
} satisfies Shape<MandateForm>);
