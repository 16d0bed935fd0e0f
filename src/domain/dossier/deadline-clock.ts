import type { ClockStop, ClockStopReason } from "../calendar/clock-stop.ts";
import {
  type CountedAnew,
  type DueDate,
  type DueDateInput,
  countedAnew,
  dueDate,
} from "../calendar/due-date.ts";
import { type WorkCalendar, covers, dayStatus, endOfHours, yearOf } from "../calendar/work-calendar.ts";
import { type Instant, instantAt, localTime } from "../shared/instant.ts";
import { addDays } from "../shared/plain-date.ts";
import { type Result, done, invariant, refuse } from "../shared/result.ts";
import type { DossierEventType } from "./dossier-event.ts";

/** An event as the clock needs it. */
export interface TimedEvent {
  readonly type: DossierEventType;
  readonly at: Instant;
}

/** The clock of a dossier: when it began, when it began anew, and when it stood still. */
export interface DeadlineClock {
  readonly receivedAt: Instant;
  /** The receipt, or the moment from which the limit counts anew: all that was asked for was there, or the work is done again. */
  readonly startedAt: Instant;
  /** What made the limit count anew; null while it counts from the receipt. */
  readonly anewBy: CountedAnew["by"] | null;
  /** What is over; the last may still be open, see {@link DeadlineClock.standing}. */
  readonly stops: readonly ClockStop[];
  /** Why and since when it stands still now; null while it runs. */
  readonly standing: { readonly since: Instant; readonly reason: ClockStopReason } | null;
}

const BEGINNINGS: readonly DossierEventType[] = [
  "dossier.received",
  "dossier.takenIn",
  "dossier.accepted",
  "dossier.acceptanceTakenIn",
  "dossier.openedAsPart",
  "dossier.imported",
];
const STOPS: Partial<Record<DossierEventType, ClockStopReason>> = {
  "dossier.supplementAsked": "supplement",
  "dossier.dutyImposed": "financialDuty",
};
/** What is there makes the limit count anew from here (NĐ 61/2018 Điều 19.4). */
const ANEW: Partial<Record<DossierEventType, CountedAnew["by"]>> = {
  "dossier.supplemented": "supplement",
  "dossier.supplementTakenIn": "supplement",
  "dossier.reopened": "reopening",
};
const ENDS_OF_STOP: readonly DossierEventType[] = [
  "dossier.dutyFulfilled",
  "dossier.outcomeRecorded",
  "dossier.stopped",
  "dossier.stoppedWithWhole",
  "dossier.withdrawalAccepted",
];

/**
 * The clock after a history, in order; undefined before the dossier was received.
 * @throws when a stop begins while the clock stands: the ledger does not allow it.
 * @rule DEADLINE-02
 * @example received at 9:00, supplement asked on Tuesday, supplied on Friday → started on Friday, one stop from Tuesday
 */
export function deadlineClock(events: readonly TimedEvent[]): DeadlineClock | undefined {
  return events.reduce<DeadlineClock | undefined>(afterEvent, undefined);
}

function afterEvent(clock: DeadlineClock | undefined, { type, at }: TimedEvent): DeadlineClock | undefined {
  if (BEGINNINGS.includes(type))
    return { receivedAt: at, startedAt: at, anewBy: null, stops: [], standing: null };
  if (!clock) return undefined;
  // What the post forwards is submitted when the agency signs for it: what was before is none of the agency's time.
  if (type === "dossier.submitted") return { ...clock, receivedAt: at, startedAt: at };
  const reason = STOPS[type];
  if (reason) {
    invariant(clock.standing === null, "a clock that stands is not stopped again");
    return { ...clock, standing: { since: at, reason } };
  }
  if (type === "dossier.handedBack") return standingAgain(clock);
  const anewBy = ANEW[type];
  if (anewBy) return { ...ended(clock, at), startedAt: at, anewBy };
  return ENDS_OF_STOP.includes(type) ? ended(clock, at) : clock;
}

function ended(clock: DeadlineClock, at: Instant): DeadlineClock {
  if (!clock.standing) return clock;
  const { since, reason } = clock.standing;
  return { ...clock, stops: [...clock.stops, { from: since, to: at, reason }], standing: null };
}

/** The supplement was handed back to the counter: it is not there yet, and the stop goes on as if it never ended. */
function standingAgain(clock: DeadlineClock): DeadlineClock {
  const last = clock.stops.at(-1);
  if (!last || last.to !== clock.startedAt || last.reason !== "supplement") return clock;
  return {
    ...clock,
    stops: clock.stops.slice(0, -1),
    standing: { since: last.from, reason: last.reason },
  };
}

/**
 * A date that was promised and not counted, moved on by the working days that the last stop took of it. Where the
 * limit counts anew, it is the least that still holds: nobody who has an extension gets an earlier date by it.
 *
 * @rule EXTENSION-01 (our reading: nothing says what a stop does to an extended date)
 * @param promised the date that held when the stop began
 * @returns the end of the working hours of the day that it comes to; the date itself when nothing stopped
 * @example extended to Monday 14 December, stopped from Wednesday to Friday → Wednesday 16 December at 17:00
 */
export function promiseAfterStop(
  promised: Instant,
  stop: ClockStop | undefined,
  calendar: WorkCalendar,
): Result<Instant, "calendar_not_published"> {
  if (!stop) return done(promised);
  const last = localTime(stop.to).day;
  let left = 0;
  for (let day = addDays(localTime(stop.from).day, 1); day <= last; day = addDays(day, 1)) {
    if (!covers(calendar, day)) return refuse("calendar_not_published", { year: yearOf(day) });
    if (dayStatus(day, calendar).countsForDeadline) left += 1;
  }
  if (left === 0) return done(promised);
  let { day } = localTime(promised);
  while (left > 0) {
    day = addDays(day, 1);
    if (!covers(calendar, day)) return refuse("calendar_not_published", { year: yearOf(day) });
    if (dayStatus(day, calendar).countsForDeadline) left -= 1;
  }
  return done(instantAt(day, endOfHours(day, calendar)));
}

/** What a date is counted by beside the clock. */
export type DeadlineFacts = Pick<DueDateInput, "limit" | "calendar" | "settings">;

/**
 * The date that the law gives: counted from the last beginning, without what stopped the clock since.
 * @returns with the receipt and the new beginning apart in the explanation, where the limit counted anew
 * @throws when the clock stands: nobody knows the date until it runs again.
 */
export function legalDueDate(
  clock: DeadlineClock,
  facts: DeadlineFacts,
): Result<DueDate, "calendar_not_published"> {
  invariant(clock.standing === null, "a clock that stands has no due date");
  const stops = clock.stops.filter(({ to }) => to > clock.startedAt);
  const counted = dueDate({ ...facts, receivedAt: clock.startedAt, stops });
  const { anewBy: by, startedAt: at, receivedAt } = clock;
  if (!counted.ok || by === null) return counted;
  return done({
    ...counted.value,
    explanation: countedAnew(counted.value.explanation, receivedAt, { at, by }),
  });
}

/**
 * The date that the statistics compare with (QĐ 766): counted from the receipt, with the time of each supplement left
 * out instead of a new beginning. Both dates are kept apart, since each answers another question.
 */
export function statisticalDueDate(
  clock: DeadlineClock,
  facts: DeadlineFacts,
): Result<DueDate, "calendar_not_published"> {
  invariant(clock.standing === null, "a clock that stands has no due date");
  return dueDate({ ...facts, receivedAt: clock.receivedAt, stops: clock.stops });
}
