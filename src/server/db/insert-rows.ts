import { CompiledQuery, type Selectable } from "kysely";
import type { Tx } from "./kysely.ts";
import { COLUMN_TYPES, type Database } from "./schema.gen.ts";

/** Whole rows by table: every column is named, so that a new column is not forgotten silently. */
export type Rows = { readonly [Table in keyof Database]?: readonly Selectable<Database[Table]>[] };

/** {@link Rows} that may lack the columns which the statement finds itself. */
export type SomeRows = {
  readonly [Table in keyof Database]?: readonly Partial<Selectable<Database[Table]>>[];
};

/** SQL with its parameters; `$1` is the first of `values`. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Where the rows go, and what they wait for. */
export interface InsertPlan {
  /** The step (`with` query) that must give a row before anything is written. */
  readonly after: string;
  /** Schema of the tables that have none before their name; absent: the search path says it. */
  readonly schema?: string;
  /** Columns whose value an earlier step finds: `{ dossier: { code: "numbered.code" } }`. Named, since the text is kept. */
  readonly late?: { readonly name: string; readonly columns: LateColumns };
  /** How many parameters the statement has before these. */
  readonly offset: number;
}

export type LateColumns = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Writes the rows of several tables in one statement, one round trip, if the guard's query gives a row.
 * Foreign keys between the rows are checked when the statement ends.
 * @returns false when the guard gave nothing; then nothing was written.
 */
export async function insertRows(tx: Tx, rows: Rows, guard: Statement): Promise<boolean> {
  const inserts = insertSteps(rows, { after: "guard", offset: guard.values.length });
  const { rows: answer } = await tx.executeQuery<{ passed: boolean }>(
    CompiledQuery.raw(
      `with guard as materialized (${guard.text})${inserts.text} select exists (select from guard) as passed`,
      [...guard.values, ...inserts.values],
    ),
  );
  return answer[0]?.passed === true;
}

/**
 * The steps `, written_0 as (insert …), …` of a statement, each column a typed parameter. The text depends only on
 * the plan and on how many rows each table gets, which is its `shape`: it is made once, and planned once.
 */
export function insertSteps(rows: SomeRows, plan: InsertPlan): Statement & { readonly shape: string } {
  const tables = Object.entries(rows).filter(([, list]) => list.length > 0) as unknown as readonly Given[];
  const shape = [
    plan.schema,
    plan.after,
    plan.late?.name,
    plan.offset,
    ...tables.map(([name, list]) => `${name}:${list.length}`),
  ].join("|");
  let text = texts.get(shape);
  if (text === undefined) {
    if (texts.size >= TEXTS_MAX) texts.clear(); // Sizes of lists are bounded by the forms; this bounds their mixtures.
    text = stepsText(tables, plan);
    texts.set(shape, text);
  }
  return { text, shape, values: tables.flatMap(([name, list]) => valuesOf(name, list, plan)) };
}

type Given = readonly [keyof Database, readonly Readonly<Record<string, unknown>>[]];

const texts = new Map<string, string>();
const TEXTS_MAX = 1000;

function stepsText(tables: readonly Given[], plan: InsertPlan): string {
  let place = plan.offset;
  const steps = tables.map(([name, list], index) => {
    const late = plan.late?.columns[name] ?? {};
    const columns = Object.entries(COLUMN_TYPES[name]);
    const tuples = list.map(() =>
      columns
        .map(([column, type]) => (column in late ? late[column] : `$${(place += 1)}::${type}`))
        .join(", "),
    );
    const target = plan.schema === undefined || name.startsWith("nation.") ? name : `${plan.schema}.${name}`;
    const into = `insert into ${target} (${columns.map(([column]) => column).join(", ")})`;
    const select =
      tuples.length === 1
        ? `select ${tuples[0]} from ${plan.after}`
        : `select given.* from ${plan.after}, (values (${tuples.join("), (")})) as given`;
    return `, written_${index} as (${into} ${select})`;
  });
  return steps.join("");
}

function valuesOf(name: keyof Database, list: Given[1], plan: InsertPlan): unknown[] {
  const late = plan.late?.columns[name] ?? {};
  const columns = Object.entries(COLUMN_TYPES[name]).filter(([column]) => !(column in late));
  return list.flatMap((row) => columns.map(([column, type]) => parameter(row[column], type)));
}

/** JSON travels as text, so that a list in it is never taken for a PostgreSQL array. */
function parameter(value: unknown, type: string): unknown {
  return type === "jsonb" && value !== null && value !== undefined ? JSON.stringify(value) : value;
}
