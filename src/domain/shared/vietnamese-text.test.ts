import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchKey, tidyText } from "./vietnamese-text.ts";

const VOWELS = Array.from("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY");
const TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
/** Vietnamese words made from their parts, with every vowel and tone. */
const syllable = fc
  .tuple(
    fc.constantFrom("", "b", "đ", "Đ", "ngh", "th", "Tr"),
    fc.constantFrom(...VOWELS),
    fc.constantFrom(...TONES),
    fc.constantFrom("", "ng", "nh", "t"),
  )
  .map((parts) => parts.join("").normalize("NFC"));
const phrase = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));

describe("a text as people mean it", () => {
  test.each([
    {
      given: " Nguyễn  Thị\u00a0Hồng ",
      kept: "Nguyễn Thị Hồng",
      because: "blanks are one blank, also hard ones",
    },
    { given: "Nguyễn".normalize("NFD"), kept: "Nguyễn", because: "a Mac sends accents apart" },
    { given: "Ấp\t1\r\nxã", kept: "Ấp 1 xã", because: "lines and tabs of a scanner are blanks" },
    { given: "   ", kept: "", because: "nothing is nothing" },
  ])("$kept: $because", ({ given, kept }) => {
    expect(tidyText(given)).toBe(kept);
  });

  test("tidying twice is tidying once, whatever form the accents came in", () => {
    fc.assert(
      fc.property(phrase, (text) => {
        expect(tidyText(text.normalize("NFD"))).toBe(text);
        expect(tidyText(tidyText(text))).toBe(tidyText(text));
      }),
    );
  });
});

describe("the key of a search", () => {
  test.each([
    {
      given: "Đăng ký khai sinh",
      key: "dang ky khai sinh",
      because: "đ is d although Unicode does not take it apart",
    },
    { given: "ĐẶNG THỊ ƯỚC", key: "dang thi uoc", because: "capitals and horned vowels" },
    { given: "Nguyễn Văn Ở".normalize("NFD"), key: "nguyen van o", because: "decomposed is the same" },
    { given: "1.001193", key: "1.001193", because: "a code stays as it is" },
    { given: "H'Hen Niê", key: "h'hen nie", because: "names of other peoples keep their signs" },
  ])("$given → $key: $because", ({ given, key }) => {
    expect(searchKey(given)).toBe(key);
  });

  test("what is typed without diacritics is the key of what was written with them", () => {
    fc.assert(
      fc.property(phrase, (text) => {
        const key = searchKey(text);
        expect(key).toMatch(/^[a-z ]*$/);
        expect(searchKey(key)).toBe(key);
        expect(searchKey(text.normalize("NFD"))).toBe(key);
        expect(searchKey(text.toUpperCase())).toBe(key);
      }),
    );
  });
});
