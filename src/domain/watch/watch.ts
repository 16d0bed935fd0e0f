import { type WorkCalendar, covers, dayStatus } from "../calendar/work-calendar.ts";
import type { Role } from "../mandate/permission.ts";
import type { NoticeKind } from "../notice/notice.ts";
import { type Instant, addMilliseconds, instantAt, localTime } from "../shared/instant.ts";
import { addDays } from "../shared/plain-date.ts";

/** What is watched of a dossier: each yields one task for a person, by the date that it is about. */
export const WATCH_KINDS = [
  "dueSoon",
  "overdue",
  "supplementUnanswered",
  "dutyUnanswered",
  "resultNotCollected",
  "stepIdle",
  "consultationUnanswered",
] as const;
export type WatchKind = (typeof WATCH_KINDS)[number];

/** Whose work a task is at its place when nobody is named. */
export const WATCH_DESKS = ["counter", "case", "approval"] as const;
export type WatchDesk = (typeof WATCH_DESKS)[number];

/** `closed`: the reason is gone by itself; `done`: a person said so, and it does not come again. */
export const WATCH_STATES = ["open", "done", "closed"] as const;

/** What the citizen is told when something is found; null: it is the house's own. */
export const WATCH_NOTICES = {
  dueSoon: null,
  overdue: null,
  supplementUnanswered: "supplementReminder",
  dutyUnanswered: "dutyReminder",
  resultNotCollected: "resultReminder",
  stepIdle: null,
  consultationUnanswered: null,
} as const satisfies Record<WatchKind, NoticeKind | null>;

/** From when on something is worth a person's look; each is a setting of the operator. */
export interface WatchSettings {
  /** Working days before the due date. */
  readonly dueSoonDays: number;
  /** Days of the calendar that a result lies before the citizen is reminded. */
  readonly collectDays: number;
  /** Working days that a step lies before anybody takes it. */
  readonly idleDays: number;
}

/** Nothing says these numbers: they are ours [inference]. */
export const DEFAULT_WATCH_SETTINGS: WatchSettings = { dueSoonDays: 1, collectDays: 15, idleDays: 1 };

const DESKS_OF_ROLE: Partial<Record<Role, readonly WatchDesk[]>> = {
  postalClerk: ["counter"],
  oneStopOfficer: ["counter"],
  caseOfficer: ["case"],
  approver: ["approval"],
};

/** The desks at which somebody with these posts works. @example desksOf(["caseOfficer"]) → ["case"] */
export function desksOf(roles: readonly Role[]): readonly WatchDesk[] {
  return WATCH_DESKS.filter((desk) => roles.some((role) => DESKS_OF_ROLE[role]?.includes(desk)));
}

/**
 * Until when a due date is soon: the end of so many working days after today. A calendar that says nothing of those
 * days makes it the days of the week.
 *
 * @rule WATCH-01
 * @example dueSoonUntil(Friday 9:00, 1, agency) → the end of Monday
 */
export function dueSoonUntil(now: Instant, days: number, calendar: WorkCalendar): Instant {
  return instantAt(addDays(workingDay(now, days, calendar), 1), 0);
}

/**
 * The moment that so many working days have passed since, by day: what began before it has lain that long.
 *
 * @rule WATCH-01
 * @example idleBefore(Monday 9:00, 1, agency) → Friday 9:00
 */
export function idleBefore(now: Instant, days: number, calendar: WorkCalendar): Instant {
  return instantAt(workingDay(now, -days, calendar), localTime(now).minute);
}

/** So long after the result it is waited for no more. */
export function collectedBefore(now: Instant, days: number): Instant {
  return addMilliseconds(now, -days * 86_400_000);
}

/** So many working days after, or before, today. */
function workingDay(now: Instant, days: number, calendar: WorkCalendar) {
  const step = Math.sign(days);
  let day = localTime(now).day;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, step);
    if (!covers(calendar, day) || dayStatus(day, calendar).countsForDeadline) left -= 1;
  }
  return day;
}
