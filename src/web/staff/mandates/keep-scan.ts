import { addDecisionScan } from "#contract/basis.ts";
import { readMandate } from "#contract/mandates.ts";
import { call } from "../api.ts";

/**
 * Adds a scan to the decision that a move has just named for the first time: the newest of the mandate's life.
 * @returns false when it could not be added; the move stands, and the scan can be added on the mandate's page
 */
export async function keepScanOfMove(mandateId: string, fileId: string): Promise<boolean> {
  const read = await call(readMandate, { params: { mandateId } });
  if (!read.ok) return false;
  const named = read.value.history.toReversed().find(({ decision }) => decision !== null)?.decision;
  if (!named) return false;
  return (await call(addDecisionScan, { params: { decisionId: named.id }, body: { fileId } })).ok;
}
