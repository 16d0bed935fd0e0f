import type { CalendarDay } from "#contract/calendars.ts";
import { formatMinute } from "#domain/shared/instant.ts";
import type { CalendarsText } from "#web/text/vi/calendars.ts";

/** How a day looks in the grid: worked, closed, or open without the clock. */
export type DayLook = "work" | "off" | "weekend" | "openOnly";

export function lookOf({ openForIntake, countsForDeadline, reason }: CalendarDay): DayLook {
  if (countsForDeadline) return "work";
  if (openForIntake) return "openOnly";
  return reason === "weeklyDayOff" ? "weekend" : "off";
}

/** A day as a screen reader says it: what it is, and what is to be known of it. */
export function dayWords(day: CalendarDay, date: string, text: CalendarsText): string {
  const parts = [
    date,
    day.name ?? text.kinds[day.reason],
    ...(day.openForIntake && !day.countsForDeadline ? [text.short.openOnly] : []),
    ...(day.entryId === null ? [] : [text.short.own]),
    ...(day.decided ? [] : [text.short.undecided]),
  ];
  return parts.join(", ");
}

/** @example "07:00–11:30, 13:30–17:00" */
export function hoursWords(sessions: CalendarDay["sessions"]): string {
  return sessions
    .map(({ fromMinute, toMinute }) => `${formatMinute(fromMinute)}–${formatMinute(toMinute)}`)
    .join(", ");
}
