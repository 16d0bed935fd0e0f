import type { Figures } from "#contract/figures.ts";
import { describe, expect, test } from "vitest";
import { type UnitFigures, heldByOffice, prefillOf, reviewRows } from "./review-rows.ts";

const figures = (byPost: number) =>
  ({ byPost, byState: 0, imported: 0, guidances: 0, assignments: 0 }) as Figures;
const held = [{ mandateId: "m", postOffice: { id: "o", name: "Bưu điện" }, tasks: ["receive" as const] }];

const procedure = (id: string, name: string, isHeld: boolean, count = 0) => ({
  id,
  name,
  endedOn: null,
  figures: figures(count),
  held: isHeld ? held : [],
});

const VIEW: UnitFigures = {
  unit: { id: "unit", name: "Xã Tân" },
  from: "2026-01-01",
  to: "2026-03-31",
  total: figures(5),
  fields: [
    {
      ...procedure("civilStatus", "Hộ tịch", true, 1),
      procedures: [procedure("1.1", "Khai sinh", true), procedure("2.2", "Kết hôn", false, 1)],
    },
    { ...procedure("land", "Đất đai", false, 4), procedures: [procedure("3.3", "Tách thửa", false, 4)] },
  ],
  gaps: [
    {
      unit: { id: "unit", name: "" },
      task: "receive",
      field: { id: "civilStatus", name: "Hộ tịch" },
      from: "2026-05-01",
      to: null,
    },
  ],
};

const shown = (opened: readonly string[], find = "", onlyOpen = false) =>
  reviewRows(VIEW, new Set(opened), { find, onlyOpen }).map(({ key }) => key);

describe("the lines of a review", () => {
  test.each<{ because: string; opened: string[]; find: string; onlyOpen: boolean; keys: string[] }>([
    {
      because: "the busiest comes first, procedures only when asked for",
      opened: [],
      find: "",
      onlyOpen: false,
      keys: ["land", "civilStatus"],
    },
    {
      because: "a field that is opened shows its procedures",
      opened: ["civilStatus"],
      find: "",
      onlyOpen: false,
      keys: ["land", "civilStatus", "2.2", "1.1"],
    },
    {
      because: "a procedure is found without its diacritics, below its field",
      opened: [],
      find: "ket hon",
      onlyOpen: false,
      keys: ["civilStatus", "2.2"],
    },
    { because: "a code is found", opened: [], find: "3.3", onlyOpen: false, keys: ["land", "3.3"] },
    {
      because: "of a field that is handed over what is left out is still open",
      opened: [],
      find: "",
      onlyOpen: true,
      keys: ["land", "civilStatus", "2.2"],
    },
    { because: "nothing fits", opened: [], find: "xây dựng", onlyOpen: false, keys: [] },
  ])("are those that are asked for: $because", ({ opened, find, onlyOpen, keys }) => {
    expect(shown(opened, find, onlyOpen)).toEqual(keys);
  });

  test("say from when the post holds a field no more", () => {
    const rows = reviewRows(VIEW, new Set(), { find: "", onlyOpen: false });
    expect(rows.map(({ key, gapFrom }) => [key, gapFrom])).toEqual([
      ["land", null],
      ["civilStatus", "2026-05-01"],
    ]);
  });
});

describe("the draft for what was chosen", () => {
  test("names a field once, and not its procedures beside it", () => {
    expect(prefillOf(VIEW, new Set(["land", "3.3", "2.2"]))).toEqual({
      unitId: "unit",
      fieldCodes: ["land"],
      procedures: [{ id: "2.2", name: "Kết hôn" }],
    });
  });
});

test("what an office may do is said once, however many mandates give it", () => {
  const office = { id: "o", name: "Bưu điện" };
  const other = { id: "p", name: "Bưu cục" };
  expect(
    heldByOffice([
      { mandateId: "1", postOffice: office, tasks: ["returnResult", "guide"] },
      { mandateId: "2", postOffice: other, tasks: ["guide"] },
      { mandateId: "3", postOffice: office, tasks: ["guide", "receive"] },
    ]),
  ).toEqual([
    { ...office, tasks: ["guide", "receive", "returnResult"] },
    { ...other, tasks: ["guide"] },
  ]);
});
