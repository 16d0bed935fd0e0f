import { type PlainDate, daysBetween } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";

export const FINDING_STATES = ["open", "overdue", "resolved", "closed"] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** Once somebody said that a finding was put right, and what the surveyors said to that. */
export interface Resolution {
  readonly day: PlainDate;
  /** Null while nobody has looked. */
  readonly verdict: { readonly day: PlainDate; readonly accepted: boolean } | null;
}

/**
 * What has become of a finding at the end of a day. It is closed by an acceptance and by nothing else; resolved while
 * the last word is the unit's; otherwise open, and overdue from the day after its deadline, in days of the calendar.
 *
 * @rule SITE-03
 * @param resolutions in the order in which they were written
 * @example findingState({ deadline: plainDate("2026-11-20"), resolutions: [] }, plainDate("2026-11-21")) → "overdue"
 */
export function findingState(
  { deadline, resolutions }: { readonly deadline: PlainDate; readonly resolutions: readonly Resolution[] },
  on: PlainDate,
): FindingState {
  const last = resolutions.findLast(({ day }) => day <= on);
  const verdict = last?.verdict && last.verdict.day <= on ? last.verdict : null;
  if (verdict?.accepted) return "closed";
  if (last && verdict === null) return "resolved";
  return deadline < on ? "overdue" : "open";
}

/**
 * Whether a finding can have been put right on a day: not before the survey that made it, and not ahead of today.
 *
 * @rule SITE-03
 */
export function isResolutionDay(
  day: PlainDate,
  { surveyedOn, today }: { readonly surveyedOn: PlainDate; readonly today: PlainDate },
): boolean {
  return surveyedOn <= day && day <= today;
}

/** Days by which an unresolved finding is late; 0 on its deadline and before. */
export function daysLate(deadline: PlainDate, on: PlainDate): number {
  return Math.max(0, daysBetween(deadline, on));
}

/** Whether the unit may say that it put a finding right: not while its last word is still to be looked at. */
export function mayResolve(state: FindingState): Result<null, "finding_not_open"> {
  return state === "open" || state === "overdue" ? done(null) : refuse("finding_not_open", { state });
}

/**
 * Whether this person may look at what was put right: nobody looks at the own work.
 * @param resolvedBy account of whoever said that it was put right
 */
export function mayVerify(
  state: FindingState,
  { actorId, resolvedBy }: { readonly actorId: string; readonly resolvedBy: string },
): Result<null, "finding_not_resolved" | "finding_verified_by_resolver"> {
  if (state !== "resolved") return refuse("finding_not_resolved", { state });
  return actorId === resolvedBy ? refuse("finding_verified_by_resolver") : done(null);
}
