import type { GapView } from "#contract/figures.ts";
import type { Task } from "#domain/mandate/mandate.ts";
import { describe, expect, test } from "vitest";
import { groupGaps } from "./group-gaps.ts";

const gap = (task: Task, field: string, from = "2027-01-01", to: string | null = null): GapView => ({
  unit: { id: "unit", name: "Xã Tân" },
  task,
  field: { id: field, name: field },
  from,
  to,
});

describe("gaps that one mandate would fill", () => {
  test("are one: the same days, unit and tasks, with all their fields by name", () => {
    const groups = groupGaps([
      gap("receive", "Hộ tịch"),
      gap("guide", "Hộ tịch"),
      gap("guide", "Đất đai"),
      gap("receive", "Đất đai"),
    ]);
    expect(groups).toMatchObject([
      { tasks: ["guide", "receive"], fields: [{ id: "Đất đai" }, { id: "Hộ tịch" }], to: null },
    ]);
  });

  test.each([
    { because: "other tasks lapse", other: gap("receive", "Đất đai") },
    { because: "the days differ", other: gap("guide", "Đất đai", "2027-01-02") },
    { because: "one ends", other: gap("guide", "Đất đai", "2027-01-01", "2027-02-01") },
  ])("are two when $because", ({ other }) => {
    expect(groupGaps([gap("guide", "Hộ tịch"), other])).toHaveLength(2);
  });

  test("are none where there is no gap", () => {
    expect(groupGaps([])).toEqual([]);
  });
});
