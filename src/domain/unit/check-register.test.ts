import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PlainDate, addDays, plainDate } from "../shared/plain-date.ts";
import {
  type AdministrativeUnit,
  type Succession,
  type UnitRegister,
  stoodOn,
} from "./administrative-unit.ts";
import { checkRegister } from "./check-register.ts";

const BEGIN = plainDate("2018-01-01");
const LAST = plainDate("2025-06-30");
const MERGER = plainDate("2025-07-01");

const old = (code: string, more: Partial<AdministrativeUnit> = {}): AdministrativeUnit => ({
  code,
  name: `Xã ${code}`,
  kind: "commune",
  parentCode: null,
  validFrom: BEGIN,
  validTo: LAST,
  ...more,
});
const open = (code: string, more: Partial<AdministrativeUnit> = {}): AdministrativeUnit => ({
  code,
  name: `Xã ${code}`,
  kind: "commune",
  parentCode: null,
  validFrom: MERGER,
  ...more,
});
const into = (predecessor: string, successor: string, more: Partial<Succession> = {}): Succession => ({
  predecessor,
  successor,
  on: MERGER,
  ...more,
});
const said = (units: readonly AdministrativeUnit[], successions: readonly Succession[] = []): string[] =>
  checkRegister({ units, successions }).map(
    ({ fault, list, index, code }) => `${list} ${index} ${code}: ${fault}`,
  );

describe("a register is sound when", () => {
  test.each([
    {
      because: "two communes went up into one that took over a code",
      units: [old("1"), old("2"), open("2")],
      successions: [into("1", "2"), into("2", "2")],
    },
    {
      because: "one was divided",
      units: [old("1"), open("2"), open("3")],
      successions: [into("1", "2", { whole: false }), into("1", "3", { whole: false })],
    },
    {
      because: "one went up into another that stood before and stands on",
      units: [old("1"), open("2", { validFrom: BEGIN })],
      successions: [into("1", "2")],
    },
    {
      because: "a part was given away by one that stands on",
      units: [open("1", { validFrom: BEGIN }), open("2")],
      successions: [into("1", "2", { whole: false })],
    },
    {
      because: "two that stand on gave each other a part, which makes neither into the other",
      units: [open("1", { validFrom: BEGIN }), open("2", { validFrom: BEGIN })],
      successions: [into("1", "2", { whole: false }), into("2", "1", { whole: false })],
    },
    {
      because: "a unit stayed while the one above it was followed by another of its code",
      units: [old("9"), open("9"), old("1", { parentCode: "9", validTo: plainDate("2025-12-31") })],
      successions: [into("9", "9")],
    },
    { because: "it is empty", units: [], successions: [] },
  ])("$because", ({ units, successions }) => {
    expect(said(units, successions)).toEqual([]);
  });
});

describe("a unit is at fault when", () => {
  test.each([
    { because: "it has no code", units: [old("", { name: "Xã" })], faults: ["units 0 : code_missing"] },
    { because: "it has no name", units: [old("1", { name: "  " })], faults: ["units 0 1: name_missing"] },
    {
      because: "its accents are composed",
      units: [old("1", { name: "Xã Bình Tấn".normalize("NFD") })],
      faults: ["units 0 1: name_not_tidy"],
    },
    {
      because: "its name has a space too many",
      units: [old("1", { name: "Xã  Bình Tấn" })],
      faults: ["units 0 1: name_not_tidy"],
    },
    {
      because: "it ended before it began",
      units: [open("1", { validTo: LAST })],
      faults: ["units 0 1: ends_before_it_begins"],
    },
    {
      because: "two have one code on one day",
      units: [old("1", { validTo: MERGER }), old("2"), open("1")],
      faults: ["units 0 1: periods_overlap", "units 2 1: periods_overlap"],
    },
    {
      because: "nobody knows the one above it",
      units: [old("1", { parentCode: "9" })],
      faults: ["units 0 1: parent_unknown"],
    },
    {
      because: "the one above it ended first",
      units: [old("9"), open("1", { parentCode: "9", validFrom: BEGIN })],
      faults: ["units 1 1: parent_not_standing"],
    },
    {
      because: "the one above it was not there for a day between",
      units: [
        old("9"),
        open("9", { validFrom: addDays(MERGER, 1) }),
        open("1", { parentCode: "9", validFrom: BEGIN }),
      ],
      faults: ["units 2 1: parent_not_standing"],
    },
  ])("$because", ({ units, faults }) => {
    expect(said(units)).toEqual(faults);
  });
});

describe("a succession is at fault when", () => {
  test.each([
    {
      because: "nobody ever had the first code",
      units: [open("2")],
      successions: [into("1", "2")],
      faults: ["successions 0 1: predecessor_unknown"],
    },
    {
      because: "nobody ever had the second code",
      units: [old("1")],
      successions: [into("1", "2")],
      faults: ["successions 0 2: successor_unknown"],
    },
    {
      because: "the predecessor had gone long before",
      units: [old("1", { validTo: plainDate("2020-01-01") }), open("2")],
      successions: [into("1", "2")],
      faults: ["successions 0 1: predecessor_not_standing"],
    },
    {
      because: "the successor begins before its predecessor ends",
      units: [old("1", { validTo: plainDate("2025-12-31") }), open("2")],
      successions: [into("1", "2")],
      faults: ["successions 0 1: predecessor_not_ended"],
    },
    {
      because: "the successor begins only later",
      units: [old("1"), open("2", { validFrom: plainDate("2026-01-01") })],
      successions: [into("1", "2")],
      faults: ["successions 0 2: successor_not_standing"],
    },
    {
      because: "it stands there twice",
      units: [old("1"), open("2")],
      successions: [into("1", "2"), into("1", "2")],
      faults: ["successions 0 1: whole_into_several", "successions 1 1: succession_twice"],
    },
    {
      because: "the whole of it went to two places",
      units: [old("1"), open("2"), open("3")],
      successions: [into("1", "2"), into("1", "3")],
      faults: ["successions 0 1: whole_into_several", "successions 1 1: whole_into_several"],
    },
    {
      because: "two became each other on one day",
      units: [open("1", { validFrom: BEGIN }), open("2", { validFrom: BEGIN })],
      successions: [into("1", "2"), into("2", "1")],
      faults: [
        "successions 0 1: predecessor_not_ended",
        "successions 0 1: succession_circle",
        "successions 1 2: predecessor_not_ended",
        "successions 1 2: succession_circle",
      ],
    },
    {
      because: "a unit became itself",
      units: [open("1", { validFrom: BEGIN })],
      successions: [into("1", "1")],
      faults: ["successions 0 1: predecessor_not_ended", "successions 0 1: succession_circle"],
    },
    {
      because: "three went round, and a fourth only hangs on",
      units: [old("1"), old("2"), old("3"), open("4")],
      successions: [
        into("1", "2"),
        into("2", "3"),
        into("3", "1"),
        into("3", "4", { on: MERGER, whole: false }),
      ],
      faults: [
        "successions 0 2: successor_not_standing",
        "successions 0 1: succession_circle",
        "successions 1 3: successor_not_standing",
        "successions 1 2: succession_circle",
        "successions 2 1: successor_not_standing",
        "successions 2 3: succession_circle",
      ],
    },
  ])("$because", ({ units, successions, faults }) => {
    expect(said(units, successions)).toEqual(faults);
  });
});

test("a ring as long as the longest file is found in the time of one look", () => {
  const count = 20_000;
  const code = (index: number) => String(index % count);
  const units = Array.from({ length: count }, (_, index) => open(code(index), { validFrom: BEGIN }));
  const successions = units.map((_, index) => into(code(index), code(index + 1)));
  const found = checkRegister({ units, successions });
  expect(found.filter(({ fault }) => fault === "succession_circle")).toHaveLength(count);
});

/** A few days and codes, so that everything that can go wrong goes wrong often. */
const FIRST_DAY = plainDate("2025-01-01");
const days = fc.integer({ min: 0, max: 5 }).map((after) => addDays(FIRST_DAY, after));
const codes = fc.constantFrom("A", "B", "C");
const registers: fc.Arbitrary<UnitRegister> = fc.record({
  units: fc.array(
    fc
      .record({ code: codes, parentCode: fc.option(codes), validFrom: days, validTo: fc.option(days) })
      .map(({ validTo, ...unit }) => ({
        ...unit,
        name: unit.code,
        kind: "commune" as const,
        ...(validTo !== null && { validTo }),
      })),
    { maxLength: 6 },
  ),
  successions: fc.array(fc.record({ predecessor: codes, successor: codes, on: days, whole: fc.boolean() }), {
    maxLength: 6,
  }),
});

/** Every day on which anything could happen, one by one. */
const DAYS: readonly PlainDate[] = Array.from({ length: 8 }, (_, index) => addDays(FIRST_DAY, index - 1));

test("finds what a look at every single day finds", () => {
  fc.assert(
    fc.property(registers, (register) => {
      const { units, successions } = register;
      const faults = checkRegister(register);
      const has = (list: string, index: number, fault: string) =>
        faults.some((one) => one.list === list && one.index === index && one.fault === fault);
      for (const [index, unit] of units.entries()) {
        const itsDays = DAYS.filter((day) => stoodOn(unit, day));
        const sharesDay = units.some(
          (other) => other !== unit && other.code === unit.code && itsDays.some((day) => stoodOn(other, day)),
        );
        expect(has("units", index, "periods_overlap")).toBe(sharesDay);
        const orphan = itsDays.some(
          (day) => !units.some((parent) => parent.code === unit.parentCode && stoodOn(parent, day)),
        );
        const wanted = unit.parentCode !== null && itsDays.length > 0 && orphan;
        if (itsDays.length > 0) {
          expect(has("units", index, "parent_unknown") || has("units", index, "parent_not_standing")).toBe(
            wanted,
          );
        }
      }
      for (const [index, one] of successions.entries()) {
        const stands = (code: string, day: PlainDate) =>
          units.some((unit) => unit.code === code && stoodOn(unit, day));
        const ends = faults.filter((fault) => fault.list === "successions" && fault.index === index);
        expect(ends.some(({ fault }) => fault.startsWith("successor_"))).toBe(!stands(one.successor, one.on));
        const eve = addDays(one.on, -1);
        expect(
          ends.some(({ fault }) => fault === "predecessor_unknown" || fault === "predecessor_not_standing"),
        ).toBe(!stands(one.predecessor, eve));
      }
    }),
    { numRuns: 1_000 },
  );
});

test("a circle is where walking on and on comes back, tried step by step", () => {
  const standing = ["A", "B", "C", "D", "E"].map((code) => open(code, { validFrom: BEGIN }));
  const pairs = fc.array(
    fc.tuple(fc.constantFrom("A", "B", "C", "D", "E"), fc.constantFrom("A", "B", "C", "D", "E")),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(pairs, (moves) => {
      const successions = moves.map(([from, to], index) => into(from, to, { on: addDays(MERGER, index) }));
      const reachable = (from: string, to: string, hops: number): boolean =>
        from === to ||
        (hops > 0 && moves.some(([start, end]) => start === from && reachable(end, to, hops - 1)));
      const expected = moves.flatMap(([from, to], index) => (reachable(to, from, 5) ? [index] : []));
      const found = checkRegister({ units: standing, successions })
        .filter(({ fault }) => fault === "succession_circle")
        .map(({ index }) => index);
      expect(found).toEqual(expected);
    }),
  );
});
