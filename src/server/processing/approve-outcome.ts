import { approveOutcome, sendBackOutcome } from "#contract/dossiers.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { type ItemId, asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import { custodyRow } from "../ledgers/custody-ledger.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";
import { unlessPartsOpen } from "../ledgers/part-ledger.ts";
import { stepState } from "../ledgers/step-ledger.ts";
import type { Reference } from "../units/reference.ts";

/** Who approves what, as a route's context has it; of many at once each is asked for by itself. */
export interface Approval {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly reference: Reference;
  readonly now: Instant;
  readonly requestId: string;
  readonly dossierId: string;
  readonly version: number;
  readonly note?: string | undefined;
}

/** {@link approveOutcome} within the transaction of the act. */
export function approve(tx: Tx, approval: Approval, facts: MandateFacts) {
  const { deps, reference } = approval;
  return moveDossier(tx, { ...approval, move: "approve" }, facts, async (dossier, act) => {
    const whole = await unlessPartsOpen(tx, dossier);
    if (!whole.ok) return whole;
    const itemId = asId<ItemId>(deps.newId());
    const home = reference.heirOf(dossier.received_at_unit_id);
    const unit = { kind: "unit", id: asId<never>(home) } as const;
    const version = reference.versionsById.get(dossier.procedure_version_id);
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
            originals_back: false,
            scope,
          },
        ],
        custody_entry: [custodyRow(act, dossier.version + 1, { thingId: itemId, type: "born", to: unit }, 1)],
      },
    });
  });
}

/**
 * The approver, never the person who prepared it, approves. The result is born into the hands of the
 * one-stop unit that answers for the dossier today, where the citizen collects it: the dossier is back there as finished.
 */
export const approveOutcomeRoute = bind(approveOutcome, (context) =>
  context.act((tx, _space, facts) => approve(tx, { ...context, ...context.params, ...context.body }, facts)),
);

/** The approver gives the outcome back to the case officer and says why. */
export const sendBackOutcomeRoute = bind(sendBackOutcome, (context) => {
  const { reason, version, step } = context.body;
  return context.act((tx, _space, facts) =>
    moveDossier(
      tx,
      { ...context, ...context.params, version, note: reason, move: "sendBack" },
      facts,
      async (dossier) => {
        if (step === undefined) return done({ event: dossierEvent("dossier.sentBack", {}) });
        const state = await stepState(tx, dossier.id, step);
        if (state === undefined) return refuse("step_unknown");
        if (state !== "done") return refuse("step_not_done");
        return done({ event: dossierEvent("dossier.sentBack", { step }) });
      },
    ),
  );
});
