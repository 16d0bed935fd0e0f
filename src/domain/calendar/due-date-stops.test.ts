import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Instant, addMilliseconds, instant, localTime, wallMinute } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";
import { CLOCK_STOP_REASONS, type ClockStop, unitedStops } from "./clock-stop.ts";
import { DEFAULT_DUE_DATE_SETTINGS, type DueDateSettings } from "./due-date-settings.ts";
import { dueDate } from "./due-date.ts";
import { TIME_LIMIT_UNITS, type TimeLimit } from "./time-limit.ts";
import type { CalendarDay, Session, WorkCalendar } from "./work-calendar.ts";

// The oracle walks minute by minute over arrays that it fills from a generated world: for each day whether it counts
// and its hours, for each minute whether the clock stands still. It shares no code with the rule and knows no dates.
const DAY = 1_440;
const FIRST = instant("2026-03-01T00:00:00+07:00");
const SPAN = 150;

interface World {
  readonly counts: readonly boolean[];
  readonly hours: readonly (readonly (readonly [number, number])[])[];
  readonly received: number;
  readonly stops: readonly (readonly [number, number])[];
  readonly limit: TimeLimit;
  readonly settings: DueDateSettings;
}

const HOURS = [
  [
    [420, 690],
    [810, 1_020],
  ],
  [[450, 690]],
  [[0, 1_440]],
  [
    [480, 720],
    [780, 900],
    [960, 1_080],
  ],
] as const;

const worlds: fc.Arbitrary<World> = fc.record({
  counts: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()), {
    minLength: SPAN,
    maxLength: SPAN,
  }),
  hours: fc.array(fc.constantFrom(...HOURS), { minLength: SPAN, maxLength: SPAN }),
  received: fc.integer({ min: 0, max: 10 * DAY }),
  stops: fc.array(
    fc.tuple(fc.integer({ min: 0, max: 30 * DAY }), fc.integer({ min: 0, max: 6 * DAY })).map(
      // Half of them on a border of days, where an off-by-one would hide.
      ([from, long]) =>
        from % 2 === 0
          ? ([from, from + long] as const)
          : ([from - (from % DAY), from - (from % DAY) + DAY * (1 + (long % 3))] as const),
    ),
    { maxLength: 4 },
  ),
  limit: fc.constantFrom(...TIME_LIMIT_UNITS).chain((unit) =>
    fc
      .integer({
        min: 1,
        max: { workingDay: 15, calendarDay: 25, workingHour: 40, sameDay: 1, calendarMonth: 1 }[unit],
      })
      .map((amount): TimeLimit => ({ amount, unit })),
  ),
  settings: fc.record({
    dayOfReceiptCounts: fc.boolean(),
    endMovesToWorkingDay: fc.boolean(),
    sameDayCutOffMinute: fc.constantFrom(600, 900, 1_439),
    dueMinute: fc.constantFrom(null, 600, 1_020),
  }),
});

function dayAt(index: number) {
  return localTime(momentAt(index * DAY)).day;
}

function momentAt(wall: number): Instant {
  return addMilliseconds(FIRST, wall * 60_000);
}

function calendarOf({ counts, hours }: Pick<World, "counts" | "hours">): WorkCalendar {
  const sessions = (list: World["hours"][number]): readonly Session[] =>
    list.map(([fromMinute, toMinute]) => ({ fromMinute, toMinute }));
  const days = counts.map((countsForDeadline, index): [CalendarDay["day"], CalendarDay] => {
    const day = dayAt(index);
    const entry = {
      name: "Ngày thử",
      kind: "localOpening",
      decided: true,
      source: "thử",
      mark: "inference",
    } as const;
    return [
      day,
      { day, ...entry, openForIntake: true, countsForDeadline, sessions: sessions(hours[index] ?? []) },
    ];
  });
  return {
    id: "thử",
    name: "Lịch thử",
    fromYear: 2026,
    toYear: 2026,
    week: Array.from({ length: 7 }, () => ({ openForIntake: false, countsForDeadline: false })),
    sessions: sessions(HOURS[0]),
    hoursSource: "thử",
    hoursMark: "inference",
    laterHours: [],
    days: new Map(days),
  };
}

function stopsOf(world: World): readonly ClockStop[] {
  return world.stops.map(([from, to], index) => ({
    from: momentAt(from),
    to: momentAt(to),
    reason: CLOCK_STOP_REASONS[index % CLOCK_STOP_REASONS.length] ?? "supplement",
  }));
}

/** The wall minute of the answer; undefined when it lies past the generated days. */
function ruled(world: World): number | undefined {
  const result = dueDate({
    receivedAt: momentAt(world.received),
    limit: world.limit,
    calendar: calendarOf(world),
    settings: world.settings,
    stops: stopsOf(world),
  });
  if (!result.ok) return undefined;
  const wall = wallMinute(result.value.dueAt) - wallMinute(FIRST);
  return wall <= SPAN * DAY ? wall : undefined;
}

/** How many days a month from this day has: the world begins on 1 March, day 0; the day before is 28 February. */
function daysOfMonth(anchor: number): number {
  return anchor < 0 ? 28 : 31;
}

interface Walk {
  readonly world: World;
  /** For each minute whether the clock stands still. */
  readonly stands: Uint8Array;
  readonly dueMinute: (day: number) => number;
}

function oracle(world: World): number | undefined {
  const stands = new Uint8Array(SPAN * DAY);
  for (const [from, to] of world.stops) stands.fill(1, from, to);
  const dueMinute = (day: number) => world.settings.dueMinute ?? world.hours[day]?.at(-1)?.[1] ?? 0;
  const walk = { world, stands, dueMinute };
  return world.limit.unit === "workingHour" ? walkHours(walk) : walkDays(walk);
}

/** `wall` is the end of the minute that is looked at. */
function walkHours({ world: { counts, hours, received, limit }, stands }: Walk): number | undefined {
  let seen = 0;
  for (let wall = received + 1; wall <= SPAN * DAY; wall += 1) {
    const day = Math.floor((wall - 1) / DAY);
    const minute = wall - 1 - day * DAY;
    const works = counts[day] && hours[day]?.some(([from, to]) => from <= minute && minute < to);
    if (works && stands[wall - 1] === 0) seen += 1;
    if (seen === limit.amount * 60) return wall;
  }
  return undefined;
}

/** How many days are to be seen. */
function wantedDays({ world: { received, limit, settings }, dueMinute }: Walk): number {
  if (limit.unit !== "calendarMonth") return limit.amount;
  const first = Math.floor(received / DAY);
  const open = received - first * DAY < dueMinute(first);
  return daysOfMonth(settings.dayOfReceiptCounts && open ? first - 1 : first);
}

function walkDays(walk: Walk): number | undefined {
  const { world, stands, dueMinute } = walk;
  const { isSampled, mayEnd } = daysOf(walk);
  const wanted = wantedDays(walk);
  let seen = 0;
  for (let wall = world.received + 1; wall <= SPAN * DAY; wall += 1) {
    if (stands[wall - 1] !== 0) continue;
    for (const day of [Math.floor(wall / DAY) - 1, Math.floor(wall / DAY)].filter(notLate(world))) {
      const minute = wall - day * DAY;
      if (isSampled(day, minute) && seen < wanted) seen += 1;
      if (minute === dueMinute(day) && mayEnd(day) && seen === wanted) return wall;
    }
  }
  return undefined;
}

/** In which minute a day is looked at, and on which day the count may end. */
function daysOf({ world: { counts, limit, settings }, dueMinute }: Walk) {
  const atEnd = settings.dayOfReceiptCounts || limit.unit === "sameDay";
  const everyDay = limit.unit === "calendarDay" || limit.unit === "calendarMonth";
  return {
    isSampled: (day: number, minute: number) =>
      minute === (atEnd ? dueMinute(day) : 0) && (everyDay || counts[day] === true),
    mayEnd: (day: number) => counts[day] === true || (everyDay && !settings.endMovesToWorkingDay),
  };
}

/** The day of receipt is no day of its own for what came after the cut-off. */
function notLate({ received, limit, settings }: World): (day: number) => boolean {
  const first = Math.floor(received / DAY);
  const late = limit.unit === "sameDay" && received - first * DAY > settings.sameDayCutOffMinute;
  return (day) => !(late && day === first);
}

describe("the due date of a dossier whose clock stood still", () => {
  test("is the one that a walk minute by minute finds", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        expect(ruled(world)).toBe(oracle(world));
      }),
      { numRuns: 1_500 },
    );
  });

  test("does not move when stops are cut in two, said twice or lie outside the count", () => {
    fc.assert(
      fc.property(worlds, fc.nat(DAY), (world, cut) => {
        const due = ruled(world);
        fc.pre(due !== undefined);
        const pieces = world.stops.flatMap(([from, to]): [number, number][] => {
          const at = Math.min(to, from + cut);
          return [
            [from, at],
            [at, to],
            [from, to],
          ];
        });
        const outside: [number, number] = [(due ?? 0) + 1, (due ?? 0) + 500];
        expect(ruled({ ...world, stops: [...pieces, outside, [world.received, world.received]] })).toBe(due);
      }),
      { numRuns: 300 },
    );
  });

  test("is never earlier for one stop more", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        fc.pre(world.stops.length > 0);
        const fewer = ruled({ ...world, stops: world.stops.slice(1) }) ?? Number.POSITIVE_INFINITY;
        expect(ruled(world) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(fewer);
      }),
      { numRuns: 300 },
    );
  });
});

const at = (text: string) => instant(`2026-${text}:00+07:00`);

test.each([
  { stops: [], days: 3, is: "11-26 17:00", because: "no stop, three working days after a Monday" },
  {
    stops: [["11-24T10:00", "11-24T15:00"]],
    days: 3,
    is: "11-26 17:00",
    because: "a stop within one day takes no day: the day on which it begins is counted",
  },
  {
    stops: [["11-24T10:00", "11-25T15:00"]],
    days: 3,
    is: "11-27 17:00",
    because: "the day on which a stop ends is not counted, as with a receipt",
  },
  {
    stops: [
      ["11-24T10:00", "11-26T09:00"],
      ["11-25T08:00", "11-27T09:00"],
    ],
    days: 3,
    is: "12-01 17:00",
    because: "two stops that overlap are one: 25, 26 and 27 November, not five days",
  },
  {
    stops: [["11-26T16:00", "11-27T09:00"]],
    days: 3,
    is: "11-27 17:00",
    because: "a last day whose end falls into a stop is over on the day when the clock runs again",
  },
] as const)("$because", ({ stops, days, is }) => {
  const calendar = { ...calendarOf({ counts: [], hours: [] }), week: WORKING_WEEK, days: new Map() };
  const result = dueDate({
    receivedAt: at("11-23T09:00"),
    limit: { amount: days, unit: "workingDay" },
    calendar,
    settings: DEFAULT_DUE_DATE_SETTINGS,
    stops: stops.map(([from, to]) => ({ from: at(from), to: at(to), reason: "financialDuty" as const })),
  });
  expect(result.ok && result.value.dueAt).toBe(at(is.replace(" ", "T")));
});

const WORKING_WEEK = [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
  const works = weekday !== 0 && weekday !== 6;
  return { openForIntake: works, countsForDeadline: works };
});

test("a stop that ends before it starts is a fault of the program", () => {
  const stop = { from: at("11-24T10:00"), to: at("11-24T09:00"), reason: "supplement" as const };
  expect(() => unitedStops([stop])).toThrow(RangeError);
});

test("the days that a stop took say so, and the explanation carries the stop", () => {
  const calendar = { ...calendarOf({ counts: [], hours: [] }), week: WORKING_WEEK, days: new Map() };
  const stop = { from: at("11-24T10:00"), to: at("11-25T15:00"), reason: "financialDuty" as const };
  const result = dueDate({
    receivedAt: at("11-23T09:00"),
    limit: { amount: 2, unit: "workingDay" },
    calendar,
    settings: DEFAULT_DUE_DATE_SETTINGS,
    stops: [stop],
  });
  expect(result.ok && result.value.explanation.stops).toEqual([stop]);
  expect(
    result.ok && result.value.explanation.days.find(({ day }) => day === plainDate("2026-11-25")),
  ).toMatchObject({
    counted: false,
    reason: "clockStopped",
  });
  expect(result.ok && result.value.explanation.rules.map(({ code }) => code)).toContain("stopsAreLeftOut");
});
