import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Deps } from "../deps.ts";
import type { Tx } from "../db/kysely.ts";
import { followReports } from "../ledgers/follow-reports.ts";
import { type ShipmentReport, keepAside, recordShipmentEvents } from "../ledgers/shipment-ledger.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import type { CarrierEvent } from "./carrier.ts";

/**
 * Puts what carriers told into the ledger of shipments, with what follows from it; what is of no shipment here is kept
 * aside there. What the carrier wrote beside an event stays out: it may name a person, and the ledger is for everybody who
 * may see the journey.
 *
 * @param now the moment of the recording
 */
export function reportRecorder(
  deps: Deps,
  now: () => Instant,
): (tx: Tx, events: readonly CarrierEvent[]) => Promise<void> {
  return async (tx, events) => {
    const reference = deps.reference.current();
    const reports = events.map((event) => ({ ...event, notes: null }));
    const { newId, ring } = deps;
    const at = now();
    const recording = { now: at, newId, ring, calendar: postalCalendar(reference) };
    const record = async (some: readonly ShipmentReport[]) => {
      const recorded = await recordShipmentEvents(tx, some, recording);
      await followReports(tx, { deps, reference, now: at }, recorded);
    };
    if (await isRecorded(tx, () => record(reports))) return;
    for (const report of reports) {
      if (await isRecorded(tx, () => record([report]))) continue;
      deps.log.error(
        { source: report.source, sourceId: report.sourceId },
        "a report that cannot be recorded is kept aside",
      );
      await keepAside(tx, [report], recording);
    }
  };
}

/** Of these the whole transaction is done again: the connection, a deadlock, a server that stops. */
const OF_THE_TRANSACTION = /^(08|40|53|57|58)/;

/**
 * One report that trips over a fault of ours must not hold up those of all other parcels for ever: what was begun with it
 * is undone, and it alone is kept aside for a person.
 *
 * @returns false when it was undone
 */
async function isRecorded(tx: Tx, record: () => Promise<void>): Promise<boolean> {
  await sql`savepoint of_reports`.execute(tx);
  try {
    await record();
    await sql`release savepoint of_reports`.execute(tx);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (OF_THE_TRANSACTION.test(code)) throw error;
    await sql`rollback to savepoint of_reports`.execute(tx);
    return false;
  }
}
