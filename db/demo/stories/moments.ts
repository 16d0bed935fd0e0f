import { type WorkCalendar, dayStatus } from "#domain/calendar/work-calendar.ts";
import { type Instant, instant, localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";

/** @example momentOf("2020-04-20 08:15") is that minute in Việt Nam */
export function momentOf(at: string): Instant {
  return instant(`${at.replace(" ", "T")}:00+07:00`);
}

/** The day of a moment. @example dayOf("2020-04-20 08:15") → "2020-04-20" */
export function dayOf(at: string) {
  return plainDate(at.slice(0, 10));
}

/** Whether somebody is at work then: nothing of a story happens outside of it. */
export function isWorkingTime(at: Instant, calendar: WorkCalendar): boolean {
  const { day, minute } = localTime(at);
  return (
    dayStatus(day, calendar).openForIntake &&
    calendar.sessions.some(({ fromMinute, toMinute }) => fromMinute <= minute && minute <= toMinute)
  );
}
