import type { Act } from "../mandate/may-act.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import type { BusinessStatus } from "./dossier-state.ts";

/** An act that moves the business status, or leaves it and is only possible there. */
export const MOVES = [
  "receive",
  "takeIn",
  "askBeforeReceipt",
  "refuseIntake",
  "confirm",
  "handBack",
  "correct",
  "resubmit",
  "withdraw",
  "forward",
  "sendToDesk",
  "take",
  "assign",
  "askSupplement",
  "supplement",
  "takeInSupplement",
  "imposeDuty",
  "fulfilDuty",
  "askWithdrawal",
  "acceptWithdrawal",
  "declineWithdrawal",
  "extend",
  "apologise",
  "stop",
  "stopWithWhole",
  "consult",
  "answerConsultation",
  "withdrawConsultation",
  "takeStep",
  "assignStep",
  "finishStep",
  "sendStepBack",
  "recordOutcome",
  "recordRefusal",
  "sendBack",
  "approve",
  "reopen",
  "handPapersBack",
  "chooseCollection",
  "takeOverResult",
  "returnResult",
  "handOver",
  "remark",
] as const;
export type Move = (typeof MOVES)[number];

/**
 * Where a move leads: to a status; `stays` where it is; `waits` there until it goes on from where it came; `resumes`
 * where it waited from.
 */
type Step =
  | { readonly kind: "to"; readonly status: BusinessStatus }
  | { readonly kind: "stays" }
  | { readonly kind: "waits"; readonly status: BusinessStatus }
  | { readonly kind: "resumes" };

const to = (status: BusinessStatus): Step => ({ kind: "to", status });
const waits = (status: BusinessStatus): Step => ({ kind: "waits", status });
const STAYS: Step = { kind: "stays" };
const RESUMES: Step = { kind: "resumes" };

/** What an open dossier allows wherever it lies: the citizen takes it back, the agency cannot go on, or is late. */
const WHILE_OPEN = {
  askWithdrawal: waits("withdrawalAsked"),
  stop: to("stopped"),
  stopWithWhole: to("stopped"),
  extend: STAYS,
  apologise: STAYS,
  handPapersBack: STAYS,
  chooseCollection: STAYS,
} as const satisfies Partial<Record<Move, Step>>;

/** The inner work goes on in the hands of an agency. */
const STEPS = {
  takeStep: STAYS,
  assignStep: STAYS,
  finishStep: STAYS,
  sendStepBack: STAYS,
} as const satisfies Partial<Record<Move, Step>>;

/** What waits for somebody outside of the house may end without them. */
const WHILE_WAITED_FOR = {
  askWithdrawal: waits("withdrawalAsked"),
  stop: to("stopped"),
  stopWithWhole: to("stopped"),
  recordRefusal: to("awaitingApproval"),
  apologise: STAYS,
  handPapersBack: STAYS,
  chooseCollection: STAYS,
} as const satisfies Partial<Record<Move, Step>>;

/** Whatever a case waits for, another agency may still answer what it was asked, and the question can be taken back. */
const WHILE_CONSULTED = {
  answerConsultation: STAYS,
  withdrawConsultation: STAYS,
} as const satisfies Partial<Record<Move, Step>>;

/**
 * The life of a dossier, the one table of it: the server checks it, the buttons ask it, the picture in
 * `docs/dossier-life.md` is drawn from it. Complete by type: a status without a row does not compile.
 *
 * @rule TURNS-01
 */
export const MACHINE: Readonly<Record<BusinessStatus, Readonly<Partial<Record<Move, Step>>>>> = {
  lodged: {
    receive: to("received"),
    takeIn: to("awaitingConfirmation"),
    askBeforeReceipt: to("toBeSupplemented"),
    refuseIntake: to("notReceived"),
    withdraw: to("withdrawn"),
  },
  toBeSupplemented: {
    receive: to("received"),
    takeIn: to("awaitingConfirmation"),
    askBeforeReceipt: STAYS,
    refuseIntake: to("notReceived"),
    withdraw: to("withdrawn"),
  },
  notReceived: {},
  awaitingConfirmation: { confirm: to("received"), handBack: to("handedBack") },
  handedBack: {
    correct: to("awaitingConfirmation"),
    resubmit: to("awaitingConfirmation"),
    withdraw: to("withdrawn"),
  },
  withdrawn: {},
  received: { forward: to("forwarded"), askSupplement: waits("awaitingSupplement"), ...WHILE_OPEN },
  forwarded: { take: to("processing"), assign: STAYS, sendToDesk: to("received"), ...WHILE_OPEN },
  processing: {
    ...STEPS,
    assign: STAYS,
    recordOutcome: to("awaitingApproval"),
    askSupplement: waits("awaitingSupplement"),
    imposeDuty: waits("awaitingPayment"),
    consult: STAYS,
    ...WHILE_CONSULTED,
    ...WHILE_OPEN,
  },
  awaitingSupplement: {
    supplement: RESUMES,
    takeInSupplement: to("supplementAwaitingConfirmation"),
    ...WHILE_CONSULTED,
    ...WHILE_WAITED_FOR,
  },
  // What it waited from is still to be resumed: only the supplement itself waits for a civil servant.
  supplementAwaitingConfirmation: {
    confirm: RESUMES,
    handBack: to("awaitingSupplement"),
    stopWithWhole: to("stopped"),
    ...WHILE_CONSULTED,
  },
  awaitingPayment: { fulfilDuty: RESUMES, ...WHILE_CONSULTED, ...WHILE_WAITED_FOR },
  withdrawalAsked: {
    acceptWithdrawal: to("stopped"),
    declineWithdrawal: RESUMES,
    stopWithWhole: to("stopped"),
    ...WHILE_CONSULTED,
  },
  // Originals of the citizen may still be here when everything else is over.
  stopped: { handPapersBack: STAYS },
  awaitingApproval: {
    approve: to("finished"),
    sendBack: to("processing"),
    ...WHILE_CONSULTED,
    ...WHILE_OPEN,
  },
  finished: {
    returnResult: to("returned"),
    handOver: to("returnAwaitingConfirmation"),
    reopen: to("processing"),
    apologise: STAYS,
    handPapersBack: STAYS,
    chooseCollection: STAYS,
    takeOverResult: STAYS,
  },
  // The paper is in the citizen's hands: words can be exchanged, and nothing but the confirmation is left.
  returnAwaitingConfirmation: { confirm: to("returned"), remark: STAYS },
  // A result with an error is made again, on the same dossier.
  returned: { reopen: to("processing"), handPapersBack: STAYS },
};

/** Where a dossier stands: its status, and where it goes on when what it waits for is there. */
export interface Standing {
  readonly business: BusinessStatus;
  /** The last is resumed first; two at most, when a withdrawal is asked for while something is waited for. */
  readonly resumesTo: readonly BusinessStatus[];
}

/**
 * Where a dossier stands after a move.
 * @returns `move_not_allowed` with the status when it cannot be made from there.
 * @example afterMove({ business: "processing", resumesTo: [] }, "askSupplement")
 *   → { business: "awaitingSupplement", resumesTo: ["processing"] }
 */
export function afterMove(
  { business, resumesTo }: Standing,
  move: Move,
): Result<Standing, "move_not_allowed"> {
  const step = MACHINE[business][move];
  if (!step) return refuse("move_not_allowed", { status: business, move });
  switch (step.kind) {
    case "stays":
      return done({ business, resumesTo });
    case "waits":
      return done({ business: step.status, resumesTo: [...resumesTo, business] });
    case "to":
      return done({ business: step.status, resumesTo: keepsWaiting(step.status) ? resumesTo : [] });
    case "resumes": {
      const status = resumesTo.at(-1);
      if (status === undefined) throw new Error(`${business} has nothing to go on with`);
      return done({ business: status, resumesTo: resumesTo.slice(0, -1) });
    }
  }
}

/** Statuses in which something earlier is still to be gone on with. */
function keepsWaiting(status: BusinessStatus): boolean {
  return status === "supplementAwaitingConfirmation" || status === "awaitingSupplement";
}

/** The moves that a status allows, in the order of {@link MOVES}. */
export function movesFrom(status: BusinessStatus): readonly Move[] {
  return MOVES.filter((move) => MACHINE[status][move] !== undefined);
}

/** What a move comes to when the right it is done by waits for confirmation (`assist`): no button offers it by itself. */
export const UNDER_ASSIST = {
  receive: "takeIn",
  supplement: "takeInSupplement",
  returnResult: "handOver",
} as const satisfies Partial<Record<Move, Move>>;

/**
 * What has no button of its own on the dossier: what a move comes to under `assist`; what is done about one consultation
 * or one step, beside which its buttons stand; what follows from the end of another dossier.
 */
const WITHOUT_BUTTON = [
  ...Object.values(UNDER_ASSIST),
  "answerConsultation",
  "withdrawConsultation",
  "stopWithWhole",
  "takeStep",
  "assignStep",
  "finishStep",
  "sendStepBack",
] as const satisfies readonly Move[];
export type ButtonMove = Exclude<Move, (typeof WITHOUT_BUTTON)[number]>;

/** Whether the dossier's page offers a move as a button of the whole. */
export function hasButton(move: Move): move is ButtonMove {
  return !WITHOUT_BUTTON.some((one) => one === move);
}

/** The act whose right a move asks for: who may confirm may hand back, and the result is returned by one right. */
export const ACT_OF_MOVE = {
  receive: "receive",
  takeIn: "receive",
  askBeforeReceipt: "askBeforeReceipt",
  refuseIntake: "refuseIntake",
  confirm: "confirm",
  handBack: "confirm",
  // Who may answer what was handed back may put it right in the same answer.
  correct: "resubmit",
  resubmit: "resubmit",
  withdraw: "withdraw",
  forward: "forward",
  sendToDesk: "take",
  take: "take",
  // Whoever may say who does a step may say who does the whole.
  assign: "assignStep",
  askSupplement: "askSupplement",
  supplement: "supplement",
  takeInSupplement: "supplement",
  imposeDuty: "recordOutcome",
  fulfilDuty: "fulfilDuty",
  askWithdrawal: "askWithdrawal",
  acceptWithdrawal: "endOnRequest",
  declineWithdrawal: "endOnRequest",
  extend: "setDate",
  apologise: "setDate",
  stop: "setDate",
  // What follows from the end of the whole; nobody does it by itself.
  stopWithWhole: "setDate",
  consult: "consult",
  answerConsultation: "answerConsultation",
  withdrawConsultation: "consult",
  takeStep: "doStep",
  assignStep: "assignStep",
  finishStep: "doStep",
  sendStepBack: "doStep",
  recordOutcome: "recordOutcome",
  recordRefusal: "recordOutcome",
  sendBack: "sendBack",
  approve: "approve",
  reopen: "setDate",
  handPapersBack: "handPapersBack",
  // Part of returning, at once: there is nothing in it that anybody would confirm.
  chooseCollection: "handPapersBack",
  takeOverResult: "handPapersBack",
  returnResult: "returnResult",
  handOver: "returnResult",
  remark: "remark",
} as const satisfies Record<Move, Act>;
