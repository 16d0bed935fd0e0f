import { describe, expect, test } from "vitest";
import { inDong, readDong } from "./read-dong.ts";

describe("a sum that somebody types", () => {
  test.each([
    { text: "0", amount: 0, because: "nothing is a sum" },
    { text: "108000", amount: 108_000, because: "figures alone" },
    { text: " 1.250.000 đ ", amount: 1_250_000, because: "as it is printed" },
    { text: "1 250 000 đồng", amount: 1_250_000, because: "with blanks and the word" },
    { text: "8.5", amount: undefined, because: "a point that parts no thousands" },
    { text: "1.25.000", amount: undefined, because: "points at the wrong places" },
    { text: "-1000", amount: undefined, because: "less than nothing" },
    { text: "tám nghìn", amount: undefined, because: "words" },
    { text: "", amount: undefined, because: "an empty field" },
    { text: "1.000.000.000.000", amount: 1_000_000_000_000, because: "as much as there can be" },
    { text: "1.000.000.000.001", amount: undefined, because: "one đồng more than that" },
    { text: "9999999999999", amount: undefined, because: "more than there can be" },
  ])("$text: $because", ({ text, amount }) => {
    expect(readDong(text)).toBe(amount);
  });
});

test("a sum on paper stays on one line, and is read back as it was written", () => {
  expect(inDong(1_250_000)).toBe("1.250.000\u00a0đ");
  expect(readDong(inDong(1_250_000))).toBe(1_250_000);
});
