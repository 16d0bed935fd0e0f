import { handBackDossier, remarkOnReturn, resubmitDossier } from "#contract/confirming.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";

/** The officer gives a taking in back to the clerk and says why; it cannot be confirmed before it is answered. */
export const handBackDossierRoute = bind(handBackDossier, (context) => {
  const { words: note, version } = context.body;
  return context.act((tx, _space, facts) =>
    moveDossier(tx, { ...context, ...context.params, version, note, move: "handBack" }, facts, async () =>
      done({ event: dossierEvent("dossier.handedBack", {}) }),
    ),
  );
});

/** The clerk, or an officer who stands in for a clerk that may not act any more, answers what was handed back. */
export const resubmitDossierRoute = bind(resubmitDossier, (context) => {
  const { words: note, version } = context.body;
  return context.act((tx, _space, facts) =>
    moveDossier(tx, { ...context, ...context.params, version, note, move: "resubmit" }, facts, async () =>
      done({ event: dossierEvent("dossier.resubmitted", {}) }),
    ),
  );
});

/** Words about a returning that waits: the citizen has the result, so there is nothing to give back. */
export const remarkOnReturnRoute = bind(remarkOnReturn, (context) => {
  const { words: note, version } = context.body;
  return context.act((tx, _space, facts) =>
    moveDossier(tx, { ...context, ...context.params, version, note, move: "remark" }, facts, async () =>
      done({ event: dossierEvent("dossier.remarked", {}) }),
    ),
  );
});
