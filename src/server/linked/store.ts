import type { AskedConsultation } from "#contract/linked.ts";
import type { ConsultationState } from "#domain/dossier/consultation.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CURSOR_DAY, CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";

/** A question as the list of the asked agency reads it; names of places are the process's to say. */
export interface AskedRow
  extends Pick<AskedConsultation, "code" | "procedureName" | "askedAt" | "answeredAt"> {
  readonly id: string;
  readonly dossierId: string;
  readonly state: ConsultationState;
  readonly agencyId: string;
  readonly askingAgencyId: string;
  readonly question_sealed: Buffer;
  readonly askedBy: string;
  readonly answerBy: string;
}

export interface AskedPage {
  readonly rows: readonly AskedRow[];
  readonly next: string | null;
}

const COLUMNS = sql`consultation.id, consultation.dossier_id as "dossierId", consultation.code,
  consultation.procedure_name as "procedureName", consultation.state, consultation.agency_id as "agencyId",
  consultation.asking_agency_id as "askingAgencyId", consultation.question_sealed,
  coalesce(asker.full_name, '') as "askedBy", consultation.asked_at as "askedAt",
  consultation.answer_by as "answerBy", consultation.answered_at as "answeredAt"`;

/** What these agencies have still to answer, by its day. */
export async function findOpen(
  tx: Tx,
  agencies: readonly string[],
  after: string | undefined,
): Promise<AskedPage> {
  const [day = null, id = null] = unpackCursor(after, [CURSOR_DAY, CURSOR_ID]) ?? [];
  const { rows } = await openQuestions(agencies, day, id).execute(tx);
  return pageOf(rows, ({ answerBy, id: last }) => [answerBy, last]);
}

/** The statement of {@link findOpen}: by its index, however many dossiers there are. */
export function openQuestions(
  agencies: readonly string[],
  day: string | null,
  id: string | null,
): RawBuilder<AskedRow> {
  return sql<AskedRow>`
    select ${COLUMNS} from consultation left join nation.account as asker on asker.id = consultation.asked_by
    where consultation.agency_id = any (${[...agencies]}::uuid[]) and consultation.state = 'open'
      and (${id}::uuid is null or (consultation.answer_by, consultation.id) > (${day}::date, ${id}::uuid))
    order by consultation.answer_by, consultation.id limit ${PAGE_ROWS + 1}`;
}

/** What was asked of these agencies and is over, the newest first. */
export async function findOver(
  tx: Tx,
  agencies: readonly string[],
  after: string | undefined,
): Promise<AskedPage> {
  const [at = null, id = null] = unpackCursor(after, [CURSOR_MOMENT, CURSOR_ID]) ?? [];
  const { rows } = await sql<AskedRow>`
    select ${COLUMNS} from consultation left join nation.account as asker on asker.id = consultation.asked_by
    where consultation.agency_id = any (${[...agencies]}::uuid[]) and consultation.state <> 'open'
      and (${id}::uuid is null or (consultation.asked_at, consultation.id) < (${at}::timestamptz, ${id}::uuid))
    order by consultation.asked_at desc, consultation.id desc limit ${PAGE_ROWS + 1}`.execute(tx);
  return pageOf(rows, ({ askedAt, id: last }) => [askedAt, last]);
}

/** How many questions these agencies have still to answer. */
export async function countOpen(tx: Tx, agencies: readonly string[]): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::integer as open from consultation
    where agency_id = any (${[...agencies]}::uuid[]) and state = 'open'`.execute(tx);
  return rows[0]?.open ?? 0;
}

function pageOf(found: readonly AskedRow[], placeOf: (row: AskedRow) => readonly string[]): AskedPage {
  const rows = found.slice(0, PAGE_ROWS);
  const last = rows.at(-1);
  return { rows, next: found.length > PAGE_ROWS && last ? packCursor(placeOf(last)) : null };
}
