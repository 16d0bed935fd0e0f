import { expect, test } from "vitest";
import { unitOfMove } from "./collection.ts";

const units = { receivedAt: "A", collectedAt: "B", resultAt: "C" };

test.each([
  { move: "returnResult", status: "finished", unit: "B", because: "it is returned where it is fetched" },
  { move: "handOver", status: "finished", unit: "B", because: "under assist as well" },
  { move: "takeOverResult", status: "finished", unit: "B", because: "whoever returns it takes it over" },
  {
    move: "confirm",
    status: "returnAwaitingConfirmation",
    unit: "C",
    because: "confirmed where it was made",
  },
  { move: "remark", status: "returnAwaitingConfirmation", unit: "C", because: "words go to who returned it" },
  { move: "confirm", status: "awaitingConfirmation", unit: "A", because: "a taking in is the receiver's" },
  { move: "chooseCollection", status: "finished", unit: "A", because: "the receiver knows the citizen" },
  { move: "handPapersBack", status: "finished", unit: "A", because: "the originals lie where they came in" },
  { move: "forward", status: "received", unit: "A", because: "the dossier is the receiver's" },
] as const)("$move at $unit: $because", ({ move, status, unit }) => {
  expect(unitOfMove(move, status, units)).toBe(unit);
});
