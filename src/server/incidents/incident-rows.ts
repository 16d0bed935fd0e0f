import type { IncidentLine } from "#contract/incidents.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";

/** An incident as its row is read for a list. */
export type IncidentRow = Omit<IncidentLine, "late" | "nextDueOn" | "openedOn"> & {
  readonly openedOn: PlainDate;
  readonly nextDueOn: PlainDate | null;
};

/** The columns of {@link IncidentRow} of the tables `i` (incident) and `s` (shipment). */
export const INCIDENT_COLUMNS = sql`i.id as "incidentId", i.shipment_id as "shipmentId", i.dossier_id as "dossierId",
  i.kind, i.source, i.opened_on as "openedOn", i.state, i.live, i.next_due_on as "nextDueOn", i.version,
  s.leg, s.waybill, s.order_number as "orderNumber"`;

/** A row as it is shown on a day: late when what is owed next should have been done before. */
export function viewIncident(row: IncidentRow, today: PlainDate): IncidentLine {
  return { ...row, late: row.nextDueOn !== null && row.nextDueOn < today };
}
