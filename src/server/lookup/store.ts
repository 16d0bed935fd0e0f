import type { DossierRow } from "#contract/dossiers.ts";
import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";

/** Before the first and after the last place of a list: a page without a cursor is asked for in the same words. */
const FIRST_PLACE = ["-infinity", "00000000-0000-0000-0000-000000000000"] as const;
const LAST_PLACE = ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const;

/** A row as it is stored: today's name of its unit is the process's to say. */
export type StoredRow = Omit<DossierRow, "unitNow"> & { readonly unitId: string };

export interface DossierPage {
  readonly dossiers: readonly StoredRow[];
  readonly next: string | null;
}

/** The open work of a desk: which column names its place, and which statuses wait there. */
export interface DeskFilter {
  readonly place: "received_at_unit_id" | "deciding_agency_id";
  readonly places: readonly string[];
  readonly statuses: readonly BusinessStatus[];
}

/**
 * A page of a desk's open work, due first, with the exact number of all that waits there. Keyset: the next page
 * begins after the last due date and id. Each place and status is read in the order of its index, a page at most,
 * so that the answer costs the same whatever else the space holds.
 */
export async function findQueue(
  tx: Tx,
  filter: DeskFilter,
  after: string | undefined,
): Promise<DossierPage & { readonly open: number }> {
  const [dueAt, id] = unpackCursor(after, [CURSOR_MOMENT, CURSOR_ID]) ?? FIRST_PLACE;
  const { rows } = await sql<StoredRow & { readonly open: number }>`
    select ${ROW_COLUMNS}, (select ${openCount(filter)}) as open
    from (
      select waiting.* from unnest(${[...new Set(filter.places)]}::uuid[]) as place,
        unnest(${[...filter.statuses]}::text[]) as status
      cross join lateral (
        select id, code, procedure_code, procedure_name, applicant_name, business_status, received_at, due_at,
          due_provisional, received_at_unit_id, case_officer_id
        from dossier
        where ${sql.ref(filter.place)} = place and business_status = status and business_status <> 'returned'
          and (due_at, id) > (${dueAt}::timestamptz, ${id}::uuid)
        order by due_at, id limit ${PAGE_ROWS + 1}
      ) as waiting
      order by due_at, id limit ${PAGE_ROWS + 1}
    ) as dossier ${ROW_JOINS}
    order by dossier.due_at, dossier.id`.execute(tx);
  const open = rows[0]?.open ?? (after === undefined ? 0 : await countQueue(tx, filter));
  return { ...page(rows, (last) => packCursor([last.dueAt, last.dossierId])), open };
}

async function countQueue(tx: Tx, filter: DeskFilter): Promise<number> {
  const { rows } = await sql<{ open: number }>`select ${openCount(filter)} as open`.execute(tx);
  return rows[0]?.open ?? 0;
}

function openCount({ place, places, statuses }: DeskFilter) {
  const at = (column: DeskFilter["place"]) => (place === column ? [...places] : []);
  return sql`count_open_dossiers(${at("received_at_unit_id")}::uuid[], ${at("deciding_agency_id")}::uuid[],
    ${[...statuses]}::text[])`;
}

/** Where a person may search: each dossier stands at one unit and one agency. */
export interface SearchedPlaces {
  readonly units: readonly string[];
  readonly agencies: readonly string[];
}

/** Dossiers by exact code, or by the words of the applicant's name, newest first, all of them, within these places. */
export async function searchDossierRows(
  tx: Tx,
  places: SearchedPlaces,
  typed: string,
  after: string | undefined,
): Promise<DossierPage> {
  const [receivedAt, id] = unpackCursor(after, [CURSOR_MOMENT, CURSOR_ID]) ?? LAST_PLACE;
  const code = readDossierCode(typed);
  const { rows } = await sql<StoredRow>`
    select ${ROW_COLUMNS}
    from (
      select dossier_id from search_dossier(${code.ok ? [] : [...places.units]}::uuid[],
        ${code.ok ? [] : [...places.agencies]}::uuid[], ${searchKey(typed)}, ${receivedAt}::timestamptz, ${id}::uuid,
        ${PAGE_ROWS + 1})
      union
      select id from dossier where code = ${code.ok ? code.value.normalised : typed.trim().toUpperCase()}
    ) as found
    join dossier on dossier.id = found.dossier_id ${ROW_JOINS}
    where (dossier.received_at, dossier.id) < (${receivedAt}::timestamptz, ${id}::uuid)
    order by dossier.received_at desc, dossier.id desc
    limit ${PAGE_ROWS + 1}`.execute(tx);
  return page(rows, (last) => packCursor([last.receivedAt, last.dossierId]));
}

const ROW_COLUMNS = sql`dossier.id as "dossierId", dossier.code, dossier.procedure_code as "procedureCode",
  dossier.procedure_name as "procedureName", dossier.applicant_name as "applicantName",
  dossier.business_status as status, dossier.received_at as "receivedAt", dossier.due_at as "dueAt",
  dossier.due_provisional as provisional, unit.name as "unitName",
  dossier.received_at_unit_id as "unitId", officer.full_name as "caseOfficer"`;

const ROW_JOINS = sql`join nation.one_stop_unit as unit on unit.id = dossier.received_at_unit_id
  left join nation.account as officer on officer.id = dossier.case_officer_id`;

function page(rows: readonly StoredRow[], cursorOf: (last: StoredRow) => string): DossierPage {
  const dossiers = rows.slice(0, PAGE_ROWS);
  const last = dossiers.at(-1);
  return { dossiers, next: rows.length > PAGE_ROWS && last ? cursorOf(last) : null };
}
