/** Where the matter stands inside the house. The ten national codes are a view of this richer list. */
export const BUSINESS_STATUSES = [
  "lodged",
  "toBeSupplemented",
  "notReceived",
  "awaitingConfirmation",
  "handedBack",
  "withdrawn",
  "received",
  "forwarded",
  "processing",
  "awaitingSupplement",
  "supplementAwaitingConfirmation",
  "awaitingPayment",
  "withdrawalAsked",
  "stopped",
  "awaitingApproval",
  "finished",
  "returnAwaitingConfirmation",
  "returned",
] as const;
export type BusinessStatus = (typeof BUSINESS_STATUSES)[number];

/** What of the fees is still owed. Collecting them is the money ledger's work. */
export const MONEY_STATUSES = ["nothingDue", "due", "toBeFixed"] as const;
export type MoneyStatus = (typeof MONEY_STATUSES)[number];

/** Where the result is on its way to the citizen. */
export const DELIVERY_STATUSES = ["notReady", "readyAtUnit", "handedOver"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What the national portal has been told. */
export const SYNC_STATUSES = ["notSent", "sent"] as const;
export type SyncStatus = (typeof SYNC_STATUSES)[number];

/**
 * A case officer has it, or has it again when it goes on: under work, waiting, or recorded and back with that officer if
 * the approver sends it back. What waits may have none yet.
 */
export const CASE_STATUSES = [
  "processing",
  "awaitingSupplement",
  "supplementAwaitingConfirmation",
  "awaitingPayment",
  "withdrawalAsked",
  "awaitingApproval",
] as const satisfies readonly BusinessStatus[];

export function isInCase(status: BusinessStatus): boolean {
  return CASE_STATUSES.some((one) => one === status);
}

/** Still on the desk of whoever took it in: nothing of it has been forwarded. */
export const DESK_STATUSES = [
  "awaitingConfirmation",
  "handedBack",
  "received",
] as const satisfies readonly BusinessStatus[];

/** What waits for a civil servant's confirmation (autonomy `assist`): a taking in, a supplement, a returning. */
export const AWAITING_STATUSES = [
  "awaitingConfirmation",
  "supplementAwaitingConfirmation",
  "returnAwaitingConfirmation",
] as const;

/** Not received yet, or never. */
const BEFORE_RECEIPT = [
  "lodged",
  "toBeSupplemented",
  "notReceived",
  "awaitingConfirmation",
  "handedBack",
  "withdrawn",
] as const satisfies readonly BusinessStatus[];

/** Not received yet, or never: there is no Mẫu 01 for it. */
export function isBeforeReceipt(status: BusinessStatus): boolean {
  return BEFORE_RECEIPT.some((one) => one === status);
}

/** Ended, one way or another: nothing but a correction of the result moves it again. */
export const ENDED_STATUSES = [
  "notReceived",
  "withdrawn",
  "stopped",
  "returned",
] as const satisfies readonly BusinessStatus[];

export function hasEnded(status: BusinessStatus): boolean {
  return ENDED_STATUSES.some((one) => one === status);
}

/** The clock of the agency stands still: the next step is the citizen's. */
export const STANDING_STATUSES = [
  "awaitingSupplement",
  "awaitingPayment",
] as const satisfies readonly BusinessStatus[];

export function isStanding(status: BusinessStatus): boolean {
  return STANDING_STATUSES.some((one) => one === status);
}

/** The result is in the citizen's hands, be it confirmed or not yet. */
export function hasResultInHand(status: BusinessStatus): boolean {
  return status === "returnAwaitingConfirmation" || status === "returned";
}

/**
 * Mẫu 01 is what a result is fetched with: there is none before the confirmation, and whoever has the result needs none.
 *
 * @rule CONFIRMATION-01
 * @example isReceiptWanted("processing") → true; isReceiptWanted("returned") → false
 */
export function isReceiptWanted(status: BusinessStatus): boolean {
  return !isBeforeReceipt(status) && !hasResultInHand(status) && status !== "stopped";
}

/**
 * The code of the national portal (TrangThaiHoSo, 1 to 10) for a status: a view, never stored. 10 stands
 * only when the citizen has signed, so the time to `returned` is not the agency's. What waits for a confirmation
 * has the code of before, and what the citizen took home unconfirmed is 3, since from 1 only 2, 3 and 5 follow
 * [inference].
 */
export const NATIONAL_STATUS = {
  lodged: 1,
  toBeSupplemented: 5,
  notReceived: 3,
  awaitingConfirmation: 1,
  handedBack: 1,
  withdrawn: 3,
  received: 2,
  forwarded: 4,
  processing: 4,
  awaitingSupplement: 5,
  supplementAwaitingConfirmation: 5,
  awaitingPayment: 6,
  withdrawalAsked: 7,
  stopped: 8,
  awaitingApproval: 4,
  finished: 9,
  returnAwaitingConfirmation: 9,
  returned: 10,
} as const satisfies Record<BusinessStatus, number>;
