import { type DossierView, readDossier } from "#contract/dossiers.ts";
import { ACT_OF_MOVE } from "#domain/dossier/act-of-move.ts";
import type { Move } from "#domain/dossier/dossier-state.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";
import { useRight } from "../use-right.ts";
import { permitFor } from "./permit-for.ts";
import type { OfferedAct } from "./permit-words.tsx";

/**
 * Whether this person may make a move on the dossier, as of this moment: what the server said with the dossier, and no
 * more once the right has ended while the page was open.
 */
export function usePermit(dossier: DossierView): (move: Move) => OfferedAct["permit"] {
  const right = useRight();
  return (move) => {
    const said = permitFor(dossier, move);
    if (!said.allowed) return said;
    const { fieldCode, ...subject } = dossier.rightSubject;
    const { dossierId, procedureCode } = dossier;
    const offered = {
      act: ACT_OF_MOVE[move],
      ...subject,
      dossierId,
      procedure: { code: procedureCode, fieldCode },
    };
    const now = right(offered, readAt(dossierId));
    if (now === undefined || now.ok) return said;
    return {
      allowed: false,
      basis: null,
      awaitsConfirmation: false,
      refusal: { code: now.code, details: { ...now.details } },
    };
  };
}

/** When the server was last asked about the dossier. */
function readAt(dossierId: string): number {
  return queryClient.getQueryState(readKey(readDossier, { params: { dossierId } }))?.dataUpdatedAt ?? 0;
}
