import type { Holder } from "#domain/custody/custody.ts";
import { asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { accountInForce } from "./account-in-force.ts";
import { type ThingMove, moveThings, recordCustodyAct } from "./custody-acts.ts";
import { lockPlace, passPlace } from "./custody-place-ledger.ts";
import type { Leaver } from "./in-hand.ts";
import { holderOf } from "./things.ts";

/** Who hands over, to whom, by whose order. */
interface Succession {
  readonly leaver: Leaver;
  /** Null: containers go to where they belong, places to the head there. */
  readonly successorId: string | null;
  readonly actorId: string;
  readonly now: Instant;
  readonly newId: () => string;
}

interface Where {
  readonly reference: Reference;
  readonly day: PlainDate;
}

/**
 * Packets, bags and places of somebody who is stopped or leaves go on without a signature; what he or she offered is taken
 * back first, so that it goes on too. What lies in a place stays there: somebody else answers for it. Inside `acrossSpace`.
 *
 * @returns how many containers and places went on
 * @rule CUSTODY-01
 */
export async function passCustody(tx: Tx, where: Where, given: Succession): Promise<number> {
  await withdrawOffers(
    tx,
    given,
    sql`m.offered_by = any (${[...given.leaver.accountIds]}::uuid[])
    or m.from_kind = 'person' and m.from_id = any (${[...given.leaver.accountIds]}::uuid[])
    or m.from_id = any (${commonOf(given.leaver)}::uuid[])`,
  );
  const containers = await passContainers(tx, where, given);
  return containers + (await passPlaces(tx, where, given));
}

/**
 * Takes back what anybody offered of these papers, which are about to go on.
 *
 * @returns how many offers there were: they may have been answered while they were waited for, so that who holds the
 * papers is asked anew
 */
export async function withdrawOffersOf(
  tx: Tx,
  given: Pick<Succession, "actorId" | "now">,
  itemIds: readonly string[],
): Promise<number> {
  if (itemIds.length === 0) return 0;
  return withdrawOffers(
    tx,
    given,
    sql`m.id in (select l.manifest_id from manifest_line l
      where l.thing_id = any (${[...itemIds]}::uuid[]) and l.outcome = 'offered')`,
  );
}

async function withdrawOffers(
  tx: Tx,
  { actorId, now }: Pick<Succession, "actorId" | "now">,
  which: ReturnType<typeof sql>,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select m.id from manifest m where m.state = 'offered' and (${which})`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await sql`select from manifest where id = any (${ids}::uuid[]) order by id for update`.execute(tx);
  await sql`
    with taken_back as (
      update manifest set state = 'withdrawn', settled_at = ${now}::timestamptz, settled_by = ${actorId}::uuid
      where id = any (${ids}::uuid[]) and state = 'offered' returning id)
    update manifest_line l set outcome = 'notTaken' from taken_back t where l.manifest_id = t.id`.execute(tx);
  return ids.length;
}

/** Counters and post offices that are stopped as a whole. */
function commonOf({ target, targetId, counterIds }: Leaver): string[] {
  return [...counterIds, ...(target === "postOffice" ? [targetId] : [])];
}

interface ContainerRow {
  readonly id: string;
  readonly holderKind: string;
  readonly holderId: string;
  readonly unitId: string | null;
  readonly scope: readonly string[];
  /** Of a courier: the office whose bag it is. */
  readonly officeId: string | null;
}

async function passContainers(tx: Tx, where: Where, given: Succession): Promise<number> {
  const { leaver, successorId, newId, actorId, now } = given;
  const rows = await holdContainers(tx, where, leaver);
  const moves = rows.map(
    (row): ThingMove => ({
      thing: "container",
      id: row.id,
      type: "succeeded",
      from: holderOf(row.holderKind, row.holderId),
      to: successorId === null ? placeOf(row, where, given) : { kind: "person", id: asId(successorId) },
    }),
  );
  if (moves.length === 0) return 0;
  const scope = [...new Set(rows.flatMap((row) => row.scope))];
  const act = { id: newId(), type: "succeeded", actorId, now, scope } as const;
  await recordCustodyAct(tx, act);
  await moveThings(tx, act, moves);
  return moves.length;
}

async function holdContainers(tx: Tx, { day }: Where, leaver: Leaver): Promise<readonly ContainerRow[]> {
  const which = containersOf(leaver);
  await sql`select from container c where ${which} order by c.id for update`.execute(tx);
  const { rows } = await sql<ContainerRow>`
    select c.id, c.holder_kind as "holderKind", c.holder_id as "holderId", d.received_at_unit_id as "unitId", c.scope,
      (select p.post_office_id from nation.staff_post p where p.account_id = c.holder_id and p.role = 'courier'
        and p.valid_from <= ${day}::date order by p.valid_from desc limit 1) as "officeId"
    from container c left join dossier d on d.id = c.dossier_id where ${which} order by c.id`.execute(tx);
  return rows;
}

/** How many packets and bags, and places in charge, would go on now. Inside `acrossSpace`. */
export async function countCustody(
  tx: Tx,
  leaver: Leaver,
): Promise<{ readonly containers: number; readonly custodyPlaces: number }> {
  const { rows } = await sql<{ containers: number; custodyPlaces: number }>`
    select (select count(*)::integer from container c where ${containersOf(leaver)}) as containers,
      (select count(*)::integer from custody_place c where ${placesInCharge(leaver)}) as "custodyPlaces"`.execute(
    tx,
  );
  return rows[0] ?? { containers: 0, custodyPlaces: 0 };
}

/** In hand in person, or at counters and offices that are stopped as a whole. */
function containersOf(leaver: Leaver) {
  const reached = reachOf(leaver);
  return sql`(c.holder_kind = 'person' and c.holder_id = any (${[...leaver.accountIds]}::uuid[])
      or c.holder_kind in ('counter', 'postOffice') and c.holder_id = any (${commonOf(leaver)}::uuid[]))
    and (${reached === null} or c.scope && ${reached ?? []}::uuid[])`;
}

function placesInCharge(leaver: Leaver) {
  const reached = reachOf(leaver);
  return sql`c.closed_at is null and c.responsible_id = any (${[...leaver.accountIds]}::uuid[])
    and (${reached === null} or c.belongs_to = any (${reached ?? []}::uuid[]))`;
}

/** Where a post reaches that ends alone; null: whoever leaves leaves everywhere. */
function reachOf({ stepPosts, unitIds, agencyIds }: Leaver): string[] | null {
  if (stepPosts === null) return null;
  return [...unitIds, ...agencyIds, ...stepPosts.flatMap(({ placeIds }) => placeIds)];
}

/** A courier's bag is the office's, unless the office itself is stopped; everything else goes where its dossier is. */
function placeOf(
  { officeId, unitId, scope }: ContainerRow,
  { reference }: Where,
  { leaver, actorId }: Succession,
): Holder {
  if (leaver.target === "account" && officeId !== null) return { kind: "postOffice", id: asId(officeId) };
  const places = [...(unitId === null ? [] : [unitId]), ...scope].map((place) => reference.heirOf(place));
  const unit = places.find((place) => reference.units.has(place));
  if (unit !== undefined) return { kind: "unit", id: asId(unit) };
  const agency = places.find((place) => reference.agencies.has(place));
  if (agency !== undefined) return { kind: "agency", id: asId(agency) };
  return { kind: "person", id: asId(actorId) };
}

async function passPlaces(tx: Tx, { day }: Where, given: Succession): Promise<number> {
  const { leaver, successorId, actorId, now } = given;
  const { rows } = await sql<{ id: string; headId: string | null }>`
    select c.id, (select p.account_id from nation.staff_post p join nation.account a on a.id = p.account_id
        where coalesce(p.one_stop_unit_id, p.agency_id) = c.belongs_to and p.role in ('unitHead', 'approver')
          and p.valid_from <= ${day}::date and coalesce(p.valid_to, ${day}::date) >= ${day}::date and ${accountInForce(day)}
          and a.id <> all (${[...leaver.accountIds]}::uuid[])
          and not exists (select from suspension s where s.target_id = a.id::text and s.to_at is null)
        order by p.valid_from, a.id limit 1) as "headId"
    from custody_place c
    where ${placesInCharge(leaver)}
    order by c.id`.execute(tx);
  for (const { id, headId } of rows) {
    const place = await lockPlace(tx, id);
    if (!place || !leaver.accountIds.includes(place.responsibleId)) continue;
    await passPlace(tx, place, { to: successorId ?? headId ?? actorId, signatures: null, actorId, now });
  }
  return rows.length;
}
