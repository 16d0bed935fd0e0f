import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCalendar } from "../calendar/read-calendar.ts";
import { addDays, plainDate } from "../shared/plain-date.ts";
import { tellableDay, workingDayUpTo } from "./tellable-day.ts";

const calendar = readCalendar(
  JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
);
const today = plainDate("2026-11-20");
const tell = (day: string, tellableDays: number) =>
  tellableDay(plainDate(day), { today, calendar, tellableDays });

test.each([
  { day: "2026-11-20", days: 30, is: null, because: "today can be told" },
  { day: "2026-11-19", days: 30, is: "answer_day_past", because: "yesterday cannot" },
  { day: "2026-12-20", days: 30, is: null, because: "the last day of the setting can" },
  { day: "2026-12-21", days: 30, is: "day_too_far", because: "the one after it cannot" },
  { day: "9999-12-31", days: 999, is: "day_too_far", because: "nobody waits for the end of days" },
])("$day within $days days: $because", ({ day, days, is }) => {
  const told = tell(day, days);
  expect(told.ok ? null : told.code).toBe(is);
});

test("a day after the last published year is too far whatever the setting, and the last one is named", () => {
  const published = plainDate(`${calendar.toYear}-12-31`);
  expect(tell(published, 9_999).ok).toBe(true);
  expect(tell(addDays(published, 1), 9_999)).toMatchObject({
    code: "day_too_far",
    details: { lastDay: published },
  });
});

test("the working day up to a Sunday is its Friday, and up to a Friday that Friday itself", () => {
  expect(workingDayUpTo(plainDate("2026-11-29"), calendar)).toBe("2026-11-27");
  expect(workingDayUpTo(plainDate("2026-11-27"), calendar)).toBe("2026-11-27");
});
