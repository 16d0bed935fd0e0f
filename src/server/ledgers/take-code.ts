import type { Tx } from "../db/kysely.ts";
import type { CodeOrder } from "./open-dossier.ts";

/**
 * The next code of an agency's day, taken in the transaction: one that fails gives it back. An intake takes its own in
 * the statement that writes it.
 */
export async function takeCode(tx: Tx, { agencyCode, receivedOn, frame }: CodeOrder): Promise<string> {
  const { last } = await tx
    .insertInto("dossier_code_counter")
    .values({ agency_code: agencyCode, day: receivedOn, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(["agency_code", "day"]).doUpdateSet((set) => ({
        last: set("dossier_code_counter.last", "+", 1),
      })),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return `${frame.before}${String(last).padStart(frame.minDigits, "0")}${frame.after}`;
}
