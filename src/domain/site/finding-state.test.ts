import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PlainDate, addDays, plainDate } from "../shared/plain-date.ts";
import {
  FINDING_STATES,
  type Resolution,
  daysLate,
  findingState,
  isResolutionDay,
  mayResolve,
  mayVerify,
} from "./finding-state.ts";

const day = (date: number) => plainDate(`2026-11-${String(date).padStart(2, "0")}`);
const said = (on: number, accepted?: boolean, looked = on): Resolution => ({
  day: day(on),
  verdict: accepted === undefined ? null : { day: day(looked), accepted },
});

describe("what has become of a finding that is due on the 10th", () => {
  test.each([
    { resolutions: [], on: 1, state: "open", because: "there is time left" },
    { resolutions: [], on: 10, state: "open", because: "the last day counts" },
    { resolutions: [], on: 11, state: "overdue", because: "the last day is over" },
    {
      resolutions: [said(9)],
      on: 20,
      state: "resolved",
      because: "it waits for the surveyors, not for the unit",
    },
    { resolutions: [said(15)], on: 20, state: "resolved", because: "late is put right too" },
    { resolutions: [said(15)], on: 14, state: "overdue", because: "on that day nobody had said so" },
    { resolutions: [said(9, true)], on: 20, state: "closed", because: "it was accepted" },
    { resolutions: [said(5, true, 8)], on: 7, state: "resolved", because: "it was accepted the day after" },
    {
      resolutions: [said(5, false)],
      on: 7,
      state: "open",
      because: "it was not accepted, and there is time left",
    },
    {
      resolutions: [said(5, false)],
      on: 11,
      state: "overdue",
      because: "it was not accepted, and time is over",
    },
    {
      resolutions: [said(5, false), said(8)],
      on: 20,
      state: "resolved",
      because: "it was put right once more",
    },
    {
      resolutions: [said(5, false), said(8, true)],
      on: 20,
      state: "closed",
      because: "the second time was enough",
    },
  ])("on the $on it is $state: $because", ({ resolutions, on, state }) => {
    expect(findingState({ deadline: day(10), resolutions }, day(on))).toBe(state);
  });
});

/** The same told by its story: one step after the other, as a clerk would keep it on paper. */
function oracle(deadline: PlainDate, resolutions: readonly Resolution[], on: PlainDate): string {
  let waits = false;
  for (const { day: saidOn, verdict } of resolutions) {
    if (saidOn > on) break;
    if (!verdict || verdict.day > on) waits = true;
    else if (verdict.accepted) return "closed";
    else waits = false;
  }
  if (waits) return "resolved";
  return on > deadline ? "overdue" : "open";
}

/** A life as the server writes it: what is not accepted is said again later; only the last may wait or be accepted. */
const life = fc
  .record({
    rejected: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 3 }),
    last: fc.option(fc.tuple(fc.nat(9), fc.option(fc.nat(9)))),
  })
  .map(({ rejected, last }) => {
    const resolutions: Resolution[] = [];
    let at = day(1);
    for (const [saidAfter, lookedAfter] of rejected) {
      const saidOn = addDays(at, saidAfter);
      at = addDays(saidOn, lookedAfter);
      resolutions.push({ day: saidOn, verdict: { day: at, accepted: false } });
    }
    if (last) {
      const saidOn = addDays(at, last[0]);
      const verdict = last[1] === null ? null : { day: addDays(saidOn, last[1]), accepted: true };
      resolutions.push({ day: saidOn, verdict });
    }
    return resolutions;
  });

describe("laws of a finding", () => {
  const days = fc.integer({ min: -20, max: 90 }).map((offset) => addDays(day(1), offset));

  test("its state is what a clerk would have kept on paper", () => {
    fc.assert(
      fc.property(days, life, days, (deadline, resolutions, on) => {
        expect(findingState({ deadline, resolutions }, on)).toBe(oracle(deadline, resolutions, on));
      }),
      { numRuns: 2_000 },
    );
  });

  test("once closed it stays closed", () => {
    fc.assert(
      fc.property(days, life, days, fc.nat(60), (deadline, resolutions, on, later) => {
        const state = (at: PlainDate) => findingState({ deadline, resolutions }, at);
        if (state(on) === "closed") expect(state(addDays(on, later))).toBe("closed");
      }),
    );
  });

  test("one that is overdue is late by a day at least, one that is open by none", () => {
    fc.assert(
      fc.property(days, life, days, (deadline, resolutions, on) => {
        const state = findingState({ deadline, resolutions }, on);
        if (state === "overdue") expect(daysLate(deadline, on)).toBeGreaterThan(0);
        if (state === "open") expect(daysLate(deadline, on)).toBe(0);
      }),
    );
  });

  test("in each state either the unit acts, or a surveyor, or nobody any more", () => {
    for (const state of FINDING_STATES) {
      const unit = mayResolve(state).ok;
      const surveyor = mayVerify(state, { actorId: "a", resolvedBy: "b" }).ok;
      expect([state, unit, surveyor]).toEqual([
        state,
        state === "open" || state === "overdue",
        state === "resolved",
      ]);
    }
    expect(mayVerify("resolved", { actorId: "a", resolvedBy: "a" })).toMatchObject({
      code: "finding_verified_by_resolver",
    });
  });
});

test.each([
  { on: 4, right: false, because: "the survey was a day later" },
  { on: 5, right: true, because: "it may be put right while the surveyors are there" },
  { on: 9, right: true, because: "it is today" },
  { on: 10, right: false, because: "it lies ahead" },
])("a finding of the 5th was put right on the $on: $right, $because", ({ on, right }) => {
  expect(isResolutionDay(day(on), { surveyedOn: day(5), today: day(9) })).toBe(right);
});
