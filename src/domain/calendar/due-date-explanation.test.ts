import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { instant } from "../shared/instant.ts";
import { DEFAULT_DUE_DATE_SETTINGS, type DueDateSettings } from "./due-date-settings.ts";
import { type DueDate, dueDate } from "./due-date.ts";
import { readCalendar } from "./read-calendar.ts";
import type { TimeLimitUnit } from "./time-limit.ts";
import type { WorkCalendar } from "./work-calendar.ts";

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

describe("a due date that touches an undecided day", () => {
  const culture = ["2026-11-24"];
  test.each([
    {
      received: "2026-11-20 09:00",
      amount: 1,
      unit: "workingDay",
      waits: [],
      because: "due on 23/11, before it",
    },
    {
      received: "2026-11-20 09:00",
      amount: 2,
      unit: "workingDay",
      waits: culture,
      because: "due on 24/11 itself",
    },
    {
      received: "2026-11-20 09:00",
      amount: 5,
      unit: "workingDay",
      waits: culture,
      because: "24/11 is counted",
    },
    {
      received: "2026-11-24 09:00",
      amount: 1,
      unit: "workingDay",
      waits: [],
      because: "the receipt day is left out",
    },
    {
      received: "2026-11-20 09:00",
      amount: 4,
      unit: "calendarDay",
      waits: culture,
      because: "ends on 24/11",
    },
    {
      received: "2026-11-20 09:00",
      amount: 5,
      unit: "calendarDay",
      waits: [],
      because: "24/11 counts either way",
    },
    { received: "2026-11-24 09:00", amount: 1, unit: "sameDay", waits: culture, because: "due on 24/11" },
    { received: "2026-11-24 16:00", amount: 1, unit: "sameDay", waits: [], because: "too late for 24/11" },
    { received: "2026-11-23 16:00", amount: 1, unit: "workingHour", waits: [], because: "ends with 23/11" },
    {
      received: "2026-11-23 16:00",
      amount: 2,
      unit: "workingHour",
      waits: culture,
      because: "an hour falls on 24/11",
    },
    {
      received: "2026-11-24 17:00",
      amount: 2,
      unit: "workingHour",
      waits: [],
      because: "after hours on 24/11",
    },
    {
      received: "2026-10-24 09:00",
      amount: 1,
      unit: "calendarMonth",
      waits: culture,
      because: "ends on 24/11",
    },
  ] as const)("$received + $amount $unit waits for $waits: $because", ({ received, amount, unit, waits }) => {
    const { provisional, explanation } = due(received, amount, unit);
    expect(explanation.provisionalBecause).toEqual(waits);
    expect(provisional).toBe(waits.length > 0);
  });

  test("Tết 2027 keeps every due date across it provisional", () => {
    const { explanation } = due("2027-02-03 09:00", 2, "workingDay");
    expect(explanation.provisionalBecause[0]).toBe("2027-02-04");
  });
});

describe("the explanation", () => {
  test("tells each day from the receipt to the due day, and by which rules", () => {
    const { explanation } = due("2024-04-26 09:00", 3, "workingDay");
    expect(
      explanation.days.map(({ day, counted, reason }) => `${day.slice(5)} ${counted ? "+" : "-"} ${reason}`),
    ).toEqual([
      "04-26 - dayOfReceipt",
      "04-27 - weeklyDayOff",
      "04-28 - weeklyDayOff",
      "04-29 - swappedDayOff",
      "04-30 - holiday",
      "05-01 - holiday",
      "05-02 + workingDay",
      "05-03 + workingDay",
      "05-04 + makeUpDay",
    ]);
    expect(explanation.days[4]?.name).toBe("Ngày Chiến thắng 30/4");
    expect(explanation).toMatchObject({ startsOn: "2024-05-02", dueOn: "2024-05-04", dueMinute: 1020 });
    expect(explanation.rules.map(({ code }) => code)).toEqual([
      "dayOfReceiptNotCounted",
      "onlyWorkingDaysCount",
      "dueAtEndOfHours",
    ]);
    expect(explanation.rules[0]).toMatchObject({
      mark: "inference",
      source: "Bộ luật Dân sự 2015, Điều 147 khoản 2",
    });
  });

  test("names the rule that was set differently", () => {
    const settings = { dayOfReceiptCounts: true, dueMinute: 990 };
    const { rules } = due("2026-11-16 09:00", 1, "workingDay", { settings }).explanation;
    expect(rules.map(({ code }) => code)).toEqual([
      "dayOfReceiptCounted",
      "onlyWorkingDaysCount",
      "dueAtSetMinute",
    ]);
  });
});

describe("what cannot be counted", () => {
  test.each([
    { received: "2027-12-31 09:00", amount: 1, year: 2028, because: "the next day is not published" },
    { received: "2027-12-01 09:00", amount: 30, year: 2028, because: "the count runs into 2028" },
    { received: "2017-12-29 09:00", amount: 1, year: 2017, because: "the receipt lies before the calendar" },
  ])("$received + $amount is refused with $year: $because", ({ received, amount, year }) => {
    const result = dueDate({
      receivedAt: instant(`${received.replace(" ", "T")}+07:00`),
      limit: { amount, unit: "workingDay" },
      calendar: agency,
      settings: DEFAULT_DUE_DATE_SETTINGS,
    });
    expect(result).toEqual({ ok: false, code: "calendar_not_published", details: { year } });
  });

  test.each([
    { amount: 0, unit: "workingDay" },
    { amount: -1, unit: "calendarDay" },
    { amount: 1.5, unit: "workingHour" },
    { amount: Number.NaN, unit: "workingDay" },
    { amount: 2, unit: "sameDay" },
    { amount: 1_001, unit: "workingDay" },
    { amount: 49, unit: "calendarMonth" },
  ] as const)("a limit of $amount $unit is a bug of the caller", ({ amount, unit }) => {
    expect(() => due("2026-11-16 09:00", amount, unit)).toThrow(RangeError);
  });

  test("a minute that no clock shows is a bug of the caller", () => {
    expect(() => due("2026-11-16 09:00", 1, "sameDay", { settings: { sameDayCutOffMinute: 1440 } })).toThrow(
      RangeError,
    );
    expect(() => due("2026-11-16 09:00", 1, "sameDay", { settings: { dueMinute: -1 } })).toThrow(RangeError);
  });

  test("a calendar without a day of work ends in an error, not in an endless walk", () => {
    const never = { openForIntake: false, countsForDeadline: false };
    const calendar = { ...agency, days: new Map(), week: agency.week.map(() => never) };
    expect(() => due("2018-01-02 09:00", 1, "workingDay", { calendar })).toThrow("No end within 2000 days");
  });
});
