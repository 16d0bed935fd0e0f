import { POSTAL_SERVICES, type PostalService } from "#domain/postal/tariff.ts";
import type { DossierRecord } from "./load-dossier.ts";
import type { Reference } from "../units/reference.ts";

/** Statuses after which no result comes any more, or none that could be sent. */
const OVER: ReadonlySet<string> = new Set([
  "notReceived",
  "withdrawn",
  "stopped",
  "returned",
  "returnAwaitingConfirmation",
]);

/** Which services may be ordered for a dossier now: none when it is over, no sending in where its procedure takes no post. */
export function servicesOf(dossier: DossierRecord, reference: Reference): readonly PostalService[] {
  if (OVER.has(dossier.business_status)) return [];
  const content = reference.versionsById.get(dossier.procedure_version_id)?.content;
  return content?.postalEligible === false ? ["return"] : POSTAL_SERVICES;
}
