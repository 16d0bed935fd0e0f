import { type Hash, createHash, hash } from "node:crypto";
import type { AppliedMigration } from "./migrate.ts";

/**
 * A backup is a gzip-compressed tar of these entries, in this order:
 *
 * - `header.json`: what it is, of which program, server, migrations and spaces;
 * - `keys/…`: the key ring; `tables/<schema>/<table>/<n>`: COPY text in pieces; `files/…`: uploads and prints;
 * - between them `digests/<n>`: name, size and SHA-256 of each entry since the last one;
 * - `closing.json`: rows and row digests per table, sequences, and a digest over all `digests/…`;
 * - `closing.sha256`: the SHA-256 of `closing.json`.
 *
 * So it is written and checked as a stream: neither a table nor the list of files has to fit into memory.
 */
export const BACKUP_FORMAT = 1;

/** The gzip header that we write: no name, no time, unknown extras none. Its bytes are in no checksum. */
export const GZIP_HEADER = Buffer.from("1f8b0800000000000003", "hex");

/** Entries per `digests/…`. */
export const DIGESTS_EVERY = 1000;
/** A table's piece is cut when it is at least this long. */
export const PIECE_BYTES = 4 * 1024 * 1024;

export interface BackupHeader {
  readonly format: number;
  readonly program: string;
  readonly serverVersion: number;
  readonly createdAt: string;
  readonly migrations: readonly AppliedMigration[];
  readonly spaces: readonly string[];
}

/** What a table held: independent of the order of its rows. */
export interface TableDigest {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly digest: string;
}

export interface SequenceValue {
  readonly schema: string;
  readonly sequence: string;
  readonly value: string;
}

export interface BackupClosing {
  readonly tables: readonly TableDigest[];
  readonly sequences: readonly SequenceValue[];
  readonly keys: number;
  readonly files: number;
  readonly entries: number;
  readonly digest: string;
}

/** What backup and restore tell the person. */
export interface BackupSummary {
  readonly header: BackupHeader;
  readonly tables: number;
  readonly rows: number;
  readonly keys: number;
  readonly files: number;
}

export function summarise(header: BackupHeader, closing: BackupClosing): BackupSummary {
  const rows = closing.tables.reduce((sum, table) => sum + table.rows, 0);
  return { header, tables: closing.tables.length, rows, keys: closing.keys, files: closing.files };
}

/** One line of `digests/…`. */
export function digestLine(name: string, size: number, sha256: string): string {
  return `${sha256} ${size} ${name}\n`;
}

/**
 * Counts the rows of a COPY text stream and makes a digest of them that does not depend on their order: the
 * sum, in eight counters of 32 bits, of each row's SHA-256. In COPY text a row is a line, whatever it holds.
 */
export function rowDigest(): { add(chunk: Buffer): void; end(): { rows: number; digest: string } } {
  const sums = new Uint32Array(8);
  let rows = 0;
  /** The row that began in an earlier chunk. */
  let begun: Hash | null = null;
  const count = (digest: Buffer) => {
    for (let at = 0; at < 8; at += 1) sums[at] = (sums[at] ?? 0) + digest.readUInt32LE(at * 4);
    rows += 1;
  };
  const add = (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, end);
      count(begun === null ? hash("sha256", piece, "buffer") : begun.update(piece).digest());
      begun = null;
      from = end + 1;
    }
    if (from < chunk.length) begun = (begun ?? createHash("sha256")).update(chunk.subarray(from));
  };
  const end = () => {
    if (begun !== null) throw new Error("A table's text ends in the middle of a row");
    return { rows, digest: createHash("sha256").update(new Uint8Array(sums.buffer)).digest("hex") };
  };
  return { add, end };
}
