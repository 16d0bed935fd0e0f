import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import {
  type RuleWorld,
  checkAgreement,
  checkGoal,
  checkPhase,
  checkProgramme,
  checkRule,
} from "./check-programme.ts";
import type { Agreement, CoordinationRule, Goal, Phase, Programme, RuleContent } from "./programme.ts";

const PROGRAMME: Programme = {
  title: "Đề án",
  aim: "",
  validFrom: plainDate("2020-01-01"),
  validTo: plainDate("2022-12-31"),
};
const A_PHASE: Phase = {
  label: "3",
  ordinal: 3,
  validFrom: plainDate("2020-04-01"),
  validTo: plainDate("2020-12-31"),
};
const A_GOAL: Goal = {
  name: "Hồ sơ",
  measure: "dossiersReceived",
  countedIn: "hồ sơ",
  target: 100,
  targetDay: plainDate("2020-12-31"),
};
const AN_AGREEMENT: Agreement = {
  number: "1",
  signedOn: plainDate("2019-10-01"),
  agencyWords: "Ủy ban nhân dân huyện",
  postWords: "Bưu điện huyện",
  content: "",
  validFrom: plainDate("2019-10-01"),
  validTo: null,
};
const faults = (findings: readonly { fault: string; about: string }[]) =>
  findings.map(({ fault, about }) => `${fault} ${about}`.trim());

describe("a phase", () => {
  const another: Phase = { ...A_PHASE, label: "2", ordinal: 2 };
  test.each([
    { change: {}, found: [], because: "phases may hold on the same day, as 3 and 3 mở rộng did" },
    { change: { label: " 2 " }, found: ["label_taken  2"], because: "a label names one phase" },
    {
      change: { ordinal: 2 },
      found: ["phase_twice 2"],
      because: "one order and the same days are one phase written down twice",
    },
    {
      change: { ordinal: 2, validTo: plainDate("2021-06-30") },
      found: [],
      because: "3 and 3 mở rộng share an order, with days of their own",
    },
    {
      change: { ordinal: 2, validFrom: plainDate("2020-05-01") },
      found: [],
      because: "one that begins later is another, though both end on one day",
    },
    {
      change: { validTo: plainDate("2020-03-01") },
      found: ["period_reversed 2020-03-01"],
      because: "it ends before it begins",
    },
    {
      change: { validFrom: plainDate("2019-12-31") },
      found: ["outside_programme 2020-01-01"],
      because: "it begins before its programme",
    },
    {
      change: { validTo: null },
      found: ["outside_programme 2020-01-01"],
      because: "without an end it outlives its programme",
    },
    {
      change: { validTo: plainDate("2022-12-31") },
      found: [],
      because: "the last day of the programme is a day of it",
    },
  ])("$found: $because", ({ change, found }) => {
    expect(faults(checkPhase({ ...A_PHASE, ...change }, PROGRAMME, [another]))).toEqual(
      found.map((text) => text.trim()),
    );
  });
});

describe("goals, agreements and the programme itself", () => {
  test.each([
    { goal: { target: 0 }, found: ["target_wrong"], because: "nothing is no goal" },
    { goal: { target: 1.5 }, found: ["target_wrong"], because: "half a dossier is none" },
    {
      goal: { targetDay: plainDate("2023-01-01") },
      found: ["goal_day_outside Hồ sơ"],
      because: "the programme is over by then",
    },
    { goal: {}, found: [], because: "a whole figure within the programme" },
  ])("a goal, $found: $because", ({ goal, found }) => {
    expect(faults(checkGoal({ ...A_GOAL, ...goal }, PROGRAMME))).toEqual(found);
  });

  test.each([
    { agreement: {}, found: [], because: "it may be older than the programme" },
    { agreement: { postWords: " " }, found: ["party_missing"], because: "it takes two" },
    {
      agreement: { signedOn: plainDate("2019-10-02") },
      found: ["signed_later 2019-10-02"],
      because: "nothing holds before it is signed",
    },
  ])("an agreement, $found: $because", ({ agreement, found }) => {
    expect(faults(checkAgreement({ ...AN_AGREEMENT, ...agreement }))).toEqual(found);
  });

  test("a programme that is cut short says which of its parts would lie outside", () => {
    const short = { ...PROGRAMME, validTo: plainDate("2020-06-30") };
    expect(faults(checkProgramme(short, { goals: [A_GOAL], periods: [A_PHASE] }))).toEqual([
      "part_outside 2020-04-01",
      "goal_day_outside Hồ sơ",
    ]);
    expect(checkProgramme(PROGRAMME, { goals: [A_GOAL], periods: [A_PHASE] })).toEqual([]);
  });
});

const rule = (content: RuleContent, id = "new"): CoordinationRule => ({
  id,
  unitId: null,
  content,
  validFrom: plainDate("2020-02-01"),
  validTo: plainDate("2020-12-31"),
});
const world = (others: readonly CoordinationRule[] = []): RuleWorld => ({
  isUnit: (id) => id === "unit",
  isAgency: (id) => id === "agency",
  isCounter: (id) => id.startsWith("counter"),
  isPoint: (id) => id === "point",
  others,
});
const standIn = (counterId: string, standInId: string, id = "new") =>
  rule({ kind: "standIn", counterId, standInKind: "counter", standInId }, id);

describe("a coordination rule", () => {
  const answer = { kind: "questionAnswer", topic: "Hộ tịch", answerAgencyId: null } as const;
  test.each<{ content: RuleContent; found: readonly string[]; because: string }>([
    { content: { kind: "handOverTime", times: [] }, found: ["times_missing"], because: "no time is no rule" },
    {
      content: { kind: "handOverTime", times: ["10:30", "9:00", "24:00", "10:30"] },
      found: ["time_wrong 9:00", "time_wrong 24:00", "time_twice 10:30"],
      because: "times are of the day, each once",
    },
    {
      content: { ...answer, topic: " ", answerRole: null, withinHours: 41 },
      found: ["topic_missing", "answer_missing", "hours_wrong 40"],
      because: "who answers what within how long",
    },
    {
      content: { ...answer, answerRole: null, answerAgencyId: "nobody", withinHours: 4 },
      found: ["answer_missing"],
      because: "an agency that is not there answers nothing",
    },
    {
      content: { ...answer, answerRole: "caseOfficer", withinHours: 4 },
      found: [],
      because: "somebody answers",
    },
    { content: standIn("counter1", "counter1").content, found: ["stand_in_itself"], because: "it is closed" },
    { content: standIn("counter1", "desk").content, found: ["stand_in_unknown"], because: "there is none" },
    {
      content: { kind: "standIn", counterId: "counter1", standInKind: "point", standInId: "point" },
      found: [],
      because: "a point stands in",
    },
  ])("$found: $because", ({ content, found }) => {
    expect(faults(checkRule(rule(content), PROGRAMME, world()))).toEqual(found);
  });

  test("nobody is sent round in a circle, however long: compared with walking it by hand", () => {
    const counters = ["counter1", "counter2", "counter3", "counter4"];
    const pairs = fc.array(fc.tuple(fc.constantFrom(...counters), fc.constantFrom(...counters)), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(pairs, fc.constantFrom(...counters), fc.constantFrom(...counters), (known, from, to) => {
        const others = known.map(([one, other], at) => standIn(one, other, `rule${at}`));
        const found = faults(checkRule(standIn(from, to), PROGRAMME, world(others)));
        let sent = new Set([to]);
        for (const _ of counters)
          sent = new Set([...sent, ...known.filter(([one]) => sent.has(one)).map(([, other]) => other)]);
        const wanted = from === to ? ["stand_in_itself"] : sent.has(from) ? ["stand_in_circle"] : [];
        expect(found).toEqual(wanted);
      }),
    );
  });
});
