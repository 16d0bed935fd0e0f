import { DESKS, type Desk } from "#contract/queue.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import { type Permission, type Role, permits } from "#domain/mandate/permission.ts";

const PERMISSION_OF_DESK = {
  oneStop: "dossier.forward",
  case: "dossier.process",
  approval: "dossier.approve",
  returning: "dossier.return",
  lodged: "dossier.receive",
  supplement: "dossier.receive",
} as const satisfies Record<Desk, Permission>;

/** The desks that a person's posts give, in the order of the work. @example ["case"] for a case officer */
export function desksOf(roles: readonly Role[]): readonly Desk[] {
  return DESKS.filter((desk) => permits(roles, PERMISSION_OF_DESK[desk]));
}

/**
 * The desk at which a move is made: where the next dossier for the same hands waits. `confirming` has a list of its own;
 * null: it is made in several posts, and the next work is at the person's own desk.
 */
export const DESK_OF_MOVE = {
  receive: null,
  takeIn: null,
  askBeforeReceipt: null,
  refuseIntake: null,
  confirm: "confirming",
  handBack: "confirming",
  correct: "confirming",
  resubmit: "confirming",
  withdraw: "confirming",
  remark: "confirming",
  forward: "oneStop",
  sendToDesk: "case",
  take: "case",
  assign: "approval",
  askSupplement: null,
  supplement: null,
  takeInSupplement: null,
  imposeDuty: "case",
  fulfilDuty: null,
  askWithdrawal: null,
  acceptWithdrawal: "oneStop",
  declineWithdrawal: "oneStop",
  extend: "approval",
  apologise: "approval",
  stop: "approval",
  stopWithWhole: null,
  consult: "case",
  answerConsultation: null,
  withdrawConsultation: "case",
  takeStep: null,
  assignStep: "approval",
  finishStep: null,
  sendStepBack: null,
  recordOutcome: "case",
  recordRefusal: "case",
  sendBack: "approval",
  approve: "approval",
  reopen: "approval",
  handPapersBack: null,
  chooseCollection: null,
  takeOverResult: "returning",
  returnResult: "returning",
  handOver: "returning",
} as const satisfies Record<Move, Desk | "confirming" | null>;
