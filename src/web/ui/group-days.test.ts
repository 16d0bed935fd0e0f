import { DAY_REASONS, type ExplainedDay } from "#domain/calendar/explained-day.ts";
import { addDays, daysBetween, plainDate } from "#domain/shared/plain-date.ts";
import { array, assert, boolean, constantFrom, property, record } from "fast-check";
import { expect, test } from "vitest";
import { groupDays } from "./group-days.ts";

const first = plainDate("2026-11-20");

const days = array(
  record({
    counted: boolean(),
    reason: constantFrom(...DAY_REASONS.slice(0, 3)),
    decided: boolean(),
    minutes: constantFrom(240, 480),
  }),
  { maxLength: 60 },
).map((list): readonly ExplainedDay[] => list.map((day, index) => ({ ...day, day: addDays(first, index) })));

test("a week of work is one line, its weekend another", () => {
  const week = Array.from({ length: 8 }, (_, index): ExplainedDay => {
    const off = index === 5 || index === 6;
    const day = addDays(plainDate("2026-11-23"), index);
    return { day, counted: !off, reason: off ? "weeklyDayOff" : "workingDay", decided: true };
  });
  expect(groupDays(week).map(({ from, to, nth }) => [from, to, nth])).toEqual([
    ["2026-11-23", "2026-11-27", { first: 1, last: 5 }],
    ["2026-11-28", "2026-11-29", null],
    ["2026-11-30", "2026-11-30", { first: 6, last: 6 }],
  ]);
});

test("no day is lost and none is in two groups", () => {
  assert(
    property(days, (list) => {
      const groups = groupDays(list);
      const covered = groups.flatMap(({ from, days: count }) =>
        Array.from({ length: count }, (_, index) => addDays(from, index)),
      );
      expect(covered).toEqual(list.map(({ day }) => day));
      for (const group of groups) expect(daysBetween(group.from, group.to)).toBe(group.days - 1);
    }),
  );
});

test("the numbers run on without a gap up to the days that count, and the minutes add up", () => {
  assert(
    property(days, (list) => {
      const groups = groupDays(list);
      const numbers = groups.flatMap(({ nth }) =>
        nth ? Array.from({ length: nth.last - nth.first + 1 }, (_, index) => nth.first + index) : [],
      );
      expect(numbers).toEqual(list.filter(({ counted }) => counted).map((_, index) => index + 1));
      const minutes = groups.reduce((sum, group) => sum + (group.minutes ?? 0), 0);
      expect(minutes).toBe(list.reduce((sum, day) => sum + (day.minutes ?? 0), 0));
    }),
  );
});

test("the days of a group share their reason, and neighbours differ", () => {
  assert(
    property(days, (list) => {
      const groups = groupDays(list);
      const key = (day: Pick<ExplainedDay, "counted" | "reason" | "decided">) =>
        `${day.counted} ${day.reason} ${day.decided}`;
      const spread = groups.flatMap((group) => Array.from({ length: group.days }, () => key(group)));
      expect(spread).toEqual(list.map(key));
      for (const [at, group] of groups.slice(1).entries()) {
        expect(key(group)).not.toBe(groups.map(key)[at]);
      }
    }),
  );
});
