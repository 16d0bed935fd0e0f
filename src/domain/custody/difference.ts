import { type Result, done, refuse } from "../shared/result.ts";

/** What can differ when a bảng kê is taken over. */
export const DIFFERENCE_KINDS = ["missing", "extra", "sealDiffers", "sealBroken", "torn"] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** What a delivery that does not fit asks of a person. */
export const DELIVERY_TASKS = ["deliveryElsewhere", "deliveryNotReturned", "deliveryWithdrawn"] as const;
export type DeliveryTask = (typeof DELIVERY_TASKS)[number];

/** What a person has to settle: differences, sheets that are short, two who took the same, what a count found, what a delivery does not fit. */
export const CUSTODY_TASK_KINDS = [
  ...DIFFERENCE_KINDS,
  "sheets",
  "competing",
  "stockMissing",
  "stockElsewhere",
  ...DELIVERY_TASKS,
] as const;
export type CustodyTaskKind = (typeof CUSTODY_TASK_KINDS)[number];

/** What is seen on the thing itself, and is shown later by its photo. */
const SEEN_KINDS: readonly DifferenceKind[] = ["sealDiffers", "sealBroken", "torn"];

/**
 * Whether a difference is recorded with a photo. What is not there, and what nobody listed, cannot be shown better than by
 * its code.
 *
 * @rule HANDOVER-01
 * @example needsPhoto("torn") → true
 */
export function needsPhoto(kind: DifferenceKind): boolean {
  return SEEN_KINDS.includes(kind);
}

/** A difference as the receiver writes it down. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The line it is about; null for what is not on the list. */
  readonly position: number | null;
  /** What was scanned and is not on the list. */
  readonly scanned: string | null;
}

/** What an acceptance takes over. */
export interface Counted {
  readonly accepted: number;
  /** Lines that the receiver did not find: they stay with the giver. */
  readonly missing: readonly number[];
}

/**
 * What is taken over of a bảng kê with so many lines, when the receiver counted so many things in hand: the lines less the
 * missing ones. Things that are not on the list are in hand too, and are counted.
 *
 * @rule HANDOVER-01
 * @example countLines(3, 2, [{ kind: "missing", position: 2, scanned: null }]) → { accepted: 2, missing: [2] }
 */
export function countLines(
  lines: number,
  counted: number,
  differences: readonly Difference[],
): Result<Counted, "count_differs" | "difference_without_line" | "difference_of_missing"> {
  for (const { kind, position, scanned } of differences) {
    const named =
      kind === "extra" ? scanned !== null : position !== null && position >= 1 && position <= lines;
    if (!named) return refuse("difference_without_line");
  }
  const missing = [
    ...new Set(
      differences.flatMap(({ kind, position }) =>
        kind === "missing" && position !== null ? [position] : [],
      ),
    ),
  ];
  const isDamaged = ({ kind, position }: Difference) =>
    kind !== "missing" && position !== null && missing.includes(position);
  if (differences.some(isDamaged)) return refuse("difference_of_missing");
  const extra = new Set(differences.flatMap(({ kind, scanned }) => (kind === "extra" ? [scanned] : []))).size;
  const accepted = lines - missing.length;
  if (counted !== accepted + extra) return refuse("count_differs", { counted, lines: accepted + extra });
  return done({ accepted, missing });
}

/** Whose act a difference came of, as far as it is known. */
export interface DifferenceOrigin {
  readonly kind: CustodyTaskKind;
  /** Who found and wrote it down. */
  readonly foundBy: string;
  /** Who signed the bảng kê as its giver; null when it was found without one. */
  readonly offeredBy: string | null;
  /** Of a competing acceptance: the person who says to hold it too. */
  readonly claimedBy: string | null;
}

/**
 * Whether somebody may say what came of a difference. Whoever caused it does not settle it alone: of a bảng kê the one who
 * gave it, of two who took the same neither of them, and of what was found without a bảng kê (a count of one's own place, a
 * packet closed anew, a delivery) the one who found it. Everybody else at either side may.
 * (inference, ours: no source says who settles; it is that nobody clears himself)
 *
 * @rule HANDOVER-01
 * @example maySettle({ kind: "missing", foundBy: taker, offeredBy: giver, claimedBy: null }, giver) → false
 */
export function maySettle(
  { kind, foundBy, offeredBy, claimedBy }: DifferenceOrigin,
  accountId: string,
): boolean {
  const caused = kind === "competing" ? [foundBy, claimedBy] : offeredBy === null ? [foundBy] : [offeredBy];
  return !caused.includes(accountId);
}
