import { type Instant, instant } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { type Expression, type RawBuilder, sql } from "kysely";

/** What JSON has no type of its own for, by column. Told by the row's type, so that none is forgotten. */
type NotInJson<Row> = {
  readonly [Column in keyof Row as NonNullable<Row[Column]> extends Instant | Buffer
    ? Column
    : never]: NonNullable<Row[Column]> extends Instant ? "instant" : "bytes";
};

/** The rows of a query as one value of a statement, and the way back to rows. */
export interface JsonList<Row> {
  readonly query: Expression<Row>;
  readonly columns: Readonly<Record<string, "instant" | "bytes">>;
}

/**
 * A list that a statement gives beside others, for a page that shows much of one thing: one wait for the database
 * instead of one for each list. Rows come in the order of the query, with the types that the query itself would give.
 *
 * @param columns moments and bytes among the columns
 * @example jsonList(formRows(tx, dossierId), { issuedAt: "instant" })
 */
export function jsonList<Row>(query: Expression<Row>, columns: NotInJson<Row>): JsonList<Row> {
  return { query, columns };
}

type Lists = Readonly<Record<string, JsonList<unknown>>>;

export type RowsOf<Of extends Lists> = {
  readonly [Name in keyof Of]: Of[Name] extends JsonList<infer Row> ? readonly Row[] : never;
};

/** All lists as one column of a statement: see {@link readLists}. */
export function listsColumn(lists: Lists): RawBuilder<unknown> {
  const parts = Object.entries(lists).map(
    ([name, { query }]) =>
      sql`${sql.lit(name)}, (select coalesce(json_agg(found), '[]') from (${query}) as found)`,
  );
  return sql`json_build_object(${sql.join(parts)})`;
}

/** The rows of each list from what {@link listsColumn} gave. */
export function readLists<Of extends Lists>(lists: Of, given: unknown): RowsOf<Of> {
  const read = Object.entries(lists).map(([name, { columns }]) => {
    const rows = (given as Readonly<Record<string, readonly Row[]>>)[name];
    invariant(rows, `the statement gave the list ${name}`);
    return [name, rows.map((row) => readRow(row, columns))];
  });
  return Object.fromEntries(read) as RowsOf<Of>;
}

type Row = Readonly<Record<string, unknown>>;

function readRow(row: Row, columns: JsonList<unknown>["columns"]): Row {
  const read: Record<string, unknown> = { ...row };
  for (const [column, kind] of Object.entries(columns)) {
    const value = row[column];
    if (value === null) continue;
    invariant(typeof value === "string", `${column} came as text`);
    read[column] = kind === "instant" ? instant(value) : Buffer.from(value.slice(HEX_SIGN.length), "hex");
  }
  return read;
}

/** What PostgreSQL writes before bytes in JSON. */
const HEX_SIGN = String.raw`\x`;
