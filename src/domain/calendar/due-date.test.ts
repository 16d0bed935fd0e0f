import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { instant, localTime } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";
import { DEFAULT_DUE_DATE_SETTINGS, type DueDateSettings } from "./due-date-settings.ts";
import { type DueDate, dueDate } from "./due-date.ts";
import { readCalendar } from "./read-calendar.ts";
import type { TimeLimitUnit } from "./time-limit.ts";
import type { CalendarDay, WorkCalendar } from "./work-calendar.ts";

const agency = readCalendar(
  JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
);

interface Options {
  readonly calendar?: WorkCalendar;
  readonly settings?: Partial<DueDateSettings>;
}

/** The due date of a dossier received at a wall-clock time in Việt Nam: "2026-11-23 08:30". */
function due(received: string, amount: number, unit: TimeLimitUnit, options: Options = {}): DueDate {
  const result = dueDate({
    receivedAt: instant(`${received.replace(" ", "T")}+07:00`),
    limit: { amount, unit },
    calendar: options.calendar ?? agency,
    settings: { ...DEFAULT_DUE_DATE_SETTINGS, ...options.settings },
  });
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.value;
}

/** As a clerk reads it on the slip: "2024-05-04 17:00". */
function onTheWall({ dueAt }: DueDate): string {
  const { day, minute } = localTime(dueAt);
  return `${day} ${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function withDay(day: string, flags: Pick<CalendarDay, "openForIntake" | "countsForDeadline">): WorkCalendar {
  const key = plainDate(day);
  const entry = {
    name: "Mở cửa sáng thứ Bảy",
    kind: "localOpening",
    decided: true,
    source: "thử",
    mark: "inference",
  };
  return { ...agency, days: new Map(agency.days).set(key, { day: key, ...flags, ...entry } as CalendarDay) };
}

describe("a limit in working days", () => {
  test.each([
    {
      received: "2024-04-22 08:00",
      days: 1,
      is: "2024-04-23 17:00",
      because: "the day of receipt is not counted",
    },
    {
      received: "2024-04-22 16:59",
      days: 1,
      is: "2024-04-23 17:00",
      because: "the hour of receipt does not matter",
    },
    { received: "2024-04-19 09:00", days: 1, is: "2024-04-22 17:00", because: "a weekend is skipped" },
    {
      received: "2024-04-26 09:00",
      days: 1,
      is: "2024-05-02 17:00",
      because: "29/4/2024 was swapped, 30/4, 1/5",
    },
    {
      received: "2024-04-26 09:00",
      days: 3,
      is: "2024-05-04 17:00",
      because: "Saturday 4/5/2024 makes up for 29/4",
    },
    {
      received: "2024-04-26 09:00",
      days: 4,
      is: "2024-05-06 17:00",
      because: "after the make-up day comes Monday",
    },
    {
      received: "2024-05-04 10:00",
      days: 1,
      is: "2024-05-06 17:00",
      because: "received on the make-up day itself",
    },
    {
      received: "2026-02-13 09:00",
      days: 1,
      is: "2026-02-23 17:00",
      because: "Tết 2026 gives nine days in a row",
    },
    { received: "2026-02-13 09:00", days: 5, is: "2026-02-27 17:00", because: "a full week after Tết" },
    {
      received: "2026-04-24 09:00",
      days: 1,
      is: "2026-04-28 17:00",
      because: "27/4/2026 stands in for Sunday 26/4",
    },
    {
      received: "2026-08-28 09:00",
      days: 1,
      is: "2026-09-03 17:00",
      because: "31/8 swapped, then 1/9 and 2/9",
    },
    {
      received: "2026-08-21 09:00",
      days: 1,
      is: "2026-08-22 17:00",
      because: "Saturday 22/8/2026 is worked",
    },
    { received: "2026-08-21 09:00", days: 2, is: "2026-08-24 17:00", because: "Sunday after it is not" },
    {
      received: "2026-11-14 09:00",
      days: 1,
      is: "2026-11-16 17:00",
      because: "taken in on Saturday: Monday is day 1",
    },
    { received: "2026-11-15 23:30", days: 1, is: "2026-11-16 17:00", because: "sent online on Sunday night" },
    {
      received: "2025-04-25 09:00",
      days: 1,
      is: "2025-04-26 17:00",
      because: "Saturday 26/4/2025 is worked for 2/5",
    },
    {
      received: "2018-12-28 09:00",
      days: 1,
      is: "2019-01-02 17:00",
      because: "31/12/2018 was swapped over the year",
    },
    {
      received: "2020-09-01 09:00",
      days: 1,
      is: "2020-09-03 17:00",
      because: "one National Day before 2021",
    },
    { received: "2021-09-01 09:00", days: 1, is: "2021-09-06 17:00", because: "two National Days from 2021" },
  ])("$received + $days → $is: $because", ({ received, days, is }) => {
    expect(onTheWall(due(received, days, "workingDay"))).toBe(is);
  });

  test("a Saturday desk takes dossiers in without moving the clock", () => {
    const calendar = withDay("2026-11-14", { openForIntake: true, countsForDeadline: false });
    const friday = due("2026-11-13 09:00", 1, "workingDay", { calendar });
    expect(onTheWall(friday)).toBe("2026-11-16 17:00");
    expect(friday.explanation.days[1]).toMatchObject({ counted: false, reason: "localOpening" });
    expect(onTheWall(due("2026-11-14 09:00", 1, "workingDay", { calendar }))).toBe("2026-11-16 17:00");
  });

  test.each([
    { received: "2026-11-16 09:00", is: "2026-11-16 17:00", because: "the day of receipt is day 1" },
    {
      received: "2026-11-16 16:59",
      is: "2026-11-16 17:00",
      because: "a minute before the end is still that day",
    },
    { received: "2026-11-16 17:00", is: "2026-11-17 17:00", because: "it cannot be due before it came" },
    { received: "2026-11-14 09:00", is: "2026-11-16 17:00", because: "a Saturday does not count either way" },
  ])("where the day of receipt counts, $received + 1 → $is: $because", ({ received, is }) => {
    expect(onTheWall(due(received, 1, "workingDay", { settings: { dayOfReceiptCounts: true } }))).toBe(is);
  });

  test("is due at another minute where the agency says so", () => {
    expect(onTheWall(due("2026-11-16 09:00", 1, "workingDay", { settings: { dueMinute: 990 } }))).toBe(
      "2026-11-17 16:30",
    );
  });
});

describe("a limit of the same day", () => {
  test.each([
    { received: "2026-11-16 08:00", is: "2026-11-16 17:00", because: "in the morning" },
    { received: "2026-11-16 15:00", is: "2026-11-16 17:00", because: "at 15:00, which is not after 15:00" },
    { received: "2026-11-16 15:01", is: "2026-11-17 17:00", because: "after 15:00" },
    { received: "2026-11-20 15:01", is: "2026-11-23 17:00", because: "after 15:00 on a Friday" },
    { received: "2026-11-14 09:00", is: "2026-11-16 17:00", because: "on a Saturday" },
    { received: "2024-05-04 09:00", is: "2024-05-04 17:00", because: "on a make-up Saturday" },
  ])("$received → $is: $because", ({ received, is }) => {
    expect(onTheWall(due(received, 1, "sameDay"))).toBe(is);
  });

  test("leaves seconds out, as the slip does", () => {
    expect(onTheWall(due("2026-11-16 15:00:59", 1, "sameDay"))).toBe("2026-11-16 17:00");
  });

  test("is never due before it came, whatever the cut-off", () => {
    const settings = { sameDayCutOffMinute: 1439 };
    expect(onTheWall(due("2026-11-16 17:00", 1, "sameDay", { settings }))).toBe("2026-11-17 17:00");
  });
});

describe("a limit in working hours", () => {
  test.each([
    { received: "2026-11-16 08:30", hours: 2, is: "2026-11-16 10:30", because: "within the morning" },
    { received: "2026-11-16 10:30", hours: 2, is: "2026-11-16 14:30", because: "over the noon break" },
    {
      received: "2026-11-16 11:45",
      hours: 2,
      is: "2026-11-16 15:30",
      because: "at noon the clock starts at 13:30",
    },
    {
      received: "2026-11-16 10:30",
      hours: 1,
      is: "2026-11-16 11:30",
      because: "a filled morning ends with it",
    },
    { received: "2026-11-16 08:30", hours: 8, is: "2026-11-17 08:30", because: "eight hours are one day" },
    {
      received: "2026-11-16 06:00",
      hours: 8,
      is: "2026-11-16 17:00",
      because: "before the morning it starts at 7:00",
    },
    {
      received: "2026-11-16 17:00",
      hours: 8,
      is: "2026-11-17 17:00",
      because: "after hours it starts the next day",
    },
    { received: "2026-11-20 16:00", hours: 8, is: "2026-11-23 16:00", because: "over a weekend" },
    {
      received: "2024-04-26 16:00",
      hours: 2,
      is: "2024-05-02 08:00",
      because: "over the swapped day and 30/4, 1/5",
    },
    { received: "2026-11-14 09:00", hours: 1, is: "2026-11-16 08:00", because: "on a Saturday" },
  ])("$received + $hours h → $is: $because", ({ received, hours, is }) => {
    expect(onTheWall(due(received, hours, "workingHour"))).toBe(is);
  });

  test("says where the clock starts and how many minutes each day gave", () => {
    const { explanation } = due("2026-11-16 11:45", 4, "workingHour");
    expect(explanation).toMatchObject({ startsOn: "2026-11-16", startsMinute: 810 });
    expect(explanation.days.map(({ minutes }) => minutes)).toEqual([210, 30]);
    const late = due("2026-11-20 17:30", 4, "workingHour").explanation;
    expect(late).toMatchObject({ startsOn: "2026-11-23", startsMinute: 420 });
    expect(late.days[0]).toMatchObject({ counted: false, reason: "receivedAfterHours" });
  });
});

describe("a limit in calendar days or months", () => {
  test.each([
    {
      received: "2026-11-16 09:00",
      amount: 3,
      unit: "calendarDay",
      is: "2026-11-19 17:00",
      because: "plain days",
    },
    {
      received: "2026-11-16 09:00",
      amount: 5,
      unit: "calendarDay",
      is: "2026-11-23 17:00",
      because: "Saturday moves",
    },
    {
      received: "2026-11-16 09:00",
      amount: 9,
      unit: "calendarDay",
      is: "2026-11-25 17:00",
      because: "24/11 within",
    },
    {
      received: "2026-02-10 09:00",
      amount: 6,
      unit: "calendarDay",
      is: "2026-02-23 17:00",
      because: "Tết moves it",
    },
    {
      received: "2026-08-17 09:00",
      amount: 5,
      unit: "calendarDay",
      is: "2026-08-22 17:00",
      because: "make-up Saturday",
    },
    {
      received: "2026-06-15 09:00",
      amount: 1,
      unit: "calendarMonth",
      is: "2026-07-15 17:00",
      because: "the same date",
    },
    {
      received: "2026-03-31 09:00",
      amount: 2,
      unit: "calendarMonth",
      is: "2026-06-01 17:00",
      because: "31/5 a Sunday",
    },
    {
      received: "2026-05-31 09:00",
      amount: 1,
      unit: "calendarMonth",
      is: "2026-06-30 17:00",
      because: "no 31/6",
    },
    {
      received: "2023-11-30 09:00",
      amount: 3,
      unit: "calendarMonth",
      is: "2024-02-29 17:00",
      because: "a leap year",
    },
    {
      received: "2025-12-31 09:00",
      amount: 14,
      unit: "calendarMonth",
      is: "2027-03-01 17:00",
      because: "28/2 a Sunday",
    },
  ] as const)("$received + $amount $unit → $is: $because", ({ received, amount, unit, is }) => {
    expect(onTheWall(due(received, amount, unit))).toBe(is);
  });

  test("ends on a day off where the agency does not move it", () => {
    const settings = { endMovesToWorkingDay: false };
    expect(onTheWall(due("2026-11-16 09:00", 5, "calendarDay", { settings }))).toBe("2026-11-21 17:00");
  });

  test("shows the end on a day off and the day it moved to", () => {
    const { days, rules } = due("2026-11-16 09:00", 5, "calendarDay").explanation;
    expect(days.slice(-3)).toEqual([
      { day: "2026-11-21", counted: true, reason: "calendarDay", decided: true },
      { day: "2026-11-22", counted: false, reason: "weeklyDayOff", decided: true },
      { day: "2026-11-23", counted: false, reason: "endMovedHere", decided: true },
    ]);
    expect(rules.map(({ code }) => code)).toContain("endMovesToWorkingDay");
  });
});
