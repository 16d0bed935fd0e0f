import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "../shared/plain-date.ts";
import { versionForImport } from "./imported-version.ts";

const versions = [
  { name: "second", validFrom: plainDate("2022-01-01"), validTo: plainDate("2023-12-31") },
  { name: "first", validFrom: plainDate("2020-01-01"), validTo: plainDate("2021-06-30") },
  { name: "third", validFrom: plainDate("2025-07-01"), validTo: null },
];

test.each([
  { day: "2020-05-05", name: "first", ofThatDay: true, because: "it was in force" },
  { day: "2026-05-05", name: "third", ofThatDay: true, because: "it has no end yet" },
  {
    day: "2015-05-05",
    name: "first",
    ofThatDay: false,
    because: "the catalogue begins later: the earliest known",
  },
  { day: "2021-10-10", name: "first", ofThatDay: false, because: "in a gap the one that had ended" },
])("received on $day → $name: $because", ({ day, name, ofThatDay }) => {
  expect(versionForImport(versions, plainDate(day))).toMatchObject({ version: { name }, ofThatDay });
});

test("there is a version for every day as soon as there is one at all, and none otherwise", () => {
  const aVersion = fc.tuple(fc.nat(9000), fc.option(fc.nat(900))).map(([from, days]) => ({
    validFrom: addDays(plainDate("2000-01-01"), from),
    validTo: days === null ? null : addDays(plainDate("2000-01-01"), from + days),
  }));
  fc.assert(
    fc.property(fc.array(aVersion, { maxLength: 5 }), fc.nat(12_000), (known, offset) => {
      const found = versionForImport(known, addDays(plainDate("1995-01-01"), offset));
      expect(found === undefined).toBe(known.length === 0);
      if (found) expect(known).toContain(found.version);
    }),
  );
});
