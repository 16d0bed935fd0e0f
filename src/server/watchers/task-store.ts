import type { TASK_LISTS, TaskView } from "#contract/tasks.ts";
import { desksOf } from "#domain/watch/watch.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { Reference } from "../units/reference.ts";

export type TaskRow = Selectable<Database["watch_task"]>;
type TaskList = (typeof TASK_LISTS)[number];

/** The seal of what was said about a task is bound to it. */
export function sealContext(taskId: string): string {
  return `task:${taskId}`;
}

/** What is this person's to do: named, or lying at a desk where he or she works. */
function isTheirs({ accountId, places, roles }: Actor) {
  return sql`(t.account_id = ${accountId}::uuid or t.account_id is null
    and t.place_id = any (${[...places]}::uuid[]) and t.desk = any (${[...desksOf(roles)]}::text[]))`;
}

function isOn(list: TaskList, now: Instant) {
  return list === "now"
    ? sql`(t.snoozed_until is null or t.snoozed_until <= ${now}::timestamptz)`
    : sql`t.snoozed_until > ${now}::timestamptz`;
}

interface Asked {
  readonly actor: Actor;
  readonly list: TaskList;
  readonly now: Instant;
}

interface ListedRow extends Omit<TaskView, "placeName" | "words" | "about"> {
  readonly placeId: string;
  readonly about: Instant;
  readonly sealed: Buffer | null;
}

/** A page of a person's tasks, the oldest date first. */
export async function findTasks(
  tx: Tx,
  { actor, list, now }: Asked,
  { ring, reference }: { readonly ring: KeyRing; readonly reference: Reference },
  { kind, after }: { readonly kind: string | undefined; readonly after: string | undefined },
): Promise<{ readonly tasks: TaskView[]; readonly next: string | null }> {
  const [at = null, id = null] = unpackCursor(after, [CURSOR_MOMENT, CURSOR_ID]) ?? [];
  const { rows } = await sql<ListedRow>`
    select t.id as "taskId", t.kind, t.dossier_id as "dossierId", d.code, d.procedure_name as "procedureName",
      d.applicant_name as "applicantName", d.business_status as status, t.about, coalesce(s.name, '') as part, t.desk,
      t.place_id as "placeId", a.full_name as person, coalesce(t.account_id = ${actor.accountId}::uuid, false) as own,
      t.opened_at as "openedAt", t.snoozed_until as "snoozedUntil", t.words_sealed as sealed
    from watch_task t
    join dossier d on d.id = t.dossier_id
    left join dossier_step s on t.kind = 'stepIdle' and s.dossier_id = t.dossier_id and s.key = t.part
    left join nation.account a on a.id = t.account_id
    where t.state = 'open' and ${isTheirs(actor)} and ${isOn(list, now)}
      and (${kind ?? null}::text is null or t.kind = ${kind ?? null}::text)
      and (${at}::timestamptz is null or (t.about, t.id) > (${at}::timestamptz, ${id}::uuid))
    order by t.about, t.id limit ${PAGE_ROWS + 1}`.execute(tx);
  const page = rows.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  const nameOf = (place: string) => (reference.units.get(place) ?? reference.agencies.get(place))?.name ?? "";
  return {
    tasks: page.map(({ placeId, sealed, ...row }) => ({
      ...row,
      placeName: nameOf(placeId),
      words: sealed && unseal<string>(ring, sealContext(row.taskId), sealed),
    })),
    next: rows.length > PAGE_ROWS && last ? packCursor([last.about, last.taskId]) : null,
  };
}

/** How many tasks a list has, by kind. */
export async function countByKind(
  tx: Tx,
  { actor, list, now }: Asked,
): Promise<{ readonly kind: TaskView["kind"]; readonly count: number }[]> {
  const { rows } = await sql<{ kind: TaskView["kind"]; count: number }>`
    select t.kind, count(*) as count from watch_task t
    where t.state = 'open' and ${isTheirs(actor)} and ${isOn(list, now)} group by t.kind`.execute(tx);
  return rows;
}

/** A task of this person's, held until the transaction ends. */
export async function holdTask(tx: Tx, actor: Actor, taskId: string): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`
    select t.* from watch_task t where t.id = ${taskId}::uuid and ${isTheirs(actor)} for no key update`.execute(
    tx,
  );
  return rows[0];
}

/** Says of a task that it is done. */
export async function finishTaskRow(
  tx: Tx,
  taskId: string,
  { by, words, now }: { readonly by: string; readonly words: Buffer; readonly now: Instant },
): Promise<void> {
  await tx
    .updateTable("watch_task")
    .set({ state: "done", settled_at: now, settled_by: by, words_sealed: words })
    .where("id", "=", taskId)
    .execute();
}

/** Puts a task off. */
export async function snoozeTaskRow(tx: Tx, taskId: string, until: Instant, words: Buffer): Promise<void> {
  await tx
    .updateTable("watch_task")
    .set({ snoozed_until: until, words_sealed: words })
    .where("id", "=", taskId)
    .execute();
}
