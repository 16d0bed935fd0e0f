import type { ShipmentLine } from "#contract/postal.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
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
}

/** The columns of {@link ShipmentRow} of the table `s`. */
export const SHIPMENT_COLUMNS = sql`s.id as "shipmentId", s.order_id as "orderId", s.dossier_id as "dossierId", s.leg,
  s.order_number as "orderNumber", s.waybill, s.carrier, s.state, s.state_since as since,
  s.accepted_on as "acceptedOn", s.due_on as "dueOn", s.live, s.attempts, s.invitations,
  s.ordered_at as "orderedAt", s.told_at as "toldAt", s.recall_asked_at as "recallAskedAt"`;

/** A row as it is shown on a day: late when it is under way after the last day that it had. */
export function viewShipment({ toldAt, ...row }: ShipmentRow, today: PlainDate): ShipmentLine {
  return {
    ...row,
    late: row.live && row.dueOn !== null && row.dueOn < today,
    waitsForResult: row.live && toldAt === null,
  };
}
