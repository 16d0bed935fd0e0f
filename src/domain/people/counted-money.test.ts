import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type TakingFacts, awaitedTakers, checkCount, checkTaking } from "./counted-money.ts";

const first = { counter: "Trần Văn Phúc", seen: 0, latest: 0 };
const terms = { witness: "Lê Minh Đức, công chức một cửa", reason: "" };

describe("a count of cash", () => {
  test.each([
    { count: terms, of: first, because: "two were there" },
    {
      count: { ...terms, reason: "Đếm sót một tờ" },
      of: { ...first, seen: 1, latest: 1 },
      because: "a recount says why",
    },
  ])("is recorded: $because", ({ count, of }) => {
    expect(checkCount(count, of)).toEqual({ ok: true, value: null });
  });

  test.each([
    {
      count: { ...terms, witness: " " },
      of: first,
      problems: ["witness_missing"],
      because: "nobody looked on",
    },
    {
      count: { ...terms, witness: "tran van phuc, nhân viên bưu điện" },
      of: first,
      problems: ["witness_is_counter"],
      because: "who counted looked on as well",
    },
    {
      count: { ...terms, witness: "\u200b" },
      of: first,
      problems: ["witness_missing"],
      because: "the witness is a mark that nobody sees",
    },
    {
      count: { ...terms, witness: "Trần Văn\u200b Phúc / bưu điện" },
      of: first,
      problems: ["witness_is_counter"],
      because: "an unseen mark does not make another person",
    },
    {
      count: { ...terms, witness: "Ông Trần Văn Phúc" },
      of: first,
      problems: ["witness_is_counter"],
      because: "a form of address does not make another person",
    },
    {
      count: { ...terms, reason: "\u200b" },
      of: { ...first, seen: 1, latest: 1 },
      problems: ["reason_missing"],
      because: "the reason is a mark that nobody sees",
    },
    {
      count: { ...terms, reason: " " },
      of: { ...first, seen: 2, latest: 2 },
      problems: ["reason_missing"],
      because: "nobody says why it was counted again",
    },
    {
      count: { witness: "", reason: "" },
      of: { ...first, seen: 1, latest: 1 },
      problems: ["witness_missing", "reason_missing"],
      because: "both are wrong, and both are told",
    },
  ])("is refused when $because", ({ count, of, problems }) => {
    expect(checkCount(count, of)).toMatchObject({ code: "count_invalid", details: { problems } });
  });

  test("knows a person whose name begins like a form of address", () => {
    expect(
      checkCount({ ...terms, witness: "Bá Văn Nam" }, { ...first, counter: "Bá Văn Nam" }),
    ).toMatchObject({
      details: { problems: ["witness_is_counter"] },
    });
  });

  test("is refused when somebody counted meanwhile, whatever else is wrong", () => {
    expect(checkCount({ witness: "", reason: "" }, { ...first, latest: 1 })).toMatchObject({
      code: "hand_over_counted_meanwhile",
    });
  });
});

const named: TakingFacts = {
  successorId: "phuc",
  unitIds: [],
  papers: true,
  latestCount: 1,
  taken: [],
};
const units: TakingFacts = { ...named, successorId: null, unitIds: ["a", "b"] };
const phuc = { accountId: "phuc", headOf: [], seen: 1 };
const hanh = { accountId: "hanh", headOf: ["a", "elsewhere"], seen: 1 };

describe("who takes a hand-over over", () => {
  test.each([
    { facts: named, taker: phuc, value: [], because: "the named successor" },
    { facts: units, taker: hanh, value: ["a"], because: "the head of a unit, for that unit alone" },
    {
      facts: { ...units, taken: [{ unitId: "a", count: 1 }] },
      taker: { ...hanh, headOf: ["a", "b"] },
      value: ["b"],
      because: "who heads two units, for the one that has not said so yet",
    },
    {
      facts: { ...named, papers: false, latestCount: 0 },
      taker: { ...phuc, seen: 0 },
      value: [],
      because: "without papers there is no money to count",
    },
    {
      facts: { ...named, latestCount: 2, taken: [{ unitId: null, count: 1 }] },
      taker: { ...phuc, seen: 2 },
      value: [],
      because: "after a recount once more",
    },
  ])("$because", ({ facts, taker, value }) => {
    expect(checkTaking(facts, taker)).toEqual({ ok: true, value });
  });

  test.each([
    { facts: named, taker: hanh, code: "hand_over_not_yours", because: "somebody else was named" },
    {
      facts: units,
      taker: { ...hanh, headOf: ["elsewhere"] },
      code: "hand_over_not_yours",
      because: "it came to another unit",
    },
    {
      facts: named,
      taker: { ...phuc, seen: 0 },
      code: "hand_over_counted_meanwhile",
      because: "the count was not seen",
    },
    {
      facts: { ...named, latestCount: 0 },
      taker: { ...phuc, seen: 0 },
      code: "hand_over_count_missing",
      because: "nobody has counted",
    },
    {
      facts: { ...named, taken: [{ unitId: null, count: 1 }] },
      taker: phuc,
      code: "hand_over_taken_already",
      because: "it was said before",
    },
    {
      facts: { ...units, taken: [{ unitId: "a", count: 1 }] },
      taker: hanh,
      code: "hand_over_taken_already",
      because: "it was said for this unit, though another is awaited still",
    },
  ])("and who not: $because", ({ facts, taker, code }) => {
    expect(checkTaking(facts, taker)).toMatchObject({ ok: false, code });
  });

  test("is awaited until each has said so of the last count, and nobody else ever is", () => {
    const aWorld = fc.record({
      named: fc.boolean(),
      latestCount: fc.integer({ min: 0, max: 3 }),
      taken: fc.array(
        fc.record({ unitId: fc.constantFrom("a", "b", null), count: fc.integer({ min: 0, max: 3 }) }),
      ),
    });
    fc.assert(
      fc.property(aWorld, ({ named: isNamed, latestCount, taken }) => {
        const facts = { ...(isNamed ? named : units), papers: false, latestCount, taken };
        const wanted = isNamed ? [null] : ["a", "b"];
        const rest = wanted.filter((who) => {
          const words = taken.filter(({ unitId }) => unitId === who).map(({ count }) => count);
          return !words.includes(latestCount);
        });
        expect(awaitedTakers(facts)).toEqual(rest);
      }),
    );
  });
});
