import type { ClerkView } from "#contract/assignments.ts";
import { describe, expect, test } from "vitest";
import { groupRights } from "./group-rights.ts";

type Right = ClerkView["rights"][number];

const right = (fieldCode: string, task: Right["task"], changes: Partial<Right> = {}): Right => ({
  task,
  fieldCode,
  fieldName: `Lĩnh vực ${fieldCode}`,
  decision: "268/QĐ-UBND",
  until: null,
  awaitsConfirmation: false,
  ...changes,
});

describe("what a clerk may do, said once", () => {
  test("fields with the same tasks by the same decision stand together", () => {
    expect(
      groupRights([right("b", "receive"), right("b", "guide"), right("a", "guide"), right("a", "receive")]),
    ).toEqual([
      {
        tasks: ["guide", "receive"],
        fields: ["Lĩnh vực a", "Lĩnh vực b"],
        decision: "268/QĐ-UBND",
        until: null,
        awaitsConfirmation: false,
      },
    ]);
  });

  test.each([
    { change: { decision: "300/QĐ-UBND" }, because: "another decision gives it" },
    { change: { until: "2026-12-31" as const }, because: "it ends on another day" },
    { change: { awaitsConfirmation: true }, because: "a civil servant must confirm it" },
  ])("a field stands alone when $because", ({ change }) => {
    const groups = groupRights([right("a", "receive"), right("b", "receive", change)]);
    expect(groups.map(({ fields }) => fields)).toEqual([["Lĩnh vực a"], ["Lĩnh vực b"]]);
  });

  test("of one field, what two decisions give stands in two lines", () => {
    const groups = groupRights([right("a", "receive"), right("a", "carry", { decision: "300/QĐ-UBND" })]);
    expect(groups.map(({ tasks, decision }) => [tasks, decision])).toEqual([
      [["receive"], "268/QĐ-UBND"],
      [["carry"], "300/QĐ-UBND"],
    ]);
  });

  test("no right is lost and none is added, whatever the order", () => {
    const rights = ["a", "b", "c"].flatMap((field) =>
      (["guide", "receive", "returnResult"] as const)
        .filter((task) => !(field === "b" && task === "guide"))
        .map((task) => right(field, task)),
    );
    for (const given of [rights, rights.toReversed()]) {
      const said = groupRights(given).flatMap(({ fields, tasks }) =>
        fields.flatMap((field) => tasks.map((task) => `${field} ${task}`)),
      );
      expect(said.toSorted((a, b) => a.localeCompare(b))).toEqual(
        given.map(({ fieldName, task }) => `${fieldName} ${task}`).toSorted((a, b) => a.localeCompare(b)),
      );
    }
  });
});
