import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type Finding, type SpaceCheck, ranges, series } from "./finding.ts";
import { NumberSeries } from "./number-series.ts";

/** So many rows are read at once. */
const PAGE_ROWS = 10_000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** What was given of one series, and what its counter says. */
interface Counted {
  readonly given: NumberSeries;
  /** The highest number that came with another system's codes: before it there may be gaps. */
  imported: number;
  last: number | null;
}

type Book = Map<string, Counted>;

/**
 * The numbers of the dossier codes of an agency's day run from 1 to the last of its counter, each once. Where codes of
 * another system were taken over on the day, the counter was moved past them: gaps up to the highest of those are its.
 */
export const checkCodes: SpaceCheck = async (tx) => {
  const book: Book = new Map();
  const unread: Finding[] = [];
  const counters = await tx.selectFrom("dossier_code_counter").selectAll().execute();
  for (const row of counters) counted(book, series("codes", row.agency_code, row.day)).last = row.last;
  const codes = sql<CodeRow>`id, code, imported_from is not null as imported from dossier`;
  for await (const { code, imported } of eachRow(tx, codes)) {
    const read = readDossierCode(code);
    if (!read.ok && !imported)
      unread.push({ subject: code, ledger: "a code given here", projection: "a code that nobody can read" });
    if (!read.ok) continue;
    const { agencyCode, receivedOn, sequence } = read.value;
    const one = counted(book, series("codes", agencyCode, receivedOn));
    if (imported) one.imported = Math.max(one.imported, sequence);
    else one.given.add(sequence);
  }
  return [...unread, ...ofBook(book)];
};

interface CodeRow {
  readonly id: string;
  readonly code: string;
  readonly imported: boolean;
}

/**
 * The numbers of each form of a unit's year run from 1 to the last of its counter, each once: those issued with an act
 * and the papers of the unit.
 */
export const checkFormNumbers: SpaceCheck = async (tx) => {
  const book: Book = new Map();
  const counters = await tx.selectFrom("form_counter").selectAll().execute();
  for (const row of counters) counted(book, series(row.form, row.unit_id, row.year)).last = row.last;
  for (const table of ["form_issue", "unit_form"] as const) {
    const issued = sql<FormRow>`id, unit_id, year, form, number from ${sql.id(table)}`;
    for await (const row of eachRow(tx, issued))
      counted(book, series(row.form, row.unit_id, row.year)).given.add(row.number);
  }
  return ofBook(book);
};

interface FormRow {
  readonly id: string;
  readonly unit_id: string;
  readonly year: number;
  readonly form: string;
  readonly number: number;
}

const GROUP_CODE = /-(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})-(?<number>\d+)$/;

/** The numbers of the groups of a unit's day run from 1 to the last of its counter, each once. */
export const checkGroupNumbers: SpaceCheck = async (tx) => {
  const book: Book = new Map();
  const counters = await tx.selectFrom("dossier_group_counter").selectAll().execute();
  for (const row of counters) counted(book, series("groups", row.unit_id, row.day)).last = row.last;
  const groups = sql<{
    readonly id: string;
    readonly code: string;
    readonly unit_id: string;
  }>`id, code, unit_id from dossier_group`;
  for await (const { code, unit_id: unitId } of eachRow(tx, groups)) {
    const { year, month, day, number } = GROUP_CODE.exec(code)?.groups ?? {};
    const on = parsePlainDate(`20${year}-${month}-${day}`);
    if (on) counted(book, series("groups", unitId, on)).given.add(Number(number));
  }
  return ofBook(book);
};

function counted(book: Book, name: string): Counted {
  const known = book.get(name);
  if (known) return known;
  const one = { given: new NumberSeries(), imported: 0, last: null };
  book.set(name, one);
  return one;
}

function ofBook(book: Book): readonly Finding[] {
  return [...book].flatMap(([subject, { given, imported, last }]) => {
    const { highest } = given;
    const projection = last === null ? "no counter" : `counted to ${last}`;
    const missing = given.missing(imported + 1, last ?? highest);
    const doubled = given.doubled();
    return [
      ...(highest > (last ?? 0) ? [{ subject, ledger: `given up to ${highest}`, projection }] : []),
      ...(missing.length > 0 ? [{ subject, ledger: `not given: ${ranges(missing)}`, projection }] : []),
      ...(doubled.length > 0 ? [{ subject, ledger: `given twice: ${ranges(doubled)}`, projection }] : []),
    ];
  });
}

/** The rows of a table by their id, page by page, all as of the transaction's beginning. */
async function* eachRow<T extends { readonly id: string }>(
  tx: Tx,
  columns: RawBuilder<T>,
): AsyncGenerator<T> {
  let after = FIRST_ID;
  for (;;) {
    const { rows } =
      await sql<T>`select ${columns} where id > ${after}::uuid order by id limit ${PAGE_ROWS}`.execute(tx);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_ROWS) return;
    after = last.id;
  }
}
