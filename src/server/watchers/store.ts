import type { WatchKind } from "#domain/watch/watch.ts";
import { WATCH_NOTICES } from "#domain/watch/watch.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { NOTICE_TOPIC } from "../ledgers/notice-topic.ts";
import { FOUND, type WatchMoments, isActive } from "./found.ts";

/** So many tasks are written at once: a first round over years of dossiers holds nobody up. */
export const TASKS_AT_ONCE = 1000;

/** Lets one process at a time make its round of a space. @returns false while another one does */
export async function holdRound(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('watch ' || current_schema(), 0)) as held`.execute(tx);
  return rows[0]?.held === true;
}

/**
 * Opens a task for what a watcher finds and has none yet, and orders the notice of it in the same statement: both once.
 * A reason that was gone and is there again opens the same task again, without a notice.
 *
 * @returns how many were opened, {@link TASKS_AT_ONCE} at most
 */
export async function openTasks(tx: Tx, kind: WatchKind, at: WatchMoments): Promise<number> {
  const notice = WATCH_NOTICES[kind];
  const told = sql`insert into outbox (id, topic, payload, created_at, lane)
    select gen_random_uuid(), ${NOTICE_TOPIC}::text,
      jsonb_build_object('dossierId', dossier_id, 'seq', seq, 'kind', ${notice}::text), ${at.now}::timestamptz, dossier_id
    from made where fresh and seq is not null and ${notice}::text is not null`;
  const { rows } = await sql<{ made: number }>`
    with made as (
      insert into watch_task (id, dossier_id, kind, about, part, seq, desk, place_id, account_id, state, opened_at, scope)
      select gen_random_uuid(), f.dossier_id, ${kind}::text, f.about, f.part, f.seq, f.desk, f.place_id,
        case when ${isActive(sql`f.person`, at.now)} then f.person end, 'open', ${at.now}::timestamptz, f.scope
      from (${FOUND[kind](at)}) as f
      where not exists (select from watch_task w where w.dossier_id = f.dossier_id and w.kind = ${kind}::text
        and w.about = f.about and w.part = f.part and w.state <> 'closed')
      order by f.about, f.dossier_id limit ${TASKS_AT_ONCE}
      on conflict (dossier_id, kind, about, part) do update set state = 'open', settled_at = null, settled_by = null,
        desk = excluded.desk, place_id = excluded.place_id, account_id = excluded.account_id
        where watch_task.state = 'closed'
      returning dossier_id, seq, (xmax = 0) as fresh),
    told as (${told})
    select count(*) as made from made`.execute(tx);
  return rows[0]?.made ?? 0;
}

/** Closes what no watcher would find any more. @returns how many */
export async function closeTasks(tx: Tx, kind: WatchKind, at: WatchMoments): Promise<number> {
  const { rows } = await sql`
    update watch_task t set state = 'closed', settled_at = ${at.now}::timestamptz
    where t.state = 'open' and t.kind = ${kind}::text and not exists (
      select from (${FOUND[kind](at)}) as f
      where f.dossier_id = t.dossier_id and f.about = t.about and f.part = t.part)
    returning 1`.execute(tx);
  return rows.length;
}

/** Gives what is open to whoever has it today: the case went on, or its officer was stopped. @returns how many */
export async function readdressTasks(tx: Tx, kind: WatchKind, at: WatchMoments): Promise<number> {
  const { rows } = await sql`
    update watch_task t set desk = f.desk, place_id = f.place_id, account_id = f.account_id
    from (select given.*, case when ${isActive(sql`given.person`, at.now)} then given.person end as account_id
      from (${FOUND[kind](at)}) as given) as f
    where t.state = 'open' and t.kind = ${kind}::text and f.dossier_id = t.dossier_id and f.about = t.about
      and f.part = t.part and (t.desk, t.place_id, t.account_id) is distinct from (f.desk, f.place_id, f.account_id)
    returning 1`.execute(tx);
  return rows.length;
}
