import type { RegisterEntry } from "#contract/registers.ts";
import type { PartyDetails } from "#domain/person/party.ts";
import { spanOfYear } from "#domain/dossier/register.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";

/** Whose register it is: a unit, a year, and the fields that are kept in it. */
export interface Book {
  readonly unitId: string;
  readonly year: number;
  readonly fields: readonly string[];
}

/** What a line says, with the agency still by its id. */
export type EntryRow = Omit<RegisterEntry, "agencyName"> & {
  readonly agencyId: string;
};

/**
 * What a register has a line for is what the figures of a period and of a proposal count, `is_counted` says it for all of
 * them, but for what another system took in: that stands in its book.
 * @rule LINKED-02
 * @rule REGISTER-01
 */
const HAS_LINE = sql`d.imported_from is null and is_counted(d)`;

/**
 * The lines of a book: everything that was taken in at the unit, in the order in which it came, so that no number
 * changes when something is added.
 */
function linesOf({ unitId, year, fields }: Book) {
  const { from, until } = spanOfYear(year);
  return sql`
    select d.id, d.code, d.procedure_name, d.applicant_name, d.deciding_agency_id, d.dossier_sets,
      d.received_at, d.due_at, d.return_method, d.business_status, d.delivery_status,
      (row_number() over (order by d.received_at, d.code))::integer as number
    from dossier d
    where d.received_at_unit_id = ${unitId}::uuid and d.received_at >= ${from}::timestamptz
      and d.received_at < ${until}::timestamptz and d.field_code = any (${[...fields]}::text[])
      and ${HAS_LINE}`;
}

export interface EntryFilter {
  readonly after: number;
  readonly upTo?: number;
  readonly limit: number;
  readonly state: "all" | "open" | "returned";
  /** Found in the code, the name or the procedure, whatever its marks. */
  readonly search: string;
}

const WHOLE = { after: 0, state: "all", search: "" } as const;

/** {@link EntryFilter} of lines from one number to another. */
export function between(after: number, upTo: number): EntryFilter {
  return { ...WHOLE, after, upTo, limit: upTo - after };
}

/** Lines of a book in their order, with people unsealed. Whoever calls this has logged the read. */
export async function findEntries(
  tx: Tx,
  ring: KeyRing,
  book: Book,
  filter: EntryFilter,
): Promise<readonly EntryRow[]> {
  const { after, upTo, limit, state, search } = filter;
  const numbers = search.trim() === "" ? null : await numbersOf(tx, book, search);
  const inState = {
    all: sql`true`,
    open: sql`line.business_status not in ('returned', 'withdrawn', 'stopped')`,
    returned: sql`line.business_status = 'returned'`,
  }[state];
  const { rows } = await sql<
    Omit<EntryRow, "address" | "phone"> & { readonly partyId: string | null; readonly sealed: Buffer }
  >`
    select line.number, line.id as "dossierId", line.code, line.procedure_name as "procedureName",
      line.applicant_name as applicant, line.deciding_agency_id as "agencyId",
      line.dossier_sets as sets, line.received_at as "receivedAt", line.due_at as "dueAt",
      line.return_method as "returnMethod", line.business_status as status, line.delivery_status as delivery,
      p.id as "partyId", p.sealed,
      case when line.delivery_status = 'handedOver' then (
        select max(e.recorded_at) from dossier_event e
        where e.dossier_id = line.id and e.type in ('dossier.returned', 'dossier.handedOver')) end as "returnedAt"
    from (${linesOf(book)}) line
    left join party p on p.dossier_id = line.id and p.role = 'applicant' and p.until_seq is null
    where line.number > ${after} and ${upTo === undefined ? sql`true` : sql`line.number <= ${upTo}`}
      and ${numbers === null ? sql`true` : sql`line.number = any (${[...numbers]}::integer[])`} and ${inState}
    order by line.number limit ${limit}`.execute(tx);
  return rows.map(({ partyId, sealed, ...row }) => ({ ...row, ...contactOf(ring, partyId, sealed) }));
}

function contactOf(ring: KeyRing, partyId: string | null, sealed: Buffer) {
  if (partyId === null) return { address: "", phone: "" };
  const { details } = unseal<{ details: PartyDetails }>(ring, `party:${partyId}`, sealed);
  return { address: details.address.line, phone: details.phone ?? "" };
}

/** Names are compared without their marks, which the database cannot do. */
async function numbersOf(tx: Tx, book: Book, search: string): Promise<readonly number[]> {
  const wanted = searchKey(search);
  const { rows } = await sql<{ number: number; words: string }>`
    select line.number, concat_ws(' ', line.code, line.applicant_name, line.procedure_name) as words
    from (${linesOf(book)}) line`.execute(tx);
  return rows.filter(({ words }) => searchKey(words).includes(wanted)).map(({ number }) => number);
}

/** How many lines a book has. */
export async function countEntries(tx: Tx, book: Book): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (${linesOf(book)}) line`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** How many lines each field of a unit has in a year. */
export async function countByField(
  tx: Tx,
  { unitId, year }: Omit<Book, "fields">,
): Promise<readonly { readonly fieldCode: string; readonly entries: number }[]> {
  const { from, until } = spanOfYear(year);
  const { rows } = await sql<{ fieldCode: string; entries: number }>`
    select field_code as "fieldCode", count(*)::integer as entries from dossier d
    where received_at_unit_id = ${unitId}::uuid and received_at >= ${from}::timestamptz
      and received_at < ${until}::timestamptz and ${HAS_LINE}
    group by field_code`.execute(tx);
  return rows;
}

/** How many dossiers of a unit and year stand in the book of the system that took them in. */
export async function countImported(tx: Tx, { unitId, year }: Omit<Book, "fields">): Promise<number> {
  const { from, until } = spanOfYear(year);
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from dossier d
    where received_at_unit_id = ${unitId}::uuid and received_at >= ${from}::timestamptz
      and received_at < ${until}::timestamptz and d.imported_from is not null and is_counted(d)`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Before it nobody asks for a year: it is a year of four digits that begins with 20. */
const FIRST_YEAR = 2000;

/** The first year of which there is a line or something that another system took in; null while there is nothing. */
export async function firstYear(tx: Tx, unitId: string): Promise<number | null> {
  const { rows } = await sql<{ year: number }>`
    select extract(year from received_at at time zone 'Asia/Ho_Chi_Minh')::integer as year from dossier d
    where received_at_unit_id = ${unitId}::uuid and is_counted(d)
    order by received_at limit 1`.execute(tx);
  return rows[0] ? Math.max(FIRST_YEAR, rows[0].year) : null;
}
