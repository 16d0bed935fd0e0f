import type { AccountId, AgencyId, FileId, ProcedureVersionId, UnitId } from "../shared/id.ts";
import { invariant } from "../shared/result.ts";
import {
  type BusinessStatus,
  type DeliveryStatus,
  type MoneyStatus,
  type Move,
  type SyncStatus,
  afterMove,
} from "./dossier-state.ts";

/** How the post or the agency took the dossier in (QĐ 45/2016 Điều 7.4 against the desk of NĐ 118/2025). */
export const RECEIVED_AS = ["agentOfAgency", "postalForwarder"] as const;
export type ReceivedAs = (typeof RECEIVED_AS)[number];

export const OUTCOMES = ["granted", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What a dossier event says, by type. Every type has a version; a version once written stays foldable.
 * Nothing personal stands in a payload: people are in their own sealed rows, remarks in sealed notes.
 */
export interface DossierEventPayloads {
  readonly "dossier.received": {
    readonly procedureVersionId: ProcedureVersionId;
    readonly receivedAs: ReceivedAs;
    readonly helpedAtUnitId: UnitId;
    readonly receivedAtUnitId: UnitId;
    readonly decidingAgencyId: AgencyId;
    readonly dueAt: string;
    /** In đồng; null when the amount is not known yet (set by a local council). */
    readonly feeDue: number | null;
  };
  readonly "dossier.forwarded": Record<never, never>;
  readonly "dossier.taken": Record<never, never>;
  readonly "dossier.outcomeRecorded": {
    readonly outcome: Outcome;
    readonly fileId: FileId;
    readonly number: string | null;
  };
  readonly "dossier.sentBack": Record<never, never>;
  readonly "dossier.approved": Record<never, never>;
  readonly "dossier.returned": {
    readonly collector: string;
    readonly identityProof: string;
    readonly signatureKind: string;
    readonly signatureFileId: FileId;
  };
}
export type DossierEventType = keyof DossierEventPayloads;

/** Types with the version that is written today. */
export const DOSSIER_EVENT_VERSIONS = {
  "dossier.received": 1,
  "dossier.forwarded": 1,
  "dossier.taken": 1,
  "dossier.outcomeRecorded": 1,
  "dossier.sentBack": 1,
  "dossier.approved": 1,
  "dossier.returned": 1,
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
}

/** Makes an event of today's version. @example dossierEvent("dossier.taken", {}) */
export function dossierEvent<Type extends DossierEventType>(
  type: Type,
  payload: DossierEventPayloads[Type],
): Extract<DossierEvent, { type: Type }> {
  return { type, version: DOSSIER_EVENT_VERSIONS[type], payload } as Extract<DossierEvent, { type: Type }>;
}

/** The move of the state machine that an event records. */
const MOVE_OF_EVENT = {
  "dossier.forwarded": "forward",
  "dossier.taken": "take",
  "dossier.outcomeRecorded": "recordOutcome",
  "dossier.sentBack": "sendBack",
  "dossier.approved": "approve",
  "dossier.returned": "returnResult",
} as const satisfies Record<Exclude<DossierEventType, "dossier.received">, Move>;

/**
 * The state after one more event; `undefined` is a dossier that does not exist yet.
 * @throws when the ledger holds an event that its predecessors do not allow: that is a bug, never input.
 */
export function applyEvent(state: DossierState | undefined, event: PastDossierEvent): DossierState {
  if (event.type === "dossier.received") {
    invariant(state === undefined, "a dossier is received once");
    return received(event.payload.feeDue);
  }
  invariant(state !== undefined, `${event.type} before dossier.received`);
  const business = afterMove(state.business, MOVE_OF_EVENT[event.type]);
  invariant(business.ok, `${event.type} cannot follow ${state.business}`);
  return { ...state, ...changes(event), version: state.version + 1, business: business.value };
}

/** Folds a whole history. @throws when it is empty or out of order. */
export function foldDossier(events: readonly PastDossierEvent[]): DossierState {
  const state = events.reduce<DossierState | undefined>(applyEvent, undefined);
  invariant(state !== undefined, "a dossier has at least one event");
  return state;
}

function received(feeDue: number | null): DossierState {
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
  };
}

function changes(event: Exclude<PastDossierEvent, { type: "dossier.received" }>): Partial<DossierState> {
  switch (event.type) {
    case "dossier.forwarded":
      return {};
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
  }
}
