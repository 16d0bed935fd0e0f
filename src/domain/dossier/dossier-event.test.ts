import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import {
  DOSSIER_EVENT_TYPES,
  DOSSIER_EVENT_VERSIONS,
  type DossierEventType,
  IMPORTED_STATUSES,
  type ImportedStatus,
  type DossierState,
  type PastDossierEvent,
  applyEvent,
  dossierEvent,
  foldDossier,
} from "./dossier-event.ts";

interface Kept {
  readonly because: string;
  readonly events: readonly PastDossierEvent[];
  readonly state: DossierState;
}
const kept = JSON.parse(
  readFileSync(new URL("dossier-event.fixtures.json", import.meta.url), "utf8"),
) as Kept[];

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
  const payloads = {
    "dossier.received": {
      procedureVersionId: id,
      receivedAs: "agentOfAgency",
      helpedAtUnitId: id,
      receivedAtUnitId: id,
      decidingAgencyId: id,
      dueAt: "2026-11-16T10:00:00.000Z",
      feeDue: fee,
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

/** Legal histories: received, forwarded, taken, some rounds of approval, and then as far as it got. */
const aHistory = fc.tuple(fc.nat(3), fc.nat(20)).chain(([rounds, length]) => {
  const round: DossierEventType[] = ["dossier.outcomeRecorded", "dossier.sentBack"];
  const types: DossierEventType[] = [
    "dossier.received",
    "dossier.forwarded",
    "dossier.taken",
    ...Array.from({ length: rounds }).flatMap(() => round),
    "dossier.outcomeRecorded",
    "dossier.approved",
    "dossier.returned",
  ];
  return fc.tuple(...types.slice(0, Math.max(1, length)).map(anEvent));
});

const STATUS_AFTER: Partial<Record<DossierEventType, DossierState["business"]>> = {
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
  return {
    version: events.length,
    business: STATUS_AFTER[types.at(-1) ?? "dossier.received"] ?? "received",
    money: moneyOf(events[0]),
    delivery: types.includes("dossier.returned")
      ? "handedOver"
      : types.includes("dossier.approved")
        ? "readyAtUnit"
        : "notReady",
    sync: "notSent",
    importedFrom: null,
    caseOfficerId: events.findLast((event) => event.type === "dossier.taken")?.actorId ?? null,
    ...standingOutcome(events.slice(types.lastIndexOf("dossier.sentBack") + 1)),
  };
}

function moneyOf(first: PastDossierEvent | undefined): DossierState["money"] {
  const fee = first?.type === "dossier.received" ? first.payload.feeDue : null;
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
      "dossier.received": ["dossier.forwarded"],
      "dossier.forwarded": ["dossier.taken"],
      "dossier.taken": ["dossier.outcomeRecorded"],
      "dossier.outcomeRecorded": ["dossier.sentBack", "dossier.approved"],
      "dossier.sentBack": ["dossier.outcomeRecorded"],
      "dossier.approved": ["dossier.returned"],
      "dossier.returned": [],
      "dossier.imported": ["dossier.pastStepImported"],
      "dossier.pastStepImported": ["dossier.pastStepImported"],
    };
    const wrong = aHistory.chain((events) => {
      const last = events.at(-1)?.type ?? "dossier.received";
      const rest = DOSSIER_EVENT_TYPES.filter((type) => !follows[last].includes(type));
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
        ...DOSSIER_EVENT_TYPES.filter((type) => type !== "dossier.received" && type !== "dossier.imported"),
      )
      .chain(anEvent);
    fc.assert(
      fc.property(later, (event) => {
        expect(() => foldDossier([event])).toThrow("before dossier.received");
      }),
    );
  });
});

describe("events of version 1, as they stand in ledgers for ever", () => {
  test.each(kept)("fold to what they meant: $because", ({ events, state }) => {
    expect(foldDossier(events)).toEqual(state);
  });

  test("every type is among them, in the version that is written today or an older one", () => {
    const written = kept.flatMap(({ events }) => events);
    expect([...new Set(written.map((event) => event.type))].toSorted()).toEqual(
      [...DOSSIER_EVENT_TYPES].toSorted(),
    );
    for (const type of DOSSIER_EVENT_TYPES) {
      const versions = written.filter((event) => event.type === type).map((event): number => event.version);
      for (let version = 1; version <= DOSSIER_EVENT_VERSIONS[type]; version += 1)
        expect(versions).toContain(version);
    }
  });
});
