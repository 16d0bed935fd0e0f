import type { FileProblem } from "#contract/places.ts";
import { harmlessCell, plainCell } from "#domain/shared/csv-cell.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** A file larger than this is no list of places; what is checked as a whole must stay small. */
export const ROWS_MAX = 20_000;

export interface TableRow<Column extends string> {
  /** The line on which the row ends, from 1; the heading is line 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

/** How a column may be headed: by its key, or by the title that people read. */
export type Titles<Column extends string> = Readonly<Record<Column, string>>;

const unusable = (problem: FileProblem, details: { line?: number; names?: readonly string[] } = {}) =>
  refuse("import_file_unusable", { problem, ...details });

/**
 * Reads a CSV file as spreadsheets here write it: with or without a byte order mark, parted by semicolons, commas or
 * tabs, cells in quotes or not, headed by our keys or by Vietnamese titles with or without diacritics.
 * @param needed columns without which nothing can be done
 * @returns `import_file_unusable` with `problem`, and the line or the columns that it is about
 */
export function readTable<Column extends string>(
  bytes: Uint8Array,
  titles: Titles<Column>,
  needed: readonly Column[],
): Result<readonly TableRow<Column>[], "import_file_unusable"> {
  const text = decode(bytes);
  if (text === undefined) return unusable("notText");
  const records = readRecords(text);
  if (!records.ok) return records;
  const [heading, ...rows] = records.value;
  if (!heading) return unusable("empty");
  const columns = readHeading(heading.record, titles, needed);
  if (!columns.ok) return columns;
  if (rows.length > ROWS_MAX) return unusable("tooManyRows", { names: [String(ROWS_MAX)] });
  return done(
    rows.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(
        columns.value.map((column, at) => [column, plainCell(record[at] ?? "")]),
      ) as Partial<Record<Column, string>>,
    })),
  );
}

/** UTF-8, or the UTF-16 that spreadsheets call Unicode text; undefined for anything else. */
function decode(bytes: Uint8Array): string | undefined {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    const text = new TextDecoder(utf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

interface ReadRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readRecords(text: string): Result<readonly ReadRecord[], "import_file_unusable"> {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: ROWS_MAX + 2,
    }) as unknown as ReadRecord[];
    return done(records);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = error["lines"];
    return unusable("broken", typeof line === "number" ? { line } : {});
  }
}

/** The sign that stands most often in the heading, outside of quotes. */
function delimiterOf(text: string): string {
  const heading = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (sign: string) => heading.split(sign).length - 1;
  return [";", ",", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

function readHeading<Column extends string>(
  cells: readonly string[],
  titles: Titles<Column>,
  needed: readonly Column[],
): Result<readonly Column[], "import_file_unusable"> {
  const byTitle = new Map<string, Column>();
  for (const column of Object.keys(titles) as Column[]) {
    byTitle.set(searchKey(column), column);
    byTitle.set(searchKey(titles[column]), column);
  }
  const unknown = cells.filter((cell) => !byTitle.has(searchKey(cell)));
  if (unknown.length > 0)
    return unusable("unknownColumn", { line: 1, names: unknown.slice(0, 10).map(shortened) });
  const columns = cells.flatMap((cell) => byTitle.get(searchKey(cell)) ?? []);
  const twice = columns.filter((column, at) => columns.indexOf(column) !== at);
  if (twice.length > 0)
    return unusable("columnTwice", { line: 1, names: twice.map((column) => titles[column]) });
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    return unusable("columnMissing", { line: 1, names: missing.map((column) => titles[column]) });
  return done(columns);
}

const SHOWN_MAX = 60;

/** A file of another kind may have a whole text where a column's name should be. */
function shortened(cell: string): string {
  return cell.length > SHOWN_MAX ? `${cell.slice(0, SHOWN_MAX)}…` : cell;
}

/**
 * Writes a CSV file that a spreadsheet here opens by a double click: with a byte order mark and semicolons, since the
 * comma is the decimal sign. What begins like a formula is made harmless. {@link readTable} reads it again.
 */
export function writeTable<Column extends string>(
  titles: Titles<Column>,
  columns: readonly Column[],
  rows: readonly Readonly<Partial<Record<Column, string>>>[],
): Uint8Array {
  const text = stringify(
    rows.map((row) => columns.map((column) => harmlessCell(row[column] ?? ""))),
    {
      bom: true,
      delimiter: ";",
      header: true,
      columns: columns.map((column) => titles[column]),
      record_delimiter: "windows",
    },
  );
  return Buffer.from(text, "utf8");
}
