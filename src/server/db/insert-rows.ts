import { type RawBuilder, type Selectable, sql } from "kysely";
import type { Tx } from "./kysely.ts";
import type { Database } from "./schema.gen.ts";

/** Whole rows by table: every column is named, so that a new column is not forgotten silently. */
export type Rows = { readonly [Table in keyof Database]?: readonly Selectable<Database[Table]>[] };

/**
 * Writes the rows of several tables in one statement, one round trip, if the guard's query gives a row.
 * Foreign keys between the rows are checked when the statement ends.
 * @returns false when the guard gave nothing; then nothing was written.
 */
export async function insertRows(tx: Tx, rows: Rows, guard: RawBuilder<unknown>): Promise<boolean> {
  const inserts = Object.entries(rows)
    .filter(([, list]) => list.length > 0)
    .map(([table, list], index) => {
      const name = sql.table(table);
      const given = JSON.stringify(list, hexBytes);
      return sql`, ${sql.ref(`written_${index}`)} as (
        insert into ${name} select given.* from guard, jsonb_populate_recordset(null::${name}, ${given}::jsonb) as given)`;
    });
  const { rows: answer } = await sql<{ passed: boolean }>`
    with guard as materialized (${guard})${sql.join(inserts, sql``)}
    select exists (select from guard) as passed`.execute(tx);
  return answer[0]?.passed === true;
}

/** Bytes travel as PostgreSQL writes them, `\x…`; a Buffer reaches a replacer as what its toJSON made. */
function hexBytes(_key: string, value: unknown): unknown {
  if (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    value.type === "Buffer" &&
    "data" in value
  ) {
    return `\\x${Buffer.from(value.data as number[]).toString("hex")}`;
  }
  return value;
}
