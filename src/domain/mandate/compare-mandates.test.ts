import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import { type PlainDate, addDays, plainDate } from "../shared/plain-date.ts";
import { type ComparedMandate, findGaps, findLapses, findOverlaps, overlapOf } from "./compare-mandates.ts";

const FIELDS: Readonly<Record<string, string>> = { p1: "culture", p2: "culture", p3: "health" };
const fieldOf = (code: string) => FIELDS[code];
const DAY = plainDate("2026-01-01");
const day = (number: number) => addDays(DAY, number);

const mandate: ComparedMandate = {
  id: "a",
  unitId: asId<never>("unit"),
  postOfficeId: asId<never>("office"),
  counterIds: [],
  tasks: ["receive"],
  fieldCodes: ["culture"],
  procedureCodes: [],
  exceptProcedureCodes: [],
  autonomy: "supervised",
  validFrom: DAY,
  validTo: null,
};

describe("two mandates", () => {
  const cases: readonly { b: Partial<ComparedMandate>; kind: string | undefined; because: string }[] = [
    { b: {}, kind: "twice", because: "the same is said twice" },
    { b: { autonomy: "assist" }, kind: "contradiction", because: "does the act count at once or not?" },
    { b: { postOfficeId: asId<never>("other") }, kind: "shared", because: "two offices share the work" },
    { b: { unitId: asId<never>("other") }, kind: undefined, because: "they are for two units" },
    { b: { tasks: ["guide"] }, kind: undefined, because: "guiding is not receiving" },
    { b: { fieldCodes: ["health"] }, kind: undefined, because: "the fields differ" },
    {
      b: { fieldCodes: [], procedureCodes: ["p1"], autonomy: "assist" },
      kind: "contradiction",
      because: "the procedure lies in the field",
    },
    {
      b: { fieldCodes: [], procedureCodes: ["p3"], autonomy: "assist" },
      kind: undefined,
      because: "the procedure lies elsewhere",
    },
    {
      b: { validFrom: day(-10), validTo: day(-1), autonomy: "assist" },
      kind: undefined,
      because: "one ends the day before the other begins",
    },
    {
      b: { validFrom: day(-10), validTo: day(0), autonomy: "assist" },
      kind: "contradiction",
      because: "they share one day",
    },
  ];
  test.each(cases)("touch as $kind, because $because", ({ b, kind }) => {
    expect(overlapOf(mandate, { ...mandate, id: "b", ...b }, fieldOf)?.kind).toBe(kind);
    expect(overlapOf({ ...mandate, id: "b", ...b }, mandate, fieldOf)?.kind).toBe(kind);
  });

  test("do not touch where the one excepts what the other names, nor at two counters", () => {
    const but = { ...mandate, exceptProcedureCodes: ["p1"] };
    const one = { ...mandate, id: "b", fieldCodes: [], procedureCodes: ["p1"], autonomy: "assist" as const };
    expect(overlapOf(but, one, fieldOf)).toBeUndefined();
    const at = (counter: string) => ({ ...mandate, counterIds: [asId<never>(counter)] });
    const other = { ...at("2"), id: "b", autonomy: "assist" as const };
    expect(overlapOf(at("1"), other, fieldOf)).toBeUndefined();
    expect(overlapOf(mandate, other, fieldOf)?.kind).toBe("contradiction");
  });

  test("the worst comes first in a list", () => {
    const three = [mandate, { ...mandate, id: "b" }, { ...mandate, id: "c", autonomy: "assist" as const }];
    expect(findOverlaps(three, fieldOf).map(({ kind, ids }) => [kind, ...ids])).toEqual([
      ["contradiction", "a", "c"],
      ["contradiction", "b", "c"],
      ["twice", "a", "b"],
    ]);
  });
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.option(fc.integer({ min: 0, max: 6 })))
  .map(([from, length]): { validFrom: PlainDate; validTo: PlainDate | null } => ({
    validFrom: day(from),
    validTo: length === null ? null : day(from + length),
  }));
const aMandate = fc
  .record({
    id: fc.uuid(),
    unitId: fc.constantFrom(asId<never>("unit"), asId<never>("unit-2")),
    postOfficeId: fc.constantFrom(asId<never>("office"), asId<never>("office-2")),
    counterIds: fc.subarray([asId<never>("1"), asId<never>("2")]),
    tasks: fc.subarray(["guide" as const, "receive" as const], { minLength: 1 }),
    fieldCodes: fc.subarray(["culture", "health"]),
    procedureCodes: fc.subarray(["p1", "p2", "p3"]),
    exceptProcedureCodes: fc.subarray(["p1", "p2", "p3"], { maxLength: 1 }),
    autonomy: fc.constantFrom("assist" as const, "supervised" as const),
  })
  .chain((terms) => span.map((period): ComparedMandate => ({ ...terms, ...period })));
const DAYS = Array.from({ length: 22 }, (_, index) => day(index));
const holds = (one: ComparedMandate, on: PlainDate) =>
  one.validFrom <= on && (one.validTo === null || on <= one.validTo);

/** Every single act that a mandate gives a right to; a field gives one more, for what nobody has named. */
function cellsOf(one: ComparedMandate): Set<string> {
  const cells = new Set<string>();
  const codes = Object.keys(FIELDS).filter(
    (code) =>
      !one.exceptProcedureCodes.includes(code) &&
      (one.procedureCodes.includes(code) || one.fieldCodes.includes(FIELDS[code] ?? "")),
  );
  const counters = one.counterIds.length === 0 ? ["1", "2"] : one.counterIds;
  for (const on of DAYS.filter((one_) => holds(one, one_)))
    for (const task of one.tasks)
      for (const what of [...codes, ...one.fieldCodes])
        for (const counter of counters) cells.add([one.unitId, on, task, what, counter].join(" "));
  return cells;
}

describe("compared with a list of all single acts", () => {
  test("two mandates of one office touch where they give a right to the same act", () => {
    fc.assert(
      fc.property(aMandate, aMandate, (a, other) => {
        const b = { ...other, postOfficeId: a.postOfficeId };
        const inB = cellsOf(b);
        const shared = [...cellsOf(a)].filter((cell) => inB.has(cell));
        // A procedure that both except is in neither, and is not among the shared ones of a shared field.
        expect(overlapOf(a, b, fieldOf) !== undefined).toBe(shared.length > 0);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a gap is exactly the days between two holdings of a field", () => {
    fc.assert(
      fc.property(fc.array(aMandate, { maxLength: 5 }), (mandates) => {
        const expected = new Set<string>();
        for (const unitId of ["unit", "unit-2"])
          for (const task of ["guide", "receive"])
            for (const fieldCode of ["culture", "health"]) {
              const held = mandates.filter(
                (one) =>
                  one.unitId === unitId &&
                  one.tasks.some((held_) => held_ === task) &&
                  one.fieldCodes.includes(fieldCode),
              );
              const on = DAYS.map((one) => held.some((mandate_) => holds(mandate_, one)));
              for (const [index, isHeld] of on.entries())
                if (!isHeld && on.slice(0, index).includes(true) && on.slice(index).includes(true))
                  expected.add([unitId, task, fieldCode, DAYS[index]].join(" "));
            }
        const found = findGaps(mandates).flatMap(({ unitId, task, fieldCode, from, to }) =>
          DAYS.filter((one) => from <= one && one <= to).map((one) =>
            [unitId, task, fieldCode, one].join(" "),
          ),
        );
        expect(found.toSorted()).toEqual([...expected].toSorted());
      }),
      { numRuns: 1_000 },
    );
  });

  test("a lapse is the first day after the last on which a field is held by a mandate with an end", () => {
    fc.assert(
      fc.property(fc.array(aMandate, { maxLength: 5 }), (mandates) => {
        for (const unitId of ["unit", "unit-2"])
          for (const task of ["guide", "receive"])
            for (const fieldCode of ["culture", "health"]) {
              const held = mandates.filter(
                (one) =>
                  one.unitId === unitId &&
                  one.tasks.some((held_) => held_ === task) &&
                  one.fieldCodes.includes(fieldCode),
              );
              const lapse = findLapses(mandates).find(
                (one) => one.unitId === unitId && one.task === task && one.fieldCode === fieldCode,
              );
              const forever = held.some(({ validTo }) => validTo === null);
              expect(lapse !== undefined).toBe(held.length > 0 && !forever);
              if (lapse === undefined) continue;
              expect(
                held.some(
                  (one) => holds(one, addDays(lapse.from, -1)) || one.validTo === addDays(lapse.from, -1),
                ),
              ).toBe(true);
              expect(held.some((one) => one.validTo === null || one.validTo >= lapse.from)).toBe(false);
            }
      }),
    );
  });
});
