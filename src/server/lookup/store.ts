import type { DossierRow } from "#contract/dossiers.ts";
import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";

/** After the last place of a list: a page without a cursor is asked for in the same words. */
const LAST_PLACE = ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const;

/** A row as it is stored: today's name of its unit is the process's to say. */
export type StoredRow = Omit<DossierRow, "unitNow"> & { readonly unitId: string };

export interface DossierPage {
  readonly dossiers: readonly StoredRow[];
  readonly next: string | null;
}

/** Where a person may search: each dossier stands at one unit and one agency. */
export interface SearchedPlaces {
  readonly units: readonly string[];
  readonly agencies: readonly string[];
}

/** Dossiers by exact code, by the code of their group, or by the words of the applicant's name, newest first, all of them, within these places. */
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
      union
      select r.dossier_id from dossier_group g join dossier_group_row r on r.group_id = g.id
      where g.code = ${typed.trim().toUpperCase()}
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
