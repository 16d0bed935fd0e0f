import type { Figures, ProposalView } from "#contract/figures.ts";
import { wordsOf } from "#web/text/words.ts";
import { describe, expect, test } from "vitest";
import { type ComparedBy, comparedCsv, comparedRows } from "./compare-rows.ts";

const text = wordsOf("vi");
const figures = (changes: Partial<Figures> = {}): Figures => ({
  byPost: 0,
  byState: 0,
  imported: 0,
  finished: 0,
  onTime: 0,
  overdue: 0,
  medianMinutes: null,
  sentBack: 0,
  handedBack: 0,
  judged: 0,
  wrong: 0,
  guidances: 0,
  guidanceMinutes: 0,
  assignments: 0,
  assignmentActs: 0,
  rating: null,
  ...changes,
});

function proposal(id: string, unit: string, then: Partial<Figures>, changes: Partial<ProposalView> = {}) {
  const period = { from: "2026-08-19", to: "2026-11-16" };
  const named = (name: string) => ({ id: name, name });
  return {
    mandate: {
      id,
      unit: named(unit),
      postOffice: named("Bưu điện"),
      fields: [named("Hộ tịch")],
      procedures: [],
    },
    proposedAt: `2026-11-1${id}T01:00:00.000Z`,
    proposedBy: "Hạnh",
    why: "",
    frozen: { ...period, takenAt: "2026-11-16T01:00:00.000Z", figures: figures(then) },
    now: { ...period, figures: figures() },
    clerks: 2,
    trained: 1,
    ...changes,
  } as unknown as ProposalView;
}

const ALL = [
  proposal("1", "Xã 10", {
    byPost: 5,
    finished: 4,
    onTime: 2,
    medianMinutes: 90,
    rating: { answers: 4, satisfied: null },
  }),
  proposal("2", "Xã 2", {
    byPost: 9,
    finished: 1,
    onTime: 1,
    medianMinutes: 30,
    wrong: 2,
    judged: 9,
    rating: { answers: 8, satisfied: 7 },
  }),
  proposal("3", "Xã Ấp", {}, { clerks: 0, trained: 0 }),
];
const order = (by: ComparedBy, down: boolean, find = "") =>
  comparedRows(ALL, find, { by, down }).map(({ mandate }) => mandate.id);

describe("proposals side by side", () => {
  test.each<{ because: string; by: ComparedBy; down: boolean; ids: string[] }>([
    { because: "places go by name and number", by: "place", down: false, ids: ["2", "1", "3"] },
    {
      because: "by what was received when it was proposed",
      by: "received",
      down: true,
      ids: ["2", "1", "3"],
    },
    { because: "what has no figure is last, downwards", by: "onTime", down: true, ids: ["2", "1", "3"] },
    { because: "and upwards", by: "onTime", down: false, ids: ["1", "2", "3"] },
    { because: "the fastest first", by: "median", down: false, ids: ["2", "1", "3"] },
    { because: "every kind of error counts", by: "errors", down: true, ids: ["2", "1", "3"] },
    {
      because: "too few answers have no share, and are no worse than none",
      by: "rating",
      down: true,
      ids: ["2", "1", "3"],
    },
    {
      because: "an office without clerks has no share of trained ones",
      by: "trained",
      down: true,
      ids: ["1", "2", "3"],
    },
    { because: "the oldest first", by: "proposedAt", down: false, ids: ["1", "2", "3"] },
  ])("are put in order: $because", ({ by, down, ids }) => {
    expect(order(by, down)).toEqual(ids);
  });

  test("are found by place or field without diacritics", () => {
    expect(order("place", false, "xa ap")).toEqual(["3"]);
    expect(order("place", false, "ho tich")).toHaveLength(3);
    expect(order("place", false, "đất đai")).toEqual([]);
  });
});

describe("the file for a spreadsheet", () => {
  const lines = comparedCsv(
    [
      proposal("1", "=Xã", { byPost: 5 }, { why: 'Nói "nhiều", quá' }),
      proposal("2", "Xã", {}, { frozen: null }),
    ],
    text,
  ).split("\r\n");

  test("has both moments side by side, and an empty cell where nothing was kept", () => {
    expect(lines[0]?.startsWith("\uFEFF")).toBe(true);
    expect(lines[1]).toContain(";5;0;");
    expect(lines[2]).toContain(";;0;");
    expect(new Set(lines.slice(0, 3).map((line) => line.split(";").length)).size).toBe(1);
  });

  test("has the share of satisfied answers and their number, and empty cells for no figure", () => {
    const asked = proposal("1", "Xã", { rating: { answers: 7, satisfied: 6 } });
    const [head = "", line = ""] = comparedCsv([asked], text).split("\r\n");
    const at = head.split('";"').findIndex((name) => name.startsWith("Tỷ lệ hài lòng"));
    expect(
      line
        .replaceAll('"', "")
        .split(";")
        .slice(at, at + 4),
    ).toEqual(["85,7", "", "7", ""]);
  });

  test("doubles quotes, and has no cell that a spreadsheet would run", () => {
    expect(lines[1]).toContain('"Nói ""nhiều"", quá"');
    const run = comparedCsv([proposal("1", "Xã", {}, { why: "=1+1" })], text);
    expect(run).toContain(`"'=1+1"`);
  });
});
