import type { StepRow } from "#contract/steps.ts";
import type { StepRole } from "#domain/dossier/internal-procedure.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { PAGE_ROWS } from "../http/cursor.ts";

/** Somebody who may be given a step. */
interface StepPerson {
  readonly accountId: string;
  readonly name: string;
  readonly openSteps: number;
}

/**
 * People who hold a role at a place today and whom nothing stops, those with the least steps in hand first; of one
 * account alone when it is named.
 */
export async function findStepPeople(
  tx: Tx,
  where: { readonly role: StepRole; readonly placeIds: readonly string[]; readonly today: PlainDate },
  accountId: string | null = null,
): Promise<readonly StepPerson[]> {
  const { role, placeIds, today } = where;
  const { rows } = await sql<StepPerson>`
    select account.id as "accountId", account.full_name as name,
      (select count(*)::integer from dossier_step
        where holder_id = account.id and state in ('assigned', 'taken')) as "openSteps"
    from nation.account
    where (${accountId}::uuid is null or account.id = ${accountId}::uuid)
      and account.closed_at is null and account.valid_from <= ${today}::date
      and (account.valid_to is null or account.valid_to >= ${today}::date)
      and exists (select from nation.staff_post as post where post.account_id = account.id
        and post.role = ${role} and coalesce(post.one_stop_unit_id, post.agency_id) = any (${[...placeIds]}::uuid[])
        and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date))
      and not exists (select from suspension
        where target = 'account' and target_id = account.id::text and to_at is null)
    order by "openSteps", account.full_name collate "vi-x-icu", account.id`.execute(tx);
  return rows;
}

/** Of the files of a step: those of this dossier that were brought as papers of a step. */
export async function findStepFiles(
  tx: Tx,
  dossierId: string,
  fileIds: readonly string[],
): Promise<readonly string[]> {
  if (fileIds.length === 0) return [];
  const rows = await tx
    .selectFrom("file")
    .select("id")
    .where("dossier_id", "=", dossierId)
    .where("purpose", "=", "stepPaper")
    .where("id", "in", fileIds)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whose open steps: of one holder, or of roles at places. */
export type StepFilter =
  | { readonly holderId: string }
  | { readonly posts: readonly { readonly role: string; readonly placeIds: readonly string[] }[] };

/** A row of the list as it is stored: the name of its place is the process's to say. */
export type StoredStep = Omit<StepRow, "place"> & { readonly placeId: string };

/** The place of a row in the list. */
export interface StepPlace {
  readonly dueAt: Instant | "infinity";
  readonly dossierId: string;
  readonly key: string;
}

/**
 * A page of open steps, due first, those without a date last. By role each post is read in the order of its index, a
 * page at most. Steps of dossiers that the person does not otherwise see are among them by their own rows.
 */
export async function findOpenSteps(
  tx: Tx,
  filter: StepFilter,
  after: StepPlace | undefined,
): Promise<readonly StoredStep[]> {
  return (await openSteps(filter, after).execute(tx)).rows;
}

/** The statement of {@link findOpenSteps}: by its indexes, however many dossiers there are. */
export function openSteps(filter: StepFilter, after: StepPlace | undefined): RawBuilder<StoredStep> {
  const behind = after ?? {
    dueAt: "-infinity",
    dossierId: "00000000-0000-0000-0000-000000000000",
    key: "",
  };
  const next = sql`(coalesce(step.due_at, 'infinity'), step.dossier_id, step.key)
      > (${behind.dueAt}::timestamptz, ${behind.dossierId}::uuid, ${behind.key}::text)
    order by coalesce(step.due_at, 'infinity'), step.dossier_id, step.key limit ${PAGE_ROWS + 1}`;
  const found =
    "holderId" in filter
      ? sql`select * from dossier_step as step where step.holder_id = ${filter.holderId}::uuid
          and step.state in ('assigned', 'taken') and ${next}`
      : sql`select mine.* from unnest(
            ${filter.posts.flatMap(({ role, placeIds }) => placeIds.map(() => role))}::text[],
            ${filter.posts.flatMap(({ placeIds }) => [...placeIds])}::uuid[]) as post (role, place_id)
          cross join lateral (select * from dossier_step as step where step.place_id = post.place_id
            and step.role = post.role and step.state in ('open', 'assigned', 'taken') and ${next}) as mine`;
  return sql<StoredStep>`
    select step.dossier_id as "dossierId", step.code, step.procedure_name as "procedureName", step.key, step.name,
      step.state, step.place_id as "placeId", holder.full_name as holder, step.opened_at as "openedAt",
      step.due_at as "dueAt"
    from (${found}) as step left join nation.account as holder on holder.id = step.holder_id
    order by coalesce(step.due_at, 'infinity'), step.dossier_id, step.key limit ${PAGE_ROWS + 1}`;
}

/** The name of an account; "" of none. */
export async function accountName(tx: Tx, accountId: string): Promise<string> {
  const row = await tx
    .selectFrom("nation.account")
    .select("full_name")
    .where("id", "=", accountId)
    .executeTakeFirst();
  return row?.full_name ?? "";
}
