import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  NAMES,
  NOBODY,
  OPENINGS,
  type Type,
  aHistory,
  eventOf,
  isPossible,
  isReceiptDue,
  nameOf,
  refusing,
  someDetails,
  statusOf,
  typeOf,
} from "../../../test/kit/dossier-histories.ts";
import type { PastDossierEvent } from "./dossier-event.ts";
import type { ImportedStatus } from "./dossier-payloads.ts";
import { type DossierState, applyEvent, foldDossier } from "./fold-dossier.ts";

/** The state, each part found by looking through the whole list. */
function oracle(events: readonly PastDossierEvent[]): Omit<DossierState, "resumesTo"> {
  const names = events.map(nameOf);
  const [first] = events;
  const old = first?.type === "dossier.imported" ? first.payload : null;
  return {
    version: events.length,
    business: statusOf(events),
    money: moneyOf(events),
    delivery: deliveryOf(names, old?.status),
    sync: "notSent",
    dueAt: dueOf(events),
    supplements: names.filter((name) => name === "supplementAsked").length,
    extended: names.slice(names.lastIndexOf("reopened") + 1).includes("extended"),
    caseOfficerId: officerOf(events),
    ...outcomeOf(events, old?.outcome ?? null),
    importedFrom: old?.system ?? null,
    awaitingBy: awaitingOf(events),
    receiptDue: receiptDueOf(names),
    collectedAt: collectedAtOf(events),
    resultAt: resultAtOf(events),
  };
}

/** Chosen with the opening or last since; our histories open without. */
function collectedAtOf(events: readonly PastDossierEvent[]): DossierState["collectedAt"] {
  const chosen = events.findLast(({ type }) => type === "dossier.collectionChosen");
  return chosen?.type === "dossier.collectionChosen" ? chosen.payload.unitId : null;
}

/** A result that is made again is taken over again. */
function resultAtOf(events: readonly PastDossierEvent[]): DossierState["resultAt"] {
  const since = events.slice(events.findLastIndex(({ type }) => type === "dossier.reopened") + 1);
  const taken = since.findLast(({ type }) => type === "dossier.resultTakenOver");
  return taken?.type === "dossier.resultTakenOver" ? taken.payload.unitId : null;
}

function dueOf(events: readonly PastDossierEvent[]): string | null {
  const last = events.findLast((event) => "dueAt" in event.payload);
  return (last?.payload as { dueAt?: string } | undefined)?.dueAt ?? null;
}

function receiptDueOf(names: readonly Type[]): DossierState["receiptDue"] {
  if (!isReceiptDue(names)) return null;
  return names.includes("corrected") ? "message" : "post";
}

/** What was recorded last and neither sent back nor made again; a dossier of another system came with its own. */
function outcomeOf(events: readonly PastDossierEvent[], old: DossierState["outcome"]) {
  const names = events.map(nameOf);
  const since = Math.max(names.lastIndexOf("sentBack"), names.lastIndexOf("reopened")) + 1;
  const recorded = events.slice(since).findLast((event) => event.type === "dossier.outcomeRecorded");
  if (recorded?.type !== "dossier.outcomeRecorded")
    return { preparedBy: null, outcome: since > 0 ? null : old, resultFileId: null, resultNumber: null };
  const { outcome, fileId, number } = recorded.payload;
  return { preparedBy: recorded.actorId, outcome, resultFileId: fileId, resultNumber: number };
}

function moneyOf(events: readonly PastDossierEvent[]): DossierState["money"] {
  const priced = events.find((event) => "feeDue" in event.payload);
  const fee = (priced?.payload as { feeDue?: number | null } | undefined)?.feeDue ?? null;
  if (fee === null) return "toBeFixed";
  return fee === 0 ? "nothingDue" : "due";
}

function deliveryOf(names: readonly Type[], old: ImportedStatus | undefined): DossierState["delivery"] {
  const last = names.findLast((name) => /^(reopened|approved|returned|handedOver)$/.test(name));
  if (last === "reopened") return "notReady";
  if (last === "approved") return "readyAtUnit";
  if (last) return "handedOver";
  if (old === "returned") return "handedOver";
  return old === "finished" ? "readyAtUnit" : "notReady";
}

function officerOf(events: readonly PastDossierEvent[]): DossierState["caseOfficerId"] {
  const changed = ["dossier.taken", "dossier.assigned", "dossier.reassigned", "dossier.sentToDesk"];
  const last = events.findLast(({ type }) => changed.includes(type));
  if (!last || last.type === "dossier.sentToDesk") return null;
  return last.type === "dossier.reassigned" || last.type === "dossier.assigned"
    ? last.payload.toAccountId
    : last.actorId;
}

/** Whoever did or answered for the act that nobody has confirmed since; a supplement handed back waits for nobody. */
function awaitingOf(events: readonly PastDossierEvent[]): DossierState["awaitingBy"] {
  const settled = events.findLastIndex(
    (event, index) =>
      /confirmed|withdrawn$/.test(event.type) ||
      (event.type === "dossier.handedBack" && statusOf(events.slice(0, index + 1)) === "awaitingSupplement"),
  );
  const waiting = events
    .slice(settled + 1)
    .findLast(({ type }) =>
      /takenIn|acceptanceTakenIn|supplementTakenIn|resubmitted|corrected|handedOver$/i.test(type),
    );
  return waiting?.actorId ?? null;
}

describe("the fold of a history", () => {
  test("of every legal history is what the whole list says", () => {
    const seen = new Set<Type>();
    fc.assert(
      fc.property(aHistory, (events) => {
        for (const event of events) seen.add(nameOf(event));
        const { resumesTo: _, ...state } = foldDossier(events);
        expect(state).toEqual(oracle(events));
      }),
      { numRuns: 2_000 },
    );
    // A generator that never gets somewhere proves nothing about it.
    expect([...seen].toSorted()).toEqual([...NAMES].toSorted());
  });

  test("is the same as adding one event to what was there before", () => {
    fc.assert(
      fc.property(aHistory, (events) => {
        const [last] = events.slice(-1);
        const before = events.slice(0, -1);
        const state = before.length === 0 ? undefined : foldDossier(before);
        expect(last && applyEvent(state, last)).toEqual(foldDossier(events));
      }),
    );
  });

  test("throws for each event that may not come next", () => {
    fc.assert(
      fc.property(aHistory, fc.constantFrom(...NAMES), someDetails, (events, name, details) => {
        const next = eventOf(typeOf(name), refusing(name, events, details));
        const whole = () => foldDossier([...events, next]);
        if (isPossible(name, events)) expect(whole().version).toBe(events.length + 1);
        else expect(whole).toThrow(/^Invariant broken/);
      }),
      { numRuns: 2_000 },
    );
  });

  test("an outcome that is no refusal never ends what waits for the citizen", () => {
    const waiting: readonly Type[] = ["received", "forwarded", "taken", "supplementAsked"];
    const events = waiting.map((name) => eventOf(typeOf(name), NOBODY));
    const granted = eventOf("dossier.outcomeRecorded", NOBODY);
    expect(() => foldDossier([...events, granted])).toThrow("cannot follow awaitingSupplement");
    const refused = eventOf("dossier.outcomeRecorded", { ...NOBODY, outcome: "refused" });
    expect(foldDossier([...events, refused])).toMatchObject({ business: "awaitingApproval", resumesTo: [] });
  });

  test("an empty history and one that does not begin with an opening throw", () => {
    expect(() => foldDossier([])).toThrow("a dossier has at least one event");
    for (const name of NAMES.filter((one) => !OPENINGS.includes(one)))
      expect(() => foldDossier([eventOf(typeOf(name), NOBODY)])).toThrow("before dossier.received");
  });
});
