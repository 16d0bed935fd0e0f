import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TimeLimit } from "../calendar/time-limit.ts";
import { instant } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";
import {
  type PlannedStep,
  type ProcedureFault,
  checkProcedure,
  longestHours,
  longestLimit,
  openSteps,
  plannedStates,
  undoneBySendingBack,
} from "./internal-procedure.ts";

function step(key: string, after: readonly string[] = [], changes: Partial<PlannedStep> = {}): PlannedStep {
  const own = { role: "caseOfficer", agencyId: null, limit: null, yields: [] } as const;
  return { key, name: `Bước ${key}`, after, ...own, ...changes };
}
const frame = (whole: TimeLimit | null) => ({ whole, isAgency: (id: string) => id === "agency" });
const days = (amount: number) => ({ amount, unit: "workingDay" as const });
const WHOLE = days(5);

describe("an internal procedure", () => {
  test.each<{ because: string; steps: readonly PlannedStep[]; wrong: readonly ProcedureFault[] }>([
    { because: "one after the other", steps: [step("a"), step("b", ["a"])], wrong: [] },
    {
      because: "side by side, then together",
      steps: [step("a"), step("b"), step("c", ["a", "b"])],
      wrong: [],
    },
    { because: "no step at all", steps: [], wrong: ["no_steps"] },
    { because: "two steps of one key", steps: [step("a"), step("a")], wrong: ["key_twice"] },
    { because: "a step without a name", steps: [step("a", [], { name: " " })], wrong: ["name_missing"] },
    { because: "it waits for a step that is not there", steps: [step("a", ["x"])], wrong: ["after_unknown"] },
    { because: "a step waits for itself", steps: [step("a", ["a"])], wrong: ["loop"] },
    {
      because: "two steps wait for each other",
      steps: [step("a", ["b"]), step("b", ["a"])],
      wrong: ["loop", "loop"],
    },
    {
      because: "the post would appraise",
      steps: [step("a", [], { role: "postalClerk" as never })],
      wrong: ["role_cannot_do_it"],
    },
    {
      because: "the desk is the receiving unit's and no agency's",
      steps: [step("a", [], { role: "oneStopOfficer", agencyId: "agency" })],
      wrong: ["desk_elsewhere"],
    },
    {
      because: "another agency of the space appraises",
      steps: [step("a", [], { agencyId: "agency" })],
      wrong: [],
    },
    {
      because: "an agency that is not there would appraise",
      steps: [step("a", [], { agencyId: "nobody" })],
      wrong: ["agency_unknown"],
    },
    {
      because: "two times the same day cannot be counted",
      steps: [step("a", [], { limit: { amount: 2, unit: "sameDay" } })],
      wrong: ["limit_not_countable"],
    },
    {
      because: "one step may take longer than the whole",
      steps: [step("a", [], { limit: days(6) })],
      wrong: ["limit_longer_than_whole", "path_longer_than_whole"],
    },
    {
      because: "one after the other they take longer than the whole",
      steps: [step("a", [], { limit: days(3) }), step("b", ["a"], { limit: days(3) })],
      wrong: ["path_longer_than_whole"],
    },
    {
      because: "side by side they fit",
      steps: [step("a", [], { limit: days(3) }), step("b", [], { limit: days(5) })],
      wrong: [],
    },
    {
      because: "hours are compared with days",
      steps: [step("a", [], { limit: { amount: 41, unit: "workingHour" } })],
      wrong: ["limit_longer_than_whole", "path_longer_than_whole"],
    },
  ])("$because", ({ steps, wrong }) => {
    expect(checkProcedure(steps, frame(WHOLE)).map(({ code }) => code)).toEqual(wrong);
  });

  test("whose limit is not published is not compared with it", () => {
    expect(checkProcedure([step("a", [], { limit: days(900) })], frame(null))).toEqual([]);
  });
});

/** Steps that may wait for each other in any way, loops among them. */
const someSteps = fc
  .integer({ min: 1, max: 6 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc
          .uniqueArray(fc.integer({ min: 0, max: count - 1 }), { maxLength: 2 })
          .map((after) => step(String(index), after.map(String))),
      ),
    ),
  );

describe("the longest way", () => {
  test("of steps that part and meet again and again is found at once", () => {
    const layers = Array.from({ length: 13 }, (_, layer) =>
      ["a", "b", "c"].map((name) =>
        step(`${name}${layer}`, layer === 0 ? [] : ["a", "b", "c"].map((one) => `${one}${layer - 1}`), {
          limit: days(name === "b" ? 2 : 1),
        }),
      ),
    ).flat();
    expect(longestHours(layers)).toBe(13 * 16);
  });

  test("of steps that go round is none", () => {
    expect(longestHours([step("a", ["b"]), step("b", ["a"])])).toBe(0);
  });
});

describe("of several internal procedures", () => {
  const of = (validFrom: string, recordedOn: string) => ({
    validFrom: plainDate(validFrom),
    recordedAt: instant(`${recordedOn}T02:00:00.000Z`),
  });
  test.each([
    { because: "one alone holds", all: [of("2026-12-01", "2026-11-20")], states: ["inForce"] },
    {
      because: "one that is to come does not yet",
      all: [of("2026-12-24", "2026-11-20")],
      states: ["future"],
    },
    {
      because: "the last to begin holds, in whatever order they were recorded",
      all: [of("2026-12-02", "2026-11-20"), of("2026-12-01", "2026-11-25")],
      states: ["inForce", "replaced"],
    },
    {
      because: "of two from one day the later recorded holds",
      all: [of("2026-12-01", "2026-11-20"), of("2026-12-01", "2026-11-25")],
      states: ["replaced", "inForce"],
    },
    {
      because: "of two to come from one day the later recorded is to come",
      all: [of("2026-12-24", "2026-11-20"), of("2026-12-24", "2026-11-25")],
      states: ["replaced", "future"],
    },
  ])("$because", ({ all, states }) => {
    expect(plannedStates(all, plainDate("2026-12-07"))).toEqual(states);
  });

  test("steps must fit into the longest that the procedure may take", () => {
    expect(longestLimit([days(1), null, { amount: 20, unit: "workingHour" }, days(2)])).toEqual({
      amount: 20,
      unit: "workingHour",
    });
    expect(longestLimit([null])).toBeNull();
  });
});

describe("working through it", () => {
  test("comes to an end exactly when nothing is in a loop", () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const done = new Set<string>();
        for (let open = openSteps(steps, done); open.length > 0; open = openSteps(steps, done))
          for (const { key } of open) done.add(key);
        const loops = checkProcedure(steps, frame(null)).filter(({ code }) => code === "loop");
        expect(steps.filter(({ key }) => !done.has(key)).map(({ key }) => key)).toEqual(
          loops.map((one) => one.step),
        );
      }),
    );
  });

  test("after a sending back only what rests on the step is to be done again", () => {
    fc.assert(
      fc.property(someSteps, fc.nat(), (steps, chosen) => {
        const back = steps[chosen % steps.length]?.key ?? "";
        const undone = undoneBySendingBack(steps, back);
        const rests = (key: string, seen: readonly string[] = []): boolean =>
          key === back ||
          (steps.find((one) => one.key === key)?.after ?? []).some(
            (before) => !seen.includes(before) && rests(before, [...seen, before]),
          );
        expect(undone).toEqual(steps.map(({ key }) => key).filter((key) => rests(key)));
      }),
    );
  });

  test("side by side means that both are open at once", () => {
    const steps = [step("a"), step("b", ["a"]), step("c", ["a"]), step("d", ["b", "c"])];
    const open = (...done: string[]) => openSteps(steps, new Set(done)).map(({ key }) => key);
    expect([open(), open("a"), open("a", "b"), open("a", "b", "c"), open("a", "b", "c", "d")]).toEqual([
      ["a"],
      ["b", "c"],
      ["c"],
      ["d"],
      [],
    ]);
  });
});
