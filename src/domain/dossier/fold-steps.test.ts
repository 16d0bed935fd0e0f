import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_DUE_DATE_SETTINGS } from "../calendar/due-date-settings.ts";
import { readCalendar } from "../calendar/read-calendar.ts";
import { type AccountId, asId } from "../shared/id.ts";
import { type Instant, instant } from "../shared/instant.ts";
import type { DeadlineClock } from "./deadline-clock.ts";
import { dossierEvent } from "./dossier-event.ts";
import {
  type StepEvent,
  type StepStanding,
  foldSteps,
  stepDueDate,
  stepsAhead,
  stepsOfReopening,
} from "./fold-steps.ts";
import type { PlannedStep } from "./internal-procedure.ts";
import { type StepAct, missingPapers, stepAllows } from "./step-acts.ts";
import type { StepState } from "./step-state.ts";

const planned = (key: string, ...after: string[]): PlannedStep => ({
  key,
  name: `Bước ${key}`,
  role: "caseOfficer",
  agencyId: null,
  limit: null,
  after,
  yields: [],
});
/** Appraise, then verify and draft side by side, then the leader. */
const PLAN = [planned("a"), planned("v", "a"), planned("d", "a"), planned("l", "v", "d")];
const ha = asId<AccountId>("ha");
const an = asId<AccountId>("an");

const PASSED = { handOverId: "hand-over", internalProcedureId: "plan" };

/** An event a day, from 1 December on, each written as a few words. @example did("taken", "a taken", "a done") */
function did(...words: readonly string[]): StepEvent[] {
  return words.map((text, index) => {
    const [key = "", what = key] = text.split(" ");
    const of = { internalProcedureId: "plan", step: key };
    const made = {
      taken:
        text === "taken"
          ? dossierEvent("dossier.taken", {})
          : dossierEvent("dossier.stepTaken", { ...of, inPlaceOf: null }),
      given: dossierEvent("dossier.stepAssigned", { ...of, toAccountId: an }),
      done: dossierEvent("dossier.stepFinished", { ...of, papers: [] }),
      back: dossierEvent("dossier.stepSentBack", of),
      sentBack: dossierEvent("dossier.sentBack", {}),
      approverBack: dossierEvent("dossier.sentBack", { step: key }),
      stopped: dossierEvent("dossier.stopped", { formIssueId: "form" }),
      approved: dossierEvent("dossier.approved", {}),
      reopened: dossierEvent("dossier.reopened", {
        fault: "agency",
        dueAt: "2026-12-31T10:00:00.000Z",
        ...(text !== "reopened" && { steps: key === "all" ? stepsOfReopening(PLAN, undefined) : [key] }),
      }),
      passed: dossierEvent("dossier.stepsPassed", { ...PASSED, steps: [key], toAccountId: an }),
      freed: dossierEvent("dossier.stepsPassed", { ...PASSED, steps: [key], toAccountId: null }),
      asked: dossierEvent("dossier.supplementAsked", { formIssueId: "form", nth: 1, answerBy: "2026-12-31" }),
    }[what];
    if (!made) throw new Error(`${text} is no event`);
    return { ...made, actorId: ha, at: day(index + 1) };
  });
}
const day = (of: number): Instant => instant(`2026-12-${String(of).padStart(2, "0")}T02:00:00.000Z`);
const states = (steps: readonly StepStanding[]) =>
  steps.map(({ key, state }) => `${key} ${state}`).join(", ");
const ALL = ["taken", "a taken", "a done", "v taken", "v done", "d taken", "d done", "l taken", "l done"];

test("what one-stop officers do at the receipt is not done again with a result", () => {
  const receipt: PlannedStep = { ...planned("r"), role: "oneStopOfficer" };
  const plan = [receipt, planned("a", "r"), planned("l", "a")];
  expect(stepsOfReopening(plan, undefined)).toEqual(["a", "l"]);
  expect(stepsOfReopening([receipt], undefined)).toEqual(["r"]);
  expect(stepsOfReopening(plan, "l")).toEqual(["l"]);
});

describe("where the steps of a dossier stand", () => {
  test.each([
    {
      because: "nobody has taken the dossier",
      events: [],
      steps: "a waiting, v waiting, d waiting, l waiting",
    },
    {
      because: "the first opens with the taking",
      events: ["taken"],
      steps: "a open, v waiting, d waiting, l waiting",
    },
    {
      because: "a taken one waits for nobody else",
      events: ["taken", "a taken"],
      steps: "a taken, v waiting, d waiting, l waiting",
    },
    {
      because: "one may be given to somebody",
      events: ["taken", "a given"],
      steps: "a assigned, v waiting, d waiting, l waiting",
    },
    { because: "two open side by side", events: ALL.slice(0, 3), steps: "a done, v open, d open, l waiting" },
    {
      because: "the last waits for both",
      events: ALL.slice(0, 5),
      steps: "a done, v done, d open, l waiting",
    },
    { because: "all are done", events: ALL, steps: "a done, v done, d done, l done" },
    {
      because: "one goes back with what rests on it, and no other",
      events: [...ALL, "v back"],
      steps: "a done, v assigned, d done, l waiting",
    },
    {
      because: "the approver names one",
      events: [...ALL, "d approverBack"],
      steps: "a done, v done, d assigned, l waiting",
    },
    {
      because: "a result goes back without a step",
      events: [...ALL, "sentBack"],
      steps: "a done, v done, d done, l done",
    },
    {
      because: "the clock stands, the steps are where they were",
      events: ["taken", "asked"],
      steps: "a open, v waiting, d waiting, l waiting",
    },
    {
      because: "the dossier is stopped in the midst",
      events: [...ALL.slice(0, 4), "stopped"],
      steps: "a done, v dropped, d dropped, l dropped",
    },
    {
      because: "what was dropped opens again",
      events: [...ALL.slice(0, 4), "approved", "reopened"],
      steps: "a done, v open, d open, l waiting",
    },
    {
      because: "a finished work is not begun anew by itself",
      events: [...ALL, "approved", "reopened"],
      steps: "a done, v done, d done, l done",
    },
    {
      because: "the step that had the error is done again, with what rests on it",
      events: [...ALL, "approved", "v reopened"],
      steps: "a done, v open, d done, l waiting",
    },
    {
      because: "no step is named: all of them are done again",
      events: [...ALL, "approved", "all reopened"],
      steps: "a open, v waiting, d waiting, l waiting",
    },
    {
      because: "whoever had it left, and the successor has it",
      events: ["taken", "a taken", "a passed"],
      steps: "a assigned, v waiting, d waiting, l waiting",
    },
    {
      because: "whoever was given it left, and nobody was named",
      events: ["taken", "a given", "a freed"],
      steps: "a open, v waiting, d waiting, l waiting",
    },
  ])("$because", ({ events, steps }) => {
    expect(states(foldSteps(PLAN, did(...events)))).toBe(steps);
  });

  test("names who has it, in whose place, and when it opened, was taken and done", () => {
    const inPlace = {
      ...dossierEvent("dossier.stepTaken", { internalProcedureId: "plan", step: "a", inPlaceOf: an }),
      actorId: ha,
      at: day(3),
    };
    const [taken, given] = did("taken", "a given");
    if (!taken || !given) throw new Error("there are two events");
    const [first] = foldSteps(PLAN, [taken, given, inPlace]);
    expect(first).toEqual({
      key: "a",
      state: "taken",
      holderId: ha,
      inPlaceOf: an,
      openedAt: day(1),
      takenAt: day(3),
      finishedAt: null,
      papers: [],
    });
  });

  test("a step that is sent back is again whose it was, opened anew, and nothing of its end is left", () => {
    const [first, verified] = foldSteps(PLAN, did(...ALL.slice(0, 5), "a back"));
    expect(first).toMatchObject({
      state: "assigned",
      holderId: ha,
      openedAt: day(6),
      takenAt: null,
      finishedAt: null,
    });
    expect(verified).toEqual(stepsAhead(PLAN)[1]);
  });

  test.each(["v taken", "a back", "x taken"])("%s right after the taking is a bug, and throws", (event) => {
    expect(() => foldSteps(PLAN, did("taken", event))).toThrow("Invariant broken");
  });

  test("of any way through it: what is open or done has all before it done, what waits has not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.constantFrom("taken", "given", "done", "back")), { maxLength: 25 }),
        (choices) => {
          const events = ["taken"];
          for (const [choice, what] of choices) {
            const now = foldSteps(PLAN, did(...events));
            const fit = now.filter(({ state }) =>
              what === "back" ? state === "done" : /open|assigned|taken/.test(state),
            );
            const chosen = fit[choice % Math.max(1, fit.length)];
            if (chosen) events.push(`${chosen.key} ${what}`);
          }
          const steps = foldSteps(PLAN, did(...events.slice(0, 31)));
          for (const { key, after } of PLAN) {
            const isDone = (one: string) => steps.find((step) => step.key === one)?.state === "done";
            expect(steps.find((step) => step.key === key)?.state !== "waiting").toBe(after.every(isDone));
          }
        },
      ),
    );
  });
});

describe("what a step allows", () => {
  const tried: readonly [StepAct, StepState, AccountId | null, string | null][] = [
    ["takeStep", "open", null, null],
    ["takeStep", "assigned", an, null],
    ["takeStep", "taken", an, null],
    ["takeStep", "taken", ha, "step_yours_already"],
    ["takeStep", "waiting", null, "step_not_open"],
    ["takeStep", "done", ha, "step_not_open"],
    ["takeStep", "dropped", null, "step_not_open"],
    ["finishStep", "taken", ha, null],
    ["finishStep", "assigned", ha, null],
    ["finishStep", "open", null, "step_of_another"],
    ["finishStep", "taken", an, "step_of_another"],
    ["finishStep", "done", ha, "step_not_open"],
    ["assignStep", "taken", an, null],
    ["assignStep", "waiting", null, "step_not_open"],
    ["sendStepBack", "done", an, null],
    ["sendStepBack", "taken", an, "step_not_done"],
  ];
  test.each(tried)("%s of one that is %s with %s: %s", (act, state, holderId, code) => {
    const answer = stepAllows(act, { state, holderId }, ha);
    expect(answer.ok ? null : answer.code).toBe(code);
  });

  test("papers are asked for by name", () => {
    const step = { ...planned("a"), yields: ["Phiếu", "Tờ trình"] };
    expect(missingPapers(step, [{ name: "Tờ trình" }, { name: "Khác" }])).toEqual(["Phiếu"]);
  });
});

describe("the date of a step", () => {
  const calendar = readCalendar(
    JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
  );
  const facts = { calendar, settings: DEFAULT_DUE_DATE_SETTINGS };
  const clockOf = (...stops: readonly [from: number, to: number][]): DeadlineClock => ({
    receivedAt: day(1),
    startedAt: day(1),
    anewBy: null,
    stops: stops.map(([from, to]) => ({ from: day(from), to: day(to), reason: "financialDuty" })),
    standing: null,
  });
  const opened = { ...stepsAhead(PLAN)[0], openedAt: day(7) } as StepStanding;
  const two = { amount: 2, unit: "workingDay" } as const;
  const dueOf = (clock: DeadlineClock) => {
    const due = stepDueDate(opened, two, clock, facts);
    return due?.ok ? due.value.dueAt : null;
  };

  test.each([
    { because: "opened on Monday with two working days", clock: clockOf(), due: "2026-12-09T10:00:00.000Z" },
    { because: "the clock stood before it opened", clock: clockOf([2, 4]), due: "2026-12-09T10:00:00.000Z" },
    {
      because: "the clock stood for two days of it",
      clock: clockOf([7, 9]),
      due: "2026-12-11T10:00:00.000Z",
    },
  ])("is $due when $because", ({ clock, due }) => {
    expect(dueOf(clock)).toBe(due);
  });

  test("is none while the clock stands, before it opens, and without a limit of its own", () => {
    const stands: DeadlineClock = { ...clockOf(), standing: { since: day(8), reason: "supplement" } };
    expect(dueOf(stands)).toBeNull();
    expect(stepDueDate({ ...opened, openedAt: null }, two, clockOf(), facts)).toBeUndefined();
    expect(stepDueDate(opened, null, clockOf(), facts)).toBeUndefined();
  });
});
