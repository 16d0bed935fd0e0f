import { walkDays, workedSince } from "../calendar/walk-days.ts";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import { type Instant, localTime } from "../shared/instant.ts";
import { type PlainDate, addDays } from "../shared/plain-date.ts";
import { type Result, done } from "../shared/result.ts";
import type { FoundZone } from "./zone.ts";

/** The classes by which the time of a journey is set; they are not those of the price. */
export const TRAVEL_CLASSES = [
  "innerDistrict",
  "betweenDistricts",
  "betweenLargeCities",
  "otherProvinces",
] as const;
export type TravelClass = (typeof TRAVEL_CLASSES)[number];

/** Working days after the day on the waybill (J), with and without bringing the appointment slip back. */
export interface TravelTime {
  readonly days: number;
  readonly daysWithSlip: number;
}

/** The longest times that the post has, by class. */
export type TravelTimes = Readonly<Record<TravelClass, TravelTime>>;

/**
 * The class of a way: within a province as the price has it, between provinces by whether both ends are cities of the
 * special or the first class.
 *
 * @rule POSTAL-TIME-01
 */
export function travelClass({ zone }: FoundZone, bothLargeCities: boolean): TravelClass {
  if (zone === "innerDistrict" || zone === "betweenDistricts") return zone;
  return bothLargeCities ? "betweenLargeCities" : "otherProvinces";
}

/**
 * The last day of a journey: J and so many working days of the postal calendar, J itself not counted.
 *
 * @param acceptedOn J, the day shown on the waybill
 * @rule POSTAL-TIME-01
 * @example postalDueOn(plainDate("2026-11-20"), 2, postal) → "2026-11-24": the Sunday between is not counted
 */
export function postalDueOn(
  acceptedOn: PlainDate,
  days: number,
  calendar: WorkCalendar,
): Result<PlainDate, "calendar_not_published"> {
  let left = days;
  return walkDays(addDays(acceptedOn, 1), calendar, (_day, { countsForDeadline }) => {
    if (countsForDeadline) left -= 1;
    return left <= 0 && countsForDeadline;
  });
}

/** Working days that lie between two invitations at least. Thông tư 17/2017/TT-BTTTT Điều 5 khoản 2 điểm h. */
const BETWEEN_INVITATIONS = 2;

/** How many invitations there must have been before a result goes back undelivered. */
const INVITATIONS = 2;

/** What may be done next with what could not be delivered. */
export type AfterAttempt =
  | { readonly next: "invite" }
  | { readonly next: "inviteFrom"; readonly day: PlainDate }
  | { readonly next: "mayReturn" };

/**
 * The invitations that count: each at least two working days after the one before it. What follows too soon is none, and
 * nobody is told a number of it.
 *
 * @param invitations when the recipient was invited, in order
 * @rule POSTAL-TIME-01
 * @example countedInvitations([mondayMorning, mondayNoon, wednesday], postal) → [mondayMorning, wednesday]
 */
export function countedInvitations(
  invitations: readonly Instant[],
  calendar: WorkCalendar,
): readonly Instant[] {
  const counted: Instant[] = [];
  for (const at of invitations) {
    const last = counted.at(-1);
    if (last === undefined || daysBetween(last, at, calendar) >= BETWEEN_INVITATIONS) counted.push(at);
  }
  return counted;
}

function daysBetween(one: Instant, other: Instant, calendar: WorkCalendar): number {
  return workedSince(localTime(one).day, localTime(other).day, calendar) ?? 0;
}

/**
 * Whether the recipient is invited again, from which day on, or whether the result may go back to the agency: after two
 * invitations that count.
 *
 * @param invitations when the recipient was invited, in order
 * @rule POSTAL-TIME-01
 * @example afterAttempt([monday], Tuesday, postal) → invite again from Wednesday on
 */
export function afterAttempt(
  invitations: readonly Instant[],
  today: PlainDate,
  calendar: WorkCalendar,
): Result<AfterAttempt, "calendar_not_published"> {
  const counted = countedInvitations(invitations, calendar);
  if (counted.length >= INVITATIONS) return done({ next: "mayReturn" });
  const last = counted.at(-1);
  if (last === undefined) return done({ next: "invite" });
  const from = postalDueOn(localTime(last).day, BETWEEN_INVITATIONS, calendar);
  if (!from.ok) return from;
  return done(from.value <= today ? { next: "invite" } : { next: "inviteFrom", day: from.value });
}
