import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "../shared/plain-date.ts";
import { lastDayBefore, validVersion } from "./valid-version.ts";

const OLD = { name: "old", validFrom: plainDate("2025-07-01"), validTo: plainDate("2027-02-28") };
const NEW = { name: "new", validFrom: plainDate("2027-03-01"), validTo: null };
const ENDED = { name: "ended", validFrom: plainDate("2021-01-01"), validTo: plainDate("2025-06-30") };
const WITHDRAWN = { name: "withdrawn", validFrom: plainDate("2027-01-01"), validTo: plainDate("2026-12-31") };
const LATER = { name: "later", validFrom: plainDate("2026-06-01") };

test.each([
  { because: "the first day counts", versions: [NEW, OLD], day: "2025-07-01", expected: "old" },
  { because: "the last day counts", versions: [OLD, NEW], day: "2027-02-28", expected: "old" },
  {
    because: "the next version takes over the day after",
    versions: [OLD, NEW],
    day: "2027-03-01",
    expected: "new",
  },
  { because: "an open version has no last day", versions: [OLD, NEW], day: "2099-01-01", expected: "new" },
  {
    because: "of two in force the later one wins",
    versions: [LATER, OLD],
    day: "2026-11-21",
    expected: "later",
  },
  {
    because: "a version that was withdrawn was never in force, not even on its own first day",
    versions: [WITHDRAWN, OLD],
    day: "2027-01-01",
    expected: "old",
  },
])("$because", ({ versions, day, expected }) => {
  expect(validVersion(versions, plainDate(day))).toMatchObject({ ok: true, value: { name: expected } });
});

test.each([
  {
    because: "no version is an unknown procedure",
    versions: [],
    day: "2026-11-21",
    code: "unknown_procedure",
    details: {},
  },
  {
    because: "before the first version it says from when",
    versions: [OLD, NEW],
    day: "2025-06-30",
    code: "procedure_not_valid",
    details: { day: "2025-06-30", from: "2025-07-01" },
  },
  {
    because: "after the last version it says until when",
    versions: [ENDED],
    day: "2026-11-21",
    code: "procedure_not_valid",
    details: { day: "2026-11-21", to: "2025-06-30" },
  },
  {
    because: "in a gap it says both",
    versions: [NEW, ENDED],
    day: "2026-11-21",
    code: "procedure_not_valid",
    details: { day: "2026-11-21", from: "2027-03-01", to: "2025-06-30" },
  },
  {
    because: "nobody is sent to wait for a version that was withdrawn",
    versions: [WITHDRAWN, ENDED],
    day: "2026-11-21",
    code: "procedure_not_valid",
    details: { day: "2026-11-21", to: "2025-06-30" },
  },
])("$because", ({ versions, day, code, details }) => {
  expect(validVersion(versions, plainDate(day))).toEqual({ ok: false, code, details });
});

test("agrees with laying the versions over a calendar in the order in which they came into force", () => {
  const start = plainDate("2026-01-01");
  const version = fc.record({ offset: fc.nat(20), days: fc.option(fc.nat(8)) }).map(({ offset, days }) => ({
    validFrom: addDays(start, offset),
    validTo: days === null ? null : addDays(start, offset + days),
  }));
  const versions = fc.uniqueArray(version, { selector: (one) => one.validFrom, maxLength: 6 });
  fc.assert(
    fc.property(versions, fc.nat(30), (given, offset) => {
      const day = addDays(start, offset);
      const painted = new Map<string, (typeof given)[number]>();
      for (const one of given.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))) {
        for (let at = one.validFrom; at <= (one.validTo ?? addDays(start, 30)); at = addDays(at, 1))
          painted.set(at, one);
      }
      const answer = validVersion(given, day);
      expect(answer.ok ? answer.value : undefined).toEqual(painted.get(day));
    }),
  );
});

test.each([
  {
    because: "all have ended, and the last of them last",
    versions: [ENDED, OLD],
    day: "2027-03-01",
    expected: "2027-02-28",
  },
  {
    because: "the last day is told, however the versions are listed",
    versions: [OLD, ENDED],
    day: "2027-03-01",
    expected: "2027-02-28",
  },
  { because: "the last day itself counts", versions: [ENDED, OLD], day: "2027-02-28", expected: null },
  { because: "one is still to come", versions: [ENDED, NEW], day: "2026-01-01", expected: null },
  { because: "one never ends", versions: [OLD, NEW], day: "2099-01-01", expected: null },
  {
    because: "what was withdrawn never held and ends nothing",
    versions: [WITHDRAWN],
    day: "2099-01-01",
    expected: null,
  },
  { because: "there is none", versions: [], day: "2099-01-01", expected: null },
])("a procedure has ended or not: $because", ({ versions, day, expected }) => {
  expect(lastDayBefore(versions, plainDate(day))).toBe(expected);
});
