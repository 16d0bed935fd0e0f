import { POSTAL_INCIDENTS } from "#domain/postal/postal-claims.ts";
import { INCIDENT_ENTRY_TYPES, INCIDENT_SOURCES, INCIDENT_STATES } from "#domain/postal/postal-incident.ts";
import {
  CANCEL_REASONS,
  POSTAL_ORDER_SOURCES,
  POSTAL_PAYMENTS,
  QUARANTINE_ENDS,
} from "#domain/postal/order-terms.ts";
import { MAIL_FAULTS, MAIL_NOTES, MAIL_REASONS } from "#domain/postal/mail-run.ts";
import { POSTAL_LEGS, POSTAL_SERVICES } from "#domain/postal/tariff.ts";

/** The closed lists of the post that the database holds, as the table in the test of truths. */
export const POSTAL_LISTS: Readonly<Record<string, readonly string[]>> = {
  "space.incident.kind": POSTAL_INCIDENTS,
  "space.incident.source": INCIDENT_SOURCES,
  "space.incident.state": INCIDENT_STATES,
  "space.incident_entry.type": INCIDENT_ENTRY_TYPES,
  "space.mail_run_extra.at_fault": MAIL_FAULTS,
  "space.mail_run_note.kind": MAIL_NOTES,
  "space.mail_run_note.reason": MAIL_REASONS,
  "space.postal_order.cancel_reason": CANCEL_REASONS,
  "space.postal_order.payment": POSTAL_PAYMENTS,
  "space.postal_order.service": POSTAL_SERVICES,
  "space.postal_order.source": POSTAL_ORDER_SOURCES,
  "space.quarantined_event.settled_as": QUARANTINE_ENDS,
  "space.shipment.leg": POSTAL_LEGS,
};
