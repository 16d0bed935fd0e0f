import type { AccountId, FileId, UnitId } from "../shared/id.ts";
import { invariant } from "../shared/result.ts";
import type { DossierEventType, PastDossierEvent } from "./dossier-event.ts";
import { type Move, afterMove } from "./dossier-machine.ts";
import type { DossierEventPayloads, ImportedStatus, Outcome, ReceiptDelivery } from "./dossier-payloads.ts";
import {
  type BusinessStatus,
  type DeliveryStatus,
  type MoneyStatus,
  type SyncStatus,
  isBeforeReceipt,
  isInCase,
} from "./dossier-state.ts";

/** What the events of a dossier amount to. The columns of the projection are exactly this. */
export interface DossierState {
  readonly version: number;
  readonly business: BusinessStatus;
  /** Where it goes on when what it waits for is there; the last is resumed first. */
  readonly resumesTo: readonly BusinessStatus[];
  readonly money: MoneyStatus;
  readonly delivery: DeliveryStatus;
  readonly sync: SyncStatus;
  /** Null before it was received: nobody has promised anything. */
  readonly dueAt: string | null;
  /** Requests for a supplement after the receipt; the law allows one. */
  readonly supplements: number;
  /** The date was moved with an apology: never a second time. */
  readonly extended: boolean;
  readonly caseOfficerId: AccountId | null;
  /** Who recorded the outcome that waits for approval: that person cannot approve it. */
  readonly preparedBy: AccountId | null;
  readonly outcome: Outcome | null;
  readonly resultFileId: FileId | null;
  readonly resultNumber: string | null;
  /** The system that the dossier was taken over from; null for our own. */
  readonly importedFrom: string | null;
  /** Whose act waits for confirmation, or was handed back: that person cannot confirm it. */
  readonly awaitingBy: AccountId | null;
  /** How Mẫu 01 must still reach the citizen; null when it has, or was given at once. */
  readonly receiptDue: ReceiptDelivery | null;
  /** Where the citizen fetches the result; null: where it was received. */
  readonly collectedAt: UnitId | null;
  /** The unit that took the result over; null: it is where it was received, or there is none. */
  readonly resultAt: UnitId | null;
}

/** The move of the state machine that an event records; null moves nothing and is possible wherever its rule says. */
const MOVE_OF_EVENT = {
  "dossier.accepted": "receive",
  "dossier.acceptanceTakenIn": "takeIn",
  "dossier.supplementAskedBeforeReceipt": "askBeforeReceipt",
  "dossier.intakeRefused": "refuseIntake",
  "dossier.confirmed": "confirm",
  "dossier.handedBack": "handBack",
  "dossier.corrected": "correct",
  "dossier.resubmitted": "resubmit",
  "dossier.withdrawn": "withdraw",
  "dossier.forwarded": "forward",
  "dossier.sentToDesk": "sendToDesk",
  "dossier.taken": "take",
  "dossier.assigned": "assign",
  "dossier.supplementAsked": "askSupplement",
  "dossier.supplemented": "supplement",
  "dossier.supplementTakenIn": "takeInSupplement",
  "dossier.dutyImposed": "imposeDuty",
  "dossier.dutyFulfilled": "fulfilDuty",
  "dossier.withdrawalAsked": "askWithdrawal",
  "dossier.withdrawalAccepted": "acceptWithdrawal",
  "dossier.withdrawalDeclined": "declineWithdrawal",
  "dossier.stopped": "stop",
  "dossier.stoppedWithWhole": "stopWithWhole",
  "dossier.consulted": "consult",
  "dossier.consultationAnswered": "answerConsultation",
  "dossier.consultationWithdrawn": "withdrawConsultation",
  "dossier.extended": "extend",
  "dossier.apologised": "apologise",
  "dossier.sentBack": "sendBack",
  "dossier.stepTaken": "takeStep",
  "dossier.stepAssigned": "assignStep",
  "dossier.stepFinished": "finishStep",
  "dossier.stepSentBack": "sendStepBack",
  "dossier.approved": "approve",
  "dossier.reopened": "reopen",
  "dossier.returned": "returnResult",
  "dossier.handedOver": "handOver",
  "dossier.papersHandedBack": "handPapersBack",
  "dossier.collectionChosen": "chooseCollection",
  "dossier.resultTakenOver": "takeOverResult",
  "dossier.remarked": "remark",
} as const satisfies Partial<Record<DossierEventType, Move>>;

type EventOf<Type extends DossierEventType> = Extract<PastDossierEvent, { type: Type }>;
type OpeningType =
  | "dossier.received"
  | "dossier.takenIn"
  | "dossier.lodged"
  | "dossier.openedAsPart"
  | "dossier.imported";
type SteadyType =
  | "dossier.pastStepImported"
  | "dossier.receiptDelivered"
  | "dossier.custodyPassed"
  | "dossier.reassigned"
  | "dossier.stepsPassed"
  | "dossier.partEnded"
  | "dossier.submitted"
  | "dossier.dueDateMoved";
type MovingType = Exclude<DossierEventType, OpeningType | SteadyType>;

/**
 * The state after one more event; `undefined` is a dossier that does not exist yet.
 * @throws when the ledger holds an event that its predecessors do not allow: that is a bug, never input.
 */
export function applyEvent(state: DossierState | undefined, event: PastDossierEvent): DossierState {
  if (isOpening(event)) {
    invariant(state === undefined, "a dossier is opened once");
    return openedBy(event);
  }
  invariant(state !== undefined, `${event.type} before dossier.received`);
  const next = { ...state, version: state.version + 1 };
  if (isSteady(event)) return { ...next, ...steadyChanges(state, event) };
  const moved = afterMove(state, moveOf(state, event));
  invariant(moved.ok, `${event.type} cannot follow ${state.business}`);
  return { ...next, ...moved.value, ...changesOf(state, event) };
}

/** Folds a whole history. @throws when it is empty or out of order. */
export function foldDossier(events: readonly PastDossierEvent[]): DossierState {
  const state = dossierStates(events).at(-1);
  invariant(state !== undefined, "a dossier has at least one event");
  return state;
}

/** The state after each event of a history. @throws when it is out of order. */
export function dossierStates(events: readonly PastDossierEvent[]): readonly DossierState[] {
  const past = events.findLastIndex(({ type }) => type === "dossier.pastStepImported");
  const own = events.findIndex(({ type }) => !IMPORTING.includes(type));
  let state: DossierState | undefined;
  const states = events.map((event) => (state = applyEvent(state, event)));
  invariant(own === -1 || past < own, "the steps of another system come before our own");
  return states;
}

/** What an import writes: all at once, before anything of ours. */
const IMPORTING: readonly DossierEventType[] = ["dossier.imported", "dossier.pastStepImported"];

/** Whether Mẫu 01 is there and has not reached the citizen. */
export function mayDeliverReceipt({ business, receiptDue }: DossierState): boolean {
  return receiptDue !== null && !isBeforeReceipt(business);
}

const OPENING: readonly DossierEventType[] = [
  "dossier.received",
  "dossier.takenIn",
  "dossier.lodged",
  "dossier.openedAsPart",
  "dossier.imported",
] satisfies readonly OpeningType[];

function isOpening(event: PastDossierEvent): event is EventOf<OpeningType> {
  return OPENING.includes(event.type);
}

/** A refusal may end what waits for the citizen; any other outcome is the work of a case that goes on. */
function moveOf(state: DossierState, event: EventOf<MovingType>): Move {
  if (event.type !== "dossier.outcomeRecorded") return MOVE_OF_EVENT[event.type];
  const refuses = event.payload.outcome === "refused" && state.business !== "processing";
  return refuses ? "recordRefusal" : "recordOutcome";
}

function openedBy(event: EventOf<OpeningType>): DossierState {
  switch (event.type) {
    case "dossier.received":
      return opened("received", event.payload);
    case "dossier.lodged":
      return opened("lodged", { ...event.payload, dueAt: null, feeDue: null });
    case "dossier.openedAsPart":
      return opened("forwarded", event.payload);
    case "dossier.takenIn":
      return {
        ...opened("awaitingConfirmation", event.payload),
        awaitingBy: event.actorId,
        receiptDue: event.payload.receiptDelivery,
      };
    case "dossier.imported":
      return imported(event.payload);
  }
}

interface Promised {
  readonly dueAt: string | null;
  readonly feeDue: number | null;
  readonly collectedAtUnitId?: UnitId;
}

function opened(business: BusinessStatus, { dueAt, feeDue, collectedAtUnitId }: Promised): DossierState {
  return {
    version: 1,
    business,
    resumesTo: [],
    money: moneyOf(feeDue),
    delivery: "notReady",
    sync: "notSent",
    dueAt,
    supplements: 0,
    extended: false,
    caseOfficerId: null,
    preparedBy: null,
    ...NO_OUTCOME,
    importedFrom: null,
    awaitingBy: null,
    receiptDue: null,
    collectedAt: collectedAtUnitId ?? null,
    resultAt: null,
  };
}

const NO_OUTCOME = { outcome: null, resultFileId: null, resultNumber: null } as const;

function moneyOf(feeDue: number | null): MoneyStatus {
  if (feeDue === null) return "toBeFixed";
  return feeDue > 0 ? "due" : "nothingDue";
}

const DELIVERY_OF_IMPORTED: Readonly<Record<ImportedStatus, DeliveryStatus>> = {
  received: "notReady",
  forwarded: "notReady",
  processing: "notReady",
  finished: "readyAtUnit",
  returned: "handedOver",
};

function imported(payload: DossierEventPayloads["dossier.imported"]): DossierState {
  return {
    ...opened(payload.status, payload),
    delivery: DELIVERY_OF_IMPORTED[payload.status],
    outcome: payload.outcome,
    resultNumber: payload.resultNumber,
    importedFrom: payload.system,
  };
}

type Change<Type extends DossierEventType> = (
  state: DossierState,
  event: EventOf<Type>,
) => Partial<DossierState>;

/** What happens beside the business status; it moves nothing. */
const STEADY: { readonly [Type in SteadyType]: Change<Type> } = {
  "dossier.pastStepImported": (state) => {
    invariant(state.importedFrom !== null, "a past step belongs to a dossier of another system");
    return {};
  },
  "dossier.receiptDelivered": (state) => {
    invariant(mayDeliverReceipt(state), "a receipt is delivered once, after the confirmation");
    return { receiptDue: null };
  },
  "dossier.custodyPassed": () => ({}),
  "dossier.partEnded": () => ({}),
  // Who prepared the outcome stays who prepared it: that person still cannot approve it.
  "dossier.reassigned": (state, { payload }) => {
    const isAssigned = state.business === "forwarded" && state.caseOfficerId !== null;
    invariant(isAssigned || isInCase(state.business), "only a case that an officer has goes on to another");
    return { caseOfficerId: payload.toAccountId };
  },
  "dossier.stepsPassed": () => ({}),
  "dossier.submitted": (state, { payload }) => {
    invariant(state.dueAt !== null, "only what was received is forwarded");
    return { dueAt: payload.dueAt };
  },
  "dossier.dueDateMoved": (state, { payload }) => {
    invariant(state.dueAt !== null, "only a date that was given moves");
    return { dueAt: payload.dueAt };
  },
};

function isSteady(event: PastDossierEvent): event is EventOf<SteadyType> {
  return event.type in STEADY;
}

/** The table has for each type a change of that type, which is more than the compiler can follow here. */
function steadyChanges(state: DossierState, event: EventOf<SteadyType>): Partial<DossierState> {
  return (STEADY[event.type] as Change<SteadyType>)(state, event);
}

const newDate = (_: DossierState, { payload }: { readonly payload: { readonly dueAt: string } }) => ({
  dueAt: payload.dueAt,
});
const waitsFor = (_: DossierState, { actorId }: PastDossierEvent) => ({ awaitingBy: actorId });
const nothing = () => ({});

/** What an event changes beside where the dossier stands. */
const CHANGES: { readonly [Type in MovingType]: Change<Type> } = {
  "dossier.accepted": (_, { payload }) => ({ dueAt: payload.dueAt, money: moneyOf(payload.feeDue) }),
  "dossier.acceptanceTakenIn": (_, { payload, actorId }) => ({
    dueAt: payload.dueAt,
    money: moneyOf(payload.feeDue),
    awaitingBy: actorId,
    receiptDue: payload.receiptDelivery,
  }),
  "dossier.supplementAskedBeforeReceipt": nothing,
  "dossier.intakeRefused": nothing,
  "dossier.confirmed": () => ({ awaitingBy: null }),
  "dossier.handedBack": (state) =>
    state.business === "supplementAwaitingConfirmation" ? { awaitingBy: null } : {},
  "dossier.corrected": (_, { payload, actorId }) => ({
    awaitingBy: actorId,
    receiptDue: payload.receiptDelivery,
  }),
  "dossier.resubmitted": waitsFor,
  "dossier.withdrawn": () => ({ awaitingBy: null, receiptDue: null }),
  "dossier.forwarded": nothing,
  // Whoever it was meant for has nothing to do with it any more.
  "dossier.sentToDesk": () => ({ caseOfficerId: null }),
  "dossier.taken": (_, { actorId }) => ({ caseOfficerId: actorId }),
  "dossier.assigned": (_, { payload }) => ({ caseOfficerId: payload.toAccountId }),
  "dossier.supplementAsked": ({ supplements }) => ({ supplements: supplements + 1 }),
  "dossier.supplemented": newDate,
  "dossier.supplementTakenIn": (_, { payload, actorId }) => ({ dueAt: payload.dueAt, awaitingBy: actorId }),
  "dossier.dutyImposed": nothing,
  "dossier.dutyFulfilled": newDate,
  "dossier.withdrawalAsked": nothing,
  "dossier.withdrawalAccepted": () => ({ receiptDue: null }),
  "dossier.withdrawalDeclined": nothing,
  "dossier.stopped": () => ({ receiptDue: null }),
  "dossier.stoppedWithWhole": nothing,
  "dossier.consulted": nothing,
  "dossier.consultationAnswered": nothing,
  "dossier.consultationWithdrawn": nothing,
  "dossier.extended": (state, event) => {
    invariant(!state.extended, "a date is moved with an apology once");
    return { ...newDate(state, event), extended: true };
  },
  "dossier.apologised": nothing,
  "dossier.outcomeRecorded": (_, { payload, actorId }) => ({
    preparedBy: actorId,
    outcome: payload.outcome,
    resultFileId: payload.fileId,
    resultNumber: payload.number,
  }),
  "dossier.sentBack": () => ({ preparedBy: null, ...NO_OUTCOME }),
  // Where the steps stand is a projection of its own, see fold-steps.ts.
  "dossier.stepTaken": nothing,
  "dossier.stepAssigned": nothing,
  "dossier.stepFinished": nothing,
  "dossier.stepSentBack": nothing,
  "dossier.approved": () => ({ delivery: "readyAtUnit" }),
  "dossier.reopened": (_, { payload }) => ({
    dueAt: payload.dueAt,
    delivery: "notReady",
    preparedBy: null,
    extended: false,
    resultAt: null,
    ...NO_OUTCOME,
  }),
  "dossier.papersHandedBack": nothing,
  "dossier.collectionChosen": (_, { payload }) => ({ collectedAt: payload.unitId }),
  "dossier.resultTakenOver": (_, { payload }) => ({ resultAt: payload.unitId }),
  "dossier.returned": () => ({ delivery: "handedOver" }),
  "dossier.handedOver": (_, { actorId }) => ({ delivery: "handedOver", awaitingBy: actorId }),
  "dossier.remarked": nothing,
};

function changesOf(state: DossierState, event: EventOf<MovingType>): Partial<DossierState> {
  return (CHANGES[event.type] as Change<MovingType>)(state, event);
}
