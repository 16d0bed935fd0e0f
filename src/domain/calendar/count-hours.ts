import { wallMinuteOf } from "../shared/instant.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { done } from "../shared/result.ts";
import type { WallStop } from "./clock-stop.ts";
import type { CountInput, Counting } from "./count-days.ts";
import { type DayReason, type ExplainedDay, explainDay } from "./explained-day.ts";
import { walkDays } from "./walk-days.ts";
import { type DayStatus, type Session, sessionsOn } from "./work-calendar.ts";

/**
 * Counts minutes within the working hours of days of work in which the clock runs, from the minute of receipt; what
 * comes in outside them starts with the next session. A limit that fills a session ends with it, not at the start of
 * the next.
 */
export function countWorkingHours(hours: number, input: CountInput): Counting {
  const days: ExplainedDay[] = [];
  let left = hours * 60;
  let startsMinute: number | null = null;
  let dueMinute = 0;
  const last = walkDays(input.day, input.calendar, (day, status) => {
    const open = sessionsFrom(sessionsOn(day, input.calendar), day === input.day ? input.minute : 0);
    const running = status.countsForDeadline ? runningWithin(open, day, input.stops) : [];
    if (running.length === 0) {
      days.push(explainDay(day, status, false, whyNotWorked(status, open)));
      return false;
    }
    startsMinute ??= running[0]?.fromMinute ?? null;
    const before = left;
    for (const { fromMinute, toMinute } of running) {
      if (left === 0) break;
      const spent = Math.min(left, toMinute - fromMinute);
      left -= spent;
      dueMinute = fromMinute + spent;
    }
    days.push({ ...explainDay(day, status, true), minutes: before - left });
    return left === 0;
  });
  return last.ok ? done({ dueOn: last.value, dueMinute, startsMinute, days }) : last;
}

function whyNotWorked(status: DayStatus, open: readonly Session[]): DayReason {
  if (!status.countsForDeadline) return status.reason;
  return open.length === 0 ? "receivedAfterHours" : "clockStopped";
}

/** What remains of a day's sessions from a minute on. */
function sessionsFrom(sessions: readonly Session[], minute: number): readonly Session[] {
  return sessions
    .filter(({ toMinute }) => toMinute > minute)
    .map(({ fromMinute, toMinute }) => ({ fromMinute: Math.max(fromMinute, minute), toMinute }));
}

/** What remains of sessions when the stops are cut out of them. */
function runningWithin(
  sessions: readonly Session[],
  day: PlainDate,
  stops: readonly WallStop[],
): readonly Session[] {
  const midnight = wallMinuteOf(day, 0);
  return stops.reduce<readonly Session[]>(
    (running, stop) =>
      running
        .flatMap(({ fromMinute, toMinute }) => [
          { fromMinute, toMinute: Math.min(toMinute, stop.from - midnight) },
          { fromMinute: Math.max(fromMinute, stop.to - midnight), toMinute },
        ])
        .filter(({ fromMinute, toMinute }) => fromMinute < toMinute),
    sessions,
  );
}
