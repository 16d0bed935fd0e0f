import { type Result, done, refuse } from "../shared/result.ts";

/** Where the matter stands inside the house. The ten national codes are a view of this richer list. */
export const BUSINESS_STATUSES = [
  "awaitingConfirmation",
  "handedBack",
  "withdrawn",
  "received",
  "forwarded",
  "processing",
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

/** An act that moves the business status, or leaves it with words. */
export const MOVES = [
  "confirm",
  "handBack",
  "correct",
  "resubmit",
  "withdraw",
  "forward",
  "take",
  "recordOutcome",
  "sendBack",
  "approve",
  "returnResult",
  "handOver",
  "remark",
] as const;
export type Move = (typeof MOVES)[number];

/** Complete by type: a status without a row does not compile. */
const NEXT = {
  awaitingConfirmation: { confirm: "received", handBack: "handedBack" },
  handedBack: { correct: "awaitingConfirmation", resubmit: "awaitingConfirmation", withdraw: "withdrawn" },
  withdrawn: {},
  received: { forward: "forwarded" },
  forwarded: { take: "processing" },
  processing: { recordOutcome: "awaitingApproval" },
  awaitingApproval: { approve: "finished", sendBack: "processing" },
  finished: { returnResult: "returned", handOver: "returnAwaitingConfirmation" },
  // The paper is in the citizen's hands: words can be exchanged, and nothing but the confirmation is left.
  returnAwaitingConfirmation: { confirm: "returned", remark: "returnAwaitingConfirmation" },
  returned: {},
} as const satisfies Record<BusinessStatus, Partial<Record<Move, BusinessStatus>>>;

/**
 * The status after a move.
 * @returns `move_not_allowed` with the status when it cannot be made from there.
 * @example afterMove("awaitingApproval", "approve") → "finished"
 */
export function afterMove(status: BusinessStatus, move: Move): Result<BusinessStatus, "move_not_allowed"> {
  const next: BusinessStatus | undefined = (NEXT[status] as Partial<Record<Move, BusinessStatus>>)[move];
  return next === undefined ? refuse("move_not_allowed", { status, move }) : done(next);
}

/** The moves that a status allows, in the order of {@link MOVES}. */
export function movesFrom(status: BusinessStatus): readonly Move[] {
  return MOVES.filter((move) => afterMove(status, move).ok);
}

/** A case officer has it: under work, or recorded and back with that officer if the approver sends it back. */
export const CASE_STATUSES = ["processing", "awaitingApproval"] as const;

export function isInCase(status: BusinessStatus): boolean {
  return CASE_STATUSES.some((one) => one === status);
}

/** Still on the desk of whoever took it in: nothing of it has been forwarded. */
export const DESK_STATUSES = [
  "awaitingConfirmation",
  "handedBack",
  "received",
] as const satisfies readonly BusinessStatus[];

/** What waits for a civil servant's confirmation (autonomy `assist`): a taking in, a returning. */
export const AWAITING_STATUSES = ["awaitingConfirmation", "returnAwaitingConfirmation"] as const;

/** Not received yet, or never: there is no Mẫu 01 for it. */
export function isBeforeReceipt(status: BusinessStatus): boolean {
  return status === "awaitingConfirmation" || status === "handedBack" || status === "withdrawn";
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
  return !isBeforeReceipt(status) && !hasResultInHand(status);
}

/**
 * The code of the national portal (TrangThaiHoSo, 1 to 10) for a status: a view, never stored. 10 stands
 * only when the citizen has signed, so the time to `returned` is not the agency's. What waits for a confirmation
 * has the code of before, and what the citizen took home unconfirmed is 3, since from 1 only 2, 3 and 5 follow
 * [inference].
 */
export const NATIONAL_STATUS = {
  awaitingConfirmation: 1,
  handedBack: 1,
  withdrawn: 3,
  received: 2,
  forwarded: 4,
  processing: 4,
  awaitingApproval: 4,
  finished: 9,
  returnAwaitingConfirmation: 9,
  returned: 10,
} as const satisfies Record<BusinessStatus, number>;
