import type { DossierView } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import type { ShownPermit } from "./permit-words.tsx";

/** What is done where the result is fetched, with the result in hand. */
const AT_COLLECTION: readonly Move[] = ["takeOverResult", "returnResult"];

/**
 * It is not the right that is missing but the result: it is fetched at another unit's counter, or it lies in a packet, is
 * with the post, or is elsewhere. The server would refuse it in the same words.
 *
 * @returns what is shown in the place of the right's answer; null where it stands
 */
export function resultNotHere(
  { units, rightSubject, resultAway }: Pick<DossierView, "units" | "rightSubject" | "resultAway">,
  move: Move,
  counter: { readonly unitId: string } | null,
): ShownPermit["refusal"] {
  if (!AT_COLLECTION.includes(move)) return null;
  const { collectedAt } = units;
  if (collectedAt !== null && counter !== null && counter.unitId !== rightSubject.collectionUnitId)
    return { code: "collected_elsewhere", details: { unit: collectedAt } };
  return resultAway ? { code: "result_in_container", details: {} } : null;
}
