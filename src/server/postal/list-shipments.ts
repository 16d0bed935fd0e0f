import { type SHIPMENT_FILTERS, listShipments } from "#contract/postal.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { ENDED_STATES } from "#domain/postal/shipment-standing.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { SHIPMENT_COLUMNS, type ShipmentRow, viewShipment } from "./shipment-views.ts";

const LAST_PLACE = ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const;

/** Shipments of this person's places, newest first. */
export const listShipmentsRoute = bind(listShipments, ({ query, now, read }) =>
  read(async (tx) => {
    const today = localTime(now).day;
    const typed = (query.q ?? "").replace(/\s+/g, "").toUpperCase();
    const [moment, id] = unpackCursor(query.after, [CURSOR_MOMENT, CURSOR_ID]) ?? LAST_PLACE;
    const conditions = [
      sql`(s.ordered_at, s.id) < (${moment}::timestamptz, ${id}::uuid)`,
      ...(typed === "" ? [] : [sql`(s.waybill = ${typed} or starts_with(s.order_number, ${typed}))`]),
      ...(query.leg === undefined ? [] : [sql`s.leg = ${query.leg}`]),
      ...(query.show === undefined ? [] : [shown(query.show, today)]),
    ];
    const { rows } = await sql<ShipmentRow>`
      select ${SHIPMENT_COLUMNS} from shipment s where ${sql.join(conditions, sql` and `)}
      order by s.ordered_at desc, s.id desc limit ${PAGE_ROWS + 1}`.execute(tx);
    const page = rows.slice(0, PAGE_ROWS);
    const last = page.at(-1);
    return done({
      shipments: page.map((row) => viewShipment(row, today)),
      next: rows.length > PAGE_ROWS && last ? packCursor([last.orderedAt, last.shipmentId]) : null,
      silent: [...(await findSilent(tx))],
    });
  }),
);

/** Carriers whose feed cannot be read, those that are silent longest first. */
async function findSilent(tx: Tx): Promise<readonly { readonly carrier: string; readonly since: Instant }[]> {
  const { rows } = await sql<{ carrier: string; since: Instant }>`
    select carrier, failing_since as since from carrier_feed where failing_since is not null
    order by failing_since, carrier`.execute(tx);
  return rows;
}

const ENDED = sql`s.state = any (${[...ENDED_STATES]}::text[])`;

function shown(filter: (typeof SHIPMENT_FILTERS)[number], today: string) {
  return {
    open: sql`not ${ENDED}`,
    late: sql`s.live and s.due_on < ${today}::date`,
    // Also what goes on beside the one that took its place.
    failed: sql`case when s.live then s.state in ('attemptFailed', 'invited', 'returning', 'lost') else not ${ENDED} end`,
    ended: ENDED,
  }[filter];
}
