import type { PlainDate } from "../shared/plain-date.ts";
import { DAY_STATUS_REASONS, type DayStatus } from "./work-calendar.ts";

/** Why a day was counted or not; a table of words over this list is exhaustive. */
export const DAY_REASONS = [
  ...DAY_STATUS_REASONS,
  "dayOfReceipt",
  "receivedAfterHours",
  "receivedAfterCutOff",
  "calendarDay",
  "endMovedHere",
  "clockStopped",
  "dayOfNewStart",
  "newStartAfterHours",
] as const;
export type DayReason = (typeof DAY_REASONS)[number];

/** One day of an explanation. */
export interface ExplainedDay {
  readonly day: PlainDate;
  readonly counted: boolean;
  readonly reason: DayReason;
  /** The Vietnamese name of a day that differs from the plain week. */
  readonly name?: string;
  readonly decided: boolean;
  /** Of a limit in working hours: how many of its minutes fell on this day. */
  readonly minutes?: number;
}

/**
 * A day as the calendar has it, with the reason given or else the calendar's own.
 * @example explainDay(day, status, true) → { day, counted: true, reason: "workingDay", decided: true }
 */
export function explainDay(
  day: PlainDate,
  status: DayStatus,
  counted: boolean,
  reason: DayReason = status.reason,
): ExplainedDay {
  const plain = { day, counted, reason, decided: status.decided };
  return status.name === undefined ? plain : { ...plain, name: status.name };
}
