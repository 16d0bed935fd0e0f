import type { Desk } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-state.ts";
import { type Permission, type Role, permits } from "#domain/mandate/permission.ts";

const PERMISSION_OF_DESK = {
  oneStop: "dossier.forward",
  case: "dossier.process",
  approval: "dossier.approve",
  returning: "dossier.return",
} as const satisfies Record<Desk, Permission>;

/** The desks that a person's posts give, in the order of the work. @example ["case"] for a case officer */
export function desksOf(roles: readonly Role[]): readonly Desk[] {
  const desks: readonly Desk[] = ["oneStop", "case", "approval", "returning"];
  return desks.filter((desk) => permits(roles, PERMISSION_OF_DESK[desk]));
}

/** The desk at which a move is made: where the next dossier for the same hands waits; null has a list of its own. */
export const DESK_OF_MOVE = {
  confirm: null,
  handBack: null,
  correct: null,
  resubmit: null,
  withdraw: null,
  remark: null,
  forward: "oneStop",
  take: "case",
  recordOutcome: "case",
  sendBack: "approval",
  approve: "approval",
  returnResult: "returning",
  handOver: "returning",
} as const satisfies Record<Move, Desk | null>;
