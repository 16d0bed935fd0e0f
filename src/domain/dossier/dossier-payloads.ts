import type { AccountId, AgencyId, DossierId, FileId, ProcedureVersionId, UnitId } from "../shared/id.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import type { CorrectedField } from "./corrected-field.ts";
import type { BusinessStatus } from "./dossier-state.ts";
import type { PartEnd } from "./interlinked.ts";

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
  /** Where the citizen fetches the result, when that is not where it is received. */
  readonly collectedAtUnitId?: UnitId;
  /** The counter said to receive it though the same person had an open one about the same. */
  readonly besidesOpen?: true;
}

interface Lodging {
  readonly procedureVersionId: ProcedureVersionId;
  readonly helpedAtUnitId: UnitId;
  readonly receivedAtUnitId: UnitId;
  readonly decidingAgencyId: AgencyId;
  readonly collectedAtUnitId?: UnitId;
}

interface Acceptance {
  readonly receivedAs: ReceivedAs;
  readonly dueAt: string;
  readonly feeDue: number | null;
}

/** The form that was issued with an act: its words are kept sealed, under this id. */
interface FormOf {
  readonly formIssueId: string;
}

/** A step, by its key within the internal procedure that the dossier is worked by. */
interface StepOf {
  readonly internalProcedureId: string;
  readonly step: string;
}

/** Whose error a result has: who is at fault pays for the new one (NĐ 61/2018 Điều 21). */
export const FAULTS = ["agency", "desk", "post", "citizen"] as const;

interface Consulted {
  readonly consultationId: string;
  readonly agencyId: AgencyId;
}

interface Collection {
  readonly collector: string;
  readonly identityProof: string;
  readonly signatureKind: string;
  readonly signatureFileId: FileId;
  /** Papers whose originals went back with the result, and how many of the citizen's originals stay here. */
  readonly originalsBack?: readonly string[];
  readonly originalsKept?: number;
}

/** The result was delivered: the report of the shipment is the proof, with the signature and who it was. */
interface PostalCollection {
  readonly shipmentId: string;
  /** Null where the carrier did not say who took it. */
  readonly collector: "applicant" | "proxy" | null;
}

/**
 * What a dossier event says, by type. Every type has a version; a version once written stays foldable.
 * Nothing personal stands in a payload: people are in their own sealed rows, remarks in sealed notes.
 */
export interface DossierEventPayloads {
  readonly "dossier.received": Opening;
  /** Handed in and looked at, not received yet: a code leads to it from now on. */
  readonly "dossier.lodged": Lodging;
  /** What was lodged is complete and received: the time limit begins. */
  readonly "dossier.accepted": Acceptance;
  /** As `dossier.accepted`, by a clerk under `assist`. */
  readonly "dossier.acceptanceTakenIn": Acceptance & { readonly receiptDelivery: ReceiptDelivery };
  /** Something is missing before the receipt (Mẫu 02); what, is sealed with the form. */
  readonly "dossier.supplementAskedBeforeReceipt": FormOf;
  /** It is not received at all (Mẫu 03). */
  readonly "dossier.intakeRefused": FormOf;
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
  /** The agency gives it back to the desk: it does not belong there, or was not complete. */
  readonly "dossier.sentToDesk": Record<never, never>;
  /** Mẫu 02 in the appraisal; from now on the clock stands until the papers are there. */
  readonly "dossier.supplementAsked": FormOf & {
    /** The second request and each after it counts as late, whoever approved it (QĐ 766). */
    readonly nth: number;
    /** By when the citizen is to answer. */
    readonly answerBy: string;
  };
  /** All that was asked for is there: the time limit begins anew (NĐ 61/2018 Điều 19.4). */
  readonly "dossier.supplemented": { readonly dueAt: string };
  /** As `dossier.supplemented`, by a clerk under `assist`: the date counts from here, and it waits. */
  readonly "dossier.supplementTakenIn": { readonly dueAt: string };
  /** Something is to be paid before it goes on, such as a tax; the clock stands. */
  readonly "dossier.dutyImposed": { readonly amount: number | null; readonly answerBy: string | null };
  readonly "dossier.dutyFulfilled": { readonly dueAt: string };
  /** The citizen asks to have it back. */
  readonly "dossier.withdrawalAsked": Record<never, never>;
  /** Nothing has been decided yet: it ends, with a notice (Mẫu 05). */
  readonly "dossier.withdrawalAccepted": FormOf;
  /** There is a decision already: it goes on. */
  readonly "dossier.withdrawalDeclined": Record<never, never>;
  /** The agency cannot go on, without anybody's asking; a notice says why (Mẫu 05). */
  readonly "dossier.stopped": FormOf;
  /** The whole that it was a part of ended; the notice about it is the whole's. */
  readonly "dossier.stoppedWithWhole": Record<never, never>;
  /** Opened as a part of another dossier (liên thông): it goes at once to the agency that decides it. */
  readonly "dossier.openedAsPart": Opening & { readonly wholeId: DossierId; readonly key: string };
  /** Told to the whole: how a part of it ended. */
  readonly "dossier.partEnded": {
    readonly key: string;
    readonly dossierId: DossierId;
    readonly end: PartEnd;
  };
  /** Another agency is asked for its opinion; the words are sealed with the consultation. */
  readonly "dossier.consulted": Consulted & { readonly answerBy: PlainDate };
  readonly "dossier.consultationAnswered": Consulted;
  readonly "dossier.consultationWithdrawn": Consulted;
  /** Apology and a new date, once, at least a day before the old one (Mẫu 04). */
  readonly "dossier.extended": FormOf & { readonly dueAt: string };
  /** An apology when it is too late for a new date: the legal date stays. */
  readonly "dossier.apologised": FormOf & { readonly expectedOn: string };
  /** The post forwarded it, and the biên bản was signed with the agency: the limit runs from there. */
  readonly "dossier.submitted": {
    readonly manifestId: string;
    /** Number of the bảng kê that is the biên bản. */
    readonly manifest: string;
    readonly dueAt: string;
    /** Signed before the dossier was taken in: the receipt has the date already, and tells it. */
    readonly atIntake?: true;
  };
  /** The calendar was put right, and the date with it. */
  readonly "dossier.dueDateMoved": { readonly dueAt: string; readonly calendarChange: string };
  /** The result has an error and is made again. */
  readonly "dossier.reopened": {
    readonly fault: (typeof FAULTS)[number];
    readonly dueAt: string;
    /** Steps that are to be done again, with all that rests on them; older histories have none. */
    readonly steps?: readonly string[];
  };
  readonly "dossier.taken": Record<never, never>;
  /** The approver says whose it is: not taken yet it waits for that person, in work it goes on there. */
  readonly "dossier.assigned": { readonly toAccountId: AccountId };
  readonly "dossier.outcomeRecorded": {
    readonly outcome: Outcome;
    readonly fileId: FileId;
    readonly number: string | null;
  };
  /** Of a dossier that is worked by steps it may name the one that is to be done again. */
  readonly "dossier.sentBack": { readonly step?: string };
  /** Somebody took a step of the internal procedure that the dossier is worked by. */
  readonly "dossier.stepTaken": StepOf & { readonly inPlaceOf: AccountId | null };
  readonly "dossier.stepAssigned": StepOf & { readonly toAccountId: AccountId };
  readonly "dossier.stepFinished": StepOf & {
    /** Named by the plan, never by a person. */
    readonly papers: readonly { readonly name: string; readonly fileId: FileId }[];
  };
  /** A finished step is to be done again, with all that rests on it. */
  readonly "dossier.stepSentBack": StepOf;
  readonly "dossier.approved": Record<never, never>;
  readonly "dossier.returned": Collection | PostalCollection;
  /** As `dossier.returned`, by a clerk under `assist`: the citizen has the result, the act waits. */
  readonly "dossier.handedOver": Collection;
  /** Originals that were kept to be compared are in the citizen's hands again, before the result or after it. */
  readonly "dossier.papersHandedBack": {
    readonly itemIds: readonly string[];
    readonly signatureKind: string;
    readonly signatureFileId: FileId;
  };
  /** The citizen fetches the result at another unit of the province from now on, or at the receiving one again. */
  readonly "dossier.collectionChosen": { readonly unitId: UnitId };
  /** The unit where it is fetched has taken the result over from the one that had it. */
  readonly "dossier.resultTakenOver": { readonly unitId: UnitId };
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
  /** Steps go on because whoever had them left; null: back to everybody of their role. */
  readonly "dossier.stepsPassed": {
    readonly handOverId: string;
    readonly internalProcedureId: string;
    readonly steps: readonly string[];
    readonly toAccountId: AccountId | null;
  };
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
