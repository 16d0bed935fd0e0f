import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROWS_MAX, readTable, writeTable } from "./csv-table.ts";

const TITLES = { key: "Khóa", name: "Tên", validFrom: "Từ ngày" } as const;
const read = (text: string | Uint8Array) =>
  readTable(typeof text === "string" ? Buffer.from(text) : text, TITLES, ["key"]);
const cells = (text: string | Uint8Array) => {
  const table = read(text);
  return table.ok ? table.value.map((row) => row.cells) : table.details;
};

describe("a CSV file as people have it", () => {
  const expected = [{ key: "post:1", name: "Bưu điện, một" }];
  test.each([
    { text: 'key,name\npost:1,"Bưu điện, một"\n', because: "commas with quotes" },
    { text: "Khóa;Tên\r\npost:1;Bưu điện, một\r\n", because: "Vietnamese titles, semicolons, Windows lines" },
    {
      text: "KHOA\tten\npost:1\tBưu điện, một",
      because: "tabs, titles without diacritics, no last line end",
    },
    { text: "\ufeffKhóa;Tên\n\npost:1;Bưu điện, một\n;\n", because: "a byte order mark, empty lines" },
    {
      text: `${"Khóa".normalize("NFD")};Tên\npost:1;Bưu điện, một`,
      because: "a title with composed accents",
    },
    {
      text: Buffer.from("\ufeffKhóa\tTên\r\npost:1\tBưu điện, một\r\n", "utf16le"),
      because: "what spreadsheets call Unicode text",
    },
  ])("is read: $because", ({ text }) => {
    expect(cells(text)).toEqual(expected);
  });

  test.each([
    { text: "", problem: "empty", because: "nothing stands in it" },
    { text: Buffer.from([0xc3, 0x28, 0x0a]), problem: "notText", because: "it is no UTF-8" },
    {
      text: Buffer.from("PK\u0003\u0004\u0000\u0000"),
      problem: "notText",
      because: "it is a spreadsheet's own file",
    },
    { text: 'Khóa;Tên\npost:1;"mở\n', problem: "broken", line: 2, because: "a quote is not closed" },
    {
      text: "Khóa;Tên\npost:1;a\npost:2;b;c\n",
      problem: "broken",
      line: 3,
      because: "a row has a cell too many",
    },
    {
      text: "Tên\nBưu điện\n",
      problem: "columnMissing",
      line: 1,
      names: ["Khóa"],
      because: "rows have no key",
    },
    {
      text: "Khóa;Màu\n",
      problem: "unknownColumn",
      line: 1,
      names: ["Màu"],
      because: "it might be a typing error",
    },
    {
      text: "Khóa;key\n",
      problem: "columnTwice",
      line: 1,
      names: ["Khóa"],
      because: "one of them is ignored",
    },
    {
      text: `Khóa\n${"post:1\n".repeat(ROWS_MAX + 1)}`,
      problem: "tooManyRows",
      names: [String(ROWS_MAX)],
      because: "it is no list of places",
    },
  ])("is refused, $problem: $because", ({ text, because: _because, ...details }) => {
    expect(read(text)).toEqual({
      ok: false,
      code: "import_file_unusable",
      details: Object.fromEntries(Object.entries(details).filter(([key]) => key !== "text")),
    });
  });

  test("rows say their lines, also after empty ones", () => {
    const table = read("Khóa;Tên\npost:1;a\n\npost:2;b\n");
    expect(table.ok && table.value.map(({ line }) => line)).toEqual([2, 4]);
  });

  test("as many rows as may be are read", () => {
    const table = read(`Khóa\n${"post:1\n".repeat(ROWS_MAX)}`);
    expect(table.ok && table.value.length).toBe(ROWS_MAX);
  });

  test("what is written is read again, whatever stands in the cells", () => {
    const any = fc.string({ unit: "binary" }).filter((one) => !/[\0\p{Surrogate}]/u.test(one));
    const text = fc.oneof(any, fc.constantFrom("=1", "'=1", "''-1", "'a", '"', ";", "\r\n"));
    const wanted = fc.record({ key: text.filter((one) => one.trim() !== ""), name: text, validFrom: text });
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 4 }), (rows) => {
        const written = writeTable(TITLES, ["key", "name", "validFrom"], rows);
        expect(cells(written)).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });

  test("a cell that begins like a formula is none in a spreadsheet", () => {
    const written = Buffer.from(writeTable(TITLES, ["key"], [{ key: "=1+1" }])).toString("utf8");
    expect(written).toBe("\ufeffKhóa\r\n'=1+1\r\n");
  });
});
