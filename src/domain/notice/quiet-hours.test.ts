import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addMilliseconds, instant } from "../shared/instant.ts";
import { DEFAULT_QUIET_HOURS, type QuietHours, quietUntil, readQuietHours } from "./quiet-hours.ts";

const at = (text: string) => instant(`2026-11-${text.replace(" ", "T")}:00+07:00`);
const NOON: QuietHours = { fromMinute: 11 * 60, toMinute: 13 * 60 };

test.each([
  { now: "24 20:59", quiet: DEFAULT_QUIET_HOURS, until: null, because: "the evening is not over" },
  { now: "24 21:00", quiet: DEFAULT_QUIET_HOURS, until: "25 07:00", because: "the first minute counts" },
  { now: "25 00:00", quiet: DEFAULT_QUIET_HOURS, until: "25 07:00", because: "the night began yesterday" },
  { now: "25 06:59", quiet: DEFAULT_QUIET_HOURS, until: "25 07:00", because: "a minute is left" },
  { now: "25 07:00", quiet: DEFAULT_QUIET_HOURS, until: null, because: "the end does not count" },
  { now: "24 12:00", quiet: NOON, until: "24 13:00", because: "the hours lie within one day" },
  { now: "24 22:00", quiet: null, until: null, because: "there are none" },
  { now: "24 22:00", quiet: { fromMinute: 0, toMinute: 0 }, until: null, because: "they are empty" },
])("at $now → $until: $because", ({ now, quiet, until }) => {
  expect(quietUntil(at(now), quiet)).toBe(until === null ? null : at(until));
});

test("what waits is sent within a day, and not in quiet hours again", () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(minute, minute, minute, (fromMinute, toMinute, passed) => {
      const quiet = { fromMinute, toMinute };
      const now = addMilliseconds(at("24 00:00"), passed * 60_000);
      const until = quietUntil(now, quiet);
      if (until === null) return;
      expect(until > now && until <= addMilliseconds(now, 86_400_000)).toBe(true);
      expect(quietUntil(until, quiet)).toBeNull();
    }),
  );
});

test.each([
  { text: "21:00-07:00", is: { fromMinute: 1260, toMinute: 420 } },
  { text: " 00:00-00:00 ", is: { fromMinute: 0, toMinute: 0 } },
  { text: "24:00-07:00", is: undefined },
  { text: "21-7", is: undefined },
  { text: "", is: undefined },
])("$text reads as $is", ({ text, is }) => {
  expect(readQuietHours(text)).toEqual(is);
});
