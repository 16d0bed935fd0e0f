import type { FormSet, IssuedForm } from "#domain/dossier/issued-form.ts";
import type { UnitForm } from "#domain/dossier/register.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Rows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { seal } from "../keys/seal.ts";
import type { FormSetting, Reference } from "../units/reference.ts";
import type { ActRecord } from "./dossier-ledger.ts";

/** What a form says, and whose number it takes. */
export interface FormOrder {
  readonly form: IssuedForm;
  readonly formSet: FormSet;
  /** The body that issues it and numbers it: a one-stop unit or an agency. */
  readonly unitId: string;
  /** Its words, as plain JSON: they name people, and are sealed. */
  readonly content: object;
}

/**
 * Issues a form with an act: the next number of its unit and year, taken in the transaction of the act, and the row for
 * the statement that writes the event. An act that is refused gives its number back.
 *
 * @rule FORMS-01 (TT 01/2018/TT-VPCP Điều 10: a running number from 01 to the year's end)
 */
export async function issueForm(
  tx: Tx,
  deps: Deps,
  act: ActRecord,
  seq: number,
  { form, formSet, unitId, content }: FormOrder,
): Promise<{ readonly formIssueId: string; readonly rows: Pick<Rows, "form_issue" | "outbox"> }> {
  const number = await takeFormNumber(tx, { unitId, year: formYear(act), form });
  return formRow(deps, act, { seq, number }, { form, formSet, unitId, content });
}

/** The next number of a form in an issuing body and year, from 1; one that was taken by a transaction that fails is free again. */
export async function takeFormNumber(
  tx: Tx,
  {
    unitId,
    year,
    form,
  }: { readonly unitId: string; readonly year: number; readonly form: IssuedForm | UnitForm },
): Promise<number> {
  const { last } = await tx
    .insertInto("form_counter")
    .values({ unit_id: unitId, year, form, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(["unit_id", "year", "form"]).doUpdateSet((set) => ({
        last: set("form_counter.last", "+", 1),
      })),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}

/** Which number of its year a form has, and which event of the dossier it belongs to. */
interface FormPlace {
  readonly seq: number;
  readonly number: number;
}

/** The row of a form whose number is known, or is found by the statement that writes it; and the job that keeps its PDF. */
export function formRow(
  deps: Pick<Deps, "newId" | "ring">,
  act: ActRecord,
  { seq, number }: FormPlace,
  { form, formSet, unitId, content }: FormOrder,
) {
  const id = deps.newId();
  const row = {
    id,
    dossier_id: act.dossierId as string,
    seq,
    form,
    form_set: formSet,
    unit_id: unitId,
    year: formYear(act),
    number,
    sealed: seal(deps.ring, `form:${id}`, content),
    issued_at: act.recordedAt,
    scope: [...act.scope],
  };
  // Its PDF is made and kept once: what the citizen was given can be shown for ever.
  const kept = {
    id: deps.newId(),
    topic: FORM_ISSUED_TOPIC,
    payload: { dossierId: act.dossierId, formIssueId: id },
    created_at: act.recordedAt,
    queued_at: null,
    lane: null,
  };
  return { formIssueId: id, rows: { form_issue: [row] as const, outbox: [kept] } };
}

export const FORM_ISSUED_TOPIC = "form.issued";

/** A paper of a unit was issued: its PDF is made and kept once. */
export const UNIT_FORM_TOPIC = "unitForm.issued";

/** The set in which a form is printed on a day. @example formSetOn(reference, "mau02", "2026-11-22") → "TT03_2025" */
export function formSetOn(reference: Reference, form: IssuedForm, day: PlainDate): FormSet {
  return formSettingOn(reference, form, day).formSet as FormSet;
}

/**
 * How a form is printed on a day: its set, its paper and how many copies.
 *
 * @throws when no setting of the reference data covers the day.
 */
export function formSettingOn({ formSettings }: Reference, form: string, day: PlainDate): FormSetting {
  const setting = formSettings.findLast(
    (one) => one.form === form && one.validFrom <= day && (one.validTo ?? day) >= day,
  );
  invariant(setting, `a form set for ${form} is in force on ${day}`);
  return setting;
}

/** The first day on which a form is in force. @throws when no setting of the reference data has it. */
export function firstDayOf({ formSettings }: Reference, form: string): PlainDate {
  const [first] = formSettings
    .filter((one) => one.form === form)
    .map(({ validFrom }) => validFrom)
    .toSorted();
  invariant(first, `a form set has ${form}`);
  return first;
}

/** The year that a form is numbered in. */
function formYear(act: Pick<ActRecord, "recordedAt">): number {
  return Number(localTime(act.recordedAt).day.slice(0, 4));
}
