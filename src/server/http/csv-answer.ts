import { harmlessCell } from "#domain/shared/csv-cell.ts";
import { stringify } from "csv-stringify/sync";
import type { FileAnswer } from "./context.ts";

/**
 * A list as a CSV file that a spreadsheet here opens by a double click: with a byte order mark and semicolons, since
 * the comma is the decimal sign. What begins like a formula is made harmless.
 * @example csvAnswer("bien-che.csv", ["Đơn vị", "Số người"], [["Xã Bình Thành", "2"]])
 */
export function csvAnswer(
  fileName: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): FileAnswer {
  const text = stringify(
    rows.map((row) => row.map(harmlessCell)),
    { bom: true, delimiter: ";", header: true, columns: [...titles], record_delimiter: "windows" },
  );
  return { content: Buffer.from(text, "utf8"), mediaType: "text/csv; charset=utf-8", fileName };
}
