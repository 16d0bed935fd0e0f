import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { mayDeliverReceipt } from "#domain/dossier/fold-dossier.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import { type AccountId, asId } from "#domain/shared/id.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Space } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { appendEvent, stateOfRow } from "../ledgers/dossier-ledger.ts";
import { type NoticeRow, nameDelivery } from "./store.ts";
import { withDossier } from "./with-dossier.ts";

/**
 * The ledger says that Mẫu 01 has reached the citizen by message: by the right of the officer who confirmed it and so
 * had it sent. When somebody has handed it over meanwhile, that stands.
 */
export async function markDelivered(deps: Deps, space: Space, notice: NoticeRow): Promise<void> {
  const { dossier_id: dossierId, seq } = notice;
  await withDossier(deps, space, dossierId, async (tx, dossier) => {
    const state = stateOfRow(dossier);
    if (!mayDeliverReceipt(state)) return;
    const confirmation = await tx
      .selectFrom("dossier_event")
      .select(["basis_kind", "basis_id", "actor_id"])
      .where("dossier_id", "=", dossierId)
      .where("seq", "=", seq)
      .executeTakeFirstOrThrow();
    const { epoch } = await tx.selectFrom("mandate_epoch").select("epoch").executeTakeFirstOrThrow();
    const now = deps.clock.now();
    const act = {
      dossierId: dossier.id,
      basis: { kind: confirmation.basis_kind, id: confirmation.basis_id } as Basis,
      actorId: asId<AccountId>(confirmation.actor_id),
      counterId: null,
      requestId: `notice:${notice.id}`,
      occurredAt: now,
      recordedAt: now,
      scope: dossier.scope,
      mandateEpoch: epoch,
    } as const;
    const event = dossierEvent("dossier.receiptDelivered", { by: "message" });
    const next = await appendEvent(tx, act, state, event);
    invariant(next.ok, "a dossier that is held does not change");
    await nameDelivery(tx, notice.id, next.value.version);
  });
}
