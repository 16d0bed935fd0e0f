import type { PlainDate } from "../shared/plain-date.ts";
import { type CalendarDay, type HoursFrom, type WorkCalendar, covers } from "./work-calendar.ts";

/** What a province or a unit sets otherwise than the nation: single days, and week and hours from a day on. */
export interface LocalCalendar {
  readonly days: readonly CalendarDay[];
  readonly hours: readonly HoursFrom[];
}

/**
 * The calendar of a place: the national one with what its province and then the place itself set over it. A later layer
 * wins over an earlier one, a single day over the week. Days of years that the national calendar does not know are left
 * out, since nobody can count through such a year.
 *
 * @rule DEADLINE-03
 * @example localCalendar(agency, [ofProvince, ofUnit]) → the agency's calendar, with the unit's Saturday mornings
 */
export function localCalendar(national: WorkCalendar, layers: readonly LocalCalendar[]): WorkCalendar {
  if (layers.every(({ days, hours }) => days.length === 0 && hours.length === 0)) return national;
  const days = new Map<PlainDate, CalendarDay>(national.days);
  for (const day of layers.flatMap((layer) => layer.days)) {
    if (covers(national, day.day)) days.set(day.day, day);
  }
  return {
    ...national,
    days,
    laterHours: mergedHours([{ days: [], hours: national.laterHours }, ...layers]),
  };
}

/** Week and hours in order of their days; of two from one day that of the later layer. */
function mergedHours(layers: readonly LocalCalendar[]): readonly HoursFrom[] {
  const byDay = new Map(layers.flatMap(({ hours }) => hours.map((one) => [one.from, one] as const)));
  return [...byDay.values()].toSorted((one, other) => (one.from < other.from ? -1 : 1));
}
