import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addDays, plainDate, weekday } from "../shared/plain-date.ts";
import { readCalendar } from "./read-calendar.ts";
import { type CalendarDay, dayStatus } from "./work-calendar.ts";

function read(name: string) {
  return readCalendar(
    JSON.parse(
      readFileSync(new URL(`../../../db/reference/calendars/${name}.json`, import.meta.url), "utf8"),
    ),
  );
}
const agency = read("agency");
const postal = read("postal");
const days = [...agency.days.values()];
const years = Array.from({ length: 10 }, (_, index) => 2018 + index);

/** First day of the lunar year, and the tenth of its third month, computed from the lunar calendar. */
const LUNAR = [
  ["2018-02-16", "2018-04-25"],
  ["2019-02-05", "2019-04-14"],
  ["2020-01-25", "2020-04-02"],
  ["2021-02-12", "2021-04-21"],
  ["2022-02-01", "2022-04-10"],
  ["2023-01-22", "2023-04-29"],
  ["2024-02-10", "2024-04-18"],
  ["2025-01-29", "2025-04-07"],
  ["2026-02-17", "2026-04-26"],
  ["2027-02-06", "2027-04-16"],
] as const;

function isWeekend({ day }: CalendarDay): boolean {
  return weekday(day) === 0 || weekday(day) === 6;
}

function of(year: number, kind: CalendarDay["kind"]): readonly CalendarDay[] {
  return days.filter((entry) => entry.day.startsWith(String(year)) && entry.kind === kind);
}

describe("the agency calendar", () => {
  test.each(years)(
    "has the statutory days of %i, each in a working week or with a day off instead",
    (year) => {
      const holidays = of(year, "holiday");
      expect(holidays.length).toBe(year < 2021 ? 10 : 11);
      expect(of(year, "compensatoryDayOff").length).toBe(holidays.filter(isWeekend).length);
      expect(holidays.concat(of(year, "compensatoryDayOff")).every((entry) => !entry.countsForDeadline)).toBe(
        true,
      );
      const instead = of(year, "compensatoryDayOff");
      expect(instead.some(isWeekend)).toBe(false);
      // The next working day: nothing is worked between the holiday and the day off in its place.
      expect(instead.some(({ day }) => dayStatus(addDays(day, -1), agency).countsForDeadline)).toBe(false);
    },
  );

  test.each(LUNAR)("has Tết around %s and Giỗ Tổ on %s", (newYear, hungKings) => {
    expect(dayStatus(plainDate(newYear), agency)).toMatchObject({
      reason: "holiday",
      name: "Tết Nguyên đán",
    });
    expect(dayStatus(plainDate(hungKings), agency)).toMatchObject({
      reason: "holiday",
      name: "Giỗ Tổ Hùng Vương",
    });
  });

  test("makes up for every swapped weekday on a Saturday", () => {
    const swapped = days.filter(({ kind }) => kind === "swappedDayOff");
    const madeUp = days.filter(({ kind }) => kind === "makeUpDay");
    expect(swapped.map(({ day }) => day)).toEqual([
      "2018-12-31",
      "2019-04-29",
      "2024-04-29",
      "2025-05-02",
      "2026-01-02",
      "2026-08-31",
    ]);
    expect(madeUp.map(({ day }) => day)).toEqual([
      "2019-01-05",
      "2019-05-04",
      "2024-05-04",
      "2025-04-26",
      "2026-01-10",
      "2026-08-22",
    ]);
    expect(swapped.some(isWeekend)).toBe(false);
    expect(madeUp.every(({ day, countsForDeadline }) => weekday(day) === 6 && countsForDeadline)).toBe(true);
  });

  test("keeps the Day of Vietnamese Culture a working day until it is decided", () => {
    expect(dayStatus(plainDate("2026-11-24"), agency)).toEqual({
      openForIntake: true,
      countsForDeadline: true,
      reason: "proposedHoliday",
      name: "Ngày Văn hóa Việt Nam",
      decided: false,
    });
  });

  test("marks as undecided exactly what waits for a decision", () => {
    const waiting = days.filter(({ decided }) => !decided);
    expect(waiting.every(({ mark }) => mark === "undecided")).toBe(true);
    expect(days.filter(({ mark }) => mark === "undecided").length).toBe(waiting.length);
    expect(waiting.map(({ day }) => day)).toEqual([
      "2026-11-24",
      "2027-02-04",
      "2027-02-05",
      "2027-02-08",
      "2027-02-09",
      "2027-02-10",
      "2027-02-11",
      "2027-09-01",
      "2027-09-03",
      "2027-11-24",
    ]);
  });

  test("works eight hours a day", () => {
    expect(agency.sessions.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0)).toBe(
      480,
    );
  });
});

describe("the postal calendar", () => {
  test("works through the holidays and knows no swaps", () => {
    const kinds = new Set([...postal.days.values()].map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(["servedHoliday"]));
    for (const { day, kind } of days.filter((entry) => !isWeekend(entry))) {
      const status = dayStatus(day, postal);
      expect([day, kind, status.openForIntake, status.countsForDeadline]).toEqual([day, kind, true, true]);
    }
    expect(dayStatus(plainDate("2026-08-22"), postal)).toMatchObject({
      openForIntake: true,
      countsForDeadline: false,
    });
  });

  test("rests on inference alone", () => {
    expect([...postal.days.values()].every(({ mark }) => mark === "inference")).toBe(true);
  });
});
