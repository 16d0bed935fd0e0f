import { noticeOfReport } from "#domain/notice/notice-of-parcel.ts";
import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import { countedInvitations } from "#domain/postal/postal-deadlines.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { NOTICE_TOPIC } from "./notice-topic.ts";
import type { Recorded } from "./shipment-ledger.ts";

/**
 * What must be done because of new reports: the citizen is told of the parcel with the result, when it is something to be
 * told of and still so. The message counts to the event that the dossier stands at.
 *
 * @param tx sees the dossiers of the shipments
 * @rule NOTICE-02
 */
export async function orderParcelNotices(
  tx: Tx,
  { fresh, touched }: Pick<Recorded, "touched" | "fresh">,
  {
    now,
    newId,
    calendar,
  }: { readonly now: Instant; readonly newId: () => string; readonly calendar: WorkCalendar },
): Promise<void> {
  const orders = touched.flatMap(({ shipmentId, journey }) =>
    fresh
      .filter((report) => report.shipment_id === shipmentId && !report.withdrawn)
      .map((report) => ({
        id: newId(),
        report: report.id,
        kind: noticeOfReport(report, {
          ...journey,
          counted: countedInvitations(journey.invitations, calendar),
        }),
      }))
      .filter(({ kind }) => kind !== null)
      // Several that say the same of the same instant are one.
      .slice(0, 1),
  );
  if (orders.length === 0) return;
  await sql`
    insert into outbox (id, topic, payload, created_at, lane)
    select told.id, ${NOTICE_TOPIC}, jsonb_build_object('dossierId', d.id, 'seq', d.version, 'kind', told.kind,
      'parcelEventId', told.report), ${now}::timestamptz, d.id
    from jsonb_to_recordset(${JSON.stringify(orders)}::jsonb) as told (id uuid, report uuid, kind text)
    join shipment_event e on e.id = told.report
    join shipment s on s.id = e.shipment_id and s.leg = 'return'
    join dossier d on d.id = s.dossier_id`.execute(tx);
}
