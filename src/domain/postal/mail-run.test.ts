import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import { plainDate } from "../shared/plain-date.ts";
import {
  type MailPlan,
  catchOffers,
  keepsHandOver,
  mailPlanFault,
  overCapacity,
  planOn,
  runsOn,
  shiftedStops,
  stopOf,
  stopStanding,
} from "./mail-run.ts";

const [open, closed] = [true, false].map((on) => ({ openForIntake: on, countsForDeadline: on }));
const special = (day: string, kind: "holiday" | "makeUpDay") => {
  const works = kind === "makeUpDay";
  const flags = { openForIntake: works, countsForDeadline: works };
  const told = { name: "", decided: true, source: "", mark: "sourced" } as const;
  return [plainDate(day), { day: plainDate(day), kind, ...flags, ...told }] as const;
};
const CALENDAR = {
  id: "postal",
  name: "",
  fromYear: 2026,
  toYear: 2026,
  week: [closed, open, open, open, open, open, open],
  sessions: [{ fromMinute: 420, toMinute: 1020 }],
  hoursSource: "",
  hoursMark: "sourced",
  laterHours: [],
  days: new Map([special("2026-11-24", "holiday"), special("2026-11-29", "makeUpDay")]),
} as unknown as WorkCalendar;

const [A, B] = ["a", "b"];
const stop = (id: string, minute: number) => ({ kind: "unit", id, minute }) as const;
const plan = (over: Partial<MailPlan> = {}): MailPlan => ({
  version: 1,
  validFrom: plainDate("2026-11-01"),
  validTo: null,
  weekdays: [1, 2, 3, 4, 5],
  onMakeUpDays: false,
  stops: [stop(A, 480), stop(B, 540)],
  ...over,
});

describe("a plan", () => {
  test.each([
    ["rises", [stop(A, 480), stop(B, 540)], null, null],
    ["stands still", [stop(A, 480), stop(B, 480)], null, "mail_times_not_rising"],
    ["goes back", [stop(A, 480), stop(B, 400)], null, "mail_times_not_rising"],
    ["comes home", [stop(A, 480), stop(B, 540), stop(A, 600)], null, null],
    ["stays", [stop(A, 480), stop(A, 540)], null, "mail_stop_repeated"],
    ["ends before it begins", [stop(A, 480), stop(B, 540)], "2026-10-31", "mail_period_reversed"],
    ["lasts one day", [stop(A, 480), stop(B, 540)], "2026-11-01", null],
  ])("that %s", (_, stops, validTo, fault) => {
    expect(mailPlanFault(plan({ stops, validTo: validTo === null ? null : plainDate(validTo) }))).toBe(fault);
  });

  test("of the versions that have begun the highest holds; one that ended is not followed by an older one", () => {
    const first = plan();
    const later = plan({ version: 2, validFrom: plainDate("2026-12-01") });
    const trial = plan({ version: 3, validFrom: plainDate("2026-11-20"), validTo: plainDate("2026-12-10") });
    const held = ["2026-10-31", "2026-11-19", "2026-11-20", "2026-12-10", "2026-12-11"].map(
      (day) => planOn([later, first, trial], plainDate(day))?.version ?? null,
    );
    expect(held).toEqual([null, 1, 3, 3, null]);
  });

  test.each([
    ["2026-11-23", {}, true],
    ["2026-11-28", {}, false],
    ["2026-11-24", {}, false],
    ["2026-11-24", { onMakeUpDays: true }, false],
    ["2026-11-29", {}, false],
    ["2026-11-29", { onMakeUpDays: true }, true],
    ["2026-11-22", { onMakeUpDays: true }, false],
    ["2026-11-22", { weekdays: [0] }, true],
    ["2027-11-24", {}, true],
  ])("on %s with %o", (day, over, runs) => {
    expect(runsOn(plan(over), plainDate(day), CALENDAR)).toBe(runs);
  });

  test("outside the plan begins at another minute, and ends on its day", () => {
    expect(shiftedStops(plan().stops, 840)?.map(({ minute }) => minute)).toEqual([840, 900]);
    expect(shiftedStops(plan().stops, 1380)).toBeNull();
    expect(shiftedStops(plan().stops, 1379)).not.toBeNull();
  });

  test("keeps a hand-over time within a quarter of an hour; without a rule nothing is said", () => {
    expect([465, 480, 495].map((minute) => keepsHandOver(minute, [480, 990]))).toEqual([true, true, true]);
    expect(keepsHandOver(496, [480, 990])).toBe(false);
    expect(keepsHandOver(480, [])).toBeNull();
  });
});

describe("a stop", () => {
  const note = (kind: "called" | "late" | "missed", expectedMinute: number | null = null) => ({
    kind,
    minute: 500,
    expectedMinute,
  });
  test.each([
    ["nobody came yet", [], null, 479, "ahead", 0],
    ["is due", [], null, 480, "due", 0],
    ["is late after a quarter of an hour", [], null, 496, "late", 16],
    ["of yesterday", [], null, 1440 + 480, "late", 1440],
    ["handed over in time", [495, 600], null, 900, "done", 0],
    ["handed over late", [600, 510], null, 900, "done", 30],
    ["was called at", [], note("called"), 900, "done", 20],
    ["was missed", [], note("missed"), 900, "missed", 0],
    ["was said to be missed, and came", [520], note("missed"), 900, "done", 40],
    ["will be late", [], note("late", 530), 470, "late", 50],
    ["will be late by nobody knows how much", [], note("late"), 470, "late", 0],
  ] as const)("that %s", (_, accepted, said, now, standing, lateBy) => {
    expect(stopStanding(480, { accepted, note: said }, now)).toEqual({ standing, lateBy });
  });

  test("lay before the route was opened is nobody's delay, and takes nothing of before", () => {
    const opened = { accepted: [], note: null, opened: 500 };
    expect(stopStanding(480, opened, 700)).toEqual({ standing: "before", lateBy: 0 });
    expect(stopStanding(500, opened, 700)).toEqual({ standing: "late", lateBy: 200 });
    const stops = [{ ...stop(A, 600), opened: 500 }, stop(A, 900)];
    const at = (minute: number) => stopOf({ places: [A], minute }, stops)?.minute;
    expect([499, 500].map(at)).toEqual([900, 600]);
  });

  test("takes what was handed over nearest to its time, of two the earlier", () => {
    const stops = [stop(A, 480), stop(B, 540), stop(A, 600)];
    const at = (minute: number) => stopOf({ places: [A], minute }, stops)?.minute;
    expect([400, 539, 540, 541, 900].map(at)).toEqual([480, 480, 480, 600, 600]);
    expect(stopOf({ places: ["c"], minute: 480 }, stops)).toBeNull();
  });
});

describe("what is offered", () => {
  const call = (run: string, id: string, minute: number, isOpen = true) => ({
    run,
    id,
    minute,
    open: isOpen,
  });

  test("goes with the next run that has room; without room it stands over capacity on the next", () => {
    const stops = [call("2", A, 840), call("1", A, 480), call("0", A, 420, false)];
    const room = new Map([
      ["0", 9],
      ["1", 3],
      ["2", 4],
    ]);
    const offers = [2, 2, 1, 9].map((pieces) => ({ places: [A], pieces }));
    expect(catchOffers(offers, stops, room).map((found) => found?.run ?? null)).toEqual(["1", "2", "1", "1"]);
    expect(catchOffers([{ places: [B], pieces: 1 }], stops, room)).toEqual([null]);
  });

  test("no run is filled over its room while another that calls there later has room", () => {
    const calls = fc.array(
      fc.record({
        run: fc.constantFrom("1", "2", "3"),
        id: fc.constantFrom(A, B),
        minute: fc.integer({ min: 0, max: 1439 }),
        open: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    const offers = fc.array(
      fc.record({
        places: fc.constantFrom<string[]>([A], [B], [A, B], []),
        pieces: fc.integer({ min: 1, max: 5 }),
      }),
      { maxLength: 8 },
    );
    const rooms = fc.tuple(fc.nat(10), fc.nat(10), fc.nat(10));
    fc.assert(
      fc.property(calls, offers, rooms, (stops, given, sizes) => {
        const caught = catchOffers(given, stops, new Map(sizes.map((size, at) => [String(at + 1), size])));
        const left: Record<string, number> = { "1": sizes[0], "2": sizes[1], "3": sizes[2] };
        for (const [index, { places, pieces }] of given.entries()) {
          // Told apart from the code under test: look at every minute of the day, once with room and once without.
          const at = (fits: (run: string) => boolean) => {
            for (let minute = 0; minute < 1440; minute += 1)
              for (const one of stops)
                if (one.minute === minute && one.open && places.includes(one.id) && fits(one.run)) return one;
            return null;
          };
          const expected = at((run) => (left[run] ?? 0) >= pieces) ?? at(() => true);
          expect(caught[index]).toBe(expected);
          if (expected) left[expected.run] = (left[expected.run] ?? 0) - pieces;
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is over capacity from the stop on at which it would be taken, until enough leaves", () => {
    const stops = [
      { aboard: 8, off: 0 },
      { aboard: 5, off: 0 },
      { aboard: 0, off: 4 },
    ];
    expect(overCapacity(stops, 10)).toEqual([0, 3, 0]);
    expect(overCapacity([{ aboard: 2, off: 5 }], 1)).toEqual([1]);
  });
});
