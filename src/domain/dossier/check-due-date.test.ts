import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_DUE_DATE_SETTINGS } from "../calendar/due-date-settings.ts";
import { type DueDate, dueDate } from "../calendar/due-date.ts";
import { localCalendar } from "../calendar/local-calendar.ts";
import {
  type LocalContent,
  type LocalDays,
  type LocalEntry,
  type LocalHours,
  layerOf,
  takenBackBy,
} from "../calendar/local-entry.ts";
import { readCalendar } from "../calendar/read-calendar.ts";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import { type Instant, instant, instantAt } from "../shared/instant.ts";
import { type PlainDate, addDays, plainDate } from "../shared/plain-date.ts";
import { type PromisedDate, calendarChangeWords, checkDueDate } from "./check-due-date.ts";
import type { TimedEvent } from "./deadline-clock.ts";

const national = readCalendar(
  JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
);
const settings = DEFAULT_DUE_DATE_SETTINGS;
const RECEIVED = instant("2026-12-07T08:30:00+07:00");
const received: TimedEvent = { type: "dossier.received", at: RECEIVED };

function counted(from: Instant, days: number, calendar: WorkCalendar = national): DueDate {
  const due = dueDate({ receivedAt: from, limit: { amount: days, unit: "workingDay" }, calendar, settings });
  if (!due.ok) throw new Error(due.code);
  return due.value;
}

function promised(days: number, changes: Partial<PromisedDate> = {}): PromisedDate {
  const { dueAt, provisional, explanation } = counted(RECEIVED, days);
  return { dueAt, provisional, explanation, extended: false, events: [received], ...changes };
}

function dayOff(from: PlainDate, changes: Partial<LocalDays> = {}): LocalDays {
  return {
    kind: "days",
    from,
    to: from,
    name: "Nghỉ theo quyết định của tỉnh",
    openForIntake: false,
    countsForDeadline: false,
    sessions: null,
    ...changes,
  };
}

function entryOf(content: LocalContent): LocalEntry {
  const decision = { number: "12/QĐ-UBND", issuedOn: plainDate("2026-11-18"), signer: "Nguyễn Văn Bình" };
  return { id: "one", placeKind: "agency", placeId: "a", content, decision };
}

/** The nation's calendar with one thing set over it. */
function withEntry(content: LocalContent): WorkCalendar {
  return localCalendar(national, [layerOf([entryOf(content)], national)]);
}

/** The nation's calendar with one stretch of days otherwise. */
function withDays(from: PlainDate, changes: Partial<LocalDays> = {}): WorkCalendar {
  return withEntry(dayOff(from, changes));
}

describe("a date that was promised, when the calendar changes", () => {
  test("stays when no changed day lies on its way", () => {
    const calendar = withDays(plainDate("2026-12-21"));
    expect(checkDueDate(promised(5), { calendar, settings })).toEqual({ kind: "same" });
  });

  test("moves by the day off, and says from when, which day and by whose decision", () => {
    const calendar = withDays(plainDate("2026-12-10"));
    const check = checkDueDate(promised(5), { calendar, settings });
    if (check.kind !== "moves") throw new Error(check.kind);
    expect(check.due.dueAt).toBe(instant("2026-12-15T17:00:00+07:00"));
    expect(check.due.explanation.moved).toEqual({
      from: instant("2026-12-14T17:00:00+07:00"),
      because: [
        {
          day: plainDate("2026-12-10"),
          was: "workingDay",
          is: "localClosing",
          name: "Nghỉ theo quyết định của tỉnh",
          source: "Quyết định số 12/QĐ-UBND ngày 18/11/2026",
        },
      ],
    });
    expect(calendarChangeWords(check.due)).toBe("Quyết định số 12/QĐ-UBND ngày 18/11/2026");
  });

  const hours: LocalHours = {
    kind: "hours",
    from: plainDate("2026-12-14"),
    to: plainDate("2026-12-18"),
    week: national.week,
    sessions: [{ fromMinute: 420, toMinute: 690 }],
  };

  test.each([
    {
      content: dayOff(plainDate("2026-12-10")),
      words: (source: string) => `“Nghỉ theo quyết định của tỉnh” (${source})`,
    },
    { content: hours, words: (source: string) => source },
  ])(
    "moves back when $content.kind are withdrawn, and says what, whose decision it was and why",
    ({ content, words }) => {
      const { dueAt, explanation } = counted(RECEIVED, 5, withEntry(content));
      const elsewhere = {
        ...takenBackBy({ ...entryOf(content), reason: "Khác" }),
        from: plainDate("2026-11-02"),
      };
      const takenBack = [
        takenBackBy({ ...entryOf(content), reason: "Ghi nhầm ngày" }),
        { ...elsewhere, to: plainDate("2026-11-03") },
      ];
      const check = checkDueDate(
        { ...promised(5), dueAt, explanation },
        { calendar: { ...national, takenBack }, settings },
      );
      if (check.kind !== "moves") throw new Error(check.kind);
      expect(check.due.dueAt).toBe(promised(5).dueAt);
      expect(check.due.explanation.moved?.because).toMatchObject([
        {
          day: content.from,
          takenBack: { name: content.kind === "days" ? content.name : null, reason: "Ghi nhầm ngày" },
        },
      ]);
      const source = "Quyết định số 12/QĐ-UBND ngày 18/11/2026";
      expect(calendarChangeWords(check.due)).toBe(`rút lại ${words(source)}: Ghi nhầm ngày`);
    },
  );

  test("names what was withdrawn of a day that the nation has off again, and not what nobody withdrew", () => {
    const from = instant("2026-08-28T08:30:00+07:00");
    const day = plainDate("2026-09-02");
    const opened = dayOff(day, { name: "Vẫn làm việc", openForIntake: true, countsForDeadline: true });
    const { dueAt, provisional, explanation } = counted(from, 3, withEntry(opened));
    const events: TimedEvent[] = [{ type: "dossier.received", at: from }];
    const movedBy = (withdrawn: LocalDays) => {
      const takenBack = [takenBackBy({ ...entryOf(withdrawn), reason: "Bộ chưa duyệt" })];
      const check = checkDueDate(
        { dueAt, provisional, explanation, extended: false, events },
        { calendar: { ...national, takenBack }, settings },
      );
      if (check.kind !== "moves") throw new Error(check.kind);
      return check.due.explanation.moved?.because;
    };
    const name = national.days.get(day)?.name;
    expect(movedBy(opened)).toMatchObject([
      {
        day,
        was: "localOpening",
        is: "holiday",
        name,
        source: "Quyết định số 12/QĐ-UBND ngày 18/11/2026",
        takenBack: { name: "Vẫn làm việc", reason: "Bộ chưa duyệt" },
      },
    ]);
    const [other] = movedBy({ ...opened, name: "Việc khác" }) ?? [];
    expect(other).toMatchObject({ day, name, source: national.days.get(day)?.source });
    expect(other).not.toHaveProperty("takenBack");
  });

  test("moves within its day when only the hours are others", () => {
    const calendar = withDays(plainDate("2026-12-14"), {
      openForIntake: true,
      countsForDeadline: true,
      sessions: [{ fromMinute: 420, toMinute: 690 }],
    });
    const check = checkDueDate(promised(5), { calendar, settings });
    expect(check).toMatchObject({ kind: "moves", due: { dueAt: instant("2026-12-14T11:30:00+07:00") } });
  });

  test("settles when the day it waited for is decided as it was guessed", () => {
    const from = instant("2026-11-20T08:30:00+07:00");
    const { dueAt, provisional, explanation } = counted(from, 3);
    expect(provisional).toBe(true);
    const events: TimedEvent[] = [{ type: "dossier.received", at: from }];
    const day = plainDate("2026-11-24");
    const guessed = national.days.get(day);
    const calendar = withDays(day, {
      openForIntake: guessed?.openForIntake ?? false,
      countsForDeadline: guessed?.countsForDeadline ?? false,
    });
    const check = checkDueDate(
      { ...promised(3), dueAt, provisional, explanation, events },
      { calendar, settings },
    );
    expect(check).toMatchObject({ kind: "settles", due: { dueAt, provisional: false } });
  });

  test.each<{ readonly changes: Partial<PromisedDate>; readonly because: string }>([
    { changes: { extended: true }, because: "extended" },
    { changes: { explanation: null }, because: "noLimit" },
    {
      changes: {
        events: [received, { type: "dossier.supplementAsked", at: instant("2026-12-08T08:30:00+07:00") }],
      },
      because: "standing",
    },
    { changes: { events: [] }, because: "noLimit" },
  ])("is kept: $because", ({ changes, because }) => {
    const calendar = withDays(plainDate("2026-12-10"));
    expect(checkDueDate(promised(5, changes), { calendar, settings })).toEqual({ kind: "kept", because });
  });

  test("is kept where the calendar does not reach", () => {
    const calendar = { ...national, toYear: 2025 };
    expect(checkDueDate(promised(5), { calendar, settings })).toEqual({
      kind: "kept",
      because: "calendarMissing",
    });
  });

  test("counts from the supplement, with what stopped the clock since", () => {
    const at = (text: string) => instant(`2026-12-${text}:00+07:00`);
    const events: TimedEvent[] = [
      received,
      { type: "dossier.supplementAsked", at: at("08T09:00") },
      { type: "dossier.supplemented", at: at("14T09:00") },
    ];
    const { dueAt, provisional, explanation } = counted(at("14T09:00"), 5);
    const world = { ...promised(5), dueAt, provisional, explanation, events };
    expect(checkDueDate(world, { calendar: withDays(plainDate("2026-12-10")), settings })).toEqual({
      kind: "same",
    });
    const later = checkDueDate(world, { calendar: withDays(plainDate("2026-12-16")), settings });
    expect(later).toMatchObject({ kind: "moves", due: { dueAt: at("22T17:00") } });
  });

  test("once moved it is the same, whatever the change was", () => {
    const anyDay = fc.integer({ min: 0, max: 25 }).map((offset) => addDays(plainDate("2026-12-01"), offset));
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 4 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 12 }),
        (from, length, open, days) => {
          const calendar = withDays(from, {
            to: addDays(from, length),
            openForIntake: open,
            countsForDeadline: open,
          });
          const before = promised(days);
          const check = checkDueDate(before, { calendar, settings });
          const fresh = counted(RECEIVED, days, calendar);
          if (check.kind === "same") {
            expect(fresh.dueAt).toBe(before.dueAt);
            return;
          }
          if (check.kind === "kept") throw new Error(check.because);
          expect(check.due.dueAt).toBe(fresh.dueAt);
          expect(check.due.dueAt >= instantAt(plainDate("2026-12-07"), 0)).toBe(true);
          const after = { ...before, ...check.due };
          expect(checkDueDate(after, { calendar, settings })).toEqual({ kind: "same" });
        },
      ),
    );
  });
});
