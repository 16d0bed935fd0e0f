import type pg from "pg";

/** The same rows by bare SQL, for pgbench. */
export interface Baseline {
  /** Each table's insert a prepared statement of its own, within a transaction. */
  readonly separate: string;
  /** All in one prepared statement. */
  readonly single: string;
  /** Values that stand in the scripts by name. */
  readonly variables: Readonly<Record<string, string>>;
}

/** In the order in which foreign keys allow them; `dossier_code_counter` is counted, the rest is inserted. */
const TABLES = [
  "dossier",
  "dossier_event",
  "party",
  "item",
  "custody_entry",
  "dossier_search",
  "outbox",
  "idempotency",
] as const;
type TableName = (typeof TABLES)[number];

/**
 * Scripts that write what one real intake wrote: the rows of a sample are read back, keys become new ones at each
 * turn, units vary over `unitCount`, everything else stays byte for byte. No row policy, no session, no rule: the
 * least that any program could do.
 * @param dossierId the sample, as the program wrote it
 */
export async function intakeBaseline(
  owner: pg.Pool,
  schema: string,
  dossierId: string,
  unitCount: number,
): Promise<Baseline> {
  const variables: Record<string, string> = {};
  const columns = await columnTypes(owner, schema);
  const inserts = new Map<TableName, (code: string, from: string) => string>();
  for (const table of TABLES) {
    const rows = await sampleRows(owner, schema, table, dossierId);
    const names = [...(columns.get(table)?.keys() ?? [])];
    inserts.set(table, (code, from) => {
      const selects = rows.map((row, index) => {
        const cells = names.map((name) => {
          const type = columns.get(table)?.get(name) ?? "text";
          return cellOf({ table, name, type, index, value: row[name], code, variables });
        });
        return `select ${cells.join(", ")}${from}`;
      });
      return `insert into ${schema}.${table} (${names.join(", ")}) ${selects.join(" union all ")}`;
    });
  }
  const insert = (table: TableName, code: string, from = "") => inserts.get(table)?.(code, from) ?? "";
  const head = `\\set u random(0, ${unitCount - 1})\n\\set n :n + 1\n`;
  const counted = `insert into ${schema}.dossier_code_counter as c (agency_code, day, last)
    values ('B' || :u::integer, current_date, 1) on conflict (agency_code, day) do update set last = c.last + 1 returning last`;
  const steps = TABLES.map(
    (table, index) => `w${index} as (${insert(table, "numbered.code", " from numbered")})`,
  );
  return {
    separate: `${head}begin;\n${oneLine(counted)} \\gset\n${TABLES.map((table) => `${oneLine(insert(table, codeText(":last")))};`).join("\n")}\ncommit;\n`,
    single: `${head}${oneLine(`with counted as (${counted}), numbered as materialized (select ${codeText("last")} as code from counted), ${steps.join(", ")} select code from numbered`)};\n`,
    variables: { ...variables, n: "0" },
  };
}

/** Unique in a run: the client's number stands in it, and the counter starts anew with each database. */
function codeText(last: string): string {
  return `('B' || :u::integer || '-' || to_char(current_date, 'YYMMDD') || '-' || lpad(${last}::text, greatest(4, length(${last}::text)), '0'))`;
}

interface CellPlan {
  readonly table: TableName;
  readonly name: string;
  readonly type: string;
  readonly index: number;
  readonly value: string | null | undefined;
  readonly code: string;
  readonly variables: Record<string, string>;
}

/** Keys run on within each client, as the program's time-ordered ones do. */
const KEY = (block: number) =>
  `('01990000-0000-7000-8${String(block).padStart(3, "0")}-' || lpad(to_hex(:client_id::bigint * 4294967296 + :n::bigint), 12, '0'))::uuid`;
const UNIT = "('00000000-0000-4000-8000-' || lpad(to_hex(:u::integer), 12, '0'))::uuid";
const UNIT_COLUMNS = new Set([
  "received_at_unit_id",
  "helped_at_unit_id",
  "deciding_agency_id",
  "unit_id",
  "agency_id",
]);

function cellOf(plan: CellPlan): string {
  const { table, name, type, index, value, variables } = plan;
  const changing = keyOf(plan) ?? changingValue(plan);
  if (changing !== undefined) return changing;
  if (value === null || value === undefined) return `null::${type}`;
  if (value === "[]" && type.endsWith("[]")) return `'{}'::${type}`; // As JSON writes an empty array.
  if (/^[\w-]*$/.test(value)) return `'${value}'::${type}`;
  const variable = `v_${table}_${name}_${index}`;
  variables[variable] = value;
  return `:${variable}::${type}`;
}

function keyOf({ table, name, index }: CellPlan): string | undefined {
  if (name === "dossier_id" || (table === "dossier" && name === "id")) return KEY(0);
  if (name === "thing_id" || (table === "item" && name === "id")) return KEY(100 + index);
  return name === "id" ? KEY(200 + TABLES.indexOf(table) * 10 + index) : undefined;
}

function changingValue({ table, name, code }: CellPlan): string | undefined {
  if (name === "code") return code;
  if (table === "idempotency" && name === "key")
    return "('bench-' || :client_id::integer || '-' || :n::bigint)";
  if (name === "scope") return `array[${UNIT}]`;
  return UNIT_COLUMNS.has(name) ? UNIT : undefined;
}

async function columnTypes(owner: pg.Pool, schema: string) {
  const { rows } = await owner.query<{ table: string; name: string; type: string }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = $1::regnamespace and c.relname = any ($2) order by a.attnum`,
    [schema, TABLES],
  );
  const tables = new Map<string, Map<string, string>>();
  for (const { table, name, type } of rows) {
    const known = tables.get(table) ?? new Map<string, string>();
    tables.set(table, known.set(name, type));
  }
  return tables;
}

/** The rows of the sample, every value as PostgreSQL writes it. */
async function sampleRows(
  owner: pg.Pool,
  schema: string,
  table: TableName,
  dossierId: string,
): Promise<readonly Readonly<Record<string, string | null>>[]> {
  const key: Readonly<Record<TableName, string>> = {
    dossier: "id = $1",
    dossier_event: "dossier_id = $1",
    party: "dossier_id = $1",
    item: "dossier_id = $1",
    custody_entry: "dossier_id = $1",
    dossier_search: "dossier_id = $1",
    outbox: "payload->>'dossierId' = $1::text",
    idempotency: "answer->>'dossierId' = $1::text",
  };
  const { rows } = await owner.query<{ row: Record<string, string | null> }>(
    `select (select jsonb_object_agg(key, value) from jsonb_each_text(to_jsonb(t))) as row
     from ${schema}.${table} t where ${key[table]}`,
    [dossierId],
  );
  return rows.map(({ row }) => row);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
