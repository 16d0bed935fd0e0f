import type { Holder } from "../custody/custody.ts";
import { asId } from "../shared/id.ts";

/** Why something went on to somebody else. */
export const HAND_OVER_CAUSES = ["suspension", "contractEnd", "postEnd"] as const;
export type HandOverCause = (typeof HAND_OVER_CAUSES)[number];

/**
 * Who answers for the papers of a unit from now on: the named successor, or the unit itself when nobody is named. A
 * suspension at once must not wait until somebody is found, and nothing may be left in the hands of who is stopped.
 *
 * @rule SUCCESSION-01
 * @example paperHolder(null, unitId) → { kind: "unit", id: unitId }
 */
export function paperHolder(
  successorId: string | null,
  unitId: string,
): Extract<Holder, { kind: "person" | "unit" }> {
  return successorId === null
    ? { kind: "unit", id: asId(unitId) }
    : { kind: "person", id: asId(successorId) };
}
