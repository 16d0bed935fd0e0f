import type { NoticeKind } from "#domain/notice/notice.ts";
import type { PromisedDate, ToldOf } from "#domain/notice/overtaken.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { NoticeCause } from "./store.ts";

/** A message that is ordered and not done: a row of the outbox. */
export interface Order extends NoticeCause {
  readonly id: string;
}

/** What was ordered `since` for the same dossier before an order, the first first; nothing when it is done already. */
export async function ordersBefore(tx: Tx, orderId: string, since: Instant): Promise<readonly Order[]> {
  const { rows } = await sql<Order>`
    select ordered.id, ordered.lane as "dossierId", (ordered.payload ->> 'seq')::integer as seq, ${KIND_OF_ORDER} as kind,
      ordered.payload ->> 'parcelEventId' as "parcelEventId"
    from outbox mine join outbox ordered
      on ordered.lane = mine.lane and (ordered.created_at, ordered.seq) < (mine.created_at, mine.seq)
    where mine.id = ${orderId}::uuid and ordered.created_at > ${since}::timestamptz
    order by ordered.created_at, ordered.seq`.execute(tx);
  return rows;
}

/** An order of the time when Mẫu 01 was all that was told names no kind. */
const KIND_OF_ORDER = sql<NoticeKind>`coalesce(ordered.payload ->> 'kind', 'receipt')`;

/** Every message of a dossier, be it made or ordered. */
export async function toldOf(tx: Tx, dossierId: string): Promise<readonly ToldOf[]> {
  const { rows } = await sql<ToldOf>`
    select seq, kind from notice where dossier_id = ${dossierId}::uuid
    union
    select (ordered.payload ->> 'seq')::integer, ${KIND_OF_ORDER} from outbox ordered
    where ordered.lane = ${dossierId}::uuid`.execute(tx);
  return rows;
}

/** The dates that were promised for a dossier, each by its event, the first first. */
export async function promisedDates(tx: Tx, dossierId: string): Promise<readonly PromisedDate[]> {
  const { rows } = await sql<{ seq: number; due: string }>`
    select seq, payload ->> 'dueAt' as due from dossier_event
    where dossier_id = ${dossierId}::uuid and payload ->> 'dueAt' is not null order by seq`.execute(tx);
  return rows.map(({ seq, due }) => ({ seq, dueAt: instant(due) }));
}
