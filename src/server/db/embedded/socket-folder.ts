import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { StartFailure } from "../start-failure.ts";
import { PORT } from "./postmaster.ts";
import { type RunAs, canEnter, privateFolder } from "./run-as.ts";

/** sockaddr_un has 108 bytes, the last one is zero. */
const LONGEST_SOCKET_PATH = 107;

/**
 * A folder for the server's socket that only the server's user (and root) can enter: `run` in the data
 * folder, so that `motcua backup` finds it whatever TMPDIR says; where that path is too long for a socket,
 * one under the folder for temporary files, named after the data folder.
 * @throws StartFailure when neither can be had
 */
export function socketFolder(base: string, who: RunAs): string {
  const near = path.join(base, "run");
  if (fits(near)) {
    privateFolder(who, near);
    return near;
  }
  const name = `motcua-${createHash("sha256").update(base).digest("hex").slice(0, 16)}`;
  for (const parent of new Set([os.tmpdir(), "/tmp"])) {
    const far = path.join(parent, name);
    if (fits(far) && makeOwn(far, who) && canEnter(who, far)) return far;
  }
  throw new StartFailure(
    `The path ${base} is too long for the database's socket and no folder for temporary files can be written: choose a shorter DATA_DIR or set TMPDIR.`,
  );
}

/** Everybody may write in /tmp: a folder there that somebody else made under our name is not taken. */
function makeOwn(folder: string, who: RunAs): boolean {
  const mine = who.identity?.uid ?? process.getuid?.();
  const found = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (found !== undefined && (!found.isDirectory() || found.uid !== mine)) return false;
  try {
    privateFolder(who, folder);
    return true;
  } catch {
    // Not writable: the next candidate.
    return false;
  }
}

function fits(folder: string): boolean {
  return Buffer.byteLength(path.join(folder, `.s.PGSQL.${PORT}`)) <= LONGEST_SOCKET_PATH;
}
