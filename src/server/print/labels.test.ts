import { describe, expect, test } from "vitest";
import { codesOf } from "../../../test/kit/pdf-codes.ts";
import { MARKED, info, overlaps, poppler, read, squeezed, words } from "../../../test/kit/pdf-words.ts";
import { LABEL_STOCKS, type LabelSheetData } from "./label-data.ts";
import { PrintError } from "./print-error.ts";
import { LABEL, MANIFEST } from "./sample-custody.ts";
import { openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter();
const printed = (changes: Partial<LabelSheetData> = {}) =>
  typesetter.labels({
    stock: "roll50x30",
    startAt: 1,
    labels: [LABEL],
    printedAt: MANIFEST.issuedAt,
    ...changes,
  });
const coded = (code: string) => ({ ...LABEL, code });
const both = (code: string) => [
  { format: "Code128", text: code },
  { format: "QRCode", text: code },
];

const MM = 72 / 25.4;
const LONG = "Chi nhánh Trung tâm Phục vụ hành chính công số Một khu vực biên giới ".repeat(4);
/** Letters alone are the widest that 40 characters can be. */
const WIDEST_CODE = "Abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLM";
const PLACES = [0, 1, 2].map((column) => [column * 70, (column + 1) * 70] as const);

/** The first row, of 600 an inch, with ink right of the QR code of the first label. */
function firstInk(stock: LabelSheetData["stock"], pdf: Uint8Array): number {
  const area = ["-x", stock === "a4" ? "540" : "425", "-y", "0", "-W", "500", "-H", "300"];
  const gray = poppler("pdftoppm", ["-r", "600", "-gray", "-singlefile", ...area, "-"], pdf);
  const pixels = gray.subarray(gray.length - 500 * 300);
  return Math.floor(pixels.findIndex((shade) => shade < 128) / 500);
}

describe("labels of 50 × 30 mm", () => {
  test.each([
    ["B12345678W", 203],
    ["EE473124829VN", 203],
    ["000.00.01.H20-261120-0001", 203],
    ["000.00.01.H20-261120-0001/12", 203],
    ["H20.31.7-261120-0012-G09.20-20260609-009", 600],
    [WIDEST_CODE, 600],
  ])("a scanner reads %s as QR and as Code 128, printed in dots, %d an inch", async (code, dpi) => {
    const pdf = printed({ labels: [coded(code)] });
    expect(await codesOf(pdf, { dpi, inDots: true })).toEqual(both(code));
    expect(read(pdf)).toContain(squeezed(code));
  });

  test("each has a page of its own, with what it is, from where to where, and its seal", async () => {
    const pdf = printed({
      labels: [LABEL, coded("B3333333YC"), { ...LABEL, seal: null, lines: ["Kệ số 2"] }],
    });
    expect(info(pdf)).toMatchObject({ Pages: "3" });
    expect(info(pdf)["Page size"]).toMatch(/^141\.7\d+ x 85\.0\d+ pts/u);
    expect(await codesOf(pdf, { page: 2 })).toEqual(both("B3333333YC"));
    const pages = poppler("pdftotext", ["-", "-"], pdf).toString().split("\f").map(squeezed);
    expect(pages[0]).toContain(squeezed("Bì hồ sơ 000.00.01.H20-261120-0001"));
    expect(pages[0]).toContain(squeezed("Bưu cục Bình Thành → UBND xã Bình Thành"));
    expect(pages[0]).toContain(squeezed("Niêm phong: NP-000123"));
    expect(pages[2]).toContain(squeezed("Kệ số 2"));
    expect(pages[2]).not.toContain(squeezed("Niêm phong"));
  });
});

describe("A4 sheets of 24 labels", () => {
  test("every code of a full sheet is read, and the 25th stands on the next", async () => {
    const codes = Array.from({ length: 25 }, (_, index) => `B000000${String(index).padStart(2, "0")}X`);
    const pdf = printed({ stock: "a4", labels: codes.map(coded) });
    expect(info(pdf)).toMatchObject({ Pages: "2" });
    expect(info(pdf)["Page size"]).toContain("595.276 x 841.89 pts (A4)");
    const first = await codesOf(pdf, { dpi: 300 });
    expect(first.map(({ text }) => text).toSorted()).toEqual(
      codes.slice(0, 24).flatMap((code) => [code, code]),
    );
    expect(await codesOf(pdf, { page: 2, dpi: 300 })).toEqual(both(codes[24] ?? ""));
  });

  test.each([
    [1, 0, 0],
    [5, 1, 1],
    [24, 2, 7],
  ])("a sheet that was used begins with its place %d", (startAt, column, row) => {
    const [word] = words(printed({ stock: "a4", startAt })).filter(({ text }) => text === LABEL.code);
    const [left = 0, right = 0] = PLACES[column] ?? [];
    expect(word?.box[0]).toBeGreaterThan(left * MM);
    expect(word?.box[2]).toBeLessThan(right * MM);
    expect(word?.box[1]).toBeGreaterThan((0.5 + row * 37) * MM);
    expect(word?.box[3]).toBeLessThan((0.5 + (row + 1) * 37) * MM);
  });

  test("what does not fit any more goes to the next sheet", () => {
    const labels = Array.from({ length: 6 }, () => LABEL);
    expect(info(printed({ stock: "a4", startAt: 20, labels }))).toMatchObject({ Pages: "2" });
    expect(info(printed({ stock: "a4", startAt: 19, labels }))).toMatchObject({ Pages: "1" });
  });
});

describe("the text of a label", () => {
  test.each(LABEL_STOCKS)("on %s long lines are cut, and lie on no code and on no other label", (stock) => {
    const labels = Array.from({ length: 3 }, () => ({
      code: WIDEST_CODE,
      lines: [LONG, LONG.toUpperCase()],
      seal: "W".repeat(60),
    }));
    const pdf = printed({ stock, labels });
    const found = words(pdf);
    expect(overlaps(found)).toEqual([]);
    expect(read(pdf)).toContain("…");
    const bottom = stock === "a4" ? 0.5 + 3 + 17 : 1.5 + 14.5;
    const width = stock === "a4" ? 70 : 50;
    for (const { text, box } of found) {
      const left = stock === "a4" ? Math.floor(box[0] / MM / 70) * 70 : 0;
      expect(box[2], text).toBeLessThanOrEqual((left + width) * MM);
      if (text !== WIDEST_CODE) expect(box[3], text).toBeLessThanOrEqual((bottom + 0.5) * MM);
    }
  });

  test.each(LABEL_STOCKS)("on %s the marks above the capitals of the first line are whole", (stock) => {
    const topOf = (line: string) =>
      firstInk(stock, printed({ stock, labels: [{ ...LABEL, lines: [line] }] }));
    expect(topOf("EEE") - topOf("ẾẾẾ")).toBeGreaterThan(stock === "a4" ? 8 : 6);
  });

  test("every marked Vietnamese letter is printed, and what the font lacks is named", () => {
    const lines = [MARKED.slice(0, 60).join(""), MARKED.slice(60, 120).join("")];
    const last = [MARKED.slice(120).join(""), "Bì 😀"];
    const found = read(
      printed({
        labels: [
          { ...LABEL, lines },
          { ...LABEL, lines: last },
        ],
      }),
    );
    for (const letter of MARKED) expect(Array.from(found)).toContain(letter);
    expect(found).toContain("[U+1F600]");
  });

  test.each(LABEL_STOCKS)(
    "%s is tagged PDF/A with its fonts, and the same labels give the same bytes",
    (stock) => {
      const pdf = printed({ stock });
      expect(Buffer.from(pdf).equals(printed({ stock }))).toBe(true);
      expect(info(pdf)["Tagged"]).toBe("yes");
      expect(Buffer.from(pdf).toString("latin1")).toMatch(/pdfaid:conformance>A</u);
      const fonts = poppler("pdffonts", ["-"], pdf).toString().split("\n").slice(2).filter(Boolean);
      for (const font of fonts) expect(font).toMatch(/Tinos.* yes yes yes /u);
    },
  );
});

test.each<[Partial<LabelSheetData>, string]>([
  [{ labels: [] }, "no label"],
  [{ labels: [coded("")] }, "plain ASCII"],
  [{ labels: [coded("Bì số 1")] }, "plain ASCII"],
  [{ labels: [coded("A".repeat(41))] }, "more than 40"],
  [{ labels: [{ ...LABEL, lines: ["một", "hai", "ba"] }] }, "one or two lines"],
  [{ startAt: 0 }, "places 1 to 24"],
  [{ startAt: 25 }, "places 1 to 24"],
  [{ startAt: 1.5 }, "places 1 to 24"],
])("%j is refused: %s", (changes, reason) => {
  expect(() => printed(changes)).toThrow(PrintError);
  expect(() => printed(changes)).toThrow(reason);
});
