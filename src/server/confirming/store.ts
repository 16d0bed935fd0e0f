import type { AwaitedRow, ConfirmationFigures, ReceiptDueRow } from "#contract/confirming.ts";
import { CONFIRMED_AT_ONCE_MAX } from "#domain/dossier/confirmation.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import { BUSINESS_STATUSES, isReceiptWanted } from "#domain/dossier/dossier-state.ts";
import type { AccountId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CURSOR_ID, CURSOR_MOMENT, type CursorPart, packCursor, unpackCursor } from "../http/cursor.ts";

/** A page is what can be confirmed at once. */
const LISTED_ROWS = CONFIRMED_AT_ONCE_MAX;

const FLAG: CursorPart = (text) => text === "0" || text === "1";
const AWAITED_CURSOR = [FLAG, CURSOR_MOMENT, CURSOR_ID];
const RECEIPT_CURSOR = [CURSOR_MOMENT, CURSOR_ID];

/** Events that wait for a confirmation, and which act each is. */
const ACT_OF_TYPE = {
  "dossier.takenIn": "receive",
  "dossier.acceptanceTakenIn": "receive",
  "dossier.supplementTakenIn": "supplement",
  "dossier.handedOver": "returnResult",
} as const satisfies Partial<Record<DossierEventType, AwaitedRow["act"]>>;
const ACTS_OF_TYPES = JSON.stringify(ACT_OF_TYPE);

/** What is asked of the waiting acts: at which units, in which statuses, by whom, when, and after which row. */
export interface AwaitedQuestion {
  readonly units: readonly string[];
  readonly statuses: readonly AwaitedRow["status"][];
  readonly accountId: AccountId;
  readonly now: Instant;
  readonly after: string | undefined;
}

type Listed = Omit<AwaitedRow, "counter" | "words"> & {
  readonly counterId: string | null;
  readonly noteSeq: number | null;
  readonly noteSealed: Buffer | null;
};

/**
 * What waits at these units: handed back first, then the longest waiting. `total` is exact, from the index of open work
 * alone; of a whole with its parts the whole alone is there. Each row that is listed costs its own event, note and papers by their keys.
 */
export async function findAwaited(
  tx: Tx,
  { units, statuses, accountId, now, after }: AwaitedQuestion,
): Promise<{ readonly rows: readonly Listed[]; readonly total: number; readonly next: string | null }> {
  const [later = null, since = null, id = null] = unpackCursor(after, AWAITED_CURSOR) ?? [];
  const { rows } = await sql<Listed>`
    select dossier.id as "dossierId", dossier.version, dossier.business_status as status, dossier.code,
      case dossier.business_status when 'returnAwaitingConfirmation' then 'returnResult'
        when 'supplementAwaitingConfirmation' then 'supplement' else 'receive' end as act,
      dossier.procedure_name as "procedureName", dossier.applicant_name as "applicantName",
      coalesce(clerk.full_name, '') as clerk, unit.name as "unitName", dossier.due_at as "dueAt",
      (dossier.awaiting_by = ${accountId}::uuid
        or (dossier.business_status = 'awaitingConfirmation' and dossier.received_by = ${accountId}::uuid)
      ) is true as own,
      ${RIGHT_SUBJECT} as "rightSubject", done.counter_id as "counterId", done.recorded_at as since,
      greatest(0, floor(extract(epoch from ${now}::timestamptz - done.recorded_at) / 60))::integer as "minutesWaiting",
      (select count(*)::integer from item where item.dossier_id = dossier.id and not item.shown and not item.struck and item.kind =
        case dossier.business_status when 'returnAwaitingConfirmation' then 'result' else 'paper' end
        and (dossier.business_status <> 'supplementAwaitingConfirmation' or exists (select from custody_entry as birth
          where birth.thing_id = item.id and birth.type = 'born' and birth.dossier_seq = done.seq))) as papers,
      note.seq as "noteSeq", note.sealed as "noteSealed",
      coalesce((select payload -> 'changed' from dossier_event as event
        where event.dossier_id = dossier.id and event.type = 'dossier.corrected' and event.seq > done.seq
        order by seq desc limit 1), '[]') as corrected
    from dossier
    join nation.one_stop_unit as unit on unit.id = dossier.received_at_unit_id
    cross join lateral (
      select seq, actor_id, counter_id, recorded_at from dossier_event as event
      where event.dossier_id = dossier.id and event.type = any (${Object.keys(ACT_OF_TYPE)}::text[])
      order by seq desc limit 1
    ) as done
    left join nation.account as clerk on clerk.id = done.actor_id
    left join lateral (
      select seq, sealed from event_note
      where event_note.dossier_id = dossier.id and event_note.seq >= done.seq order by seq desc limit 1
    ) as note on true
    where (dossier.received_at_unit_id = any (${[...units]}::uuid[])
        or dossier.result_at_unit_id = any (${[...units]}::uuid[]))
      and (dossier.business_status <> 'returnAwaitingConfirmation'
        or coalesce(dossier.result_at_unit_id, dossier.received_at_unit_id) = any (${[...units]}::uuid[]))
      and dossier.business_status = any (${[...statuses]}::text[]) and dossier.business_status <> 'returned'
      and not ${IS_WITH_WHOLE}
      and (${later}::text is null or (dossier.business_status <> 'handedBack', done.recorded_at, dossier.id)
        > (${later}::text = '1', ${since}::timestamptz, ${id}::uuid))
    order by dossier.business_status <> 'handedBack', done.recorded_at, dossier.id
    limit ${LISTED_ROWS + 1}`.execute(tx);
  const place = ({ status, since: at, dossierId }: Listed) => [
    status === "handedBack" ? "0" : "1",
    at,
    dossierId,
  ];
  return { ...pageOf(rows, place), total: await countAwaited(tx, units, statuses) };
}

/** The rows of a page, of which one more was asked for to know whether another page comes. */
function pageOf<Row>(
  found: readonly Row[],
  placeOf: (row: Row) => readonly string[],
): { readonly rows: Row[]; readonly next: string | null } {
  const rows = found.slice(0, LISTED_ROWS);
  const last = rows.at(-1);
  return { rows, next: found.length > LISTED_ROWS && last ? packCursor(placeOf(last)) : null };
}

const RIGHT_SUBJECT = sql`jsonb_build_object('unitId', case dossier.business_status
    when 'returnAwaitingConfirmation' then coalesce(dossier.result_at_unit_id, dossier.received_at_unit_id)
    else dossier.received_at_unit_id end,
  'decidingAgencyId', dossier.deciding_agency_id, 'procedureCode', dossier.procedure_code,
  'fieldCode', dossier.field_code)`;

/** A part that was returned with its whole is confirmed with it, and is not asked about on its own. */
const IS_WITH_WHOLE = sql`(dossier.whole_id is not null and dossier.business_status = 'returnAwaitingConfirmation'
  and exists (select from dossier as whole where whole.id = dossier.whole_id
    and whole.business_status = 'returnAwaitingConfirmation'))`;

async function countAwaited(tx: Tx, units: readonly string[], statuses: readonly string[]): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select (count_awaited_at(${[...units]}::uuid[], ${[...statuses]}::text[]) - (select count(*) from dossier
      where (received_at_unit_id = any (${[...units]}::uuid[]) or result_at_unit_id = any (${[...units]}::uuid[]))
        and coalesce(result_at_unit_id, received_at_unit_id) = any (${[...units]}::uuid[]) and ${IS_WITH_WHOLE}
        and business_status = any (${[...statuses]}::text[]) and business_status <> 'returned'))::integer as total`.execute(
    tx,
  );
  return rows[0]?.total ?? 0;
}

/** Whether papers of the dossier are held by somebody of the house: they cannot go home by themselves. */
export async function holdsPapers(tx: Tx, dossierId: string): Promise<boolean> {
  const held = await tx
    .selectFrom("item")
    .select("id")
    .where("dossier_id", "=", dossierId)
    .where("kind", "=", "paper")
    .where("holder_kind", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return held !== undefined;
}

const RECEIPT_IS_WANTED = sql`receipt_due is not null
  and business_status = any (${BUSINESS_STATUSES.filter(isReceiptWanted)}::text[])`;

/** Mẫu 01 that must still reach its citizen, the oldest first, of dossiers that were confirmed. */
export async function findReceiptsDue(
  tx: Tx,
  units: readonly string[],
  after: string | undefined,
): Promise<{ readonly rows: ReceiptDueRow[]; readonly total: number; readonly next: string | null }> {
  const [receivedAt = null, id = null] = unpackCursor(after, RECEIPT_CURSOR) ?? [];
  const { rows } = await sql<ReceiptDueRow>`
    select dossier.id as "dossierId", dossier.version, dossier.code, dossier.procedure_name as "procedureName",
      dossier.applicant_name as "applicantName", unit.name as "unitName", dossier.receipt_due as by,
      dossier.received_at as "receivedAt", ${RIGHT_SUBJECT} as "rightSubject", told.notice
    from dossier join nation.one_stop_unit as unit on unit.id = dossier.received_at_unit_id
    left join lateral (
      select jsonb_build_object('channel', channel, 'state', state, 'problem', problem, 'attempts', attempts,
        'triedAt', to_char(tried_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as notice
      from notice where notice.dossier_id = dossier.id and notice.kind = 'receipt'
      order by notice.seq desc, notice.channel limit 1
    ) as told on true
    where dossier.received_at_unit_id = any (${[...units]}::uuid[]) and ${RECEIPT_IS_WANTED}
      and (${id}::uuid is null
        or (dossier.received_at, dossier.id) > (${receivedAt}::timestamptz, ${id}::uuid))
    order by dossier.received_at, dossier.id limit ${LISTED_ROWS + 1}`.execute(tx);
  const page = pageOf(rows, (row) => [row.receivedAt, row.dossierId]);
  if (after === undefined && page.next === null) return { ...page, total: rows.length };
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::integer as total from dossier
    where received_at_unit_id = any (${[...units]}::uuid[]) and ${RECEIPT_IS_WANTED}`.execute(tx);
  return { ...page, total: counted[0]?.total ?? rows.length };
}

/**
 * How long confirmation took at these units, of the acts done on these days of the wall clock in Việt Nam. Median and
 * 90th percentile of the confirmed ones, in minutes by the clock; the first confirmation after an act, by sequence.
 *
 * @rule CONFIRMATION-02
 */
export async function measureConfirmation(
  tx: Tx,
  units: readonly string[],
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<ConfirmationFigures[]> {
  const { rows } = await sql<ConfirmationFigures>`
    select unit.id as "unitId", unit.name as "unitName",
      ${ACTS_OF_TYPES}::jsonb ->> act.type as act,
      count(*)::integer as count,
      count(confirmed.at)::integer as confirmed,
      (count(*) filter (where confirmed.at is null and not answer.withdrawn))::integer as waiting,
      (count(*) filter (where answer.withdrawn))::integer as withdrawn,
      (count(*) filter (where answer.sent_back))::integer as "sentBack",
      ${minutesAt(0.5)} as "medianMinutes", ${minutesAt(0.9)} as "p90Minutes"
    from (
      select dossier_id, seq, type, recorded_at from dossier_event
      where type = any (${Object.keys(ACT_OF_TYPE)}::text[])
        and recorded_at >= ${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and recorded_at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    ) as act
    join dossier on dossier.id = act.dossier_id
    join nation.one_stop_unit as unit on unit.id = dossier.received_at_unit_id
    left join lateral (
      select recorded_at as at from dossier_event as later
      where later.dossier_id = act.dossier_id and later.seq > act.seq and later.type = 'dossier.confirmed'
      order by seq limit 1
    ) as confirmed on true
    cross join lateral (
      select coalesce(bool_or(later.type = 'dossier.withdrawn'), false) as withdrawn,
        coalesce(bool_or(later.type = case act.type when 'dossier.handedOver' then 'dossier.remarked'
          else 'dossier.handedBack' end and later.basis_kind = 'office'), false) as sent_back
      from dossier_event as later where later.dossier_id = act.dossier_id and later.seq > act.seq
    ) as answer
    where dossier.received_at_unit_id = any (${[...units]}::uuid[])
    group by unit.id, unit.name, 3
    order by unit.name collate "vi-x-icu", 3`.execute(tx);
  return rows;
}

function minutesAt(share: number) {
  return sql`round((percentile_cont(${sql.lit(share)}) within group (
    order by extract(epoch from confirmed.at - act.recorded_at) / 60) filter (where confirmed.at is not null))::numeric, 1)::float8`;
}
