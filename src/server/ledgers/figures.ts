import type { Figures } from "#contract/figures.ts";
import { type Instant, instantAt } from "#domain/shared/instant.ts";
import { type PlainDate, addDays } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { newestVersion } from "../units/newest-version.ts";

/** The days that figures are of when nobody says otherwise: a quarter, long enough for small units. Ours. */
const FIGURE_DAYS = 90;

export interface FigurePeriod {
  readonly from: PlainDate;
  /** The last day. */
  readonly to: PlainDate;
}

/** The quarter that ends with a day. */
export function figurePeriod(to: PlainDate): FigurePeriod {
  return { from: addDays(to, 1 - FIGURE_DAYS), to };
}

/** Which work is counted; without `scope` all of the unit. */
export interface FigureQuestion {
  readonly key: string;
  readonly unitId: string;
  readonly scope?: {
    readonly fieldCodes: readonly string[];
    readonly procedureCodes: readonly string[];
    readonly exceptProcedureCodes: readonly string[];
  };
}

export interface FigureBook {
  /** What stands for a field or procedure of which there is nothing. */
  readonly nothing: Figures;
  readonly total: Figures;
  readonly fields: ReadonlyMap<string, Figures>;
  readonly procedures: ReadonlyMap<string, { readonly fieldCode: string; readonly figures: Figures }>;
}

const NOTHING: Figures = {
  byPost: 0,
  byState: 0,
  imported: 0,
  finished: 0,
  onTime: 0,
  overdue: 0,
  medianMinutes: null,
  sentBack: 0,
  handedBack: 0,
  judged: 0,
  wrong: 0,
  guidances: 0,
  guidanceMinutes: 0,
  assignments: 0,
  assignmentActs: 0,
  rating: null,
};

/**
 * What the ledgers say of some units' work in a period, one query for each ledger however many questions there are.
 * Counts of acts and minutes: no dossier and no person. What units did that a unit goes on for is in its figures, and so
 * is what another system took in there, with the days that it told.
 *
 * @rule REGISTER-01
 * @returns by the question's key
 */
export async function ledgerFigures(
  tx: Tx,
  questions: readonly FigureQuestion[],
  {
    period,
    now,
    reference,
  }: { readonly period: FigurePeriod; readonly now: Instant; readonly reference: Reference },
): Promise<ReadonlyMap<string, FigureBook>> {
  const books = new Map(questions.map(({ key }) => [key, emptyBook()]));
  const asked = askedOf(questions, reference);
  for (const row of await dossierRows(tx, asked, period, now)) add(books.get(row.key), row);
  for (const row of await guidanceRows(tx, asked, period)) add(books.get(row.key), row);
  for (const row of await sampleRows(tx, asked, period)) add(books.get(row.key), row);
  for (const { answers, satisfied, ...row } of await ratingRows(tx, asked, period))
    if (answers > 0) add(books.get(row.key), { ...row, rating: { answers, satisfied } });
  const questionOf = new Map(questions.map((question) => [question.key, question]));
  for (const row of await assignmentRows(tx, asked, period)) {
    const fieldCode = newestVersion(reference, row.code)?.content.fieldCode ?? "";
    if (!isInScope(questionOf.get(row.key), row.code, fieldCode)) continue;
    addTasks(books.get(row.key), { ...row, fieldCode });
  }
  return books;
}

interface Book {
  readonly nothing: Figures;
  total: Figures;
  readonly fields: Map<string, Figures>;
  readonly procedures: Map<string, { fieldCode: string; figures: Figures }>;
}

function emptyBook(): Book {
  return { nothing: NOTHING, total: NOTHING, fields: new Map(), procedures: new Map() };
}

type Row = {
  readonly key: string;
  readonly field: string | null;
  readonly code: string | null;
} & Partial<Figures>;

/** A row without a field is the total, one without a code a field's. */
function add(book: Book | undefined, { key: _key, field, code, ...figures }: Row): void {
  if (!book) return;
  if (field === null) book.total = { ...book.total, ...figures };
  else if (code === null) book.fields.set(field, { ...(book.fields.get(field) ?? NOTHING), ...figures });
  else {
    const known = book.procedures.get(code)?.figures ?? NOTHING;
    book.procedures.set(code, { fieldCode: field, figures: { ...known, ...figures } });
  }
}

interface TaskRow {
  readonly code: string;
  readonly fieldCode: string;
  readonly given: number;
  readonly acts: number;
}

function addTasks(book: Book | undefined, { code, fieldCode, given, acts }: TaskRow): void {
  if (!book) return;
  const more = (figures: Figures = NOTHING): Figures => ({
    ...figures,
    assignments: figures.assignments + given,
    assignmentActs: figures.assignmentActs + acts,
  });
  book.total = more(book.total);
  book.fields.set(fieldCode, more(book.fields.get(fieldCode)));
  book.procedures.set(code, { fieldCode, figures: more(book.procedures.get(code)?.figures) });
}

function isInScope(question: FigureQuestion | undefined, code: string, fieldCode: string): boolean {
  if (!question?.scope) return true;
  const { fieldCodes, procedureCodes, exceptProcedureCodes } = question.scope;
  return (
    (fieldCodes.includes(fieldCode) || procedureCodes.includes(code)) && !exceptProcedureCodes.includes(code)
  );
}

/** The questions as a table of the statement. */
function askedOf(questions: readonly FigureQuestion[], reference: Reference) {
  const rows = questions.map(({ key, unitId, scope }) => ({
    key,
    units: reference.lineOf(unitId),
    fields: scope?.fieldCodes ?? null,
    codes: scope?.procedureCodes ?? null,
    excepted: scope?.exceptProcedureCodes ?? null,
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as a(key text, units uuid[], fields text[], codes text[], excepted text[])`;
}

type Asked = ReturnType<typeof askedOf>;

async function dossierRows(tx: Tx, asked: Asked, { from, to }: FigurePeriod, now: Instant) {
  const { rows } = await sql<Row>`
    select a.key, f.field, f.code, f.by_post as "byPost", f.by_state as "byState", f.imported, f.finished,
      f.on_time as "onTime", f.overdue, f.median_minutes as "medianMinutes", f.sent_back as "sentBack", f.handed_back as "handedBack"
    from ${asked} cross join lateral dossier_figures(a.units, ${instantAt(from, 0)}::timestamptz,
      ${instantAt(to, 1440)}::timestamptz, ${now}::timestamptz, a.fields, a.codes, a.excepted) f`.execute(tx);
  return rows;
}

async function guidanceRows(tx: Tx, asked: Asked, { from, to }: FigurePeriod) {
  const { rows } = await sql<Row>`
    select a.key, f.field, f.code, f.given as guidances, f.minutes as "guidanceMinutes"
    from ${asked} cross join lateral guidance_figures(a.units, ${from}::date, ${to}::date, a.fields, a.codes,
      a.excepted) f
    where f.code is distinct from ''`.execute(tx);
  return rows;
}

async function sampleRows(tx: Tx, asked: Asked, { from, to }: FigurePeriod) {
  const { rows } = await sql<Row>`
    select a.key, f.field, f.code, f.judged, f.wrong
    from ${asked} cross join lateral sample_figures(a.units, ${from}::date, ${to}::date, null, a.fields, a.codes,
      a.excepted) f`.execute(tx);
  return rows;
}

async function ratingRows(tx: Tx, asked: Asked, { from, to }: FigurePeriod) {
  const { rows } = await sql<{
    key: string;
    field: string | null;
    code: string | null;
    answers: number;
    satisfied: number | null;
  }>`
    select a.key, f.field, f.code, f.answers, f.satisfied
    from ${asked} cross join lateral rating_figures(a.units, ${instantAt(from, 0)}::timestamptz,
      ${instantAt(to, 1440)}::timestamptz, a.fields, a.codes, a.excepted) f`.execute(tx);
  return rows;
}

async function assignmentRows(tx: Tx, asked: Asked, { from, to }: FigurePeriod) {
  const { rows } = await sql<{ key: string; code: string; given: number; acts: number }>`
    select a.key, f.code, sum(f.given)::integer as given, sum(f.acts)::integer as acts
    from ${asked} cross join lateral assignment_figures(a.units, ${instantAt(from, 0)}::timestamptz,
      ${instantAt(to, 1440)}::timestamptz) f
    group by a.key, f.code`.execute(tx);
  return rows;
}

/** Keeps with the event of a proposal what the ledgers say of its work now; once, and for good. */
export async function freezeFigures(
  tx: Tx,
  frozen: {
    readonly mandateId: string;
    readonly seq: number;
    readonly period: FigurePeriod;
    readonly figures: Figures;
    readonly now: Instant;
  },
): Promise<void> {
  const { mandateId, seq, period, figures, now } = frozen;
  await tx
    .insertInto("mandate_figures")
    .values({
      mandate_id: mandateId,
      seq,
      content: JSON.stringify({ ...period, figures }),
      taken_at: now,
    })
    .execute();
}
