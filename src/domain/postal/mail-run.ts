import { type WorkCalendar, covers, dayStatus } from "../calendar/work-calendar.ts";
import { type PlainDate, weekday } from "../shared/plain-date.ts";

/** Where a mail run calls. */
export const MAIL_STOP_KINDS = ["unit", "agency", "postOffice"] as const;

export interface MailStop {
  readonly kind: (typeof MAIL_STOP_KINDS)[number];
  readonly id: string;
  /** After midnight on the wall clock in Việt Nam. */
  readonly minute: number;
}

/** When a route runs, and along what. */
export interface MailPlan {
  readonly version: number;
  readonly validFrom: PlainDate;
  /** The last day; null: it has no end. */
  readonly validTo: PlainDate | null;
  /** 0 Sunday … 6 Saturday. */
  readonly weekdays: readonly number[];
  /** Whether it also runs on days that are worked in place of others. */
  readonly onMakeUpDays: boolean;
  readonly stops: readonly MailStop[];
}

/** So many minutes after its time a stop is late, and so far from a hand-over time it still keeps it: ours. */
const LATE_AFTER = 15;

/** What can be said of a stop: nothing was there, it comes later, it does not come. */
export const MAIL_NOTES = ["called", "late", "missed"] as const;
export const MAIL_REASONS = [
  "traffic",
  "vehicle",
  "weather",
  "placeClosed",
  "notReady",
  "noDriver",
  "other",
] as const;

/** Who made a run outside the plan necessary, and therefore pays for it. */
export const MAIL_FAULTS = ["agency", "operator", "both", "nobody"] as const;

/** What is wrong with the stops of a plan. */
export type MailPlanFault = "mail_times_not_rising" | "mail_stop_repeated" | "mail_period_reversed";

/**
 * A plan goes forward in time from one place to another, and does not end before it begins.
 *
 * @rule MAIL-RUN-01
 */
export function mailPlanFault({
  stops,
  validFrom,
  validTo,
}: Pick<MailPlan, "stops" | "validFrom" | "validTo">): MailPlanFault | null {
  if (validTo !== null && validTo < validFrom) return "mail_period_reversed";
  const pairs = stops.slice(1).map((stop, index) => [stops[index], stop] as const);
  if (pairs.some(([before, stop]) => before?.id === stop.id)) return "mail_stop_repeated";
  return pairs.some(([before, stop]) => before && stop.minute <= before.minute)
    ? "mail_times_not_rising"
    : null;
}

/**
 * The version that holds on a day: the highest of those that have begun. One that ended is not followed by an older one.
 *
 * @rule MAIL-RUN-01
 */
export function planOn<Plan extends MailPlan>(plans: readonly Plan[], day: PlainDate): Plan | null {
  let found: Plan | null = null;
  for (const plan of plans)
    if (plan.validFrom <= day && (found === null || plan.version > found.version)) found = plan;
  return found !== null && (found.validTo === null || day <= found.validTo) ? found : null;
}

/**
 * Whether a plan runs on a day: never on a day that the calendar closes, on a make-up day where the plan says so, otherwise
 * on its days of the week. Years that the calendar does not know have no special days.
 *
 * @rule MAIL-RUN-01
 */
export function runsOn(plan: MailPlan, day: PlainDate, calendar: WorkCalendar): boolean {
  const onItsDay = plan.weekdays.includes(weekday(day));
  if (!covers(calendar, day)) return onItsDay;
  const { reason, openForIntake } = dayStatus(day, calendar);
  if (reason === "workingDay" || reason === "weeklyDayOff") return onItsDay;
  return openForIntake && (onItsDay || plan.onMakeUpDays);
}

/** The stops of a run outside the plan: those of the route, begun at another minute. Null: it would go past midnight. */
export function shiftedStops(stops: readonly MailStop[], fromMinute: number): readonly MailStop[] | null {
  const shift = fromMinute - (stops[0]?.minute ?? 0);
  const shifted = stops.map((stop) => ({ ...stop, minute: stop.minute + shift }));
  return (shifted.at(-1)?.minute ?? 0) < 24 * 60 ? shifted : null;
}

/**
 * Whether a stop is at one of the hand-over times of the coordination rules, or near enough.
 *
 * @returns null where no rule sets a time
 * @rule MAIL-RUN-01
 */
export function keepsHandOver(minute: number, times: readonly number[]): boolean | null {
  return times.length === 0 ? null : times.some((time) => Math.abs(time - minute) <= LATE_AFTER);
}

/** A bảng kê between the driver and somebody at one of these places. */
export interface Movement {
  readonly places: readonly string[];
  /** When it was accepted; of what is only offered when it was offered. */
  readonly minute: number;
  readonly accepted: boolean;
  /** Onto the vehicle, or off it. */
  readonly aboard: boolean;
  readonly pieces: number;
}

/** A place where somebody calls at a minute, of whichever run. */
interface Calling {
  readonly id: string;
  readonly minute: number;
  /** Minute of the day at which the route was opened; left out where it was there before. */
  readonly opened?: number;
}

/**
 * The stop that a hand-over belongs to: of those at its places the nearest in time, of two the earlier; none of a route
 * that was opened after it. A driver's runs of a day are asked together, so that no hand-over counts on two.
 *
 * @rule MAIL-RUN-01
 */
export function stopOf<Stop extends Calling>(
  { places, minute }: Pick<Movement, "places" | "minute">,
  stops: readonly Stop[],
): Stop | null {
  let found: Stop | null = null;
  for (const stop of stops) {
    if (!places.includes(stop.id) || minute < (stop.opened ?? 0)) continue;
    if (found === null || Math.abs(stop.minute - minute) < Math.abs(found.minute - minute)) found = stop;
  }
  return found;
}

/** A stop that may still take something, with the room of its run. */
interface OpenCalling extends Calling {
  readonly run: string;
  readonly open: boolean;
}

/**
 * Which stop catches what is offered: the next open one at its place whose run still has room for all of it; where none has,
 * the next, which is then over capacity and said so before it happens. Who offered first is served first.
 *
 * @param room free pieces by run
 * @returns for each offer its stop, null where no run of the day takes it any more
 * @rule MAIL-RUN-01
 */
export function catchOffers<Stop extends OpenCalling>(
  offers: readonly Pick<Movement, "places" | "pieces">[],
  stops: readonly Stop[],
  room: ReadonlyMap<string, number>,
): readonly (Stop | null)[] {
  const left = new Map(room);
  const inOrder = stops.filter(({ open }) => open).toSorted((one, other) => one.minute - other.minute);
  return offers.map(({ places, pieces }) => {
    const here = inOrder.filter(({ id }) => places.includes(id));
    const stop = here.find(({ run }) => (left.get(run) ?? 0) >= pieces) ?? here[0] ?? null;
    if (stop) left.set(stop.run, (left.get(stop.run) ?? 0) - pieces);
    return stop;
  });
}

export const STOP_STANDINGS = ["before", "ahead", "due", "late", "done", "missed"] as const;
export type StopStanding = (typeof STOP_STANDINGS)[number];

export interface StopNote {
  readonly kind: (typeof MAIL_NOTES)[number];
  readonly minute: number;
  readonly expectedMinute: number | null;
}

/**
 * Where a stop stands, from what was accepted at it and what was said of it last; it is kept nowhere. What was handed over
 * outweighs what was said. Nobody is late at a stop whose time was over when the route was opened.
 *
 * @param now minute of the run's day: negative before it, 1440 and more after it
 * @returns `lateBy` minutes after its time, 0 when it is not late
 * @rule MAIL-RUN-01
 */
export function stopStanding(
  minute: number,
  {
    accepted,
    note,
    opened = 0,
  }: {
    readonly accepted: readonly number[];
    readonly note: StopNote | null;
    /** Minute of the day at which the route was opened; left out where it was there before. */
    readonly opened?: number;
  },
  now: number,
): { readonly standing: StopStanding; readonly lateBy: number } {
  const came = cameAt(accepted, note);
  if (came !== null) return { standing: "done", lateBy: lateBy(minute, came) };
  if (note?.kind === "missed") return { standing: "missed", lateBy: 0 };
  if (minute < opened) return { standing: "before", lateBy: 0 };
  const behind = Math.max(lateBy(minute, now), lateBy(minute, note?.expectedMinute ?? minute));
  if (note?.kind === "late" || behind > 0) return { standing: "late", lateBy: behind };
  return { standing: now >= minute ? "due" : "ahead", lateBy: 0 };
}

/** When somebody was there first. Null: nobody, as far as is known. */
function cameAt(accepted: readonly number[], note: StopNote | null): number | null {
  if (accepted.length > 0) return Math.min(...accepted);
  return note?.kind === "called" ? note.minute : null;
}

function lateBy(minute: number, at: number): number {
  return at - minute > LATE_AFTER ? at - minute : 0;
}

/**
 * How many pieces more than the vehicle holds there would be after each stop, when everything that waits is taken.
 *
 * @param stops pieces that come aboard and leave at each, in order
 * @rule MAIL-RUN-01
 */
export function overCapacity(
  stops: readonly { readonly aboard: number; readonly off: number }[],
  capacity: number,
): readonly number[] {
  let load = 0;
  return stops.map(({ aboard, off }) => {
    load = Math.max(0, load - off) + aboard;
    return Math.max(0, load - capacity);
  });
}
