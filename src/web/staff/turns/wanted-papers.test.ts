import { describe, expect, test } from "vitest";
import {
  PAPERS_MAX,
  type PaperLine,
  areComplete,
  linesMissing,
  linesOf,
  linesToStay,
  papersOf,
  problemOf,
  withRow,
  withoutRow,
} from "./wanted-papers.ts";

const line = (changes: Partial<PaperLine> = {}): PaperLine => ({
  id: 1,
  name: "Giấy chứng sinh",
  originals: 1,
  copies: 0,
  ...changes,
});
const item = (name: string, changes: object) => ({
  itemId: name,
  name,
  kind: "paper" as const,
  originals: 0,
  copies: 0,
  shown: false,
  toShow: false,
  originalsBack: false,
  holder: null,
  inside: null,
  ...changes,
});

const toShow = (name: string) => `${name} (xuất trình)`;

describe("the rows of papers", () => {
  test("ask for no original of what is only to be shown, and can be sent so", () => {
    const lines = linesMissing([item("Căn cước", { toShow: true })], toShow);
    expect(lines).toEqual([line({ name: "Căn cước (xuất trình)", originals: 0, shown: true })]);
    expect(areComplete(lines)).toBe(true);
    expect(papersOf(lines)).toEqual([{ name: "Căn cước (xuất trình)", originals: 0, copies: 0 }]);
    expect(linesToStay(papersOf(lines))).toEqual([line({ name: "" })]);
  });

  test("begin with the papers that were not handed in, and with an empty row when all were", () => {
    const items = [
      item("Tờ khai", { originals: 1 }),
      item("Giấy chứng sinh", {}),
      item("Căn cước", { shown: true }),
      item("Kết quả", { kind: "result" }),
    ];
    expect(linesMissing(items, toShow)).toEqual([line()]);
    expect(linesMissing(items.slice(0, 1), toShow)).toEqual([line({ name: "" })]);
  });

  test("grow by an empty row up to the most that can be sent, each with its own number", () => {
    const two = withRow(linesOf([{ name: "A", originals: 1, copies: 0 }]));
    expect(two.map(({ id, name }) => [id, name])).toEqual([
      [1, "A"],
      [2, ""],
    ]);
    const full = Array.from({ length: PAPERS_MAX }, (_, index) => line({ id: index + 1 }));
    expect(withRow(full)).toBe(full);
  });

  test("leave a place to write when the last one goes", () => {
    expect(withoutRow([line()], 1)).toEqual([line({ name: "" })]);
    expect(withoutRow([line(), line({ id: 2 })], 1)).toEqual([line({ id: 2 })]);
  });

  test.each<{ lines: PaperLine[]; complete: boolean; problem: string | undefined; because: string }>([
    { lines: [line()], complete: true, problem: undefined, because: "one paper is enough" },
    { lines: [line({ name: "  " })], complete: false, problem: "rows", because: "nothing is named" },
    {
      lines: [line({ originals: 0 })],
      complete: false,
      problem: "count",
      because: "no sheet of it is asked for",
    },
    {
      lines: [line(), line({ id: 2, name: "" })],
      complete: true,
      problem: undefined,
      because: "an empty row at the end is left out",
    },
  ])("are complete: $complete, because $because", ({ lines, complete, problem }) => {
    expect(areComplete(lines)).toBe(complete);
    expect(lines.map((one) => problemOf(one, lines)).find((one) => one !== undefined)).toBe(problem);
  });

  test("are sent without empty rows and with tidy names", () => {
    expect(papersOf([line({ name: "  Giấy   chứng sinh " }), line({ id: 2, name: "" })])).toEqual([
      { name: "Giấy chứng sinh", originals: 1, copies: 0 },
    ]);
  });
});
