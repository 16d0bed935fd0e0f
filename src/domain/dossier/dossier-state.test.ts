import { describe, expect, test } from "vitest";
import {
  BUSINESS_STATUSES,
  type BusinessStatus,
  MOVES,
  NATIONAL_STATUS,
  afterMove,
  isBeforeReceipt,
  isReceiptWanted,
  movesFrom,
} from "./dossier-state.ts";

/** Every arrow of the machine; what is not here does not exist. */
const ARROWS = [
  "awaitingConfirmation confirm received",
  "awaitingConfirmation handBack handedBack",
  "handedBack correct awaitingConfirmation",
  "handedBack resubmit awaitingConfirmation",
  "handedBack withdraw withdrawn",
  "received forward forwarded",
  "forwarded take processing",
  "processing recordOutcome awaitingApproval",
  "awaitingApproval approve finished",
  "awaitingApproval sendBack processing",
  "finished returnResult returned",
  "finished handOver returnAwaitingConfirmation",
  "returnAwaitingConfirmation confirm returned",
  "returnAwaitingConfirmation remark returnAwaitingConfirmation",
];

describe("where a dossier can go", () => {
  const pairs = BUSINESS_STATUSES.flatMap((status) => MOVES.map((move) => ({ status, move })));

  test.each(pairs)("$status, $move", ({ status, move }) => {
    const arrow = ARROWS.find((known) => known.startsWith(`${status} ${move} `));
    const next = afterMove(status, move);
    if (arrow) expect(next).toEqual({ ok: true, value: arrow.split(" ")[2] });
    else expect(next).toEqual({ ok: false, code: "move_not_allowed", details: { status, move } });
  });

  test("the moves of a status are those that it allows", () => {
    for (const status of BUSINESS_STATUSES) {
      expect(movesFrom(status)).toEqual(MOVES.filter((move) => afterMove(status, move).ok));
    }
    expect(movesFrom("awaitingApproval")).toEqual(["sendBack", "approve"]);
    expect(movesFrom("returned")).toEqual([]);
    expect(movesFrom("withdrawn")).toEqual([]);
  });

  test("every status is reached from the counter, and from each the citizen can still get the result or has gone home", () => {
    const reach = (from: BusinessStatus) => {
      const found = new Set<BusinessStatus>([from]);
      for (const status of found) {
        for (const move of movesFrom(status)) {
          const next = afterMove(status, move);
          if (next.ok) found.add(next.value);
        }
      }
      return found;
    };
    expect([...reach("awaitingConfirmation")].toSorted()).toEqual([...BUSINESS_STATUSES].toSorted());
    const open = BUSINESS_STATUSES.filter((status) => status !== "withdrawn");
    for (const status of open) expect(reach(status).has("returned")).toBe(true);
    // Once received, a dossier never goes back to waiting for its receipt.
    expect([...reach("received")].filter(isBeforeReceipt)).toEqual([]);
  });
});

test("Mẫu 01 is wanted from the confirmation until the citizen has the result", () => {
  expect(BUSINESS_STATUSES.filter(isReceiptWanted)).toEqual([
    "received",
    "forwarded",
    "processing",
    "awaitingApproval",
    "finished",
  ]);
});

describe("the view of the national portal", () => {
  test("10 stands for what the citizen has signed for and counts, 9 for what waits, and nothing else has them", () => {
    expect(Object.entries(NATIONAL_STATUS).filter(([, code]) => code === 10)).toEqual([["returned", 10]]);
    expect(Object.entries(NATIONAL_STATUS).filter(([, code]) => code === 9)).toEqual([
      ["finished", 9],
      ["returnAwaitingConfirmation", 9],
    ]);
    for (const code of Object.values(NATIONAL_STATUS)) expect(code).toBeGreaterThanOrEqual(1);
  });

  test("no move leaves the codes that may follow each other", () => {
    // 1→2|3|5; 2→4|8; 4→5|6|7|8|9; 5→2|4|8; 6→4; 7→8; 9→10 [inference from the codes and rules]
    const follows: Readonly<Record<number, readonly number[]>> = {
      1: [2, 3, 5],
      2: [4, 8],
      4: [5, 6, 7, 8, 9],
      5: [2, 4, 8],
      6: [4],
      7: [8],
      9: [10],
    };
    for (const status of BUSINESS_STATUSES)
      for (const move of movesFrom(status)) {
        const next = afterMove(status, move);
        const [from, to] = [NATIONAL_STATUS[status], next.ok ? NATIONAL_STATUS[next.value] : 0];
        if (from !== to) expect(follows[from]).toContain(to);
      }
  });
});
