import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import type { DatedCount, WorkCount } from "#domain/dossier/work-board.ts";
import type { Role } from "#domain/mandate/permission.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { DeskQuestion } from "./queue-store.ts";

/** The open work of these places, counted: from the index of open work alone, whatever else the space holds. */
export async function countWork(
  tx: Tx,
  { place, places, statuses }: DeskQuestion,
  now: Instant,
): Promise<readonly WorkCount[]> {
  const at = (column: DeskQuestion["place"]) => (place === column ? [...new Set(places)] : []);
  const { rows } = await sql<WorkCount>`
    select status, standing, overdue, due_on as "dueOn", officer_id as "officerId", place_id as "placeId", dossiers
    from count_work(${at("received_at_unit_id")}::uuid[], ${at("deciding_agency_id")}::uuid[],
      ${[...statuses]}::text[], ${now}::timestamptz)`.execute(tx);
  return rows;
}

/** Open work at a step of the internal procedure. */
export interface StepCount extends DatedCount {
  readonly step: string;
}

/** The same work by the steps that are open in it. */
export async function countStepWork(
  tx: Tx,
  { place, places, statuses }: DeskQuestion,
  now: Instant,
): Promise<readonly StepCount[]> {
  const at = (column: DeskQuestion["place"]) => (place === column ? [...new Set(places)] : []);
  const { rows } = await sql<StepCount>`
    select step, standing, overdue, due_on as "dueOn", dossiers
    from count_step_work(${at("received_at_unit_id")}::uuid[], ${at("deciding_agency_id")}::uuid[],
      ${[...statuses]}::text[], ${now}::timestamptz)`.execute(tx);
  return rows;
}

/** Names of these people. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("nation.account")
    .select(["id", "full_name"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map(({ id, full_name: name }) => [id, name]));
}

/** How many people hold such a post at these places on each of these days. */
export async function countPeople(
  tx: Tx,
  role: Role,
  places: readonly string[],
  days: readonly PlainDate[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ day: string; people: number }>`
    select day, count(distinct post.account_id) as people
    from unnest(${[...days]}::date[]) as day
    left join nation.staff_post as post on post.role = ${role}
      and coalesce(post.one_stop_unit_id, post.agency_id) = any (${[...new Set(places)]}::uuid[])
      and post.valid_from <= day and (post.valid_to is null or day <= post.valid_to)
    group by day`.execute(tx);
  return new Map(rows.map(({ day, people }) => [day, people]));
}

interface Officer {
  readonly accountId: string;
  readonly name: string;
  readonly inHand: number;
}

/** The case officers of these agencies on a day, with the open dossiers that each has, the least first. */
export async function findOfficers(
  tx: Tx,
  agencies: readonly string[],
  statuses: readonly BusinessStatus[],
  day: PlainDate,
): Promise<Officer[]> {
  const { rows } = await sql<Officer>`
    select account.id as "accountId", account.full_name as name, coalesce(sum(work.dossiers), 0)::integer as "inHand"
    from nation.account
    left join count_work('{}', ${[...new Set(agencies)]}::uuid[], ${[...statuses]}::text[], 'infinity') as work
      on work.officer_id = account.id
    where account.closed_at is null and exists (select from nation.staff_post as post
      where post.account_id = account.id and post.role = 'caseOfficer' and post.agency_id = any (${[...new Set(agencies)]}::uuid[])
        and post.valid_from <= ${day}::date and (post.valid_to is null or ${day}::date <= post.valid_to))
    group by account.id, account.full_name
    order by 3, account.full_name collate "vi-x-icu", 1`.execute(tx);
  return rows;
}
