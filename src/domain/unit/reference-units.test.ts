import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROCEDURE_FIELDS } from "../catalogue/fields.ts";
import { plainDate } from "../shared/plain-date.ts";
import { shippedRegister, shippedRows } from "../../../test/kit/shipped-map.ts";
import { checkRegister } from "./check-register.ts";
import {
  type AdministrativeUnit,
  predecessorsOf,
  successorsOf,
  unitByCode,
  unitsOn,
} from "./administrative-unit.ts";

type Keyed = Readonly<Record<string, string>>;

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../db/reference/units/${name}`, import.meta.url), "utf8"));
const register = shippedRegister();
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

const COMMUNE_KINDS = ["commune", "ward", "township", "specialZone"];
const count = (day: typeof BEFORE) => {
  const kinds = unitsOn(register, day).map((unit) => unit.kind);
  const of = (...wanted: readonly string[]) => kinds.filter((kind) => wanted.includes(kind)).length;
  return {
    provinces: of("province", "centralCity"),
    districts: of("provincialCity", "town", "urbanDistrict", "district"),
    communes: of(...COMMUNE_KINDS),
  };
};

test("the shipped map has no fault", () => {
  expect(checkRegister(register)).toEqual([]);
});

test.each([
  { day: BEFORE, counts: { provinces: 63, districts: 696, communes: 10_035 } },
  { day: MERGER, counts: { provinces: 34, districts: 0, communes: 3_321 } },
])("on $day it has $counts.provinces provinces and $counts.communes communes", ({ day, counts }) => {
  expect(count(day)).toEqual(counts);
});

test("of the communes of today 2,621 are xã, 687 phường and 13 đặc khu", () => {
  const kinds = unitsOn(register, MERGER).map((unit) => unit.kind);
  expect(
    ["commune", "ward", "specialZone"].map((kind) => kinds.filter((one) => one === kind).length),
  ).toEqual([2_621, 687, 13]);
});

test("Đồng Tháp has 102 communes and wards, made of 305 of two provinces", () => {
  const after = unitsOn(register, MERGER).filter((unit) => unit.parentCode === "82");
  expect(after).toHaveLength(102);
  expect(after.filter((unit) => unit.kind === "ward")).toHaveLength(20);
  expect(names(predecessorsOf(register, "82", MERGER))).toEqual(["Tỉnh Tiền Giang", "Tỉnh Đồng Tháp"]);
});

test("every commune of before has become communes of today, and every one of today was made of some", () => {
  const steps = new Map<string, string[]>();
  for (const { predecessor, successor, on } of register.successions.filter((one) => one.on === MERGER)) {
    expect(on).toBe(MERGER);
    steps.set(predecessor, [...(steps.get(predecessor) ?? []), successor]);
  }
  const before = unitsOn(register, BEFORE).filter((unit) => COMMUNE_KINDS.includes(unit.kind));
  expect(before.filter((unit) => !steps.has(unit.code))).toEqual([]);
  expect(before.filter((unit) => (steps.get(unit.code) ?? []).length > 1)).toHaveLength(8);
  const made = new Set([...steps.values()].flat());
  const after = unitsOn(register, MERGER).filter((unit) => COMMUNE_KINDS.includes(unit.kind));
  expect(after.filter((unit) => !made.has(unit.code))).toEqual([]);
});

test("a commune is divided, or it goes up whole: never both", () => {
  const whole = new Map<string, Set<boolean>>();
  for (const one of register.successions) {
    whole.set(one.predecessor, (whole.get(one.predecessor) ?? new Set()).add(one.whole !== false));
  }
  const divided = [...whole].filter(([code]) => code.length === 5 && whole.get(code)?.has(false));
  expect(divided.map(([, kinds]) => [...kinds])).toEqual(divided.map(() => [false]));
});

test("every earlier name lies in a district of before and leads to a commune of today", () => {
  for (const row of shippedRows("earlier-names")) {
    expect(unitByCode(register, row["parent"] ?? "", BEFORE), row["name"]).toBeDefined();
    expect(unitByCode(register, row["now"] ?? "", MERGER), row["name"]).toBeDefined();
    expect(row["name"]).toBe(row["name"]?.normalize("NFC").trim());
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
