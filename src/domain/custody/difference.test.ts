import { describe, expect, test } from "vitest";
import { type CustodyTaskKind, type Difference, countLines, maySettle } from "./difference.ts";

const about = (
  kind: Difference["kind"],
  position: number | null,
  scanned: string | null = null,
): Difference => ({
  kind,
  position,
  scanned,
});

describe("what is taken over", () => {
  test.each([
    { lines: 3, counted: 3, differences: [], is: { accepted: 3, missing: [] }, because: "all is there" },
    {
      lines: 3,
      counted: 2,
      differences: [about("missing", 2)],
      is: { accepted: 2, missing: [2] },
      because: "one is not there",
    },
    {
      lines: 3,
      counted: 2,
      differences: [about("missing", 2), about("missing", 2)],
      is: { accepted: 2, missing: [2] },
      because: "the same line is missing once",
    },
    {
      lines: 2,
      counted: 3,
      differences: [about("extra", null, "B1")],
      is: { accepted: 2, missing: [] },
      because: "one more is in hand",
    },
    {
      lines: 2,
      counted: 2,
      differences: [about("torn", 1), about("sealBroken", 1), about("sealDiffers", 2)],
      is: { accepted: 2, missing: [] },
      because: "what is damaged is taken over all the same",
    },
    {
      lines: 1,
      counted: 0,
      differences: [about("missing", 1)],
      is: { accepted: 0, missing: [1] },
      because: "nothing came",
    },
    {
      lines: 2,
      counted: 1,
      differences: [about("missing", 1), about("torn", 1)],
      is: "difference_of_missing",
      because: "what is not there cannot be seen to be torn",
    },
    { lines: 3, counted: 2, differences: [], is: "count_differs", because: "nobody said what is missing" },
    {
      lines: 1,
      counted: 1,
      differences: [about("extra", null, "B1")],
      is: "count_differs",
      because: "two are in hand",
    },
    {
      lines: 1,
      counted: 1,
      differences: [about("torn", 2)],
      is: "difference_without_line",
      because: "no second line",
    },
    {
      lines: 1,
      counted: 1,
      differences: [about("torn", 0)],
      is: "difference_without_line",
      because: "lines begin at 1",
    },
    {
      lines: 1,
      counted: 1,
      differences: [about("extra", 1)],
      is: "difference_without_line",
      because: "nothing scanned",
    },
    {
      lines: 1,
      counted: 0,
      differences: [about("missing", null)],
      is: "difference_without_line",
      because: "which one?",
    },
  ])("$counted of $lines: $because", ({ lines, counted, differences, is }) => {
    const taken = countLines(lines, counted, differences);
    expect(taken.ok ? taken.value : taken.code).toEqual(is);
  });
});

describe("a difference is settled by somebody who did not cause it", () => {
  test.each([
    ["missing", "giver", { by: "giver", may: false }],
    ["missing", "giver", { by: "taker", may: true }],
    ["sheets", "giver", { by: "head", may: true }],
    ["competing", "giver", { by: "taker", may: false }],
    ["competing", "giver", { by: "rival", may: false }],
    ["competing", "giver", { by: "head", may: true }],
    ["stockMissing", null, { by: "taker", may: false }],
    ["torn", null, { by: "taker", may: false }],
    ["deliveryElsewhere", null, { by: "head", may: true }],
  ] as const)("%s on a bảng kê of %s: %o", (kind: CustodyTaskKind, offeredBy, { by, may }) => {
    const claimedBy = kind === "competing" ? "rival" : null;
    expect(maySettle({ kind, foundBy: "taker", offeredBy, claimedBy }, by)).toBe(may);
  });
});
