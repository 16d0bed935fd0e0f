import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMilliseconds, instant } from "../shared/instant.ts";
import { BUSINESS_STATUSES } from "./dossier-state.ts";
import { type RatedDossier, isRatingOpen, ratingUntil, readRatingLevel, tellWhole } from "./rating.ts";

/** 23:30 of 16 November in Việt Nam. */
const endedAt = instant("2026-11-16T16:30:00.000Z");
const ended: RatedDossier = { status: "returned", endedAt, isImported: false };
const DAY_MS = 86_400_000;

describe("what is told of a whole beside its parts", () => {
  const part = (answers: number, satisfied: number | null) => ({ answers, satisfied });
  test.each([
    {
      whole: part(13, 9),
      parts: [part(10, 8), part(3, null)],
      told: null,
      because: "less ten it is the three",
    },
    {
      whole: part(15, 9),
      parts: [part(10, 8), part(3, null), part(2, null)],
      told: 9,
      because: "five are hidden",
    },
    {
      whole: part(14, 9),
      parts: [part(10, 8), part(2, null), part(2, null)],
      told: null,
      because: "four are few",
    },
    { whole: part(10, 8), parts: [part(10, 8)], told: 8, because: "nothing is hidden" },
    { whole: part(10, 8), parts: [part(10, 8), part(0, null)], told: 8, because: "nobody answered there" },
    {
      whole: part(4, null),
      parts: [part(4, null)],
      told: null,
      because: "four are few, whatever stands beside",
    },
    { whole: part(4, 3), parts: [], told: null, because: "few are few also where the share came in" },
    { whole: part(0, null), parts: [], told: null, because: "nobody answered" },
  ])("$told of $whole.answers answers in $parts.length parts: $because", ({ whole, parts, told }) => {
    expect(tellWhole(whole, parts)).toEqual({ answers: whole.answers, satisfied: told });
  });

  test("never lets the hidden answers be worked out, unless they are enough to be told", () => {
    const answer = fc.boolean();
    fc.assert(
      fc.property(fc.array(fc.array(answer, { maxLength: 9 }), { maxLength: 6 }), (units) => {
        const count = (list: readonly boolean[]) => list.filter(Boolean).length;
        const parts = units.map((unit) => part(unit.length, unit.length < 5 ? null : count(unit)));
        const all = units.flat();
        const told = tellWhole(part(all.length, all.length < 5 ? null : count(all)), parts);
        const hidden = units.filter((unit) => unit.length < 5).flat();
        if (told.satisfied === null)
          expect(all.length < 5 || (hidden.length > 0 && hidden.length < 5)).toBe(true);
        else {
          expect(told.satisfied).toBe(count(all));
          expect(hidden.length === 0 || hidden.length >= 5).toBe(true);
        }
      }),
    );
  });
});

describe("the citizen is asked", () => {
  test.each([
    { changes: {}, until: "2026-12-16", because: "thirty days, counted from the day in Việt Nam" },
    {
      changes: { status: "returnAwaitingConfirmation" },
      until: "2026-12-16",
      because: "the citizen has the result, whatever the house still confirms",
    },
    { changes: { status: "withdrawn" }, until: "2026-12-16", because: "taken home is served too" },
    { changes: { isImported: true }, until: null, because: "the intake was at a counter elsewhere" },
    { changes: { endedAt: null }, until: null, because: "nobody knows since when to count" },
    { changes: { status: "finished" }, until: null, because: "the result is not handed over yet" },
  ] as const)("until $until when $changes: $because", ({ changes, until }) => {
    expect(ratingUntil({ ...ended, ...changes })).toBe(until);
  });

  test("in three statuses and in no other", () => {
    expect(BUSINESS_STATUSES.filter((status) => ratingUntil({ ...ended, status }) !== null)).toEqual([
      "withdrawn",
      "returnAwaitingConfirmation",
      "returned",
    ]);
  });

  test.each([
    { later: 0, open: true, because: "at once" },
    { later: 30 * DAY_MS + 29 * 60_000, open: true, because: "23:59 of the last day" },
    { later: 30 * DAY_MS + 30 * 60_000, open: false, because: "midnight after it" },
  ])("$later ms later: $open, for it is $because", ({ later, open }) => {
    expect(isRatingOpen(ended, addMilliseconds(endedAt, later))).toBe(open);
  });

  test("never about a dossier that is under way", () => {
    expect(isRatingOpen({ ...ended, status: "processing" }, endedAt)).toBe(false);
  });
});

test.each([
  { typed: "verySatisfied", level: "verySatisfied" },
  { typed: "satisfied", level: "satisfied" },
  { typed: "notSatisfied", level: "notSatisfied" },
  { typed: "Rất hài lòng", level: undefined },
  { typed: "", level: undefined },
  { typed: "constructor", level: undefined },
])("“$typed” is read as $level", ({ typed, level }) => {
  expect(readRatingLevel(typed)).toBe(level);
});
