import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SuccessorFacts, checkSuccessor } from "./successor.ts";

const phuc: SuccessorFacts = {
  accountId: "phuc",
  inForce: true,
  suspended: false,
  posts: [{ role: "postalClerk", placeIds: ["unit", "branch"] }],
};
const NOTHING = { unitIds: [], agencyIds: [] };
const PAPERS = { unitIds: ["unit"], agencyIds: [] };
const CASES = { unitIds: [], agencyIds: ["agency"] };
const lan = { accountIds: ["lan"] };
const nobody = new Map<string, string[]>();
const post = (role: SuccessorFacts["posts"][number]["role"], ...placeIds: string[]) => ({
  ...phuc,
  posts: [{ role, placeIds }],
});

describe("who may take over", () => {
  test.each([
    { successor: phuc, needs: NOTHING, because: "nothing is in hand" },
    { successor: phuc, needs: PAPERS, because: "a colleague serves the same unit" },
    {
      successor: post("oneStopOfficer", "unit"),
      needs: PAPERS,
      because: "the state takes over from the post",
    },
    { successor: post("unitHead", "unit"), needs: PAPERS, because: "so does the head of the unit" },
    {
      successor: post("caseOfficer", "agency"),
      needs: CASES,
      because: "a case officer of the agency goes on",
    },
  ])("$because", ({ successor, needs }) => {
    expect(checkSuccessor(lan, successor, nobody, needs)).toEqual({ ok: true, value: null });
  });
});

describe("who may not", () => {
  test.each([
    {
      successor: undefined,
      needs: NOTHING,
      code: "successor_unknown",
      because: "there is nobody of that name",
    },
    {
      successor: { ...phuc, inForce: false },
      needs: NOTHING,
      code: "successor_unknown",
      because: "the contract is over",
    },
    {
      successor: { ...phuc, suspended: true },
      needs: NOTHING,
      code: "successor_suspended",
      because: "stopped too",
    },
    {
      successor: { ...phuc, accountId: "lan" },
      needs: NOTHING,
      code: "successor_cycle",
      because: "it is the same person",
    },
    {
      successor: { ...phuc, posts: [] },
      needs: PAPERS,
      code: "successor_elsewhere",
      because: "no post reaches the unit",
    },
    {
      successor: post("postalClerk", "unit", "agency"),
      needs: CASES,
      code: "successor_elsewhere",
      because: "the post takes no case",
    },
    {
      successor: post("approver", "agency"),
      needs: CASES,
      code: "successor_elsewhere",
      because: "an approver has no cases",
    },
    {
      successor: phuc,
      needs: { ...PAPERS, agencyIds: ["agency"] },
      code: "successor_elsewhere",
      because: "half is not all",
    },
    {
      successor: phuc,
      needs: { unitIds: ["unit", "far"], agencyIds: [] },
      code: "successor_elsewhere",
      because: "one place of several is out of reach",
    },
  ])("$because", ({ successor, needs, code }) => {
    expect(checkSuccessor(lan, successor, nobody, needs)).toMatchObject({ ok: false, code });
  });

  test("a circle is told before the suspension that it hides behind", () => {
    const next = new Map([["phuc", ["lan"]]]);
    expect(checkSuccessor(lan, { ...phuc, suspended: true }, next, NOTHING)).toMatchObject({
      code: "successor_cycle",
    });
  });
});

describe("the circle of successors", () => {
  const people = ["a", "b", "c", "d", "e"] as const;
  const aWorld = fc.record({
    edges: fc.array(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people)), { maxLength: 6 }),
    from: fc.constantFrom(...people),
    to: fc.constantFrom(...people),
  });

  type Edge = readonly [string, string];

  /** Hand after hand, as often as there are people: nothing cleverer than walking. */
  function comesBack(edges: readonly Edge[], from: string, to: string): boolean {
    let hands: string[] = [to];
    for (let step = 0; step <= people.length; step += 1) {
      if (hands.includes(from)) return true;
      hands = edges.flatMap(([hand, next]) => (hands.includes(hand) ? [next] : []));
    }
    return false;
  }

  test("is found however long it is, and nothing else is taken for one", () => {
    fc.assert(
      fc.property(aWorld, ({ edges, from, to }) => {
        const next = new Map(
          people.map((one) => [one, edges.flatMap(([hand, then]) => (hand === one ? [then] : []))]),
        );
        const answer = checkSuccessor({ accountIds: [from] }, { ...phuc, accountId: to }, next, NOTHING);
        expect(!answer.ok && answer.code === "successor_cycle").toBe(comesBack(edges, from, to));
      }),
    );
  });
});
