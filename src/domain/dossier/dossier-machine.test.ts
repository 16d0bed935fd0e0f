import { describe, expect, test } from "vitest";
import { ACTS } from "../mandate/may-act.ts";
import {
  ACT_OF_MOVE,
  MACHINE,
  MOVES,
  type Move,
  type Standing,
  afterMove,
  movesFrom,
} from "./dossier-machine.ts";
import {
  BUSINESS_STATUSES,
  type BusinessStatus,
  NATIONAL_STATUS,
  hasEnded,
  isBeforeReceipt,
} from "./dossier-state.ts";

/** Every arrow of the machine, written down once more; what is not here does not exist. `back` resumes. */
const ARROWS = `
lodged             receive received, takeIn awaitingConfirmation, askBeforeReceipt toBeSupplemented, refuseIntake notReceived, withdraw withdrawn
toBeSupplemented   receive received, takeIn awaitingConfirmation, askBeforeReceipt toBeSupplemented, refuseIntake notReceived, withdraw withdrawn
notReceived
awaitingConfirmation  confirm received, handBack handedBack
handedBack         correct awaitingConfirmation, resubmit awaitingConfirmation, withdraw withdrawn
withdrawn
received           forward forwarded, askSupplement awaitingSupplement, askWithdrawal withdrawalAsked, stop stopped, extend received, apologise received, stopWithWhole stopped, handPapersBack received, chooseCollection received
forwarded          take processing, assign forwarded, sendToDesk received, askWithdrawal withdrawalAsked, stop stopped, extend forwarded, apologise forwarded, stopWithWhole stopped, handPapersBack forwarded, chooseCollection forwarded
processing         assign processing, takeStep processing, assignStep processing, finishStep processing, sendStepBack processing, recordOutcome awaitingApproval, askSupplement awaitingSupplement, imposeDuty awaitingPayment, askWithdrawal withdrawalAsked, stop stopped, extend processing, apologise processing, stopWithWhole stopped, consult processing, answerConsultation processing, withdrawConsultation processing, handPapersBack processing, chooseCollection processing
awaitingSupplement supplement back, takeInSupplement supplementAwaitingConfirmation, askWithdrawal withdrawalAsked, stop stopped, recordRefusal awaitingApproval, apologise awaitingSupplement, stopWithWhole stopped, answerConsultation awaitingSupplement, withdrawConsultation awaitingSupplement, handPapersBack awaitingSupplement, chooseCollection awaitingSupplement
supplementAwaitingConfirmation  confirm back, handBack awaitingSupplement, stopWithWhole stopped, answerConsultation supplementAwaitingConfirmation, withdrawConsultation supplementAwaitingConfirmation
awaitingPayment    fulfilDuty back, askWithdrawal withdrawalAsked, stop stopped, recordRefusal awaitingApproval, apologise awaitingPayment, stopWithWhole stopped, answerConsultation awaitingPayment, withdrawConsultation awaitingPayment, handPapersBack awaitingPayment, chooseCollection awaitingPayment
withdrawalAsked    acceptWithdrawal stopped, declineWithdrawal back, stopWithWhole stopped, answerConsultation withdrawalAsked, withdrawConsultation withdrawalAsked
stopped            handPapersBack stopped
awaitingApproval   approve finished, sendBack processing, askWithdrawal withdrawalAsked, stop stopped, extend awaitingApproval, apologise awaitingApproval, stopWithWhole stopped, answerConsultation awaitingApproval, withdrawConsultation awaitingApproval, handPapersBack awaitingApproval, chooseCollection awaitingApproval
finished           returnResult returned, handOver returnAwaitingConfirmation, reopen processing, apologise finished, handPapersBack finished, chooseCollection finished, takeOverResult finished
returnAwaitingConfirmation  confirm returned, remark returnAwaitingConfirmation
returned           reopen processing, handPapersBack returned
`;
const arrows = new Map(
  ARROWS.trim()
    .split("\n")
    .map((line) => {
      const [, status = "", moves = ""] = /^(\w+)\s*(.*)$/.exec(line) ?? [];
      return [
        status,
        new Map(
          moves
            .split(", ")
            .filter(Boolean)
            .map((arrow) => arrow.split(" ") as [string, string]),
        ),
      ];
    }),
);

test("the arrows are those written down, and no others", () => {
  expect([...arrows.keys()].toSorted()).toEqual([...BUSINESS_STATUSES].toSorted());
  for (const business of BUSINESS_STATUSES) {
    for (const move of MOVES) {
      const wanted = arrows.get(business)?.get(move);
      const after = afterMove({ business, resumesTo: ["processing"] }, move);
      if (wanted === undefined)
        expect(after).toMatchObject({ code: "move_not_allowed", details: { status: business, move } });
      else expect(after).toMatchObject({ value: { business: wanted === "back" ? "processing" : wanted } });
    }
    expect(movesFrom(business)).toEqual(MOVES.filter((move) => MACHINE[business][move]));
  }
});

const OPENINGS: readonly BusinessStatus[] = ["lodged", "received", "awaitingConfirmation"];

/** Each place that some path of moves leads to, with the paths' last places. */
function reach(
  starts: readonly Standing[],
  allowed: (move: Move) => boolean = () => true,
): readonly Standing[] {
  const found = new Map(starts.map((standing) => [JSON.stringify(standing), standing]));
  for (const standing of found.values()) {
    for (const move of movesFrom(standing.business).filter(allowed)) {
      const next = afterMove(standing, move);
      if (next.ok && !found.has(JSON.stringify(next.value)))
        found.set(JSON.stringify(next.value), next.value);
    }
  }
  return [...found.values()];
}
const from = (business: BusinessStatus): Standing => ({ business, resumesTo: [] });
const everywhere = reach(OPENINGS.map(from));
const statusesOf = (places: readonly Standing[]) => new Set(places.map(({ business }) => business));

describe("all places that any path leads to", () => {
  test("are few, cover every status, and never wait for more than two things", () => {
    expect(statusesOf(everywhere)).toEqual(new Set(BUSINESS_STATUSES));
    expect(everywhere.length).toBeLessThan(60);
    for (const { resumesTo } of everywhere) expect(resumesTo.length).toBeLessThanOrEqual(2);
  });

  test("have a move that some post can make, unless they have ended, and from each an end can be reached", () => {
    for (const place of everywhere) {
      if (place.business === "returned" || !hasEnded(place.business))
        expect(movesFrom(place.business), place.business).not.toEqual([]);
      expect([...statusesOf(reach([place]))].some(hasEnded), place.business).toBe(true);
    }
  });

  test("go on without the citizen: what waits for somebody who never comes can be ended by the agency", () => {
    const CITIZENS: readonly Move[] = [
      "supplement",
      "takeInSupplement",
      "fulfilDuty",
      "askWithdrawal",
      "withdraw",
    ];
    const stuck = everywhere.filter(
      (place) => ![...statusesOf(reach([place], (move) => !CITIZENS.includes(move)))].some(hasEnded),
    );
    expect(stuck.map(({ business }) => business)).toEqual([]);
  });
});

describe("no path escapes the law", () => {
  test("nothing is finished without an approval, and nothing is approved that nobody recorded", () => {
    expect(statusesOf(reach(OPENINGS.map(from), (move) => move !== "approve"))).not.toContain("finished");
    const unrecorded = reach(
      OPENINGS.map(from),
      (move) => move !== "recordOutcome" && move !== "recordRefusal",
    );
    expect(statusesOf(unrecorded)).not.toContain("awaitingApproval");
  });

  test("nothing is processed that was not received, and nothing goes back before its receipt", () => {
    const unreceived = reach([from("lodged")], (move) => move !== "receive" && move !== "confirm");
    expect([...statusesOf(unreceived)].every(isBeforeReceipt)).toBe(true);
    expect([...statusesOf(reach([from("received")]))].filter(isBeforeReceipt)).toEqual([]);
  });

  test("the post's people alone never decide, stop, refuse or confirm (NĐ 118/2025)", () => {
    const byPost = (move: Move) => ACTS[ACT_OF_MOVE[move]] !== null;
    for (const place of everywhere) {
      const reached = statusesOf(reach([place], byPost));
      const decided = ["awaitingApproval", "finished", "stopped", "notReceived"] as const;
      for (const status of decided)
        expect(reached.has(status), place.business).toBe(place.business === status);
    }
  });

  test("a refusal ends nothing before its time: what ends without a result is stopped, withdrawn or not received", () => {
    const unreturned = reach(OPENINGS.map(from), (move) => move !== "returnResult" && move !== "confirm");
    expect([...statusesOf(unreturned)].filter(hasEnded).toSorted()).toEqual([
      "notReceived",
      "stopped",
      "withdrawn",
    ]);
  });
});

test("what waits goes on from where it came, also when a withdrawal was asked for meanwhile", () => {
  const path: readonly (readonly [Move, BusinessStatus])[] = [
    ["askSupplement", "awaitingSupplement"],
    ["askWithdrawal", "withdrawalAsked"],
    ["declineWithdrawal", "awaitingSupplement"],
    ["takeInSupplement", "supplementAwaitingConfirmation"],
    ["handBack", "awaitingSupplement"],
    ["takeInSupplement", "supplementAwaitingConfirmation"],
    ["confirm", "processing"],
  ];
  let place: Standing = from("processing");
  for (const [move, status] of path) {
    const next = afterMove(place, move);
    expect(next).toMatchObject({ ok: true, value: { business: status } });
    if (next.ok) place = next.value;
  }
  expect(place).toEqual(from("processing"));
});

test("no move leaves the codes of the national portal that may follow each other", () => {
  // 1→2|3|5; 2→4|8; 4→5|6|7|8|9; 5→2|4|8; 6→4; 7→8; 9→10 is the inference of the sources; the rest must exist:
  // a withdrawal is asked for and declined in several states (2, 5, 6 ↔ 7), a supplement is asked before forwarding
  // (2→5), refused without an answer (5→3), a duty is never paid (6→8), a dossier is given back to the desk (4→2),
  // and a result with an error is made again (9, 10→4).
  const follows: Readonly<Record<number, readonly number[]>> = {
    1: [2, 3, 5],
    2: [4, 5, 7, 8],
    4: [2, 5, 6, 7, 8, 9],
    5: [1, 2, 3, 4, 7, 8],
    6: [4, 7, 8],
    7: [2, 4, 5, 6, 8],
    9: [4, 10],
    10: [4],
  };
  for (const place of everywhere)
    for (const move of movesFrom(place.business)) {
      const next = afterMove(place, move);
      const [before, after] = [
        NATIONAL_STATUS[place.business],
        next.ok ? NATIONAL_STATUS[next.value.business] : 0,
      ];
      if (before !== after) expect(follows[before], `${place.business} ${move}`).toContain(after);
    }
});
