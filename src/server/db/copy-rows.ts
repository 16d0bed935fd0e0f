import { finished } from "node:stream/promises";
import { invariant } from "#domain/shared/result.ts";
import { type Client, escapeIdentifier } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Rows } from "./insert-rows.ts";
import { COLUMN_TYPES, type Database } from "./schema.gen.ts";

/** A connection of the schema's owner. */
export type OwnerClient = Client;

/**
 * Writes whole rows of several tables of a space by COPY, table after table in the order given, inside of the
 * caller's transaction. For loads of many dossiers; only the owner may (row policies allow COPY to nobody else).
 * @returns how many rows were written
 */
export async function copyRows(client: OwnerClient, schema: string, rows: Rows): Promise<number> {
  let written = 0;
  for (const [table, list] of Object.entries(rows)) {
    if (list.length === 0) continue;
    await copyTable(client, schema, table as keyof Database, list);
    written += list.length;
  }
  return written;
}

type Row = Readonly<Record<string, unknown>>;

async function copyTable(
  client: OwnerClient,
  schema: string,
  table: keyof Database,
  list: readonly Row[],
): Promise<void> {
  const columns = Object.entries(COLUMN_TYPES[table]);
  const names = columns.map(([column]) => escapeIdentifier(column)).join(", ");
  const target = `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
  const stream = client.query(copyFrom(`copy ${target} (${names}) from stdin`));
  const done = finished(stream);
  stream.end(list.map((row) => copyLine(row, columns)).join(""));
  await done;
}

/**
 * A row in the text form of COPY: fields parted by tabs, `\N` for null, special characters escaped.
 * @example copyLine({ id: 1, name: "a\tb" }, [["id", "integer"], ["name", "text"]]) → "1\ta\\tb\n"
 */
export function copyLine(row: Row, columns: readonly (readonly [name: string, type: string])[]): string {
  return `${columns.map(([name, type]) => copyField(row[name], type)).join("\t")}\n`;
}

function copyField(value: unknown, type: string): string {
  if (value === null || value === undefined) return "\\N";
  if (type === "jsonb") return escaped(JSON.stringify(value));
  if (typeof value === "string") return escaped(value);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  // Lists are of ids: nothing in them needs quotes.
  if (Array.isArray(value)) return `{${value.join(",")}}`;
  invariant(typeof value === "number" || typeof value === "boolean", `a ${type} is a plain value`);
  return String(value);
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign) : text;
}
