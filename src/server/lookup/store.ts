import type { DossierRow } from "#contract/dossiers.ts";
import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";

export interface DossierPage {
  readonly dossiers: DossierRow[];
  readonly next: string | null;
}

/** The open work of a desk: which column names its place, and which statuses wait there. */
export interface DeskFilter {
  readonly place: "received_at_unit_id" | "deciding_agency_id";
  readonly places: readonly string[];
  readonly statuses: readonly BusinessStatus[];
}

/** A page of a desk's open work, due first. Keyset: the next page begins after the last due date and id. */
export async function findQueue(tx: Tx, filter: DeskFilter, after: string | undefined): Promise<DossierPage> {
  const from = unpackCursor(after, [CURSOR_MOMENT, CURSOR_ID]);
  const rows = await dossierRows(tx)
    .where(`dossier.${filter.place}`, "in", filter.places)
    .where("dossier.business_status", "in", filter.statuses)
    .where("dossier.business_status", "<>", "returned")
    .$if(from !== undefined, (query) =>
      query.where(
        sql<boolean>`(dossier.due_at, dossier.id) > (${from?.[0] ?? ""}::timestamptz, ${from?.[1] ?? ""}::uuid)`,
      ),
    )
    .orderBy("dossier.due_at")
    .orderBy("dossier.id")
    .limit(PAGE_ROWS + 1)
    .execute();
  return page(rows, (last) => packCursor([last.dueAt, last.dossierId]));
}

/** How many dossiers wait at a desk: exact, since the partial index holds open work only. */
export async function countQueue(tx: Tx, filter: DeskFilter): Promise<number> {
  const { open } = await tx
    .selectFrom("dossier")
    .select((select) => select.fn.countAll<number>().as("open"))
    .where(filter.place, "in", filter.places)
    .where("business_status", "in", filter.statuses)
    .where("business_status", "<>", "returned")
    .executeTakeFirstOrThrow();
  return open;
}

/** How many hits of a common name are looked at before they are sorted. */
const HITS_MAX = 500;

/** Dossiers by exact code, or by the words of the applicant's name, newest first, within these places. */
export async function searchDossierRows(
  tx: Tx,
  places: readonly string[],
  typed: string,
  after: string | undefined,
): Promise<DossierPage> {
  const from = unpackCursor(after, [CURSOR_MOMENT, CURSOR_ID]);
  const code = readDossierCode(typed);
  const wanted = `%${searchKey(typed).replace(/[%_\\]/g, "\\$&")}%`;
  const rows = await dossierRows(tx)
    .where((where) =>
      where.or([
        where("dossier.code", "=", code.ok ? code.value.normalised : typed.trim().toUpperCase()),
        where(
          "dossier.id",
          "in",
          sql<string>`(select search_dossier(${[...places]}::uuid[], ${wanted}, ${HITS_MAX}))`,
        ),
      ]),
    )
    .$if(from !== undefined, (query) =>
      query.where(
        sql<boolean>`(dossier.received_at, dossier.id) < (${from?.[0] ?? ""}::timestamptz, ${from?.[1] ?? ""}::uuid)`,
      ),
    )
    .orderBy("dossier.received_at", "desc")
    .orderBy("dossier.id", "desc")
    .limit(PAGE_ROWS + 1)
    .execute();
  return page(rows, (last) => packCursor([last.receivedAt, last.dossierId]));
}

function dossierRows(tx: Tx) {
  return tx
    .selectFrom("dossier")
    .innerJoin("nation.one_stop_unit as unit", "unit.id", "dossier.received_at_unit_id")
    .leftJoin("nation.account as officer", "officer.id", "dossier.case_officer_id")
    .select([
      "dossier.id as dossierId",
      "dossier.code",
      "dossier.procedure_code as procedureCode",
      "dossier.procedure_name as procedureName",
      "dossier.applicant_name as applicantName",
      "dossier.business_status as status",
      "dossier.received_at as receivedAt",
      "dossier.due_at as dueAt",
      "dossier.due_provisional as provisional",
      "unit.name as unitName",
      "officer.full_name as caseOfficer",
    ]);
}

function page(found: readonly unknown[], cursorOf: (last: DossierRow) => string): DossierPage {
  const rows = found as DossierRow[];
  const dossiers = rows.slice(0, PAGE_ROWS);
  const last = dossiers.at(-1);
  return { dossiers, next: rows.length > PAGE_ROWS && last ? cursorOf(last) : null };
}
