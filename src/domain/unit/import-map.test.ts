import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import type { UnitRegister } from "./administrative-unit.ts";
import { planMapImport } from "./import-map.ts";
import type { MapRow } from "./read-map-row.ts";

const FROM = plainDate("2025-07-01");
const REGISTER: UnitRegister = {
  units: [
    { code: "82", name: "Tỉnh Đồng Tháp", kind: "province", parentCode: null, validFrom: FROM },
    { code: "30163", name: "Xã Bình Thành", kind: "commune", parentCode: "82", validFrom: FROM },
    { code: "30130", name: "Xã Thanh Bình", kind: "commune", parentCode: "82", validFrom: FROM },
  ],
  successions: [],
};

const plan = (cells: readonly MapRow["cells"][], register = REGISTER) =>
  planMapImport(
    register,
    cells.map((one, at) => ({ line: at + 2, cells: one })),
  );
const said = (cells: readonly MapRow["cells"][]) =>
  plan(cells).rows.flatMap(({ line, faults }) =>
    faults.map(({ field, problem }) => `${line} ${field} ${problem}`),
  );

const ended = (code: string, successors: string) => ({
  code,
  validFrom: "2025-07-01",
  validTo: "31/12/2026",
  successors,
});
const fresh = (code: string, name: string, more: MapRow["cells"] = {}) => ({
  code,
  name,
  kind: "commune",
  parent: "82",
  validFrom: "2027-01-01",
  source: "Nghị quyết minh họa",
  ...more,
});

describe("what importing a file of the map would do", () => {
  test("two communes go up into a new one: they end, it begins, and who came from where is kept", () => {
    const {
      rows,
      created,
      ended: over,
      successions,
    } = plan([ended("30163", "30999"), ended("30130", "30999"), fresh("30999", "Xã Bình Thanh")]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["changed", "changed", "created"]);
    expect(created).toMatchObject([{ code: "30999", source: "Nghị quyết minh họa" }]);
    expect(over.map(({ after }) => [after.code, after.validTo])).toEqual([
      ["30163", "2026-12-31"],
      ["30130", "2026-12-31"],
    ]);
    expect(successions).toEqual([
      { predecessor: "30163", successor: "30999", on: "2027-01-01", whole: true },
      { predecessor: "30130", successor: "30999", on: "2027-01-01", whole: true },
    ]);
  });

  test("the same file again changes nothing", () => {
    const file = [ended("30163", "30999"), fresh("30999", "Xã Bình Thanh", { predecessors: "30163" })];
    const first = plan(file);
    const register = {
      units: [
        ...REGISTER.units.map((unit) => first.ended.find(({ before }) => before === unit)?.after ?? unit),
        ...first.created,
      ],
      successions: [...REGISTER.successions, ...first.successions],
    };
    const again = plan(file, register);
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged"]);
    expect([again.created, again.ended, again.successions]).toEqual([[], [], []]);
  });

  test("a commune that is divided names each part", () => {
    const file = [
      ended("30163", "30998~ 30999~"),
      fresh("30998", "Xã Bình Đông"),
      fresh("30999", "Xã Bình Tây"),
    ];
    expect(plan(file).successions.map(({ whole }) => whole)).toEqual([false, false]);
    expect(said([ended("30163", "30998 30999"), ...file.slice(1)])).toContain(
      "2 successors whole_into_several",
    );
  });

  test.each([
    {
      file: [ended("30163", "30999"), fresh("30999", "Xã Mới", { validFrom: "2027-02-01" })],
      faults: ["2 successors successor_not_standing"],
      because: "for a month nobody would stand there",
    },
    {
      file: [
        ended("30163", ""),
        fresh("30999", "Xã Mới", { validFrom: "2026-10-01", predecessors: "30163" }),
      ],
      faults: ["3 predecessors predecessor_not_ended"],
      because: "the successor begins before its predecessor ends",
    },
    {
      file: [{ code: "30163", validFrom: "2025-07-01", successors: "30130" }],
      faults: ["2 successors endMissing"],
      because: "what goes up into another ends",
    },
    {
      file: [fresh("30999", "Xã Mới", { parent: "99" })],
      faults: ["2 parent parent_unknown"],
      because: "no province has this code",
    },
    {
      file: [fresh("30163", "Xã Khác")],
      faults: ["2 validFrom periods_overlap"],
      because: "the code still names another commune",
    },
    {
      file: [{ code: "82", validFrom: "2025-07-01", validTo: "2026-12-31" }],
      faults: ["2 parent parent_not_standing", "2 parent parent_not_standing"],
      because: "communes would be left without a province; the line that does it is named",
    },
    {
      file: [{ code: "30163", validFrom: "2025-07-01", name: "Xã Tên Mới" }],
      faults: ["2 name kept"],
      because: "the names of units that stand are history",
    },
    {
      file: [
        fresh("30999", "Xã Mới", { kind: "quarter" }),
        fresh("30998", "Xã Khác", { validFrom: "31/02/2027" }),
      ],
      faults: ["2 kind notInList", "3 validFrom notADay"],
      because: "neither is known to any rule",
    },
    {
      file: [fresh("30999", "Xã Mới"), fresh("30999", "Xã Mới")],
      faults: ["2 code keyTwice", "3 code keyTwice", "3 validFrom periods_overlap"],
      because: "a unit is stated once",
    },
    { file: [fresh("30999", "")], faults: ["2 name name_missing"], because: "a unit has a name" },
  ])("$faults: $because", ({ file, faults }) => {
    expect([...new Set(said(file))]).toEqual([...new Set(faults)]);
    const { created, ended: over, successions } = plan(file);
    expect([created, over, successions]).toEqual([[], [], []]);
  });

  test("units that go up into each other in a circle are named with their lines", () => {
    const faults = said([
      { ...fresh("30998", "Xã Đầu"), validFrom: "2027-01-01", validTo: "2027-01-31", successors: "30999" },
      { ...fresh("30999", "Xã Cuối"), validFrom: "2027-01-01", validTo: "2027-01-31", successors: "30998" },
    ]);
    expect(faults).toContain("2 successors succession_circle");
    expect(faults).toContain("3 successors succession_circle");
  });
});
