import { type SHIPMENT_FILTERS, listShipments } from "#contract/postal.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import { withCountedInvitations } from "../ledgers/counted-invitations.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import { ENDED, SHIPMENT_COLUMNS, toLookAt, type ShipmentRow, viewShipment } from "./shipment-views.ts";

const LAST_PLACE = ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const;

/** Shipments of this person's places, newest first. */
export const listShipmentsRoute = bind(listShipments, ({ actor, query, reference, now, read }) =>
  read(async (tx) => {
    const today = localTime(now).day;
    const [moment, id] = unpackCursor(query.after, [CURSOR_MOMENT, CURSOR_ID]) ?? LAST_PLACE;
    const conditions = [
      sql`(s.ordered_at, s.id) < (${moment}::timestamptz, ${id}::uuid)`,
      ...meant(query.q ?? "", actor),
      ...(query.leg === undefined ? [] : [sql`s.leg = ${query.leg}`]),
      ...(query.show === undefined ? [] : [shownBy(query.show, now)]),
    ];
    const { rows } = await sql<ShipmentRow>`
      select ${SHIPMENT_COLUMNS} from shipment s where ${sql.join(conditions, sql` and `)}
      order by s.ordered_at desc, s.id desc limit ${PAGE_ROWS + 1}`.execute(tx);
    const shown = rows.slice(0, PAGE_ROWS);
    const page = await withCountedInvitations(tx, shown, postalCalendar(reference));
    const last = page.at(-1);
    return done({
      shipments: page.map((row) => viewShipment(row, today)),
      next: rows.length > PAGE_ROWS && last ? packCursor([last.orderedAt, last.shipmentId]) : null,
      silent: [...(await findSilent(tx))],
    });
  }),
);

/** So many dossiers of one name are looked at, the newest first: who has more types the number as well. */
const NAMESAKES_MAX = 500;

/** What was typed: a number, a code or the beginning of one, or the words of the applicant's name. */
function meant(typed: string, { places }: Actor): readonly RawBuilder<unknown>[] {
  const number = typed.replace(/\s+/g, "").toUpperCase();
  if (number === "") return [];
  const isNumber = sql`s.waybill = ${number} or starts_with(s.order_number, ${number})`;
  if (/\d/.test(number)) return [sql`(${isNumber})`];
  const ids = sql`${[...places]}::uuid[]`;
  return [
    sql`(${isNumber} or s.dossier_id in (select dossier_id
      from search_dossier(${ids}, ${ids}, ${searchKey(typed)}, 'infinity', ${LAST_PLACE[1]}::uuid, ${NAMESAKES_MAX})))`,
  ];
}

/** Carriers whose feed cannot be read, those that are silent longest first. */
async function findSilent(tx: Tx): Promise<readonly { readonly carrier: string; readonly since: Instant }[]> {
  const { rows } = await sql<{ carrier: string; since: Instant }>`
    select carrier, failing_since as since from carrier_feed where failing_since is not null
    order by failing_since, carrier`.execute(tx);
  return rows;
}

function shownBy(filter: (typeof SHIPMENT_FILTERS)[number], now: Instant) {
  return {
    open: sql`not ${ENDED}`,
    late: sql`s.live and s.due_on < ${localTime(now).day}::date`,
    failed: toLookAt(now),
    ended: ENDED,
  }[filter];
}
