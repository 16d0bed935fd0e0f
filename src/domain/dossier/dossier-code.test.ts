import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../shared/plain-date.ts";
import {
  type DossierCodeFormat,
  dossierCodeFormatOn,
  dossierCodeFrame,
  formatDossierCode,
  readDossierCode,
  readDossierCodeFormats,
} from "./dossier-code.ts";

const FILE = new URL("../../../db/reference/dossier-code-formats.json", import.meta.url);
const rows: unknown = JSON.parse(readFileSync(FILE, "utf8"));
const FORMATS = readDossierCodeFormats(rows);
const format = (id: string): DossierCodeFormat => {
  const found = FORMATS.find((one) => one.id === id);
  if (!found) throw new Error(`The reference file has no ${id}`);
  return found;
};
const RECEIVED = plainDate("2026-11-23");

describe("what stands around the number of a code", () => {
  test("is everything but the number, also when a format writes something after it", () => {
    const tailed = {
      ...format("TT03_2025"),
      pattern: [...format("TT03_2025").pattern, { part: "text", text: "/MC" } as const],
    };
    const parts = { agencyCode: "H20.01.02", receivedOn: RECEIVED };
    expect(dossierCodeFrame(tailed, parts)).toEqual({
      before: "H20.01.02-261123-",
      minDigits: 4,
      after: "/MC",
    });
    expect(formatDossierCode(tailed, { ...parts, sequence: 7 })).toBe("H20.01.02-261123-0007/MC");
  });

  test("is refused for what is no agency code: nobody gets a code that cannot be read again", () => {
    expect(() =>
      dossierCodeFrame(format("TT03_2025"), { agencyCode: "Bình Tấn", receivedOn: RECEIVED }),
    ).toThrow(RangeError);
  });
});

describe("a new dossier code", () => {
  test.each([
    {
      id: "TT01_2018",
      agencyCode: "000.00.01.H20",
      sequence: 42,
      code: "000.00.01.H20-261123-0042",
      because: "TT 01/2018",
    },
    {
      id: "TT03_2025",
      agencyCode: "H20.01.02",
      sequence: 42,
      code: "H20.01.02-261123-0042",
      because: "TT 03/2025",
    },
    {
      id: "TT03_2025",
      agencyCode: "000.00.01.H20",
      sequence: 1,
      code: "000.00.01.H20-261123-0001",
      because: "old agency codes are still in use",
    },
    {
      id: "TT03_2025",
      agencyCode: "H20.01.02",
      sequence: 9_999,
      code: "H20.01.02-261123-9999",
      because: "the last of four figures",
    },
    {
      id: "TT03_2025",
      agencyCode: "H20.01.02",
      sequence: 10_000,
      code: "H20.01.02-261123-10000",
      because: "the next one is wider, not refused",
    },
  ])("$code: $because", ({ id, agencyCode, sequence, code }) => {
    expect(formatDossierCode(format(id), { agencyCode, receivedOn: RECEIVED, sequence })).toBe(code);
  });

  test("can carry the whole year, as data", () => {
    const pattern = [
      { part: "agencyCode" },
      { part: "text", text: "-" },
      { part: "receivedOn", form: "yyyyMMdd" },
      { part: "text", text: "-" },
      { part: "sequence", minDigits: 7 },
    ] as const;
    const parts = { agencyCode: "G09.20", receivedOn: plainDate("2026-06-09"), sequence: 92_637 };
    expect(formatDossierCode({ ...format("TT03_2025"), pattern }, parts)).toBe("G09.20-20260609-0092637");
  });

  test.each([
    { agencyCode: "", sequence: 1, because: "no agency" },
    { agencyCode: "H20-01", sequence: 1, because: "a dash would part the code" },
    { agencyCode: "h20.01", sequence: 1, because: "codes are in capitals" },
    { agencyCode: "H20.01", sequence: 0, because: "the first of a day is 1" },
    { agencyCode: "H20.01", sequence: 1.5, because: "no half dossiers" },
    { agencyCode: "H20.01", sequence: Number.NaN, because: "no number" },
  ])("is a bug, not a code, for $agencyCode and $sequence: $because", ({ agencyCode, sequence }) => {
    const give = () => formatDossierCode(format("TT03_2025"), { agencyCode, receivedOn: RECEIVED, sequence });
    expect(give).toThrow(RangeError);
  });
});

describe("a dossier code as typed or scanned", () => {
  test.each([
    {
      text: "000.00.01.H29-260310-0420",
      shape: "agency2018",
      agencyCode: "000.00.01.H29",
      receivedOn: "2026-03-10",
      sequence: 420,
      because: "Hồ Chí Minh, 2026",
    },
    {
      text: "000.00.01.H26-260930-0012",
      shape: "agency2018",
      agencyCode: "000.00.01.H26",
      receivedOn: "2026-09-30",
      sequence: 12,
      because: "Hà Nội, 2026",
    },
    {
      text: "H26.35.02-260930-0012",
      shape: "agency2025",
      agencyCode: "H26.35.02",
      receivedOn: "2026-09-30",
      sequence: 12,
      because: "from the top down",
    },
    {
      text: "H20.123.45-261123-0007",
      shape: "agency2025",
      agencyCode: "H20.123.45",
      receivedOn: "2026-11-23",
      sequence: 7,
      because: "three figures in the middle",
    },
    {
      text: "G15-261123-0001",
      shape: "agency2025",
      agencyCode: "G15",
      receivedOn: "2026-11-23",
      sequence: 1,
      because: "a ministry itself",
    },
    {
      text: "H20.01-261123-12345",
      shape: "agency2025",
      agencyCode: "H20.01",
      receivedOn: "2026-11-23",
      sequence: 12_345,
      because: "a long day",
    },
    {
      text: "H20.01-261123-01234",
      shape: "agency2025",
      agencyCode: "H20.01",
      receivedOn: "2026-11-23",
      sequence: 1_234,
      because: "five figures cannot hold an owner's two and four more",
    },
    {
      text: "H20.01-261123-010042",
      shape: "central2025",
      agencyCode: "H20.01",
      receivedOn: "2026-11-23",
      sequence: 42,
      because: "a central system's, owner 01",
    },
    {
      text: "H20.01-261123-151234",
      shape: "agency2025",
      agencyCode: "H20.01",
      receivedOn: "2026-11-23",
      sequence: 151_234,
      because: "owner 15 or a very long day: not to be told apart",
    },
    {
      text: "G09.20-20260609-0092637",
      shape: "ministry",
      agencyCode: "G09.20",
      receivedOn: "2026-06-09",
      sequence: 92_637,
      because: "a ministry's own system",
    },
  ])("$text is $shape: $because", ({ text, shape, agencyCode, receivedOn, sequence }) => {
    const value = { normalised: text, shape, agencyCode, receivedOn, sequence };
    expect(readDossierCode(text)).toEqual({ ok: true, value });
  });

  test.each([
    { text: "000.00.01.h29-260310-0420", because: "small letters" },
    { text: " 000.00.01.H29 - 260310 - 0420 ", because: "blanks" },
    { text: "000.00.01.H29-260310-0420\r\n", because: "a scanner's Enter" },
    { text: "\u0002000.00.01.H29-260310-0420\u0003", because: "a scanner's frame" },
    { text: "000.00.01.H29–260310—0420", because: "dashes of a word processor" },
    { text: "０００.００.０１.H29-260310-0420", because: "full-width figures" },
    { text: "\ufeff000.00.01.H29-260310-0420", because: "an invisible mark" },
  ])("is tolerated: $because", ({ text }) => {
    expect(readDossierCode(text)).toMatchObject({
      ok: true,
      value: { normalised: "000.00.01.H29-260310-0420" },
    });
  });

  test("loses the T. that the treasury puts before it", () => {
    expect(readDossierCode("t.H26.35.02-260930-0012")).toMatchObject({
      value: { normalised: "H26.35.02-260930-0012" },
    });
  });

  test.each([
    { text: "", reason: "empty", because: "nothing" },
    { text: "\r\n", reason: "empty", because: "only Enter" },
    { text: "000.00.01.H29-260310-042", reason: "shape", because: "cut short" },
    { text: "000.00.01.H29-260310", reason: "shape", because: "no number" },
    { text: "00.00.01.H29-260310-0420", reason: "shape", because: "a figure lost in front" },
    { text: "000.00.01.29-260310-0420", reason: "shape", because: "the letter lost" },
    { text: "G09.20-20260609-009263", reason: "shape", because: "a ministry's has seven figures" },
    { text: "1.001193", reason: "shape", because: "a procedure's code" },
    { text: "087190001234", reason: "shape", because: "a personal number" },
    { text: "H20.01-261123-1234567890123", reason: "shape", because: "no day is that long" },
    { text: "000.00.01.H29-260230-0420", reason: "date", because: "30 February" },
    { text: "H20.01-261301-0001", reason: "date", because: "a 13th month" },
    { text: "G09.20-20260631-0092637", reason: "date", because: "31 June" },
  ])("$text is refused: $because", ({ text, reason }) => {
    expect(readDossierCode(text)).toEqual({ ok: false, code: "dossier_code_malformed", details: { reason } });
  });

  test("reads back whatever was given, however it was typed", () => {
    const figures = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
    const top = fc.tuple(fc.constantFrom("A", "G", "H", "K"), figures(2)).map((parts) => parts.join(""));
    const agencyCode = fc.oneof(
      fc.tuple(figures(3), figures(2), figures(2), top).map((parts) => parts.join(".")),
      fc
        .tuple(top, fc.array(fc.stringMatching(/^\d{1,3}$/), { maxLength: 2 }))
        .map(([head, below]) => [head, ...below].join(".")),
    );
    const receivedOn = fc
      .integer({ min: 0, max: 36_524 })
      .map((days) => addDays(plainDate("2000-01-01"), days));
    const sequence = fc.oneof(fc.integer({ min: 1, max: 10_100 }), fc.integer({ min: 1, max: 99_999_999 }));
    const typing = fc.constantFrom(
      (code: string) => code,
      (code: string) => `${code}\r`,
      (code: string) => ` ${code.toLowerCase()} `,
      (code: string) => code.replaceAll("-", " – "),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMATS),
        agencyCode,
        receivedOn,
        sequence,
        typing,
        (given, agency, day, number, typed) => {
          const parts = { agencyCode: agency, receivedOn: day, sequence: number };
          const code = formatDossierCode(given, parts);
          expect(readDossierCode(typed(code))).toMatchObject({
            ok: true,
            value: { normalised: code, ...parts },
          });
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("of any text is read or refused, and its normalised form reads the same", () => {
    const near = fc.stringMatching(/^[tT]?\.?[\dH.]{1,12}-\d{6,8}-\d{1,14}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), near), (text) => {
        const read = readDossierCode(text);
        if (read.ok) expect(readDossierCode(read.value.normalised)).toEqual(read);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the formats of the reference file", () => {
  test.each([
    { day: "2019-01-07", id: undefined, because: "before the first circular" },
    { day: "2019-01-08", id: "TT01_2018", because: "its first day" },
    { day: "2025-09-14", id: "TT01_2018", because: "its last day" },
    { day: "2025-09-15", id: "TT03_2025", because: "the next circular" },
    { day: "2026-11-23", id: "TT03_2025", because: "today" },
  ])("on $day give $id: $because", ({ day, id }) => {
    expect(dossierCodeFormatOn(FORMATS, plainDate(day))?.id).toBe(id);
  });

  test("of two in force the later one counts", () => {
    const overlapping = FORMATS.map((one) => ({ ...one, validTo: null }));
    expect(dossierCodeFormatOn(overlapping, RECEIVED)?.id).toBe("TT03_2025");
    expect(dossierCodeFormatOn(overlapping.toReversed(), RECEIVED)?.id).toBe("TT03_2025");
  });

  test("carry their marks: what was not read in the circular is inference", () => {
    expect(FORMATS.map(({ id, mark, validityMark }) => ({ id, mark, validityMark }))).toEqual([
      { id: "TT01_2018", mark: "sourced", validityMark: "recalled" },
      { id: "TT03_2025", mark: "inference", validityMark: "inference" },
    ]);
  });

  test.each([
    { change: { id: "" }, because: "no name" },
    { change: { mark: "certain" }, because: "an unknown mark" },
    { change: { source: undefined }, because: "no source" },
    { change: { validityMark: null }, because: "no mark of its validity" },
    { change: { validFrom: "2025-02-30" }, because: "a day that does not exist" },
    { change: { validTo: undefined }, because: "no end and no null" },
    { change: { pattern: "{agency}-{day}-{n}" }, because: "no parts" },
    {
      change: { pattern: [{ part: "agencyCode" }, { part: "sequence", minDigits: 4 }] },
      because: "no day: codes would repeat",
    },
    {
      change: {
        pattern: [
          { part: "agencyCode" },
          { part: "receivedOn", form: "ddMMyy" },
          { part: "sequence", minDigits: 4 },
        ],
      },
      because: "an unknown form of day",
    },
    {
      change: {
        pattern: [
          { part: "agencyCode" },
          { part: "receivedOn", form: "yyMMdd" },
          { part: "sequence", minDigits: 3 },
        ],
      },
      because: "fewer than four figures",
    },
    {
      change: {
        pattern: [
          { part: "agencyCode" },
          { part: "receivedOn", form: "yyMMdd" },
          { part: "sequence", minDigits: 4 },
          null,
        ],
      },
      because: "a part that is none",
    },
    {
      change: {
        pattern: [
          { part: "agencyCode" },
          { part: "receivedOn", form: "yyMMdd" },
          { part: "sequence", minDigits: 4 },
          { part: "text" },
        ],
      },
      because: "a text without text",
    },
  ])("a row is refused: $because", ({ change }) => {
    expect(() => readDossierCodeFormats([{ ...FORMATS[0], ...change }])).toThrow(RangeError);
  });

  test("a file that is no list is refused", () => {
    expect(() => readDossierCodeFormats({})).toThrow(RangeError);
  });
});
