import type { FormSet } from "#domain/dossier/issued-form.ts";
import type { SlipForm, UnitForm } from "#domain/dossier/register.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { seal } from "../keys/seal.ts";
import { UNIT_FORM_TOPIC, takeFormNumber } from "../ledgers/form-ledger.ts";
import type { ListData } from "../print/list-data.ts";

/** Who issues a paper of a unit, by which post, and when. */
export interface IssueRecord {
  readonly accountId: string;
  readonly postId: string;
  readonly now: Instant;
}

interface UnitFormOrder {
  readonly unitId: string;
  readonly year: number;
  /** All that it says but its number. */
  readonly list: ListData;
  readonly closing?: { readonly id: string; readonly volume: number };
}

/** The seal of what a paper says is bound to the paper. */
export function unitFormContext(formId: string): string {
  return `unitForm:${formId}`;
}

/** Issues a paper of a unit: its next number of the year, what it says sealed, and the job that keeps its PDF. */
export async function issueUnitForm(
  tx: Tx,
  deps: Pick<Deps, "newId" | "ring">,
  { accountId, postId, now }: IssueRecord,
  { unitId, year, list, closing }: UnitFormOrder,
): Promise<{ readonly formId: string; readonly number: number }> {
  const number = await takeFormNumber(tx, { unitId, year, form: list.form });
  const formId = deps.newId();
  await tx
    .insertInto("unit_form")
    .values({
      id: formId,
      unit_id: unitId,
      form: list.form,
      form_set: list.formSet,
      year,
      number,
      closing_id: closing?.id ?? null,
      volume: closing?.volume ?? null,
      rows: list.rows.length,
      sealed: seal(deps.ring, unitFormContext(formId), { ...list, number } satisfies ListData),
      basis_kind: "office",
      basis_id: postId,
      issued_by: accountId,
      issued_at: now,
      scope: [unitId],
    })
    .execute();
  await tx
    .insertInto("outbox")
    .values({
      id: deps.newId(),
      topic: UNIT_FORM_TOPIC,
      payload: JSON.stringify({ formId, unitId }),
      created_at: now,
      queued_at: null,
    })
    .execute();
  return { formId, number };
}

export interface UnitFormRecord {
  readonly id: string;
  readonly form: UnitForm;
  readonly formSet: FormSet;
  readonly year: number;
  readonly number: number;
  readonly sealed: Buffer;
  readonly sha256: Buffer | null;
}

/** A paper with the PDF that was kept of it, if it is; undefined past the row policies. */
export async function loadUnitForm(tx: Tx, formId: string): Promise<UnitFormRecord | undefined> {
  const { rows } = await sql<UnitFormRecord>`
    select f.id, f.form, f.form_set as "formSet", f.year, f.number, f.sealed, k.sha256
    from unit_form f left join unit_form_file k on k.form_id = f.id
    where f.id = ${formId}::uuid`.execute(tx);
  return rows[0];
}

/** Notes the PDF of a paper; done twice, the first stays. */
export async function keepUnitFormFile(
  tx: Tx,
  file: { readonly formId: string; readonly sha256: Buffer; readonly bytes: number },
): Promise<void> {
  await tx
    .insertInto("unit_form_file")
    .values({ form_id: file.formId, sha256: file.sha256, bytes: file.bytes })
    .onConflict((conflict) => conflict.column("form_id").doNothing())
    .execute();
}

interface ClosingRecord extends IssueRecord {
  readonly id: string;
  readonly unitId: string;
  readonly year: number;
  readonly fields: readonly string[];
  readonly entries: number;
}

/** Writes that a register is closed. @returns false when one of its fields was closed before */
export async function writeClosing(tx: Tx, closing: ClosingRecord): Promise<boolean> {
  const { id, unitId, year, fields, entries } = closing;
  await tx
    .insertInto("register_closing")
    .values({
      id,
      unit_id: unitId,
      year,
      fields: [...fields],
      entries,
      basis_kind: "office",
      basis_id: closing.postId,
      closed_by: closing.accountId,
      closed_at: closing.now,
    })
    .execute();
  const written = await tx
    .insertInto("register_closed_field")
    .values(fields.map((code) => ({ unit_id: unitId, year, field_code: code, closing_id: id })))
    .onConflict((conflict) => conflict.columns(["unit_id", "year", "field_code"]).doNothing())
    .returning("field_code")
    .execute();
  return written.length === fields.length;
}

/** The registers of a unit that are closed in a year, with their volumes. */
export async function findClosings(tx: Tx, unitId: string, year: number) {
  const { rows } = await sql<{
    closingId: string;
    fields: string[];
    entries: number;
    by: string;
    at: Instant;
    volumes: { formId: string; number: number; volume: number; rows: number }[];
  }>`
    select c.id as "closingId", c.fields, c.entries, a.full_name as by, c.closed_at as at,
      (select jsonb_agg(jsonb_build_object('formId', f.id, 'number', f.number, 'volume', f.volume, 'rows', f.rows)
        order by f.volume) from unit_form f where f.closing_id = c.id) as volumes
    from register_closing c join nation.account a on a.id = c.closed_by
    where c.unit_id = ${unitId}::uuid and c.year = ${year}
    order by c.closed_at`.execute(tx);
  return rows;
}

/** The newest slips of some units. */
export async function findSlips(tx: Tx, units: readonly string[], form: SlipForm, most: number) {
  const { rows } = await sql<{
    formId: string;
    form: SlipForm;
    number: number;
    year: number;
    rows: number;
    by: string;
    at: Instant;
  }>`
    select f.id as "formId", f.form, f.number, f.year, f.rows, a.full_name as by, f.issued_at as at
    from unit_form f join nation.account a on a.id = f.issued_by
    where f.unit_id = any (${[...units]}::uuid[]) and f.form = ${form}
    order by f.issued_at desc, f.number desc limit ${most}`.execute(tx);
  return rows;
}
