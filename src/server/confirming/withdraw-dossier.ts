import { withdrawDossier } from "#contract/confirming.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { handItemsOver, unlessAway } from "../ledgers/custody-ledger.ts";
import { isSignatureOf } from "../ledgers/kept-signature.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";
import { holdsPapers } from "./store.ts";

/**
 * The citizen takes home what was handed back: the papers in hand go to the citizen against a signature, and the
 * dossier ends without having been received.
 *
 * @rule CONFIRMATION-01
 */
export const withdrawDossierRoute = bind(withdrawDossier, (context) => {
  const { words: note, version, signature } = context.body;
  return context.act((tx, _space, facts) =>
    moveDossier(
      tx,
      { ...context, ...context.params, version, note, move: "withdraw" },
      facts,
      async (dossier, act) => {
        const event = dossierEvent("dossier.withdrawn", {});
        if (!(await holdsPapers(tx, dossier.id))) return done({ event });
        if (!signature || !(await isSignatureOf(tx, dossier.id, signature)))
          return refuse("signature_missing");
        const atHand = await unlessAway(tx, dossier.id, "paper");
        if (!atHand.ok) return atHand;
        const rows = await handItemsOver(tx, act, "paper", dossier.version + 1, signature.fileId);
        return done({ event, rows });
      },
    ),
  );
});
