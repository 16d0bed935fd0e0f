import {
  type BigIntStats,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { StartFailure, errorCode } from "#server/db/start-failure.ts";

/** A file of a command, with the words that name it to the person. @example { option: "--rejects", file: "r.jsonl" } */
interface NamedFile {
  readonly option: string;
  readonly file: string;
}

/**
 * Makes sure that a command does not write over what it reads, nor twice into one file, by whatever ways the names
 * lead there: links, folders that are links, two names of one file.
 * @throws StartFailure with one sentence that names both
 */
export function requireOtherFiles(files: readonly NamedFile[]): void {
  for (const [at, one] of files.entries()) {
    for (const other of files.slice(at + 1)) {
      if (!isSameFile(one.file, other.file)) continue;
      throw new StartFailure(
        `${other.option} (${other.file}) is the same file as ${one.option} (${one.file}): they must be two files. Nothing was changed.`,
      );
    }
  }
}

function isSameFile(one: string, other: string): boolean {
  if (placeOf(one) === placeOf(other)) return true;
  const [found, compared] = [look(statSync, one), look(statSync, other)];
  return (
    found !== undefined && compared !== undefined && found.dev === compared.dev && found.ino === compared.ino
  );
}

/** Undefined for what is not there or cannot be looked at: opening it then says why. */
function look(stat: typeof statSync, file: string): BigIntStats | undefined {
  try {
    return stat(file, { bigint: true });
  } catch {
    return undefined;
  }
}

/** More than the system follows. */
const LINKS_MAX = 40;

/** Where a file lies or would lie when it is made, without links: a link that leads to nothing leads there too. */
function placeOf(file: string, links = 0): string {
  try {
    return realpathSync.native(file);
  } catch {
    const folder = path.dirname(file);
    if (folder === file || links > LINKS_MAX) return path.resolve(file);
    const isLink = look(lstatSync, file)?.isSymbolicLink() === true;
    return isLink
      ? placeOf(path.resolve(placeOf(folder, links + 1), readlinkSync(file)), links + 1)
      : path.join(placeOf(folder, links + 1), path.basename(file));
  }
}

/**
 * Writes all of a text: the system may take a part of it without an error, as on a disk with little room left.
 * @throws StartFailure with one sentence when it was not written whole
 */
export function writeWhole(descriptor: number, text: string, file: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) {
    const written = attempt(file, () => writeSync(descriptor, bytes, at));
    if (written === 0) throw notWhole(file, "no room");
    at += written;
  }
}

function attempt<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw notWhole(file, errorCode(error) || String(error));
  }
}

function notWhole(file: string, code: string): StartFailure {
  return new StartFailure(
    `${file} could not be written to its end (${code}): what stands in it is not whole.`,
  );
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * A new file, readable by its owner alone, that is there only when it is whole: until `keep` it is written under
 * another name beside it, which goes with `close` and when the command is interrupted.
 * @throws StartFailure when there is such a file, or none can be made
 */
export function openNewFile(file: string, what: string) {
  const partial = `${file}.${process.pid}.partial`;
  const descriptor = openPartial(file, partial, what);
  const remove = () => rmSync(partial, { force: true });
  const interrupted = (signal: NodeJS.Signals) => {
    remove();
    stopListening();
    process.kill(process.pid, signal);
  };
  const stopListening = () => {
    process.off("exit", remove);
    for (const signal of SIGNALS) process.off(signal, interrupted);
  };
  process.on("exit", remove);
  for (const signal of SIGNALS) process.on(signal, interrupted);
  return {
    write: (text: string) => writeWhole(descriptor, text, file),
    /** Gives the file its name. Whoever made one of this name meanwhile keeps it. */
    keep: () => {
      attempt(file, () => fsyncSync(descriptor));
      giveName(partial, file, what);
    },
    close: () => {
      closeSync(descriptor);
      remove();
      stopListening();
    },
  };
}

function openPartial(file: string, partial: string, what: string): number {
  if (look(lstatSync, file)) throw isThere(file, what);
  try {
    return openSync(partial, "wx", 0o600);
  } catch (error) {
    throw new StartFailure(`The ${what} cannot be written to ${file}: ${errorCode(error) || String(error)}.`);
  }
}

function isThere(file: string, what: string): StartFailure {
  return new StartFailure(`${file} is there already: name a new file for the ${what}.`);
}

function giveName(partial: string, file: string, what: string): void {
  try {
    linkSync(partial, file); // Unlike renaming it never replaces another file.
  } catch {
    if (look(lstatSync, file)) throw isThere(file, what);
    attempt(file, () => renameSync(partial, file)); // A disk that knows no second names.
  }
}
