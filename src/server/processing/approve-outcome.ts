import { approveOutcome, sendBackOutcome } from "#contract/dossiers.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { type ItemId, asId } from "#domain/shared/id.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { custodyRow } from "../ledgers/custody-ledger.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";

/**
 * The approver, never the person who prepared it, approves. The result is born into the hands of the
 * one-stop unit that answers for the dossier today, where the citizen collects it: the dossier is back there as finished.
 */
export const approveOutcomeRoute = bind(approveOutcome, (context) =>
  context.act((tx, _space, facts) =>
    moveDossier(
      tx,
      { ...context, ...context.params, ...context.body, move: "approve" },
      facts,
      async (dossier, act) => {
        const itemId = asId<ItemId>(context.deps.newId());
        const home = context.reference.heirOf(dossier.received_at_unit_id);
        const unit = { kind: "unit", id: asId<never>(home) } as const;
        const version = context.reference.versionsById.get(dossier.procedure_version_id);
        const scope = [...act.scope];
        return done({
          event: dossierEvent("dossier.approved", {}),
          rows: {
            item: [
              {
                id: itemId,
                dossier_id: dossier.id,
                position: 1000,
                kind: "result",
                paper_id: null,
                name: version?.content.results[0]?.name ?? dossier.procedure_name,
                originals: 1,
                copies: 0,
                shown: false,
                note: null,
                holder_kind: unit.kind,
                holder_id: unit.id,
                custody_seq: 1,
                struck: false,
                scope,
              },
            ],
            custody_entry: [custodyRow(act, dossier.version + 1, { itemId, type: "born", to: unit }, 1)],
          },
        });
      },
    ),
  ),
);

/** The approver gives the outcome back to the case officer and says why. */
export const sendBackOutcomeRoute = bind(sendBackOutcome, (context) => {
  const { reason, version } = context.body;
  return context.act((tx, _space, facts) =>
    moveDossier(
      tx,
      { ...context, ...context.params, version, note: reason, move: "sendBack" },
      facts,
      async () => done({ event: dossierEvent("dossier.sentBack", {}) }),
    ),
  );
});
