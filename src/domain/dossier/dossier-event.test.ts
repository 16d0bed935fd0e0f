import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import {
  DOSSIER_EVENT_TYPES,
  type DossierEventType,
  IMPORTED_STATUSES,
  type ImportedStatus,
  type DossierState,
  type PastDossierEvent,
  applyEvent,
  dossierEvent,
  foldDossier,
} from "./dossier-event.ts";

const anAccount = fc.constantFrom("lan", "duc", "ha", "thai").map((id) => asId<never>(id));
const anOutcome = fc.record({
  outcome: fc.constantFrom("granted" as const, "refused" as const),
  fileId: fc.uuid().map((id) => asId<never>(id)),
  number: fc.option(fc.string()),
});
const aFee = fc.option(fc.nat(1_000_000));

/** An event of a type, with what varies in it. */
function eventOf(
  type: DossierEventType,
  fee: number | null,
  outcome: { outcome: "granted" | "refused"; fileId: never; number: string | null },
  status: ImportedStatus = "processing",
) {
  const id = asId<never>("somewhere");
  const opening = {
    procedureVersionId: id,
    receivedAs: "agentOfAgency" as const,
    helpedAtUnitId: id,
    receivedAtUnitId: id,
    decidingAgencyId: id,
    dueAt: "2026-11-16T10:00:00.000Z",
    feeDue: fee,
  };
  const payloads = {
    "dossier.received": opening,
    "dossier.takenIn": { ...opening, receiptDelivery: "post" },
    "dossier.confirmed": {},
    "dossier.handedBack": {},
    "dossier.resubmitted": {},
    "dossier.corrected": { changed: ["applicant.phone"], receiptDelivery: "message" },
    "dossier.withdrawn": {},
    "dossier.receiptDelivered": { by: "post" },
    "dossier.remarked": {},
    "dossier.custodyPassed": { handOverId: "hand-over", papers: 2, to: "person" },
    "dossier.reassigned": { handOverId: "hand-over", toAccountId: asId<never>("an") },
    "dossier.handedOver": {
      collector: "applicant",
      identityProof: "passport",
      signatureKind: "drawn",
      signatureFileId: id,
    },
    "dossier.forwarded": {},
    "dossier.taken": {},
    "dossier.outcomeRecorded": outcome,
    "dossier.sentBack": {},
    "dossier.approved": {},
    "dossier.returned": {
      collector: "applicant",
      identityProof: "passport",
      signatureKind: "drawn",
      signatureFileId: id,
    },
    "dossier.imported": {
      system: "Một cửa huyện Thanh Bình",
      procedureVersionId: id,
      receivedAs: "agentOfAgency",
      helpedAtUnitId: id,
      receivedAtUnitId: id,
      decidingAgencyId: id,
      dueAt: "2019-03-12T10:00:00.000Z",
      feeDue: fee,
      status,
      statedStatus: status,
      outcome: null,
      resultNumber: null,
      notes: [],
    },
    "dossier.pastStepImported": { status: "processing" },
  } as const;
  return dossierEvent(type, payloads[type]);
}
const anEvent = (type: DossierEventType) =>
  fc
    .tuple(anAccount, aFee, anOutcome)
    .map(([actorId, fee, outcome]) => ({ ...eventOf(type, fee, outcome), actorId }));

/** What can be done with a dossier that was taken over in a status. */
const STEPS_FROM: Readonly<Record<ImportedStatus, readonly DossierEventType[]>> = {
  received: [
    "dossier.forwarded",
    "dossier.taken",
    "dossier.outcomeRecorded",
    "dossier.approved",
    "dossier.returned",
  ],
  forwarded: ["dossier.taken", "dossier.outcomeRecorded", "dossier.approved", "dossier.returned"],
  processing: ["dossier.outcomeRecorded", "dossier.approved", "dossier.returned"],
  finished: ["dossier.returned"],
  returned: [],
};

/** Histories of another system's dossiers: taken over in a status, what it tells, then what is done here. */
const anImportedHistory = fc
  .tuple(fc.constantFrom(...IMPORTED_STATUSES), aFee, fc.nat(5), fc.nat(10))
  .chain(([status, fee, past, length]) => {
    const opening = anOutcome.map((outcome) => ({
      ...eventOf("dossier.imported", fee, outcome, status),
      actorId: asId<never>("old"),
    }));
    const own = STEPS_FROM[status].slice(0, length);
    const told = Array.from({ length: past }, (): DossierEventType => "dossier.pastStepImported");
    return fc.tuple(opening, ...[...told, ...own].map(anEvent));
  });

/** How a dossier comes in: at once, or by a clerk whose acts are confirmed, after some rounds of words. */
const aBeginning = fc.oneof(
  fc.constant<DossierEventType[]>(["dossier.received"]),
  fc
    .tuple(
      fc.array(fc.constantFrom("dossier.resubmitted" as const, "dossier.corrected" as const), {
        maxLength: 2,
      }),
      fc.boolean(),
    )
    .map(([answers, delivered]): DossierEventType[] => [
      "dossier.takenIn",
      ...answers.flatMap((answer): DossierEventType[] => ["dossier.handedBack", answer]),
      "dossier.confirmed",
      ...(delivered ? (["dossier.receiptDelivered"] as const) : []),
    ]),
);

/** How it ends: returned at once, or by a clerk whose acts are confirmed, with words about it. */
const anEnd = fc.oneof(
  fc.constant<DossierEventType[]>(["dossier.returned"]),
  fc
    .nat(2)
    .map((words): DossierEventType[] => [
      "dossier.handedOver",
      ...Array.from({ length: words }, (): DossierEventType => "dossier.remarked"),
      "dossier.confirmed",
    ]),
);

/** What is taken home before anybody confirmed it. */
const aWayHome = fc.constantFrom<DossierEventType[]>(
  ["dossier.takenIn", "dossier.handedBack", "dossier.withdrawn"],
  ["dossier.takenIn", "dossier.handedBack", "dossier.resubmitted", "dossier.handedBack", "dossier.withdrawn"],
);

/** Legal histories: in, forwarded, taken, some rounds of approval, and then as far as it got. */
const aWholeHistory = fc
  .tuple(aBeginning, anEnd, fc.nat(3), fc.nat(24))
  .chain(([begin, end, rounds, length]) => {
    const round: DossierEventType[] = ["dossier.outcomeRecorded", "dossier.sentBack"];
    const types: DossierEventType[] = [
      ...begin,
      "dossier.forwarded",
      "dossier.taken",
      ...Array.from({ length: rounds }).flatMap(() => round),
      "dossier.outcomeRecorded",
      "dossier.approved",
      ...end,
    ];
    return fc.tuple(...types.slice(0, Math.max(1, length)).map(anEvent));
  });
const aHistory = fc.oneof(
  { weight: 6, arbitrary: aWholeHistory },
  aWayHome.chain((types) => fc.tuple(...types.map(anEvent))),
);

/** The status that an event leads to; a confirmation is that of what waits, and some events leave it as it was. */
const STATUS_AFTER: Partial<Record<DossierEventType, DossierState["business"]>> = {
  "dossier.takenIn": "awaitingConfirmation",
  "dossier.handedBack": "handedBack",
  "dossier.resubmitted": "awaitingConfirmation",
  "dossier.corrected": "awaitingConfirmation",
  "dossier.withdrawn": "withdrawn",
  "dossier.handedOver": "returnAwaitingConfirmation",
  "dossier.received": "received",
  "dossier.forwarded": "forwarded",
  "dossier.taken": "processing",
  "dossier.sentBack": "processing",
  "dossier.outcomeRecorded": "awaitingApproval",
  "dossier.approved": "finished",
  "dossier.returned": "returned",
};

/** The same, read backwards from the whole list instead of event by event. */
function oracle(events: readonly PastDossierEvent[]): DossierState {
  const types = events.map((event) => event.type);
  const isOut = types.includes("dossier.returned") || types.includes("dossier.handedOver");
  return {
    version: events.length,
    business: statusOf(types),
    awaitingBy: awaitingOf(events),
    receiptDue:
      types[0] === "dossier.takenIn" &&
      !types.includes("dossier.receiptDelivered") &&
      !types.includes("dossier.withdrawn")
        ? types.includes("dossier.corrected")
          ? "message"
          : "post"
        : null,
    money: moneyOf(events[0]),
    delivery: isOut ? "handedOver" : types.includes("dossier.approved") ? "readyAtUnit" : "notReady",
    sync: "notSent",
    importedFrom: null,
    caseOfficerId: events.findLast((event) => event.type === "dossier.taken")?.actorId ?? null,
    ...standingOutcome(events.slice(types.lastIndexOf("dossier.sentBack") + 1)),
  };
}

/** The last event that says a status; a confirmation says which by what came in or went out before it. */
function statusOf(types: readonly DossierEventType[]): DossierState["business"] {
  const at = types.findLastIndex((type) => type === "dossier.confirmed" || type in STATUS_AFTER);
  const last = types[at] ?? "dossier.received";
  if (last !== "dossier.confirmed") return STATUS_AFTER[last] ?? "received";
  return types.includes("dossier.handedOver") ? "returned" : "received";
}

/** Whoever did or answered for the act that nobody has confirmed since, and nobody has taken home. */
function awaitingOf(events: readonly PastDossierEvent[]): DossierState["awaitingBy"] {
  const settled = events.findLastIndex(
    ({ type }) => type === "dossier.confirmed" || type === "dossier.withdrawn",
  );
  const waiting = events
    .slice(settled + 1)
    .findLast(({ type }) => /takenIn|resubmitted|corrected|handedOver$/.test(type));
  return waiting?.actorId ?? null;
}

function moneyOf(first: PastDossierEvent | undefined): DossierState["money"] {
  const opened = first?.type === "dossier.received" || first?.type === "dossier.takenIn";
  const fee = opened ? first.payload.feeDue : null;
  if (fee === null) return "toBeFixed";
  return fee === 0 ? "nothingDue" : "due";
}

/** The outcome that no sending back has taken away. */
function standingOutcome(sinceSentBack: readonly PastDossierEvent[]) {
  const recorded = sinceSentBack.findLast((event) => event.type === "dossier.outcomeRecorded");
  if (recorded?.type !== "dossier.outcomeRecorded") {
    return { preparedBy: null, outcome: null, resultFileId: null, resultNumber: null };
  }
  const { outcome, fileId, number } = recorded.payload;
  return { preparedBy: recorded.actorId, outcome, resultFileId: fileId, resultNumber: number };
}

describe("the fold of a history", () => {
  test("of every legal history is what the whole list says", () => {
    fc.assert(
      fc.property(aHistory, (events) => {
        expect(foldDossier(events)).toEqual(oracle(events));
      }),
    );
  });

  test("is the same as adding one event to what was there before", () => {
    fc.assert(
      fc.property(aHistory, (events) => {
        const [last] = events.slice(-1);
        const before = events.slice(0, -1);
        expect(last && applyEvent(before.length === 0 ? undefined : foldDossier(before), last)).toEqual(
          foldDossier(events),
        );
      }),
    );
  });

  test("an illegal history throws: each event after each legal one, unless the next history has it there", () => {
    const follows: Readonly<Record<DossierEventType, readonly string[]>> = {
      "dossier.takenIn": ["dossier.confirmed", "dossier.handedBack"],
      "dossier.confirmed": ["dossier.forwarded"],
      "dossier.handedBack": ["dossier.corrected", "dossier.resubmitted", "dossier.withdrawn"],
      "dossier.corrected": ["dossier.confirmed", "dossier.handedBack"],
      "dossier.resubmitted": ["dossier.confirmed", "dossier.handedBack"],
      "dossier.withdrawn": [],
      "dossier.receiptDelivered": ["dossier.forwarded"],
      "dossier.handedOver": ["dossier.confirmed", "dossier.remarked"],
      "dossier.remarked": ["dossier.confirmed", "dossier.remarked"],
      "dossier.custodyPassed": [],
      "dossier.reassigned": [],
      "dossier.received": ["dossier.forwarded"],
      "dossier.forwarded": ["dossier.taken"],
      "dossier.taken": ["dossier.outcomeRecorded"],
      "dossier.outcomeRecorded": ["dossier.sentBack", "dossier.approved"],
      "dossier.sentBack": ["dossier.outcomeRecorded"],
      "dossier.approved": ["dossier.returned", "dossier.handedOver"],
      "dossier.returned": [],
      "dossier.imported": ["dossier.pastStepImported"],
      "dossier.pastStepImported": ["dossier.pastStepImported"],
    };
    const wrong = aHistory.chain((events) => {
      const last = events.at(-1)?.type ?? "dossier.received";
      // Mẫu 01 of a confirmed dossier may reach the citizen at any time, once.
      const due =
        foldDossier(events).receiptDue !== null && events.some(({ type }) => type === "dossier.confirmed");
      const isInCase = ["processing", "awaitingApproval"].includes(foldDossier(events).business);
      const rest = DOSSIER_EVENT_TYPES.filter(
        (type) =>
          !follows[last].includes(type) &&
          !(due && type === "dossier.receiptDelivered") &&
          // Papers go on whenever their holder leaves, a case while an officer has it.
          type !== "dossier.custodyPassed" &&
          !(isInCase && type === "dossier.reassigned"),
      );
      return fc
        .constantFrom(...rest)
        .chain(anEvent)
        .map((event) => [...events, event]);
    });
    fc.assert(
      fc.property(wrong, (events) => {
        expect(() => foldDossier(events)).toThrow(/^Invariant broken/);
      }),
    );
  });

  test("a hand-over in between changes nothing but the case officer, and only from there on", () => {
    const handed = aHistory.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.nat(events.length - 1),
        anEvent("dossier.custodyPassed"),
        anEvent("dossier.reassigned"),
      ),
    );
    fc.assert(
      fc.property(handed, ([events, at, passed, reassigned]) => {
        const before = events.slice(0, at + 1);
        const after = events.slice(at + 1);
        const plain = foldDossier(events);
        expect(foldDossier([...before, passed, ...after])).toEqual({ ...plain, version: plain.version + 1 });
        if (!["processing", "awaitingApproval"].includes(foldDossier(before).business)) return;
        expect(foldDossier([...before, reassigned, ...after])).toEqual({
          ...plain,
          version: plain.version + 1,
          caseOfficerId: "an",
        });
      }),
    );
  });

  test("of another system's dossier goes on from the status that it came in, whatever steps it tells", () => {
    fc.assert(
      fc.property(anImportedHistory, (events) => {
        const [opening] = events;
        const state = foldDossier(events);
        const moved = events.findLast(({ type }) => STATUS_AFTER[type] !== undefined);
        const status = opening?.type === "dossier.imported" ? opening.payload.status : "received";
        expect(state.business).toBe(moved ? STATUS_AFTER[moved.type] : status);
        expect(state.version).toBe(events.length);
        expect(state.importedFrom).toBe("Một cửa huyện Thanh Bình");
        expect(state.delivery === "handedOver").toBe(state.business === "returned");
      }),
    );
  });

  test("a step of another system never stands after an act of ours, nor in a dossier of our own", () => {
    fc.assert(
      fc.property(anImportedHistory, anEvent("dossier.pastStepImported"), (events, step) => {
        const hasOwn = events.some(({ type }) => STATUS_AFTER[type] !== undefined);
        const late = () => foldDossier([...events, step]);
        if (hasOwn) expect(late).toThrow("come before our own");
        else expect(late().version).toBe(events.length + 1);
      }),
    );
    fc.assert(
      fc.property(aHistory, anEvent("dossier.pastStepImported"), (events, step) => {
        expect(() => foldDossier([...events, step])).toThrow("belongs to a dossier of another system");
      }),
    );
  });

  test("an empty history and one that does not begin with the receipt throw", () => {
    expect(() => foldDossier([])).toThrow("a dossier has at least one event");
    const later = fc
      .constantFrom(
        ...DOSSIER_EVENT_TYPES.filter(
          (type) => !["dossier.received", "dossier.takenIn", "dossier.imported"].includes(type),
        ),
      )
      .chain(anEvent);
    fc.assert(
      fc.property(later, (event) => {
        expect(() => foldDossier([event])).toThrow("before dossier.received");
      }),
    );
  });
});
