import type { Instant } from "#domain/shared/instant.ts";
import type { Deps } from "../deps.ts";
import type { Tx } from "../db/kysely.ts";
import { type Recorded, recordShipmentEvents } from "../ledgers/shipment-ledger.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import type { CarrierEvent } from "./carrier.ts";

/**
 * Puts what carriers told into the ledger of shipments; what is of no shipment here is kept aside there. What the carrier
 * wrote beside an event stays out: it may name a person, and the ledger is for everybody who may see the journey.
 *
 * @param now the moment of the recording
 */
export function reportRecorder(
  { reference, newId }: Pick<Deps, "reference" | "newId">,
  now: () => Instant,
): (tx: Tx, events: readonly CarrierEvent[]) => Promise<Recorded> {
  return (tx, events) => {
    const calendar = postalCalendar(reference.current());
    const reports = events.map((event) => ({ ...event, notes: null }));
    return recordShipmentEvents(tx, reports, { now: now(), newId, calendar });
  };
}
