import type { Instant } from "#domain/shared/instant.ts";
import type { Deps } from "../deps.ts";
import type { Tx } from "../db/kysely.ts";
import { closeDeliveries } from "../ledgers/delivery-ledger.ts";
import { type Recorded, recordShipmentEvents } from "../ledgers/shipment-ledger.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import type { CarrierEvent } from "./carrier.ts";

/**
 * Puts what carriers told into the ledger of shipments, with what follows from a delivery; what is of no shipment here is
 * kept aside there. What the carrier
 * wrote beside an event stays out: it may name a person, and the ledger is for everybody who may see the journey.
 *
 * @param now the moment of the recording
 */
export function reportRecorder(
  deps: Deps,
  now: () => Instant,
): (tx: Tx, events: readonly CarrierEvent[]) => Promise<Recorded> {
  return async (tx, events) => {
    const reference = deps.reference.current();
    const reports = events.map((event) => ({ ...event, notes: null }));
    const { newId, ring } = deps;
    const at = now();
    const recording = { now: at, newId, ring, calendar: postalCalendar(reference) };
    const recorded = await recordShipmentEvents(tx, reports, recording);
    await closeDeliveries(tx, { deps, reference, now: at }, recorded.touched);
    return recorded;
  };
}
