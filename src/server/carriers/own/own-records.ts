import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import { sql } from "kysely";
import { type Db, type RowAccess, type Space, inSpace } from "../../db/kysely.ts";
import { loadJourneys } from "../../ledgers/shipment-ledger.ts";
import type { FeedPlace } from "../carrier-feed.ts";
import { type OwnEvent, type OwnRecords } from "./own-carrier.ts";

export interface OwnPlace {
  readonly db: Db;
  readonly space: Space;
  readonly access: RowAccess;
  readonly record: FeedPlace["record"];
}

/**
 * The shipments that are kept here, as our own couriers' carrier needs them. Pages go by the ids of the ledger's rows: what
 * was recorded in the very millisecond in which a page was read may be missed, which is why no ledger is filled from it.
 */
export function ownRecords({ db, space, access, record }: OwnPlace): OwnRecords {
  return {
    eventsOf: (orderNumber) =>
      inSpace(db, space, access, async (tx) => {
        const { rows } = await sql<{ id: string }>`
          select id from shipment where order_number = ${orderNumber}`.execute(tx);
        const [shipment] = rows;
        if (!shipment) return null;
        return (await loadJourneys(tx, [shipment.id])).get(shipment.id)?.events ?? [];
      }),
    record: (event) => inSpace(db, space, access, async (tx) => void (await record(tx, [event]))),
    after: (afterId, limit) =>
      inSpace(db, space, access, async (tx) => {
        const { rows } = await sql<OwnRow>`
          select event.id, event.source_id, event.shipment_id, shipment.order_number, shipment.waybill
          from shipment_event as event join shipment on shipment.id = event.shipment_id
          where event.source = ${OWN_CARRIER} and not event.withdrawn
            and (${afterId}::uuid is null or event.id > ${afterId}::uuid)
          order by event.id limit ${limit}`.execute(tx);
        const journeys = await loadJourneys(
          tx,
          rows.map(({ shipment_id: id }) => id),
        );
        return rows.map((row): OwnEvent => {
          const events = journeys.get(row.shipment_id)?.events ?? [];
          const event = events.find((one) => one.source === OWN_CARRIER && one.sourceId === row.source_id);
          const from = { waybill: row.waybill, orderNumber: row.order_number };
          const told = event ? { ...event, ...from, posId: null, notes: null, toldAt: null } : null;
          return { id: row.id, event: told };
        });
      }),
  };
}

interface OwnRow {
  readonly id: string;
  readonly source_id: string;
  readonly shipment_id: string;
  readonly order_number: string;
  readonly waybill: string | null;
}
