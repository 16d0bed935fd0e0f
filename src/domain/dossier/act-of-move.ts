import type { Act } from "../mandate/may-act.ts";
import type { Move } from "./dossier-state.ts";

/** The act whose right a move asks for: who may confirm may hand back, and the result is returned by one right. */
export const ACT_OF_MOVE = {
  confirm: "confirm",
  handBack: "confirm",
  // Who may answer what was handed back may put it right in the same answer.
  correct: "resubmit",
  resubmit: "resubmit",
  withdraw: "withdraw",
  forward: "forward",
  take: "take",
  recordOutcome: "recordOutcome",
  sendBack: "sendBack",
  approve: "approve",
  returnResult: "returnResult",
  handOver: "returnResult",
  remark: "remark",
} as const satisfies Record<Move, Act>;
