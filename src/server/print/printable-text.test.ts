import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printableLine, printableLines } from "./printable-text.ts";
import { FULL_RECEIPT } from "./sample-receipt.ts";
import { openTypesetter } from "./typesetter.ts";

const coversAscii = (codePoint: number): boolean => codePoint < 0x250;

describe("printableLine", () => {
  test.each([
    [" Nguyễn  Thị\u00a0Hồng\t", "Nguyễn Thị Hồng", "white space is one space"],
    ["hai\r\ndòng\u2028ba", "hai dòng ba", "a line stays one line"],
    ["e\u0302\u0309", "ể", "accents are composed"],
    ["x😀y", "x[U+1F600]y", "what the font lacks is named"],
    ["a\u0000\u0007\u200e\u202e\ufeff\u00adb\ufe0f", "ab", "what draws nothing is left out"],
    [`a${"\u0323".repeat(9)}`, "ạ\u0323\u0323\u0323", "marks pile up no higher than three"],
    ["nghiêng", "nghiêng", "a Vietnamese word is never broken"],
    [
      "a".repeat(31),
      `${"a".repeat(15)}\u200b${"a".repeat(15)}\u200ba`,
      "a word that would leave the paper may break",
    ],
  ])("%j becomes %j: %s", (typed, printed, because) => {
    const covers = (codePoint: number) =>
      coversAscii(codePoint) || /\p{Script=Latin}|\p{M}/u.test(String.fromCodePoint(codePoint));
    expect(printableLine(typed, covers), because).toBe(printed);
  });
});

describe("printableLines", () => {
  test.each([
    ["một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn", "every kind of line end is one"],
    ["một\n\n\n \n\nhai", "một\n\nhai", "at most one empty line"],
    ["\n\n một \n", "một", "none at the ends"],
  ])("%j becomes %j: %s", (typed, printed, because) => {
    expect(
      printableLines(typed, () => true),
      because,
    ).toBe(printed);
  });
});

test("whatever Unicode a person types, the form prints: PDF/A refuses a file with one missing glyph", () => {
  const typesetter = openTypesetter();
  const anyCharacter = fc.oneof(
    fc.integer({ min: 0, max: 0x10ffff }),
    fc.integer({ min: 0, max: 0xffff }),
    fc.integer({ min: 0, max: 0x24f }),
    fc.integer({ min: 0x2000, max: 0x206f }),
  );
  const anyText = fc
    .array(anyCharacter, { minLength: 50, maxLength: 400 })
    .map((codePoints) => codePoints.map((codePoint) => String.fromCodePoint(codePoint)).join(""));
  fc.assert(
    fc.property(anyText, (typed) => {
      const recipient = { ...FULL_RECEIPT.recipient, name: typed };
      const data = { ...FULL_RECEIPT, copies: 1, recipient, remarks: typed, dueNote: typed };
      expect(typesetter.receipt(data).length).toBeGreaterThan(10_000);
    }),
    { numRuns: 40 },
  );
});
