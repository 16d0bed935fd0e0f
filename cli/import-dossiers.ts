import { closeSync, lstatSync, openSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { harmlessCell } from "#domain/shared/csv-cell.ts";
import { systemClock } from "#server/clock.ts";
import { StartFailure, errorCode } from "#server/db/start-failure.ts";
import { importDossiers } from "#server/dossier-import/import-dossiers.ts";
import { counted } from "./counted.ts";
import { openNewFile, requireOtherFiles, writeWhole } from "./output-files.ts";
import { visible } from "./visible-text.ts";
import { withDatabase } from "./with-database.ts";

/** What `dossier import` was asked for. */
export interface ImportRequest {
  readonly file: string;
  readonly system: string;
  readonly space?: string;
  readonly dryRun: boolean;
  readonly rejects: string;
  /** A new file for the secrets of the public look-up. */
  readonly secrets?: string;
}

/**
 * Reads `FILE --system NAME [--space ID] [--dry-run] [--rejects FILE] [--secrets FILE]`, in any order; undefined when
 * something else is meant.
 * @example readImportRequest(["old.csv", "--system", "Một cửa Phú Thiện"])
 */
export function readImportRequest(args: readonly string[]): ImportRequest | undefined {
  const options = {
    system: { type: "string" },
    space: { type: "string" },
    rejects: { type: "string" },
    secrets: { type: "string" },
    "dry-run": { type: "boolean", default: false },
  } as const;
  const given = tolerant(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  const [file, ...more] = given?.positionals ?? [];
  if (!given || file === undefined || more.length > 0) return undefined;
  const { system, space, rejects = `${file}.rejects.jsonl`, secrets, "dry-run": dryRun } = given.values;
  if (!system || [space, rejects, secrets].includes("")) return undefined;
  const named = { ...(space !== undefined && { space }), ...(secrets !== undefined && { secrets }) };
  return { file, system, dryRun, rejects, ...named };
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
export async function runImportDossiers(asked: ImportRequest): Promise<void> {
  const { file, dryRun, rejects, ...request } = asked;
  const system = request.system.normalize("NFC").trim();
  if (!SYSTEM.test(system))
    throw new StartFailure("--system must be a name of at most 100 letters, figures, blanks and .,()/_-");
  requireOtherFiles([
    { option: "the file to import", file },
    { option: "--rejects", file: rejects },
    ...(asked.secrets === undefined ? [] : [{ option: "--secrets", file: asked.secrets }]),
  ]);
  const sink = rejectSink(rejects);
  const secrets = openSecrets(asked);
  try {
    const summary = await withDatabase(({ ownerConfig }, ring) =>
      importDossiers({
        ownerConfig,
        ring,
        clock: systemClock,
        file,
        system,
        dryRun,
        ...(asked.space !== undefined && { space: asked.space }),
        onRejected: sink.write,
        onProgress: progressLine(),
        ...(secrets && { onSecret: secrets.write }),
      }),
    );
    secrets?.keep();
    if (summary.rejected > 0) process.stderr.write(`Rejected rows with their reasons: ${visible(rejects)}\n`);
    else removeEarlier(rejects); // It would speak of rows that are taken over by now.
    process.stdout.write(`${JSON.stringify(summary)}\n`);
  } finally {
    sink.close();
    secrets?.close();
  }
}

/**
 * The file of secrets: a new one, begun before anything is read, readable by its owner alone. It is there when it is
 * whole; of one that was not filled to its end nothing is left, and the next run writes all of them.
 */
function openSecrets({ secrets, dryRun }: ImportRequest) {
  if (secrets === undefined) return undefined;
  if (dryRun) throw new StartFailure("--secrets needs an import that writes: leave --dry-run out.");
  const file = openNewFile(secrets, "secrets");
  file.write("code,secret\n");
  return {
    write: (code: string, secret: string) =>
      file.write(`"${harmlessCell(code).replaceAll('"', '""')}",${secret}\n`),
    keep: () => {
      file.keep();
      process.stderr.write(
        `Secrets of the look-up, one a dossier that is not returned: ${visible(secrets)}\n`,
      );
    },
    close: file.close,
  };
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
      writeWhole(descriptor, `${visible(JSON.stringify(rejected))}\n`, file);
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
    process.stderr.write(`${done} of ${counted(Math.max(done, rows), "row")}${end}`);
  };
}
