import type { DossierView } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import type { ShownPermit } from "./permit-words.tsx";

/** What is done where the result is fetched. */
const AT_COLLECTION: readonly Move[] = ["takeOverResult", "returnResult"];

/**
 * At the counter of another unit it is not the right that is missing: the result is fetched elsewhere.
 * @returns what is shown in the place of the right's answer; null where it stands
 */
export function collectedElsewhere(
  { units, rightSubject }: Pick<DossierView, "units" | "rightSubject">,
  move: Move,
  counter: { readonly unitId: string } | null,
): ShownPermit["refusal"] {
  const { collectedAt } = units;
  if (!AT_COLLECTION.includes(move) || collectedAt === null || counter === null) return null;
  if (counter.unitId === rightSubject.collectionUnitId) return null;
  return { code: "collected_elsewhere", details: { unit: collectedAt } };
}
