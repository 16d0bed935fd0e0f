import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCalendar } from "../calendar/read-calendar.ts";
import { instant } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";
import { extendedDate, lastDayToExtend } from "./extension.ts";

const calendar = readCalendar(
  JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
);
const at = (text: string) => instant(`2026-${text.replace(" ", "T")}:00+07:00`);

test.each([
  {
    now: "12-17 08:00",
    day: "2026-12-24",
    is: "12-24 17:00",
    because: "it is asked for the day before, to a later day of work",
  },
  {
    now: "12-17 23:59",
    day: "2026-12-21",
    is: "12-21 17:00",
    because: "the day before lasts until midnight",
  },
  {
    now: "12-18 00:00",
    day: "2026-12-24",
    is: "extension_too_late",
    because: "on the due day it is too late",
  },
  {
    now: "12-21 08:00",
    day: "2026-12-24",
    is: "extension_too_late",
    because: "after the due day it is too late",
  },
  {
    now: "12-17 08:00",
    day: "2026-12-18",
    is: "extension_not_later",
    because: "the same day is no new date",
  },
  {
    now: "12-17 08:00",
    day: "2026-12-16",
    is: "extension_not_later",
    because: "an earlier day is no extension",
  },
  { now: "12-17 08:00", day: "2026-12-26", is: "extension_day_off", because: "nobody works on a Saturday" },
  {
    now: "12-17 08:00",
    day: "2031-01-06",
    is: "calendar_not_published",
    because: "nobody knows the holidays of 2031",
  },
  {
    now: "12-17 08:00",
    day: "2026-12-24",
    again: true,
    is: "extension_second",
    because: "a date is moved once",
  },
])("$because", ({ now, day, is, again = false }) => {
  const facts = { dueAt: at("12-18 17:00"), now: at(now), extended: again, calendar };
  const result = extendedDate(plainDate(day), facts);
  expect(result.ok ? result.value : result.code).toBe(is.startsWith("12-") ? at(is) : is);
});

test("the last day to ask is the one before the due day", () => {
  expect(lastDayToExtend(at("12-18 17:00"))).toBe("2026-12-17");
  expect(lastDayToExtend(at("12-01 10:00"))).toBe("2026-11-30");
});
