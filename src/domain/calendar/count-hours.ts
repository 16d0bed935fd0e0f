import type { PlainDate } from "../shared/plain-date.ts";
import { done } from "../shared/result.ts";
import type { CountInput, Counting } from "./count-days.ts";
import { type ExplainedDay, explainDay } from "./explained-day.ts";
import { walkDays } from "./walk-days.ts";
import type { Session } from "./work-calendar.ts";

/**
 * Counts minutes within the working hours of days of work, from the minute of receipt; what comes in
 * outside them starts with the next session. A limit that fills a session ends with it, not at the
 * start of the next.
 */
export function countWorkingHours(hours: number, input: CountInput): Counting {
  const days: ExplainedDay[] = [];
  const provisionalBecause: PlainDate[] = [];
  let left = hours * 60;
  let startsMinute: number | null = null;
  let dueMinute = 0;
  const last = walkDays(input.day, input.calendar, (day, status) => {
    const sessions = sessionsFrom(input.calendar.sessions, day === input.day ? input.minute : 0);
    const tooLate = sessions.length === 0;
    if (!status.decided && !tooLate) provisionalBecause.push(day);
    if (!status.countsForDeadline || tooLate) {
      const reason = status.countsForDeadline ? "receivedAfterHours" : status.reason;
      days.push(explainDay(day, status, false, reason));
      return false;
    }
    startsMinute ??= sessions[0]?.fromMinute ?? null;
    const before = left;
    for (const { fromMinute, toMinute } of sessions) {
      if (left === 0) break;
      const spent = Math.min(left, toMinute - fromMinute);
      left -= spent;
      dueMinute = fromMinute + spent;
    }
    days.push({ ...explainDay(day, status, true), minutes: before - left });
    return left === 0;
  });
  if (!last.ok) return last;
  return done({ dueOn: last.value, dueMinute, startsMinute, days, provisionalBecause });
}

/** What remains of a day's sessions from a minute on. */
function sessionsFrom(sessions: readonly Session[], minute: number): readonly Session[] {
  return sessions
    .filter(({ toMinute }) => toMinute > minute)
    .map(({ fromMinute, toMinute }) => ({ fromMinute: Math.max(fromMinute, minute), toMinute }));
}
