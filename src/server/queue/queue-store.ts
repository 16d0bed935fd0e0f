import type { QueueRow } from "#contract/queue.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import type { DueWindow } from "#domain/dossier/work-due.ts";
import { invariant } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";

/** Before the first place of a list: a page without a cursor is asked for in the same words. */
const FIRST_PLACE = ["-infinity", "00000000-0000-0000-0000-000000000000"] as const;

/** A row as it is stored: today's name of its unit is the process's to say. */
export type StoredWork = Omit<QueueRow, "unitNow" | "fieldName" | "collectAt" | "shelf" | "lateness"> & {
  readonly unitId: string;
  /** Where the result is fetched, when that is not where it lies. */
  readonly collectionUnitId: string | null;
};

/** What else is asked of the rows of a desk; null and false ask nothing. */
export interface WorkFilter {
  readonly window: DueWindow;
  readonly officerId: string | null;
  readonly unassigned: boolean;
  /** Null asks for both. */
  readonly standing: boolean | null;
  readonly fieldCode: string | null;
  readonly otherPlace: string | null;
  /** Null asks for all that wait at the desk. */
  readonly status: BusinessStatus | null;
  readonly step: string | null;
}

/** The open work of a desk: which column names its place, which statuses wait there, and which of it is asked for. */
export interface DeskQuestion {
  readonly place: "received_at_unit_id" | "deciding_agency_id" | "result_unit";
  readonly places: readonly string[];
  readonly statuses: readonly BusinessStatus[];
  /** Null lists all of it. */
  readonly filter: WorkFilter | null;
  /** Nobody has promised a date: it stands by its age. */
  readonly undated: boolean;
}

export interface WorkPage {
  readonly dossiers: readonly StoredWork[];
  readonly next: string | null;
  readonly open: number;
  readonly matching: number | null;
}

const EVERYTHING: WorkFilter = {
  window: { from: null, before: null },
  officerId: null,
  unassigned: false,
  standing: null,
  fieldCode: null,
  otherPlace: null,
  status: null,
  step: null,
};

/**
 * A page of a desk's open work, due first, with the exact number of all that waits there. Keyset: the next page
 * begins after the last due date and id. Each place and status is read in the order of its index, a page at most,
 * so that the answer costs the same whatever else the space holds; a filter reads on until its page is full.
 */
export async function findWork(
  tx: Tx,
  question: DeskQuestion,
  after: string | undefined,
  limit = PAGE_ROWS,
): Promise<WorkPage> {
  const place = unpackCursor(after, question.undated ? [CURSOR_ID] : [CURSOR_MOMENT, CURSOR_ID]);
  const rows = await (question.undated ? undatedRows : datedRows)(tx, question, place, limit);
  const dossiers = rows.slice(0, limit).map(({ open: _open, ...row }) => row);
  const last = dossiers.at(-1);
  const open = rows[0]?.open ?? (await countOpen(tx, question));
  const matching = place === undefined ? await countMatching(tx, question, open) : null;
  return { dossiers, next: rows.length > limit && last ? cursorOf(last, question) : null, open, matching };
}

type Counted = StoredWork & { readonly open: number };
/** Where the page before ended; undefined at the beginning. */
type Place = readonly string[] | undefined;

async function datedRows(tx: Tx, question: DeskQuestion, place: Place, limit: number) {
  const [dueAt, id] = place ?? FIRST_PLACE;
  const { rows } = await sql<Counted>`
    select ${ROW_COLUMNS}, (select ${openCount(question)}) as open
    from (
      select waiting.* from unnest(${[...new Set(question.places)]}::uuid[]) as place,
        unnest(${wanted(question)}::text[]) as status
      cross join lateral (
        select ${INNER_COLUMNS} from dossier
        where ${columnOf(question.place)} = place and business_status = status and ${openAt(question.place)}
          and (due_at, id) > (${dueAt}::timestamptz, ${id}::uuid) and ${asked(question)}
        order by due_at, id limit ${limit + 1}
      ) as waiting
      order by due_at, id limit ${limit + 1}
    ) as dossier ${ROW_JOINS}
    order by dossier.due_at, dossier.id`.execute(tx);
  return rows;
}

/** What has no date yet: the index has it by id, and ids are given in the order of time. */
async function undatedRows(tx: Tx, question: DeskQuestion, place: Place, limit: number) {
  const [id] = place ?? [FIRST_PLACE[1]];
  const { rows } = await sql<Counted>`
    select ${ROW_COLUMNS}, (select ${openCount(question)}) as open
    from (
      select waiting.* from unnest(${[...new Set(question.places)]}::uuid[]) as place,
        unnest(${wanted(question)}::text[]) as status
      cross join lateral (
        select ${INNER_COLUMNS} from dossier
        where ${columnOf(question.place)} = place and business_status = status and ${openAt(question.place)}
          and due_at is null and id > ${id}::uuid and ${asked(question)}
        order by due_at, id limit ${limit + 1}
      ) as waiting
      order by id limit ${limit + 1}
    ) as dossier ${ROW_JOINS}
    order by dossier.id`.execute(tx);
  return rows;
}

function cursorOf({ dueAt, dossierId }: StoredWork, { undated }: DeskQuestion): string {
  if (undated) return packCursor([dossierId]);
  invariant(dueAt, "what waits at a desk with dates has one");
  return packCursor([dueAt, dossierId]);
}

/** The statuses that are asked for: all that wait at the desk, or the one that was chosen of them. */
function wanted({ statuses, filter }: DeskQuestion): BusinessStatus[] {
  const chosen = filter?.status ?? null;
  return statuses.filter((status) => chosen === null || status === chosen);
}

/** The conditions of the filter, in the same words whatever is asked: one text, planned once. */
function asked({ filter, place }: DeskQuestion) {
  const { window, officerId, unassigned, standing, fieldCode, otherPlace, step } = filter ?? EVERYTHING;
  const other = place === "deciding_agency_id" ? "received_at_unit_id" : "deciding_agency_id";
  return sql`(${window.from}::timestamptz is null or due_at >= ${window.from}::timestamptz)
    and (${window.before}::timestamptz is null or due_at < ${window.before}::timestamptz)
    and (${officerId}::uuid is null or case_officer_id = ${officerId}::uuid)
    and (not ${unassigned}::boolean or case_officer_id is null)
    and (${standing}::boolean is null or clock_stands(business_status, resumes_to) = ${standing}::boolean)
    and (${fieldCode}::text is null or field_code = ${fieldCode}::text)
    and (${otherPlace}::uuid is null or ${sql.ref(other)} = ${otherPlace}::uuid)
    and (${step}::text is null or exists (select from dossier_step as step where step.dossier_id = dossier.id
      and step.name = ${step}::text and step.state in (${OPEN_STEPS})))`;
}

async function countOpen(tx: Tx, question: DeskQuestion): Promise<number> {
  const { rows } = await sql<{ open: number }>`select ${openCount(question)} as open`.execute(tx);
  return rows[0]?.open ?? 0;
}

function openCount({ place, places, statuses }: DeskQuestion) {
  if (place === "result_unit") return sql`count_ready_at(${[...new Set(places)]}::uuid[])`;
  const at = (column: DeskQuestion["place"]) => (place === column ? [...new Set(places)] : []);
  return sql`count_open_dossiers(${at("received_at_unit_id")}::uuid[], ${at("deciding_agency_id")}::uuid[],
    ${[...statuses]}::text[])`;
}

/** The exact number with the filter, on the first page alone; without one it is that of the desk. */
async function countMatching(tx: Tx, question: DeskQuestion, open: number): Promise<number> {
  if (question.filter === null) return open;
  const { rows } = await sql<{ matching: number }>`
    select count(*) as matching from dossier
    where ${columnOf(question.place)} = any (${[...new Set(question.places)]}::uuid[])
      and business_status = any (${wanted(question)}::text[]) and ${openAt(question.place)}
      and (due_at is null) = ${question.undated}::boolean and ${asked(question)}`.execute(tx);
  return rows[0]?.matching ?? 0;
}

/** Results lie where they were taken over, else where the dossier was received: in the words of the index. */
function columnOf(place: DeskQuestion["place"]) {
  return place === "result_unit"
    ? sql`case when result_at_unit_id is null then received_at_unit_id else result_at_unit_id end`
    : sql.ref(place);
}

/** Said as the index of the place says it. */
function openAt(place: DeskQuestion["place"]) {
  return place === "result_unit" ? sql`business_status = 'finished'` : sql`business_status <> 'returned'`;
}

const OPEN_STEPS = sql`'open', 'assigned', 'taken'`;

const INNER_COLUMNS = sql`id, code, procedure_code, procedure_name, applicant_name, business_status, received_at,
  due_at, due_provisional, received_at_unit_id, case_officer_id, version, field_code, outcome, result_number,
  resumes_to, collected_at_unit_id, result_at_unit_id`;

const ROW_COLUMNS = sql`dossier.id as "dossierId", dossier.code, dossier.procedure_code as "procedureCode",
  dossier.procedure_name as "procedureName", dossier.applicant_name as "applicantName",
  dossier.business_status as status, dossier.received_at as "receivedAt", dossier.due_at as "dueAt",
  dossier.due_provisional as provisional, unit.name as "unitName",
  dossier.received_at_unit_id as "unitId", officer.full_name as "caseOfficer", dossier.version,
  dossier.field_code as "fieldCode", dossier.case_officer_id as "caseOfficerId", dossier.outcome,
  dossier.result_number as "resultNumber",
  nullif(coalesce(dossier.collected_at_unit_id, dossier.received_at_unit_id),
    coalesce(dossier.result_at_unit_id, dossier.received_at_unit_id)) as "collectionUnitId",
  case when standing.since is not null then jsonb_build_object('reason', standing.reason, 'since', standing.since)
    end as standing,
  (dossier.business_status = 'awaitingSupplement' and exists (select from dossier_event as last
    where last.dossier_id = dossier.id and last.seq = dossier.version and last.type = 'dossier.handedBack'))
    as "handedBack",
  array(select step.name from dossier_step as step where step.dossier_id = dossier.id
    and step.state in (${OPEN_STEPS}) order by step.position) as steps`;

const ROW_JOINS = sql`join nation.one_stop_unit as unit on unit.id = dossier.received_at_unit_id
  left join nation.account as officer on officer.id = dossier.case_officer_id
  left join lateral (
    select case stop.type when 'dossier.dutyImposed' then 'financialDuty' else 'supplement' end as reason,
      to_char(stop.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
    from dossier_event as stop
    where clock_stands(dossier.business_status, dossier.resumes_to) and stop.dossier_id = dossier.id
      and stop.type in ('dossier.supplementAsked', 'dossier.dutyImposed')
    order by stop.seq desc limit 1
  ) as standing on true`;
