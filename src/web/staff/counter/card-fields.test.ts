import { describe, expect, test } from "vitest";
import { cardFields, looksLikeScan } from "./card-fields.ts";

const whole = "087190001234|301234567|NGUYỄN VĂN ANH|01021990|Nam|Ấp Tân Bình, Xã Bình Thành|15042021";

describe("a scanned card in the form", () => {
  test("fills name as people write it, number, day, sex and address", () => {
    expect(cardFields(`${whole}\r\n`)).toEqual({
      problem: null,
      fields: {
        identityNumber: "087190001234",
        name: "Nguyễn Văn Anh",
        birthDate: "01/02/1990",
        sex: "male",
        address: "Ấp Tân Bình, Xã Bình Thành",
        communeCode: "",
      },
    });
  });

  test.each([
    {
      scanned: `${whole}|NGUYỄN VĂN CHA|TRẦN THỊ MẸ`,
      problem: null,
      because: "newer cards carry more than seven fields",
    },
    {
      scanned: "087190001234||NGUYỄN VĂN A",
      problem: "card_scan_cut_short",
      because: "the scan ends in the name",
    },
    {
      scanned: whole.replace("01021990", "30021990"),
      problem: "card_date_impossible",
      because: "there is no 30 February",
    },
    { scanned: "https://example.vn/menu", problem: "card_scan_not_a_card", because: "that is another code" },
  ])("$problem: $because", ({ scanned, problem }) => {
    expect(cardFields(scanned).problem).toBe(problem);
  });

  test("a scan that is cut short still gives what it says, and nothing else is touched", () => {
    expect(cardFields("087190001234||NGUYỄN VĂN A").fields).toEqual({
      identityNumber: "087190001234",
      name: "Nguyễn Văn A",
    });
    expect(cardFields("https://example.vn/menu").fields).toEqual({});
  });
});

describe("a scan in the wrong field", () => {
  test.each([
    { typed: whole, is: true, because: "bars and a number in front" },
    { typed: whole.slice(0, 40), is: true, because: "cut short it still begins so" },
    { typed: "Nguyễn Văn A", is: false, because: "a name has no bars" },
    { typed: "a|b|c", is: false, because: "no number stands in front" },
    { typed: "0912345678", is: false, because: "a phone number has no bars" },
  ])("$is: $because", ({ typed, is }) => {
    expect(looksLikeScan(typed)).toBe(is);
  });
});
