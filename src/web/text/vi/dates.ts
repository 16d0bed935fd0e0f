import { formatMinute, instant, localTime } from "#domain/shared/instant.ts";
import { formatDay, parsePlainDate, weekday } from "#domain/shared/plain-date.ts";

const WEEKDAYS = ["Chủ Nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"] as const;

export const dates = {
  /** @example moment("2026-11-23T09:30:00Z") → "16:30, thứ Hai 23/11/2026" */
  moment: (at: string): string => {
    const { day, minute } = localTime(instant(at));
    return `${formatMinute(minute)}, ${WEEKDAYS[weekday(day)]} ${formatDay(day)}`;
  },
  /** @example shortMoment("2026-11-23T09:30:00Z") → "16:30 23/11/2026" */
  shortMoment: (at: string): string => {
    const { day, minute } = localTime(instant(at));
    return `${formatMinute(minute)} ${formatDay(day)}`;
  },
  /** @example time("2026-11-23T09:30:00Z") → "16:30" */
  time: (at: string): string => formatMinute(localTime(instant(at)).minute),
  /** @example day("2026-11-23") → "thứ Hai 23/11/2026"; a text that names no day comes back as it is */
  day: (text: string): string => {
    const day = parsePlainDate(text);
    return day === undefined ? text : `${WEEKDAYS[weekday(day)]} ${formatDay(day)}`;
  },
  /** @example shortDay("2026-11-23") → "23/11/2026" */
  shortDay: (text: string): string => {
    const day = parsePlainDate(text);
    return day === undefined ? text : formatDay(day);
  },
};
