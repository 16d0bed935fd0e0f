import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { StartFailure } from "../start-failure.ts";

/** The operating system's user that the server runs as; `identity` only where we have to change to it. */
export interface RunAs {
  readonly name: string;
  readonly identity?: { readonly uid: number; readonly gid: number };
}

/** What the server's programs get from our environment: nothing that could change what they do. */
export const SERVER_ENVIRONMENT = { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/**
 * PostgreSQL refuses to run as root. As root the server runs as the owner of the data that exists, else as
 * `postgres`, else as `nobody`; otherwise as ourselves.
 */
export function chooseRunAs(clusterFolder: string): RunAs {
  const owner = fs.statSync(clusterFolder, { throwIfNoEntry: false });
  if (process.getuid?.() !== 0) {
    refuseForeignOwner(clusterFolder, owner?.uid);
    return { name: os.userInfo().username };
  }
  if (owner !== undefined && owner.uid !== 0) {
    const known = id("-nu", String(owner.uid));
    return { name: known ?? String(owner.uid), identity: { uid: owner.uid, gid: owner.gid } };
  }
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = [id("-u", name), id("-g", name)];
    if (uid !== null && gid !== null) return { name, identity: { uid: Number(uid), gid: Number(gid) } };
  }
  throw new StartFailure(
    "PostgreSQL does not run as root and there is neither a user postgres nor nobody: start the program as an ordinary user.",
  );
}

/** Runs a program as that user, with the clean environment, and waits for it. */
export function runAs(who: RunAs, command: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(command, args, { ...who.identity, cwd: "/", env: SERVER_ENVIRONMENT, encoding: "utf8" });
}

/** True when that user can enter the folder. */
export function canEnter(who: RunAs, folder: string): boolean {
  if (who.identity === undefined) return true;
  return runAs(who, "/bin/sh", ["-c", 'cd -- "$1"', "sh", folder]).status === 0;
}

/** Makes a folder that only that user (and root) can enter; one that exists is given to that user. */
export function privateFolder(who: RunAs, folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.chmodSync(folder, 0o700);
  giveTo(who, folder);
}

/** Makes that user the owner, where we are root. */
export function giveTo(who: RunAs, file: string): void {
  if (who.identity !== undefined) fs.lchownSync(file, who.identity.uid, who.identity.gid);
}

function refuseForeignOwner(folder: string, uid: number | undefined): void {
  if (uid === undefined || uid === process.getuid?.()) return;
  throw new StartFailure(
    `The data in ${folder} belongs to the user with number ${uid}: start the program as that user or as root.`,
  );
}

function id(option: string, user: string): string | null {
  const answer = spawnSync("id", [option, user], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() : null;
}
