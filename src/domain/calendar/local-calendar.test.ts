import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { instant } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";
import { DEFAULT_DUE_DATE_SETTINGS } from "./due-date-settings.ts";
import { dueDate } from "./due-date.ts";
import { type LocalCalendar, localCalendar } from "./local-calendar.ts";
import { readCalendar } from "./read-calendar.ts";
import { type CalendarDay, type HoursFrom, dayStatus, endOfHours, sessionsOn } from "./work-calendar.ts";

const agency = readCalendar(
  JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
);
const MORNING = [{ fromMinute: 420, toMinute: 690 }];
const NOTHING: LocalCalendar = { days: [], hours: [] };

function aDay(
  day: string,
  kind: "localOpening" | "localClosing",
  changes: Partial<CalendarDay> = {},
): CalendarDay {
  const open = kind === "localOpening";
  const flags = { openForIntake: open, countsForDeadline: open };
  const known = {
    name: "Theo quyết định của tỉnh",
    decided: true,
    source: "QĐ 12/QĐ-UBND",
    mark: "sourced",
  } as const;
  return { day: plainDate(day), kind, ...flags, ...known, ...changes };
}

function hoursFrom(from: string, toMinute: number, saturday = false): HoursFrom {
  const works = { openForIntake: true, countsForDeadline: true };
  const off = { openForIntake: false, countsForDeadline: false };
  const morning = { openForIntake: true, countsForDeadline: false, sessions: MORNING };
  return {
    from: plainDate(from),
    week: [off, works, works, works, works, works, saturday ? morning : off],
    sessions: [{ fromMinute: 450, toMinute }],
  };
}

describe("the calendar of a place", () => {
  test("is the national one when nothing is set otherwise", () => {
    expect(localCalendar(agency, [])).toBe(agency);
    expect(localCalendar(agency, [NOTHING, NOTHING])).toBe(agency);
  });

  test("has the days of its province, and its own over them", () => {
    const province = {
      days: [aDay("2026-03-02", "localClosing"), aDay("2026-03-03", "localClosing")],
      hours: [],
    };
    const unit = { days: [aDay("2026-03-03", "localOpening")], hours: [] };
    const calendar = localCalendar(agency, [province, unit]);
    const counts = (day: string) => dayStatus(plainDate(day), calendar).countsForDeadline;
    expect(["2026-03-02", "2026-03-03", "2026-03-04"].map(counts)).toEqual([false, true, true]);
    expect(dayStatus(plainDate("2026-02-17"), calendar)).toEqual(dayStatus(plainDate("2026-02-17"), agency));
  });

  test("has hours that change on their day, the latest before a day being in force", () => {
    const calendar = localCalendar(agency, [
      { days: [], hours: [hoursFrom("2026-04-16", 1_050), hoursFrom("2026-10-16", 990)] },
      { days: [], hours: [hoursFrom("2026-04-16", 1_020)] },
    ]);
    const ends = ["2026-04-15", "2026-04-16", "2026-10-15", "2026-10-16"].map((day) =>
      endOfHours(plainDate(day), calendar),
    );
    expect(ends).toEqual([1_020, 1_020, 1_020, 990]);
    expect(sessionsOn(plainDate("2026-04-15"), calendar)).toHaveLength(2);
    expect(sessionsOn(plainDate("2026-04-16"), calendar)).toHaveLength(1);
  });

  test("may take dossiers in on a Saturday morning on which no deadline runs", () => {
    const calendar = localCalendar(agency, [{ days: [], hours: [hoursFrom("2026-03-01", 1_020, true)] }]);
    const saturday = plainDate("2026-03-07");
    expect(dayStatus(saturday, calendar)).toMatchObject({ openForIntake: true, countsForDeadline: false });
    expect(endOfHours(saturday, calendar)).toBe(690);
    const due = dueDate({
      receivedAt: instant("2026-03-07T08:00:00+07:00"),
      limit: { amount: 1, unit: "workingDay" },
      calendar,
      settings: DEFAULT_DUE_DATE_SETTINGS,
    });
    expect(due).toMatchObject({ value: { dueAt: instant("2026-03-09T17:00:00+07:00") } });
  });

  test("ends a half day with its own hours, and a limit that ends on it", () => {
    const half = aDay("2026-03-06", "localOpening", { sessions: MORNING });
    const due = dueDate({
      receivedAt: instant("2026-03-05T08:00:00+07:00"),
      limit: { amount: 1, unit: "workingDay" },
      calendar: localCalendar(agency, [{ days: [half], hours: [] }]),
      settings: DEFAULT_DUE_DATE_SETTINGS,
    });
    expect(due).toMatchObject({ value: { dueAt: instant("2026-03-06T11:30:00+07:00") } });
  });

  test("leaves out days of years that nobody has published", () => {
    const calendar = localCalendar(agency, [{ days: [aDay("2031-01-06", "localOpening")], hours: [] }]);
    expect(calendar.days.has(plainDate("2031-01-06"))).toBe(false);
  });
});
