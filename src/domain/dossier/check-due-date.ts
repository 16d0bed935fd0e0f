import { type ChangedDay, changedDays } from "../calendar/changed-days.ts";
import type { DueDate, DueDateExplanation } from "../calendar/due-date.ts";
import type { Instant } from "../shared/instant.ts";
import {
  type DeadlineFacts,
  type TimedEvent,
  deadlineClock,
  legalDueDate,
  statisticalDueDate,
} from "./deadline-clock.ts";
import type { BusinessStatus } from "./dossier-state.ts";

/** Statuses in which somebody still waits for a date: the clock has begun, and no result is there. */
export const DATED_STATUSES = [
  "awaitingConfirmation",
  "handedBack",
  "received",
  "forwarded",
  "processing",
  "awaitingApproval",
  "withdrawalAsked",
  "supplementAwaitingConfirmation",
] as const satisfies readonly BusinessStatus[];

/** A promised date, with all that it was counted by. */
export interface PromisedDate {
  readonly dueAt: Instant;
  readonly provisional: boolean;
  /** Null: a dossier of another system came with its date alone. */
  readonly explanation: DueDateExplanation | null;
  /** The date was set with an apology. */
  readonly extended: boolean;
  readonly events: readonly TimedEvent[];
}

/** Why a date stays although the calendar may say otherwise. */
export const KEPT_BECAUSE = ["extended", "noLimit", "standing", "calendarMissing"] as const;
export type KeptBecause = (typeof KEPT_BECAUSE)[number];

/** What the calendar of today says of a promised date. */
export type DateCheck =
  | { readonly kind: "same" }
  | { readonly kind: "kept"; readonly because: KeptBecause }
  /** The date stays, and whether it is provisional is another answer now. */
  | { readonly kind: "settles"; readonly due: DueDate }
  | {
      readonly kind: "moves";
      readonly due: DueDate;
      /** The date that the statistics compare with, by the same calendar; null when nobody can count it. */
      readonly statisticalDueAt: Instant | null;
    };

/**
 * Counts a promised date anew by the calendar as it is now. A date that was set with an apology is a promise of its own and
 * stays; so does one that came without a limit, and one whose clock stands, which is counted when it runs again.
 *
 * @rule DEADLINE-04
 * @returns for a date that moves or settles the new count, with what it was and which days did it
 */
export function checkDueDate(promised: PromisedDate, facts: Omit<DeadlineFacts, "limit">): DateCheck {
  const { explanation, dueAt } = promised;
  if (promised.extended) return { kind: "kept", because: "extended" };
  const clock = deadlineClock(promised.events);
  if (!explanation || !clock) return { kind: "kept", because: "noLimit" };
  if (clock.standing) return { kind: "kept", because: "standing" };
  const counted = legalDueDate(clock, { ...facts, limit: explanation.limit });
  if (!counted.ok) return { kind: "kept", because: "calendarMissing" };
  const { value: due } = counted;
  if (due.dueAt === dueAt) {
    if (due.provisional === promised.provisional) return { kind: "same" };
    const { moved } = explanation;
    return { kind: "settles", due: { ...due, explanation: { ...due.explanation, ...(moved && { moved }) } } };
  }
  const because = changedDays(explanation, facts.calendar);
  const statistical = statisticalDueDate(clock, { ...facts, limit: explanation.limit });
  return {
    kind: "moves",
    due: { ...due, explanation: { ...due.explanation, moved: { from: dueAt, because } } },
    statisticalDueAt: statistical.ok ? statistical.value.dueAt : null,
  };
}

const CHANGE_WORDS_MAX = 200;

/** @example "rút lại “Mất điện” (Quyết định số 12/QĐ-UBND ngày 20/11/2026): Ghi nhầm ngày" */
function changeWords({ source, takenBack }: ChangedDay): string {
  if (!takenBack) return source;
  const { name, reason } = takenBack;
  return `rút lại ${name === null ? source : `“${name}” (${source})`}: ${reason}`;
}

/**
 * What the event of a moved date says of why: the decisions behind the days that changed, those that were taken back
 * with the reason, each once.
 * @example "Quyết định số 12/QĐ-UBND ngày 20/11/2026"
 */
export function calendarChangeWords({ explanation }: DueDate): string {
  const sources = [...new Set((explanation.moved?.because ?? []).map(changeWords))];
  return sources.join("; ").slice(0, CHANGE_WORDS_MAX);
}
