import { deliverReceipt } from "#contract/confirming.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { mayDeliverReceipt } from "#domain/dossier/fold-dossier.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { appendEvent, stateOfRow } from "../ledgers/dossier-ledger.ts";
import { loadDossier } from "../ledgers/load-dossier.ts";
import { actRecord, rightToAct } from "../ledgers/move-dossier.ts";

/**
 * Mẫu 01 of a confirmed dossier has been handed over, posted or sent. It moves no status, so it may come at any time
 * after the confirmation; by a clerk it counts at once, for a paper that was confirmed.
 *
 * @rule CONFIRMATION-01
 */
export const deliverReceiptRoute = bind(deliverReceipt, (context) => {
  const { actor, now, body, params } = context;
  return context.act(async (tx, _space, facts) => {
    const dossier = await loadDossier(tx, params.dossierId);
    if (!dossier) return refuse("not_found");
    const state = stateOfRow(dossier);
    if (!mayDeliverReceipt(state)) return refuse("receipt_not_due");
    if (state.version !== body.version) return refuse("dossier_changed", { version: state.version });
    const right = rightToAct(actor, "deliverReceipt", dossier, facts, now);
    if (!right.ok) return right;
    const act = actRecord({ ...context, dossierId: dossier.id }, dossier, right.value, facts.epoch);
    const event = dossierEvent("dossier.receiptDelivered", { by: body.by });
    const next = await appendEvent(tx, act, state, event);
    return next.ok
      ? done({ dossierId: dossier.id, version: next.value.version, status: next.value.business })
      : next;
  });
});
