import type { ShipmentEvent } from "../postal/shipment-event.ts";
import type { ShipmentJourney } from "../postal/shipment-journey.ts";
import { type Instant, localTime } from "../shared/instant.ts";
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

/** The way of the parcel, as far as a message depends on it. */
type ToldJourney = Pick<ShipmentJourney, "state" | "since" | "attempts"> & {
  /** The invitations that count: see `countedInvitations`. */
  readonly counted: readonly Instant[];
};

/**
 * What the citizen is told because of a report; null: nothing, or nothing any more, since the parcel has gone on. Who came
 * several times on one day says it once, unless another day was agreed; of an invitation that followed too soon nothing is
 * said, and it takes nothing back from the one before.
 *
 * @param journey the way of the parcel as it is known now
 * @rule NOTICE-02
 * @example noticeOfReport({ type: "lost", at }, { state: "delivered", since: later, attempts: [], counted: [] }) → null
 */
export function noticeOfReport({ type, at }: ToldReport, journey: ToldJourney): NoticeKind | null {
  if (journey.state !== type || saidSince(journey) !== at) return null;
  return type in NOTICE_OF_REPORT ? NOTICE_OF_REPORT[type as keyof typeof NOTICE_OF_REPORT] : null;
}

/** Since when what is said of the parcel now holds. */
function saidSince({ state, since, attempts, counted }: ToldJourney): Instant | null {
  if (state === "attemptFailed") return firstOfDay(attempts);
  return state === "invited" ? (counted.at(-1) ?? null) : since;
}

/** When it was first said on its day what the newest attempt says; null without an attempt. */
function firstOfDay(attempts: ShipmentJourney["attempts"]): Instant | null {
  const last = attempts.at(-1);
  if (!last) return null;
  const saysOther = attempts.findLastIndex(
    ({ at, nextOn }) => nextOn !== last.nextOn || localTime(at).day !== localTime(last.at).day,
  );
  return attempts[saysOther + 1]?.at ?? null;
}
