import type { ShipmentLine } from "#contract/postal.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import { ENDED_STATES, isCancellable } from "#domain/postal/shipment-standing.ts";
import type { PostalLeg } from "#domain/postal/tariff.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";

/** A shipment as its row is read for a list. */
export interface ShipmentRow {
  readonly shipmentId: string;
  readonly orderId: string;
  readonly dossierId: string;
  readonly leg: PostalLeg;
  readonly orderNumber: string;
  readonly applicant: string;
  readonly waybill: string | null;
  readonly carrier: string;
  readonly state: ShipmentState;
  readonly since: Instant | null;
  readonly acceptedOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly live: boolean;
  readonly attempts: number;
  readonly invitations: number;
  readonly orderedAt: Instant;
  readonly toldAt: Instant | null;
  readonly recallAskedAt: Instant | null;
  readonly cancelAsked: boolean;
  readonly goesOn: boolean;
}

/** Written out, not as a parameter: by it the index of what is beside another is found. */
export const ENDED = sql`s.state in (${sql.join(ENDED_STATES.map((state) => sql.lit(state)))})`;

/** The order of the shipment `s` was cancelled, and the shipment has not ended. */
const CANCEL_ASKED = sql`(not ${ENDED} and exists (
  select from postal_order o where o.id = s.order_id and o.cancelled_at is not null))`;

/** The carrier of `s` did not take the cancellation, or was never reached with it. */
const CANCEL_REFUSED = sql`exists (select from shipment_event e
  where e.shipment_id = s.id and e.code in ('cancelRefused', 'cancelNotSent'))`;

/** Somebody moved `s` after it was cancelled, and nobody has said where that ended. */
const MOVED_AFTER = sql`coalesce((select e.type <> all (${[...ENDED_STATES]}::text[]) from shipment_event e
  where e.shipment_id = s.id and e.at > s.state_since and not e.withdrawn
    and e.type not in ('ordered', 'pickupAssigned', 'damaged', 'cancelled', 'unknown')
    and not exists (select from shipment_event back
      where back.source = e.source and back.source_id = e.source_id and back.withdrawn)
  order by e.at desc limit 1), false)`;

/** The shipment `s` goes on although it was cancelled. */
const GOES_ON = sql`(case when s.state = 'cancelled' then ${MOVED_AFTER}
  else ${CANCEL_ASKED} and (s.state not in ('notOrdered', 'ordered', 'pickupAssigned') or ${CANCEL_REFUSED}) end)`;

/** For so long somebody is told of a parcel that was moved after its cancellation. */
const MOVED_DAYS = 90;

/** Somebody has to look at the shipment `s`: nobody took it, it is lost or going back, or goes on beside or against an order. */
export function toLookAt(now: Instant) {
  return sql`(s.live and (s.state in ('attemptFailed', 'invited', 'returning', 'lost') or ${GOES_ON})
    or not s.live and not ${ENDED}
    or s.state = 'cancelled' and s.state_since > ${now}::timestamptz - make_interval(days => ${MOVED_DAYS}) and ${MOVED_AFTER})`;
}

/** The columns of {@link ShipmentRow} of the table `s`. */
export const SHIPMENT_COLUMNS = sql`s.id as "shipmentId", s.order_id as "orderId", s.dossier_id as "dossierId", s.leg,
  s.order_number as "orderNumber", s.waybill,
  coalesce((select d.applicant_name from dossier d where d.id = s.dossier_id), '') as applicant, s.carrier, s.state, s.state_since as since,
  s.accepted_on as "acceptedOn", s.due_on as "dueOn", s.live, s.attempts, s.invitations,
  s.ordered_at as "orderedAt", s.told_at as "toldAt", s.recall_asked_at as "recallAskedAt",
  ${CANCEL_ASKED} as "cancelAsked", ${GOES_ON} as "goesOn"`;

/** A row as it is shown on a day: late when it is under way after the last day that it had. */
export function viewShipment({ toldAt, ...row }: ShipmentRow, today: PlainDate): ShipmentLine {
  return {
    ...row,
    late: row.live && row.dueOn !== null && row.dueOn < today,
    // Whoever has it in hand waits for nothing, whether he was told or not.
    waitsForResult: row.live && toldAt === null && isCancellable(row.state),
  };
}
