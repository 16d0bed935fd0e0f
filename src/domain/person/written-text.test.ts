import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, compactText, isEmpty, readLine } from "./written-text.ts";

const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme-composite" }));

describe("a cleaned text", () => {
  test("is in NFC and is the same when cleaned twice", () => {
    fc.assert(
      fc.property(text, (typed) => {
        const once = cleanText(typed);
        expect(once.normalize("NFC")).toBe(once);
        expect(cleanText(once)).toBe(once);
        expect(compactText(compactText(typed))).toBe(compactText(typed));
      }),
    );
  });

  test("is the same from composed and decomposed accents", () => {
    const syllable = fc.constantFrom("Nguyễn", "Thị", "Hồng", "Đặng", "Ỷ", "Phượng", "Huỳnh", "Quốc", "Thắm");
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1 }), (words) => {
        const name = words.join(" ");
        expect(cleanText(name.normalize("NFD"))).toBe(name.normalize("NFC"));
      }),
    );
  });

  test.each([
    { typed: "ΐ", compact: "Ϊ́", because: "a capital that comes apart" },
    { typed: "１２３ ª", compact: "123A", because: "full-width figures and a raised letter" },
    { typed: "1\u200b2\u00ad3\ufeff", compact: "123", because: "invisible marks do not count" },
  ])("compacted, $typed is $compact: $because", ({ typed, compact }) => {
    expect(compactText(typed)).toBe(compact);
    expect(compactText(compact)).toBe(compact);
  });
});

describe("a line", () => {
  test.each([
    { typed: " Ấp  Tân Bình\r\n", line: "Ấp Tân Bình", because: "blanks are tidied" },
    { typed: "𠊛".repeat(5), line: "𠊛".repeat(5), because: "characters are counted, not their halves" },
  ])("is read: $because", ({ typed, line }) => {
    expect(readLine(typed, line.length > 5 ? 11 : 5)).toEqual({ ok: true, value: line });
  });

  test.each([
    { typed: " ", code: "text_empty", details: {} },
    { typed: "a\u0007b", code: "text_unreadable_character", details: {} },
    { typed: "Thanh Bình", code: "text_too_long", details: { length: 10, maxLength: 9 } },
  ])("$typed is refused with $code", ({ typed, code, details }) => {
    expect(readLine(typed, 9)).toEqual({ ok: false, code, details });
  });

  test.each([null, undefined, "", " \t\u200b"])("of %j nothing counts", (typed) => {
    expect(isEmpty(typed)).toBe(true);
  });
});
