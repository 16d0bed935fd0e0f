import type { TrackedDossier } from "#contract/track.ts";
import { STANDING_STATUSES, hasEnded } from "#domain/dossier/dossier-state.ts";
import { instant, localTime } from "#domain/shared/instant.ts";
import { daysBetween } from "#domain/shared/plain-date.ts";

/** How the decision came in relation to the promise. `days` 0 of `late` is the due day, after its hour. */
export type Punctuality =
  | { readonly kind: "early"; readonly days: number }
  | { readonly kind: "onTime" }
  | { readonly kind: "late"; readonly days: number };

/** What of a dossier decides whether it is on time. */
type Progress = Pick<TrackedDossier, "status" | "dueAt" | "steps" | "awaited">;

/** Work on it is over; what remains is handing over, or confirming that it was handed over. */
export function isDecided({ status }: Pick<TrackedDossier, "status">): boolean {
  return status === "finished" || status === "returnAwaitingConfirmation" || status === "returned";
}

/** The next step is the citizen's: until then the clock of the agency stands. */
export function isStanding({ status, awaited }: Pick<TrackedDossier, "status" | "awaited">): boolean {
  // A withdrawal may be asked for while a supplement or a payment is still awaited.
  return (
    STANDING_STATUSES.some((one) => one === status) || (status === "withdrawalAsked" && awaited !== null)
  );
}

/** Whether the promise is broken at this moment: still undecided after the due minute. */
export function isOverdue(dossier: Omit<Progress, "steps">, now: string): boolean {
  if (isDecided(dossier) || hasEnded(dossier.status) || isStanding(dossier)) return false;
  return dossier.dueAt !== null && instant(now) > instant(dossier.dueAt);
}

/**
 * Whether the decision came before its due date; null while there is none.
 * The time that the result then waits for the citizen is not the agency's.
 */
export function punctuality(dossier: Omit<Progress, "awaited">): Punctuality | null {
  // Of a dossier from another system the end of the work is a step that it tells.
  const approved = dossier.steps.findLast(
    ({ type, status }) => type === "dossier.approved" || status === "finished",
  );
  if (!isDecided(dossier) || approved === undefined || dossier.dueAt === null) return null;
  const due = instant(dossier.dueAt);
  const decided = instant(approved.at);
  const days = daysBetween(localTime(decided).day, localTime(due).day);
  if (decided > due) return { kind: "late", days: Math.abs(days) };
  return days > 0 ? { kind: "early", days } : { kind: "onTime" };
}

/** How often papers were asked for after the receipt: more than once counts as late, whatever the date says. */
export function supplementsAsked({ steps }: Pick<TrackedDossier, "steps">): number {
  return steps.filter(({ type }) => type === "dossier.supplementAsked").length;
}

/** The parts of an interlinked matter that were refused. */
export function refusedParts({ parts }: Pick<TrackedDossier, "parts">): TrackedDossier["parts"] {
  return parts.filter(({ state }) => state === "refused");
}

/** The event whose reason says why the matter stands where it stands, or why its date is another. */
const REASON_OF: Partial<Record<TrackedDossier["status"], readonly string[]>> = {
  toBeSupplemented: ["dossier.supplementAskedBeforeReceipt"],
  notReceived: ["dossier.intakeRefused"],
  awaitingSupplement: ["dossier.supplementAsked"],
  stopped: ["dossier.stopped", "dossier.withdrawalAccepted"],
};

/** Why it stands so, in the words of the form that was issued; null where nothing was to be said. */
export function reasonOf({ status, steps }: Pick<TrackedDossier, "status" | "steps">): string | null {
  const types = REASON_OF[status] ?? [];
  return steps.findLast(({ type }) => types.includes(type))?.reason ?? null;
}

/** Why an extended or late date is what it is. */
export function reasonOfDate({ steps }: Pick<TrackedDossier, "steps">): string | null {
  const told = steps.findLast(({ type }) => type === "dossier.extended" || type === "dossier.apologised");
  return told?.reason ?? null;
}
