import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEFAULT_DUE_DATE_SETTINGS } from "../calendar/due-date-settings.ts";
import { readCalendar } from "../calendar/read-calendar.ts";
import { type Channel, CHANNELS } from "../catalogue/procedure.ts";
import { type Instant, instant } from "../shared/instant.ts";
import { type DeskDuty, deskLimits } from "./desk-limits.ts";

const calendar = readCalendar(
  JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
);
const at = (text: string) => instant(`${text.replace(" ", "T")}:00+07:00`);
const limitsOf = (received: string, channel: Channel = "direct", byData = false) =>
  deskLimits({
    receivedAt: at(received),
    channel,
    byData,
    calendar,
    settings: DEFAULT_DUE_DATE_SETTINGS,
  });
const byOf = (duty: DeskDuty, ...of: Parameters<typeof limitsOf>): Instant | undefined =>
  limitsOf(...of).find((one) => one.duty === duty)?.by;

describe("what is missing is asked for", () => {
  test.each<[string, Channel, boolean, string, string]>([
    ["2026-11-16 09:00", "direct", false, "2026-11-19 17:00", "three working days after the receipt"],
    ["2026-03-05 09:00", "postal", false, "2026-03-10 17:00", "a weekend is not counted"],
    [
      "2026-11-16 09:00",
      "online",
      false,
      "2026-11-19 17:00",
      "without data in the place of papers: as for all",
    ],
    ["2026-11-16 14:00", "online", true, "2026-11-17 14:00", "eight hours of work (NQ 66.7/2025)"],
    ["2026-11-16 14:00", "direct", true, "2026-11-17 17:00", "one working day (NQ 66.7/2025)"],
    ["2026-11-20 14:00", "postal", true, "2026-11-23 17:00", "one working day, and that is Monday"],
    ["2025-12-31 08:30", "direct", true, "2026-01-07 17:00", "the day before the resolution takes effect"],
    ["2027-02-26 14:00", "direct", true, "2027-03-01 17:00", "received while it was still in force"],
    ["2027-03-01 09:00", "direct", true, "2027-03-04 17:00", "it ended on 28 February 2027"],
  ])("of %s, %s, data in the place of papers: %s, by %s, because %s", (received, channel, byData, by) => {
    expect(byOf("askSupplement", received, channel, byData)).toBe(at(by));
  });
});

describe("it is forwarded", () => {
  test.each([
    ["2026-11-16 08:30", "2026-11-16 17:00", "on the day itself"],
    ["2026-11-16 15:00", "2026-11-16 17:00", "15:00 is not yet after 15:00"],
    ["2026-11-16 15:01", "2026-11-17 07:00", "after 15:00 at the beginning of the next working day"],
    ["2026-11-20 16:00", "2026-11-23 07:00", "on a Friday that is Monday"],
    ["2026-11-21 09:00", "2026-11-23 07:00", "a Saturday at the counter is no working day"],
    ["2026-08-21 16:00", "2026-08-22 07:00", "a make-up Saturday is one"],
  ])("of %s by %s, because %s", (received, by) => {
    expect(byOf("forward", received)).toBe(at(by));
  });
});

test("what leaves the published calendar is not said", () => {
  expect(limitsOf(`${calendar.toYear}-12-31 16:00`)).toEqual([]);
});

test("each says where it was read, and how sure that is", () => {
  for (const channel of CHANNELS)
    for (const { source, mark } of limitsOf("2026-11-16 09:00", channel, true))
      expect([source.length > 10, mark]).toEqual([true, "sourced"]);
});
