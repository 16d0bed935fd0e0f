import {
  DOSSIER_EVENT_TYPES,
  type DossierEventType,
  type PastDossierEvent,
  dossierEvent,
} from "#domain/dossier/dossier-event.ts";
import { IMPORTED_STATUSES, type ImportedStatus } from "#domain/dossier/dossier-payloads.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import { asId } from "#domain/shared/id.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import * as fc from "fast-check";

/** Histories that the law of the dossier allows, made without the machine: what may come next is written down once more. */

/** A type of event without its first word. */
export type Type = DossierEventType extends `dossier.${infer Name}` ? Name : never;
export const typeOf = (name: Type): DossierEventType => `dossier.${name}`;

/** What varies in an event. */
interface Details {
  readonly actorId: PastDossierEvent["actorId"];
  readonly fee: number | null;
  readonly outcome: "granted" | "refused";
  readonly dueAt: string;
  readonly number: string | null;
  readonly status: ImportedStatus;
}

export const someDetails: fc.Arbitrary<Details> = fc.record({
  actorId: fc.constantFrom("lan", "duc", "ha", "thai").map((id) => asId<never>(id)),
  fee: fc.option(fc.nat(1_000_000)),
  outcome: fc.constantFrom("granted" as const, "refused" as const),
  dueAt: fc.constantFrom("2026-11-16T10:00:00.000Z", "2026-11-30T10:00:00.000Z", "2026-12-07T10:00:00.000Z"),
  number: fc.option(fc.string()),
  status: fc.constantFrom(...IMPORTED_STATUSES),
});

const id = asId<never>("somewhere");
const FORM = { formIssueId: "form" };
const STEP = { internalProcedureId: "plan", step: "appraise" };
const CONSULTED = { consultationId: "consultation", agencyId: id };

export function eventOf(
  type: DossierEventType,
  { actorId, fee, outcome, dueAt, number, status }: Details,
): PastDossierEvent {
  const lodging = {
    procedureVersionId: id,
    helpedAtUnitId: id,
    receivedAtUnitId: id,
    decidingAgencyId: id,
  };
  const acceptance = { receivedAs: "agentOfAgency" as const, dueAt, feeDue: fee };
  const opening = { ...lodging, ...acceptance };
  const collection = {
    collector: "applicant",
    identityProof: "passport",
    signatureKind: "drawn",
    signatureFileId: id,
  };
  const payloads = {
    "dossier.received": opening,
    "dossier.takenIn": { ...opening, receiptDelivery: "post" },
    "dossier.lodged": lodging,
    "dossier.accepted": acceptance,
    "dossier.acceptanceTakenIn": { ...acceptance, receiptDelivery: "post" },
    "dossier.supplementAskedBeforeReceipt": FORM,
    "dossier.intakeRefused": FORM,
    "dossier.confirmed": {},
    "dossier.handedBack": {},
    "dossier.resubmitted": {},
    "dossier.corrected": { changed: ["applicant.phone"], receiptDelivery: "message" },
    "dossier.withdrawn": {},
    "dossier.receiptDelivered": { by: "post" },
    "dossier.papersHandedBack": { itemIds: [id], signatureKind: "drawn", signatureFileId: id },
    "dossier.collectionChosen": { unitId: id },
    "dossier.resultTakenOver": { unitId: id },
    "dossier.remarked": {},
    "dossier.custodyPassed": { handOverId: "hand-over", papers: 2, to: "person" },
    "dossier.reassigned": { handOverId: "hand-over", toAccountId: asId<never>("an") },
    "dossier.stepsPassed": {
      handOverId: "hand-over",
      internalProcedureId: "plan",
      steps: ["a"],
      toAccountId: asId<never>("an"),
    },
    "dossier.handedOver": collection,
    "dossier.forwarded": {},
    "dossier.sentToDesk": {},
    "dossier.taken": {},
    "dossier.assigned": { toAccountId: asId<never>("an") },
    "dossier.supplementAsked": { ...FORM, nth: 1, answerBy: dueAt },
    "dossier.supplemented": { dueAt },
    "dossier.supplementTakenIn": { dueAt },
    "dossier.dutyImposed": { amount: fee, answerBy: null },
    "dossier.dutyFulfilled": { dueAt },
    "dossier.withdrawalAsked": {},
    "dossier.withdrawalAccepted": FORM,
    "dossier.withdrawalDeclined": {},
    "dossier.stopped": FORM,
    "dossier.stoppedWithWhole": {},
    "dossier.openedAsPart": { ...opening, wholeId: id, key: "residence" },
    "dossier.partEnded": { key: "residence", dossierId: id, end: outcome },
    "dossier.consulted": { ...CONSULTED, answerBy: plainDate("2026-12-01") },
    "dossier.consultationAnswered": CONSULTED,
    "dossier.consultationWithdrawn": CONSULTED,
    "dossier.extended": { ...FORM, dueAt },
    "dossier.apologised": { ...FORM, expectedOn: "2026-12-24" },
    "dossier.submitted": { manifestId: id, manifest: "BK-2026-000001", dueAt },
    "dossier.dueDateMoved": { dueAt, calendarChange: "change" },
    "dossier.reopened": { fault: "agency", dueAt },
    "dossier.outcomeRecorded": { outcome, fileId: id, number },
    "dossier.stepTaken": { ...STEP, inPlaceOf: null },
    "dossier.stepAssigned": { ...STEP, toAccountId: asId<never>("an") },
    "dossier.stepFinished": { ...STEP, papers: [] },
    "dossier.stepSentBack": STEP,
    "dossier.sentBack": {},
    "dossier.approved": {},
    "dossier.returned": collection,
    "dossier.imported": {
      ...opening,
      system: "Một cửa huyện Thanh Bình",
      status,
      statedStatus: status,
      outcome: null,
      resultNumber: null,
      notes: [],
    },
    "dossier.pastStepImported": { status: "processing" },
  } as const;
  return { ...dossierEvent(type, payloads[type]), actorId };
}

/** What may happen next, by status: written down once more, by events. */
const AHEAD: readonly Type[] = [
  "withdrawalAsked",
  "stopped",
  "stoppedWithWhole",
  "extended",
  "apologised",
  "papersHandedBack",
  "collectionChosen",
];
const CONSULTED_MEANWHILE: readonly Type[] = ["consultationAnswered", "consultationWithdrawn"];
const UNRECEIVED: readonly Type[] = [
  "accepted",
  "acceptanceTakenIn",
  "supplementAskedBeforeReceipt",
  "intakeRefused",
  "withdrawn",
];
const STEPS: readonly Type[] = ["stepTaken", "stepAssigned", "stepFinished", "stepSentBack"];
const WAITED: readonly Type[] = [
  "withdrawalAsked",
  "stopped",
  "stoppedWithWhole",
  "apologised",
  "papersHandedBack",
  "collectionChosen",
  "outcomeRecorded",
  ...CONSULTED_MEANWHILE,
];
const NEXT: Readonly<Record<BusinessStatus, readonly Type[]>> = {
  lodged: UNRECEIVED,
  toBeSupplemented: UNRECEIVED,
  notReceived: [],
  awaitingConfirmation: ["confirmed", "handedBack"],
  handedBack: ["corrected", "resubmitted", "withdrawn"],
  withdrawn: [],
  received: ["forwarded", "supplementAsked", ...AHEAD],
  forwarded: ["taken", "assigned", "sentToDesk", ...AHEAD],
  processing: [
    ...STEPS,
    "assigned",
    "outcomeRecorded",
    "supplementAsked",
    "dutyImposed",
    "consulted",
    ...CONSULTED_MEANWHILE,
    ...AHEAD,
  ],
  awaitingSupplement: ["supplemented", "supplementTakenIn", ...WAITED],
  supplementAwaitingConfirmation: ["confirmed", "handedBack", "stoppedWithWhole", ...CONSULTED_MEANWHILE],
  awaitingPayment: ["dutyFulfilled", ...WAITED],
  withdrawalAsked: ["withdrawalAccepted", "withdrawalDeclined", "stoppedWithWhole", ...CONSULTED_MEANWHILE],
  stopped: ["papersHandedBack"],
  awaitingApproval: ["approved", "sentBack", ...CONSULTED_MEANWHILE, ...AHEAD],
  finished: [
    "returned",
    "handedOver",
    "reopened",
    "apologised",
    "papersHandedBack",
    "collectionChosen",
    "resultTakenOver",
  ],
  returnAwaitingConfirmation: ["confirmed", "remarked"],
  returned: ["reopened", "papersHandedBack"],
};

/** The status that an event says, whatever came before it. */
const SAYS: Partial<Record<Type, BusinessStatus>> = {
  received: "received",
  takenIn: "awaitingConfirmation",
  lodged: "lodged",
  accepted: "received",
  acceptanceTakenIn: "awaitingConfirmation",
  supplementAskedBeforeReceipt: "toBeSupplemented",
  intakeRefused: "notReceived",
  corrected: "awaitingConfirmation",
  resubmitted: "awaitingConfirmation",
  withdrawn: "withdrawn",
  forwarded: "forwarded",
  sentToDesk: "received",
  taken: "processing",
  supplementAsked: "awaitingSupplement",
  supplementTakenIn: "supplementAwaitingConfirmation",
  dutyImposed: "awaitingPayment",
  withdrawalAsked: "withdrawalAsked",
  withdrawalAccepted: "stopped",
  stopped: "stopped",
  stoppedWithWhole: "stopped",
  openedAsPart: "forwarded",
  outcomeRecorded: "awaitingApproval",
  sentBack: "processing",
  approved: "finished",
  reopened: "processing",
  returned: "returned",
  handedOver: "returnAwaitingConfirmation",
};
export const nameOf = ({ type }: PastDossierEvent) => type.slice("dossier.".length) as Type;

/** Reads the history backwards: what resumes has the status of before what it answers. */
export function statusOf(events: readonly PastDossierEvent[]): BusinessStatus {
  const last = events.at(-1);
  if (!last) throw new Error("an empty history");
  const before = events.slice(0, -1);
  if (last.type === "dossier.imported") return last.payload.status;
  const name = nameOf(last);
  const askedAt = (asked: Type) =>
    statusOf(
      before.slice(
        0,
        before.findLastIndex((event) => nameOf(event) === asked),
      ),
    );
  if (name === "supplemented") return askedAt("supplementAsked");
  if (name === "dutyFulfilled") return askedAt("dutyImposed");
  if (name === "withdrawalDeclined") return askedAt("withdrawalAsked");
  const said = SAYS[name];
  if (said) return said;
  const was = statusOf(before);
  if (name === "handedBack")
    return was === "supplementAwaitingConfirmation" ? "awaitingSupplement" : "handedBack";
  if (name !== "confirmed") return was;
  if (was === "awaitingConfirmation") return "received";
  return was === "returnAwaitingConfirmation" ? "returned" : askedAt("supplementAsked");
}

/** Events that may stand nearly everywhere and move nothing. */
const STEADY: readonly Type[] = [
  "receiptDelivered",
  "custodyPassed",
  "reassigned",
  "stepsPassed",
  "submitted",
  "dueDateMoved",
  "partEnded",
  "consultationAnswered",
  "consultationWithdrawn",
];

const IN_CASE: readonly BusinessStatus[] = [
  "processing",
  "awaitingSupplement",
  "supplementAwaitingConfirmation",
  "awaitingPayment",
  "withdrawalAsked",
  "awaitingApproval",
];

type Question = (events: readonly PastDossierEvent[]) => boolean;

/** Given to somebody who has not taken it yet. */
const isAssigned: Question = (events) => {
  const last = events.findLast(({ type }) =>
    ["dossier.assigned", "dossier.reassigned", "dossier.sentToDesk", "dossier.taken"].includes(type),
  );
  if (statusOf(events) !== "forwarded" || !last) return false;
  if (last.type === "dossier.assigned") return true;
  return last.type === "dossier.reassigned" && last.payload.toAccountId !== null;
};

/** What is not asked of the status alone. */
const POSSIBLE: Partial<Record<Type, Question>> = {
  custodyPassed: () => true,
  stepsPassed: () => true,
  partEnded: () => true,
  pastStepImported: (events) =>
    nameOfFirst(events) === "imported" &&
    events.map(nameOf).every((one) => one === "imported" || one === "pastStepImported"),
  reassigned: (events) => IN_CASE.includes(statusOf(events)) || isAssigned(events),
  submitted: (events) => events.some((event) => "dueAt" in event.payload),
  dueDateMoved: (events) => events.some((event) => "dueAt" in event.payload),
  receiptDelivered: (events) => isReceiptDue(events.map(nameOf)) && !NOT_RECEIVED.includes(statusOf(events)),
  extended: (events) => {
    const names = events.map(nameOf);
    const again = names.slice(names.lastIndexOf("reopened") + 1).includes("extended");
    return !again && NEXT[statusOf(events)].includes("extended");
  },
};

function nameOfFirst([first]: readonly PastDossierEvent[]): Type | undefined {
  return first && nameOf(first);
}

export function isPossible(name: Type, events: readonly PastDossierEvent[]): boolean {
  const asked = POSSIBLE[name] ?? (() => NEXT[statusOf(events)].includes(name));
  return asked(events);
}
const NOT_RECEIVED: readonly BusinessStatus[] = [
  "lodged",
  "toBeSupplemented",
  "notReceived",
  "awaitingConfirmation",
  "handedBack",
  "withdrawn",
];

export function isReceiptDue(names: readonly Type[]): boolean {
  const taken = names.some((name) => name === "takenIn" || name === "acceptanceTakenIn");
  return (
    taken && !names.some((name) => /^(receiptDelivered|withdrawn|stopped|withdrawalAccepted)$/.test(name))
  );
}

export const NAMES = DOSSIER_EVENT_TYPES.map((type) => type.slice("dossier.".length) as Type);
export const OPENINGS: readonly Type[] = ["received", "takenIn", "lodged", "openedAsPart", "imported"];

/** What ends a dossier early: it comes now and then, so that histories go somewhere. */
const ENDING: readonly Type[] = [
  "withdrawn",
  "intakeRefused",
  "withdrawalAccepted",
  "stopped",
  "stoppedWithWhole",
];

/** Legal histories: an opening, then whatever may come next, as chosen. */
export const aHistory = fc
  .tuple(
    fc.constantFrom(...OPENINGS),
    fc.array(fc.tuple(fc.nat(), someDetails), { minLength: 1, maxLength: 22 }),
  )
  .map(([opening, [first, ...choices]]) => {
    const events = [eventOf(typeOf(opening), first?.[1] ?? NOBODY)];
    for (const [choice, details] of choices) {
      // What moves nothing comes now and then, so that histories go somewhere.
      const offered = NAMES.filter((name) => isPossible(name, events));
      const moving = offered.filter((name) => !STEADY.includes(name));
      const going = moving.filter((name) => !ENDING.includes(name));
      const pool = [offered, moving, going][Math.min(2, choice % 12)] ?? going;
      const name = (pool.length === 0 ? offered : pool)[
        Math.floor(choice / 12) % (pool.length || offered.length)
      ];
      if (name) events.push(eventOf(typeOf(name), refusing(name, events, details)));
    }
    return events;
  });
export const NOBODY: Details = {
  actorId: asId<never>("lan"),
  fee: 0,
  outcome: "granted",
  dueAt: "2026-11-16T10:00:00.000Z",
  number: null,
  status: "processing",
};

/** What waits for the citizen ends with a refusal only. */
export function refusing(name: Type, events: readonly PastDossierEvent[], details: Details): Details {
  const waits = name === "outcomeRecorded" && statusOf(events) !== "processing";
  return waits ? { ...details, outcome: "refused" } : details;
}
