import { Client, type ClientConfig, escapeIdentifier } from "pg";
import { mapFiles } from "./map-tables.ts";
import type { Table } from "./reference-table.ts";
import { referenceTables } from "./reference-tables.ts";

/** The space that every installation has. What more there is, its own table of spaces says. */
export const SPACES = [{ id: "dong-thap", schema: "space_dong_thap", title: "Tỉnh Đồng Tháp" }] as const;

/** The schemas of all spaces of an installation, the one that every installation has even before it is there. */
export async function schemasOfSpaces(ownerConfig: ClientConfig): Promise<readonly string[]> {
  const client = new Client(ownerConfig);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ there: boolean }>(
      "select to_regclass('nation.space') is not null as there",
    );
    const { rows } =
      tables[0]?.there === true
        ? await client.query<{ schema: string }>("select schema_name as schema from nation.space order by id")
        : { rows: [] };
    return [...new Set([...SPACES.map(({ schema }) => schema), ...rows.map(({ schema }) => schema)])];
  } finally {
    await client.end();
  }
}

/** Tables that an administrator or an import may change: what was changed here, a start leaves alone. */
const EDITABLE: ReadonlySet<string> = new Set([
  "administrative_unit",
  "administrative_succession",
  "agency",
  "agency_code",
  "one_stop_unit",
  "competence",
  "post_office",
  "reception_point",
  "counter",
  "space_place",
  "field",
  "procedure_version",
]);

/**
 * Brings the nation's tables to what the reference files say, in one transaction: new rows come in, changed
 * ones are changed, none goes. The epoch grows only when something changed, so that running processes
 * read again. Done by the owner, at the start.
 */
export async function storeReference(ownerConfig: ClientConfig): Promise<{ readonly changed: number }> {
  const client = new Client(ownerConfig);
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(6682821)"); // Two starts at once: one after the other.
    let changed = 0;
    const spaces = SPACES.map(({ id, schema, title }) => ({ id, schema_name: schema, title }));
    changed += await storeMap(client);
    for (const table of [{ name: "space", key: ["id"], rows: spaces }, ...(await referenceTables())]) {
      changed += await storeTable(client, table);
    }
    if (changed > 0) await client.query("update nation.reference_epoch set epoch = epoch + 1");
    await client.query("commit");
    return { changed };
  } finally {
    await client.end();
  }
}

/** The files of the map that are not yet stored as they are: 25,000 rows that hardly ever change. */
async function storeMap(client: Client): Promise<number> {
  const { rows } = await client.query<{ name: string; sha256: Buffer }>(
    "select name, sha256 from nation.reference_file",
  );
  const stored = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  let changed = 0;
  for (const { name, sha256, table } of await mapFiles()) {
    if (stored.get(name)?.equals(sha256)) continue;
    changed += await storeTable(client, table());
    await client.query(
      `insert into nation.reference_file (name, sha256) values ($1, $2)
       on conflict (name) do update set sha256 = excluded.sha256`,
      [name, sha256],
    );
  }
  // An address is looked for within milliseconds, from the first one on: the planner must know these tables.
  if (changed > 0) await client.query(`analyze ${MAP_TABLES.map((name) => `nation.${name}`).join(", ")}`);
  return changed;
}

const MAP_TABLES = ["administrative_unit", "administrative_succession", "earlier_unit_name"];

/** Brings the rows of a table to what is given. @returns how many were new or changed */
export async function storeTable(client: Client, { name, key, rows }: Table): Promise<number> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return 0;
  const target = `nation.${escapeIdentifier(name)}`;
  const list = (names: readonly string[], before = "") =>
    names.map((column) => before + escapeIdentifier(column)).join(", ");
  const values = columns.filter((column) => !key.includes(column));
  const update =
    values.length === 0
      ? "do nothing"
      : `do update set (${list(values)}) = row (${list(values, "excluded.")})
         where (${list(values, "old.")}) is distinct from (${list(values, "excluded.")})${EDITABLE.has(name) ? " and not old.changed_here" : ""}`;
  const { rowCount } = await client.query(
    `insert into ${target} as old (${list(columns)})
     select ${list(columns, "given.")} from jsonb_populate_recordset(null::${target}, $1::jsonb) as given
     on conflict (${list(key)}) ${update}`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}
