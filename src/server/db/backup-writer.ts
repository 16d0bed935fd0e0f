import { createHash } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Header, type Pack, pack } from "tar-stream";
import { type BackupClosing, DIGESTS_EVERY, digestLine } from "./backup-format.ts";
import { syncFolder } from "./embedded/cluster.ts";
import { StartFailure, errorCode, explainFolderError } from "./start-failure.ts";

/** Writes the entries of one backup, one after the other. */
export interface BackupWriter {
  /** An entry that is in memory. */
  add(name: string, content: Buffer): Promise<void>;
  /** An entry from a file; false when the file is gone. Its size is the one at the moment of opening. */
  addFile(name: string, file: string): Promise<boolean>;
  /** Writes the outstanding digests and what closes the backup. */
  close(content: Omit<BackupClosing, "entries" | "digest">): Promise<BackupClosing>;
}

/**
 * Makes the backup file: `FILE.partial`, readable by its owner alone, which gets its name when `fill` has
 * written everything and the disk has it.
 * @throws StartFailure when the file exists, cannot be written or the disk is full; no partial file is left
 */
export async function writeBackupFile<T>(
  file: string,
  fill: (writer: BackupWriter) => Promise<T>,
): Promise<T> {
  const partial = `${file}.partial`;
  if (fs.existsSync(file)) throw exists(file);
  const descriptor = openPartial(partial);
  try {
    const packed = pack();
    const target = fs.createWriteStream(partial, { fd: descriptor, flush: true });
    const written = pipeline(packed, createGzip({ level: 4 }), target);
    const sink = watchedSink(packed, written);
    const filled = await fill(backupWriter(sink)).catch((error: unknown) => {
      packed.destroy();
      throw error;
    });
    packed.finalize();
    await written;
    place(partial, file);
    return filled;
  } catch (error) {
    fs.rmSync(partial, { force: true });
    throw explainFolderError(error, path.dirname(path.resolve(file)));
  }
}

function exists(file: string): StartFailure {
  return new StartFailure(`${file} exists already and a backup overwrites nothing: choose another name.`);
}

function openPartial(partial: string): number {
  try {
    return fs.openSync(partial, "wx", 0o600);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw explainFolderError(error, path.dirname(path.resolve(partial)));
    throw new StartFailure(
      `${partial} exists: another backup is writing it or was interrupted; remove it if none is running.`,
    );
  }
}

/** A link refuses to replace a file that has appeared meanwhile; not every file system has links. */
function place(partial: string, file: string): void {
  try {
    fs.linkSync(partial, file);
    fs.rmSync(partial);
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw exists(file);
    fs.renameSync(partial, file);
  }
  syncFolder(path.dirname(path.resolve(file)));
}

interface Sink {
  readonly packed: Pack;
  /** Starts one entry and waits for it; a file that cannot be written any more ends the waiting. */
  entry(start: (done: (error?: Error | null) => void) => Promise<void> | void): Promise<void>;
}

/** When the disk is full the stream breaks, and then the tar never asks for more: the waiting must end. */
function watchedSink(packed: Pack, written: Promise<void>): Sink {
  const broken: { reason?: Error; tell?: (reason: Error) => void } = {};
  written.catch((error: unknown) => {
    broken.reason = error instanceof Error ? error : new Error(String(error));
    broken.tell?.(broken.reason);
  });
  const entry: Sink["entry"] = (start) =>
    new Promise((resolve, reject) => {
      broken.tell = reject;
      if (broken.reason === undefined) start((error) => (error ? reject(error) : resolve()))?.catch(reject);
      else reject(broken.reason);
    });
  return { packed, entry };
}

function backupWriter(sink: Sink): BackupWriter {
  const total = createHash("sha256");
  let lines: string[] = [];
  let entries = 0;
  let groups = 0;
  const flush = async () => {
    if (lines.length === 0) return;
    const content = Buffer.from(lines.join(""));
    lines = [];
    groups += 1;
    total.update(content);
    await addBuffer(sink, `digests/${String(groups).padStart(6, "0")}`, content);
  };
  const note = async (name: string, size: number, sha256: string) => {
    entries += 1;
    lines.push(digestLine(name, size, sha256));
    if (lines.length === DIGESTS_EVERY) await flush();
  };
  return {
    add: async (name, content) => {
      await addBuffer(sink, name, content);
      await note(name, content.length, sha256(content));
    },
    addFile: async (name, file) => {
      const added = await addFile(sink, name, file);
      if (added !== null) await note(name, added.size, added.digest);
      return added !== null;
    },
    close: async (content) => {
      await flush();
      const closing = { ...content, entries, digest: total.digest("hex") };
      const text = Buffer.from(JSON.stringify(closing));
      await addBuffer(sink, "closing.json", text);
      await addBuffer(sink, "closing.sha256", Buffer.from(sha256(text)));
      return closing;
    },
  };
}

function addBuffer(sink: Sink, name: string, content: Buffer): Promise<void> {
  return sink.entry((done) => {
    sink.packed.entry(tarHeader(name, content.length), content, done);
  });
}

async function addFile(
  sink: Sink,
  name: string,
  file: string,
): Promise<{ size: number; digest: string } | null> {
  const handle = await fs.promises.open(file, "r").catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const digest = createHash("sha256");
    await sink.entry(async (done) => {
      const entry = sink.packed.entry(tarHeader(name, size), done);
      const source = size === 0 ? [] : handle.createReadStream({ end: size - 1, autoClose: false });
      for await (const chunk of source as AsyncIterable<Buffer>) {
        digest.update(chunk);
        if (!entry.write(chunk)) await once(entry, "drain");
      }
      entry.end(null);
    });
    return { size, digest: digest.digest("hex") };
  } finally {
    await handle.close();
  }
}

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Nothing of this machine: no user, no clock. */
function tarHeader(name: string, size: number): Pick<Header, "name"> & Partial<Header> {
  return { name, size, mode: 0o600, mtime: new Date(0), uid: 0, gid: 0, type: "file" };
}
