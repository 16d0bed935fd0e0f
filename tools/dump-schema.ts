import { type ClientBase, escapeLiteral } from "pg";
import { FUNCTIONS, SCHEMAS, TABLES, UNKNOWN } from "./dump-queries.ts";

export interface DumpOptions {
  /** Plain names, written in this order: one that others refer to comes first. */
  readonly schemas: readonly string[];
  /** The role whose grants are written, as `:app`; what the owner may is not worth a line. */
  readonly appRole: string;
}

/**
 * The schemas as SQL that a person can read and a server can run: extensions, tables with their columns, checks
 * and keys, functions, indexes, policies, comments, and what the application may. Two databases that are
 * alike give the same text.
 * @throws Error when a schema holds a kind of thing that the dump cannot write, such as a view or a trigger
 */
export async function dumpSchema(client: ClientBase, options: DumpOptions): Promise<string> {
  // With nothing on the path every name is written with its schema.
  await client.query("begin; set local search_path to ''");
  try {
    const parts = [];
    for (const schema of options.schemas) parts.push(await dumpOne(client, schema, options.appRole));
    return `${HEAD}\n${parts.join("\n")}`;
  } finally {
    await client.query("rollback");
  }
}

const HEAD = `-- The schema after all migrations. Generated from the database by \`npm run generate\`; the gate compares it.
-- Do not edit: write a migration. \`:app\` is the application's role.
`;

async function dumpOne(client: ClientBase, schema: string, appRole: string): Promise<string> {
  const [unknown] = (await client.query<{ name: string; kind: string }>(UNKNOWN, [schema])).rows;
  if (unknown)
    throw new Error(`The dump cannot write ${schema}.${unknown.name} (kind ${unknown.kind}): teach it.`);
  const [about] = (await client.query<SchemaFacts>(SCHEMAS, [schema, appRole])).rows;
  const tables = (await client.query<TableFacts>(TABLES, [schema, appRole])).rows;
  const functions = (await client.query<FunctionFacts>(FUNCTIONS, [schema, appRole])).rows;
  const lines = [
    `-- Schema ${schema}`,
    "",
    `create schema ${schema};`,
    ...(about?.extensions ?? []).map((name) => `create extension ${name} schema ${schema};`),
    ...grants(`schema ${schema}`, about?.grants ?? []),
    "",
    ...tables.map((table) => dumpTable(schema, table)),
    // After all tables, since tables may refer to each other.
    ...tables.flatMap((table) => foreignKeys(schema, table)),
    "",
    ...functions.map(dumpFunction),
    // After the functions, since an index may be over what one gives, and a policy may ask one.
    ...tables.flatMap((table) => table.indexes.map((definition) => `${definition};`)),
    "",
    ...tables.flatMap((table) =>
      table.policies.map((policy) => dumpPolicy(`${schema}.${table.name}`, policy)),
    ),
  ];
  return lines.join("\n");
}

interface SchemaFacts {
  readonly extensions: readonly string[];
  readonly grants: readonly Grant[];
}

interface Grant {
  readonly privilege: string;
  /** A column's own grant. */
  readonly column: string | null;
}

interface TableFacts {
  readonly name: string;
  readonly unlogged: boolean;
  readonly rowSecurity: boolean;
  readonly forced: boolean;
  readonly comment: string | null;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly required: boolean;
    readonly fallback: string | null;
    readonly generated: boolean;
    /** @example "always" */
    readonly identity: string | null;
    readonly comment: string | null;
  }[];
  readonly constraints: readonly {
    readonly name: string;
    readonly kind: string;
    readonly definition: string;
  }[];
  readonly indexes: readonly string[];
  readonly policies: readonly Policy[];
  readonly grants: readonly Grant[];
}

interface Policy {
  readonly name: string;
  readonly permissive: boolean;
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}

interface FunctionFacts {
  readonly definition: string;
  readonly signature: string;
  readonly public: boolean;
  readonly comment: string | null;
  readonly grants: readonly Grant[];
}

function dumpTable(schema: string, table: TableFacts): string {
  const name = `${schema}.${table.name}`;
  const columns = table.columns.map((column) => `  ${dumpColumn(column)}`);
  const constraints = table.constraints
    .filter((constraint) => constraint.kind !== "f")
    .map((constraint) => `  constraint ${constraint.name} ${constraint.definition}`);
  return [
    `create${table.unlogged ? " unlogged" : ""} table ${name} (\n${[...columns, ...constraints].join(",\n")}\n);`,
    ...comment(`table ${name}`, table.comment),
    ...table.columns.flatMap((column) => comment(`column ${name}.${column.name}`, column.comment)),
    ...(table.rowSecurity ? [`alter table ${name} enable row level security;`] : []),
    ...(table.forced ? [`alter table ${name} force row level security;`] : []),
    ...grants(name, table.grants),
    "",
  ].join("\n");
}

function dumpColumn(column: TableFacts["columns"][number]): string {
  const { name, type, fallback, generated, identity, required } = column;
  const words = [name, type];
  if (identity !== null) words.push(`generated ${identity} as identity`);
  if (fallback !== null)
    words.push(generated ? `generated always as (${fallback}) stored` : `default ${fallback}`);
  if (required) words.push("not null");
  return words.join(" ");
}

function foreignKeys(schema: string, table: TableFacts): readonly string[] {
  const name = `${schema}.${table.name}`;
  return table.constraints
    .filter((constraint) => constraint.kind === "f")
    .map((constraint) => `alter table ${name} add constraint ${constraint.name} ${constraint.definition};`);
}

function dumpPolicy(table: string, policy: Policy): string {
  return [
    `create policy ${policy.name} on ${table}`,
    policy.permissive ? "" : " as restrictive",
    policy.command === "all" ? "" : ` for ${policy.command}`,
    policy.using === null ? "" : ` using (${policy.using})`,
    policy.check === null ? "" : ` with check (${policy.check})`,
    ";",
  ].join("");
}

function dumpFunction(one: FunctionFacts): string {
  return [
    `${one.definition.trimEnd()};`,
    ...comment(`function ${one.signature}`, one.comment),
    ...(one.public ? [] : [`revoke all on function ${one.signature} from public;`]),
    ...grants(`function ${one.signature}`, one.grants),
    "",
  ].join("\n");
}

function comment(what: string, text: string | null): readonly string[] {
  return text === null ? [] : [`comment on ${what} is ${escapeLiteral(text)};`];
}

/** One line for the whole thing and one for columns: `grant select, update (a, b) on t to :app;`. */
function grants(what: string, given: readonly Grant[]): readonly string[] {
  const words = [...new Set(given.map((grant) => grant.privilege))].map((privilege) => {
    const columns = given.filter((grant) => grant.privilege === privilege).map((grant) => grant.column);
    if (columns.includes(null)) return privilege;
    return `${privilege} (${columns.join(", ")})`;
  });
  return words.length === 0 ? [] : [`grant ${words.join(", ")} on ${what} to :app;`];
}
