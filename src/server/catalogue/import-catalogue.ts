import { createHash } from "node:crypto";
import { canonicalJson, isUnstorable } from "#domain/catalogue/canonical-json.ts";
import { planImport } from "#domain/catalogue/plan-import.ts";
import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { type ReadProcedure, readPortalProcedure } from "#domain/catalogue/read-portal-procedure.ts";
import type { Warning } from "#domain/catalogue/warnings.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Db } from "../db/kysely.ts";
import { type FileLine, readLines, UnusableFile } from "./import-lines.ts";
import {
  type FoundProcedures,
  type FoundVersion,
  holdProcedures,
  type ImportAct,
  type ImportedVersion,
  writeImport,
} from "./import-store.ts";

/** Why a line made no version. */
export type RejectReason =
  | "line_too_long"
  | "not_json"
  | "invalid_record"
  | "text_unstorable"
  | "nested_too_deeply"
  | "code_twice";

/** One thing to say about a line. */
export interface ImportNote {
  readonly line: number;
  /** Empty where the line has none that can be read. */
  readonly code: string;
  readonly kind: RejectReason | "code_repeated" | Warning["kind"];
  readonly words: string;
}

export interface ImportSummary {
  /** Lines that hold something. */
  readonly read: number;
  /** Procedures that were not in the catalogue. */
  readonly created: number;
  /** Procedures of the catalogue that got a new version. */
  readonly newVersions: number;
  readonly unchanged: number;
  /** Records whose reading left something open, whether they are new or were read before. */
  readonly withWarnings: number;
  readonly rejected: number;
}

export interface ImportOptions extends ImportAct {
  /** The first day of what is new. */
  readonly day: PlainDate;
  /** What the facts are marked with: the portal and the month. */
  readonly source: string;
  readonly onNote: (note: ImportNote) => void;
  /** After each batch that was committed, and at the end. */
  readonly onProgress: (summary: ImportSummary) => void;
}

/** How many records one transaction takes: so much at most is lost when the program is killed, and done again. */
const BATCH_RECORDS = 50;

/** SHA-256 of a text in UTF-8, as lower-case hex. */
function sha256Hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A line that was read as a record. */
interface Candidate {
  readonly line: number;
  readonly sha256: string;
  readonly json: string;
  readonly read: ReadProcedure;
}

/** The country has some thousands of procedures; a file with more lines than this is another kind of file. */
export const LINES_MAX = 200_000;

/**
 * Looks through the whole file before anything is done.
 * @returns how many lines hold something
 * @throws UnusableFile where it cannot be read to its end, where no line is a record with a code, or where there are
 *   more than {@link LINES_MAX} lines
 */
export async function inspectFile(file: string): Promise<number> {
  let lines = 0;
  let found = false;
  for await (const { text } of readLines(file)) {
    lines += 1;
    if (lines > LINES_MAX)
      throw new UnusableFile(`has more than ${LINES_MAX} lines: it is no list of procedures`);
    found ||= text !== undefined && hasCode(text);
  }
  if (!found) throw new UnusableFile("holds no procedure: no line is a JSON object with a code");
  return lines;
}

function hasCode(text: string): boolean {
  const value = parse(text);
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";
}

/**
 * Reads the records of a file into the catalogue, in batches of {@link BATCH_RECORDS}, one transaction each. The same
 * file again changes nothing; one that was broken off is finished by running it again.
 * @rule CATALOGUE-01
 */
export async function importCatalogue(db: Db, file: string, options: ImportOptions): Promise<ImportSummary> {
  const counts = { read: 0, created: 0, newVersions: 0, unchanged: 0, withWarnings: 0, rejected: 0 };
  const seen = new Map<string, { readonly line: number; readonly sha256: string }>();
  let batch: Candidate[] = [];
  const flush = async () => {
    if (batch.length > 0) {
      const done = await importBatch(db, batch, options);
      counts.created += done.created;
      counts.newVersions += done.newVersions;
      counts.unchanged += done.unchanged;
      counts.withWarnings += done.withWarnings;
    }
    batch = [];
    options.onProgress({ ...counts });
  };
  for await (const line of readLines(file)) {
    counts.read += 1;
    const candidate = readCandidate(line, options);
    const first = candidate && seen.get(candidate.read.content.code);
    if (!candidate) counts.rejected += 1;
    else if (first) {
      const repeated = first.sha256 === candidate.sha256;
      counts[repeated ? "unchanged" : "rejected"] += 1;
      options.onNote(again(candidate, first.line, repeated));
    } else {
      seen.set(candidate.read.content.code, { line: candidate.line, sha256: candidate.sha256 });
      batch.push(candidate);
      if (batch.length === BATCH_RECORDS) await flush();
    }
  }
  await flush();
  return counts;
}

function again({ line, read }: Candidate, first: number, repeated: boolean): ImportNote {
  return {
    line,
    code: read.content.code,
    kind: repeated ? "code_repeated" : "code_twice",
    words: repeated ? `same as line ${first}` : `another text than line ${first}, which counts`,
  };
}

/** The record of a line, or undefined and a note. */
function readCandidate({ number, text }: FileLine, { source, onNote }: ImportOptions): Candidate | undefined {
  const reject = (kind: RejectReason, words: string, code = ""): undefined => {
    onNote({ line: number, code, kind, words });
    return undefined;
  };
  if (text === undefined) return reject("line_too_long", "");
  const value = parse(text);
  if (value === undefined) return reject("not_json", text.slice(0, 80));
  const json = canonicalJson(value);
  if (json === undefined) return reject("nested_too_deeply", "");
  if (isUnstorable(json)) return reject("text_unstorable", "");
  const read = readPortalProcedure(value, { source, digest: sha256Hex });
  if (!read.ok) return reject("invalid_record", String(read.details["faults"]), codeOf(value));
  return { line: number, sha256: sha256Hex(json), json, read: read.value };
}

function codeOf(value: unknown): string {
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string"
    ? value.code.slice(0, 40)
    : "";
}

/** Undefined for what is no JSON; JSON itself has no undefined. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

type Done = Pick<ImportSummary, "created" | "newVersions" | "unchanged" | "withWarnings">;

async function importBatch(db: Db, batch: readonly Candidate[], options: ImportOptions): Promise<Done> {
  const outcomes = await db.transaction().execute(async (tx) => {
    const found = await holdProcedures(
      tx,
      batch.map(({ read }) => read.content.code),
    );
    const planned = batch.map((candidate) => outcomeOf(candidate, found, options));
    await writeImport(
      tx,
      {
        records: batch
          .filter((candidate) => !isSameRecord(candidate, found))
          .map(({ read, sha256, json }) => ({ code: read.content.code, sha256, json })),
        versions: planned.flatMap(({ version }) => version ?? []),
      },
      options,
    );
    return planned;
  });
  for (const { candidate, warnings } of outcomes) {
    for (const { kind, words } of warnings) {
      options.onNote({ line: candidate.line, code: candidate.read.content.code, kind, words });
    }
  }
  const count = (kind: Outcome["kind"]) => outcomes.filter((outcome) => outcome.kind === kind).length;
  return {
    created: count("created"),
    newVersions: count("newVersion"),
    unchanged: count("unchanged"),
    withWarnings: outcomes.filter(({ warnings }) => warnings.length > 0).length,
  };
}

interface Outcome {
  readonly candidate: Candidate;
  readonly kind: "created" | "newVersion" | "unchanged";
  readonly version?: ImportedVersion;
  /** What to say: nothing where a version of ours stands, since the record's gaps are not its gaps. */
  readonly warnings: readonly Warning[];
}

function isSameRecord({ read, sha256 }: Candidate, { records }: FoundProcedures): boolean {
  return records.get(read.content.code) === sha256;
}

function outcomeOf(candidate: Candidate, found: FoundProcedures, { day, newId }: ImportOptions): Outcome {
  const { read, sha256 } = candidate;
  const versions = found.versions.get(read.content.code) ?? [];
  const [newest] = versions;
  const ours = newest !== undefined && isOurs(newest, versions);
  const plan = planImport({
    read: read.content,
    standing: newest && { content: contentOf(newest), validFrom: newest.valid_from, ours },
    sameRecord: isSameRecord(candidate, found),
    day,
  });
  if (plan.kind === "unchanged") {
    const fromRecord = newest?.origin === "portal" && !ours;
    return { candidate, kind: plan.kind, warnings: fromRecord ? read.warnings : [] };
  }
  const warnings = plan.kind === "newVersion" && plan.merged ? [] : read.warnings;
  const previous = plan.kind === "newVersion" && newest ? ending(newest, plan.previousEnds) : null;
  const version: ImportedVersion = {
    id: newId(),
    content: plan.content,
    fieldName: read.fieldName,
    sha256,
    validFrom: plan.validFrom,
    warnings,
    previous,
  };
  return { candidate, kind: plan.kind, version, warnings };
}

/** Made here and not read from a record: shipped, or published by an editor, or one of these with limits taken over. */
function isOurs(newest: FoundVersion, versions: readonly FoundVersion[]): boolean {
  if (newest.record_sha256 === null) return true;
  const decision = contentOf(newest).publishedBy;
  return versions.some(
    (version) => version.origin === "shipped" && contentOf(version).publishedBy === decision,
  );
}

/** What is stored was read before it was stored, and is read whole by every start. */
function contentOf(version: FoundVersion): ProcedureContent {
  return version.content as ProcedureContent;
}

function ending({ id, valid_to: ended }: FoundVersion, ends: PlainDate): ImportedVersion["previous"] {
  return { id, ended, ends: ended !== null && ended <= ends ? null : ends };
}
