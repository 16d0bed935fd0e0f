import type { PersonState } from "#contract/people.ts";
import type { Role } from "#domain/mandate/permission.ts";
import type { EmployerKind, PostPlace } from "#domain/people/contract.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** A post as the database has it, with its place in words. */
export interface PostRow {
  readonly postId: string;
  readonly role: Role;
  readonly placeKind: PostPlace;
  readonly placeId: string;
  readonly place: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** An account with all its posts, the newest first. */
export interface AccountRow {
  readonly accountId: string;
  readonly username: string;
  readonly fullName: string;
  readonly employer: string;
  readonly employerKind: EmployerKind;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly closedAt: Instant | null;
  readonly mustChangePassword: boolean;
  readonly numberIndex: Buffer | null;
  readonly version: number;
  readonly successor: string | null;
  readonly state: PersonState;
  readonly posts: readonly PostRow[];
}

/** The places of a space, as they limit whom somebody sees. */
export interface Places {
  readonly unitIds: readonly string[];
  readonly agencyIds: readonly string[];
  readonly officeIds: readonly string[];
}

/** An end that is so near is shown as such. In days. */
const ENDING_DAYS = 60;

const stateOn = (day: PlainDate) => sql`case
  when a.closed_at is not null or a.valid_to < ${day}::date then 'ended'
  when a.valid_from > ${day}::date then 'coming'
  when exists (select from suspension s where s.target = 'account' and s.target_id = a.id::text and s.to_at is null)
    then 'suspended'
  when a.valid_to <= ${day}::date + ${ENDING_DAYS}::integer then 'ending'
  else 'inForce' end`;

const POSTS = sql`coalesce((select jsonb_agg(jsonb_build_object('postId', p.id, 'role', p.role,
    'placeKind', case when p.one_stop_unit_id is not null then 'unit' when p.agency_id is not null then 'agency' else 'postOffice' end,
    'placeId', coalesce(p.one_stop_unit_id, p.agency_id, p.post_office_id), 'place', coalesce(u.name, g.name, o.name),
    'validFrom', p.valid_from, 'validTo', p.valid_to) order by p.valid_from desc, p.id desc)
  from nation.staff_post p
  left join nation.one_stop_unit u on u.id = p.one_stop_unit_id
  left join nation.agency g on g.id = p.agency_id
  left join nation.post_office o on o.id = p.post_office_id
  where p.account_id = a.id), '[]')`;

const accounts = (day: PlainDate, where: RawBuilder<unknown>) => sql<AccountRow>`
  select a.id as "accountId", a.username, a.full_name as "fullName", a.employer, a.employer_kind as "employerKind",
    a.valid_from as "validFrom", a.valid_to as "validTo", a.closed_at as "closedAt",
    a.must_change_password as "mustChangePassword", a.number_index as "numberIndex", a.version,
    next.full_name as successor, ${stateOn(day)} as state, ${POSTS} as posts
  from nation.account a left join nation.account next on next.id = a.successor_id
  where ${where} order by a.full_name collate "vi-x-icu", a.id`;

/** Whoever holds or held a post at these places, and who holds none anywhere. */
const worksAt = ({ unitIds, agencyIds, officeIds }: Places) => sql`(
  exists (select from nation.staff_post p where p.account_id = a.id
    and (p.one_stop_unit_id = any (${[...unitIds]}::uuid[]) or p.agency_id = any (${[...agencyIds]}::uuid[])
      or p.post_office_id = any (${[...officeIds]}::uuid[])))
  or not exists (select from nation.staff_post p where p.account_id = a.id))`;

export async function findAccounts(
  tx: Tx,
  places: Places,
  day: PlainDate,
  employerKind: EmployerKind | undefined,
): Promise<readonly AccountRow[]> {
  const kind = employerKind === undefined ? sql`true` : sql`a.employer_kind = ${employerKind}`;
  return (await accounts(day, sql`${worksAt(places)} and ${kind}`).execute(tx)).rows;
}

/** One account, if it is of these places; held until the transaction ends when it is about to change. */
export async function loadAccount(
  tx: Tx,
  places: Places,
  day: PlainDate,
  accountId: string,
  lock = false,
): Promise<AccountRow | undefined> {
  if (lock) await sql`select from nation.account where id = ${accountId}::uuid for update`.execute(tx);
  const { rows } = await accounts(day, sql`a.id = ${accountId}::uuid and ${worksAt(places)}`).execute(tx);
  return rows[0];
}

/** The same person's other accounts. Whoever asks so holds the number until the transaction ends. */
export async function otherContracts(
  tx: Tx,
  numberIndex: Buffer,
  accountId: string,
): Promise<readonly { username: string; validFrom: PlainDate; validTo: PlainDate | null }[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(encode(${numberIndex}::bytea, 'hex'), 0))`.execute(
    tx,
  );
  const { rows } = await sql<{ username: string; validFrom: PlainDate; validTo: PlainDate | null }>`
    select username, valid_from as "validFrom", valid_to as "validTo" from nation.account
    where number_index = ${numberIndex}::bytea and id <> ${accountId}::uuid`.execute(tx);
  return rows;
}

export async function usernameTaken(tx: Tx, username: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${username}, 1))`.execute(tx);
  const found = await tx
    .selectFrom("nation.account")
    .select("id")
    .where("username", "=", username)
    .executeTakeFirst();
  return found !== undefined;
}

export interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string | null;
}

/** The history of an account, the last first. */
export async function findHistory(tx: Tx, accountId: string): Promise<readonly EventRow[]> {
  const { rows } = await sql<EventRow>`
    select e.seq, e.type, e.payload, e.recorded_at as at, who.full_name as by, e.reason
    from nation.account_event e join nation.account who on who.id = e.actor_id
    where e.account_id = ${accountId}::uuid order by e.seq desc limit 200`.execute(tx);
  return rows;
}

export async function findSuspensionsOf(tx: Tx, accountId: string) {
  const { rows } = await sql<{
    from: Instant;
    to: Instant | null;
    reason: string;
    decision: string;
    handOverId: string | null;
  }>`
    select s.from_at as "from", s.to_at as "to", s.reason, d.number as decision,
      (select h.id from hand_over h where h.cause_id = s.id) as "handOverId"
    from suspension s join mandate_decision d on d.id = s.decision_id
    where s.target = 'account' and s.target_id = ${accountId} order by s.from_at desc limit 50`.execute(tx);
  return rows;
}
