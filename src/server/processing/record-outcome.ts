import { recordOutcome } from "#contract/dossiers.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { isStanding } from "#domain/dossier/dossier-state.ts";
import { asId } from "#domain/shared/id.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { agenciesAwaited } from "../ledgers/consultation-ledger.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { holdDossier } from "../ledgers/load-dossier.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";
import { openStepNames } from "../ledgers/step-ledger.ts";

/**
 * The case officer records what was decided, with the result attached, and hands it to the approver. What waits for the
 * citizen can be refused as it is, and nothing else can be decided of it.
 */
export const recordOutcomeRoute = bind(recordOutcome, (context) =>
  context.act(async (tx, _space, facts) => {
    const held = await holdDossier(tx, context.params.dossierId);
    const waits = held !== undefined && isStanding(stateOfRow(held).business);
    const move = waits && context.body.outcome === "refused" ? "recordRefusal" : "recordOutcome";
    return moveDossier(
      tx,
      { ...context, ...context.params, ...context.body, move },
      facts,
      async (dossier) => {
        const open = move === "recordOutcome" ? await openStepNames(tx, dossier.id) : [];
        if (open.length > 0) return refuse("steps_open", { steps: open });
        // What waits for the citizen is refused for that alone: no opinion is needed for it.
        const awaited = move === "recordOutcome" ? await agenciesAwaited(tx, dossier.id, context.now) : [];
        if (awaited.length > 0) {
          const agencies = awaited.map((id) => context.reference.agencies.get(id)?.name ?? "");
          return refuse("consultation_open", { agencies });
        }
        const { fileId, outcome, number } = context.body;
        const file = await tx
          .selectFrom("file")
          .select("id")
          .where("id", "=", fileId)
          .where("dossier_id", "=", dossier.id)
          .where("purpose", "=", "result")
          .executeTakeFirst();
        if (!file) return refuse("result_file_missing");
        const payload = { outcome, fileId: asId<never>(file.id), number: number?.trim() || null };
        return done({ event: dossierEvent("dossier.outcomeRecorded", payload) });
      },
    );
  }),
);
