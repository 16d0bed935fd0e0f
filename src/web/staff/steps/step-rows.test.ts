import type { StepInput } from "#contract/steps.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type StepRow, moved, rowProblem, rowsOf, stepsOf, withRowAfter, withoutRow } from "./step-rows.ts";

const planned = (key: string, ...after: readonly string[]): StepInput & { role: "caseOfficer" } => ({
  key,
  name: `Bước ${key}`,
  role: "caseOfficer",
  agencyId: null,
  limit: { amount: 2, unit: "workingDay" },
  after: [...after],
  yields: ["Phiếu thẩm định"],
});
const FOUR = [planned("a"), planned("b", "a"), planned("c", "a"), planned("d", "b", "c")];
const waits = (rows: readonly StepRow[]) => rows.map(({ key, after }) => `${key}: ${after}`);

describe("the rows of an internal procedure", () => {
  test("show what a step waits for by its number, and give the same steps back", () => {
    expect(waits(rowsOf(FOUR))).toEqual(["a: ", "b: 1", "c: 1", "d: 2, 3"]);
    expect(stepsOf(rowsOf(FOUR))).toEqual(FOUR);
  });

  test("a row that moves up keeps what it waits for and who waits for it", () => {
    expect(waits(moved(rowsOf(FOUR), 2, -1))).toEqual(["a: ", "c: 1", "b: 1", "d: 2, 3"]);
    expect(waits(moved(rowsOf(FOUR), 0, 1))).toEqual(["b: 2", "a: ", "c: 2", "d: 1, 3"]);
  });

  test("nothing moves over the ends", () => {
    expect(moved(rowsOf(FOUR), 0, -1)).toEqual(rowsOf(FOUR));
    expect(moved(rowsOf(FOUR), 3, 1)).toEqual(rowsOf(FOUR));
  });

  test("who waited for a row that was taken out waits for what it waited for", () => {
    expect(waits(withoutRow(rowsOf(FOUR), 1))).toEqual(["a: ", "c: 1", "d: 1, 2"]);
    expect(waits(withoutRow(rowsOf(FOUR), 0))).toEqual(["b: ", "c: ", "d: 1, 2"]);
  });

  test("a new row waits for the one before it, and its key was nobody's", () => {
    const rows = withRowAfter(rowsOf(FOUR), 1);
    expect(waits(rows)).toEqual(["a: ", "b: 1", "step5: 2", "c: 1", "d: 2, 4"]);
    expect(new Set(withRowAfter(rows, 4).map(({ key }) => key)).size).toBe(6);
  });

  test("moving rows never changes which step waits for which", () => {
    const order = (rows: readonly StepRow[]) =>
      Object.fromEntries(stepsOf(rows).map(({ key, after }) => [key, after.toSorted()]));
    const moves = fc.array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.constantFrom<[-1, 1]>(-1, 1)));
    fc.assert(
      fc.property(moves, (all) => {
        const end = all.reduce((rows, [index, by]) => moved(rows, index, by), rowsOf(FOUR));
        expect(order(end)).toEqual(order(rowsOf(FOUR)));
      }),
    );
  });

  test.each([
    { because: "a step may have no limit of its own", row: { unit: "none", amount: "" }, problem: undefined },
    { because: "same day needs no number", row: { unit: "sameDay", amount: "" }, problem: undefined },
    { because: "a limit is a number", row: { amount: "hai" }, problem: "amountMissing" },
    { because: "a limit is at least one", row: { amount: "0" }, problem: "amountMissing" },
    { because: "no limit is longer than can be counted", row: { amount: "1001" }, problem: "limitTooLong" },
    { because: "steps before are named by numbers", row: { after: "bước 1" }, problem: "afterUnreadable" },
    { because: "any sign between numbers will do", row: { after: "1;2, 3" }, problem: undefined },
  ] as const)("$because", ({ row, problem }) => {
    const whole: StepRow = {
      key: "a",
      name: "",
      role: "approver",
      agencyId: null,
      amount: "3",
      unit: "workingDay",
      after: "",
      yields: "",
    };
    expect(rowProblem({ ...whole, ...row })).toBe(problem);
  });

  test("papers stand one a line, each once, and blank lines are none", () => {
    const [row] = rowsOf([planned("a")]);
    if (!row) throw new Error("there is a row");
    expect(stepsOf([{ ...row, yields: " Tờ trình \n\nTờ trình\nDự thảo" }])[0]?.yields).toEqual([
      "Tờ trình",
      "Dự thảo",
    ]);
  });

  test("a number that no row has names no step", () => {
    const [row] = rowsOf([planned("a")]);
    if (!row) throw new Error("there is a row");
    expect(stepsOf([{ ...row, after: "7" }])[0]?.after).toEqual(["no-step-7"]);
  });
});
