import type { TimeLimit, TimeLimitUnit } from "#domain/calendar/time-limit.ts";

const UNITS: Readonly<Record<Exclude<TimeLimitUnit, "sameDay">, string>> = {
  workingDay: "ngày làm việc",
  calendarDay: "ngày",
  workingHour: "giờ làm việc",
  calendarMonth: "tháng",
};

/** A time limit as a Vietnamese form writes it. @example { amount: 3, unit: "workingDay" } → "03 ngày làm việc" */
export function limitWords(limit: TimeLimit): string {
  if (limit.unit === "sameDay") return "Trong ngày làm việc";
  return `${String(limit.amount).padStart(2, "0")} ${UNITS[limit.unit]}`;
}
