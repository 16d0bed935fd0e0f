import type { AccountId, AgencyId, FileId, ProcedureVersionId, UnitId } from "../shared/id.ts";
import { invariant } from "../shared/result.ts";
import type { CorrectedField } from "./corrected-field.ts";
import {
  type BusinessStatus,
  type DeliveryStatus,
  type MoneyStatus,
  type Move,
  type SyncStatus,
  afterMove,
  isBeforeReceipt,
  isInCase,
} from "./dossier-state.ts";

/** How the post or the agency took the dossier in (QĐ 45/2016 Điều 7.4 against the desk of NĐ 118/2025). */
export const RECEIVED_AS = ["agentOfAgency", "postalForwarder"] as const;
export type ReceivedAs = (typeof RECEIVED_AS)[number];

/**
 * The statuses in which a dossier can be taken over. An outcome that waits for approval is not among them: its
 * file is in the other system, so the case officer records it again.
 */
export const IMPORTED_STATUSES = ["received", "forwarded", "processing", "finished", "returned"] as const;
export type ImportedStatus = (typeof IMPORTED_STATUSES)[number];

/** What a dossier of another system lacked or had otherwise than ours, and was taken over with all the same. */
export const IMPORT_NOTES = [
  "numberMissing",
  "numberUnusual",
  "addressMissing",
  "phoneUnreadable",
  "emailUnreadable",
  "representativeMissing",
  "outcomeUnknown",
  "finishedDayUnknown",
  "returnedDayUnknown",
  "timeOfDayUnknown",
  "papersCountOnly",
  "approvalStartsAgain",
  "versionNotOfThatDay",
] as const;
export type ImportNote = (typeof IMPORT_NOTES)[number];

export const OUTCOMES = ["granted", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How Mẫu 01 reaches the citizen when it can only be made after the confirmation. */
export const RECEIPT_DELIVERIES = ["counter", "post", "message"] as const;
export type ReceiptDelivery = (typeof RECEIPT_DELIVERIES)[number];

interface Opening {
  readonly procedureVersionId: ProcedureVersionId;
  readonly receivedAs: ReceivedAs;
  readonly helpedAtUnitId: UnitId;
  readonly receivedAtUnitId: UnitId;
  readonly decidingAgencyId: AgencyId;
  readonly dueAt: string;
  /** In đồng; null when the amount is not known yet (set by a local council). */
  readonly feeDue: number | null;
}

interface Collection {
  readonly collector: string;
  readonly identityProof: string;
  readonly signatureKind: string;
  readonly signatureFileId: FileId;
}

/**
 * What a dossier event says, by type. Every type has a version; a version once written stays foldable.
 * Nothing personal stands in a payload: people are in their own sealed rows, remarks in sealed notes.
 */
export interface DossierEventPayloads {
  readonly "dossier.received": Opening;
  /** Taken in by a clerk under `assist`: code, time and due date hold, and it is received when it is confirmed. */
  readonly "dossier.takenIn": Opening & { readonly receiptDelivery: ReceiptDelivery };
  /** A civil servant confirms what waits: the taking in, or the returning. */
  readonly "dossier.confirmed": Record<never, never>;
  /** The civil servant gives a taking in back to the clerk, with words. */
  readonly "dossier.handedBack": Record<never, never>;
  /** The clerk puts it before the civil servant again, with an answer. */
  readonly "dossier.resubmitted": Record<never, never>;
  /** The clerk puts right what was written down wrongly, and with it before the civil servant again. */
  readonly "dossier.corrected": {
    /** Names of fields alone: what they said before and say now is sealed beside the event. */
    readonly changed: readonly CorrectedField[];
    readonly receiptDelivery: ReceiptDelivery;
  };
  /** The citizen takes a dossier home that was never received. */
  readonly "dossier.withdrawn": Record<never, never>;
  /** Mẫu 01 of a confirmed dossier has reached the citizen, or is on its way by post. */
  readonly "dossier.receiptDelivered": { readonly by: ReceiptDelivery };
  readonly "dossier.forwarded": Record<never, never>;
  readonly "dossier.taken": Record<never, never>;
  readonly "dossier.outcomeRecorded": {
    readonly outcome: Outcome;
    readonly fileId: FileId;
    readonly number: string | null;
  };
  readonly "dossier.sentBack": Record<never, never>;
  readonly "dossier.approved": Record<never, never>;
  readonly "dossier.returned": Collection;
  /** As `dossier.returned`, by a clerk under `assist`: the citizen has the result, the act waits. */
  readonly "dossier.handedOver": Collection;
  /** Words about a returning that waits; nothing moves. */
  readonly "dossier.remarked": Record<never, never>;
  /** Papers went on to another holder because theirs was stopped or left. It moves nothing but the papers. */
  readonly "dossier.custodyPassed": {
    readonly handOverId: string;
    readonly papers: number;
    /** The kind of the new holder: who it is, the custody ledger says. */
    readonly to: "person" | "unit";
  };
  /** The case goes on with another officer because the one who had it left; null: back to the agency's queue. */
  readonly "dossier.reassigned": { readonly handOverId: string; readonly toAccountId: AccountId | null };
  /** Taken over from another system in the state that it has there. Opens a dossier as `dossier.received` does. */
  readonly "dossier.imported": {
    /** The name that the importer gave the other system. */
    readonly system: string;
    readonly procedureVersionId: ProcedureVersionId;
    readonly receivedAs: ReceivedAs;
    readonly helpedAtUnitId: UnitId;
    readonly receivedAtUnitId: UnitId;
    readonly decidingAgencyId: AgencyId;
    readonly dueAt: string;
    /** In đồng, still owed; null when the amount is not known. */
    readonly feeDue: number | null;
    readonly status: ImportedStatus;
    /** The status as the other system wrote it: one of a closed list of its words and codes. */
    readonly statedStatus: string;
    readonly outcome: Outcome | null;
    readonly resultNumber: string | null;
    /** What was missing or unusual and was kept as it was. */
    readonly notes: readonly ImportNote[];
  };
  /** A step that the other system says it made. It moves nothing: the state came with `dossier.imported`. */
  readonly "dossier.pastStepImported": {
    /** The status that the step led to, when the other system's word for it is known. */
    readonly status: BusinessStatus | null;
  };
}
export type DossierEventType = keyof DossierEventPayloads;

/** Types with the version that is written today. */
export const DOSSIER_EVENT_VERSIONS = {
  "dossier.received": 1,
  "dossier.takenIn": 1,
  "dossier.confirmed": 1,
  "dossier.handedBack": 1,
  "dossier.corrected": 1,
  "dossier.resubmitted": 1,
  "dossier.withdrawn": 1,
  "dossier.receiptDelivered": 1,
  "dossier.forwarded": 1,
  "dossier.taken": 1,
  "dossier.outcomeRecorded": 1,
  "dossier.sentBack": 1,
  "dossier.approved": 1,
  "dossier.returned": 1,
  "dossier.handedOver": 1,
  "dossier.remarked": 1,
  "dossier.custodyPassed": 1,
  "dossier.reassigned": 1,
  "dossier.imported": 1,
  "dossier.pastStepImported": 1,
} as const satisfies Record<DossierEventType, number>;

export const DOSSIER_EVENT_TYPES = Object.keys(DOSSIER_EVENT_VERSIONS) as DossierEventType[];

/** An event before the ledger gives it its place: what is said, not yet when and by whom. */
export type DossierEvent = {
  readonly [Type in DossierEventType]: {
    readonly type: Type;
    readonly version: (typeof DOSSIER_EVENT_VERSIONS)[Type];
    readonly payload: DossierEventPayloads[Type];
  };
}[DossierEventType];

/** An event as the fold needs it: with who did it. */
export type PastDossierEvent = DossierEvent & { readonly actorId: AccountId };

/** What the events of a dossier amount to. The columns of the projection are exactly this. */
export interface DossierState {
  readonly version: number;
  readonly business: BusinessStatus;
  readonly money: MoneyStatus;
  readonly delivery: DeliveryStatus;
  readonly sync: SyncStatus;
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
}

/** Makes an event of today's version. @example dossierEvent("dossier.taken", {}) */
export function dossierEvent<Type extends DossierEventType>(
  type: Type,
  payload: DossierEventPayloads[Type],
): Extract<DossierEvent, { type: Type }> {
  return { type, version: DOSSIER_EVENT_VERSIONS[type], payload } as Extract<DossierEvent, { type: Type }>;
}

type OpeningEventType = "dossier.received" | "dossier.takenIn" | "dossier.imported";
type SuccessionEventType = "dossier.custodyPassed" | "dossier.reassigned";
type MovingEventType = Exclude<
  DossierEventType,
  OpeningEventType | SuccessionEventType | "dossier.pastStepImported" | "dossier.receiptDelivered"
>;

/** The move of the state machine that an event records. */
const MOVE_OF_EVENT = {
  "dossier.confirmed": "confirm",
  "dossier.handedBack": "handBack",
  "dossier.corrected": "correct",
  "dossier.resubmitted": "resubmit",
  "dossier.withdrawn": "withdraw",
  "dossier.forwarded": "forward",
  "dossier.taken": "take",
  "dossier.outcomeRecorded": "recordOutcome",
  "dossier.sentBack": "sendBack",
  "dossier.approved": "approve",
  "dossier.returned": "returnResult",
  "dossier.handedOver": "handOver",
  "dossier.remarked": "remark",
} as const satisfies Record<MovingEventType, Move>;

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
  if (event.type === "dossier.pastStepImported") {
    invariant(state.importedFrom !== null, "a past step belongs to a dossier of another system");
    return { ...state, version: state.version + 1 };
  }
  if (event.type === "dossier.receiptDelivered") {
    invariant(mayDeliverReceipt(state), "a receipt is delivered once, after the confirmation");
    return { ...state, version: state.version + 1, receiptDue: null };
  }
  if (event.type === "dossier.custodyPassed") return { ...state, version: state.version + 1 };
  if (event.type === "dossier.reassigned") return reassigned(state, event.payload.toAccountId);
  const business = afterMove(state.business, MOVE_OF_EVENT[event.type]);
  invariant(business.ok, `${event.type} cannot follow ${state.business}`);
  return {
    ...state,
    ...changes(event),
    version: state.version + 1,
    business: business.value,
  };
}

/** Who prepared the outcome stays who prepared it: that person still cannot approve it. */
function reassigned(state: DossierState, caseOfficerId: AccountId | null): DossierState {
  invariant(isInCase(state.business), "only a case that an officer has goes on to another");
  return { ...state, version: state.version + 1, caseOfficerId };
}

/** Whether Mẫu 01 is there and has not reached the citizen. */
export function mayDeliverReceipt({ business, receiptDue }: DossierState): boolean {
  return receiptDue !== null && !isBeforeReceipt(business);
}

type OpeningEvent = Extract<PastDossierEvent, { type: OpeningEventType }>;

function isOpening(event: PastDossierEvent): event is OpeningEvent {
  return (
    event.type === "dossier.received" || event.type === "dossier.takenIn" || event.type === "dossier.imported"
  );
}

function openedBy(event: OpeningEvent): DossierState {
  switch (event.type) {
    case "dossier.received":
      return opened(event.payload.feeDue);
    case "dossier.takenIn":
      return {
        ...opened(event.payload.feeDue),
        business: "awaitingConfirmation",
        awaitingBy: event.actorId,
        receiptDue: event.payload.receiptDelivery,
      };
    case "dossier.imported":
      return imported(event.payload);
  }
}

/** Folds a whole history. @throws when it is empty or out of order. */
export function foldDossier(events: readonly PastDossierEvent[]): DossierState {
  const state = events.reduce<DossierState | undefined>(applyEvent, undefined);
  const past = events.findLastIndex(({ type }) => type === "dossier.pastStepImported");
  const own = events.findIndex(({ type }) => type in MOVE_OF_EVENT);
  invariant(own === -1 || past < own, "the steps of another system come before our own");
  invariant(state !== undefined, "a dossier has at least one event");
  return state;
}

function opened(feeDue: number | null): DossierState {
  return {
    version: 1,
    business: "received",
    money: feeDue === null ? "toBeFixed" : feeDue > 0 ? "due" : "nothingDue",
    delivery: "notReady",
    sync: "notSent",
    caseOfficerId: null,
    preparedBy: null,
    outcome: null,
    resultFileId: null,
    resultNumber: null,
    importedFrom: null,
    awaitingBy: null,
    receiptDue: null,
  };
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
    ...opened(payload.feeDue),
    business: payload.status,
    delivery: DELIVERY_OF_IMPORTED[payload.status],
    outcome: payload.outcome,
    resultNumber: payload.resultNumber,
    importedFrom: payload.system,
  };
}

type MovingEvent = Extract<PastDossierEvent, { type: MovingEventType }>;

/** What only the confirmation is about: whose act waits, and that Mẫu 01 will never be there. */
const AWAITED = {
  "dossier.confirmed": () => ({ awaitingBy: null }),
  "dossier.handedBack": () => ({}),
  "dossier.resubmitted": ({ actorId }: MovingEvent) => ({ awaitingBy: actorId }),
  "dossier.withdrawn": () => ({ awaitingBy: null, receiptDue: null }),
  "dossier.remarked": () => ({}),
} as const satisfies Partial<Record<MovingEventType, (event: MovingEvent) => Partial<DossierState>>>;

function isAwaited(event: MovingEvent): event is Extract<MovingEvent, { type: keyof typeof AWAITED }> {
  return event.type in AWAITED;
}

function changes(event: MovingEvent): Partial<DossierState> {
  if (isAwaited(event)) return AWAITED[event.type](event);
  switch (event.type) {
    case "dossier.forwarded":
      return {};
    case "dossier.corrected":
      return { awaitingBy: event.actorId, receiptDue: event.payload.receiptDelivery };
    case "dossier.taken":
      return { caseOfficerId: event.actorId };
    case "dossier.outcomeRecorded":
      return {
        preparedBy: event.actorId,
        outcome: event.payload.outcome,
        resultFileId: event.payload.fileId,
        resultNumber: event.payload.number,
      };
    case "dossier.sentBack":
      return { preparedBy: null, outcome: null, resultFileId: null, resultNumber: null };
    case "dossier.approved":
      return { delivery: "readyAtUnit" };
    case "dossier.returned":
      return { delivery: "handedOver" };
    case "dossier.handedOver":
      return { delivery: "handedOver", awaitingBy: event.actorId };
  }
}
