import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAMPLING, type SampledAct, chooseSample } from "./sampling.ts";

const act = (rank: string, accountId = "lan", postOfficeId = "office"): SampledAct => ({
  rank,
  accountId,
  postOfficeId,
});
const acts = (count: number, clerk = "lan") =>
  Array.from({ length: count }, (_, at) => act(String(at).padStart(4, "0"), clerk));

describe("acts that are looked at afterwards", () => {
  test.each([
    { done: 0, chosen: 0, because: "nothing was done" },
    { done: 1, chosen: 1, because: "each clerk is looked at on each day of work" },
    { done: 20, chosen: 1, because: "a twentieth of twenty is one" },
    { done: 21, chosen: 2, because: "the share is rounded up" },
    { done: 200, chosen: 10, because: "a twentieth" },
  ])("are $chosen of $done: $because", ({ done, chosen }) => {
    expect(chooseSample(acts(done))).toHaveLength(chosen);
  });

  test("are chosen of each clerk, so that nobody's acts hide behind a colleague's", () => {
    const chosen = chooseSample([...acts(60, "lan"), ...acts(2, "phuc")]);
    expect(chosen.map(({ accountId }) => accountId).toSorted()).toEqual(["lan", "lan", "lan", "phuc"]);
  });

  test("are chosen of each office at which a clerk worked", () => {
    expect(chooseSample([act("1", "lan", "a"), act("2", "lan", "b")])).toHaveLength(2);
  });

  test("are those with the lowest ranks, whatever the order", () => {
    const all = [act("c"), act("a"), act("b")];
    expect(chooseSample(all)).toEqual([act("a")]);
    expect(chooseSample(all.toReversed())).toEqual([act("a")]);
  });
});

test("the choice is what sorting by hand and counting off gives, and stays so when acts come in another order", () => {
  const some = fc.uniqueArray(
    fc.record({
      rank: fc.string({ minLength: 1, maxLength: 6 }),
      accountId: fc.constantFrom("a", "b", "c"),
      postOfficeId: fc.constantFrom("x", "y"),
    }),
    { maxLength: 80, selector: ({ rank }) => rank },
  );
  const setting = fc.record({
    percent: fc.integer({ min: 1, max: 100 }),
    least: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(some, setting, (all, { percent, least }) => {
      const isChosen = (one: SampledAct) => {
        const same = all.filter(
          ({ accountId, postOfficeId }) => accountId === one.accountId && postOfficeId === one.postOfficeId,
        );
        const before = same.filter(({ rank }) => rank < one.rank).length;
        return before < least || before * 100 < same.length * percent;
      };
      const ranks = (chosen: readonly SampledAct[]) => chosen.map(({ rank }) => rank).toSorted();
      const wanted = ranks(all.filter(isChosen));
      expect(ranks(chooseSample(all, { percent, least }))).toEqual(wanted);
      expect(ranks(chooseSample(all.toReversed(), { percent, least }))).toEqual(wanted);
    }),
  );
  expect(SAMPLING.mark).toBe("inference");
});
