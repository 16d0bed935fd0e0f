import { describe, expect, test } from "vitest";
import { isOverdue, punctuality, supplementsAsked } from "./progress.ts";

const dueAt = "2026-11-25T10:00:00.000Z"; // 17:00 on Wednesday in Việt Nam

function decided(at: string) {
  return {
    status: "finished" as const,
    dueAt,
    steps: [
      {
        type: "dossier.received",
        at: "2026-11-20T02:30:00.000Z",
        place: null,
        status: null,
        reason: null,
        end: null,
      },
      { type: "dossier.approved", at, place: null, status: null, reason: null, end: null },
    ],
  };
}

describe("the punctuality of a decision", () => {
  test.each([
    { at: "2026-11-24T09:59:00.000Z", found: { kind: "early", days: 1 }, because: "the day before" },
    { at: "2026-11-24T17:30:00.000Z", found: { kind: "onTime" }, because: "past midnight in Việt Nam" },
    {
      at: "2026-11-25T10:00:00.000Z",
      found: { kind: "onTime" },
      because: "the minute itself keeps the promise",
    },
    {
      at: "2026-11-25T10:00:01.000Z",
      found: { kind: "late", days: 0 },
      because: "the due day, past its hour",
    },
    { at: "2026-11-27T01:00:00.000Z", found: { kind: "late", days: 2 }, because: "two days later" },
  ])("decided $at → $found: $because", ({ at, found }) => {
    expect(punctuality(decided(at))).toEqual(found);
  });

  test("a result that was sent back counts from its last approval", () => {
    const twice = decided("2026-11-24T02:00:00.000Z");
    const last = {
      type: "dossier.approved",
      at: "2026-11-26T02:00:00.000Z",
      place: null,
      status: null,
      reason: null,
      end: null,
    };
    expect(punctuality({ ...twice, steps: [...twice.steps, last] })).toEqual({ kind: "late", days: 1 });
  });

  test("of a dossier from another system the end of the work is the step that it tells", () => {
    const step = {
      type: "dossier.pastStepImported",
      place: null,
      status: "finished" as const,
      reason: null,
      end: null,
    };
    const steps = [
      {
        type: "dossier.imported",
        at: "2026-11-20T02:30:00.000Z",
        place: null,
        status: null,
        reason: null,
        end: null,
      },
      { ...step, at: "2026-11-27T01:00:00.000Z" },
      { ...step, at: "2026-11-28T01:00:00.000Z", status: "returned" as const },
    ];
    expect(punctuality({ status: "returned", dueAt, steps })).toEqual({ kind: "late", days: 2 });
  });

  test("nothing is said of a matter that is still open", () => {
    expect(punctuality({ ...decided(dueAt), status: "awaitingApproval" })).toBeNull();
  });
});

test.each([
  {
    now: "2026-11-25T10:00:00.000Z",
    status: "processing",
    overdue: false,
    because: "the minute is not over",
  },
  { now: "2026-11-25T10:00:01.000Z", status: "processing", overdue: true, because: "the promise is broken" },
  {
    now: "2026-12-25T10:00:01.000Z",
    status: "finished",
    overdue: false,
    because: "it waits for the citizen",
  },
  {
    now: "2026-12-25T10:00:01.000Z",
    status: "awaitingSupplement",
    overdue: false,
    because: "the clock stands until the citizen has answered",
  },
  {
    now: "2026-12-25T10:00:01.000Z",
    status: "stopped",
    overdue: false,
    because: "nothing is promised any more",
  },
] as const)("at $now, $status: overdue is $overdue, because $because", ({ now, status, overdue }) => {
  expect(isOverdue({ dueAt, status, awaited: null }, now)).toBe(overdue);
});

test("each request for papers after the receipt is counted, what was asked for before it is not", () => {
  const step = { at: dueAt, place: null, status: null, reason: null, end: null };
  const types = [
    "dossier.supplementAskedBeforeReceipt",
    "dossier.supplementAsked",
    "dossier.supplementAsked",
  ];
  expect(supplementsAsked({ steps: types.map((type) => ({ ...step, type })) })).toBe(2);
  expect(supplementsAsked(decided(dueAt))).toBe(0);
});
