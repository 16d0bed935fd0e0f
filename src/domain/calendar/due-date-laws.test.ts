import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Instant, instant } from "../shared/instant.ts";
import type { DueDateSettings } from "./due-date-settings.ts";
import { dueDate } from "./due-date.ts";
import { readCalendar } from "./read-calendar.ts";
import { TIME_LIMIT_UNITS, type TimeLimit, type TimeLimitUnit } from "./time-limit.ts";

const file = readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8");
const agency = readCalendar(JSON.parse(file));

// The oracle reads the file itself, makes its own calendar and walks minute by minute or day by day,
// counted from the first of January 2018 on the wall clock; it shares nothing with the rule.
interface RawDay {
  readonly day: string;
  readonly countsForDeadline: boolean;
  readonly decided: boolean;
}
const rawDays: readonly RawDay[] = JSON.parse(file).days;
const works = new Map(rawDays.map(({ day, countsForDeadline }) => [day, countsForDeadline]));
const undecided = rawDays.filter(({ decided }) => !decided).map(({ day }) => day);

const DAY = 1_440;
const pad = (value: number) => String(value).padStart(2, "0");
const monthLength = (year: number, month: number) =>
  month === 2 ? (year % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const DAYS: string[] = [];
for (let year = 2018; year <= 2027; year += 1) {
  for (let month = 1; month <= 12; month += 1) {
    for (let date = 1; date <= monthLength(year, month); date += 1)
      DAYS.push(`${year}-${pad(month)}-${pad(date)}`);
  }
}
const END = DAYS.length * DAY;
const indexOf = (day: string) => DAYS.indexOf(day);
const dayOf = (wall: number) => Math.floor(wall / DAY);

/** Whether the day is worked, were one undecided day decided the other way. Day 0 was a Monday. */
function worked(index: number, flipped?: string): boolean {
  const day = DAYS[index] ?? "";
  const plain = works.get(day) ?? index % 7 < 5;
  return day === flipped ? !plain : plain;
}

function oracleHours(received: number, hours: number, flipped?: string): number | undefined {
  let left = hours * 60;
  for (let wall = received; wall < END; wall += 1) {
    const minute = wall % DAY;
    const atWork = (minute >= 420 && minute < 690) || (minute >= 810 && minute < 1_020);
    if (worked(dayOf(wall), flipped) && atWork) left -= 1;
    if (left === 0) return wall + 1;
  }
  return undefined;
}

/** The last day of a limit in calendar days or months, before it moves off a day without work. */
function oracleEnd(anchor: number, { amount, unit }: TimeLimit): number {
  if (unit === "calendarDay") return anchor + amount;
  const [year = 0, month = 0, date = 0] = (DAYS[anchor] ?? "2017-12-31").split("-").map(Number);
  const months = month + amount;
  const [toYear, toMonth] = months > 12 ? [year + 1, months - 12] : [year, months];
  const end = indexOf(`${toYear}-${pad(toMonth)}-${pad(Math.min(date, monthLength(toYear, toMonth)))}`);
  return end < 0 ? DAYS.length : end;
}

function oracleDay(
  received: number,
  limit: TimeLimit,
  chosen: DueDateSettings,
  dueMinute: number,
  flipped?: string,
) {
  const today = dayOf(received);
  const open = received % DAY < dueMinute;
  const countsToday = chosen.dayOfReceiptCounts && open;
  const dueToday = open && received % DAY <= chosen.sameDayCutOffMinute;
  const end = oracleEnd(countsToday ? today - 1 : today, limit);
  let seen = 0;
  return DAYS.findIndex((_, day) => {
    if (day < today || !worked(day, flipped)) return false;
    if (day > today || countsToday) seen += 1;
    const reached = {
      workingDay: seen >= limit.amount,
      sameDay: day > today || dueToday,
      calendarDay: day >= end,
      calendarMonth: day >= end,
      workingHour: false,
    };
    return reached[limit.unit];
  });
}

function oracle(
  received: number,
  limit: TimeLimit,
  chosen: DueDateSettings,
  flipped?: string,
): number | undefined {
  if (limit.unit === "workingHour") return oracleHours(received, limit.amount, flipped);
  const dueMinute = chosen.dueMinute ?? 1_020;
  const day = oracleDay(received, limit, chosen, dueMinute, flipped);
  return day < 0 ? undefined : day * DAY + dueMinute;
}

/** A minute of the wall clock as a moment. */
function momentOf(wall: number): Instant {
  const minute = wall % DAY;
  return instant(`${DAYS[dayOf(wall)]}T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}:00+07:00`);
}

/** The rule's answer; undefined when it refuses. */
function ruled(received: number, limit: TimeLimit, settings: DueDateSettings) {
  const result = dueDate({ receivedAt: momentOf(received), limit, calendar: agency, settings });
  if (!result.ok) return undefined;
  const { dueOn, dueMinute } = result.value.explanation;
  return { wall: indexOf(dueOn) * DAY + dueMinute, ...result.value };
}

const between = (from: string, to: string) =>
  fc.integer({ min: indexOf(from) * DAY, max: indexOf(to) * DAY + DAY - 1 });
const receipts = fc.oneof(
  between("2018-01-01", "2027-12-31"),
  between("2024-04-20", "2024-05-10"),
  between("2026-02-05", "2026-02-26"),
  between("2026-11-10", "2026-11-26"),
  between("2027-01-25", "2027-02-15"),
);
const MOST: Readonly<Record<TimeLimitUnit, number>> = {
  workingDay: 60,
  calendarDay: 90,
  workingHour: 120,
  sameDay: 1,
  calendarMonth: 12,
};
const limits = fc
  .constantFrom(...TIME_LIMIT_UNITS)
  .chain((unit) => fc.integer({ min: 1, max: MOST[unit] }).map((amount): TimeLimit => ({ amount, unit })));
const settings = fc.record({
  dayOfReceiptCounts: fc.boolean(),
  endMovesToWorkingDay: fc.constant(true),
  sameDayCutOffMinute: fc.constantFrom(900, 600, 1_439),
  dueMinute: fc.constantFrom(null, 990, 1_020),
});
const RUNS = { numRuns: 400 };

describe("the due date", () => {
  test("is the one that a walk over the file finds, or both run off the calendar", () => {
    fc.assert(
      fc.property(receipts, limits, settings, (received, limit, chosen) => {
        const due = ruled(received, limit, chosen);
        expect(due?.wall).toBe(oracle(received, limit, chosen));
        if (due) expect(due.dueAt).toBe(momentOf(due.wall));
      }),
      RUNS,
    );
  });

  test("is provisional because of exactly those undecided days that would move it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          between("2026-11-10", "2026-11-26"),
          between("2027-01-15", "2027-02-15"),
          between("2027-08-15", "2027-09-06"),
        ),
        limits.filter(({ amount }) => amount <= 16),
        settings,
        (received, limit, chosen) => {
          const due = ruled(received, limit, chosen);
          fc.pre(due !== undefined);
          const moving = undecided.filter((day) => oracle(received, limit, chosen, day) !== due?.wall);
          expect(due?.explanation.provisionalBecause).toEqual(moving);
          expect(due?.provisional).toBe(moving.length > 0);
        },
      ),
      RUNS,
    );
  });

  test("never falls on a day that does not count, nor before the receipt", () => {
    fc.assert(
      fc.property(receipts, limits, settings, (received, limit, chosen) => {
        const due = ruled(received, limit, chosen);
        fc.pre(due !== undefined);
        expect(worked(dayOf(due?.wall ?? 0))).toBe(true);
        expect(due?.wall).toBeGreaterThan(received);
      }),
      RUNS,
    );
  });

  test("is never earlier for a longer limit", () => {
    fc.assert(
      fc.property(receipts, limits, settings, (received, { amount, unit }, chosen) => {
        fc.pre(unit !== "sameDay");
        const longer = ruled(received, { amount: amount + 1, unit }, chosen)?.wall ?? END;
        expect(longer).toBeGreaterThanOrEqual(ruled(received, { amount, unit }, chosen)?.wall ?? END);
      }),
      RUNS,
    );
  });

  test("is never earlier for a later receipt", () => {
    fc.assert(
      fc.property(
        receipts,
        fc.integer({ min: 1, max: 4_320 }),
        limits,
        settings,
        (received, later, limit, chosen) => {
          fc.pre(received + later < END);
          const after = ruled(received + later, limit, chosen)?.wall ?? END;
          expect(after).toBeGreaterThanOrEqual(ruled(received, limit, chosen)?.wall ?? END);
        },
      ),
      RUNS,
    );
  });
});

describe("its explanation", () => {
  test("counts as much as the limit says", () => {
    fc.assert(
      fc.property(receipts, limits, settings, (received, limit, chosen) => {
        const due = ruled(received, limit, chosen);
        fc.pre(due !== undefined && limit.unit !== "calendarMonth");
        const counted = due?.explanation.days.filter((day) => day.counted) ?? [];
        const minutes = counted.reduce((sum, day) => sum + (day.minutes ?? 0), 0);
        expect(limit.unit === "workingHour" ? minutes / 60 : counted.length).toBe(limit.amount);
      }),
      RUNS,
    );
  });

  test("lists each day once from the receipt to the due day, and survives JSON", () => {
    fc.assert(
      fc.property(receipts, limits, settings, (received, limit, chosen) => {
        const due = ruled(received, limit, chosen);
        fc.pre(due !== undefined);
        const wanted = DAYS.slice(dayOf(received), dayOf(due?.wall ?? 0) + 1);
        expect(due?.explanation.days.map(({ day }) => day)).toEqual(wanted);
        expect(wanted).toContain(due?.explanation.startsOn);
        expect(JSON.parse(JSON.stringify(due?.explanation))).toEqual(due?.explanation);
      }),
      RUNS,
    );
  });
});
