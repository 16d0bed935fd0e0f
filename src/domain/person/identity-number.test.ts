import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import {
  checkIdentityNumber,
  IDENTITY_WARNINGS,
  identityNumberKind,
  identityNumberParts,
  normaliseIdentityNumber,
  readIdentityNumber,
} from "./identity-number.ts";
import { IDENTITY_PROVINCES, identityProvince } from "./identity-provinces.ts";

describe("an identity number as typed", () => {
  test.each([
    { typed: " 087 190 001 234\r", number: "087190001234", because: "blanks are habit" },
    { typed: "087.190.001.234", number: "087190001234", because: "dots too" },
    { typed: "０８７１９０００１２３４", number: "087190001234", because: "full-width figures are figures" },
    { typed: "b1234567", number: "B1234567", because: "passports are in capitals" },
    {
      typed: "12-345/QĐ".replace("QĐ", "QD"),
      number: "12-345/QD",
      because: "other papers have dashes and strokes",
    },
  ])("$typed → $number: $because", ({ typed, number }) => {
    expect(readIdentityNumber(typed)).toEqual({ ok: true, value: number });
  });

  test.each([
    { typed: "", code: "identity_number_empty", because: "nothing was typed" },
    { typed: " . ", code: "identity_number_empty", because: "nothing that counts" },
    { typed: "08719000|1234", code: "identity_number_characters", because: "half a scan" },
    { typed: "Nguyễn Văn A", code: "identity_number_characters", because: "a name in the wrong field" },
    { typed: "1".repeat(31), code: "identity_number_too_long", because: "no paper has so many" },
  ])("$typed is refused with $code: $because", ({ typed, code }) => {
    expect(readIdentityNumber(typed)).toMatchObject({ ok: false, code });
  });

  test("is the same when it is normalised twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = normaliseIdentityNumber(text);
        expect(normaliseIdentityNumber(once)).toBe(once);
      }),
    );
  });

  test.each([
    ["087190001234", "personalNumber12"],
    ["340123456", "oldIdentityCard9"],
    ["B1234567", "passport"],
    ["AB1234567", "passport"],
    ["12345", "unknown"],
    ["12345678", "unknown"],
    ["ABCDEFG", "unknown"],
    ["", "unknown"],
  ])("%s looks like %s", (number, kind) => {
    expect(identityNumberKind(number)).toBe(kind);
  });
});

describe("a personal number against the form", () => {
  const born = plainDate("1990-02-01");
  test.each([
    {
      number: "087090001234",
      sex: "male",
      birthDate: born,
      warnings: [],
      because: "0 is a man of the 20th century",
    },
    { number: "087190001234", sex: "female", birthDate: born, warnings: [], because: "1 is a woman of it" },
    {
      number: "087305001234",
      sex: "female",
      birthDate: plainDate("2005-06-07"),
      warnings: [],
      because: "3 is a woman of the 21st",
    },
    {
      number: "087190001234",
      sex: null,
      birthDate: null,
      warnings: [],
      because: "what is not typed cannot differ",
    },
    {
      number: "087190001234",
      sex: "female",
      birthDate: plainDate("1991-02-01"),
      warnings: ["identity_birth_year_differs"],
      because: "another year",
    },
    {
      number: "087190001234",
      sex: "male",
      birthDate: born,
      warnings: ["identity_sex_differs"],
      because: "the other sex",
    },
    {
      number: "003190001234",
      sex: "female",
      birthDate: born,
      warnings: ["identity_province_unknown"],
      because: "003 was never a province's",
    },
    {
      number: "087490001234",
      sex: "male",
      birthDate: born,
      warnings: ["identity_century_unusual", "identity_birth_year_differs"],
      because: "born in 2190",
    },
    {
      number: "08719000123",
      sex: null,
      birthDate: born,
      warnings: ["identity_length_unusual"],
      because: "11 digits",
    },
    {
      number: "O87190001234",
      sex: null,
      birthDate: born,
      warnings: ["identity_letters_unusual"],
      because: "a letter for a zero",
    },
  ] as const)("$number: $because", ({ number, sex, birthDate, warnings }) => {
    expect(checkIdentityNumber({ number, kind: "personalNumber12", sex, birthDate })).toEqual(warnings);
  });

  test.each([
    { number: "340123456", kind: "oldIdentityCard9", warnings: [], because: "nine digits" },
    {
      number: "034190001234",
      kind: "oldIdentityCard9",
      warnings: [],
      because: "the last old cards had twelve",
    },
    {
      number: "34012345",
      kind: "oldIdentityCard9",
      warnings: ["identity_length_unusual"],
      because: "eight digits",
    },
    { number: "B1234567", kind: "passport", warnings: [], because: "a letter and seven digits" },
    { number: "123456789", kind: "passport", warnings: [], because: "some countries have digits only" },
    { number: "B12", kind: "passport", warnings: ["identity_length_unusual"], because: "too short" },
    { number: "12345", kind: "unknown", warnings: ["identity_kind_unknown"], because: "no known paper" },
  ] as const)("$kind $number: $because", ({ number, kind, warnings }) => {
    expect(checkIdentityNumber({ number, kind, birthDate: born, sex: "male" })).toEqual(warnings);
  });

  test("built from the person's own data never warns, and says what it was built from", () => {
    const person = fc.record({
      province: fc.constantFrom(...IDENTITY_PROVINCES.map(({ code }) => code)),
      year: fc.integer({ min: 1900, max: 2099 }),
      sex: fc.constantFrom("male", "female"),
      tail: fc.nat(999_999),
    });
    fc.assert(
      fc.property(person, ({ province, year, sex, tail }) => {
        const century = (year < 2000 ? 0 : 2) + (sex === "female" ? 1 : 0);
        const number = `${province}${century}${String(year % 100).padStart(2, "0")}${String(tail).padStart(6, "0")}`;
        expect(identityNumberParts(number)).toEqual({ provinceCode: province, sex, birthYear: year });
        const check = {
          number,
          kind: "personalNumber12",
          sex,
          birthDate: plainDate(`${year}-12-31`),
        } as const;
        expect(checkIdentityNumber(check)).toEqual([]);
      }),
    );
  });

  test("of any text at all gives listed warnings, each once", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("personalNumber12", "oldIdentityCard9", "passport", "unknown"),
        (number, kind) => {
          const warnings = checkIdentityNumber({ number, kind, birthDate: born, sex: "male" });
          expect(new Set(warnings).size).toBe(warnings.length);
          expect(IDENTITY_WARNINGS).toEqual(expect.arrayContaining([...warnings]));
        },
      ),
    );
  });
});

describe("the provinces of the personal number", () => {
  test("are the 63 before July 2025, each once, in order, in composed Unicode", () => {
    const codes = IDENTITY_PROVINCES.map(({ code }) => code);
    expect(codes).toHaveLength(63);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect(new Set(IDENTITY_PROVINCES.map(({ name }) => name)).size).toBe(63);
    expect(IDENTITY_PROVINCES.filter(({ name }) => name !== name.normalize("NFC"))).toEqual([]);
  });

  test("keep the mark of how they are known", () => {
    expect(identityProvince("034")).toMatchObject({ name: "Thái Bình", mark: "sourced" });
    expect(identityProvince("087")).toMatchObject({ name: "Đồng Tháp", mark: "recalled" });
    expect(identityProvince("003")).toBeUndefined();
  });
});
