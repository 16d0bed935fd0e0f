import { closeSync, lstatSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "#server/clock.ts";
import { StartFailure, errorCode } from "#server/db/start-failure.ts";
import { importDossiers } from "#server/dossier-import/import-dossiers.ts";
import { withDatabase } from "./with-database.ts";

/** What `dossier import` was asked for. */
export interface ImportRequest {
  readonly file: string;
  readonly system: string;
  readonly dryRun: boolean;
  readonly rejects: string;
}

/**
 * Reads `FILE --system NAME [--dry-run] [--rejects FILE]`, in any order; undefined when something else is meant.
 * @example readImportRequest(["old.csv", "--system", "Một cửa Phú Thiện"])
 */
export function readImportRequest(args: readonly string[]): ImportRequest | undefined {
  const options = {
    system: { type: "string" },
    rejects: { type: "string" },
    "dry-run": { type: "boolean", default: false },
  } as const;
  const given = tolerant(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  const [file, ...more] = given?.positionals ?? [];
  if (!given || file === undefined || more.length > 0) return undefined;
  const { system, rejects = `${file}.rejects.jsonl`, "dry-run": dryRun } = given.values;
  return system && rejects ? { file, system, dryRun, rejects } : undefined;
}

/** The parser throws on an option that it does not know; here that is only a command that is meant otherwise. */
function tolerant<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const SYSTEM = /^[\p{L}\p{N}][\p{L}\p{N} .,()/_-]{0,99}$/u;

/** Imports dossiers of another system beside the program or without it; the last line of output is the summary. */
export async function runImportDossiers({ file, dryRun, rejects, ...request }: ImportRequest): Promise<void> {
  const system = request.system.normalize("NFC").trim();
  if (!SYSTEM.test(system))
    throw new StartFailure("--system must be a name of at most 100 letters, figures, blanks and .,()/_-");
  if (path.resolve(rejects) === path.resolve(file))
    throw new StartFailure("--rejects must name another file than the one that is imported.");
  const sink = rejectSink(rejects);
  try {
    const summary = await withDatabase(({ ownerConfig }, ring) =>
      importDossiers({
        ownerConfig,
        ring,
        clock: systemClock,
        file,
        system,
        dryRun,
        onRejected: sink.write,
        onProgress: progressLine(),
      }),
    );
    if (summary.rejected > 0) process.stderr.write(`Rejected rows with their reasons: ${rejects}\n`);
    else removeEarlier(rejects); // It would speak of rows that are taken over by now.
    process.stdout.write(`${JSON.stringify(summary)}\n`);
  } finally {
    sink.close();
  }
}

/** The file of rejects: made when the first comes, readable by its owner alone. One of an earlier run is replaced then. */
function rejectSink(file: string) {
  let descriptor: number | undefined;
  return {
    write: (rejected: object) => {
      if (descriptor === undefined) {
        removeEarlier(file);
        descriptor = openForWriting(file);
      }
      writeSync(descriptor, `${JSON.stringify(rejected)}\n`);
    },
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor);
    },
  };
}

/** Takes an earlier file of rejects away; a folder or a device such as /dev/null stays what it is. */
function removeEarlier(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile()) rmSync(file);
}

function openForWriting(file: string): number {
  try {
    return openSync(file, "w", 0o600);
  } catch (error) {
    throw new StartFailure(
      `The rejected rows cannot be written to ${file}: ${errorCode(error) ?? String(error)}.`,
    );
  }
}

const PROGRESS_EVERY_MS = 2000;

/** Tells how far it is, first after the first part: rewrites its line on a terminal, else one every two seconds. */
function progressLine(): (done: number, rows: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done, rows) => {
    if (done < rows && performance.now() - last < (process.stderr.isTTY ? 200 : PROGRESS_EVERY_MS)) return;
    last = performance.now();
    const end = process.stderr.isTTY && done < rows ? "\r" : "\n";
    process.stderr.write(`${done} of ${Math.max(done, rows)} rows${end}`);
  };
}
