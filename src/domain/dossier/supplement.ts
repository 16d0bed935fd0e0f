import type { Act } from "../mandate/may-act.ts";
import { ACT_OF_MOVE, type Move } from "./dossier-machine.ts";

/**
 * The act whose right a move asks for on a dossier, by how often its supplement was asked for before. The law allows
 * one request (NĐ 118/2025/NĐ-CP Điều 11): each further one is the act of somebody who answers for it, with a legal
 * basis, and counts as late.
 *
 * @rule SUPPLEMENT-01
 * @example actOfMove("askSupplement", 1) → "askSupplementAgain"; actOfMove("handBack", 0) → "confirm"
 */
export function actOfMove(move: Move, supplements: number): Act {
  return move === "askSupplement" && supplements > 0 ? "askSupplementAgain" : ACT_OF_MOVE[move];
}
