import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { type ImportColumn, REQUIRED_FIELDS, importColumn } from "#domain/dossier/imported-columns.ts";
import { CsvError, parse } from "csv-parse/sync";
import { StartFailure, errorCode } from "../db/start-failure.ts";
import { type TableProblem, createTableScan } from "./scan-table.ts";

/** Longer than any dossier; what is longer is a file of another kind, or a quotation mark that was never closed. */
export const RECORD_MAX_BYTES = 1_000_000;

/** A file that can be imported, as a first reading found it. */
export type SourceFile =
  | { readonly format: "lines"; readonly path: string; readonly gzip: boolean; readonly rows: number }
  | {
      readonly format: "table";
      readonly path: string;
      readonly gzip: boolean;
      readonly rows: number;
      readonly delimiter: string;
      /** What each column holds; undefined for one that is none of ours. */
      readonly columns: readonly (ImportColumn | undefined)[];
    };

/**
 * Reads a whole file once, without keeping it, to know that it can be used: that it is there and can be read to the
 * end, is text in UTF-8, and has rows. A table (CSV) must have the needed columns and close its quotation marks.
 * @throws StartFailure with one sentence when it cannot be used
 */
export async function inspectFile(path: string): Promise<SourceFile> {
  const gzip = await isGzip(path);
  const decode = textDecoder(path);
  const reader = firstReading(path);
  for await (const chunk of contentOf(path, gzip)) reader.take(chunk, decode(chunk));
  decode(undefined);
  return { path, gzip, ...reader.end() };
}

/** The bytes of a file, unpacked when it is compressed. @throws StartFailure when it cannot be read to its end */
export async function* contentOf(path: string, gzip: boolean): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: 256 * 1024 });
  const stream = gzip ? source.pipe(createGunzip({ chunkSize: 256 * 1024 })) : source;
  // Pipe does not pass an error on: without this a file that vanishes would wait for ever.
  if (stream !== source) source.on("error", (error) => stream.destroy(error));
  let isFirst = true;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (isFirst && gzip && hasGzipMark(chunk))
        throw new StartFailure(`${path} is packed twice with gzip: unpack it once and try again.`);
      isFirst = false;
      yield chunk;
    }
  } catch (error) {
    const code = errorCode(error) ?? "";
    if (!code.startsWith("Z_")) throw error;
    throw new StartFailure(
      `${path} is cut off or damaged: its compressed content cannot be read to the end.`,
    );
  } finally {
    source.destroy();
  }
}

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path, "r").catch((error: unknown) => {
    throw new StartFailure(`${path} cannot be read: ${errorCode(error) ?? String(error)}.`);
  });
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    if (bytesRead === 0) throw new StartFailure(`${path} is empty.`);
    return bytesRead === 2 && hasGzipMark(buffer);
  } catch (error) {
    if (errorCode(error) === "EISDIR") throw new StartFailure(`${path} is a folder, not a file.`);
    throw error;
  } finally {
    await handle.close();
  }
}

const hasGzipMark = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Decodes part after part; the last call, without one, tells that the last character was whole. */
function textDecoder(path: string): (chunk: Buffer | undefined) => string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return (chunk) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw notUtf8(path);
    }
  };
}

function notUtf8(path: string): StartFailure {
  return new StartFailure(`${path} is not text in UTF-8: save it as UTF-8 and try again.`);
}

type Found =
  | { readonly format: "lines"; readonly rows: number }
  | {
      readonly format: "table";
      readonly rows: number;
      readonly delimiter: string;
      readonly columns: readonly (ImportColumn | undefined)[];
    };

/** Finds out what the file is by its head, and counts its rows. */
function firstReading(path: string) {
  let head = "";
  let found: { readonly count: (chunk: Buffer) => void; readonly end: () => Found } | undefined;
  let waiting: Buffer[] = [];
  const begin = () => {
    const text = head.replace(/^\ufeff/, "").trimStart();
    // UTF-16 without its mark is valid UTF-8 with a NUL beside each letter.
    if (/^[^\r\n]*\0/.test(text)) throw notUtf8(path);
    found = text.startsWith("{") ? countLines(path) : countTable(path, head.replace(/^\ufeff/, ""));
    for (const chunk of waiting) found.count(chunk);
    waiting = [];
  };
  return {
    take: (chunk: Buffer, text: string) => {
      if (found) return found.count(chunk);
      head += text;
      waiting.push(chunk);
      const isLine = /[\r\n]/.test(head.trimStart());
      if (isLine || head.length > RECORD_MAX_BYTES) begin();
    },
    end: (): Found => {
      if (!found) begin();
      if (!found) throw new StartFailure(`${path} is empty.`);
      const whole = found.end();
      if (whole.rows === 0) throw new StartFailure(`${path} has no rows.`);
      return whole;
    },
  };
}

const NEW_LINE = 0x0a;

function countLines(path: string) {
  let rows = 0;
  let filled = false;
  const objects = { seen: false };
  return {
    count: (chunk: Buffer) => {
      for (const byte of chunk) {
        if (byte === NEW_LINE) {
          if (filled) rows += 1;
          filled = false;
        } else if (byte > 0x20) {
          filled = true;
          objects.seen ||= byte === 0x7b;
        }
      }
    },
    end: () => {
      if (!objects.seen) throw new StartFailure(`${path} has no line with a JSON object.`);
      return { format: "lines" as const, rows: rows + (filled ? 1 : 0) };
    },
  };
}

const DELIMITERS = [",", ";", "\t"] as const;

function countTable(path: string, head: string) {
  const line = head.trimStart().split(/\r\n|\n|\r/)[0] ?? "";
  const delimiter =
    DELIMITERS.toSorted((one, other) => line.split(other).length - line.split(one).length)[0] ?? ",";
  const names = namesOf(line, delimiter);
  const columns = names.map((name) => importColumn(name));
  const twice = columnTwice(names, columns);
  if (twice) throw new StartFailure(`${path} has a column twice: ${twice}. Leave one of them out.`);
  const fields = new Set(columns.flatMap((column) => (column?.kind === "field" ? [column.field] : [])));
  const missing = REQUIRED_FIELDS.filter((field) => !fields.has(field));
  if (missing.length > 0) {
    throw new StartFailure(
      `${path} is neither JSON lines nor a table with the needed columns; missing: ${missing.join(", ")}.`,
    );
  }
  const scan = createTableScan(delimiter, RECORD_MAX_BYTES);
  return {
    count: (chunk: Buffer) => {
      const problem = scan.take(chunk);
      if (problem) throw unreadable(path, problem);
    },
    end: () => {
      const { records, open } = scan.end();
      if (open) throw unreadable(path, open);
      return { format: "table" as const, rows: Math.max(0, records - 1), delimiter, columns };
    },
  };
}

/** The headings of a table, without their quotation marks. */
function namesOf(line: string, delimiter: string): readonly string[] {
  try {
    const [names = []] = parse(line, { delimiter, relax_quotes: true, trim: true });
    return names;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return line.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, ""));
  }
}

const NAME_SHOWN_MAX = 60;

/** The headings of two columns that hold the same thing; nobody could tell which of them counts. */
function columnTwice(
  names: readonly string[],
  columns: readonly (ImportColumn | undefined)[],
): string | undefined {
  const first = new Map<string, string>();
  for (const [at, column] of columns.entries()) {
    if (!column) continue;
    const holds = column.kind === "field" ? column.field : `history${column.index} ${column.part}`;
    const name = JSON.stringify((names[at] ?? "").slice(0, NAME_SHOWN_MAX));
    const before = first.get(holds);
    if (before !== undefined) return `${before} and ${name}`;
    first.set(holds, name);
  }
  return undefined;
}

function unreadable(path: string, { kind, line }: TableProblem): StartFailure {
  return new StartFailure(
    kind === "neverClosed"
      ? `${path}: a quotation mark that begins a field on line ${line} is never closed.`
      : `${path}: the row on line ${line} is longer than ${RECORD_MAX_BYTES} bytes; no dossier is that long.`,
  );
}
