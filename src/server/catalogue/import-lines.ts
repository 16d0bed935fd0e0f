import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";

/** A line of a file; `text` is undefined where it was too long to be held. Lines count from 1. */
export interface FileLine {
  readonly number: number;
  readonly text: string | undefined;
}

/** Longer than any record: the longest of the portal is below 100 KB. */
export const LINE_BYTES_MAX = 1_048_576;

/**
 * The file cannot be read to its end: it is not there, its compression is broken, or it is no text. The message is
 * the second half of a sentence that begins with the file's name.
 */
export class UnusableFile extends Error {
  override readonly name = "UnusableFile";
}

/**
 * The lines of a text file, plain or gzip (seen by its first bytes), without ever holding more than one of them.
 * Blank lines are left out, their numbers are not given again.
 * @throws UnusableFile where the file cannot be read to its end
 */
export async function* readLines(file: string): AsyncGenerator<FileLine> {
  for await (const line of splitLines(file)) {
    if (line.bytes === undefined) yield { number: line.number, text: undefined };
    else {
      const text = decode(line.bytes, line.number).trim();
      if (text !== "") yield { number: line.number, text };
    }
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Buffer, line: number): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new UnusableFile(`is not UTF-8 text (line ${line})`);
  }
}

interface RawLine {
  readonly number: number;
  readonly bytes: Buffer | undefined;
}

const NEWLINE = 0x0a;
/** Space, tab and the signs of a line's end: nothing at the beginning of a line. */
const BLANKS: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0d, NEWLINE]);

async function* splitLines(file: string): AsyncGenerator<RawLine> {
  const line = lineBuffer();
  for await (const chunk of readChunks(file)) {
    for (let from = 0; from < chunk.length; from += 1) {
      // Blank lines cost a step each and no more: a small gzip can hold a thousand million of them.
      if (line.isEmpty() && BLANKS.has(chunk[from])) {
        if (chunk[from] === NEWLINE) line.passBlank();
        continue;
      }
      const end = chunk.indexOf(NEWLINE, from);
      line.add(chunk.subarray(from, end === -1 ? chunk.length : end));
      if (end === -1) break;
      yield line.take();
      from = end;
    }
  }
  if (!line.isEmpty()) yield line.take();
}

/** The line that is being read. What goes over the limit is let go at once. */
function lineBuffer() {
  let parts: Buffer[] = [];
  let bytes = 0;
  let number = 0;
  return {
    add: (part: Buffer) => {
      bytes += part.length;
      if (bytes > LINE_BYTES_MAX) parts = [];
      else if (part.length > 0) parts.push(part);
    },
    isEmpty: () => bytes === 0,
    passBlank: () => {
      number += 1;
    },
    take: (): RawLine => {
      const line = bytes > LINE_BYTES_MAX ? undefined : Buffer.concat(parts);
      parts = [];
      bytes = 0;
      number += 1;
      return { number, bytes: line };
    },
  };
}

async function* readChunks(file: string): AsyncGenerator<Buffer> {
  try {
    const gzip = await isGzip(file);
    const source = createReadStream(file);
    const stream = gzip ? source.pipe(createGunzip()) : source;
    source.on("error", (error) => stream.destroy(error));
    let isFirst = true;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (isFirst && gzip && hasGzipMark(chunk))
        throw new UnusableFile("is packed twice with gzip: unpack it once");
      isFirst = false;
      yield chunk;
    }
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    throw new UnusableFile(reasonOf(error), { cause: error });
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && hasGzipMark(buffer);
  } finally {
    await handle.close();
  }
}

const hasGzipMark = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "is not there";
  if (code === "EACCES" || code === "EPERM") return "may not be read by this user";
  if (code === "EISDIR") return "is a folder";
  if (code.startsWith("Z_")) return "is a damaged or cut gzip file";
  return `cannot be read (${code === "" ? "unknown reason" : code})`;
}
