import { expect, test } from "vitest";
import { addDays, plainDate } from "../shared/plain-date.ts";
import { type WorkCount, dueByDay, workBoard } from "./work-board.ts";

const TODAY = plainDate("2026-11-16");
const count = (changes: Partial<WorkCount>): WorkCount => ({
  status: "processing",
  standing: false,
  overdue: false,
  dueOn: TODAY,
  officerId: "ha",
  placeId: "unit",
  dossiers: 1,
  ...changes,
});

test("open work is summed once in each group, the latest first, and what stands is in no bucket of dates", () => {
  const board = workBoard(
    [
      count({ dossiers: 2 }),
      count({ status: "forwarded", officerId: null, dueOn: addDays(TODAY, 5) }),
      count({ overdue: true, dueOn: null, officerId: "lan", dossiers: 3 }),
      count({ standing: true, dueOn: null, status: "awaitingSupplement", placeId: "other" }),
      count({ dueOn: addDays(TODAY, 7), dossiers: 4 }),
    ],
    TODAY,
  );
  expect(board.total).toEqual({ overdue: 3, today: 2, week: 1, later: 4, standing: 1 });
  expect(board.statuses.map(({ status, overdue }) => [status, overdue])).toEqual([
    ["processing", 3],
    ["forwarded", 0],
    ["awaitingSupplement", 0],
  ]);
  expect(board.officers.map(({ officerId }) => officerId)).toEqual(["lan", "ha", null]);
  expect(board.places).toMatchObject([
    { placeId: "unit", overdue: 3 },
    { placeId: "other", standing: 1 },
  ]);
});

test("the forecast counts what falls due on each day, nothing late and nothing that stands", () => {
  const days = [TODAY, addDays(TODAY, 1)];
  const counts = [
    count({ dossiers: 2 }),
    count({ overdue: true, dueOn: null }),
    count({ standing: true, dueOn: null }),
    count({ dueOn: addDays(TODAY, 1), dossiers: 5 }),
  ];
  expect(dueByDay(counts, days).map(({ due }) => due)).toEqual([2, 5]);
});
