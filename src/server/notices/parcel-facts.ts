import { noticeOfReport } from "#domain/notice/notice-of-parcel.ts";
import type { ShipmentEvent } from "#domain/postal/shipment-event.ts";
import { countedInvitations } from "#domain/postal/postal-deadlines.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { officeOfReporter } from "../ledgers/office-of-reporter.ts";
import { loadJourneys } from "../ledgers/shipment-ledger.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import type { Reference } from "../units/reference.ts";
import type { NoticeFacts } from "./words.ts";

async function loadReport(tx: Tx, reference: Reference, reportId: string) {
  const report = await tx
    .selectFrom("shipment_event as e")
    .innerJoin("shipment as s", "s.id", "e.shipment_id")
    .select(["e.shipment_id", "e.type", "e.at", "e.actor_id", "e.next_on", "s.waybill"])
    .where("e.id", "=", reportId)
    .executeTakeFirst();
  invariant(report, "a message of a parcel has its report");
  const journey = (await loadJourneys(tx, [report.shipment_id])).get(report.shipment_id);
  invariant(journey, "a report is in a journey");
  return {
    ...report,
    journey: { ...journey, counted: countedInvitations(journey.invitations, postalCalendar(reference)) },
  };
}

/** Whether the parcel still stands where a report left it: who was reached after all is not told of an attempt. */
export async function isParcelSo(tx: Tx, reference: Reference, reportId: string): Promise<boolean> {
  const { type, at, journey } = await loadReport(tx, reference, reportId);
  return noticeOfReport({ type: type as ShipmentEvent["type"], at }, journey) !== null;
}

/** What a message about a parcel says of it: which one, where it lies, for the which time, when somebody comes again. */
export async function parcelFacts(
  tx: Tx,
  reference: Reference,
  reportId: string,
): Promise<{ readonly day: string | null; readonly parcel: NonNullable<NoticeFacts["parcel"]> }> {
  const report = await loadReport(tx, reference, reportId);
  const { next_on: nextOn, waybill, journey } = report;
  const office = await officeOfReporter(tx, report);
  return {
    day: nextOn && formatDay(nextOn),
    parcel: { waybill, office, nth: journey.counted.length },
  };
}
