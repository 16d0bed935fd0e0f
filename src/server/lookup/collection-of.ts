import type { DossierView } from "#contract/dossiers.ts";
import { type DossierRecord, resultUnits } from "../ledgers/load-dossier.ts";
import type { Reference } from "../units/reference.ts";

/** Where a result is fetched when that is not where it was received, and which unit has it while it has not come there. */
export function collectionOf(
  dossier: DossierRecord,
  { heirOf, units }: Reference,
): Pick<DossierView["units"], "collectedAt" | "resultStillAt"> {
  const { receivedAt, collectedAt, resultAt } = resultUnits(dossier);
  const nameOf = (id: string) => units.get(heirOf(id))?.name ?? "";
  const isElsewhere = heirOf(collectedAt) !== heirOf(receivedAt);
  const isOnItsWay = dossier.business_status === "finished" && heirOf(collectedAt) !== heirOf(resultAt);
  return {
    collectedAt: isElsewhere ? nameOf(collectedAt) : null,
    resultStillAt: isOnItsWay ? nameOf(resultAt) : null,
  };
}
