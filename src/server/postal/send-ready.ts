import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { closeDeliveries } from "../ledgers/delivery-ledger.ts";
import { placesOfSpace } from "../ledgers/in-hand.ts";
import { holdDossier } from "../ledgers/load-dossier.ts";
import { loadJourneys } from "../ledgers/shipment-ledger.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import type { Reference } from "../units/reference.ts";
import { openOrder } from "./open-order.ts";
import { unitParty } from "./place-order.ts";
import { quoteDossier } from "./quote-dossier.ts";
import { tellCarrier } from "./tell-carrier.ts";
import { applicantParty, missingOf } from "../ledgers/order-party.ts";
import { findUnsent } from "./unsent-results.ts";
import { sql } from "kysely";

/** What a round did. */
export interface SentRound {
  readonly ordered: number;
  readonly told: number;
}

const AT_ONCE = 100;
/** What a result weighs until somebody has weighed it: the lightest step of the tariff. */
const GRAMS = 100;

/**
 * One round over a space: carriers are told of ways back that were ordered and whose result is ready now, and results that
 * citizens chose to get by post and that nobody has ever ordered a way for are ordered. A delivery that did not fit the
 * ledger of custody is looked at again. What lacks a commune or a phone
 * stays in the list of results to send. Done again, by two processes at once or after a crash, it comes to the same.
 *
 * @rule POSTAL-ORDER-01
 */
export async function sendReady(deps: Deps, space: Space): Promise<SentRound> {
  const reference = deps.reference.current();
  const { unitIds, agencyIds } = placesOfSpace(reference, space);
  const places = [...unitIds, ...agencyIds];
  const one = <T>(run: (tx: Tx) => Promise<T>) => inSpace(deps.db, space, { places }, run);
  const now = deps.clock.now();
  // One that trips over a fault keeps none of the others: it is left as it was, and looked at again in the next round.
  const each = async (ids: readonly string[], run: (tx: Tx, id: string) => Promise<unknown>) => {
    let done = 0;
    for (const id of ids) {
      try {
        if ((await one((tx) => run(tx, id))) !== false) done += 1;
      } catch (error) {
        if (!(error instanceof NotOrdered)) deps.log.error({ err: error, id }, "a result was not sent on");
      }
    }
    return done;
  };
  const told = await each(await one(findTold), (tx, id) => tellCarrier(tx, id, { deps, reference, now }));
  await each(await one((tx) => findUnclosed(tx, now)), async (tx, id) =>
    closeDeliveries(tx, { deps, reference, now }, await lockJourney(tx, id)),
  );
  const unsent = await one((tx) => findUnsent(tx, { places: unitIds, limit: AT_ONCE }));
  const ordered = await each(
    unsent.map(({ id }) => id),
    (tx, dossierId) => orderReady(tx, deps, { dossierId, reference, space }),
  );
  return { ordered, told };
}

/** Undoes what an order that was refused had begun, such as a number that it took. */
class NotOrdered extends Error {}

/** Ways back that wait for a result which is there now. */
async function findTold(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from shipment s join dossier d on d.id = s.dossier_id
    where s.live and s.told_at is null and d.business_status = 'finished' order by s.id limit ${AT_ONCE}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** After so long nothing comes any more that would end a way by itself. */
const UNCLOSED_DAYS = 30;

/** Results that were delivered while the ledger of custody had them elsewhere: an acceptance may have been heard since. */
async function findUnclosed(tx: Tx, now: Instant): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from shipment s join dossier d on d.id = s.dossier_id
    where s.leg = 'return' and s.state = 'delivered' and s.state_since > ${now}::timestamptz - make_interval(days => ${UNCLOSED_DAYS})
      and d.business_status = 'finished' and not exists (select from custody_act a where a.shipment_id = s.id)
    order by s.id limit ${AT_ONCE}`.execute(tx);
  return rows.map(({ id }) => id);
}

async function lockJourney(tx: Tx, shipmentId: string) {
  await sql`select from shipment where id = ${shipmentId}::uuid for update`.execute(tx);
  const journey = (await loadJourneys(tx, [shipmentId])).get(shipmentId);
  return journey ? [{ shipmentId, journey }] : [];
}

interface ReadyResult {
  readonly dossierId: string;
  readonly reference: Reference;
  readonly space: Space;
}

/**
 * @returns whether it was ordered
 * @throws NotOrdered when the order was refused
 */
async function orderReady(
  tx: Tx,
  deps: Pick<Deps, "clock" | "ring" | "newId" | "carriers">,
  { dossierId, reference, space }: ReadyResult,
): Promise<boolean> {
  const dossier = await holdDossier(tx, dossierId);
  if (dossier?.business_status !== "finished") return false;
  const now = deps.clock.now();
  const citizen = applicantParty((await readParties(tx, deps.ring, dossierId)).applicant);
  const { communeCode } = citizen;
  if (communeCode === null || missingOf(citizen, reference, localTime(now).day).length > 0) return false;
  // A way that somebody cancelled is a person's matter: no rule orders it again.
  const earlier = await tx
    .selectFrom("shipment")
    .select("id")
    .where("dossier_id", "=", dossierId)
    .where("leg", "=", "return")
    .limit(1)
    .executeTakeFirst();
  if (earlier) return false;
  const asked = { service: "return", weightGrams: GRAMS, communeCode } as const;
  const quoted = await quoteDossier(tx, dossier, asked, { reference, now });
  const opened = await openOrder(
    tx,
    {
      dossier,
      service: "return",
      source: "auto",
      parties: { citizen, unit: unitParty(dossier, reference), proxy: null },
      quote: quoted.ok ? quoted.value.quote : null,
      days: quoted.ok ? quoted.value.days : null,
      payment: "recipientPays",
      codAmount: 0,
      carrier: deps.carriers(space.id)[1] ?? OWN_CARRIER,
      waybill: null,
      orderedBy: null,
    },
    { deps, reference, now },
  );
  if (!opened.ok) throw new NotOrdered(opened.code);
  return true;
}
