import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Under which names Chromium is known, the one of Debian first. */
const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Something that npm cannot bring: one of the programs must be on the PATH. */
interface Need {
  readonly what: string;
  readonly programs: readonly string[];
  /** The Debian package that brings it. */
  readonly aptPackage: string;
}

const GATE: readonly Need[] = [
  { what: "Chromium", programs: CHROMIUM_NAMES, aptPackage: "chromium" },
  { what: "pdftotext", programs: ["pdftotext"], aptPackage: "poppler-utils" },
  { what: "pdftoppm", programs: ["pdftoppm"], aptPackage: "poppler-utils" },
];

/** What puts a load on the program and on its database. */
export const BENCH_NEEDS: readonly Need[] = [
  { what: "pgbench", programs: ["pgbench"], aptPackage: "postgresql" },
  { what: "wrk", programs: ["wrk"], aptPackage: "wrk" },
];

/** Debian keeps the programs of a PostgreSQL server off the PATH. */
const SERVER_FOLDERS = ["18", "17", "16", "15"].map((major) => `/usr/lib/postgresql/${major}/bin`);

/** Where Chromium is on this machine, for the tests that drive it; undefined when it is not there. */
export function findChromium(): string | undefined {
  return findProgram(CHROMIUM_NAMES);
}

/** The first of the programs that is there, as a whole path. @example findProgram(["sh"]) → "/usr/bin/sh" */
export function findProgram(names: readonly string[], folders = pathFolders()): string | undefined {
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => isExecutable(file) && !isWrapper(file));
}

/** Debian's client tools put a name on the PATH that only leads on to a server's program, there or not. */
function isWrapper(file: string): boolean {
  return path.basename(realpathSync(file)) === "pg_wrapper";
}

function pathFolders(): readonly string[] {
  return [...(process.env["PATH"] ?? "").split(path.delimiter).filter(Boolean), ...SERVER_FOLDERS];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What of the needs is missing, given where programs are looked for. */
export function missingOf(needs: readonly Need[], folders = pathFolders()): readonly Need[] {
  return needs.filter((need) => findProgram(need.programs, folders) === undefined);
}

/** One sentence that says what to install. @example "Install Chromium (Debian and Ubuntu: apt-get install chromium) …" */
export function howToInstall(missing: readonly Need[]): string {
  const what = missing.map((need) => need.what).join(", ");
  const packages = aptPackages(missing).join(" ");
  return `Not on this machine: ${what}. Install it (Debian and Ubuntu: apt-get install ${packages}) and try again.`;
}

function aptPackages(missing: readonly Need[]): readonly string[] {
  return [...new Set(missing.map((need) => need.aptPackage))];
}

/** Installs with apt where this user may; answers whether that was possible at all. */
function installWithApt(missing: readonly Need[]): boolean {
  if (
    process.getuid?.() !== 0 ||
    findProgram(["apt-get"]) === undefined ||
    !existsSync("/etc/debian_version")
  ) {
    return false;
  }
  const packages = aptPackages(missing);
  process.stdout.write(`Installing ${packages.join(", ")} …\n`);
  return apt(["update", "-q"]) && apt(["install", "-y", "-q", "--no-install-recommends", ...packages]);
}

function apt(words: readonly string[]): boolean {
  const { status, stderr } = spawnSync("apt-get", [...words], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) process.stderr.write(stderr);
  return status === 0;
}

/** Sees to it that everything is there, quietly when it is; answers whether it is. */
export function ensureSystem(needs: readonly Need[]): boolean {
  const missing = missingOf(needs);
  if (missing.length === 0) return true;
  if (installWithApt(missing) && missingOf(needs).length === 0) return true;
  process.stderr.write(`${howToInstall(missingOf(needs))}\n`);
  return false;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const needs = process.argv.includes("--bench") ? [...GATE, ...BENCH_NEEDS] : GATE;
  process.exitCode = ensureSystem(needs) ? 0 : 1;
}
