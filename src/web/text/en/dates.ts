import { formatMinute, instant, localTime } from "#domain/shared/instant.ts";
import { formatDay, parsePlainDate, weekday } from "#domain/shared/plain-date.ts";
import type { dates as vietnamese } from "../vi/dates.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** Days keep the Vietnamese order, day/month/year, so that one screen and one slip say the same. */
export const dates: typeof vietnamese = {
  moment: (at) => {
    const { day, minute } = localTime(instant(at));
    return `${formatMinute(minute)}, ${WEEKDAYS[weekday(day)]} ${formatDay(day)}`;
  },
  shortMoment: (at) => {
    const { day, minute } = localTime(instant(at));
    return `${formatMinute(minute)} ${formatDay(day)}`;
  },
  time: (at) => formatMinute(localTime(instant(at)).minute),
  day: (text) => {
    const day = parsePlainDate(text);
    return day === undefined ? text : `${WEEKDAYS[weekday(day)]} ${formatDay(day)}`;
  },
  shortDay: (text) => {
    const day = parsePlainDate(text);
    return day === undefined ? text : formatDay(day);
  },
};
