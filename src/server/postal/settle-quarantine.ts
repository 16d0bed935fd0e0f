import { reopenQuarantine, settleQuarantine } from "#contract/quarantine.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { followReports } from "../ledgers/follow-reports.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import { openStray, recordShipmentEvents } from "../ledgers/shipment-ledger.ts";
import { postalCalendar } from "../units/postal-facts.ts";

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
