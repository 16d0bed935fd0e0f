import type { Holder, Thing } from "#domain/custody/custody.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** One line of a count: a thing that was found or should have been, or a code that nothing has. */
export interface StockLine {
  readonly scanned: string | null;
  readonly thing: Thing | null;
  readonly id: string | null;
  readonly outcome: "found" | "missing" | "elsewhere" | "unknown";
}

/** A count as it is kept; what should lie there is what was found and what is missing. */
export interface NewStockTake {
  readonly id: string;
  readonly holder: Holder;
  readonly lines: readonly StockLine[];
  readonly takenBy: string;
  readonly now: Instant;
  readonly scope: readonly string[];
}

/** Writes a count with all its lines, in one statement whatever their number. */
export async function recordStockTake(tx: Tx, take: NewStockTake): Promise<void> {
  const { lines } = take;
  const scope = [...take.scope];
  const many = (outcome: StockLine["outcome"]) => lines.filter((line) => line.outcome === outcome).length;
  const [found, missing] = [many("found"), many("missing")];
  await sql`
    with made as (
      insert into stock_take (id, holder_kind, holder_id, expected, found, missing, elsewhere, taken_by, taken_at, scope)
      values (${take.id}::uuid, ${take.holder.kind}, ${take.holder.id}::uuid, ${found + missing}, ${found}, ${missing},
        ${many("elsewhere")}, ${take.takenBy}::uuid, ${take.now}::timestamptz, ${scope}::uuid[]))
    insert into stock_take_line (stock_take_id, position, scanned, thing, thing_id, outcome, scope)
    select ${take.id}::uuid, line.position, line.scanned, line.thing, line.id, line.outcome, ${scope}::uuid[]
    from unnest(${lines.map(({ scanned }) => scanned)}::text[], ${lines.map(({ thing }) => thing)}::text[],
      ${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ outcome }) => outcome)}::text[])
      with ordinality as line (scanned, thing, id, outcome, position)`.execute(tx);
}

/** Of which of these things a count told the same before, and nobody has settled it. */
export async function findOpenTasks(
  tx: Tx,
  kind: "stockMissing" | "stockElsewhere",
  thingIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (thingIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select distinct thing_id as id from custody_task
    where thing_id = any (${[...thingIds]}::uuid[]) and kind = ${kind} and settled_at is null`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
