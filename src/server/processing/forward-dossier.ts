import { forwardDossier, takeDossier } from "#contract/dossiers.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";

/** The one-stop unit sends the dossier on to the agency that decides. */
export const forwardDossierRoute = bind(forwardDossier, (context) =>
  context.act((tx, _space, facts) =>
    moveDossier(tx, { ...context, ...context.params, ...context.body, move: "forward" }, facts, async () =>
      done({ event: dossierEvent("dossier.forwarded", {}) }),
    ),
  ),
);

/** A case officer takes the dossier from the agency's queue; from then on it is in his or her hands. */
export const takeDossierRoute = bind(takeDossier, (context) =>
  context.act((tx, _space, facts) =>
    moveDossier(tx, { ...context, ...context.params, ...context.body, move: "take" }, facts, async () =>
      done({ event: dossierEvent("dossier.taken", {}) }),
    ),
  ),
);
