import { isToBeFetched, postageAtTheDoor } from "#domain/postal/door-postage.ts";
import { OWN_CARRIER, type PostalOrderSource, type PostalPayment } from "#domain/postal/order-terms.ts";
import { type CarriedView, type RoundStopView, type STOP_TASKS, readRound } from "#contract/rounds.ts";
import { isUrgent, orderRound } from "#domain/postal/round-order.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import type { PostalLeg, Quote } from "#domain/postal/tariff.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { withCountedInvitations } from "../ledgers/counted-invitations.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import { papersToFetch } from "../ledgers/papers-to-fetch.ts";
import { openOrderParties } from "../ledgers/sealed-order.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import { addressIndex, findPoints } from "./visit-points.ts";

interface RoundRow {
  readonly shipmentId: string;
  readonly orderId: string;
  readonly dossierId: string;
  readonly leg: PostalLeg;
  readonly state: ShipmentState;
  readonly orderNumber: string;
  readonly waybill: string | null;
  readonly packetCode: string | null;
  readonly partiesSealed: Buffer | null;
  readonly payment: PostalPayment;
  readonly source: PostalOrderSource;
  readonly fees: number;
  readonly quote: Quote | null;
  readonly attempts: number;
  readonly invitations: number;
  readonly dueOn: PlainDate | null;
  readonly promisedOn: PlainDate | null;
  readonly orderedAt: Instant;
  readonly recalled: boolean;
}

/**
 * A courier's round: what he has in hand for citizens, what is to be fetched from them, and what he fetched and has not
 * brought in. The order is advised by {@link orderRound}.
 */
export const readRoundRoute = bind(readRound, ({ actor, deps, reference, now, read }) =>
  read(async (tx, space) => {
    const day = localTime(now).day;
    const taken = await loadRound(tx, actor.accountId);
    const rows = await withCountedInvitations(tx, taken, postalCalendar(reference));
    const open = rows.map((row) => ({
      row,
      parties: openOrderParties(deps.ring, row.orderId, row.partiesSealed),
    }));
    const keyed = open.map((stop) => ({ ...stop, index: addressIndex(deps.ring, stop.parties.citizen) }));
    const points = await findPoints(
      tx,
      keyed.map(({ index }) => index),
    );
    const communes = await communeNames(
      tx,
      open.flatMap(({ parties }) => parties.citizen.communeCode ?? []),
      day,
    );
    const stops = keyed.map(({ row, parties, index }) => ({
      row,
      parties,
      dueOn: row.dueOn,
      promisedOn: row.promisedOn,
      point: points.get(index.toString("hex")) ?? null,
      communeCode: parties.citizen.communeCode,
      orderedAt: row.orderedAt,
    }));
    const fetched = rows.filter((row) => taskOf(row) === "collect").map(({ dossierId }) => dossierId);
    const papers = await acrossSpace(tx, { reference, space }, () => papersToFetch(tx, deps.ring, fetched));
    return done({
      day,
      readAt: now,
      carried: [...(await loadCarried(tx, actor.accountId))],
      offered: await countOffered(tx, actor.accountId),
      stops: orderRound(stops, day, null).map((stop): RoundStopView => {
        const { row, parties, point, communeCode } = stop;
        const { name, address, phone } = parties.citizen;
        return {
          shipmentId: row.shipmentId,
          task: taskOf(row),
          state: row.state,
          orderNumber: row.orderNumber,
          waybill: row.waybill,
          packetCode: row.packetCode,
          name,
          address,
          phone,
          commune: communes.get(communeCode ?? "") ?? null,
          proxy: parties.proxy,
          collect: {
            fees: row.leg === "return" ? row.fees : 0,
            postage: postageAtTheDoor({ ...row, total: row.quote?.total ?? null }),
          },
          attempts: row.attempts,
          invitations: row.invitations,
          dueOn: row.dueOn,
          promisedOn: row.promisedOn,
          urgent: isUrgent(stop, day),
          recalled: row.recalled,
          point,
          ...(taskOf(row) === "collect" && { papers: [...(papers.get(row.dossierId) ?? [])] }),
        };
      }),
    });
  }),
);

/** Shipments of our own couriers that this one has in hand, and those in his places that wait to be fetched. */
async function loadRound(tx: Tx, accountId: string): Promise<readonly RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    with recursive mine as (
      select id from container where holder_kind = 'person' and holder_id = ${accountId}::uuid
      union all
      select c.id from container c join mine on c.holder_kind = 'container' and c.holder_id = mine.id)
    select s.id as "shipmentId", o.id as "orderId", s.dossier_id as "dossierId", s.leg, s.state, s.order_number as "orderNumber", s.waybill,
      c.code as "packetCode", o.parties_sealed as "partiesSealed", o.payment, o.source, o.cod_amount as fees, o.quote,
      s.attempts, s.invitations, s.due_on as "dueOn", last.next_on as "promisedOn", s.ordered_at as "orderedAt",
      s.recall_asked_at is not null as recalled
    from shipment s join postal_order o on o.id = s.order_id
    left join container c on c.id = s.packet_id
    left join lateral (select e.actor_id, e.next_on from shipment_event e where e.shipment_id = s.id and not e.withdrawn
      order by e.at desc, e.recorded_at desc limit 1) last on true
    where s.live and s.carrier = ${OWN_CARRIER} and s.told_at is not null and o.cancelled_at is null and s.state <> 'lost' and case
      when s.leg = 'send' and s.state in ('ordered', 'pickupAssigned') then true
      when s.leg = 'return' and s.packet_id is not null then s.packet_id in (select id from mine)
      else s.state not in ('notOrdered', 'ordered') and last.actor_id = ${accountId}::uuid end
    order by s.ordered_at, s.id`.execute(tx);
  return rows;
}

function taskOf({ leg, state }: RoundRow): (typeof STOP_TASKS)[number] {
  if (leg === "return") return "deliver";
  return isToBeFetched({ leg, state }) ? "collect" : "bringIn";
}

/** Packets and bags in his own hands, not those inside others, that no live shipment travels in. */
async function loadCarried(tx: Tx, accountId: string): Promise<readonly CarriedView[]> {
  const { rows } = await sql<CarriedView>`
    with held as materialized (
      select id, code from container where holder_kind = 'person' and holder_id = ${accountId}::uuid)
    select h.id, h.code, (s.originals + s.copies)::int as sheets
    from held h join container_sums((select array_agg(id) from held)) s on s.box = h.id
    where not exists (
      with recursive inner_box as (
        select h.id
        union all
        select c.id from container c join inner_box b on c.holder_kind = 'container' and c.holder_id = b.id)
      select from shipment p where p.live and p.packet_id in (select id from inner_box))
    order by h.code`.execute(tx);
  return rows;
}

async function countOffered(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from manifest
    where state = 'offered' and to_kind = 'person' and to_id = ${accountId}::uuid`.execute(tx);
  return rows[0]?.count ?? 0;
}

async function communeNames(
  tx: Tx,
  codes: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from nation.administrative_unit where code = any (${[...new Set(codes)]}::text[])
      and valid_from <= ${day}::date and coalesce(valid_to, ${day}::date) >= ${day}::date`.execute(tx);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
