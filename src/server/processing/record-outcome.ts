import { recordOutcome } from "#contract/dossiers.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { asId } from "#domain/shared/id.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";

/** The case officer records what was decided, with the result attached, and hands it to the approver. */
export const recordOutcomeRoute = bind(recordOutcome, (context) =>
  context.act((tx, _space, facts) =>
    moveDossier(
      tx,
      { ...context, ...context.params, ...context.body, move: "recordOutcome" },
      facts,
      async (dossier) => {
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
    ),
  ),
);
