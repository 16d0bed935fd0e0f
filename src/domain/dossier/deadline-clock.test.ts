import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEFAULT_DUE_DATE_SETTINGS } from "../calendar/due-date-settings.ts";
import { readCalendar } from "../calendar/read-calendar.ts";
import { instant } from "../shared/instant.ts";
import {
  type TimedEvent,
  deadlineClock,
  legalDueDate,
  promiseAfterStop,
  statisticalDueDate,
} from "./deadline-clock.ts";
import type { DossierEventType } from "./dossier-event.ts";

const calendar = readCalendar(
  JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
);
const facts = {
  limit: { amount: 5, unit: "workingDay" as const },
  calendar,
  settings: DEFAULT_DUE_DATE_SETTINGS,
};
const at = (text: string) => instant(`2026-${text.replace(" ", "T")}:00+07:00`);
const history = (...events: readonly (readonly [DossierEventType, string])[]): readonly TimedEvent[] =>
  events.map(([type, when]) => ({ type, at: at(when) }));

const RECEIVED = ["dossier.received", "03-02 09:00"] as const; // a Monday

describe("the clock of a dossier", () => {
  test.each([
    {
      because: "nothing stopped it: five working days after Monday 2 March",
      events: history(RECEIVED),
      legal: "03-09 17:00",
      statistical: "03-09 17:00",
    },
    {
      because: "a supplement begins the limit anew, and is left out of the statistics",
      events: history(
        RECEIVED,
        ["dossier.supplementAsked", "03-04 10:00"],
        ["dossier.supplemented", "03-06 10:00"],
      ),
      legal: "03-13 17:00",
      statistical: "03-11 17:00",
    },
    {
      because: "a duty is left out of both, and begins nothing anew",
      events: history(
        RECEIVED,
        ["dossier.dutyImposed", "03-04 10:00"],
        ["dossier.dutyFulfilled", "03-06 10:00"],
      ),
      legal: "03-11 17:00",
      statistical: "03-11 17:00",
    },
    {
      because: "a duty before a supplement is not left out of the new limit twice",
      events: history(
        RECEIVED,
        ["dossier.dutyImposed", "03-03 10:00"],
        ["dossier.dutyFulfilled", "03-04 10:00"],
        ["dossier.supplementAsked", "03-05 10:00"],
        ["dossier.supplemented", "03-06 10:00"],
      ),
      legal: "03-13 17:00",
      statistical: "03-11 17:00",
    },
    {
      because: "a supplement that was handed back never was there: the stop goes on until the right one came",
      events: history(
        RECEIVED,
        ["dossier.supplementAsked", "03-04 10:00"],
        ["dossier.supplementTakenIn", "03-05 10:00"],
        ["dossier.handedBack", "03-05 15:00"],
        ["dossier.supplementTakenIn", "03-09 10:00"],
        ["dossier.confirmed", "03-09 15:00"],
      ),
      legal: "03-16 17:00",
      statistical: "03-12 17:00",
    },
    {
      because: "what was handed back before the receipt was confirmed does not touch the clock",
      events: history(
        ["dossier.takenIn", "03-02 09:00"],
        ["dossier.handedBack", "03-03 09:00"],
        ["dossier.resubmitted", "03-04 09:00"],
        ["dossier.confirmed", "03-05 09:00"],
      ),
      legal: "03-09 17:00",
      statistical: "03-09 17:00",
    },
    {
      because: "what was lodged counts from the moment in which it was received",
      events: history(
        ["dossier.lodged", "02-27 09:00"],
        ["dossier.supplementAskedBeforeReceipt", "02-27 09:00"],
        ["dossier.accepted", "03-02 09:00"],
      ),
      legal: "03-09 17:00",
      statistical: "03-09 17:00",
    },
    {
      because: "a result that is made again has its own limit",
      events: history(RECEIVED, ["dossier.returned", "03-06 10:00"], ["dossier.reopened", "03-10 10:00"]),
      legal: "03-17 17:00",
      statistical: "03-09 17:00",
    },
  ])("$because", ({ events, legal, statistical }) => {
    const clock = deadlineClock(events);
    if (!clock) throw new Error("not received");
    expect(legalDueDate(clock, facts)).toMatchObject({ value: { dueAt: at(legal) } });
    expect(statisticalDueDate(clock, facts)).toMatchObject({ value: { dueAt: at(statistical) } });
  });

  test("stands from the request on, has no date then, and says why", () => {
    const clock = deadlineClock(history(RECEIVED, ["dossier.supplementAsked", "03-04 10:00"]));
    expect(clock?.standing).toEqual({ since: at("03-04 10:00"), reason: "supplement" });
    expect(() => clock && legalDueDate(clock, facts)).toThrow("a clock that stands has no due date");
  });

  test("is not there before the receipt, and is not stopped twice", () => {
    expect(deadlineClock(history(["dossier.lodged", "03-02 09:00"]))).toBeUndefined();
    const twice = history(
      RECEIVED,
      ["dossier.supplementAsked", "03-04 10:00"],
      ["dossier.dutyImposed", "03-04 11:00"],
    );
    expect(() => deadlineClock(twice)).toThrow("not stopped again");
  });
});

describe("a date that was promised and not counted", () => {
  test.each([
    { from: "03-04 10:00", to: "03-06 10:00", is: "03-18 17:00", because: "Thursday and Friday were taken" },
    { from: "03-04 10:00", to: "03-04 16:00", is: "03-16 17:00", because: "hours of one day take no day" },
    { from: "03-06 16:00", to: "03-08 23:00", is: "03-16 17:00", because: "nobody works at the week's end" },
    { from: "03-06 16:00", to: "03-09 08:00", is: "03-17 17:00", because: "over a week's end it is Monday" },
    { from: "03-04 10:00", to: "03-12 10:00", is: "03-24 17:00", because: "six days run into the next week" },
    {
      from: "04-24 10:00",
      to: "04-28 10:00",
      promised: "04-29 17:00",
      is: "05-04 17:00",
      because: "Monday 27 April is a day off instead of the Sunday, and so are 30 April and 1 May",
    },
  ])("is moved by the working days of the stop: $because", ({ from, to, is, promised = "03-16 17:00" }) => {
    const stop = { from: at(from), to: at(to), reason: "financialDuty" as const };
    expect(promiseAfterStop(at(promised), stop, calendar)).toEqual({ ok: true, value: at(is) });
  });

  test("stays when nothing stopped it, and is not guessed past the calendar", () => {
    expect(promiseAfterStop(at("03-16 17:00"), undefined, calendar)).toEqual({
      ok: true,
      value: at("03-16 17:00"),
    });
    const past = { from: at("03-04 10:00"), to: instant("2040-01-04T10:00:00+07:00"), reason: "supplement" };
    expect(promiseAfterStop(at("03-16 17:00"), past as never, calendar)).toMatchObject({
      code: "calendar_not_published",
    });
  });
});
