import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import { plainDate } from "../shared/plain-date.ts";
import {
  MANDATE_MOVES,
  MANDATE_MOVE_REFUSALS,
  MANDATE_STATUSES,
  type MandateMoveInput,
  mandateMovesFrom,
  moveMandate,
} from "./mandate-life.ts";

/** Every arrow of the machine; what is not here does not exist. */
const ARROWS = [
  "drafted propose proposed",
  "drafted end ended",
  "proposed sendBack drafted",
  "proposed approve approved",
  "proposed refuse refused",
  "approved bringIntoForce inForce",
  "approved end ended",
  "inForce suspend suspended",
  "inForce end ended",
  "suspended resume inForce",
  "suspended end ended",
];
const drafter = asId<never>("drafter");
const asked: MandateMoveInput = {
  status: "proposed",
  move: "approve",
  actorId: asId<never>("approver"),
  draftedBy: [drafter],
  validTo: null,
  today: plainDate("2026-11-16"),
  decisionId: "decision-1",
  reason: "Thiếu người",
};

describe("the life of a mandate", () => {
  const pairs = MANDATE_STATUSES.flatMap((status) => MANDATE_MOVES.map((move) => ({ status, move })));

  test.each(pairs)("$status, $move", ({ status, move }) => {
    const arrow = ARROWS.find((known) => known.startsWith(`${status} ${move} `));
    const next = moveMandate({ ...asked, status, move });
    if (arrow) expect(next).toEqual({ ok: true, value: arrow.split(" ")[2] });
    else expect(next).toEqual({ ok: false, code: "mandate_move_not_allowed", details: { status, move } });
    expect(mandateMovesFrom(status).includes(move)).toBe(arrow !== undefined);
  });

  test.each([
    {
      change: { actorId: drafter },
      code: "mandate_decided_by_drafter",
      because: "nobody approves what they drafted",
    },
    {
      change: { actorId: drafter, move: "refuse" },
      code: "mandate_decided_by_drafter",
      because: "nor refuses it, which decides as well",
    },
    {
      change: { draftedBy: [asId<never>("first"), asId<never>("approver")] },
      code: "mandate_decided_by_drafter",
      because: "who changed the draft has drafted it",
    },
    { change: { decisionId: null }, code: "mandate_decision_missing", because: "a right has a decision" },
    {
      change: { status: "approved", move: "bringIntoForce", decisionId: null },
      code: "mandate_decision_missing",
      because: "so has its first day",
    },
    {
      change: { status: "inForce", move: "suspend", decisionId: null },
      code: "mandate_decision_missing",
      because: "taking a right away rests on one too",
    },
    {
      change: { status: "suspended", move: "resume", decisionId: null },
      code: "mandate_decision_missing",
      because: "and so does giving it back",
    },
    { change: { move: "refuse", reason: " " }, code: "mandate_reason_missing", because: "a no is explained" },
    {
      change: { move: "sendBack", reason: "" },
      code: "mandate_reason_missing",
      because: "what shall be mended",
    },
    {
      change: { status: "inForce", move: "suspend", reason: "" },
      code: "mandate_reason_missing",
      because: "the clerk is told why",
    },
    {
      change: { status: "inForce", move: "end", reason: "" },
      code: "mandate_reason_missing",
      because: "the end as well",
    },
    {
      change: { validTo: plainDate("2026-11-15") },
      code: "mandate_period_over",
      because: "its last day was yesterday",
    },
    {
      change: { status: "suspended", move: "resume", validTo: plainDate("2026-11-15") },
      code: "mandate_period_over",
      because: "what is over does not come back",
    },
  ] as const)("$code, because $because", ({ change, code }) => {
    expect(MANDATE_MOVE_REFUSALS).toContain(code);
    expect(moveMandate({ ...asked, ...change })).toMatchObject({ ok: false, code });
  });

  test("the last day itself still counts, and a mandate that is over can still be ended", () => {
    const today = { validTo: plainDate("2026-11-16") };
    expect(moveMandate({ ...asked, ...today }).ok).toBe(true);
    const over = {
      status: "inForce",
      move: "end",
      validTo: plainDate("2026-11-01"),
      decisionId: null,
    } as const;
    expect(moveMandate({ ...asked, ...over })).toEqual({ ok: true, value: "ended" });
  });

  test("whoever drafted it may propose it and take it back", () => {
    const own = { ...asked, actorId: drafter, decisionId: null };
    expect(moveMandate({ ...own, status: "drafted", move: "propose" }).ok).toBe(true);
    expect(moveMandate({ ...own, status: "proposed", move: "sendBack" }).ok).toBe(true);
  });
});
