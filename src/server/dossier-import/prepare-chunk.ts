import { setImmediate } from "node:timers/promises";
import { type ImportFields, canonicalRow } from "#domain/dossier/imported-columns.ts";
import { keptCode, readImportedDossier } from "#domain/dossier/imported-dossier.ts";
import { cleanText } from "#domain/person/written-text.ts";
import { sha256 } from "../keys/key-ring.ts";
import { type ImportRun, type ImportedRows, addImported, emptyImport } from "../ledgers/import-ledger.ts";
import type { RowMaking } from "../ledgers/dossier-rows.ts";
import type { SourceRow } from "./read-rows.ts";
import type { KnownCodes } from "./store.ts";
import { type Placing, takeOver } from "./take-over.ts";

/** A row that is not taken over, as the file of rejects has it: where, which, and everything that is wrong. */
export interface Rejected {
  readonly line: number;
  readonly code: string | null;
  readonly reasons: readonly { readonly field: string; readonly code: string }[];
}

/** A part of a file, ready to be written in one transaction. */
export interface PreparedChunk {
  readonly rows: ImportedRows;
  /** Codes of the dossiers in `rows`. */
  readonly codes: readonly string[];
  /** Old code and hash of each of them, hexadecimal. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly unchanged: number;
  readonly rejected: readonly Rejected[];
}

/** A row with what tells whether it came before. */
interface Hashed {
  readonly line: number;
  readonly fields: ImportFields;
  readonly oldCode: string | null;
  readonly hash: Buffer;
}

const CODE_MAX = 60;
const ROWS_AT_A_STRETCH = 20;

/** What a row calls itself, as far as it can be told before the row is read. */
function oldCodeOf({ code }: ImportFields): string | null {
  const text = typeof code === "string" || typeof code === "number" ? cleanText(String(code)) : "";
  return text === "" || text.length > CODE_MAX || text.includes("\u0000") ? null : text;
}

/** The codes of a part of a file, to be looked up before {@link prepareChunk}. */
export function codesOf(chunk: readonly SourceRow[]) {
  const oldCodes = chunk.flatMap((row) => ("fields" in row ? (oldCodeOf(row.fields) ?? []) : []));
  return { oldCodes, codes: oldCodes.map(keptCode) };
}

/**
 * Decides every row of a part of a file: what is new becomes rows of the ledgers, what came before is counted, what
 * cannot be taken over is told with all its reasons. `known` is what the space has of these codes, and what an
 * earlier part of the same file is about to write.
 */
export async function prepareChunk(
  chunk: readonly SourceRow[],
  known: KnownCodes,
  placing: Placing,
  making: RowMaking,
  run: ImportRun,
): Promise<PreparedChunk> {
  const rows = emptyImport();
  const rejected: Rejected[] = [];
  const hashes = new Map<string, string>();
  const codes = new Set<string>();
  let unchanged = 0;
  for (const [index, row] of chunk.entries()) {
    // The part before is being written meanwhile: its next table waits for this process to listen.
    if (index % ROWS_AT_A_STRETCH === 0) await setImmediate();
    if ("reject" in row) {
      rejected.push({ line: row.line, code: null, reasons: [{ field: "", code: row.reject }] });
      continue;
    }
    const hashed = { ...row, oldCode: oldCodeOf(row.fields), hash: sha256(canonicalRow(row.fields)) };
    const seen =
      hashed.oldCode === null
        ? undefined
        : (hashes.get(hashed.oldCode) ?? known.imported.get(hashed.oldCode));
    if (seen === hashed.hash.toString("hex")) {
      unchanged += 1;
      continue;
    }
    const taken = seen === undefined ? decide(hashed, known, codes, placing, run) : OTHERWISE;
    if (taken.ok) {
      addImported(rows, making, taken.value, run);
      codes.add(taken.value.facts.code);
      hashes.set(taken.value.facts.oldCode, hashed.hash.toString("hex"));
    } else rejected.push({ line: row.line, code: hashed.oldCode, reasons: taken.reasons });
  }
  return { rows, codes: [...codes], hashes, unchanged, rejected };
}

const OTHERWISE = { ok: false, reasons: [{ field: "code", code: "imported_otherwise" }] } as const;

function decide(
  row: Hashed,
  known: KnownCodes,
  codes: ReadonlySet<string>,
  placing: Placing,
  run: ImportRun,
) {
  const read = readImportedDossier(row.fields, run.now);
  if (!read.ok) return read;
  const { code } = read.value;
  if (known.taken.has(code) || codes.has(code))
    return { ok: false, reasons: [{ field: "code", code: "code_taken" }] } as const;
  return takeOver(placing, read.value, row.hash);
}
