import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import { instant } from "../shared/instant.ts";
import { collectedBefore, desksOf, dueSoonUntil, idleBefore } from "./watch.ts";

const WORKED = { openForIntake: true, countsForDeadline: true };
const OFF = { openForIntake: false, countsForDeadline: false };
const HOLIDAY = plainDate("2026-11-24");
const CALENDAR: WorkCalendar = {
  id: "c",
  name: "c",
  fromYear: 2026,
  toYear: 2026,
  week: [OFF, WORKED, WORKED, WORKED, WORKED, WORKED, OFF],
  sessions: [{ fromMinute: 420, toMinute: 1020 }],
  hoursSource: "",
  hoursMark: "sourced",
  laterHours: [],
  days: new Map([
    [
      HOLIDAY,
      {
        ...OFF,
        day: HOLIDAY,
        name: "",
        kind: "holiday",
        decided: true,
        source: "",
        mark: "sourced",
      } as const,
    ],
  ]),
};
const at = (text: string) => instant(`2026-${text.replace(" ", "T")}:00+07:00`);

describe("a due date is soon", () => {
  test.each([
    { now: "11-16 09:00", days: 1, until: "11-18 00:00", because: "tomorrow is worked" },
    { now: "11-20 09:00", days: 1, until: "11-24 00:00", because: "after Friday comes Monday" },
    { now: "11-23 09:00", days: 1, until: "11-26 00:00", because: "Tuesday is a holiday" },
    { now: "11-21 09:00", days: 2, until: "11-26 00:00", because: "Monday and Wednesday are the next two" },
    { now: "11-16 09:00", days: 0, until: "11-17 00:00", because: "only today" },
  ])("until $until, seen from $now with $days days: $because", ({ now, days, until }) => {
    expect(dueSoonUntil(at(now), days, CALENDAR)).toBe(at(until));
  });

  test("and a calendar that says nothing of next year does not stop the watch", () => {
    expect(dueSoonUntil(at("12-31 09:00"), 1, CALENDAR)).toBe(instant("2027-01-02T00:00:00+07:00"));
  });
});

test.each([
  { now: "11-16 09:00", days: 1, before: "11-13 09:00", because: "before Monday comes Friday" },
  { now: "11-25 09:00", days: 1, before: "11-23 09:00", because: "Tuesday was a holiday" },
])("a step lies since before $before, seen from $now: $because", ({ now, days, before }) => {
  expect(idleBefore(at(now), days, CALENDAR)).toBe(at(before));
});

test("a result lies too long by days of the calendar", () => {
  expect(collectedBefore(at("11-16 09:00"), 15)).toBe(at("11-01 09:00"));
});

test.each([
  { roles: ["postalClerk"], desks: ["counter"] },
  { roles: ["caseOfficer", "oneStopOfficer"], desks: ["counter", "case"] },
  { roles: ["approver"], desks: ["approval"] },
  { roles: ["unitHead", "administrator"], desks: [] },
] as const)("$roles work at $desks", ({ roles, desks }) => {
  expect(desksOf(roles)).toEqual(desks);
});
