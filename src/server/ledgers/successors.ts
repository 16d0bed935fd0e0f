import {
  type Successions,
  type SuccessorFacts,
  type SuccessorRefusal,
  checkSuccessor,
} from "#domain/people/successor.ts";
import { type Role, permits } from "#domain/mandate/permission.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Result } from "#domain/shared/result.ts";
import { standsOn } from "#domain/unit/place.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { findCashUnits } from "./cash-alone.ts";
import { type InHandDossier, type Leaver, mayDoStep, needsOf } from "./in-hand.ts";

/** Somebody who could take over, with the name and place that a list shows. */
export interface Candidate extends SuccessorFacts {
  readonly name: string;
  readonly place: string;
}

interface Asked {
  readonly reference: Reference;
  readonly day: PlainDate;
}

/** The space too, whose dossiers are looked through. */
interface Where extends Asked {
  readonly space: Space;
}

/** Whether a named person may take over what is in hand; see the rule. */
export async function decideSuccessor(
  tx: Tx,
  asked: Where,
  leaver: Leaver,
  inHand: readonly InHandDossier[],
  successorId: string,
): Promise<Result<null, SuccessorRefusal>> {
  const [candidate] = await loadCandidates(tx, asked, successorId);
  const needs = needsOf(inHand, await findCashUnits(tx, asked, leaver, inHand));
  return checkSuccessor(leaver, candidate, await loadNext(tx, asked.day), needs);
}

/** The posts that somebody who takes over holds today: by them a step is given to that person. */
export async function postsOfSuccessor(
  tx: Tx,
  asked: Asked,
  accountId: string | null,
): Promise<SuccessorFacts["posts"]> {
  if (accountId === null) return [];
  const [found] = await loadCandidates(tx, asked, accountId);
  return found?.posts ?? [];
}

/** Everybody who may take over what is in hand, by name. */
export async function findSuccessors(
  tx: Tx,
  asked: Asked,
  leaver: Leaver,
  inHand: readonly InHandDossier[],
  cashUnits: readonly string[],
): Promise<{ id: string; name: string; place: string }[]> {
  const next = await loadNext(tx, asked.day);
  const needs = needsOf(inHand, cashUnits);
  const places = [
    ...leaver.unitIds,
    ...leaver.agencyIds,
    ...(leaver.stepPosts ?? []).flatMap((one) => one.placeIds),
  ];
  const steps = inHand.flatMap((one) => one.steps);
  const ofCouriers = await areCouriers(tx, asked.day, leaver);
  const onlySteps = steps.length > 0 && needs.unitIds.length + needs.agencyIds.length === 0;
  const here = ({ posts }: Candidate) =>
    posts.some(({ placeIds }) => placeIds.some((id) => places.includes(id))) &&
    // An approver takes over steps and nothing else, a courier what another courier carries; where there are only steps,
    // somebody who can do one.
    ((!onlySteps && posts.some(({ role }) => role !== "approver" && (role !== "courier" || ofCouriers))) ||
      steps.some((step) => posts.some((post) => mayDoStep(post, step))));
  return (await loadCandidates(tx, asked))
    .filter((one) => here(one) && checkSuccessor(leaver, one, next, needs).ok)
    .map(({ accountId, name, place }) => ({ id: accountId, name, place }));
}

/** Whether nobody but couriers is stopped or leaves: what they carry goes on to another courier. */
async function areCouriers(tx: Tx, day: PlainDate, { accountIds }: Leaver): Promise<boolean> {
  const { rows } = await sql<{ only: boolean }>`
    select coalesce(bool_and(p.role = 'courier'), false) as only from nation.staff_post p
    where p.account_id = any (${[...accountIds]}::uuid[]) and p.valid_from <= ${day}::date
      and coalesce(p.valid_to, ${day}::date) >= ${day}::date`.execute(tx);
  return rows[0]?.only ?? false;
}

interface PostRow {
  readonly role: Role;
  readonly unitId: string | null;
  readonly agencyId: string | null;
  readonly officeId: string | null;
  readonly operatorId: string | null;
  readonly place: string;
}

interface AccountRow {
  readonly accountId: string;
  readonly name: string;
  readonly inForce: boolean;
  readonly posts: readonly PostRow[];
}

/** One person whatever became of him or her, or everybody whose contract runs and who holds a post today. */
async function loadCandidates(
  tx: Tx,
  { reference, day }: Asked,
  accountId?: string,
): Promise<readonly Candidate[]> {
  const { rows } = await sql<AccountRow>`
    select a.id as "accountId", a.full_name as name,
      a.closed_at is null and a.valid_from <= ${day}::date and coalesce(a.valid_to, ${day}::date) >= ${day}::date as "inForce",
      coalesce((select jsonb_agg(jsonb_build_object('role', p.role, 'unitId', p.one_stop_unit_id, 'agencyId', p.agency_id,
          'officeId', p.post_office_id, 'operatorId', o.operator_id, 'place', coalesce(u.name, g.name, o.name)))
        from nation.staff_post p
        left join nation.one_stop_unit u on u.id = p.one_stop_unit_id
        left join nation.agency g on g.id = p.agency_id
        left join nation.post_office o on o.id = p.post_office_id
        where p.account_id = a.id and p.valid_from <= ${day}::date and coalesce(p.valid_to, ${day}::date) >= ${day}::date), '[]') as posts
    from nation.account a
    where ${
      accountId === undefined
        ? sql`a.closed_at is null and exists (select from nation.staff_post p where p.account_id = a.id
            and p.role in ('postalClerk', 'oneStopOfficer', 'unitHead', 'caseOfficer', 'approver', 'courier'))`
        : sql`a.id = ${accountId}::uuid`
    }
    order by a.full_name collate "vi-x-icu", a.id`.execute(tx);
  const stopped = await loadStopped(tx);
  return rows.map((row) => ({
    accountId: row.accountId,
    name: row.name,
    place: row.posts[0]?.place ?? "",
    inForce: row.inForce,
    suspended: isStopped(row, stopped),
    posts: row.posts.map((post) => ({ role: post.role, placeIds: placesOf(post, reference, day) })),
  }));
}

/** Where a post reaches today, with the places that these go on for: a dossier keeps the place of its receipt. */
function placesOf(post: PostRow, reference: Reference, day: PlainDate): readonly string[] {
  const { heirOf, lineOf } = reference;
  const line = (id: string) => lineOf(heirOf(id));
  if (post.officeId === null) return line(post.unitId ?? post.agencyId ?? "");
  const counters = reference.countersOfOffice.get(post.officeId) ?? [];
  return counters.filter((counter) => standsOn(counter, day)).flatMap(({ unit }) => line(unit.id));
}

/** True when this person, an office or an operator of his or hers is stopped now. */
export async function isStoppedNow(tx: Tx, asked: Asked, accountId: string): Promise<boolean> {
  const [found] = await loadCandidates(tx, asked, accountId);
  return found?.suspended === true;
}

/**
 * Who can take things over today: by a post that holds things, and not stopped. What is offered to anybody else waits for
 * ever.
 *
 * @param accountId only this one
 */
export async function mayTakeThings(tx: Tx, asked: Asked, accountId?: string): Promise<ReadonlySet<string>> {
  const candidates = await loadCandidates(tx, asked, accountId);
  const able = candidates.filter(({ suspended, posts }) => {
    const roles = posts.map(({ role }) => role);
    return !suspended && permits(roles, "custody.hold");
  });
  return new Set(able.map((one) => one.accountId));
}

/** What stands of suspensions: accounts, offices and operators by their ids. */
async function loadStopped(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom("suspension").select("target_id").where("to_at", "is", null).execute();
  return new Set(rows.map(({ target_id }) => target_id));
}

function isStopped({ accountId, posts }: AccountRow, stopped: ReadonlySet<string>): boolean {
  if (stopped.has(accountId)) return true;
  const byPost = posts.map(
    ({ officeId, operatorId }) => stopped.has(officeId ?? "") || stopped.has(operatorId ?? ""),
  );
  return byPost.length > 0 && byPost.every(Boolean);
}

/**
 * Who takes over from whom, by the suspensions that stand and the ends of contracts and posts that are planned. A post
 * of yesterday may still wait for the hourly tidying that hands over.
 */
async function loadNext(tx: Tx, day: PlainDate): Promise<Successions> {
  const { rows } = await sql<{ from: string; to: string }>`
    select s.target_id as from, s.successor_id::text as to from suspension s
    where s.target = 'account' and s.to_at is null and s.successor_id is not null
    union all
    select p.account_id::text, s.successor_id::text from suspension s
    join nation.post_office o on s.target_id in (o.id::text, o.operator_id::text)
    join nation.staff_post p on p.post_office_id = o.id and p.valid_from <= ${day}::date
      and coalesce(p.valid_to, ${day}::date) >= ${day}::date
    where s.target in ('postOffice', 'operator') and s.to_at is null and s.successor_id is not null
    union all
    select a.id::text, a.successor_id::text from nation.account a
    where a.successor_id is not null and a.closed_at is null
    union all
    select p.account_id::text, p.successor_id::text from nation.staff_post p
    where p.successor_id is not null and p.valid_to >= ${day}::date - 1`.execute(tx);
  const next = new Map<string, string[]>();
  for (const { from, to } of rows) next.set(from, [...(next.get(from) ?? []), to]);
  return next;
}
