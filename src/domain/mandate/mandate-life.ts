import type { AccountId } from "../shared/id.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";

/** From the first draft to the last day. Only `inForce` gives a right, and only within the mandate's period. */
export const MANDATE_STATUSES = [
  "drafted",
  "proposed",
  "approved",
  "inForce",
  "suspended",
  "ended",
  "refused",
] as const;
export type MandateStatus = (typeof MANDATE_STATUSES)[number];

/** An act that moves a mandate. */
export const MANDATE_MOVES = [
  "propose",
  "sendBack",
  "approve",
  "refuse",
  "bringIntoForce",
  "suspend",
  "resume",
  "end",
] as const;
export type MandateMove = (typeof MANDATE_MOVES)[number];

/** Complete by type: a status without a row does not compile. */
const NEXT = {
  drafted: { propose: "proposed", end: "ended" },
  proposed: { sendBack: "drafted", approve: "approved", refuse: "refused" },
  approved: { bringIntoForce: "inForce", end: "ended" },
  inForce: { suspend: "suspended", end: "ended" },
  suspended: { resume: "inForce", end: "ended" },
  ended: {},
  refused: {},
} as const satisfies Record<MandateStatus, Partial<Record<MandateMove, MandateStatus>>>;

/** Moves by which the state gives, takes or gives back a right: each rests on a decision with a number. */
export const MOVES_BY_DECISION: ReadonlySet<MandateMove> = new Set<MandateMove>([
  "approve",
  "bringIntoForce",
  "suspend",
  "resume",
]);
/** Moves that somebody else has to live with: they are told why. */
export const MOVES_WITH_REASON: ReadonlySet<MandateMove> = new Set<MandateMove>([
  "sendBack",
  "refuse",
  "suspend",
  "end",
]);
/** Moves that make no sense once the period is over. */
const WITHIN_PERIOD: ReadonlySet<MandateMove> = new Set<MandateMove>([
  "propose",
  "approve",
  "bringIntoForce",
  "resume",
]);

export const MANDATE_MOVE_REFUSALS = [
  "mandate_move_not_allowed",
  "mandate_decided_by_drafter",
  "mandate_decision_missing",
  "mandate_reason_missing",
  "mandate_period_over",
] as const;
export type MandateMoveRefusal = (typeof MANDATE_MOVE_REFUSALS)[number];

export interface MandateMoveInput {
  readonly status: MandateStatus;
  readonly move: MandateMove;
  readonly actorId: AccountId;
  /** Who drafted it, and whoever changed the draft since. */
  readonly draftedBy: readonly AccountId[];
  readonly validTo: PlainDate | null;
  readonly today: PlainDate;
  /** The decision that the move rests on; null when none is named. */
  readonly decisionId: string | null;
  readonly reason: string;
}

/**
 * The status of a mandate after a move, or why the move is not made. Whoever drafted a mandate neither approves nor
 * refuses it: separation of duties, our inference from the form of such decisions.
 *
 * @rule MANDATE-02
 * @example moveMandate({ status: "proposed", move: "approve", actorId: drafter, … }) → refuse("mandate_decided_by_drafter")
 */
export function moveMandate(input: MandateMoveInput): Result<MandateStatus, MandateMoveRefusal> {
  const { status, move } = input;
  const next = statusAfter(status, move);
  if (next === undefined) return refuse("mandate_move_not_allowed", { status, move });
  if ((move === "approve" || move === "refuse") && input.draftedBy.includes(input.actorId))
    return refuse("mandate_decided_by_drafter");
  if (WITHIN_PERIOD.has(move) && input.validTo !== null && input.validTo < input.today)
    return refuse("mandate_period_over", { validTo: input.validTo });
  if (MOVES_BY_DECISION.has(move) && input.decisionId === null)
    return refuse("mandate_decision_missing", { move });
  if (MOVES_WITH_REASON.has(move) && input.reason.trim() === "")
    return refuse("mandate_reason_missing", { move });
  return done(next);
}

/** Where a move leads from a status; undefined where it is not possible. */
export function statusAfter(status: MandateStatus, move: MandateMove): MandateStatus | undefined {
  return (NEXT[status] as Partial<Record<MandateMove, MandateStatus>>)[move];
}

/** The moves that a status allows, in the order of {@link MANDATE_MOVES}. */
export function mandateMovesFrom(status: MandateStatus): readonly MandateMove[] {
  return MANDATE_MOVES.filter((move) => move in NEXT[status]);
}
