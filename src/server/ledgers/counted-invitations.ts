import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import { countedInvitations } from "#domain/postal/postal-deadlines.ts";
import type { Tx } from "../db/kysely.ts";
import { loadJourneys } from "./shipment-ledger.ts";

interface Row {
  readonly shipmentId: string;
  /** As the column has it: each that was reported. */
  readonly invitations: number;
}

/**
 * Rows of shipments with the invitations that count instead of those that were reported: a number that is told to anybody is
 * this one. Few are invited twice, and only their reports are read.
 */
export async function withCountedInvitations<R extends Row>(
  tx: Tx,
  rows: readonly R[],
  calendar: WorkCalendar,
): Promise<readonly R[]> {
  const several = rows.filter(({ invitations }) => invitations > 1).map(({ shipmentId }) => shipmentId);
  if (several.length === 0) return rows;
  const journeys = await loadJourneys(tx, several);
  return rows.map((row) => {
    const journey = journeys.get(row.shipmentId);
    return journey ? { ...row, invitations: countedInvitations(journey.invitations, calendar).length } : row;
  });
}
