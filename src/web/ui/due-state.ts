import { instant, localTime } from "#domain/shared/instant.ts";
import { daysBetween } from "#domain/shared/plain-date.ts";
import type { DueDateText } from "../text/vi/due-date.ts";

/** How a due date stands at a moment. */
export type DueState =
  | { readonly kind: "left"; readonly days: number }
  | { readonly kind: "today" }
  | { readonly kind: "overdueToday" }
  | { readonly kind: "overdue"; readonly days: number };

/**
 * How a due date stands at a moment, in days of the calendar in Việt Nam. Overdue by the minute, since
 * the promise names one.
 * @example due 17:00 today, now 17:01 → { kind: "overdueToday" }
 */
export function dueState(dueAt: string, now: string): DueState {
  const due = instant(dueAt);
  const moment = instant(now);
  const days = daysBetween(localTime(moment).day, localTime(due).day);
  if (days > 0) return { kind: "left", days };
  if (days < 0) return { kind: "overdue", days: -days };
  return moment > due ? { kind: "overdueToday" } : { kind: "today" };
}

/** The state of a due date in words. @example "Còn 3 ngày" */
export function dueStateWords(state: DueState, words: DueDateText): string {
  switch (state.kind) {
    case "left":
      return words.daysLeft(state.days);
    case "today":
      return words.dueToday;
    case "overdueToday":
      return words.overdueToday;
    case "overdue":
      break;
  }
  return words.overdue(state.days);
}
