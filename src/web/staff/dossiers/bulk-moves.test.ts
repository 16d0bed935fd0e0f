import type { QueueRow } from "#contract/queue.ts";
import { expect, test } from "vitest";
import { rowsFor } from "./bulk-moves.ts";

const row = (status: QueueRow["status"]) => ({ status, dossierId: status }) as QueueRow;

test.each([
  { move: "take", able: ["forwarded"], because: "what is in work is taken already" },
  { move: "sendToDesk", able: ["forwarded"], because: "what is in work stays with the agency" },
  { move: "forward", able: ["received"], because: "the rest has left the desk" },
  { move: "approve", able: ["awaitingApproval"], because: "only what was recorded can be approved" },
  { move: "assign", able: ["forwarded", "processing"], because: "before and after it was taken" },
] as const)("$move is offered for $able alone: $because", ({ move, able }) => {
  const rows = (
    ["received", "forwarded", "processing", "awaitingSupplement", "awaitingApproval"] as const
  ).map(row);
  expect(rowsFor(move, rows).map(({ status }) => status)).toEqual(able);
});
