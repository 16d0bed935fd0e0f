import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readableText, visibleText } from "./readable-text.ts";

describe("a text that somebody typed or pasted", () => {
  test.each([
    { typed: "", kept: "", because: "nothing is nothing" },
    { typed: "Thiếu giấy  khai sinh ", kept: "Thiếu giấy  khai sinh ", because: "blanks stay" },
    {
      typed: "Dòng 1\r\nDòng 2\u2028Dòng 3",
      kept: "Dòng 1\nDòng 2\nDòng 3",
      because: "lines end in one way",
    },
    { typed: "Bưu điện".normalize("NFD"), kept: "Bưu điện", because: "a Mac sends accents apart" },
    { typed: "\u200b\u200b", kept: "", because: "zero-width blanks say nothing" },
    { typed: "\u2060\ufeff\u00ad\u034f", kept: "", because: "neither do joiners and soft hyphens" },
    {
      typed: "\u3164\u115f\uffa0\u2800",
      kept: "",
      because: "fillers and the empty Braille sign draw nothing",
    },
    {
      typed: "\ufe0f\u{e0001}\u{e0100}",
      kept: "",
      because: "selectors and tags without a sign draw nothing",
    },
    { typed: "\u202d0912 345 678\u202c", kept: "0912 345 678", because: "a phone copies numbers with marks" },
    { typed: "Hồ sơ \u202egnuhN\u202c", kept: "Hồ sơ gnuhN", because: "an override shows another order" },
    { typed: "\u2066ĐỦ\u2069\u200e\u061c", kept: "ĐỦ", because: "isolates and marks of direction" },
    {
      typed: "Đủ \u{1f468}\u200d\u{1f469}",
      kept: "Đủ \u{1f468}\u{1f469}",
      because: "joined signs come apart",
    },
    {
      typed: "\uf0fc Đủ",
      kept: "\uf0fc Đủ",
      because: "ticks of Word's own are signs, and printed by number",
    },
    { typed: "𠊛 ក្រុម ไทย", kept: "𠊛 ក្រុម ไทย", because: "other scripts have marks too" },
  ])("$typed is kept as $kept: $because", ({ typed, kept }) => {
    expect(readableText(typed)).toEqual({ ok: true, value: kept });
  });

  test.each([
    { typed: "a\u0000b", because: "no paper can hold a NUL" },
    { typed: "a\u0007", because: "a bell is no letter" },
    { typed: "a\u009fb", because: "controls of the second set" },
    { typed: "\ud800", because: "half of a character" },
    { typed: "Nguy\ufffdn", because: "a character was lost" },
    { typed: "a\uffffb", because: "no character" },
    { typed: "\u0378", because: "not assigned" },
    { typed: "\u0301", because: "an accent on nothing" },
    { typed: "Lê \u0323Minh", because: "an accent on a blank" },
    { typed: `a\n\u0300`, because: "an accent on the end of a line" },
    { typed: `\u200b\u0301`, because: "an accent on what draws nothing" },
    { typed: `x${"\u0335".repeat(5)}`, because: "a pile of strokes covers other lines" },
    { typed: "\u0600", because: "a format sign of another script" },
  ])("$typed is refused: $because", ({ typed }) => {
    expect(readableText(typed)).toMatchObject({ ok: false, code: "text_unreadable" });
  });

  test("once kept, it is the same when it comes again, in NFC, and nothing in it is invisible", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (typed) => {
        const kept = readableText(typed);
        if (!kept.ok) return;
        expect(readableText(kept.value)).toEqual(kept);
        expect(kept.value.normalize("NFC")).toBe(kept.value);
        expect(visibleText(kept.value)).toBe(kept.value);
      }),
    );
  });

  test("what is plain on a keyboard stays, letter by letter", () => {
    const plain = fc.string({ unit: fc.constantFrom(...Array.from("aăâđêôơưýỹ ĐỂ0%–“”…•½\n\t")) });
    fc.assert(
      fc.property(plain, (typed) => {
        expect(readableText(typed)).toEqual({ ok: true, value: typed });
      }),
    );
  });
});
