import { expect, test } from "vitest";
import { SCANS_MAX, addScan } from "./stock-draft.ts";

test.each([
  { was: [], typed: "B1", scans: ["B1"], outcome: "added" },
  { was: ["B1"], typed: " b1 ", scans: ["B1"], outcome: "again" },
  { was: ["NP 1"], typed: "np1", scans: ["NP 1"], outcome: "again" },
  { was: ["B1"], typed: "B2", scans: ["B1", "B2"], outcome: "added" },
])("a scan of $typed after $was is $outcome", ({ was, typed, scans, outcome }) => {
  expect(addScan(was, typed)).toEqual({ scans, outcome });
});

test("a count that is full takes no more, and still says of a label that it was there", () => {
  const full = Array.from({ length: SCANS_MAX }, (_, at) => `B${at}`);
  expect(addScan(full, "C1")).toEqual({ scans: full, outcome: "full" });
  expect(addScan(full, "b7").outcome).toBe("again");
});
