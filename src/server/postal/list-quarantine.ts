import { listQuarantine } from "#contract/quarantine.ts";
import type { QuarantineEnd } from "#domain/postal/order-terms.ts";
import type { ShipmentEvent } from "#domain/postal/shipment-event.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import { bind } from "../http/context.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { openStray } from "../ledgers/shipment-ledger.ts";

const FIRST_PLACE = ["-infinity", "00000000-0000-0000-0000-000000000000"] as const;
const LAST_PLACE = ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const;

interface Row {
  readonly eventId: string;
  readonly source: string;
  readonly waybill: string | null;
  readonly orderNumber: string | null;
  readonly type: ShipmentEvent["type"];
  readonly at: Instant;
  readonly receivedAt: Instant;
  readonly payload: unknown;
  readonly payload_sealed: Buffer | null;
  readonly settled_at: Instant | null;
  readonly settled_as: QuarantineEnd | null;
  readonly settled_by: string | null;
  readonly shipment_id: string | null;
  readonly order_of_shipment: string | null;
}

const STRAY = sql`select q.id as "eventId", q.source, q.waybill, q.order_number as "orderNumber", q.type, q.at,
    q.received_at as "receivedAt", q.payload, q.payload_sealed, q.settled_at, q.settled_as, a.full_name as settled_by,
    s.id as shipment_id, s.order_number as order_of_shipment
  from quarantined_event q left join nation.account a on a.id = q.settled_by left join shipment s on s.id = q.shipment_id`;

/** Reports of shipments that nobody here knows: those that wait, the oldest first; those that were settled, the newest first. */
export const listQuarantineRoute = bind(listQuarantine, ({ deps, query, read }) =>
  read(async (tx) => {
    const isSettled = query.settled !== undefined;
    const [moment, id] =
      unpackCursor(query.after, [CURSOR_MOMENT, CURSOR_ID]) ?? (isSettled ? LAST_PLACE : FIRST_PLACE);
    const after = sql`(${moment}::timestamptz, ${id}::uuid)`;
    const which = isSettled
      ? sql`where q.settled_at is not null and (q.settled_at, q.id) < ${after} order by q.settled_at desc, q.id desc`
      : sql`where q.settled_at is null and (q.received_at, q.id) > ${after} order by q.received_at, q.id`;
    const { rows } = await sql<Row>`${STRAY} ${which} limit ${PAGE_ROWS + 1}`.execute(tx);
    const page = rows.slice(0, PAGE_ROWS);
    const last = page.at(-1);
    const next = last && packCursor([last.settled_at ?? last.receivedAt, last.eventId]);
    return done({
      events: page.map((row) => viewStray(deps.ring, row)),
      next: rows.length > PAGE_ROWS && next ? next : null,
    });
  }),
);

function viewStray(ring: KeyRing, row: Row) {
  const { eventId, source, waybill, orderNumber, type, at, receivedAt } = row;
  const isForgotten = row.payload === null && row.payload_sealed === null;
  const report = isForgotten ? null : openStray(ring, eventId, row);
  const told = report?.type === "unknown" ? report : { code: null, message: null };
  const { code, message } = told;
  const settled = settledOf(row, isForgotten);
  return { eventId, source, waybill, orderNumber, type, code, message, at, receivedAt, settled };
}

function settledOf(row: Row, isForgotten: boolean) {
  const { settled_at: at, settled_as: as, settled_by: by, shipment_id, order_of_shipment } = row;
  if (at === null || as === null) return null;
  const shipment =
    shipment_id === null || order_of_shipment === null
      ? null
      : { shipmentId: shipment_id, orderNumber: order_of_shipment };
  return { as, by: by ?? "", at, shipment, mayReopen: as === "dismissed" && !isForgotten };
}
