import { type Keeper, type PlaceInCharge, answersFor, isOnePersons } from "#domain/custody/keeper.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type Result, done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { accountInForce } from "./account-in-force.ts";
import type { Actor } from "./actor.ts";
import type { MandateFacts } from "./mandate-cache.ts";
import { MandatesMoved } from "./mandates-moved.ts";
import { refuseStopped } from "./stopped-person.ts";

/** Somebody as the rules of custody see him or her, with the places in his or her charge. */
export interface Custodian {
  readonly keeper: Keeper;
  readonly places: readonly PlaceInCharge[];
  /** Whether this person answers for what is with a holder. */
  readonly answers: (holder: Holder) => boolean;
}

/**
 * Who acts, for an act with things. Whoever of the post is stopped, in person or with the office or the operator, moves
 * nothing: what is in hand goes on by the suspension, which waits for this act. The places stay in his or her charge, and
 * open, until the transaction ends.
 *
 * @throws MandatesMoved when rights have changed since they were looked at
 */
export async function custodianOf(
  tx: Tx,
  actor: Actor,
  facts: MandateFacts,
  { now, reference }: { readonly now: Instant; readonly reference: Reference },
): Promise<Result<Custodian, "right_suspended">> {
  const { rows } = await sql<{ epoch: number; id: string | null }>`
    select e.epoch, p.id from mandate_epoch e
    left join (select id from custody_place where responsible_id = ${actor.accountId}::uuid and closed_at is null
      for share) p on true
    for share of e`.execute(tx);
  if (rows[0]?.epoch !== facts.epoch) throw new MandatesMoved();
  const stopped = refuseStopped(actor, facts, now);
  if (stopped) return stopped;
  const places = rows.flatMap(({ id }) => (id === null ? [] : [{ id, responsibleId: actor.accountId }]));
  return done(custodian(actor, places, reference));
}

/** {@link custodianOf} for who only looks: a suspension takes nobody's eyes. */
export async function lookingCustodian(tx: Tx, actor: Actor, reference: Reference): Promise<Custodian> {
  const places = await tx
    .selectFrom("custody_place")
    .select("id")
    .where("responsible_id", "=", actor.accountId)
    .where("closed_at", "is", null)
    .execute();
  return custodian(
    actor,
    places.map(({ id }) => ({ id, responsibleId: actor.accountId })),
    reference,
  );
}

function custodian(
  { accountId, counter, posts }: Actor,
  places: readonly PlaceInCharge[],
  reference: Reference,
): Custodian {
  const kept = posts.flatMap((post) => [post, ...inheritedBy(post, reference)]);
  const keeper = { accountId, counterId: counter?.id ?? null, posts: kept };
  return { keeper, places, answers: (holder) => answersFor(keeper, holder, places) };
}

/** What lies with a unit or agency that was merged is the heir's to answer for, under the name that it has in the ledger. */
function inheritedBy({ unitId, agencyId }: Keeper["posts"][number], { lineOf }: Reference): Keeper["posts"] {
  const before = (id: string | null) => (id === null ? [] : lineOf(id).filter((each) => each !== id));
  return [
    ...before(unitId).map((id) => ({ unitId: asId<never>(id), agencyId: null, postOfficeId: null })),
    ...before(agencyId).map((id) => ({ unitId: null, agencyId: asId<never>(id), postOfficeId: null })),
  ];
}

/**
 * Whether more than this person answers for what lies with a holder: a unit, an agency or a post office is common, and so
 * is a counter at which somebody else sits too.
 *
 * @rule CUSTODY-01
 */
export async function isCommon(
  tx: Tx,
  holder: Holder,
  { accountId }: Pick<Actor, "accountId">,
  now: Instant,
): Promise<boolean> {
  if (holder.kind !== "counter") return !isOnePersons(holder);
  const other = await tx
    .selectFrom("nation.session")
    .select("account_id")
    .where("counter_id", "=", holder.id)
    .where("account_id", "<>", accountId)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return other !== undefined;
}

interface HolderAt {
  readonly reference: Reference;
  readonly space: Space;
  readonly now: Instant;
  /** Also whose contract has run out: nothing is given to such a person, and what is still there is looked at. */
  readonly alsoEnded?: boolean;
}

/** Where a holder belongs, as row policies ask: units, agencies and post offices. Empty when nobody such is here today. */
export async function placesOfHolder(tx: Tx, holder: Holder, at: HolderAt): Promise<readonly string[]> {
  const { reference, space } = at;
  const found = await findPlaces(tx, holder, at);
  return found.filter((place) => reference.spaceOf.get(place)?.id === space.id);
}

async function findPlaces(tx: Tx, holder: Holder, at: HolderAt): Promise<readonly string[]> {
  const { reference } = at;
  if (holder.kind === "place") return placeBelongs(tx, holder.id);
  if (holder.kind === "person") return placesOfPerson(tx, holder.id, at);
  if (holder.kind === "counter")
    return reference.counters.has(holder.id) ? [unitOf(holder.id, reference)] : [];
  return isKnownPlace(holder, reference) ? [holder.id] : [];
}

function unitOf(counterId: string, { counters }: Reference): string {
  return counters.get(counterId)?.unit.id ?? "";
}

function isKnownPlace(
  holder: Holder,
  { units, agencies, postOfficeNames }: Reference,
): holder is Extract<Holder, { readonly kind: "unit" | "agency" | "postOffice" }> {
  if (holder.kind === "unit") return units.has(holder.id);
  if (holder.kind === "agency") return agencies.has(holder.id);
  return holder.kind === "postOffice" && postOfficeNames.has(holder.id);
}

async function placeBelongs(tx: Tx, placeId: string): Promise<readonly string[]> {
  const place = await tx
    .selectFrom("custody_place")
    .select("belongs_to")
    .where("id", "=", placeId)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return place ? [place.belongs_to] : [];
}

/** A clerk of the post works with the papers of the units whose counters the office staffs; a courier only carries. */
async function placesOfPerson(
  tx: Tx,
  accountId: string,
  { reference, now, alsoEnded = false }: HolderAt,
): Promise<readonly string[]> {
  const { day } = localTime(now);
  const { rows } = await sql<{ role: string; at: string }>`
    select p.role, coalesce(p.one_stop_unit_id, p.agency_id, p.post_office_id) as at
    from nation.staff_post p join nation.account a on a.id = p.account_id
    where a.id = ${accountId}::uuid and (${accountInForce(day)} or ${alsoEnded} and a.closed_at is null)
      and p.valid_from <= ${day}::date and coalesce(p.valid_to, ${day}::date) >= ${day}::date`.execute(tx);
  return rows.flatMap(({ role, at }) =>
    role === "postalClerk"
      ? [at, ...(reference.countersOfOffice.get(at) ?? []).map(({ unit }) => unit.id)]
      : [reference.heirOf(at)],
  );
}
