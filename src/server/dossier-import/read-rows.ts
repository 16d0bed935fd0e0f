import { Readable } from "node:stream";
import {
  type ImportFields,
  type ImportColumn,
  type StepPart,
  importColumn,
} from "#domain/dossier/imported-columns.ts";
import { parse } from "csv-parse";
import { RECORD_MAX_BYTES, type SourceFile, contentOf } from "./source-file.ts";

/** Why a line gives no row at all. */
type LineReject = "not_json" | "not_an_object" | "line_too_long" | "wrong_column_count";

/** One row of a file by its line; or what is wrong with the line. */
export type SourceRow =
  | { readonly line: number; readonly fields: ImportFields }
  | { readonly line: number; readonly reject: LineReject };

/** The rows of a file that was found usable, one after the other; blank lines are left out. */
export function readRows(file: SourceFile): AsyncIterable<SourceRow> {
  return file.format === "lines" ? readJsonLines(file) : readTable(file);
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function* readTable(file: Extract<SourceFile, { format: "table" }>): AsyncGenerator<SourceRow> {
  const parser = parse({
    bom: true,
    delimiter: file.delimiter,
    from: 2,
    info: true,
    // As the first reading counts them: left to guess, one line that ends otherwise makes the rest one record.
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const source = Readable.from(contentOf(file.path, file.gzip));
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
    if (record.every((cell) => cell.trim() === "")) continue;
    if (record.length === file.columns.length)
      yield { line: info.lines, fields: fieldsOfCells(record, file.columns) };
    else yield { line: info.lines, reject: "wrong_column_count" };
  }
}

type Step = Partial<Record<StepPart, unknown>>;

function fieldsOfCells(
  cells: readonly string[],
  columns: readonly (ImportColumn | undefined)[],
): ImportFields {
  const fields: Record<string, unknown> = {};
  const steps = new Map<number, Step>();
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? "";
    if (cell === "" || column === undefined) continue;
    if (column.kind === "field") fields[column.field] = cell;
    else steps.set(column.index, { ...steps.get(column.index), [column.part]: cell });
  }
  if (steps.size > 0)
    fields["history"] = [...steps].toSorted(([one], [other]) => one - other).map(([, step]) => step);
  return fields;
}

async function* readJsonLines(file: SourceFile): AsyncGenerator<SourceRow> {
  const nameToField = new Map<string, ImportColumn | undefined>();
  for await (const { line, text } of linesOf(contentOf(file.path, file.gzip))) {
    if (text === undefined) yield { line, reject: "line_too_long" };
    else if (text.trim() !== "") yield readObject(line, text.replace(/^\ufeff/, ""), nameToField);
  }
}

function readObject(line: number, text: string, names: Map<string, ImportColumn | undefined>): SourceRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, reject: "not_json" };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { line, reject: "not_an_object" };
  const fields: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(value)) {
    const column = columnOf(name, names);
    if (column?.kind === "field") fields[column.field] = given;
  }
  return { line, fields };
}

/** A file has few names: each is read once. A file that makes up a new one on each line is only slower. */
const NAMES_MAX = 1000;

function columnOf(name: string, known: Map<string, ImportColumn | undefined>): ImportColumn | undefined {
  if (known.has(name)) return known.get(name);
  const column = importColumn(name);
  if (known.size < NAMES_MAX) known.set(name, column);
  return column;
}

const NEW_LINE = 0x0a;
/** Space, tab and the signs of a line's end: nothing at the beginning of a line. */
const BLANKS: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0d, NEW_LINE]);

interface TextLine {
  readonly line: number;
  /** Undefined for one that is longer than a record may be, of which nothing is kept. */
  readonly text: string | undefined;
}

/** The lines of a stream that are not blank. Blank ones cost a step each: a small gzip can hold a thousand million. */
async function* linesOf(content: AsyncIterable<Buffer>): AsyncGenerator<TextLine> {
  let parts: Buffer[] = [];
  let bytes = 0;
  let line = 1;
  const close = (): TextLine => {
    const text = bytes > RECORD_MAX_BYTES ? undefined : Buffer.concat(parts).toString("utf8");
    parts = [];
    bytes = 0;
    line += 1;
    return { line: line - 1, text };
  };
  const keep = (part: Buffer) => {
    bytes += part.length;
    if (bytes > RECORD_MAX_BYTES) parts = [];
    else parts.push(part);
  };
  for await (const chunk of content) {
    for (let from = 0; from < chunk.length; from += 1) {
      if (bytes === 0 && BLANKS.has(chunk[from])) {
        if (chunk[from] === NEW_LINE) line += 1;
        continue;
      }
      const to = chunk.indexOf(NEW_LINE, from);
      keep(chunk.subarray(from, to === -1 ? chunk.length : to));
      if (to === -1) break;
      yield close();
      from = to;
    }
  }
  if (bytes > 0) yield close();
}
