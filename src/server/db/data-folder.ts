import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { StartFailure, errorCode, explainFolderError } from "./start-failure.ts";

/** The data folder, held by this process alone until `release`. */
export interface DataFolder {
  /** The real path, without symbolic links: the one that the server is started with and recognised by. */
  readonly path: string;
  /** Gives the folder back; a second call does nothing. */
  release(): void;
}

/** Somebody else holds the folder; `holder` is a process id, or "" when it could not be read. */
export interface FolderInUse {
  readonly path: string;
  readonly holder: string;
}

const LOCK_FILE = "motcua.lock";

/** What may lie in a folder before the program has ever used it. */
const HARMLESS = new Set([LOCK_FILE, "keys", "files", "lost+found"]);

/** What an empty folder may hold: the lock, and copies of programs that were made before something failed. */
const EMPTY = new Set([LOCK_FILE, "lost+found", "binaries"]);

/**
 * Makes the data folder where it does not exist and takes it for this process.
 *
 * The lock is the kernel's flock(2) on an open file. Node 20 cannot ask for it, so the program `flock` (of
 * util-linux, on every Debian) asks for it on our own open file, which it inherits as descriptor 3. The lock
 * belongs to the open file and not to `flock`: it outlives `flock`, no other process inherits it, and the
 * kernel drops it at the moment when this process ends, however it ends. So a lock never goes stale, no
 * process id is compared, and it also holds between containers that share the folder, where process ids
 * mean nothing. The number written in the file is only for the sentence.
 *
 * @throws StartFailure when the folder cannot be used, or holds somebody else's files
 */
export function tryDataFolder(folder: string): DataFolder | FolderInUse {
  try {
    const real = makeFolder(folder);
    refuseForeignFolder(real);
    return lock(real);
  } catch (error) {
    throw explainFolderError(error, folder);
  }
}

/** As `tryDataFolder`; a folder in use is a StartFailure that names the process. */
export function takeDataFolder(folder: string): DataFolder {
  const answer = tryDataFolder(folder);
  if ("release" in answer) return answer;
  const holder = answer.holder === "" ? "another process" : `process ${answer.holder}`;
  throw new StartFailure(
    `The data folder ${answer.path} is in use by ${holder}: stop that one first, or set DATA_DIR to another folder.`,
  );
}

/** True when nothing of ours or anybody's lies in the folder (a restore goes only into such a one). */
export function isEmptyDataFolder(folder: string): boolean {
  return fs.readdirSync(folder).every((name) => EMPTY.has(name));
}

function makeFolder(folder: string): string {
  const wanted = path.resolve(folder);
  const missing: string[] = [];
  for (let at = wanted; !fs.existsSync(at); at = path.dirname(at)) missing.unshift(at);
  // One by one: mkdir's own "recursive" never ends where the system answers ENOENT, as /proc does.
  for (const at of missing) makeOne(at);
  if (!fs.statSync(wanted).isDirectory())
    throw new StartFailure(`${wanted} is not a folder: choose another one.`);
  return fs.realpathSync(wanted);
}

function makeOne(folder: string): void {
  try {
    fs.mkdirSync(folder);
    // As root the server runs as another user, who has to walk through to its own subfolder, and no more.
    fs.chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    // Another start of the same moment made it; the lock decides between us.
    if (errorCode(error) !== "EEXIST") throw error;
  }
}

function refuseForeignFolder(folder: string): void {
  const names = fs.readdirSync(folder);
  if (names.includes(LOCK_FILE)) return;
  const foreign = names.find((name) => !HARMLESS.has(name));
  if (foreign === undefined) return;
  throw new StartFailure(
    `${folder} is not a data folder of Motcua (it holds ${JSON.stringify(foreign)}): set DATA_DIR to an empty or new folder.`,
  );
}

function lock(folder: string): DataFolder | FolderInUse {
  const file = path.join(folder, LOCK_FILE);
  let descriptor: number | undefined = fs.openSync(file, "a+", 0o600);
  const asked = spawnSync("flock", ["-n", "3"], { stdio: ["ignore", "ignore", "pipe", descriptor] });
  if (asked.status !== 0) {
    fs.closeSync(descriptor);
    if (asked.status === 1) return { path: folder, holder: readHolder(file) };
    throw noLock(folder, asked.error ?? new Error(asked.stderr.toString()));
  }
  fs.ftruncateSync(descriptor);
  fs.writeSync(descriptor, `${process.pid}\n`);
  const release = () => {
    // The file stays: removing it would let two processes lock two different files of one name.
    if (descriptor !== undefined) fs.closeSync(descriptor);
    descriptor = undefined;
  };
  return { path: folder, release };
}

function noLock(folder: string, cause: Error): StartFailure {
  const reason =
    errorCode(cause) === "ENOENT"
      ? 'the program "flock" (package util-linux) is missing'
      : `its file system answers "${cause.message.trim()}"`;
  return new StartFailure(`The data folder ${folder} cannot be locked: ${reason}.`, { cause });
}

function readHolder(file: string): string {
  const [text = ""] = fs.readFileSync(file, "utf8").split("\n");
  return /^\d+$/u.test(text) ? text : "";
}
