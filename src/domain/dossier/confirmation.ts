import { partyRefusal } from "../person/findings.ts";
import type { Parties } from "../person/parties.ts";
import { type Result, done } from "../shared/result.ts";
import type { ReceiptDelivery } from "./dossier-payloads.ts";

/** What waits for a civil servant: that a dossier or a supplement was taken in, or that a result was returned. */
export const AWAITED_ACTS = ["receive", "supplement", "returnResult"] as const;

/** An officer confirms a screenful and a little more at once; one request stays short. */
export const CONFIRMED_AT_ONCE_MAX = 100;

/**
 * How Mẫu 01 reaches the citizen once the dossier is confirmed: as the citizen chose, at the counter when nothing was
 * chosen. A message needs an e-mail address or a phone number of whoever handed the dossier in.
 *
 * @rule CONFIRMATION-01
 * @example receiptDelivery(undefined, parties) → done("counter")
 */
export function receiptDelivery(
  chosen: ReceiptDelivery | undefined,
  { applicant, submitter }: Parties,
): Result<ReceiptDelivery, "party_invalid" | "authorisation_missing"> {
  const { phone, email } = submitter ?? applicant;
  if (chosen !== "message" || phone !== null || email !== null) return done(chosen ?? "counter");
  return partyRefusal([{ field: submitter ? "submitter.phone" : "applicant.phone", code: "text_empty" }]);
}
