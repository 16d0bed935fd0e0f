import { createHash } from "node:crypto";
import fs from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import {
  BACKUP_FORMAT,
  type BackupClosing,
  type BackupHeader,
  GZIP_HEADER,
  digestLine,
} from "./backup-format.ts";
import { StartFailure, errorCode } from "./start-failure.ts";

/** What a backup holds, once every byte of it has been checked. */
export interface CheckedBackup {
  readonly header: BackupHeader;
  readonly closing: BackupClosing;
}

/** Takes one entry's content to where it belongs; what it leaves unread is read and checked all the same. */
export type TakeEntry = (name: string, content: AsyncIterable<Buffer>) => Promise<void>;

/** Texts are held in memory: header, digests, closing. */
const LARGEST_TEXT = 64 * 1024 * 1024;
const CLOSING = "closing.json";
const CLOSING_DIGEST = "closing.sha256";
/** Names that we write, and never a way out of the folder. */
const SAFE_NAME = /^(?:tables|keys|files|digests)(?:\/(?!\.)[^/\0]+)+$/u;

/**
 * Reads a backup from its first to its last byte and compares every digest in it.
 * @throws StartFailure when the file is cut short, altered, or not a backup; nothing is promised about what
 * `take` was given until this resolves
 */
export async function readBackup(
  file: string,
  take: TakeEntry = () => Promise.resolve(),
): Promise<CheckedBackup> {
  const size = checkGzipHeader(file);
  const gunzip = createGunzip();
  const entries = extract();
  const piped = pipeline(fs.createReadStream(file), gunzip, entries);
  const taken: { error?: unknown } = {};
  const guarded: TakeEntry = (name, content) =>
    take(name, content).catch((error: unknown) => {
      taken.error = error;
      throw error;
    });
  const reading = readEntries(entries as AsyncIterable<Entry>, guarded);
  try {
    const [checked] = await Promise.all([reading, piped]);
    // gunzip stops silently at the end of its data and ignores what was added behind it.
    assert(gunzip.bytesWritten === size, "bytes were added at its end");
    return checked;
  } catch (error) {
    // The error of whoever takes the content is its own; everything else is the file's.
    if (taken.error !== undefined && !isDamage(taken.error)) throw taken.error;
    if (error instanceof StartFailure) throw error;
    throw damaged(file, error);
  }
}

/** One entry of the tar while it passes by. */
interface Entry extends AsyncIterable<Buffer> {
  readonly header: { readonly name: string; readonly type: string; readonly size: number };
}

class Damage extends Error {}

function assert(condition: boolean, reason: string): asserts condition {
  if (!condition) throw new Damage(reason);
}

/** What gzip and tar say of a file that was altered or cut short. */
function isDamage(error: unknown): boolean {
  if (error instanceof Damage) return true;
  return errorCode(error).startsWith("Z_") || errorCode(error) === "ERR_STREAM_PREMATURE_CLOSE";
}

function damaged(file: string, cause: unknown): StartFailure {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartFailure(`${file} is damaged or not a backup of Motcua (${reason}); nothing was restored.`, {
    cause,
  });
}

function checkGzipHeader(file: string): number {
  let descriptor: number;
  try {
    // A folder can be opened like a file and is found out only when it is read.
    if (fs.statSync(file).isDirectory()) throw new StartFailure(`${file} is a folder and not a backup file.`);
    descriptor = fs.openSync(file, "r");
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`The backup ${file} cannot be read (${errorCode(error)}).`, { cause: error });
  }
  try {
    const head = Buffer.alloc(GZIP_HEADER.length);
    const { size } = fs.fstatSync(descriptor);
    const read = fs.readSync(descriptor, head);
    // These bytes are covered by no checksum, and we always write the same ones.
    if (read === head.length && head.equals(GZIP_HEADER)) return size;
    throw damaged(file, new Damage("it does not begin like one"));
  } finally {
    fs.closeSync(descriptor);
  }
}

async function readEntries(entries: AsyncIterable<Entry>, take: TakeEntry): Promise<CheckedBackup> {
  const texts = new Map<string, Buffer>();
  const digests = digestChecker();
  for await (const entry of entries) {
    const { name } = entry.header;
    assert(entry.header.type === "file", `${name} is not a file`);
    assert(!texts.has(CLOSING_DIGEST), "something follows its end");
    if (name === "header.json" || name === CLOSING || name === CLOSING_DIGEST) {
      const text = await readText(entry);
      texts.set(name, text);
      if (name === "header.json") checkHeader(text);
      if (name === "header.json") digests.note(name, text.length, sha256(text));
      continue;
    }
    assert(SAFE_NAME.test(name), `it holds ${JSON.stringify(name)}`);
    if (name.startsWith("digests/")) digests.compare(name, await readText(entry));
    else {
      const { content, end } = hashed(entry);
      await take(name, content);
      for await (const _ of content) continue;
      const { size, digest } = end();
      digests.note(name, size, digest);
    }
  }
  return conclude(texts, digests.end());
}

function conclude(
  texts: ReadonlyMap<string, Buffer>,
  seen: { entries: number; digest: string },
): CheckedBackup {
  const [header, text, digest] = ["header.json", CLOSING, CLOSING_DIGEST].map((name) => texts.get(name));
  assert(header !== undefined && text !== undefined && digest !== undefined, "it is cut short");
  assert(sha256(text) === digest.toString(), "its closing was altered");
  const closing = JSON.parse(text.toString()) as BackupClosing;
  assert(closing.entries === seen.entries && closing.digest === seen.digest, "entries are missing");
  return { header: checkHeader(header), closing };
}

function checkHeader(text: Buffer): BackupHeader {
  const header = JSON.parse(text.toString()) as BackupHeader;
  if (header.format === BACKUP_FORMAT) return header;
  throw new StartFailure(
    `The backup was written in format ${header.format} by ${header.program}, and this program reads format ${BACKUP_FORMAT}: use the program that wrote it, or a newer one.`,
  );
}

/** Compares what was read with the backup's own lists, as far as they have come. */
function digestChecker() {
  const total = createHash("sha256");
  let [lines, entries] = ["", 0];
  return {
    note: (name: string, size: number, digest: string) => {
      entries += 1;
      lines += digestLine(name, size, digest);
    },
    compare: (name: string, expected: Buffer) => {
      assert(expected.equals(Buffer.from(lines)), `an entry before ${name} was altered`);
      total.update(expected);
      lines = "";
    },
    end: () => {
      assert(lines === "", "its last digests are missing");
      return { entries, digest: total.digest("hex") };
    },
  };
}

/** Passes the content on and counts and digests it on the way. */
function hashed(entry: AsyncIterable<Buffer>) {
  const hash = createHash("sha256");
  let size = 0;
  async function* pass(): AsyncGenerator<Buffer> {
    for await (const chunk of entry) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  return { content: pass(), end: () => ({ size, digest: hash.digest("hex") }) };
}

async function readText(entry: Entry): Promise<Buffer> {
  assert(entry.header.size <= LARGEST_TEXT, `${entry.header.name} is too large`);
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
