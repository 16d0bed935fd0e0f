import type { SentNotice } from "#contract/notices.ts";
import { maskAddress } from "#domain/notice/notice.ts";
import { type Instant, instantAt } from "#domain/shared/instant.ts";
import { addDays, plainDate } from "#domain/shared/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CURSOR_ID, CURSOR_MOMENT, packCursor, unpackCursor } from "../http/cursor.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import type { Reference } from "../units/reference.ts";

/** By what the list is narrowed; nothing: all that this person's places may see. */
export interface NoticeFilter {
  readonly q?: string;
  readonly state?: string;
  readonly kind?: string;
  readonly channel?: string;
  readonly unitId?: string;
  readonly from?: string;
  readonly to?: string;
}

interface ListedRow extends Omit<SentNotice, "unitName" | "to"> {
  readonly unitId: string;
  readonly createdAt: Instant;
  readonly sealed: Buffer;
}

type Sql = RawBuilder<unknown>;

/** A condition, when there is something to compare with. */
function when(text: string | undefined, condition: (given: string) => Sql): readonly Sql[] {
  const given = text?.trim();
  return given ? [condition(given)] : [];
}

function conditionsOf({ q, state, kind, channel, unitId, from, to }: NoticeFilter): readonly Sql[] {
  return [
    ...when(q, (code) => sql`starts_with(d.code, upper(${code}::text))`),
    ...when(state, (given) => sql`n.state = ${given}::text`),
    ...when(kind, (given) => sql`n.kind = ${given}::text`),
    ...when(channel, (given) => sql`n.channel = ${given}::text`),
    ...when(unitId, (given) => sql`n.unit_id = ${given}::uuid`),
    ...when(from, (day) => sql`n.created_at >= ${instantAt(plainDate(day), 0)}::timestamptz`),
    ...when(to, (day) => sql`n.created_at < ${instantAt(addDays(plainDate(day), 1), 0)}::timestamptz`),
  ];
}

/** The newest notices first, one more than `limit` when there are more. */
async function findRows(tx: Tx, filter: NoticeFilter, after: string | undefined, limit: number) {
  const [at, id] = unpackCursor(after, [CURSOR_MOMENT, CURSOR_ID]) ?? [];
  const conditions = [
    sql`true`,
    ...conditionsOf(filter),
    ...(at && id ? [sql`(n.created_at, n.id) < (${at}::timestamptz, ${id}::uuid)`] : []),
  ];
  const { rows } = await sql<ListedRow>`
    select n.id as "noticeId", n.dossier_id as "dossierId", d.code, d.procedure_name as "procedureName",
      n.unit_id as "unitId", n.kind, n.channel, n.language, n.state, n.problem,
      case when n.parcel_event_id is null then e.type else 'parcel' end as because,
      n.recipient_sealed as sealed, n.created_at as "createdAt", n.attempts, n.tried_at as "triedAt",
      n.sent_at as "sentAt", n.answer, teller.full_name as "toldBy",
      case when newer.seq is not null then jsonb_build_object('seq', newer.seq, 'because', newer.type) end as "overtakenBy"
    from notice n
    join dossier d on d.id = n.dossier_id
    join dossier_event e on e.dossier_id = n.dossier_id and e.seq = n.seq
    left join dossier_event newer on newer.dossier_id = n.dossier_id and newer.seq = n.overtaken_by_seq
    left join nation.account teller on teller.id = n.told_by
    where ${sql.join(conditions, sql` and `)}
    order by n.created_at desc, n.id desc limit ${limit + 1}`.execute(tx);
  return rows;
}

/** A page of the notices that this person's places may see; of each address only so much that it is known again. */
export async function listedNotices(
  tx: Tx,
  { ring, reference }: { readonly ring: KeyRing; readonly reference: Reference },
  filter: NoticeFilter,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly notices: SentNotice[]; readonly next: string | null }> {
  const rows = await findRows(tx, filter, after, limit);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    notices: page.map(({ unitId, sealed, ...row }) => ({
      ...row,
      unitName: reference.units.get(unitId)?.name ?? "",
      to: maskAddress(row.channel, unseal<string>(ring, `notice:${row.noticeId}`, sealed)),
    })),
    next: rows.length > limit && last ? packCursor([last.createdAt, last.noticeId]) : null,
  };
}
