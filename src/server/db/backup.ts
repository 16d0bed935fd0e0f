import fs from "node:fs";
import path from "node:path";
import { Client, type ClientConfig } from "pg";
import { to as copyTo } from "pg-copy-streams";
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupSummary,
  PIECE_BYTES,
  type TableDigest,
  rowDigest,
  summarise,
} from "./backup-format.ts";
import { type BackupWriter, writeBackupFile } from "./backup-writer.ts";
import { explainConnection } from "./external.ts";
import { readApplied } from "./migrate.ts";
import { StartFailure } from "./start-failure.ts";
import { COPY_SESSION, type Table, copyOut, qualified, readSequences, readTables } from "./tables.ts";

/** What is backed up: a database as its owner, and the folder with keys and files (a `Database` fits). */
export interface BackupSource {
  readonly ownerConfig: ClientConfig;
  readonly dataDir: string;
  readonly serverVersion: number;
}

/**
 * Writes everything that makes up an installation into one file: all rows of the nation and of every space as
 * of one moment, the key ring, the files. The program may run meanwhile. Whoever reads the file can read the
 * personal data in it, since the keys are in it.
 * @param program name and version, for the header. @example "motcua 0.1.0"
 * @throws StartFailure when the file exists or the disk is full; then there is no file
 */
export async function backup(source: BackupSource, file: string, program: string): Promise<BackupSummary> {
  const client = new Client(source.ownerConfig);
  // An error between two queries also fails the next one.
  client.on("error", () => undefined);
  await client.connect().catch((error: unknown) => {
    throw explainConnection(error, source.ownerConfig, "the data");
  });
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(COPY_SESSION);
    const header = await describe(client, source.serverVersion, program);
    return await writeBackupFile(file, (writer) => fill(writer, client, header, source.dataDir));
  } finally {
    await client.end();
  }
}

async function describe(client: Client, serverVersion: number, program: string): Promise<BackupHeader> {
  const { rows } = await client.query<{ there: boolean; now: string }>(
    `select to_regclass('nation.migration') is not null as there,
       to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  const [moment] = rows;
  if (moment?.there !== true) {
    throw new StartFailure(
      "There is nothing to back up: the program has never been started on this database.",
    );
  }
  const migrations = await readApplied(client);
  const spaces = [...new Set(migrations.map((one) => one.scope))].filter((scope) => scope !== "nation");
  return { format: BACKUP_FORMAT, program, serverVersion, createdAt: moment.now, migrations, spaces };
}

async function fill(
  writer: BackupWriter,
  client: Client,
  header: BackupHeader,
  dataDir: string,
): Promise<BackupSummary> {
  await writer.add("header.json", Buffer.from(JSON.stringify(header)));
  // After the snapshot was taken: whatever its rows were sealed with is among the keys by now.
  const keys = await addFolder(writer, dataDir, "keys");
  const schemas = ["nation", ...header.spaces];
  const tables = await readTables(client, schemas);
  // Nobody alters a table until it has been read.
  for (const table of tables) await client.query(`lock table ${qualified(table)} in access share mode`);
  const digests: TableDigest[] = [];
  for (const table of tables) digests.push(await addTable(writer, client, table));
  const sequences = await readSequences(client, schemas);
  await client.query("commit");
  // After the rows: a file is written before the row that names it.
  const files = await addFolder(writer, dataDir, "files");
  return summarise(header, await writer.close({ tables: digests, sequences, keys, files }));
}

async function addTable(writer: BackupWriter, client: Client, table: Table): Promise<TableDigest> {
  const rows = rowDigest();
  let piece: Buffer[] = [];
  let [bytes, pieces] = [0, 0];
  const flush = async () => {
    pieces += 1;
    const content = Buffer.concat(piece);
    [piece, bytes] = [[], 0];
    await writer.add(`tables/${table.schema}/${table.table}/${String(pieces).padStart(6, "0")}`, content);
  };
  for await (const chunk of client.query(copyTo(copyOut(table))) as AsyncIterable<Buffer>) {
    rows.add(chunk);
    piece.push(chunk);
    bytes += chunk.length;
    if (bytes >= PIECE_BYTES) await flush();
  }
  if (bytes > 0) await flush();
  return { schema: table.schema, table: table.table, columns: table.columns, ...rows.end() };
}

/** Every file below a folder of the data folder, but for those that are being written; how many there were. */
async function addFolder(writer: BackupWriter, dataDir: string, name: string): Promise<number> {
  let count = 0;
  const folder = path.join(dataDir, name);
  if (!fs.existsSync(folder)) return 0;
  const entries = await fs.promises.readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = `${name}/${entry.name}`;
    if (entry.isDirectory()) count += await addFolder(writer, dataDir, inside);
    else if (entry.isFile() && !entry.name.endsWith(".partial")) {
      count += (await writer.addFile(inside, path.join(dataDir, inside))) ? 1 : 0;
    }
  }
  return count;
}
