import type pg from "pg";

/** How a column's type reads in TypeScript. A type that is not here stops the generator. */
const TYPES: Readonly<Record<string, string>> = {
  bool: "boolean",
  bytea: "Buffer",
  date: "PlainDate",
  int2: "number",
  int4: "number",
  float8: "number",
  int8: "number",
  jsonb: "Json",
  text: "string",
  timestamptz: "Instant",
  uuid: "string",
  _int4: "number[]",
  _text: "string[]",
  _uuid: "string[]",
};

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly optional: boolean;
}

/**
 * The TypeScript types of the migrated database, for Kysely: tables of the nation as "nation.x", those of
 * a space without a schema, since a space's name is known only when a request runs. Identity columns are left out: the
 * database alone writes them.
 */
export async function genDbTypes(client: pg.ClientBase, spaceSchema: string): Promise<string> {
  const { rows } = await client.query<Column>(
    `select n.nspname as schema, c.relname as table, a.attname as name, t.typname as type,
            not a.attnotnull as nullable, (not a.attnotnull or a.atthasdef) as optional
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     join pg_type t on t.oid = a.atttypid
     where n.nspname in ('nation', $1) and c.relkind = 'r' and a.attidentity = ''
     order by (n.nspname = 'nation') desc, c.relname, a.attnum`,
    [spaceSchema],
  );
  const tables = groupBy(rows);
  const interfaces = [...tables].map(([key, columns]) => interfaceOf(key, columns));
  const entries = [...tables.keys()].map((key) => `  ${JSON.stringify(key)}: ${nameOf(key)};`);
  return [
    "// Generated from the migrated schema by `npm run generate`; the gate compares it. Do not edit.",
    'import type { Instant } from "#domain/shared/instant.ts";',
    'import type { PlainDate } from "#domain/shared/plain-date.ts";',
    'import type { ColumnType } from "kysely";',
    "",
    "type Optional<T> = ColumnType<T, T | undefined, T>;",
    "/** Read as parsed JSON; written as text, so that an array is never taken for a PostgreSQL array. */",
    "type Json = ColumnType<unknown, string, string>;",
    "",
    ...interfaces,
    "export interface Database {",
    ...entries,
    "}",
    "",
    "/** The type of each column as PostgreSQL writes it in a cast, in the order of the table. */",
    "export const COLUMN_TYPES = {",
    ...[...tables].map(([key, columns]) => `  ${JSON.stringify(key)}: ${castsOf(columns)},`),
    "} as const satisfies Record<keyof Database, Readonly<Record<string, string>>>;",
    "",
  ].join("\n");
}

/** An array's type has a name of its own, which a cast writes with brackets. */
function castsOf(columns: readonly Column[]): string {
  const casts = columns.map(({ name, type }) => `${name}: "${type.replace(/^_(.*)$/, "$1[]")}"`);
  return `{ ${casts.join(", ")} }`;
}

function keyOf(column: Column): string {
  return column.schema === "nation" ? `nation.${column.table}` : column.table;
}

function groupBy(rows: readonly Column[]): Map<string, Column[]> {
  const groups = new Map<string, Column[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function nameOf(key: string): string {
  const words = key.split(/[._]/);
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}Table`;
}

function interfaceOf(key: string, columns: readonly Column[]): string {
  const lines = columns.map((column) => {
    const type = TYPES[column.type];
    if (type === undefined) throw new Error(`No TypeScript type for ${key}.${column.name} (${column.type})`);
    const value = column.nullable ? `${type} | null` : type;
    if (type === "Json") return `  ${column.name}: ${column.nullable ? "Json | null" : "Json"};`;
    return `  ${column.name}: ${column.optional ? `Optional<${value}>` : value};`;
  });
  return `interface ${nameOf(key)} {\n${lines.join("\n")}\n}\n`;
}
