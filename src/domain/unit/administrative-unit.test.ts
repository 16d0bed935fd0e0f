import * as fc from "fast-check";
import { expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import {
  type AdministrativeUnit,
  predecessorsOf,
  successorsOf,
  type UnitRegister,
  unitByCode,
  unitsOn,
} from "./administrative-unit.ts";

const BEGIN = plainDate("2018-01-01");
const LAST = plainDate("2025-06-30");
const MERGER = plainDate("2025-07-01");
const TODAY = plainDate("2026-11-21");

const unit = (code: string, name: string, more: Partial<AdministrativeUnit> = {}): AdministrativeUnit => ({
  code,
  name,
  kind: "commune",
  parentCode: null,
  validFrom: BEGIN,
  validTo: LAST,
  ...more,
});
const open = (code: string, name: string): AdministrativeUnit => ({
  code,
  name,
  kind: "commune",
  parentCode: "82",
  validFrom: MERGER,
});

const REGISTER: UnitRegister = {
  units: [
    unit("30148", "Xã Bình Tấn"),
    unit("30163", "Xã Bình Thành"),
    unit("874", "Huyện Thanh Bình", { kind: "district" }),
    open("30163", "Xã Bình Thành (2025)"),
  ],
  successions: [
    { predecessor: "30148", successor: "30163", on: MERGER },
    { predecessor: "30163", successor: "30163", on: MERGER },
  ],
};
const names = (units: readonly AdministrativeUnit[]): string[] => units.map((one) => one.name);

test.each([
  {
    because: "before the merger three stood",
    day: LAST,
    expected: ["Xã Bình Tấn", "Xã Bình Thành", "Huyện Thanh Bình"],
  },
  { because: "on the day of the merger one", day: MERGER, expected: ["Xã Bình Thành (2025)"] },
  { because: "before the record begins none", day: plainDate("2017-12-31"), expected: [] },
])("unitsOn: $because", ({ day, expected }) => {
  expect(names(unitsOn(REGISTER, day))).toEqual(expected);
});

test("a code that is used again names another unit on another day", () => {
  expect(unitByCode(REGISTER, "30163", LAST)?.name).toBe("Xã Bình Thành");
  expect(unitByCode(REGISTER, "30163", MERGER)?.name).toBe("Xã Bình Thành (2025)");
  expect(unitByCode(REGISTER, "30148", MERGER)).toBeUndefined();
});

test.each([
  {
    because: "a merged commune is found under its successor",
    code: "30148",
    asOf: LAST,
    now: TODAY,
    expected: ["Xã Bình Thành (2025)"],
  },
  {
    because: "the one that kept its code too",
    code: "30163",
    asOf: LAST,
    now: TODAY,
    expected: ["Xã Bình Thành (2025)"],
  },
  {
    because: "while it stood it was itself",
    code: "30148",
    asOf: BEGIN,
    now: LAST,
    expected: ["Xã Bình Tấn"],
  },
  {
    because: "the new one is itself",
    code: "30163",
    asOf: MERGER,
    now: TODAY,
    expected: ["Xã Bình Thành (2025)"],
  },
  { because: "a district ended without successor", code: "874", asOf: LAST, now: TODAY, expected: [] },
  { because: "nobody had this code then", code: "30148", asOf: MERGER, now: TODAY, expected: [] },
])("successorsOf: $because", ({ code, asOf, now, expected }) => {
  expect(names(successorsOf(REGISTER, code, asOf, now))).toEqual(expected);
});

test.each([
  {
    because: "both communes went up into one",
    code: "30163",
    day: TODAY,
    expected: ["Xã Bình Tấn", "Xã Bình Thành"],
  },
  { because: "the old one has none", code: "30163", day: LAST, expected: [] },
  { because: "an unknown code has none", code: "99999", day: TODAY, expected: [] },
])("predecessorsOf: $because", ({ code, day, expected }) => {
  expect(names(predecessorsOf(REGISTER, code, day))).toEqual(expected);
});

/** Three generations of four codes each, every unit of one generation going up into some of the next. */
const DAYS = ["2020-01-01", "2022-01-01", "2024-01-01", "2026-01-01"].map(plainDate);
const ENDS = ["2021-12-31", "2023-12-31", "2025-12-31"].map(plainDate);
const CODES = ["A", "B", "C", "D"];

const registers = fc
  .array(fc.array(fc.tuple(fc.constantFrom(...CODES), fc.constantFrom(...CODES)), { maxLength: 6 }), {
    minLength: 2,
    maxLength: 2,
  })
  .map((moves) => ({
    moves,
    register: {
      units: [0, 1, 2].flatMap((generation) =>
        CODES.map((code) =>
          unit(code, `${code}${generation}`, {
            validFrom: DAYS[generation] ?? BEGIN,
            validTo: ENDS[generation] ?? LAST,
          }),
        ),
      ),
      successions: moves.flatMap((pairs, index) =>
        pairs.map(([predecessor, successor]) => ({ predecessor, successor, on: DAYS[index + 1] ?? BEGIN })),
      ),
    },
  }));

test("follows chains as composing the two relations does, and back the same way", () => {
  fc.assert(
    fc.property(registers, fc.constantFrom(...CODES), ({ moves, register }, code) => {
      const [first = [], second = []] = moves;
      const expected = new Set(
        first
          .filter(([from]) => from === code)
          .flatMap(([, to]) => second.filter(([from]) => from === to).map(([, end]) => end)),
      );
      const reached = successorsOf(register, code, plainDate("2020-06-01"), plainDate("2025-06-01"));
      expect(names(reached)).toEqual(CODES.filter((one) => expected.has(one)).map((one) => `${one}2`));
      for (const one of reached) {
        expect(names(predecessorsOf(register, one.code, one.validFrom))).toContain(`${code}0`);
      }
    }),
  );
});

test("a circle in bad data ends", () => {
  const circle: UnitRegister = {
    units: [unit("A", "A"), unit("B", "B")],
    successions: [
      { predecessor: "A", successor: "B", on: plainDate("2020-01-01") },
      { predecessor: "B", successor: "A", on: plainDate("2020-01-01") },
    ],
  };
  expect(names(successorsOf(circle, "A", BEGIN, LAST))).toEqual(["A", "B"]);
});
