import type { DecisionInput } from "#contract/mandates.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { findDecision, writeDecision } from "./mandate-decision.ts";

/** The decision that a request names: one that is known, or a new one, which is written. */
export async function decisionOf(
  tx: Tx,
  given: DecisionInput,
  newId: () => string,
): Promise<Result<string, "decision_unknown">> {
  if ("id" in given) return (await findDecision(tx, given.id)) ? done(given.id) : refuse("decision_unknown");
  const id = newId();
  await writeDecision(tx, { id, ...given, issuedOn: plainDate(given.issuedOn) });
  return done(id);
}
