import type { TrackedParcel } from "#contract/track.ts";
import { postageAtTheDoor } from "#domain/postal/door-postage.ts";
import type { PostalOrderSource, PostalPayment } from "#domain/postal/order-terms.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import { POSTAL_LEGS, type PostalLeg, type Quote } from "#domain/postal/tariff.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Tx } from "../db/kysely.ts";
import { loadJourneys } from "../ledgers/shipment-ledger.ts";

/**
 * The way of a dossier's papers through the post, the way in before the way back, of each the newest that was not
 * cancelled. What was reported in codes that nobody maps, and what moved nothing, is for the people of the post.
 */
export async function trackedParcels(tx: Tx, dossierId: string, today: PlainDate): Promise<TrackedParcel[]> {
  const rows = await tx
    .selectFrom("shipment as s")
    .innerJoin("postal_order as o", "o.id", "s.order_id")
    .distinctOn("s.leg")
    .select(["s.id", "s.leg", "s.waybill", "s.state", "s.due_on", "s.working_days", "s.live", "s.told_at"])
    .select(["o.payment", "o.source", "o.cod_amount", "o.quote"])
    .where("s.dossier_id", "=", dossierId)
    .where("s.state", "!=", "cancelled")
    .orderBy("s.leg")
    .orderBy("s.ordered_at", "desc")
    .execute();
  const journeys = await loadJourneys(
    tx,
    rows.map(({ id }) => id),
  );
  const parcels = rows.map((row): TrackedParcel => {
    const { events = [], odd = [], attempts = [], damagedAt = null } = journeys.get(row.id) ?? {};
    return {
      leg: row.leg as PostalLeg,
      waybill: row.waybill,
      state: row.state as ShipmentState,
      live: row.live,
      waitsForResult: row.live && row.told_at === null,
      dueOn: row.due_on,
      workingDays: row.working_days,
      dueAtDoor: row.live ? dueAtDoor(row) : 0,
      late: row.live && row.due_on !== null && row.due_on < today,
      nextOn: stillToCome(attempts.at(-1)?.nextOn ?? null, today),
      damaged: damagedAt !== null,
      events: events
        .filter((event) => event.type !== "unknown" && !odd.some((one) => one.event === event))
        .map((event) => ({
          type: event.type,
          at: event.at,
          place: event.type === "inTransit" ? event.place : null,
          reason: event.type === "attemptFailed" ? event.reason : null,
        })),
    };
  });
  return POSTAL_LEGS.flatMap((leg) => parcels.filter((parcel) => parcel.leg === leg));
}

interface Ordered {
  readonly leg: string;
  readonly state: string;
  readonly payment: string;
  readonly source: string;
  readonly cod_amount: number;
  readonly quote: unknown;
}

function dueAtDoor({ leg, state, payment, source, cod_amount: fees, quote }: Ordered): number {
  const postage = postageAtTheDoor({
    leg: leg as PostalLeg,
    state: state as ShipmentState,
    payment: payment as PostalPayment,
    source: source as PostalOrderSource,
    total: (quote as Quote | null)?.total ?? null,
  });
  return (leg === "return" ? fees : 0) + postage;
}

/** A day that is over is no longer promised to anybody. */
const stillToCome = (day: PlainDate | null, today: PlainDate): PlainDate | null =>
  day !== null && day >= today ? day : null;
