import { type Client, escapeIdentifier } from "pg";
import type { SequenceValue } from "./backup-format.ts";

/** A table with its own rows, and the columns that COPY can write (generated ones come by themselves). */
export interface Table {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** Its rows lie in partitions: COPY reads them through a query. */
  readonly partitioned: boolean;
}

type Name = Pick<Table, "schema" | "table">;

interface Reference {
  readonly from: Name;
  readonly to: Name;
}

/**
 * All tables of the schemas, each after those it refers to, but for the record of the migrations (a restore
 * writes it by migrating) and unlogged tables (which a crash may empty at any time, so nothing depends on them).
 * @throws Error when tables refer to each other in a ring that is not deferrable: no order could restore them
 */
export async function readTables(client: Client, schemas: readonly string[]): Promise<readonly Table[]> {
  const { rows: tables } = await client.query<Table>(TABLES, [schemas]);
  const { rows: references } = await client.query<Reference>(REFERENCES, [schemas]);
  return inOrder(tables, references);
}

/** The sequences of the schemas that have given a value. */
export async function readSequences(
  client: Client,
  schemas: readonly string[],
): Promise<readonly SequenceValue[]> {
  const { rows } = await client.query<SequenceValue>(
    `select schemaname as schema, sequencename as sequence, last_value::text as value
     from pg_catalog.pg_sequences where schemaname = any($1) and last_value is not null order by 1, 2`,
    [schemas],
  );
  return rows;
}

/** @example qualified({ schema: "nation", table: "unit" }) → '"nation"."unit"' */
export function qualified(name: Name): string {
  return `${escapeIdentifier(name.schema)}.${escapeIdentifier(name.table)}`;
}

/** @example '"id", "name"' */
export function columnList(table: Pick<Table, "columns">): string {
  return table.columns.map((column) => escapeIdentifier(column)).join(", ");
}

/** The statement that reads a table's rows as text. */
export function copyOut(table: Table): string {
  const from = table.partitioned
    ? `(select ${columnList(table)} from ${qualified(table)})`
    : `${qualified(table)} (${columnList(table)})`;
  return `copy ${from} to stdout`;
}

/**
 * Text that means the same on every server: in UTC, with all digits. Row security must not hide rows: as it
 * is off, a table that would hide some from the owner is an error and not a smaller backup.
 */
export const COPY_SESSION = `
  set local search_path to pg_catalog;
  set local row_security to off;
  set local timezone to 'UTC';
  set local datestyle to 'ISO, YMD';
  set local intervalstyle to 'iso_8601';
  set local extra_float_digits to 1;
  set local bytea_output to 'hex';
  set local xmlbinary to 'base64';
  set local client_encoding to 'UTF8';
  set local statement_timeout to 0;
  set local lock_timeout to 0;
  set local idle_in_transaction_session_timeout to 0;`;

function inOrder(tables: readonly Table[], references: readonly Reference[]): readonly Table[] {
  const ordered: Table[] = [];
  const placed = new Set<string>();
  let waiting = [...tables];
  while (waiting.length > 0) {
    const open = new Set(waiting.map(qualified));
    const blocked = new Set(
      references.filter((one) => open.has(qualified(one.to))).map((one) => qualified(one.from)),
    );
    const ready = waiting.filter((table) => !blocked.has(qualified(table)));
    if (ready.length === 0) {
      throw new Error(
        `These tables refer to each other in a ring that is not deferrable: ${[...open].join(", ")}`,
      );
    }
    ordered.push(...ready);
    for (const table of ready) placed.add(qualified(table));
    waiting = waiting.filter((table) => !placed.has(qualified(table)));
  }
  return ordered;
}

const TABLES = `
  select n.nspname as schema, c.relname as table, c.relkind = 'p' as partitioned,
    coalesce((select json_agg(a.attname order by a.attnum) from pg_catalog.pg_attribute a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
    and not (n.nspname = 'nation' and c.relname = 'migration')
  order by n.nspname collate "C", c.relname collate "C"`;

/** A table's references to itself are checked at the end of its COPY; deferrable ones at the end of all. */
const REFERENCES = `
  select json_build_object('schema', fn.nspname, 'table', f.relname) as from,
    json_build_object('schema', tn.nspname, 'table', t.relname) as to
  from pg_catalog.pg_constraint k
  join pg_catalog.pg_class f on f.oid = k.conrelid join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
  join pg_catalog.pg_class t on t.oid = k.confrelid join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
  where k.contype = 'f' and not k.condeferrable and k.conrelid <> k.confrelid and fn.nspname = any($1)`;
