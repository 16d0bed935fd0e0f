import type { AccountId } from "../shared/id.ts";
import type { DossierEventPayloads } from "./dossier-payloads.ts";

export type DossierEventType = keyof DossierEventPayloads;

/** Types with the version that is written today. */
export const DOSSIER_EVENT_VERSIONS = {
  "dossier.lodged": 1,
  "dossier.accepted": 1,
  "dossier.acceptanceTakenIn": 1,
  "dossier.supplementAskedBeforeReceipt": 1,
  "dossier.intakeRefused": 1,
  "dossier.received": 1,
  "dossier.takenIn": 1,
  "dossier.confirmed": 1,
  "dossier.handedBack": 1,
  "dossier.corrected": 1,
  "dossier.resubmitted": 1,
  "dossier.withdrawn": 1,
  "dossier.receiptDelivered": 1,
  "dossier.forwarded": 1,
  "dossier.sentToDesk": 1,
  "dossier.taken": 1,
  "dossier.assigned": 1,
  "dossier.supplementAsked": 1,
  "dossier.supplemented": 1,
  "dossier.supplementTakenIn": 1,
  "dossier.dutyImposed": 1,
  "dossier.dutyFulfilled": 1,
  "dossier.withdrawalAsked": 1,
  "dossier.withdrawalAccepted": 1,
  "dossier.withdrawalDeclined": 1,
  "dossier.stopped": 1,
  "dossier.stoppedWithWhole": 1,
  "dossier.openedAsPart": 1,
  "dossier.partEnded": 1,
  "dossier.consulted": 1,
  "dossier.consultationAnswered": 1,
  "dossier.consultationWithdrawn": 1,
  "dossier.extended": 1,
  "dossier.apologised": 1,
  "dossier.dueDateMoved": 1,
  "dossier.submitted": 1,
  "dossier.reopened": 1,
  "dossier.outcomeRecorded": 1,
  "dossier.sentBack": 1,
  "dossier.stepTaken": 1,
  "dossier.stepAssigned": 1,
  "dossier.stepFinished": 1,
  "dossier.stepSentBack": 1,
  "dossier.approved": 1,
  "dossier.returned": 1,
  "dossier.handedOver": 1,
  "dossier.papersHandedBack": 1,
  "dossier.collectionChosen": 1,
  "dossier.resultTakenOver": 1,
  "dossier.remarked": 1,
  "dossier.custodyPassed": 1,
  "dossier.reassigned": 1,
  "dossier.stepsPassed": 1,
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

/** Makes an event of today's version. @example dossierEvent("dossier.taken", {}) */
export function dossierEvent<Type extends DossierEventType>(
  type: Type,
  payload: DossierEventPayloads[Type],
): Extract<DossierEvent, { type: Type }> {
  return { type, version: DOSSIER_EVENT_VERSIONS[type], payload } as Extract<DossierEvent, { type: Type }>;
}
