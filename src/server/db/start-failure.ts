/**
 * What keeps the program, a backup or a restore from going on and lies outside of the program: a full disk,
 * a folder in use, a database that does not answer. The message is one plain sentence for the person who
 * typed the command; it holds no password and no personal data. Nothing was lost when it is thrown.
 */
export class StartFailure extends Error {
  override readonly name = "StartFailure";
}

/** Texts in which initdb, the server and the operating system say that the disk has no room left. */
const FULL = /No space left on device|Disk quota exceeded|File too large|\bENOSPC\b|\bEDQUOT\b|\bEFBIG\b/u;

/** SQLSTATE disk_full: what a running server answers. */
const SQLSTATE_DISK_FULL = "53100";

/** True when a text of initdb or of the server's log says that the disk is full. */
export function saysDiskFull(text: string): boolean {
  return FULL.test(text);
}

/** The sentence for a full disk. @example diskFull("/srv/data").message names the folder */
export function diskFull(folder: string): StartFailure {
  return new StartFailure(
    `The disk that holds ${folder} is full: free some space and try again; nothing that was saved is lost.`,
  );
}

/** The sentence for a full disk, whichever part of the start met it; any other error comes back as it was. */
export function explainDiskFull(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof StartFailure) return error;
  const code = errorCode(error);
  return code === SQLSTATE_DISK_FULL || saysDiskFull(`${code} ${error.message}`) ? diskFull(folder) : error;
}

/**
 * Turns an error of the file system or of the database about `folder` into the sentence for a person.
 * What is not known here is a bug and comes back as it was.
 */
export function explainFolderError(error: unknown, folder: string): unknown {
  const known = explainDiskFull(error, folder);
  if (!(known instanceof Error) || known instanceof StartFailure) return known;
  const code = errorCode(known);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new StartFailure(
      `This user may not write in ${folder}: give it the right, or choose another folder.`,
      { cause: error },
    );
  }
  if (code === "ENOTDIR" || code === "EEXIST" || code === "ENOENT") {
    return new StartFailure(`${folder} cannot be used as a folder: choose another one.`, { cause: error });
  }
  return error;
}

/** The code of a system or database error, "" when it has none. @example "ENOSPC", "28P01" */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
