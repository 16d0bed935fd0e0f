import { describe, expect, test } from "vitest";
import { BUSINESS_STATUSES, NATIONAL_STATUS, isReceiptWanted } from "./dossier-state.ts";

test("Mẫu 01 is wanted from the confirmation until the citizen has the result", () => {
  expect(BUSINESS_STATUSES.filter(isReceiptWanted)).toEqual([
    "received",
    "forwarded",
    "processing",
    "awaitingSupplement",
    "supplementAwaitingConfirmation",
    "awaitingPayment",
    "withdrawalAsked",
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
});
