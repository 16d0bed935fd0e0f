import type { Move } from "./dossier-machine.ts";
import type { BusinessStatus } from "./dossier-state.ts";

/** The units of a dossier, when its result is fetched. */
export interface ResultUnits<Id> {
  readonly receivedAt: Id;
  /** Where the citizen fetches it. */
  readonly collectedAt: Id;
  /** Where it lies. */
  readonly resultAt: Id;
}

/**
 * At which unit a move is made, so that its right is asked there: a result is taken over and returned where it is
 * fetched, its returning confirmed where it was made, all else done where the dossier was received. Where it is fetched
 * is changed by the unit that received it, which knows the citizen.
 *
 * @rule RETURN-02
 * @example unitOfMove("returnResult", "finished", { receivedAt: "A", collectedAt: "B", resultAt: "B" }) → "B"
 */
export function unitOfMove<Id>(move: Move, business: BusinessStatus, units: ResultUnits<Id>): Id {
  if (move === "returnResult" || move === "handOver" || move === "takeOverResult") return units.collectedAt;
  return business === "returnAwaitingConfirmation" ? units.resultAt : units.receivedAt;
}
