import { type Result, done, refuse } from "../shared/result.ts";

/** Where the matter stands inside the house. The ten national codes are a view of this richer list. */
export const BUSINESS_STATUSES = [
  "received",
  "forwarded",
  "processing",
  "awaitingApproval",
  "finished",
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

/** An act that moves the business status. */
export const MOVES = ["forward", "take", "recordOutcome", "sendBack", "approve", "returnResult"] as const;
export type Move = (typeof MOVES)[number];

/** Complete by type: a status without a row does not compile. */
const NEXT = {
  received: { forward: "forwarded" },
  forwarded: { take: "processing" },
  processing: { recordOutcome: "awaitingApproval" },
  awaitingApproval: { approve: "finished", sendBack: "processing" },
  finished: { returnResult: "returned" },
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

/**
 * The code of the national portal (TrangThaiHoSo, 1 to 10) for a status: a view, never stored. 10 stands
 * only when the citizen has signed, so the time to `returned` is not the agency's.
 */
export const NATIONAL_STATUS = {
  received: 2,
  forwarded: 4,
  processing: 4,
  awaitingApproval: 4,
  finished: 9,
  returned: 10,
} as const satisfies Record<BusinessStatus, number>;
