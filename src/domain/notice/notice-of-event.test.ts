import { describe, expect, test } from "vitest";
import { DOSSIER_EVENT_TYPES, type DossierEventType } from "../dossier/dossier-event.ts";
import { BUSINESS_STATUSES } from "../dossier/dossier-state.ts";
import { NOTICE_KINDS } from "./notice.ts";
import { type BeforeEvent, isStillSo, noticeOf } from "./notice-of-event.ts";

const before = (changes: Partial<BeforeEvent> = {}): BeforeEvent => ({
  business: "processing",
  receiptDue: null,
  ...changes,
});

/** What the citizen sees done, or need not know: an event of a new type is put here or gets a message. */
const SILENT: readonly DossierEventType[] = [
  "dossier.lodged",
  "dossier.accepted",
  "dossier.acceptanceTakenIn",
  "dossier.received",
  "dossier.takenIn",
  "dossier.confirmed",
  "dossier.handedBack",
  "dossier.corrected",
  "dossier.resubmitted",
  "dossier.withdrawn",
  "dossier.receiptDelivered",
  "dossier.forwarded",
  "dossier.sentToDesk",
  "dossier.taken",
  "dossier.assigned",
  "dossier.supplementTakenIn",
  "dossier.withdrawalAsked",
  "dossier.outcomeRecorded",
  "dossier.sentBack",
  "dossier.returned",
  "dossier.handedOver",
  "dossier.remarked",
  "dossier.custodyPassed",
  "dossier.reassigned",
  "dossier.stepsPassed",
  "dossier.imported",
  "dossier.pastStepImported",
  "dossier.stepTaken",
  "dossier.stepAssigned",
  "dossier.stepFinished",
  "dossier.stepSentBack",
  "dossier.consulted",
  "dossier.consultationAnswered",
  "dossier.consultationWithdrawn",
  "dossier.papersHandedBack",
  "dossier.collectionChosen",
  "dossier.resultTakenOver",
  "dossier.openedAsPart",
  "dossier.partEnded",
  "dossier.stoppedWithWhole",
];

describe("what a citizen is told because of what happened", () => {
  test("every type of event either tells something or is known to be silent", () => {
    const silent = DOSSIER_EVENT_TYPES.filter((type) => noticeOf({ type }, before()) === null);
    expect(silent.toSorted()).toEqual([...SILENT].toSorted());
  });

  test.each([
    { end: "refused", kind: "partRefused" },
    { end: "granted", kind: null },
    // Of a part that stops the citizen is told by the part itself.
    { end: "stopped", kind: null },
  ])("a part that is $end: $kind", ({ end, kind }) => {
    expect(noticeOf({ type: "dossier.partEnded", payload: { end } }, before())).toBe(kind);
  });

  test.each([
    { type: "dossier.supplementAskedBeforeReceipt", kind: "supplementBeforeReceipt" },
    { type: "dossier.intakeRefused", kind: "intakeRefused" },
    { type: "dossier.supplementAsked", kind: "supplement" },
    { type: "dossier.supplemented", kind: "newDate" },
    { type: "dossier.dutyImposed", kind: "duty" },
    { type: "dossier.dutyFulfilled", kind: "newDate" },
    { type: "dossier.withdrawalAccepted", kind: "stopped" },
    { type: "dossier.withdrawalDeclined", kind: "withdrawalDeclined" },
    { type: "dossier.stopped", kind: "stopped" },
    { type: "dossier.extended", kind: "extended" },
    { type: "dossier.apologised", kind: "apology" },
    { type: "dossier.submitted", kind: "newDate" },
    { type: "dossier.dueDateMoved", kind: "newDate" },
    { type: "dossier.approved", kind: "resultReady" },
    { type: "dossier.reopened", kind: "reopened" },
  ] as const)("$type → $kind", ({ type, kind }) => {
    expect(noticeOf({ type }, before())).toBe(kind);
    expect(noticeOf({ type }, null)).toBe(kind);
  });

  test.each([
    {
      seen: before({ business: "awaitingConfirmation", receiptDue: "message" }),
      kind: "receipt",
      because: "Mẫu 01 is there now, and was to come by message",
    },
    {
      seen: before({ business: "awaitingConfirmation", receiptDue: "post" }),
      kind: null,
      because: "it goes by post",
    },
    {
      seen: before({ business: "supplementAwaitingConfirmation" }),
      kind: "newDate",
      because: "the limit has begun anew",
    },
    {
      seen: before({ business: "returnAwaitingConfirmation" }),
      kind: null,
      because: "the citizen has the result",
    },
  ])("a confirmation tells $kind: $because", ({ seen, kind }) => {
    expect(noticeOf({ type: "dossier.confirmed" }, seen)).toBe(kind);
  });
});

describe("a message that waited", () => {
  test.each(NOTICE_KINDS)("of %s is still so in some status and not in every one", (kind) => {
    const so = BUSINESS_STATUSES.filter((status) => isStillSo(kind, status));
    expect(so.length).toBeGreaterThan(0);
    expect(so.length).toBeLessThan(BUSINESS_STATUSES.length);
  });

  test.each([
    { kind: "supplement", status: "processing", so: false, because: "the papers have come" },
    { kind: "supplement", status: "awaitingSupplement", so: true, because: "they have not" },
    { kind: "resultReady", status: "returned", so: false, because: "the citizen has it" },
    { kind: "newDate", status: "stopped", so: false, because: "no date holds any more" },
    { kind: "extended", status: "processing", so: true, because: "the date holds" },
  ] as const)("$kind in $status: $so, $because", ({ kind, status, so }) => {
    expect(isStillSo(kind, status)).toBe(so);
  });
});
