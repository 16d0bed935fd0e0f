import { describe, expect, test } from "vitest";
import { addMilliseconds, instant } from "../shared/instant.ts";
import { BUSINESS_STATUSES } from "./dossier-state.ts";
import { type RatedDossier, isRatingOpen, ratingUntil, readRatingLevel } from "./rating.ts";

/** 23:30 of 16 November in Việt Nam. */
const endedAt = instant("2026-11-16T16:30:00.000Z");
const ended: RatedDossier = { status: "returned", endedAt, isImported: false };
const DAY_MS = 86_400_000;

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
  { typed: "Rất hài lòng", level: undefined },
  { typed: "", level: undefined },
  { typed: "constructor", level: undefined },
])("“$typed” is read as $level", ({ typed, level }) => {
  expect(readRatingLevel(typed)).toBe(level);
});
