import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate, type PlainDate } from "#domain/shared/plain-date.ts";
import {
  importCatalogue,
  type ImportNote,
  type ImportSummary,
  inspectFile,
} from "#server/catalogue/import-catalogue.ts";
import { UnusableFile } from "#server/catalogue/import-lines.ts";
import { hasCatalogue, whileAlone } from "#server/catalogue/import-store.ts";
import { systemClock } from "#server/clock.ts";
import { createDb, createPool, type Db } from "#server/db/kysely.ts";
import { StartFailure, errorCode } from "#server/db/start-failure.ts";
import { v7 as uuidV7 } from "uuid";
import { counted } from "./counted.ts";
import { requireOtherFiles, writeWhole } from "./output-files.ts";
import { visible } from "./visible-text.ts";
import { withDatabase } from "./with-database.ts";

export interface CatalogueImportArgs {
  readonly file: string;
  /** The first day of what is new; today in Việt Nam when absent. */
  readonly validFrom?: PlainDate;
  /** A file that gets a copy of the lines. */
  readonly report?: string;
}

/** Undefined when these are not its arguments. @example readCatalogueArgs(["a.jsonl.gz", "--valid-from", "2026-12-01"]) */
export function readCatalogueArgs(args: readonly string[]): CatalogueImportArgs | undefined {
  const [file, ...options] = args;
  if (file === undefined || file.startsWith("--") || options.length % 2 !== 0) return undefined;
  let read: CatalogueImportArgs = { file };
  for (let at = 0; at < options.length; at += 2) {
    const value = options[at + 1] ?? "";
    const day = parsePlainDate(value);
    if (options[at] === "--valid-from" && day !== undefined) read = { ...read, validFrom: day };
    else if (options[at] === "--report" && value !== "") read = { ...read, report: value };
    else return undefined;
  }
  return read;
}

/**
 * Reads the national portal's records into the catalogue, beside a running program or without one. What has to be
 * said about a line goes to standard output, progress to standard error; the last line of standard output is the
 * summary as JSON.
 * @throws StartFailure with one sentence when nothing could be read; then nothing was changed
 */
export async function runCatalogueImport(args: CatalogueImportArgs): Promise<void> {
  const { file, report, validFrom } = args;
  if (validFrom !== undefined && (validFrom < FIRST_DAY || validFrom > LAST_DAY)) {
    throw new StartFailure(
      `--valid-from must be a day from ${FIRST_DAY} to ${LAST_DAY}, not ${validFrom}. Nothing was changed.`,
    );
  }
  if (report !== undefined) {
    requireOtherFiles([
      { option: "the file to import", file },
      { option: "--report", file: report },
    ]);
  }
  const lines = await usable(file, () => inspectFile(file));
  await withDatabase(async (database) => {
    const pool = createPool({ ...database.appConfig, max: 2 });
    const db = createDb(pool);
    try {
      await importInto(db, args, lines);
    } finally {
      await db.destroy();
    }
  });
}

/** Procedures that are in force or will be soon: another day is mistyped, and the days around it must be ones too. */
const FIRST_DAY = "1990-01-01";
const LAST_DAY = "2100-12-31";

async function importInto(db: Db, args: CatalogueImportArgs, lines: number): Promise<void> {
  const { file } = args;
  if (!(await hasCatalogue(db))) {
    throw new StartFailure("The database has no catalogue yet: start the program once, then import.");
  }
  const now = systemClock.now();
  const today = localTime(now).day;
  const [year, month] = today.split("-");
  const out = openReport(args.report);
  const progress = progressLine(lines);
  const summary = await usable(file, () =>
    whileAlone(db, () =>
      importCatalogue(db, file, {
        at: now,
        newId: uuidV7,
        day: args.validFrom ?? today,
        source: `Cổng Dịch vụ công quốc gia (dichvucong.gov.vn), đọc tháng ${Number(month)}/${year}`,
        reason: `Nhập danh mục từ tệp ${path.basename(file)}`,
        onNote: (note) => out.say(noteLine(note)),
        onProgress: progress.show,
      }),
    ),
  );
  if (!summary) throw new StartFailure("Another catalogue import is running: wait until it has ended.");
  progress.end();
  out.say(JSON.stringify(summary));
  out.close();
}

/** One sentence for a file that cannot be used. */
async function usable<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UnusableFile) {
      throw new StartFailure(`${name} ${error.message}: nothing was changed.`, { cause: error });
    }
    throw error;
  }
}

const WORDS_MAX = 200;

/** @example 'line 12  1.000253  limitUnitMissing  "1"' */
function noteLine({ line, code, kind, words }: ImportNote): string {
  const shown = words.length > WORDS_MAX ? `${words.slice(0, WORDS_MAX)}…` : words;
  return visible(`line ${line}  ${code === "" ? "-" : code}  ${kind}  ${JSON.stringify(shown)}`);
}

/**
 * Opens the report before anything is imported. What cannot be written to it later stops no import: it is told at the
 * end.
 * @throws StartFailure when it cannot be opened
 */
function openReport(report: string | undefined) {
  const copy = report === undefined ? undefined : { file: report, descriptor: openForReport(report) };
  let failure: StartFailure | undefined;
  const keep = (line: string) => {
    if (!copy || failure) return;
    try {
      writeWhole(copy.descriptor, `${line}\n`, copy.file);
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error;
      failure = error;
    }
  };
  return {
    say: (line: string) => {
      process.stdout.write(`${line}\n`);
      keep(line);
    },
    close: () => {
      if (copy) closeSync(copy.descriptor);
      if (failure) throw failure;
    },
  };
}

function openForReport(report: string): number {
  try {
    return openSync(report, "w");
  } catch (error) {
    const code = errorCode(error) || String(error);
    throw new StartFailure(`The report cannot be written to ${report} (${code}): nothing was changed.`, {
      cause: error,
    });
  }
}

/** A terminal sees one line that is written anew; a log sees one every few seconds. */
const LOG_EVERY_MS = 3000;

function progressLine(lines: number) {
  const isTerminal = process.stderr.isTTY;
  let last = performance.now();
  const show = ({ read, created, newVersions, unchanged, rejected }: ImportSummary) => {
    const now = performance.now();
    if (!isTerminal && now - last < LOG_EVERY_MS) return;
    last = now;
    const done = `${read} of ${counted(lines, "line")}: ${created} created, ${counted(newVersions, "new version")}, ${unchanged} unchanged, ${rejected} rejected`;
    process.stderr.write(isTerminal ? `\r\u001b[K${done}` : `${done}\n`);
  };
  return { show, end: () => isTerminal && process.stderr.write("\n") };
}
