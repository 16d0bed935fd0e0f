import type { TrackedDossier } from "#contract/track.ts";
import { instant, localTime } from "#domain/shared/instant.ts";
import { daysBetween } from "#domain/shared/plain-date.ts";

/** How the decision came in relation to the promise. `days` 0 of `late` is the due day, after its hour. */
export type Punctuality =
  | { readonly kind: "early"; readonly days: number }
  | { readonly kind: "onTime" }
  | { readonly kind: "late"; readonly days: number };

/** What of a dossier decides whether it is on time. */
type Progress = Pick<TrackedDossier, "status" | "dueAt" | "steps">;

/** Work on it is over; what remains is handing over, or confirming that it was handed over. */
export function isDecided({ status }: Progress): boolean {
  return status === "finished" || status === "returnAwaitingConfirmation" || status === "returned";
}

/** Whether the promise is broken at this moment: still undecided after the due minute. */
export function isOverdue(dossier: Progress, now: string): boolean {
  if (isDecided(dossier) || dossier.status === "withdrawn") return false;
  return instant(now) > instant(dossier.dueAt);
}

/**
 * Whether the decision came before its due date; null while there is none.
 * The time that the result then waits for the citizen is not the agency's.
 */
export function punctuality(dossier: Progress): Punctuality | null {
  // Of a dossier from another system the end of the work is a step that it tells.
  const approved = dossier.steps.findLast(
    ({ type, status }) => type === "dossier.approved" || status === "finished",
  );
  if (!isDecided(dossier) || approved === undefined) return null;
  const due = instant(dossier.dueAt);
  const decided = instant(approved.at);
  const days = daysBetween(localTime(decided).day, localTime(due).day);
  if (decided > due) return { kind: "late", days: Math.abs(days) };
  return days > 0 ? { kind: "early", days } : { kind: "onTime" };
}
