import { listQuarantine, reopenQuarantine, settleQuarantine } from "#contract/quarantine.ts";
import type { ShipmentEvent } from "#domain/postal/shipment-event.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { followReports } from "../ledgers/follow-reports.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import { openStray, recordShipmentEvents } from "../ledgers/shipment-ledger.ts";
import { postalCalendar } from "../units/postal-facts.ts";

const FIRST_PLACE = ["-infinity", "00000000-0000-0000-0000-000000000000"] as const;

const NOTHING_TOLD = { code: null, message: null } as const;

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
}

/** Reports of shipments that nobody here knows, the oldest first. */
export const listQuarantineRoute = bind(listQuarantine, ({ deps, query, read }) =>
  read(async (tx) => {
    const [moment, id] = unpackCursor(query.after, [CURSOR_MOMENT, CURSOR_ID]) ?? FIRST_PLACE;
    const { rows } = await sql<Row>`
      select id as "eventId", source, waybill, order_number as "orderNumber", type, at, received_at as "receivedAt", payload, payload_sealed
      from quarantined_event
      where settled_at is null and (received_at, id) > (${moment}::timestamptz, ${id}::uuid)
      order by received_at, id limit ${PAGE_ROWS + 1}`.execute(tx);
    const page = rows.slice(0, PAGE_ROWS);
    const last = page.at(-1);
    return done({
      events: page.map(({ payload, payload_sealed, ...row }) => {
        const report = openStray(deps.ring, row.eventId, { payload, payload_sealed });
        const { code, message } = report.type === "unknown" ? report : NOTHING_TOLD;
        return { ...row, code, message };
      }),
      next: rows.length > PAGE_ROWS && last ? packCursor([last.receivedAt, last.eventId]) : null,
    });
  }),
);

/** A person says of which shipment a stray report is, or that it is of none. */
export const settleQuarantineRoute = bind(
  settleQuarantine,
  ({ actor, body, deps, params, reference, now, write }) =>
    write(async (tx, space) => {
      const stray = await tx
        .selectFrom("quarantined_event")
        .select(["payload", "payload_sealed", "settled_at"])
        .where("id", "=", params.eventId)
        .forUpdate()
        .executeTakeFirst();
      if (!stray) return refuse("not_found");
      if (stray.settled_at !== null) return refuse("quarantine_settled");
      const shipmentId = body.shipment === null ? null : await shipmentCalled(tx, body.shipment);
      if (shipmentId === undefined) return refuse("shipment_unknown");
      if (shipmentId !== null) {
        const report = openStray(deps.ring, params.eventId, stray);
        const recorded = await recordShipmentEvents(tx, [{ ...report, shipmentId }], {
          now,
          newId: deps.newId,
          ring: deps.ring,
          calendar: postalCalendar(reference),
        });
        const closing = { deps, reference, now };
        await acrossSpace(tx, { reference, space }, () => followReports(tx, closing, recorded), actor.places);
      }
      await tx
        .updateTable("quarantined_event")
        .set({
          settled_at: now,
          settled_by: actor.accountId,
          settled_as: shipmentId === null ? "dismissed" : "attached",
          shipment_id: shipmentId,
        })
        .where("id", "=", params.eventId)
        .execute();
      return done({ shipmentId });
    }),
);

/** Undoes a laying aside. What was attached moved a shipment: that is undone by whoever reported it. */
export const reopenQuarantineRoute = bind(reopenQuarantine, ({ params, write }) =>
  write(async (tx) => {
    const stray = await tx
      .selectFrom("quarantined_event")
      .select(["settled_as"])
      .where("id", "=", params.eventId)
      .forUpdate()
      .executeTakeFirst();
    if (!stray) return refuse("not_found");
    if (stray.settled_as === "attached") return refuse("quarantine_settled");
    await tx
      .updateTable("quarantined_event")
      .set({ settled_at: null, settled_by: null, settled_as: null })
      .where("id", "=", params.eventId)
      .where(sql<boolean>`num_nonnulls(payload, payload_sealed) = 1`)
      .execute();
    return done({ eventId: params.eventId });
  }),
);

/** The order of that number first, then the live one that bears it, then the newest; undefined when none within sight is called so. */
async function shipmentCalled(tx: Tx, typed: string): Promise<string | undefined> {
  const name = typed.replace(/\s+/g, "").toUpperCase();
  const { rows } = await sql<{ id: string }>`
    select s.id from shipment s join dossier d on d.id = s.dossier_id
    where s.waybill = ${name} or s.order_number = ${name}
      or d.code = ${name} and (select count(*) from shipment o where o.dossier_id = d.id) = 1
    order by s.order_number = ${name} desc, s.live desc, s.ordered_at desc limit 1`.execute(tx);
  return rows[0]?.id;
}
