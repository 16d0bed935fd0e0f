import type { Selectable } from "kysely";
import { insertRows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";

/** Keeps an internal procedure; nothing changes it afterwards. */
export async function keepProcedure(tx: Tx, row: Selectable<Database["internal_procedure"]>): Promise<void> {
  await insertRows(tx, { internal_procedure: [row] }, { text: "select 1", values: [] });
}
