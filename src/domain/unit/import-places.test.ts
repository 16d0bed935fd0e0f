import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import type { PlaceRegister } from "./check-places.ts";
import { type PlaceRow, placeColumns, planPlaceImport } from "./import-places.ts";
import type { Place, PlaceValues } from "./place.ts";

const FROM = plainDate("2025-07-01");
const office = (key: string, name: string, changes: Partial<Place> = {}): Place => ({
  kind: "postOffice",
  key,
  name,
  validFrom: FROM,
  validTo: null,
  values: { address: "Ấp 1" } satisfies PlaceValues,
  ...changes,
});

const REGISTER: PlaceRegister = {
  places: [office("post:1", "Bưu điện Một"), office("post:2", "Bưu điện Hai")],
  administrativeUnits: [],
  calendars: [],
  competences: [],
};

const plan = (rows: readonly PlaceRow["cells"][], mayEdit?: (place: Place) => boolean) =>
  planPlaceImport(
    REGISTER,
    "postOffice",
    rows.map((cells, at) => ({ line: at + 2, cells })),
    mayEdit,
  );

describe("what importing a file of places would do", () => {
  test.each([
    {
      cells: { key: "post:1", name: "Bưu điện Một", address: "Ấp 1", validFrom: "2025-07-01", validTo: "" },
      outcome: "unchanged",
      because: "it says what stands",
    },
    {
      cells: { key: "post:1" },
      outcome: "unchanged",
      because: "columns that are not there leave what stands",
    },
    { cells: { key: "post:1", validTo: "31/12/2026" }, outcome: "changed", because: "it closes the office" },
    { cells: { key: "post:1", name: "Bưu điện 1" }, outcome: "changed", because: "it is renamed" },
    {
      cells: { key: "post:3", name: "Bưu điện Ba", address: "Ấp 3", validFrom: "1/8/2026" },
      outcome: "created",
      because: "nobody has this key",
    },
  ])("$outcome: $because", ({ cells, outcome }) => {
    expect(plan([cells]).rows).toMatchObject([{ outcome, faults: [] }]);
  });

  test.each([
    { cells: { key: "post:3" }, faults: ["validFrom missing", "name missing", "address missing"] },
    {
      cells: { key: "" },
      faults: ["validFrom missing", "key keyMalformed", "name missing", "address missing"],
    },
    { cells: { key: "post:1", validTo: "30/02/2026" }, faults: ["validTo notADay"] },
    { cells: { key: "post:1", validFrom: "hôm nay" }, faults: ["validFrom notADay"] },
    { cells: { key: "post:1", validTo: "2025-06-30" }, faults: ["validTo periodReversed"] },
    { cells: { key: "post:1", address: "" }, faults: ["address missing"] },
  ])("refused for $faults", ({ cells, faults }) => {
    const [row] = plan([cells]).rows;
    expect(row?.outcome).toBe("refused");
    expect(row?.faults.map(({ field, problem }) => `${field} ${problem}`)).toEqual(faults);
  });

  test("a key that stands twice is refused in both lines, and nothing is written", () => {
    const { rows, writes } = plan([
      { key: "post:1", name: "A" },
      { key: "post:2", name: "B" },
      { key: " post:1", name: "C" },
    ]);
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, "refused"],
      [3, "changed"],
      [4, "refused"],
    ]);
    expect(writes).toEqual([]);
  });

  test("what belongs to another space is refused only where it would change", () => {
    const cells = [{ key: "post:1" }, { key: "post:2", name: "Của tôi" }];
    expect(plan(cells, () => false).rows.map(({ outcome }) => outcome)).toEqual(["unchanged", "refused"]);
  });

  test("composed accents and stray spaces are put right, and the row says where", () => {
    const [row] = plan([{ key: "post:1", name: " Bưu  điện Một".normalize("NFD") }]).rows;
    expect(row).toMatchObject({ outcome: "unchanged", tidied: ["name"] });
  });

  test("rows of one file need no order: counters that change places are checked together", () => {
    const point = (key: string): Place => ({
      ...office(key, key),
      kind: "receptionPoint",
      values: { oneStopUnit: "unit:1", address: "Ấp 1" },
    });
    const counter = (key: string, name: string): Place => ({
      ...office(key, name),
      kind: "counter",
      values: { receptionPoint: "point:1" },
    });
    const register = {
      ...REGISTER,
      places: [point("point:1"), counter("counter:1", "Quầy 1"), counter("counter:2", "Quầy 2")],
    };
    const swapped = [
      { line: 2, cells: { key: "counter:1", name: "Quầy 2" } },
      { line: 3, cells: { key: "counter:2", name: "Quầy 1" } },
    ];
    expect(planPlaceImport(register, "counter", swapped).writes).toHaveLength(2);
    expect(planPlaceImport(register, "counter", swapped.slice(0, 1)).rows).toMatchObject([
      { outcome: "refused", faults: [{ problem: "nameTaken" }] },
    ]);
  });

  const cell = fc.option(fc.constantFrom("", "Ấp 1", " Ấp  2", "x"), { nil: undefined });
  const row = fc.record(
    {
      key: fc.constantFrom("post:1", "post:2", "post:3", "post:4"),
      name: cell,
      address: cell,
      validFrom: fc.constantFrom("2025-07-01", "01/01/2026", "", "sai"),
      validTo: fc.constantFrom("2026-12-31", "", "2025-01-01"),
    },
    { requiredKeys: ["key"] },
  );

  /** A row's cells without those that the property left undefined. */
  const cellsOf = (given: object) =>
    Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined)) as PlaceRow["cells"];

  test("whatever a file says, importing it a second time changes nothing, and a refused one writes nothing", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (given) => {
        const rows = given.map((cells, at) => ({ line: at + 2, cells: cellsOf(cells) }));
        const first = planPlaceImport(REGISTER, "postOffice", rows);
        const refused = first.rows.some(({ outcome }) => outcome === "refused");
        const writing = first.rows.filter(({ outcome }) => ["created", "changed"].includes(outcome));
        expect(first.writes).toHaveLength(refused ? 0 : writing.length);
        if (refused) return;
        const byKey = new Map(REGISTER.places.map((one) => [one.key, one]));
        for (const { after } of first.writes) byKey.set(after.key, after);
        const again = planPlaceImport({ ...REGISTER, places: [...byKey.values()] }, "postOffice", rows);
        expect(again.rows.every(({ outcome }) => outcome === "unchanged")).toBe(true);
      }),
    );
  });

  test("a file of a kind has its own columns, the key first and the days last", () => {
    expect(placeColumns("counter")).toEqual([
      "key",
      "name",
      "receptionPoint",
      "postOffice",
      "validFrom",
      "validTo",
    ]);
  });
});
