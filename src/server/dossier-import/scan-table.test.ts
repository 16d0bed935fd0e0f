import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createTableScan } from "./scan-table.ts";

const aCell = fc.oneof(fc.string(), fc.constantFrom('a"b', "a,b", "a;b", "a\nb", 'a""b', '"', "Nguyễn", ""));
/** The first cell says something, so that no record is a blank line. */
const aTable = fc.array(fc.tuple(fc.constantFrom("x", '"x"', "x\ny"), aCell, aCell), {
  minLength: 1,
  maxLength: 12,
});

function scan(text: string, delimiter: string, step: number, most = 1_000_000) {
  const reader = createTableScan(delimiter, most);
  const bytes = Buffer.from(text);
  let early: unknown;
  for (let at = 0; at < bytes.length; at += step) early ??= reader.take(bytes.subarray(at, at + step));
  return { ...reader.end(), early };
}

test("counts the records that the reader of tables finds, wherever the parts of the stream are cut", () => {
  fc.assert(
    fc.property(
      aTable,
      fc.constantFrom(",", ";", "\t"),
      fc.integer({ min: 1, max: 9 }),
      (rows, delimiter, step) => {
        const text = stringify(rows, { delimiter, bom: true });
        const parsed = parse(text, { delimiter, bom: true, relax_quotes: true, skip_empty_lines: true });
        expect(scan(text, delimiter, step)).toEqual({
          records: parsed.length,
          open: undefined,
          early: undefined,
        });
        expect(parsed).toHaveLength(rows.length);
      },
    ),
  );
});

test.each([
  { text: 'a,b\nc,"d\ne\nf', line: 2, because: "it is open to the end" },
  { text: 'a,"b""', line: 1, because: "two are one within the field" },
  { text: 'a,b\r\n"c', line: 2, because: "it begins the line" },
])("tells the line of a quotation mark that is never closed: $because", ({ text, line }) => {
  expect(scan(text, ",", 3).open).toEqual({ kind: "neverClosed", line });
});

test.each([
  { text: 'a,5" pipe\nb,c\n', records: 2, because: "inside of a field it is a sign like any other" },
  { text: 'a"b""c,d\ne,f', records: 2, because: "so are two of them" },
  { text: "a,b\n\n \nc,d\n", records: 2, because: "blank lines are no records" },
])("is not misled: $because", ({ text, records }) => {
  expect(scan(text, ",", 2)).toEqual({ records, open: undefined, early: undefined });
});

test("stops before it has read a whole file into one field", () => {
  expect(scan(`a,"${"x".repeat(200)}`, ",", 10, 50).early).toEqual({ kind: "neverClosed", line: 1 });
});

test.each([
  { text: `a,b\nc,${"x".repeat(200)}`, because: "it is open to the end" },
  { text: `a,b\n${",".repeat(200)}\ne,f\n`, because: "others follow" },
])("stops at a row that is longer than a row may be: $because", ({ text }) => {
  expect(scan(text, ",", 1000, 50).early).toEqual({ kind: "tooLong", line: 2 });
  expect(scan(text, ",", 10, 50).early).toEqual({ kind: "tooLong", line: 2 });
});
