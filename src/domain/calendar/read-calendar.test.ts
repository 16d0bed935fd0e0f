import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { readCalendar } from "./read-calendar.ts";
import { covers, dayStatus, endOfHours } from "./work-calendar.ts";

const open = { openForIntake: true, countsForDeadline: true };
const closed = { openForIntake: false, countsForDeadline: false };
const tet = {
  day: "2026-02-17",
  name: "Tết Nguyên đán",
  kind: "holiday",
  ...closed,
  decided: true,
  source: "Công văn 9859/VPCP-KGVX",
  mark: "sourced",
};

function given(change: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    id: "agency",
    name: "Lịch làm việc của cơ quan hành chính",
    fromYear: 2026,
    toYear: 2027,
    week: [closed, open, open, open, open, open, closed],
    hours: { sessions: [{ from: "07:30", to: "11:30" }], source: "địa phương", mark: "recalled" },
    days: [tet],
    ...change,
  };
}

const hours = (...sessions: readonly unknown[]) => ({
  hours: { sessions, source: "địa phương", mark: "recalled" },
});

describe("a calendar that is read", () => {
  test("answers for its days, its week and its years", () => {
    const calendar = readCalendar(given());
    expect(dayStatus(plainDate("2026-02-17"), calendar)).toEqual({
      ...closed,
      reason: "holiday",
      name: "Tết Nguyên đán",
      decided: true,
    });
    expect(dayStatus(plainDate("2026-11-20"), calendar)).toEqual({
      ...open,
      reason: "workingDay",
      decided: true,
    });
    expect(dayStatus(plainDate("2026-11-22"), calendar)).toEqual({
      ...closed,
      reason: "weeklyDayOff",
      decided: true,
    });
    expect(endOfHours(plainDate("2026-11-23"), calendar)).toBe(690);
    expect(
      ["2025-12-31", "2026-01-01", "2027-12-31", "2028-01-01"].map((day) => covers(calendar, plainDate(day))),
    ).toEqual([false, true, true, false]);
    expect(() => dayStatus(plainDate("2028-01-01"), calendar)).toThrow("does not cover 2028-01-01");
  });

  test.each([
    {
      change: { days: [{ ...tet, day: "2026-02-29" }] },
      says: '"2026-02-29" is not a day',
      because: "no such day",
    },
    {
      change: { days: [{ ...tet, day: "17/2/2026" }] },
      says: '"17/2/2026" is not a day',
      because: "another writing",
    },
    { change: { days: [tet, tet] }, says: "2026-02-17 stands twice", because: "the same day twice" },
    {
      change: { days: [{ ...tet, day: "2025-01-29" }] },
      says: "lies outside 2026 to 2027",
      because: "another year",
    },
    { change: { days: [{ ...tet, kind: "feast" }] }, says: "2026-02-17.kind", because: "an unknown kind" },
    { change: { days: [{ ...tet, mark: "sure" }] }, says: "2026-02-17.mark", because: "an unknown mark" },
    {
      change: { days: [{ ...tet, decided: "yes" }] },
      says: "2026-02-17.decided",
      because: "a text for a flag",
    },
    {
      change: { days: [{ ...tet, openForIntake: undefined }] },
      says: "openForIntake",
      because: "a flag left out",
    },
    { change: { days: [{ ...tet, name: " " }] }, says: "2026-02-17.name", because: "no name" },
    { change: { days: [null] }, says: "days[0]", because: "not an entry" },
    { change: { days: {} }, says: "days of the calendar must be a list", because: "not a list" },
    { change: { week: [open] }, says: "A week has 7 days", because: "a short week" },
    { change: { fromYear: 2028 }, says: "ends in 2027, before 2028", because: "years run backwards" },
    { change: { toYear: "2027" }, says: "toYear", because: "a year as text" },
    { change: hours(), says: "needs working hours", because: "no hours" },
    {
      change: hours({ from: "7:30", to: "11:30" }),
      says: 'Not a time of day: "7:30"',
      because: "an hour of one digit",
    },
    { change: hours({ from: "24:00", to: "24:30" }), says: "Not a time of day", because: "no such hour" },
    { change: hours({ from: "11:30", to: "07:30" }), says: "overlap or run backwards", because: "backwards" },
    {
      change: hours({ from: "07:30", to: "11:30" }, { from: "11:00", to: "17:00" }),
      says: "overlap or run backwards",
      because: "sessions overlap",
    },
  ])("is refused when it has $because", ({ change, says }) => {
    expect(() => readCalendar(given(change))).toThrow(RangeError);
    expect(() => readCalendar(given(change))).toThrow(says);
  });
});
