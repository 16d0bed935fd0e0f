import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PlainDate, addDays, plainDate } from "../shared/plain-date.ts";
import { localCalendar } from "./local-calendar.ts";
import {
  type CalendarEntryFault,
  type LocalContent,
  type LocalDays,
  type LocalEntry,
  type LocalHours,
  checkEntry,
  entryOn,
  layerOf,
} from "./local-entry.ts";
import { readCalendar } from "./read-calendar.ts";
import { dayStatus, hoursOn, sessionsOn } from "./work-calendar.ts";

const national = readCalendar(
  JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
);
const TODAY = plainDate("2026-11-20");
const DECISION = { number: "12/QĐ-UBND", issuedOn: plainDate("2026-11-18"), signer: "Nguyễn Văn Bình" };
const MORNING = [{ fromMinute: 450, toMinute: 690 }];

function days(changes: Partial<Omit<LocalDays, "kind">> = {}): LocalDays {
  const from = changes.from ?? plainDate("2026-12-03");
  return {
    kind: "days",
    from,
    to: from,
    name: "Nghỉ lễ kỷ niệm của tỉnh",
    openForIntake: false,
    countsForDeadline: false,
    sessions: null,
    ...changes,
  };
}

function hours(changes: Partial<Omit<LocalHours, "kind">> = {}): LocalHours {
  return {
    kind: "hours",
    from: plainDate("2026-12-01"),
    to: null,
    week: national.week,
    sessions: MORNING,
    ...changes,
  };
}

function entry(content: LocalContent, id = "one"): LocalEntry {
  return { id, placeKind: "unit", placeId: "u", content, decision: DECISION };
}

interface FaultCase {
  readonly content: LocalContent;
  readonly faults: readonly CalendarEntryFault[];
  readonly because: string;
  readonly issuedOn?: string;
}
const FAULTS: readonly FaultCase[] = [
  { content: days(), faults: [], because: "a day off by a decision of the day before yesterday" },
  {
    content: days({ from: plainDate("2026-11-02") }),
    faults: [],
    because: "a decision is often written down late",
  },
  {
    content: days({ to: plainDate("2026-12-01") }),
    faults: ["backwards"],
    because: "it ends before it begins",
  },
  {
    content: days({ to: plainDate("2027-02-03") }),
    faults: ["tooLong"],
    because: "63 days are no single occasion",
  },
  { content: days({ to: plainDate("2027-02-02") }), faults: [], because: "62 days are" },
  {
    content: days({ from: plainDate("2031-01-06") }),
    faults: ["yearUnknown"],
    because: "nobody counts through 2031",
  },
  {
    content: days({ sessions: [] }),
    faults: ["hoursBroken"],
    because: "hours of their own have a beginning",
  },
  {
    content: days({ sessions: [{ fromMinute: 690, toMinute: 450 }] }),
    faults: ["hoursBroken"],
    because: "they run backwards",
  },
  {
    content: hours({ sessions: [...MORNING, { fromMinute: 600, toMinute: 700 }] }),
    faults: ["hoursBroken"],
    because: "they overlap",
  },
  {
    content: days({ sessions: [{ fromMinute: 0, toMinute: 60 }] }),
    faults: ["hoursUnusual"],
    because: "nobody works from midnight to one",
  },
  {
    content: days({ sessions: [{ fromMinute: 480, toMinute: 509 }] }),
    faults: ["hoursUnusual"],
    because: "29 minutes are a slip of the keys",
  },
  {
    content: days({ sessions: [{ fromMinute: 300, toMinute: 330 }] }),
    faults: [],
    because: "half an hour from five in the morning is odd and possible",
  },
  {
    content: hours({ sessions: [{ fromMinute: 900, toMinute: 1321 }] }),
    faults: ["hoursUnusual"],
    because: "nobody works past ten at night",
  },
  {
    content: hours({ week: national.week.slice(1) }),
    faults: ["weekBroken"],
    because: "a week has seven days",
  },
  {
    content: hours({ week: national.week.map((one) => ({ ...one, countsForDeadline: false })) }),
    faults: ["clockWithoutWork"],
    because: "no deadline would ever end",
  },
  { content: days(), faults: ["decidedLater"], because: "nobody decides tomorrow", issuedOn: "2026-11-21" },
];

describe("an entry of a calendar", () => {
  test.each(FAULTS)("$faults: $because", ({ content, faults, issuedOn }) => {
    const decision = { ...DECISION, ...(issuedOn && { issuedOn: plainDate(issuedOn) }) };
    expect(checkEntry({ content, decision }, national, TODAY)).toEqual(faults);
  });

  test("is a day off that names its decision", () => {
    const calendar = localCalendar(national, [layerOf([entry(days())], national)]);
    expect(dayStatus(plainDate("2026-12-03"), calendar)).toMatchObject({
      reason: "localClosing",
      decided: true,
    });
    expect(calendar.days.get(plainDate("2026-12-03"))?.source).toBe(
      "Quyết định số 12/QĐ-UBND ngày 18/11/2026",
    );
  });

  test("decides a day that the nation leaves open", () => {
    const day = plainDate("2026-11-24");
    expect(dayStatus(day, national).decided).toBe(false);
    const calendar = localCalendar(national, [layerOf([entry(days({ from: day }))], national)]);
    expect(dayStatus(day, calendar)).toMatchObject({ decided: true, countsForDeadline: false });
  });

  test("that ends gives way to the hours below it", () => {
    const summer = entry(hours({ from: plainDate("2026-06-01"), to: plainDate("2026-08-31") }));
    const calendar = localCalendar(national, [layerOf([summer], national)]);
    const on = (day: string) => sessionsOn(plainDate(day), calendar);
    expect(on("2026-06-01")).toEqual(MORNING);
    expect(on("2026-08-28")).toEqual(MORNING);
    expect(on("2026-05-29")).toEqual(national.sessions);
    expect(on("2026-09-03")).toEqual(national.sessions);
  });

  test("whose day it is, the grid says: the last one written down, a single day before the week", () => {
    const three = [entry(days(), "first"), entry(days(), "second"), entry(hours(), "week")];
    expect(entryOn(plainDate("2026-12-03"), three)?.id).toBe("second");
    expect(entryOn(plainDate("2026-12-04"), three)?.id).toBe("week");
    expect(entryOn(plainDate("2026-11-30"), three)).toBeUndefined();
  });
});

describe("any calendar of a place", () => {
  const anyDay = fc.integer({ min: 0, max: 120 }).map((offset) => addDays(plainDate("2026-09-01"), offset));
  const anyDays = fc
    .record({
      from: anyDay,
      length: fc.integer({ min: 0, max: 9 }),
      counts: fc.boolean(),
      open: fc.boolean(),
    })
    .map(({ from, length, counts, open }) =>
      days({ from, to: addDays(from, length), countsForDeadline: counts, openForIntake: open }),
    );
  const anyHours = fc
    .record({
      from: anyDay,
      length: fc.option(fc.integer({ min: 0, max: 40 })),
      end: fc.integer({ min: 500, max: 1000 }),
    })
    .map(({ from, length, end }) =>
      hours({
        from,
        to: length === null ? null : addDays(from, length),
        sessions: [{ fromMinute: 450, toMinute: end }],
      }),
    );

  test("has on each day the flags of the last entry about it, else of the nation", () => {
    const anyEntries = fc
      .array(anyDays, { maxLength: 8 })
      .map((list) => list.map((content, index) => entry(content, String(index))));
    fc.assert(
      fc.property(anyEntries, anyEntries, anyDay, (province, unit, day) => {
        const below = localCalendar(national, [layerOf(province, national)]);
        const calendar = localCalendar(below, [layerOf(unit, below)]);
        const told = [...province, ...unit].reduce<LocalDays | undefined>(
          (last, { content }) => (content.kind === "days" && isIn(day, content) ? content : last),
          undefined,
        );
        const { openForIntake, countsForDeadline } = dayStatus(day, calendar);
        const want = told ?? dayStatus(day, national);
        expect([openForIntake, countsForDeadline]).toEqual([want.openForIntake, want.countsForDeadline]);
        const by = entryOn(day, [...province, ...unit]);
        expect(by?.content).toEqual(told);
      }),
    );
  });

  test("has after the hours of one entry the nation's again", () => {
    fc.assert(
      fc.property(anyHours, anyDay, (content, day) => {
        const calendar = localCalendar(national, [layerOf([entry(content)], national)]);
        const inside = content.from <= day && (content.to === null || day <= content.to);
        expect(hoursOn(day, calendar).sessions).toEqual(inside ? content.sessions : national.sessions);
      }),
    );
  });

  function isIn(day: PlainDate, { from, to }: LocalDays): boolean {
    return from <= day && day <= to;
  }
});
