import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Client } from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { type Database, openBeside, openDatabase } from "./database.ts";
import { platformPackage } from "./embedded/binaries.ts";
import { findPostmaster } from "./embedded/postmaster.ts";
import { chooseRunAs } from "./embedded/run-as.ts";
import { newDatabaseSecrets } from "./roles.ts";
import { StartFailure } from "./start-failure.ts";
import { ask, otherProgram, temporaryFolder } from "./test-kit.ts";

const secrets = newDatabaseSecrets();
const clean: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of clean.splice(0).reverse()) await step();
});

function newDataDir(): string {
  const folder = temporaryFolder();
  clean.push(() => folder[Symbol.dispose]());
  return path.join(folder.path, "data");
}

async function open(dataDir: string): Promise<Database> {
  const database = await openDatabase({ dataDir }, () => secrets);
  clean.push(() => database.stop());
  return database;
}

function serverOf(dataDir: string): number {
  return findPostmaster(path.join(dataDir, "postgres"))?.pid ?? 0;
}

async function note(database: Database, text: string): Promise<void> {
  await ask(database.ownerConfig, "create table if not exists note (text text)");
  await ask(database.ownerConfig, "insert into note values ($1)", [text]);
}

function notes(database: Database): Promise<{ text: string }[]> {
  return ask(database.ownerConfig, "select text from note order by 1");
}

describe("the embedded database", () => {
  test("a second start finds the data of the first, and after a stop nothing runs", async () => {
    const dataDir = newDataDir();
    const first = await open(dataDir);
    expect(first).toMatchObject({ kind: "embedded", appRole: "motcua_app" });
    expect(Math.floor(first.serverVersion / 10_000)).toBe(18);
    await note(first, "Nguyễn Thị Hồng");
    await first.stop();
    expect(serverOf(dataDir)).toBe(0);
    expect(await notes(await open(dataDir))).toEqual([{ text: "Nguyễn Thị Hồng" }]);
  });

  test("durability is on, there is no network, and the socket's folder is closed", async () => {
    const { ownerConfig } = await open(newDataDir());
    const wanted = { fsync: "on", synchronous_commit: "on", full_page_writes: "on", listen_addresses: "" };
    const also = { data_checksums: "on", log_statement: "none", TimeZone: "UTC", server_encoding: "UTF8" };
    const rows = await ask<{ name: string; setting: string }>(
      ownerConfig,
      "select name, setting from pg_settings where name = any($1)",
      [Object.keys({ ...wanted, ...also })],
    );
    expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({ ...wanted, ...also });
    expect(fs.statSync(ownerConfig.host ?? "").mode & 0o077).toBe(0);
    expect(await ask(ownerConfig, "select lower('ĐỒNG THÁP') as lower")).toEqual([{ lower: "đồng tháp" }]);
  });

  test("what a person typed does not reach the server's log, and a wrong password opens nothing", async () => {
    const dataDir = newDataDir();
    const { ownerConfig, appConfig } = await open(dataDir);
    await ask(ownerConfig, "create table person (number text unique)");
    await ask(ownerConfig, "insert into person values ($1)", ["089123456789"]);
    for (const statement of ["insert into person values ('089123456789')", "select '089123456789'::date"]) {
      await expect(ask(ownerConfig, statement)).rejects.toThrow();
    }
    await expect(ask(ownerConfig, "select $1::int", ["089123456789x"])).rejects.toThrow();
    await expect(ask({ ...appConfig, password: "guess" }, "select 1")).rejects.toThrow("password");
    const log = fs.readFileSync(path.join(dataDir, "postgres.log"), "utf8");
    expect(log).toContain("ready to accept connections");
    expect(log).not.toContain("089123456789");
  });

  test("a data path too long for a socket gets one elsewhere", async () => {
    const dataDir = path.join(newDataDir(), "x".repeat(120));
    const database = await open(dataDir);
    expect((database.ownerConfig.host ?? "").startsWith(dataDir)).toBe(false);
    await note(database, "reached");
    clean.push(() => fs.rmSync(database.ownerConfig.host ?? "", { recursive: true }));
  });
});

test("programs in a closed folder, whose install script did not run, are linked and copied out", async () => {
  using closed = temporaryFolder();
  const installed = createRequire(import.meta.url).resolve(platformPackage());
  const copy = path.join(closed.path, "package");
  fs.cpSync(path.join(installed, "../.."), copy, { recursive: true, verbatimSymlinks: true });
  const libraries = path.join(copy, "native/lib");
  for (const entry of fs.readdirSync(libraries, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) fs.rmSync(path.join(libraries, entry.name));
  }
  fs.chmodSync(closed.path, 0o700);
  const dataDir = newDataDir();
  const config = {
    dataDir,
    embeddedPackage: path.join(copy, path.relative(path.join(installed, "../.."), installed)),
  };
  const database = await openDatabase(config, () => secrets);
  clean.push(() => database.stop());
  await note(database, "runs");
  // Only root runs the server as somebody else, for whom the folder is closed.
  expect(fs.existsSync(path.join(dataDir, "binaries"))).toBe(process.getuid?.() === 0);
});

describe("when something dies", () => {
  test("of two first starts at the same moment one wins; killed, its server and data are taken over", async () => {
    const dataDir = newDataDir();
    const both = [otherProgram({ dataDir }, secrets), otherProgram({ dataDir }, secrets)];
    for (const program of both) clean.push(() => program.kill());
    const said = await Promise.all(both.map((program) => program.until("\n")));
    const [winner, loser] = said[0] === "ready\n" ? [0, 1] : [1, 0];
    expect(said[winner]).toBe("ready\n");
    // The folder is held a moment before its holder has written who it is.
    const heldBy = [`process ${both[winner]?.child.pid}`, "another process"].map(
      (holder) =>
        `StartFailure: The data folder ${dataDir} is in use by ${holder}: stop that one first, or set DATA_DIR to another folder.\n`,
    );
    expect(heldBy).toContain(said[loser]);

    const beside = await openBeside({ dataDir }, () => secrets);
    await note(beside, "kept");
    await beside.stop();
    const server = serverOf(dataDir);
    await both[winner]?.kill();
    const adopted = await open(dataDir);
    expect(serverOf(dataDir)).toBe(server);
    expect(await notes(adopted)).toEqual([{ text: "kept" }]);
    await adopted.stop();
    expect(serverOf(dataDir)).toBe(0);
  });

  test("after kill -9 of the server stop does not hang and the next start recovers what was committed", async () => {
    const dataDir = newDataDir();
    const first = await open(dataDir);
    await note(first, "committed");
    process.kill(serverOf(dataDir), "SIGKILL");
    await first.stop();
    expect(await notes(await open(dataDir))).toEqual([{ text: "committed" }]);
  });

  test("a process number left in postmaster.pid that has a new owner does not block", async () => {
    const dataDir = newDataDir();
    const first = await open(dataDir);
    await first.stop();
    // Of the server's own user: of such a one PostgreSQL believes that it is the server.
    const other = spawn("sleep", ["600"], { ...chooseRunAs(path.join(dataDir, "postgres")).identity });
    clean.push(() => other.kill());
    const left = `${other.pid}\n${dataDir}/postgres\n1\n5432\n${dataDir}/run\n\n  1 1\nready   \n`;
    fs.writeFileSync(path.join(dataDir, "postgres/postmaster.pid"), left);
    await note(await open(dataDir), "started");
  });

  test("a process of a killed server that never ends by itself does not keep the next one out", async () => {
    const dataDir = newDataDir();
    const first = await open(dataDir);
    await note(first, "Lê Văn Tám");
    const client = new Client(first.ownerConfig);
    client.on("error", () => undefined); // Its server is about to be killed.
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    const stuck = rows[0]?.pid ?? 0;
    process.kill(stuck, "SIGSTOP"); // As one that waits for a process which is gone.
    process.kill(serverOf(dataDir), "SIGKILL");
    await first.stop();
    expect(await notes(await open(dataDir))).toEqual([{ text: "Lê Văn Tám" }]);
    expect(() => fs.readlinkSync(`/proc/${stuck}/exe`)).toThrow("ENOENT"); // Gone, or waiting to be buried.
  });

  test("an initdb that was killed leaves nothing half done", async () => {
    const dataDir = newDataDir();
    const half = path.join(dataDir, "postgres.new-1-1");
    fs.mkdirSync(half, { recursive: true });
    fs.writeFileSync(path.join(dataDir, "motcua.lock"), "1\n");
    fs.writeFileSync(path.join(half, "PG_VERSION"), "18\n");
    await note(await open(dataDir), "whole");
    expect(fs.existsSync(half)).toBe(false);
  });
});

describe("one sentence when it cannot start", () => {
  test("a full disk, and a later start with room succeeds", async () => {
    const dataDir = newDataDir();
    // A limit on the size of files stops initdb in the middle, as a full disk does.
    const program = otherProgram({ dataDir }, secrets, ["prlimit", "--fsize=2000000"]);
    expect(await program.until("\n")).toBe(
      `StartFailure: The disk that holds ${dataDir}/postgres is full: free some space and try again; nothing that was saved is lost.\n`,
    );
    expect(fs.readdirSync(dataDir)).toEqual(["motcua.lock"]);
    await note(await open(dataDir), "room");
  });

  const cases: { because: string; make: (dataDir: string) => void; says: string }[] = [
    {
      because: "the data is of another major version",
      make: (dataDir) => {
        fs.mkdirSync(path.join(dataDir, "postgres"));
        fs.writeFileSync(path.join(dataDir, "postgres/PG_VERSION"), "15\n");
      },
      says: 'was written by PostgreSQL 15 and this program brings PostgreSQL 18: with the program that wrote it run "motcua backup FILE"',
    },
    {
      because: "the folder postgres is somebody else's",
      make: (dataDir) => fs.mkdirSync(path.join(dataDir, "postgres")),
      says: "holds no PostgreSQL data",
    },
    {
      because: "a restore was killed there",
      make: (dataDir) => fs.mkdirSync(path.join(dataDir, "restoring")),
      says: 'was interrupted: remove that folder (and drop an external database), then run "motcua restore FILE" again.',
    },
  ];
  test.each(cases)("$because", async ({ make, says }) => {
    const dataDir = newDataDir();
    fs.mkdirSync(dataDir);
    fs.chmodSync(dataDir, 0o711);
    fs.writeFileSync(path.join(dataDir, "motcua.lock"), "");
    make(dataDir);
    const failure: unknown = await open(dataDir).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartFailure);
    expect(String(failure)).toContain(says);
  });

  test("a folder that the server's user may not enter, or this user not write in", async () => {
    const dataDir = newDataDir();
    const root = process.getuid?.() === 0;
    fs.mkdirSync(dataDir);
    fs.chmodSync(dataDir, root ? 0o700 : 0o500);
    await expect(open(dataDir)).rejects.toThrow(root ? "who may not enter" : "may not write in");
  });

  test("a command beside a program that was never started makes nothing", async () => {
    const dataDir = newDataDir();
    await expect(openBeside({ dataDir }, () => secrets)).rejects.toThrow("There is no database in");
    expect(fs.existsSync(dataDir)).toBe(false);
  });

  test("a package of programs that is not there", async () => {
    const opening = openDatabase(
      { dataDir: newDataDir(), embeddedPackage: "no-such-package" },
      () => secrets,
    );
    await expect(opening).rejects.toThrow("The database programs of no-such-package are not installed");
  });
});
