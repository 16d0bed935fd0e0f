import type { DossierView } from "#contract/dossiers.ts";
import { type Move, hasButton, movesFrom } from "#domain/dossier/dossier-machine.ts";
import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { expect, test } from "vitest";
import { isAtCounter, offeredActs } from "./offered-acts.ts";

type Act = DossierView["acts"][number];
const act = (move: Move, code?: "post_missing" | "act_reserved_to_state" | "mandate_missing"): Act => ({
  move,
  permit: {
    allowed: code === undefined,
    basis: null,
    awaitsConfirmation: false,
    refusal: code === undefined ? null : { code, details: {} },
  },
});
const offered = (acts: readonly Act[], events: DossierView["events"] = []) =>
  offeredActs({ acts: [...acts], events });

test("one way on, the turns aside from it, and those of other posts together under whose they are", () => {
  const acts = [
    act("recordOutcome"),
    act("assign", "post_missing"),
    act("askWithdrawal", "post_missing"),
    act("imposeDuty"),
    act("extend", "post_missing"),
    act("stop", "post_missing"),
  ];
  expect(offered(acts)).toEqual({
    main: ["recordOutcome"],
    aside: ["imposeDuty"],
    others: [
      { roles: ["approver"], moves: ["assign", "extend", "stop"] },
      { roles: ["oneStopOfficer"], moves: ["askWithdrawal"] },
    ],
    atCounter: false,
  });
});

test("what several posts may do is named with all of them, and a second request with the approver alone", () => {
  const acts = [act("askSupplement", "act_reserved_to_state"), act("extend", "act_reserved_to_state")];
  expect(offered(acts).others).toEqual([
    { roles: ["oneStopOfficer", "caseOfficer"], moves: ["askSupplement"] },
    { roles: ["approver"], moves: ["extend"] },
  ]);
  expect(offered(acts, [asked]).others).toEqual([
    { roles: ["approver"], moves: ["askSupplement", "extend"] },
  ]);
});

test("what a person's post may do and a missing mandate forbids keeps its own reason", () => {
  const { aside, others } = offered([act("askWithdrawal", "mandate_missing")]);
  expect({ aside, others }).toEqual({ aside: ["askWithdrawal"], others: [] });
});

test("what brings the dossier on comes before what sends it back, and what lacks a mandate is not hidden", () => {
  const acts = [act("declineWithdrawal"), act("acceptWithdrawal", "mandate_missing")];
  expect(offered(acts).main).toEqual(["acceptWithdrawal", "declineWithdrawal"]);
});

test("of a dossier that has ended what is left is to hand the originals back that still lie here", () => {
  const acts = [act("handPapersBack"), act("reopen", "post_missing")];
  expect(offeredActs({ acts, events: [] }, true)).toMatchObject({ main: ["handPapersBack"], aside: [] });
  expect(offeredActs({ acts, events: [] })).toMatchObject({ main: [], aside: ["handPapersBack"] });
});

test("what was lodged is done at the counter, and never by a button that has no form", () => {
  const lodged = offered(movesFrom("lodged").map((move) => act(move)));
  expect(lodged).toEqual({ main: ["withdraw"], aside: [], others: [], atCounter: true });
});

test.each(BUSINESS_STATUSES)("at %s every move is somewhere, or has a place of its own", (status) => {
  const { main, aside, atCounter } = offered(movesFrom(status).map((move) => act(move)));
  const shown = new Set<Move>([...main, ...aside]);
  const left = movesFrom(status).filter((move) => !shown.has(move));
  expect(left.filter((move) => hasButton(move) && !isAtCounter(move))).toEqual([]);
  expect([...shown].filter((move) => !hasButton(move))).toEqual([]);
  expect(atCounter).toBe(left.some(isAtCounter));
});

const asked: DossierView["events"][number] = {
  seq: 2,
  type: "dossier.supplementAsked",
  at: "2026-11-20T02:00:00.000Z",
  actor: "Phạm Thu Hà",
  place: null,
  basis: { kind: "office", title: "Công chức chuyên môn" },
  note: null,
  imported: null,
  correction: null,
  turn: null,
  linked: null,
  step: null,
};
