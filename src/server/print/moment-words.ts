import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type PlainDate, formatDay } from "#domain/shared/plain-date.ts";

/** "08 giờ 30 phút, ngày 21 tháng 11 năm 2026" on the wall clock in Việt Nam. */
export function momentInWords(at: Instant): string {
  const { day, minute } = localTime(at);
  return `${twoDigits(Math.floor(minute / 60))} giờ ${twoDigits(minute % 60)} phút, ${dayInWords(day)}`;
}

/** For the cells of a table: "08:30 21/11/2026" on the wall clock in Việt Nam. */
export function momentInCell(at: Instant): string {
  const { day, minute } = localTime(at);
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)} ${formatDay(day)}`;
}

/** Days below 10 and the months 1 and 2 get a leading zero, as official papers write them (NĐ 30/2020) [recalled]. */
export function dayInWords(date: PlainDate): string {
  const [year, month = "", day] = date.split("-");
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** @example twoDigits(7) → "07" */
export function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
