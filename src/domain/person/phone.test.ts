import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPhone } from "./phone.ts";

describe("a phone number as typed", () => {
  test.each([
    {
      typed: "0912345678",
      number: "0912345678",
      e164: "+84912345678",
      kind: "mobile",
      because: "as written",
    },
    {
      typed: "0912 345 678\r",
      number: "0912345678",
      e164: "+84912345678",
      kind: "mobile",
      because: "in groups",
    },
    {
      typed: "0912.345-678",
      number: "0912345678",
      e164: "+84912345678",
      kind: "mobile",
      because: "dots, dashes",
    },
    { typed: "+84 912 345 678", number: "0912345678", e164: "+84912345678", kind: "mobile", because: "+84" },
    { typed: "0084912345678", number: "0912345678", e164: "+84912345678", kind: "mobile", because: "0084" },
    { typed: "84912345678", number: "0912345678", e164: "+84912345678", kind: "mobile", because: "84 alone" },
    {
      typed: "+84 (0)912 345 678",
      number: "0912345678",
      e164: "+84912345678",
      kind: "mobile",
      because: "a zero too many",
    },
    {
      typed: "0843456789",
      number: "0843456789",
      e164: "+84843456789",
      kind: "mobile",
      because: "084 is a mobile prefix",
    },
    {
      typed: "0277 3833 123",
      number: "02773833123",
      e164: "+842773833123",
      kind: "landline",
      because: "Đồng Tháp",
    },
    {
      typed: "(028) 3822 5678",
      number: "02838225678",
      e164: "+842838225678",
      kind: "landline",
      because: "Hồ Chí Minh",
    },
    { typed: "1900 1234", number: "19001234", e164: null, kind: "hotline", because: "8 digits" },
    { typed: "1800-599-920", number: "1800599920", e164: null, kind: "hotline", because: "10 digits" },
    {
      typed: "+1 202 555 0123",
      number: "+12025550123",
      e164: "+12025550123",
      kind: "foreign",
      because: "abroad",
    },
    {
      typed: "00855 23 123456",
      number: "+85523123456",
      e164: "+85523123456",
      kind: "foreign",
      because: "00 is +",
    },
    {
      typed: "0241 234 567",
      number: "0241234567",
      e164: "+84241234567",
      kind: "landline",
      because: "landlines have 10 or 11 digits",
    },
  ])("$typed → $number ($kind): $because", ({ typed, number, e164, kind }) => {
    expect(readPhone(typed)).toEqual({ ok: true, value: { number, e164, kind, warnings: [] } });
  });

  test.each([
    {
      typed: "912345678",
      number: "0912345678",
      warning: "phone_zero_added",
      because: "a spreadsheet drops the zero",
    },
    {
      typed: "843456789",
      number: "0843456789",
      warning: "phone_zero_added",
      because: "84 and 7 digits is no country code",
    },
    {
      typed: "01234567890",
      number: "01234567890",
      warning: "phone_old_prefix",
      because: "11 digits ended in 2018",
    },
    { typed: "091234567", number: "091234567", warning: "phone_shape_unusual", because: "a digit short" },
    { typed: "09123456789", number: "09123456789", warning: "phone_shape_unusual", because: "a digit long" },
    { typed: "0112345678", number: "0112345678", warning: "phone_shape_unusual", because: "no such prefix" },
    { typed: "113", number: "113", warning: "phone_shape_unusual", because: "nobody's own number" },
    { typed: "+123", number: "+123", warning: "phone_shape_unusual", because: "too short for abroad" },
  ])("$typed is kept with $warning: $because", ({ typed, number, warning }) => {
    expect(readPhone(typed)).toMatchObject({ ok: true, value: { number, warnings: [warning] } });
  });

  test.each([
    { typed: "", code: "phone_empty", because: "nothing" },
    { typed: " - ", code: "phone_empty", because: "nothing that counts" },
    { typed: "không có", code: "phone_characters", because: "words" },
    { typed: "0912345678/0987654321", code: "phone_characters", because: "two numbers" },
    { typed: "0912+345678", code: "phone_characters", because: "a plus inside" },
    { typed: "9".repeat(18), code: "phone_too_long", because: "no network has so many" },
  ])("$typed is refused with $code: $because", ({ typed, code }) => {
    expect(readPhone(typed)).toMatchObject({ ok: false, code });
  });

  test("a mobile number is the same in every way of writing it", () => {
    const digits = fc
      .tuple(fc.constantFrom("3", "5", "7", "8", "9"), fc.stringMatching(/^\d{8}$/))
      .map((parts) => parts.join(""));
    const parting = fc.constantFrom("", " ", ".", "-", "\u00a0", "–");
    const prefix = fc.constantFrom("0", "+84", "84", "0084", "+840", "+84 (0)");
    fc.assert(
      fc.property(digits, parting, prefix, (rest, between, before) => {
        const typed = before + between + [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)].join(between);
        const value = { number: `0${rest}`, e164: `+84${rest}`, kind: "mobile", warnings: [] };
        expect(readPhone(typed)).toEqual({ ok: true, value });
      }),
    );
  });

  test("what was read reads the same again, whatever was typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(\+|00|84|0)?[\d .-]{0,16}$/)), (typed) => {
        const once = readPhone(typed);
        if (!once.ok) return;
        const twice = readPhone(once.value.number);
        expect(twice).toMatchObject({
          ok: true,
          value: { number: once.value.number, e164: once.value.e164 },
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
