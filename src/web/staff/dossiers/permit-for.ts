import type { DossierView } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import type { OfferedAct } from "./permit-words.tsx";

/**
 * Whether this person may make a move now. Of moves that the dossier's state does not allow the server
 * says nothing; the answer is then the state's.
 */
export function permitFor(dossier: DossierView, move: Move): OfferedAct["permit"] {
  const offered = dossier.acts.find((act) => act.move === move);
  if (offered) return offered.permit;
  const details = { status: dossier.statuses.business, move };
  return {
    allowed: false,
    basis: null,
    awaitsConfirmation: false,
    refusal: { code: "move_not_allowed", details },
  };
}
