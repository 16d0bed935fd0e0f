import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Client } from "pg";
import { type CopyStreamQuery, from as copyFrom, to as copyTo } from "pg-copy-streams";
import { type BackupClosing, type BackupHeader, type TableDigest, rowDigest } from "./backup-format.ts";
import type { CheckedBackup } from "./backup-reader.ts";
import { ensureMigrationTable, planPending, readMigrations, runStep } from "./migrate.ts";
import { StartFailure } from "./start-failure.ts";
import { COPY_SESSION, type Table, columnList, copyOut, qualified, readTables } from "./tables.ts";

/**
 * Makes the schema as it was when the backup was taken: the migrations that it names and no newer ones, with
 * the checksums that it names. Inside of the caller's transaction.
 * @throws StartFailure when this program does not have them
 */
export async function makeSchema(
  client: Client,
  { header, closing }: CheckedBackup,
  appRole: string,
  folder: string | undefined,
): Promise<void> {
  const files = await readMigrations(folder);
  planPending(files, header.migrations, header.spaces, "The backup");
  const wanted = new Set(header.migrations.map((one) => `${one.scope}/${one.name}`));
  await ensureMigrationTable(client, appRole);
  for (const step of planPending(files, [], header.spaces)) {
    if (wanted.has(`${step.record.scope}/${step.record.name}`)) await runStep(client, step, appRole);
  }
  await client.query(COPY_SESSION);
  await client.query("set constraints all deferred");
  // Some migrations bring rows of their own; the backup has them too, as they were then.
  const tables = await readTables(client, ["nation", ...header.spaces]);
  refuseUnknownTables(tables, closing);
  if (tables.length > 0) await client.query(`truncate ${tables.map(qualified).join(", ")}`);
}

/** A table that somebody made by hand in a schema of ours: its rows have no place to go. */
function refuseUnknownTables(tables: readonly Table[], closing: BackupClosing): void {
  const known = new Set(tables.map(qualified));
  const unknown = closing.tables.find((table) => !known.has(qualified(table)));
  if (unknown === undefined) return;
  throw new StartFailure(
    `The backup holds the table ${unknown.schema}.${unknown.table}, which no migration makes: nothing was restored.`,
  );
}

/** Fills the tables from the pieces of a backup, one COPY for each table. */
export interface RowLoader {
  take(name: string, content: AsyncIterable<Buffer>): Promise<void>;
  /** Ends the last table; then every row is in. */
  end(): Promise<void>;
}

interface OpenCopy {
  readonly prefix: string;
  readonly table: TableDigest;
  readonly stream: CopyStreamQuery;
  readonly done: Promise<void>;
}

/** A table's pieces follow each other; a row may begin in one and end in the next. */
export function rowLoader(client: Client, closing: BackupClosing): RowLoader {
  let open: OpenCopy | null = null;
  const end = async () => {
    if (open === null) return;
    const { table, stream, done } = open;
    open = null;
    stream.end();
    await done;
    if (stream.rowCount !== table.rows) throw different(table, `${stream.rowCount} rows`);
  };
  const take: RowLoader["take"] = async (name, content) => {
    const prefix = name.slice(0, name.lastIndexOf("/") + 1);
    if (open?.prefix !== prefix) {
      await end();
      open = startCopy(client, prefix, closing);
    }
    const { stream, done } = open;
    for await (const chunk of content) {
      if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), done]);
    }
  };
  return { take, end };
}

function startCopy(client: Client, prefix: string, closing: BackupClosing): OpenCopy {
  const table = closing.tables.find((one) => prefix === `tables/${one.schema}/${one.table}/`);
  if (table === undefined) throw new Error(`The backup holds ${prefix} but does not list it`);
  const stream = client.query(copyFrom(`copy ${qualified(table)} (${columnList(table)}) from stdin`));
  const done = finished(stream);
  // Waited for later; until then a refused row must not end the program.
  done.catch(() => undefined);
  return { prefix, table, stream, done };
}

/**
 * Reads every restored table again and compares it with what the backup counted and digested.
 * @throws StartFailure when one differs
 */
export async function verifyRows(
  client: Client,
  header: BackupHeader,
  closing: BackupClosing,
): Promise<void> {
  const present = new Map(
    (await readTables(client, ["nation", ...header.spaces])).map((table) => [qualified(table), table]),
  );
  for (const expected of closing.tables) {
    const table = present.get(qualified(expected));
    if (table === undefined) throw different(expected, "no such table");
    const found = await digestRows(client, { ...table, columns: expected.columns });
    if (found.rows !== expected.rows) throw different(expected, `${found.rows} rows`);
    if (found.digest !== expected.digest) throw different(expected, "rows with other content");
  }
}

async function digestRows(client: Client, table: Table): Promise<{ rows: number; digest: string }> {
  const rows = rowDigest();
  for await (const chunk of client.query(copyTo(copyOut(table))) as AsyncIterable<Buffer>) rows.add(chunk);
  return rows.end();
}

function different(table: TableDigest, found: string): StartFailure {
  return new StartFailure(
    `The restored table ${table.schema}.${table.table} differs from the backup (${table.rows} rows there, ${found} here): nothing was restored.`,
  );
}
