import type { ShipmentEvent } from "../postal/shipment-event.ts";
import type { ShipmentJourney } from "../postal/shipment-journey.ts";
import type { NoticeKind } from "./notice.ts";

/**
 * What a citizen is told because of a report of the parcel with the result: what asks something of him or her, or ends
 * the way otherwise than at the door. The rest stands on the page of the dossier.
 */
const NOTICE_OF_REPORT = {
  attemptFailed: "parcelAttempted",
  invited: "parcelInvited",
  lost: "parcelLost",
  backAtAgency: "parcelBack",
} as const satisfies Partial<Record<ShipmentEvent["type"], NoticeKind>>;

/** A report as far as a message depends on it. */
export type ToldReport = Pick<ShipmentEvent, "type" | "at">;

/**
 * What the citizen is told because of a report; null: nothing, or nothing any more, since the parcel has gone on.
 *
 * @param journey the way of the parcel as it is known now
 * @rule NOTICE-02
 * @example noticeOfReport({ type: "lost", at }, { state: "delivered", since: later }) → null
 */
export function noticeOfReport(
  { type, at }: ToldReport,
  { state, since }: Pick<ShipmentJourney, "state" | "since">,
): NoticeKind | null {
  if (state !== type || since !== at) return null;
  return type in NOTICE_OF_REPORT ? NOTICE_OF_REPORT[type as keyof typeof NOTICE_OF_REPORT] : null;
}
