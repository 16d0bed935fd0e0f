import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROCEDURE_FIELDS } from "../catalogue/fields.ts";
import { addDays, plainDate } from "../shared/plain-date.ts";
import {
  type AdministrativeUnit,
  predecessorsOf,
  successorsOf,
  UNIT_KINDS,
  unitByCode,
  type UnitRegister,
  unitsOn,
} from "./administrative-unit.ts";

type Keyed = Readonly<Record<string, string>>;

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../db/reference/units/${name}`, import.meta.url), "utf8"));
const register = json("dong-thap.json") as UnitRegister;
const desk = json("one-stop.json") as Record<
  | "agencies"
  | "agencyCodes"
  | "competences"
  | "oneStopUnits"
  | "postOffices"
  | "receptionPoints"
  | "counters",
  readonly Keyed[]
>;

const BEFORE = plainDate("2025-06-30");
const MERGER = plainDate("2025-07-01");
const keys = (list: readonly Keyed[]): string[] => list.map((one) => one["key"] ?? "");
const names = (units: readonly AdministrativeUnit[]): string[] => units.map((one) => one.name);

test("Đồng Tháp has 102 communes and wards, made of 305 of two provinces", () => {
  const after = unitsOn(register, MERGER).filter((unit) => unit.parentCode === "82");
  expect(after).toHaveLength(102);
  expect(after.filter((unit) => unit.kind === "ward")).toHaveLength(20);
  const before = unitsOn(register, BEFORE);
  expect(before.filter((unit) => ["commune", "ward", "township"].includes(unit.kind))).toHaveLength(305);
  expect(names(predecessorsOf(register, "82", MERGER))).toEqual(["Tỉnh Tiền Giang", "Tỉnh Đồng Tháp"]);
});

test("on any day a code names one unit, and a unit stands under one that stands", () => {
  for (const day of [BEFORE, MERGER]) {
    const standing = unitsOn(register, day);
    expect(new Set(standing.map((unit) => unit.code)).size).toBe(standing.length);
    for (const unit of standing) {
      expect(UNIT_KINDS).toContain(unit.kind);
      expect(unit.name).toBe(unit.name.normalize("NFC").trim());
      if (unit.parentCode !== null)
        expect(unitByCode(register, unit.parentCode, day), unit.name).toBeDefined();
    }
  }
});

test("every succession joins two units, and every commune has exactly one successor", () => {
  for (const { predecessor, successor, on } of register.successions) {
    expect(unitByCode(register, predecessor, addDays(on, -1)), predecessor).toBeDefined();
    expect(unitByCode(register, successor, on), successor).toBeDefined();
  }
  for (const unit of unitsOn(register, BEFORE).filter((one) => one.code.length === 5)) {
    expect(successorsOf(register, unit.code, BEFORE, MERGER), unit.name).toHaveLength(1);
  }
  for (const unit of unitsOn(register, MERGER)) {
    expect(predecessorsOf(register, unit.code, MERGER), unit.name).not.toEqual([]);
  }
});

test.each([
  { code: "30148", name: "Xã Bình Tấn", now: "Xã Bình Thành" },
  { code: "30163", name: "Xã Bình Thành", now: "Xã Bình Thành" },
  { code: "30130", name: "Thị trấn Thanh Bình", now: "Xã Thanh Bình" },
  { code: "30166", name: "Xã Tân Long", now: "Xã Tân Long" },
  { code: "30157", name: "Xã Tân Thạnh", now: "Xã Tân Thạnh" },
  { code: "28279", name: "Phường Tân Long", now: "Phường Mỹ Tho" },
])("$name is now $now", ({ code, name, now }) => {
  expect(unitByCode(register, code, BEFORE)?.name).toBe(name);
  expect(names(successorsOf(register, code, BEFORE, plainDate("2026-11-21")))).toEqual([now]);
});

test("Bình Tấn and Bình Thành are reception points of one unit, each with a counter of the post", () => {
  const points = desk.receptionPoints.filter((point) =>
    ["30148", "30163"].includes(point["formerUnitCode"] ?? ""),
  );
  expect(points.map((point) => point["name"])).toEqual([
    "Điểm tiếp nhận Bưu điện Văn hóa xã Bình Tấn",
    "Điểm tiếp nhận Bưu điện Văn hóa xã Bình Thành",
  ]);
  expect(new Set(points.map((point) => point["oneStopUnit"]))).toEqual(new Set(["unit:commune:30163"]));
  for (const point of points) {
    const counters = desk.counters.filter((counter) => counter["receptionPoint"] === point["key"]);
    expect(counters.some((counter) => counter["postOffice"])).toBe(true);
  }
});

test("every reference of the organisation leads somewhere and every key is there once", () => {
  const agencies = keys(desk.agencies);
  const all = [
    ...agencies,
    ...keys(desk.oneStopUnits),
    ...keys(desk.postOffices),
    ...keys(desk.receptionPoints),
    ...keys(desk.counters),
  ];
  expect(new Set(all).size).toBe(all.length);
  for (const one of [...desk.agencyCodes, ...desk.competences, ...desk.oneStopUnits])
    expect(agencies).toContain(one["agency"]);
  for (const point of desk.receptionPoints) expect(keys(desk.oneStopUnits)).toContain(point["oneStopUnit"]);
  for (const counter of desk.counters) {
    expect(keys(desk.receptionPoints)).toContain(counter["receptionPoint"]);
    if (counter["postOffice"]) expect(keys(desk.postOffices)).toContain(counter["postOffice"]);
  }
  for (const one of [...desk.agencies, ...desk.oneStopUnits, ...desk.postOffices]) {
    expect(unitByCode(register, one["administrativeUnitCode"] ?? "", MERGER), one["key"]).toBeDefined();
  }
  for (const one of desk.competences) expect(Object.keys(PROCEDURE_FIELDS)).toContain(one["fieldCode"]);
});

test("agency codes have the shape of their format, are unique, and are marked as inference", () => {
  const shapes: Keyed = {
    TT01_2018: String.raw`^000\.00\.\d{2}\.H20$`,
    TT03_2025: String.raw`^H20(\.\d{3})?$`,
  };
  const codes = desk.agencyCodes.map((one) => one["code"]);
  expect(new Set(codes).size).toBe(codes.length);
  for (const one of desk.agencyCodes) {
    expect(one["code"]).toMatch(new RegExp(shapes[one["format"] ?? ""] ?? "never"));
    expect(one["mark"]).toBe("inference");
  }
});
