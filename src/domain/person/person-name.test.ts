import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { properName, readOrganisationName, readPersonName } from "./person-name.ts";

describe("a person's name", () => {
  test.each([
    { typed: " Nguyễn  Văn A\r\n", name: "Nguyễn Văn A", because: "blanks are tidied" },
    { typed: "Nguyễn Thị Hồng".normalize("NFD"), name: "Nguyễn Thị Hồng", because: "decomposed accents" },
    { typed: "\ufeffH\u200b'Hen Niê", name: "H'Hen Niê", because: "invisible marks are no letters" },
    {
      typed: "Nguyễn \u202eVăn A",
      name: "Nguyễn Văn A",
      because: "a mark that turns the text round is none",
    },
    { typed: "LÊ VĂN TÁM", name: "LÊ VĂN TÁM", because: "capitals are kept" },
    { typed: "Ng".repeat(100), name: "Ng".repeat(100), because: "200 characters are allowed" },
    { typed: "𠊛".repeat(200), name: "𠊛".repeat(200), because: "characters are counted, not their halves" },
  ])("is read: $because", ({ typed, name }) => {
    expect(readPersonName(typed)).toEqual({ ok: true, value: { name, warnings: [] } });
  });

  test.each([
    { typed: "", code: "name_empty", because: "nothing" },
    { typed: " \t\u200b", code: "name_empty", because: "nothing that can be seen" },
    { typed: "12345", code: "name_no_letter", because: "a number in the wrong field" },
    { typed: "---", code: "name_no_letter", because: "strokes" },
    { typed: "Nguyễn\u0000Văn A", code: "name_unreadable_character", because: "a control character" },
    {
      typed: "Nguyễn \u0323Văn A",
      code: "name_unreadable_character",
      because: "an accent that stands on nothing",
    },
    {
      typed: "Nguyễn \uf0fcVăn A",
      code: "name_unreadable_character",
      because: "a sign of one program's own",
    },
    { typed: "Nguy\ufffdn", code: "name_unreadable_character", because: "a letter was lost on the way" },
    { typed: "Nguyễn \ud800", code: "name_unreadable_character", because: "half a character" },
    { typed: "N".repeat(201), code: "name_too_long", because: "201 characters" },
  ])("is refused with $code: $because", ({ typed, code }) => {
    expect(readPersonName(typed)).toMatchObject({ ok: false, code });
  });

  test("with a digit is kept and warned about; an organisation's is usual", () => {
    const typed = "Trần Văn 2";
    expect(readPersonName(typed)).toEqual({ ok: true, value: { name: typed, warnings: ["name_has_digit"] } });
    expect(readOrganisationName(typed)).toEqual({ ok: true, value: { name: typed, warnings: [] } });
  });

  test("that was read is in NFC and reads the same again", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme-composite" })),
        (typed) => {
          const once = readPersonName(typed);
          if (!once.ok) return;
          expect(once.value.name.normalize("NFC")).toBe(once.value.name);
          expect(readPersonName(once.value.name)).toEqual(once);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("a name as people write it", () => {
  test.each([
    { name: "NGUYỄN VĂN A", proper: "Nguyễn Văn A", because: "cards print capitals" },
    { name: "nguyễn thị ánh đào", proper: "Nguyễn Thị Ánh Đào", because: "or it was typed in a hurry" },
    { name: "ĐẶNG THỊ ỶÊN".normalize("NFD"), proper: "Đặng Thị Ỷên", because: "decomposed" },
    { name: "H'HEN NIÊ", proper: "H'Hen Niê", because: "after an apostrophe a name goes on with a capital" },
    { name: "LÊ-NGUYỄN AN", proper: "Lê-Nguyễn An", because: "after a hyphen too" },
    { name: "Nguyễn Văn A", proper: "Nguyễn Văn A", because: "already so" },
    { name: "Ronald McDonald", proper: "Ronald McDonald", because: "its bearer knows better" },
    { name: "", proper: "", because: "nothing" },
  ])("$name → $proper: $because", ({ name, proper }) => {
    expect(properName(name)).toBe(proper);
  });

  test("has the same letters, and each word begins with the only capital", () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYẤỀỘỚỬỲẠẢÃ")),
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const proper = properName(words.join(" "));
        expect(proper.toUpperCase()).toBe(words.join(" "));
        for (const part of proper.split(" ")) expect(part).toMatch(/^\p{Lu}\p{Ll}*$/u);
        expect(properName(proper)).toBe(proper);
      }),
    );
  });
});
