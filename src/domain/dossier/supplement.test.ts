import { expect, test } from "vitest";
import { actOfMove } from "./supplement.ts";

test("the first request is the officer's, each further one needs somebody who answers for it", () => {
  const acts = [0, 1, 2].map((before) => actOfMove("askSupplement", before));
  expect(acts).toEqual(["askSupplement", "askSupplementAgain", "askSupplementAgain"]);
  expect(actOfMove("supplement", 1)).toBe("supplement");
});
