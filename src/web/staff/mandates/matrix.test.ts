import type { MandateRow } from "#contract/mandates.ts";
import { describe, expect, test } from "vitest";
import { mandatesFor, matrixOf } from "./matrix.ts";

const named = (name: string) => ({ id: name, name });

const row = (id: string, unit: string, office: string, fields: readonly string[]): MandateRow => ({
  id,
  version: 1,
  status: "inForce",
  unit: named(unit),
  unitToday: null,
  postOffice: named(office),
  counters: [],
  tasks: ["receive"],
  fields: fields.map(named),
  procedures: [],
  exceptions: [],
  autonomy: "supervised",
  validFrom: "2026-01-01",
  validTo: null,
  endedOn: null,
  conditions: "",
  decision: null,
  phase: null,
});

describe("the picture of a day", () => {
  const matrix = matrixOf([
    row("m1", "Xã Tân", "Bưu điện 10", ["Hộ tịch"]),
    row("m2", "Xã An", "Bưu điện 2", ["Đất đai"]),
    row("m3", "Xã Tân", "Bưu điện 2", ["Hộ tịch", "Chứng thực"]),
    row("m4", "Xã Tân", "Bưu điện 10", ["Chứng thực"]),
  ]);

  test("has a line for each post office at each unit, by name and number", () => {
    expect(matrix.sites.map(({ unit, postOffice }) => `${unit.name}, ${postOffice.name}`)).toEqual([
      "Xã An, Bưu điện 2",
      "Xã Tân, Bưu điện 2",
      "Xã Tân, Bưu điện 10",
    ]);
  });

  test("has a column for each field that anybody holds, in the order of the Vietnamese alphabet", () => {
    expect(matrix.fields.map(({ name }) => name)).toEqual(["Chứng thực", "Đất đai", "Hộ tịch"]);
    expect(matrix.single).toBe(false);
  });

  test("shows in a cell the mandates of that site that name the field, and no other", () => {
    const [an, , ten] = matrix.sites;
    expect(ten && mandatesFor(ten, "Chứng thực").map(({ id }) => id)).toEqual(["m4"]);
    expect(ten && mandatesFor(ten, "Hộ tịch").map(({ id }) => id)).toEqual(["m1"]);
    expect(an && mandatesFor(an, "Hộ tịch")).toEqual([]);
  });

  test("has a column for single procedures as soon as one is named", () => {
    const naming = { ...row("m5", "Xã An", "Bưu điện 2", []), procedures: [named("1.000894")] };
    expect(matrixOf([naming]).single).toBe(true);
  });
});
