import type { PastDossierEvent } from "#domain/dossier/dossier-event.ts";
import { isBeforeReceipt } from "#domain/dossier/dossier-state.ts";
import { dossierStates } from "#domain/dossier/fold-dossier.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";
import type { Tx } from "../db/kysely.ts";

/** What happened to a dossier, the first first; `upTo` an event and with it, or all. */
export async function pastEvents(
  tx: Tx,
  dossierId: string,
  upTo?: number,
): Promise<readonly PastDossierEvent[]> {
  const rows = await tx
    .selectFrom("dossier_event")
    .select(["type", "type_version as version", "payload", "actor_id as actorId"])
    .where("dossier_id", "=", dossierId)
    .$if(upTo !== undefined, (all) => all.where("seq", "<=", upTo ?? 0))
    .orderBy("seq")
    .execute();
  return rows as unknown as PastDossierEvent[];
}

/**
 * The date that Mẫu 01 names: the one that held when the dossier was received. Undefined where no event gave one.
 *
 * @rule FORMS-01
 */
export async function slipDate(tx: Tx, dossierId: string): Promise<Instant | undefined> {
  const events = await pastEvents(tx, dossierId);
  const receipt = dossierStates(events).findIndex(({ business }) => !isBeforeReceipt(business));
  const dates = events.slice(0, receipt + 1).map(({ payload }) => (payload as { dueAt?: string }).dueAt);
  const named = dates.findLast((date) => date !== undefined);
  return named === undefined ? undefined : instant(named);
}
