import { type DossierView, readDossier } from "#contract/dossiers.ts";
import { unitOfMove } from "#domain/dossier/collection.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import { actOfMove } from "#domain/dossier/supplement.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";
import { supplementsOf } from "../turns/turn-state.ts";
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
    const {
      fieldCode,
      unitId: receivedAt,
      collectionUnitId,
      resultUnitId,
      ...subject
    } = dossier.rightSubject;
    const units = { receivedAt, collectedAt: collectionUnitId, resultAt: resultUnitId };
    const { dossierId, procedureCode } = dossier;
    const offered = {
      act: actOfMove(move, supplementsOf(dossier)),
      ...subject,
      unitId: unitOfMove(move, dossier.statuses.business, units),
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
