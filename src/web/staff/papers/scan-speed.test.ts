import { describe, expect, test } from "vitest";
import { type Burst, NO_BURST, afterKey } from "./scan-speed.ts";

/** What is heard when these keys come so many milliseconds apart. */
function heard(keys: readonly string[], gap: number): readonly string[] {
  const codes: string[] = [];
  let burst: Burst = NO_BURST;
  for (const [index, key] of keys.entries()) {
    const after = afterKey(burst, { key, at: 5000 + index * gap });
    if (after.code !== null) codes.push(after.code);
    burst = after.burst;
  }
  return codes;
}
const typed = (text: string) => [...text.split(""), "Enter"];

describe("a code is heard", () => {
  test.each([
    { what: "from a scanner", keys: typed("B12345678W"), gap: 8, is: ["B12345678W"] },
    {
      what: "one after the other",
      keys: [...typed("K00000011"), ...typed("K00000022")],
      gap: 8,
      is: ["K00000011", "K00000022"],
    },
    {
      what: "with the capitals that a scanner makes",
      keys: ["Shift", ...typed("B12345678W")],
      gap: 8,
      is: ["B12345678W"],
    },
    { what: "not from a hand", keys: typed("B12345678W"), gap: 90, is: [] },
    { what: "not from a few quick keys", keys: typed("ab"), gap: 8, is: [] },
    {
      what: "not when another key came between",
      keys: ["B", "1", "2", "3", "Backspace", "4", "Enter"],
      gap: 8,
      is: [],
    },
  ])("$what", ({ keys, gap, is }) => {
    expect(heard(keys, gap)).toEqual(is);
  });

  test("without what a hand had typed before it", () => {
    const byHand = afterKey(NO_BURST, { key: "x", at: 1000 }).burst;
    let burst = byHand;
    for (const [index, key] of "K00000011".split("").entries())
      ({ burst } = afterKey(burst, { key, at: 1500 + index * 8 }));
    expect(afterKey(burst, { key: "Enter", at: 1580 }).code).toBe("K00000011");
  });
});
