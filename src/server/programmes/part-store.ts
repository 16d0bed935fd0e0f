import type { ProgrammePart } from "#domain/programme/programme-event.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { PartRow } from "../ledgers/programme-ledger.ts";

export const TABLE_OF = {
  goal: "programme_goal",
  phase: "phase",
  agreement: "agreement",
  rule: "coordination_rule",
} as const satisfies Record<ProgrammePart, PartRow["table"]>;

/** A part that stands, as the ledger writes it down; undefined when the programme has no such part. */
export async function findPart(
  tx: Tx,
  part: ProgrammePart,
  { programmeId, partId }: { readonly programmeId: string; readonly partId: string },
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(TABLE_OF[part])}
    where id = ${partId}::uuid and programme_id = ${programmeId}::uuid and removed_at is null`.execute(tx);
  return rows[0] && ledgerForm(rows[0]);
}

/** Columns that say nothing of the part: whose it is, and that it was taken out. */
const SILENT: ReadonlySet<string> = new Set(["programme_id", "removed_at"]);

/** The columns of a row under the names of the program. @example { valid_from: "…" } → { validFrom: "…" } */
export function ledgerForm(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !SILENT.has(column))
      .map(([column, value]) => [
        column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        value,
      ]),
  );
}
