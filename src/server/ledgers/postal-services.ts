import { POSTAL_LEGS, POSTAL_SERVICES, type PostalService } from "#domain/postal/tariff.ts";
import type { Tx } from "../db/kysely.ts";
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

/** While papers are still to come from the citizen; later nothing is fetched at the door any more. */
export const PAPERS_TO_COME: ReadonlySet<string> = new Set([
  "lodged",
  "toBeSupplemented",
  "awaitingSupplement",
]);

/** While papers that the post took in at its own counter may still be on their way to the agency. */
const ON_THE_WAY_IN: ReadonlySet<string> = new Set([
  "awaitingConfirmation",
  "handedBack",
  "received",
  "forwarded",
  "supplementAwaitingConfirmation",
]);

/** Whether the citizen still has papers to bring, so that a courier may fetch them. */
export function hasPapersToCome(dossier: DossierRecord): boolean {
  return PAPERS_TO_COME.has(dossier.business_status);
}

/**
 * Whether anything is left that travels to the agency: papers still to come, or those that a counter of the post took in.
 * What a counter of the agency itself took in lies where it belongs.
 */
export function hasPapersToSend(dossier: DossierRecord, reference: Reference): boolean {
  if (hasPapersToCome(dossier)) return true;
  const counter = reference.counters.get(dossier.counter_id ?? "");
  return (counter?.postOfficeId ?? null) !== null && ON_THE_WAY_IN.has(dossier.business_status);
}

/**
 * What is left to order of the post: a direction that is under way is not ordered twice, and nothing is sent in when no
 * papers are left to send.
 */
export async function servicesLeft(
  tx: Tx,
  dossier: DossierRecord,
  { reference, toSend }: { readonly reference: Reference; readonly toSend: boolean },
): Promise<readonly PostalService[]> {
  const live = await tx
    .selectFrom("shipment")
    .select("leg")
    .where("dossier_id", "=", dossier.id)
    .where("live", "=", true)
    .execute();
  const busy = new Set(live.map(({ leg }) => leg));
  return servicesOf(dossier, reference).filter((service) => {
    const legs = service === "both" ? POSTAL_LEGS : [service];
    return legs.every((leg) => !busy.has(leg) && (leg === "return" || toSend));
  });
}
