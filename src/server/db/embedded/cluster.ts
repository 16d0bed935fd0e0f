import fs from "node:fs";
import path from "node:path";
import { StartFailure, diskFull, saysDiskFull } from "../start-failure.ts";
import type { Binaries } from "./binaries.ts";
import { type RunAs, giveTo, privateFolder, runAs } from "./run-as.ts";

/** The bootstrap superuser's name; only this machine's root and the server's own user can log in as it. */
export const SUPERUSER = "postgres";

/** Sensible for a small machine; an administrator may change them in postgresql.conf or by ALTER SYSTEM. */
const TUNABLES = `
# Motcua's starting values. Change them here; what must hold is given on the server's command line.
shared_buffers = 128MB
max_connections = 100
timezone = 'UTC'
log_timezone = 'UTC'
`;

/**
 * Makes the database cluster in `folder` where there is none, else checks that these binaries can run it.
 * initdb works in a folder beside it, which gets its name only when it is whole: a kill in the middle
 * leaves nothing half done.
 */
export function ensureCluster(folder: string, binaries: Binaries, who: RunAs): void {
  const exists = fs.existsSync(folder);
  if (exists) checkVersion(folder, binaries);
  else create(folder, binaries, who);
  takeOwnership(folder, who);
  writeAccessRules(folder, who);
}

function checkVersion(folder: string, binaries: Binaries): void {
  const file = path.join(folder, "PG_VERSION");
  if (!fs.existsSync(file)) {
    throw new StartFailure(
      `${folder} holds no PostgreSQL data: it is not of Motcua; set DATA_DIR to another folder.`,
    );
  }
  const written = fs.readFileSync(file, "utf8").trim();
  if (written === String(binaries.major)) return;
  throw new StartFailure(
    `The data in ${folder} was written by PostgreSQL ${written} and this program brings PostgreSQL ${binaries.major}: with the program that wrote it run "motcua backup FILE", then with this one and an empty data folder "motcua restore FILE".`,
  );
}

function create(folder: string, binaries: Binaries, who: RunAs): void {
  // A name of its own each time: an initdb whose program was killed may still be writing, and loses its folder.
  const fresh = `${folder}.new-${process.pid}-${Date.now()}`;
  removeLeftovers(folder);
  privateFolder(who, fresh);
  const locale =
    binaries.major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : ["--lc-ctype=C.UTF-8"];
  const options = ["-D", fresh, "-U", SUPERUSER, "-E", "UTF8", "--locale=C", ...locale];
  const safety = ["--data-checksums", "--auth-local=peer", "--auth-host=reject", "--no-instructions"];
  const made = runAs(who, path.join(binaries.folder, "bin/initdb"), [...options, ...safety]);
  if (made.status !== 0) {
    fs.rmSync(fresh, { recursive: true, force: true });
    const said = `${made.stderr ?? ""}${made.error?.message ?? ""}`;
    if (saysDiskFull(said)) throw diskFull(folder);
    throw new StartFailure(`The database could not be created in ${folder}: ${lastLine(said)}`);
  }
  const settings = path.join(fresh, "postgresql.conf");
  fs.appendFileSync(settings, TUNABLES, { flush: true });
  fs.renameSync(fresh, folder);
  syncFolder(path.dirname(folder));
}

function removeLeftovers(folder: string): void {
  const parent = path.dirname(folder);
  for (const name of fs.readdirSync(parent)) {
    if (!name.startsWith(`${path.basename(folder)}.new-`)) continue;
    fs.rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

/** A folder that root copied from elsewhere belongs to root; the server insists on its own. */
function takeOwnership(folder: string, who: RunAs): void {
  if (who.identity === undefined || fs.statSync(folder).uid === who.identity.uid) return;
  giveTo(who, folder);
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    giveTo(who, path.join(folder, name));
  }
}

/**
 * Who may log in: the superuser by being that user of this machine (no password exists that could leak),
 * everybody else by password, and nobody from outside of the socket.
 */
function writeAccessRules(folder: string, who: RunAs): void {
  const users = new Set([who.name, ...(who.identity === undefined ? [] : ["root"])]);
  const map = [...users].map((name) => `motcua "${name}" ${SUPERUSER}\n`).join("");
  const rules = `local all ${SUPERUSER} peer map=motcua\nlocal all all scram-sha-256\n`;
  for (const [name, text] of [
    ["pg_ident.conf", map],
    ["pg_hba.conf", rules],
  ] as const) {
    const file = path.join(folder, name);
    if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === text) continue;
    fs.writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
    giveTo(who, `${file}.new`);
    fs.renameSync(`${file}.new`, file);
  }
}

/** Makes the names in a folder survive a power cut. */
export function syncFolder(folder: string): void {
  const descriptor = fs.openSync(folder, "r");
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function lastLine(text: string): string {
  return (
    text
      .trim()
      .split("\n")
      .findLast((line) => line.startsWith("initdb:")) ?? text.trim()
  );
}
