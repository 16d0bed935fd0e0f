import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import type { ShipmentEvent } from "#domain/postal/shipment-event.ts";
import { shipmentJourney } from "#domain/postal/shipment-journey.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Carrier, type CarrierEvent, failure } from "../carrier.ts";

/** What our own couriers' carrier needs of the shipments that are kept here. */
export interface OwnRecords {
  /** All that was reported of an order; null when no shipment is called so. */
  readonly eventsOf: (orderNumber: string) => Promise<readonly ShipmentEvent[] | null>;
  /** Records an event; the same one twice is one. */
  readonly record: (event: CarrierEvent) => Promise<void>;
  /** What was reported after the row of an id, in the order in which it was recorded, at most so many. */
  readonly after: (afterId: string | null, limit: number) => Promise<readonly OwnEvent[]>;
}

/** An event with the id of its row in the ledger, by which pages go on. */
export interface OwnEvent {
  readonly id: string;
  /** Null: it was taken back since, and is not told. */
  readonly event: CarrierEvent | null;
}

/**
 * Our own couriers as a carrier like any other. Nothing is sent anywhere: an order is an event that puts the shipment on
 * the round, what couriers do is in the ledger already, and the feed reads it back for whoever wants it as carriers tell it.
 */
export function ownCarrier(records: OwnRecords, now: () => Instant): Carrier {
  const report = (orderNumber: string, type: "ordered" | "cancelled") =>
    records.record({
      type,
      source: OWN_CARRIER,
      sourceId: `${orderNumber}:${type}`,
      at: now(),
      toldAt: null,
      withdrawn: false,
      orderNumber,
      waybill: null,
      posId: null,
      notes: null,
    });
  return {
    name: OWN_CARRIER,
    order: async ({ orderNumber }) => {
      const events = await records.eventsOf(orderNumber);
      if (events === null) return failure("carrier_refused", "no such shipment");
      if (shipmentJourney(events).state !== "notOrdered")
        return failure("already_ordered", "it is on the round");
      await report(orderNumber, "ordered");
      return { ok: true, value: { waybill: null } };
    },
    cancel: async (orderNumber) => {
      const events = await records.eventsOf(orderNumber);
      if (events === null) return failure("carrier_refused", "no such shipment");
      if (shipmentJourney(events).state === "cancelled") return { ok: true, value: null };
      await report(orderNumber, "cancelled");
      // Whether a courier had it in hand by then is the journey's to say, also of what was recorded meanwhile.
      const after = shipmentJourney((await records.eventsOf(orderNumber)) ?? []);
      if (after.state === "cancelled") return { ok: true, value: null };
      return failure("carrier_refused", "the courier has it in hand");
    },
    // The wish is on the shipment, which is the round's: there is nobody to tell.
    recall: async (orderNumber) =>
      (await records.eventsOf(orderNumber)) === null
        ? failure("carrier_refused", "no such shipment")
        : { ok: true, value: null },
    track: async (afterId, pageSize) => {
      const rows = await records.after(afterId, pageSize);
      const lastId = rows.at(-1)?.id ?? afterId;
      return {
        ok: true,
        value: { events: rows.flatMap(({ event }) => event ?? []), lastId, moved: lastId !== afterId },
      };
    },
  };
}
