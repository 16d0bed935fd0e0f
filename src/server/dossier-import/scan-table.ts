/** A quoted field that does not end, or a record that is too long, by the line on which it begins. */
export interface TableProblem {
  readonly kind: "neverClosed" | "tooLong";
  readonly line: number;
}

const QUOTE = 0x22;
const NEW_LINE = 0x0a;

/**
 * Counts the records of a table byte by byte, without keeping it: a line end inside of quotation marks is part of
 * a field. `take` answers the quote that has been open for longer than a record may be, or the record that is longer:
 * whoever reads records holds a whole one in memory.
 */
export function createTableScan(delimiter: string, recordMaxBytes: number) {
  const parting = delimiter.charCodeAt(0);
  let line = 1;
  let records = 0;
  let filled = false;
  /** Whether a quotation mark here would begin a field; in the middle of one it is a sign like any other. */
  let atStart = true;
  let quoted = false;
  let justClosed = false;
  let openedOn = 0;
  let quotedBytes = 0;
  let begunOn = 1;
  let recordBytes = 0;
  let tooLong: TableProblem | undefined;
  const inQuotes = (byte: number): void => {
    quotedBytes += 1;
    if (byte === NEW_LINE) line += 1;
    if (byte === QUOTE) {
      quoted = false;
      justClosed = true; // Unless another follows: two of them are one within the field.
    }
  };
  const endRecord = (): void => {
    line += 1;
    if (filled) records += 1;
    if (recordBytes > recordMaxBytes) tooLong ??= { kind: "tooLong", line: begunOn };
    [begunOn, recordBytes] = [line, 0];
    filled = false;
  };
  const outside = (byte: number): void => {
    if (byte === QUOTE && (atStart || justClosed)) {
      if (atStart) [openedOn, quotedBytes] = [line, 0];
      quoted = true;
      filled = true;
    } else if (byte === NEW_LINE) {
      endRecord();
    } else filled ||= byte > 0x20;
    // The byte order mark before the first field counts for nothing.
    atStart = byte === parting || byte === NEW_LINE || (atStart && byte > 0x7f);
    justClosed = false;
  };
  return {
    take: (chunk: Buffer): TableProblem | undefined => {
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at] ?? 0;
        recordBytes += 1;
        if (quoted) inQuotes(byte);
        else outside(byte);
      }
      if (quoted && quotedBytes > recordMaxBytes) return { kind: "neverClosed", line: openedOn };
      return tooLong ?? (recordBytes > recordMaxBytes ? { kind: "tooLong", line: begunOn } : undefined);
    },
    end: (): { readonly records: number; readonly open: TableProblem | undefined } => ({
      records: records + (filled ? 1 : 0),
      open: quoted ? { kind: "neverClosed", line: openedOn } : undefined,
    }),
  };
}
