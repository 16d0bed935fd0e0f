import type { DossierEventType } from "../dossier/dossier-event.ts";
import type { ReceiptDelivery } from "../dossier/dossier-payloads.ts";
import { type BusinessStatus, hasEnded, hasResultInHand, isReceiptWanted } from "../dossier/dossier-state.ts";
import type { NoticeKind } from "./notice.ts";

/**
 * The one table of what a citizen is told because of what happened. What stands in neither this nor the confirmation
 * below is the house's own business, or was done before the citizen's eyes.
 */
const NOTICE_OF_EVENT = {
  "dossier.supplementAskedBeforeReceipt": "supplementBeforeReceipt",
  "dossier.intakeRefused": "intakeRefused",
  "dossier.supplementAsked": "supplement",
  "dossier.supplemented": "newDate",
  "dossier.dutyImposed": "duty",
  "dossier.dutyFulfilled": "newDate",
  "dossier.withdrawalAccepted": "stopped",
  "dossier.withdrawalDeclined": "withdrawalDeclined",
  "dossier.stopped": "stopped",
  "dossier.extended": "extended",
  "dossier.apologised": "apology",
  "dossier.submitted": "newDate",
  "dossier.dueDateMoved": "newDate",
  "dossier.approved": "resultReady",
  "dossier.reopened": "reopened",
} as const satisfies Partial<Record<DossierEventType, NoticeKind>>;

/** What the dossier was before the event, as far as it matters. */
export interface BeforeEvent {
  readonly business: BusinessStatus;
  readonly receiptDue: ReceiptDelivery | null;
}

/** An event as far as a message depends on it. */
export interface ToldEvent {
  readonly type: DossierEventType;
  readonly payload?: object;
}

/**
 * What the citizen is told because of an event; null: nothing. A confirmation tells of what it confirms: Mẫu 01, where
 * the citizen chose a message, or the date that a supplement gave.
 *
 * @param before null for the event that opens a dossier
 * @rule NOTICE-02
 * @example noticeOf(dossierEvent("dossier.approved", {}), state) → "resultReady"
 */
export function noticeOf(event: ToldEvent, before: BeforeEvent | null): NoticeKind | null {
  const { type, payload } = event;
  // The citizen waits for all parts, and hears at once of the one that is refused; what is granted comes with the whole.
  if (type === "dossier.partEnded")
    return payload !== undefined && "end" in payload && payload.end === "refused" ? "partRefused" : null;
  if (type !== "dossier.confirmed") return kindOf(event);
  if (before?.business === "supplementAwaitingConfirmation") return "newDate";
  return before?.business === "awaitingConfirmation" && before.receiptDue === "message" ? "receipt" : null;
}

/** The date of what was signed for before the intake is told with the receipt. */
function kindOf({ type, payload = {} }: ToldEvent): NoticeKind | null {
  if (type === "dossier.submitted" && "atIntake" in payload) return null;
  return isTold(type) ? NOTICE_OF_EVENT[type] : null;
}

/**
 * Of a part the citizen is not told that it is ready: the answer is that of the whole.
 *
 * @rule NOTICE-02
 */
export function isAnswerOfWhole(kind: NoticeKind): boolean {
  return ANSWERS_OF_WHOLE.includes(kind);
}

const ANSWERS_OF_WHOLE: readonly NoticeKind[] = ["resultReady", "resultReminder", "newDate"];

function isTold(type: DossierEventType): type is keyof typeof NOTICE_OF_EVENT {
  return type in NOTICE_OF_EVENT;
}

const isOpen = (status: BusinessStatus) => !hasEnded(status) && !hasResultInHand(status);
const is = (wanted: BusinessStatus) => (status: BusinessStatus) => status === wanted;

/** In which statuses each kind still says what is so. */
const STILL_SO = {
  receipt: isReceiptWanted,
  supplementBeforeReceipt: is("toBeSupplemented"),
  intakeRefused: is("notReceived"),
  supplement: is("awaitingSupplement"),
  duty: is("awaitingPayment"),
  newDate: isOpen,
  extended: isOpen,
  apology: isOpen,
  stopped: is("stopped"),
  withdrawalDeclined: isOpen,
  resultReady: is("finished"),
  reopened: (status) => isOpen(status) && status !== "finished",
  partRefused: (status) => isOpen(status) && status !== "finished",
  supplementReminder: is("awaitingSupplement"),
  dutyReminder: is("awaitingPayment"),
  resultReminder: is("finished"),
  // The way of the parcel says more: see notice-of-parcel.ts.
  parcelAttempted: is("finished"),
  parcelInvited: is("finished"),
  parcelLost: is("finished"),
  parcelBack: is("finished"),
} as const satisfies Record<NoticeKind, (status: BusinessStatus) => boolean>;

/**
 * Whether a message that waited, for the morning or for a mail server, is still worth sending: whoever has brought the
 * papers is not asked for them.
 *
 * @rule NOTICE-02
 * @example isStillSo("supplement", "processing") → false
 */
export function isStillSo(kind: NoticeKind, status: BusinessStatus): boolean {
  return STILL_SO[kind](status);
}
