import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Tx } from "../db/kysely.ts";

/** A decision that rights rest on: a mandate, a suspension, a programme. */
export interface MandateDecision {
  readonly id: string;
  /** As printed. @example "268/QĐ-UBND" */
  readonly number: string;
  readonly issuer: string;
  readonly title: string;
  readonly issuedOn: PlainDate;
  /** Where it can be read, in words. */
  readonly source: string;
}

export async function writeDecision(tx: Tx, decision: MandateDecision): Promise<void> {
  await tx
    .insertInto("mandate_decision")
    .values({
      id: decision.id,
      number: decision.number.trim(),
      issuer: decision.issuer.trim(),
      title: decision.title.trim(),
      issued_on: decision.issuedOn,
      source: decision.source.trim(),
    })
    .execute();
}

export async function findDecision(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.selectFrom("mandate_decision").select("id").where("id", "=", id).executeTakeFirst();
  return found !== undefined;
}
