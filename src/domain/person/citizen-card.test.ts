import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDay, plainDate } from "../shared/plain-date.ts";
import { CARD_FIELDS, CARD_PROBLEMS, readableParts, readCitizenCard } from "./citizen-card.ts";

const FIELDS = [
  "087190001234",
  "340123456",
  "NGUYỄN THỊ HỒNG",
  "01021990",
  "Nữ",
  "Ấp Tân Bình, Xã Thanh Bình, Tỉnh Đồng Tháp",
  "15042021",
];
const PAYLOAD = FIELDS.join("|");
const withField = (at: number, text: string) => FIELDS.with(at, text).join("|");

const CARD = {
  number: "087190001234",
  oldNumber: "340123456",
  name: "NGUYỄN THỊ HỒNG",
  properName: "Nguyễn Thị Hồng",
  birthDate: "1990-02-01",
  sex: "female",
  residence: "Ấp Tân Bình, Xã Thanh Bình, Tỉnh Đồng Tháp",
  issuedOn: "2021-04-15",
  furtherFields: [],
};

describe("a scanned citizen card", () => {
  test.each([
    { scanned: PAYLOAD, because: "the seven fields of the card of 2021" },
    { scanned: `${PAYLOAD}\r\n`, because: "a scanner ends with Enter" },
    { scanned: `  ${PAYLOAD}\t`, because: "or with Tab, and blanks come along" },
    { scanned: `\u0002${PAYLOAD}\u0003`, because: "or frames what it read" },
    { scanned: `\ufeff]Q1${PAYLOAD}`, because: "or says first which kind of code it saw" },
    { scanned: PAYLOAD.normalize("NFD"), because: "accents may come decomposed" },
    { scanned: withField(3, "01/02/1990").replace("15042021", "15/04/2021"), because: "dates with slashes" },
    { scanned: withField(0, "087 190 001 234"), because: "a number in groups" },
    { scanned: withField(2, "NGUYỄN  THỊ\u00a0HỒNG"), because: "two blanks and a hard blank in a name" },
    { scanned: withField(4, "NỮ"), because: "capitals" },
    { scanned: PAYLOAD.replace("15042021", "15/4/2021"), because: "a short date is still a whole one" },
    { scanned: `${PAYLOAD}||`, because: "empty further fields say nothing" },
  ])("is read: $because", ({ scanned }) => {
    expect(readCitizenCard(scanned)).toEqual({ ok: true, value: CARD });
  });

  test("keeps what stands after the seventh field, for cards that carry more", () => {
    expect(readCitizenCard(`${PAYLOAD}|NGUYỄN VĂN AN||TRẦN THỊ BÌNH|\r`)).toEqual({
      ok: true,
      value: { ...CARD, furtherFields: ["NGUYỄN VĂN AN", "", "TRẦN THỊ BÌNH"] },
    });
  });

  test.each([
    { at: 1, text: "", read: { oldNumber: null }, because: "the first paper of a young person" },
    { at: 4, text: "", read: { sex: null }, because: "the form then asks" },
    { at: 4, text: "X", read: { sex: null }, because: "neither Nam nor Nữ" },
    { at: 4, text: "Nam", read: { sex: "male" }, because: "Nam is male" },
    { at: 5, text: "", read: { residence: "" }, because: "the clerk types it" },
  ])("is read without what it does not say: $because", ({ at, text, read }) => {
    expect(readCitizenCard(withField(at, text))).toEqual({ ok: true, value: { ...CARD, ...read } });
  });

  test.each([
    { scanned: "", code: "card_scan_not_a_card", details: {}, because: "nothing was scanned" },
    { scanned: "\r\n", code: "card_scan_not_a_card", details: {}, because: "only Enter" },
    {
      scanned: "000.00.01.H20-261123-0042",
      code: "card_scan_not_a_card",
      details: {},
      because: "a dossier's code",
    },
    { scanned: "https://vidu.vn/?a=1|b", code: "card_scan_not_a_card", details: {}, because: "a link" },
    { scanned: "|".repeat(5_000), code: "card_scan_not_a_card", details: {}, because: "no QR holds so much" },
    {
      scanned: withField(0, "08719000123"),
      code: "card_number_malformed",
      details: { digitsExpected: 12 },
      because: "eleven digits",
    },
    {
      scanned: withField(0, "0871900012345"),
      code: "card_number_malformed",
      details: { digitsExpected: 12 },
      because: "thirteen digits",
    },
    {
      scanned: withField(0, "O87190001234"),
      code: "card_number_malformed",
      details: { digitsExpected: 12 },
      because: "a letter for a zero",
    },
    {
      scanned: withField(0, ""),
      code: "card_number_malformed",
      details: { digitsExpected: 12 },
      because: "the beginning was lost",
    },
    { scanned: withField(2, ""), code: "card_name_malformed", details: {}, because: "no name" },
    {
      scanned: withField(2, "12345"),
      code: "card_name_malformed",
      details: {},
      because: "a name without a letter",
    },
    {
      scanned: withField(3, "30021990"),
      code: "card_date_impossible",
      details: { field: "birthDate" },
      because: "30 February",
    },
    {
      scanned: withField(3, "30/02/1990"),
      code: "card_date_impossible",
      details: { field: "birthDate" },
      because: "30 February with slashes",
    },
    {
      scanned: withField(3, "1990"),
      code: "card_date_impossible",
      details: { field: "birthDate" },
      because: "only a year",
    },
    {
      scanned: withField(3, "01021890"),
      code: "card_date_impossible",
      details: { field: "birthDate" },
      because: "numbers begin in 1900",
    },
    {
      scanned: withField(6, "31042021"),
      code: "card_date_impossible",
      details: { field: "issuedOn" },
      because: "31 April",
    },
    {
      scanned: `${withField(6, "")}|more`,
      code: "card_date_impossible",
      details: { field: "issuedOn" },
      because: "no day of issue, but more fields",
    },
  ])("is refused with $code: $because", ({ scanned, code, details }) => {
    expect(readCitizenCard(scanned)).toEqual({ ok: false, code, details });
  });
});

describe("a scan that was cut short", () => {
  test.each([1, 2, 3, 4, 5, 6])("says that %i fields came", (count) => {
    const details = { fieldsRead: count, fieldsExpected: 7 };
    expect(readCitizenCard(FIELDS.slice(0, count).join("|"))).toEqual({
      ok: false,
      code: "card_scan_cut_short",
      details,
    });
  });

  test.each([
    { scanned: "0871900", fieldsRead: 0, because: "cut within the number" },
    {
      scanned: `${FIELDS.slice(0, 3).join("|")}|`,
      fieldsRead: 3,
      because: "an empty last field did not come",
    },
    { scanned: withField(6, "1504"), fieldsRead: 6, because: "half a day of issue is none" },
    { scanned: withField(6, "15/04/202"), fieldsRead: 6, because: "nor half a day with slashes" },
  ])("counts whole fields: $because", ({ scanned, fieldsRead }) => {
    expect(readCitizenCard(scanned)).toMatchObject({ code: "card_scan_cut_short", details: { fieldsRead } });
  });

  test.each([
    { count: 1, parts: { number: CARD.number, perhapsCut: "number" } },
    { count: 2, parts: { oldNumber: CARD.oldNumber, perhapsCut: "oldNumber" } },
    { count: 3, parts: { name: CARD.name, properName: CARD.properName, perhapsCut: "name" } },
    { count: 4, parts: { birthDate: CARD.birthDate, perhapsCut: "birthDate" } },
    { count: 5, parts: { sex: CARD.sex, perhapsCut: "sex" } },
    { count: 6, parts: { residence: CARD.residence, perhapsCut: "residence" } },
  ])("still gives back the $count fields that came", ({ count, parts }) => {
    const read = readableParts(FIELDS.slice(0, count).join("|"));
    expect(read).toMatchObject({ number: CARD.number, ...parts });
    expect(read).not.toHaveProperty("issuedOn");
  });

  test("gives back what is right beside what is wrong", () => {
    const read = readableParts(withField(3, "30021990"));
    expect(read).toMatchObject({ number: CARD.number, name: CARD.name, issuedOn: CARD.issuedOn });
    expect(read).not.toHaveProperty("birthDate");
    expect(read).not.toHaveProperty("perhapsCut");
  });

  test("calls nothing cut when it ended between two fields", () => {
    expect(readableParts(`${FIELDS.slice(0, 3).join("|")}|`)).not.toHaveProperty("perhapsCut");
  });

  test("of a text that is no card gives nothing", () => {
    expect(readableParts("000.00.01.H20-261123-0042")).toEqual({});
  });

  test("is refused wherever it was cut, and gives back only beginnings of what the card says", () => {
    fc.assert(
      fc.property(fc.nat(PAYLOAD.length - 1), fc.constantFrom("", "\r", " \t"), (length, end) => {
        const cut = PAYLOAD.slice(0, length) + end;
        expect(readCitizenCard(cut).ok).toBe(false);
        const { perhapsCut, furtherFields, ...parts } = readableParts(cut);
        for (const [name, value] of Object.entries(parts)) {
          expect(
            Object.entries(CARD).some(
              ([known, whole]) => known === name && String(whole).startsWith(String(value)),
            ),
          ).toBe(true);
        }
        if (perhapsCut) expect(CARD_FIELDS).toContain(perhapsCut);
        expect(furtherFields).toBeUndefined();
      }),
    );
  });
});

describe("any text at all", () => {
  const payload = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...FIELDS)), { maxLength: 12 })
      .map((parts) => parts.join("|")),
  );

  test("is read or refused, never thrown at, and no refusal repeats what was scanned", () => {
    fc.assert(
      fc.property(payload, (scanned) => {
        const read = readCitizenCard(scanned);
        readableParts(scanned);
        if (read.ok) return;
        expect(CARD_PROBLEMS).toContain(read.code);
        for (const detail of Object.values(read.details)) {
          expect(typeof detail === "number" || detail === "birthDate" || detail === "issuedOn").toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("a card is read the same from composed and decomposed text, with either kind of date", () => {
    const day = fc
      .tuple(
        fc.integer({ min: 1900, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([year, month, date]) =>
        plainDate([year, String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-")),
      );
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom("NFC", "NFD"),
        fc.boolean(),
        (birthDate, issuedOn, form, slashes) => {
          const written = (text: string) => (slashes ? text : text.replaceAll("/", ""));
          const fields = FIELDS.with(3, written(formatDay(birthDate))).with(6, written(formatDay(issuedOn)));
          expect(readCitizenCard(fields.join("|").normalize(form))).toEqual({
            ok: true,
            value: { ...CARD, birthDate, issuedOn },
          });
        },
      ),
    );
  });
});
