import type { StepAct, StepView } from "#contract/steps.ts";
import { describe, expect, test } from "vitest";
import { firstAct, offeredStepActs, sentBackWords, undoneNames, waitsFor } from "./step-acts.ts";

type Offered = StepView["acts"][number];
const act = (name: StepAct, refusal?: "post_missing" | "right_suspended", inPlaceOf?: string): Offered => ({
  act: name,
  permit: {
    allowed: refusal === undefined,
    basis: null,
    awaitsConfirmation: false,
    refusal: refusal === undefined ? null : { code: refusal, details: {} },
  },
  inPlaceOf: inPlaceOf ?? null,
});

const step = (
  key: string,
  state: StepView["state"],
  after: readonly string[],
  acts: readonly Offered[] = [],
): StepView => ({
  key,
  name: `Bước ${key}`,
  role: "caseOfficer",
  agencyId: null,
  agencyName: null,
  limit: null,
  after: [...after],
  yields: [],
  state,
  place: "Ủy ban nhân dân xã Bình Thành",
  holder: null,
  inPlaceOf: null,
  openedAt: null,
  takenAt: null,
  finishedAt: null,
  dueAt: null,
  provisional: false,
  explanation: null,
  late: false,
  papers: [],
  acts: [...acts],
});

describe("what a step offers", () => {
  test("what another post does is left out: the step says who does it", () => {
    const acts = [act("takeStep"), act("assignStep", "post_missing")];
    expect(offeredStepActs({ acts }).map((one) => one.act)).toEqual(["takeStep"]);
  });

  test("a right that was suspended is not hidden", () => {
    const acts = [act("takeStep", "right_suspended"), act("assignStep", "post_missing")];
    expect(offeredStepActs({ acts }).map((one) => one.act)).toEqual(["takeStep"]);
  });
});

describe("the next thing to do", () => {
  test.each([
    {
      because: "what is in hand is finished before anything else is taken",
      steps: [step("a", "open", [], [act("takeStep")]), step("b", "taken", [], [act("finishStep")])],
      first: { key: "b", act: "finishStep" },
    },
    {
      because: "else the first step that nobody has",
      steps: [step("a", "done", []), step("b", "open", ["a"], [act("takeStep")])],
      first: { key: "b", act: "takeStep" },
    },
    {
      because: "to stand in for somebody is never the first thing to do",
      steps: [step("a", "assigned", [], [act("takeStep", undefined, "Phạm Thu Hà")])],
      first: null,
    },
    {
      because: "what one may not do is nobody's next thing",
      steps: [step("a", "open", [], [act("takeStep", "right_suspended")])],
      first: null,
    },
    {
      because: "to send back is never the first thing to do",
      steps: [step("a", "done", [], [act("sendStepBack")])],
      first: null,
    },
  ])("$because", ({ steps, first }) => {
    expect(firstAct(steps)).toEqual(first);
  });
});

describe("steps that rest on others", () => {
  const steps = [
    step("a", "done", []),
    step("b", "done", ["a"]),
    step("c", "taken", ["b"]),
    step("d", "waiting", ["c"]),
  ];

  test("sending one back undoes what has begun upon it, and says so by name", () => {
    expect(undoneNames(steps, "a")).toEqual(["Bước a", "Bước b", "Bước c"]);
    expect(undoneNames(steps, "b")).toEqual(["Bước b", "Bước c"]);
  });

  test("a step waits for those before it that are not done", () => {
    expect(waitsFor(steps, { after: ["b", "c"] })).toEqual(["Bước c"]);
  });
});

describe("the words with which a step was sent back", () => {
  const told = (type: string, name: string, note: string | null) => ({
    type,
    actor: "Võ Quốc Thái",
    note,
    step: { name, to: null, inPlaceOf: null },
  });
  const back = told("dossier.stepSentBack", "Bước a", "Thiếu căn cứ");
  const said = { actor: "Võ Quốc Thái", note: "Thiếu căn cứ" };
  const cases: readonly {
    readonly because: string;
    readonly events: Parameters<typeof sentBackWords>[0];
    readonly state: StepView["state"];
    readonly words: ReturnType<typeof sentBackWords>;
  }[] = [
    { because: "stand at the step until it is done", events: [back], state: "assigned", words: said },
    { because: "are gone once it is done", events: [back], state: "done", words: null },
    {
      because: "do not come back when it is opened for another reason",
      events: [back, told("dossier.stepFinished", "Bước a", "Đã sửa")],
      state: "open",
      words: null,
    },
    {
      because: "stand at no other step",
      events: [told("dossier.stepSentBack", "Bước b", "Thiếu căn cứ")],
      state: "open",
      words: null,
    },
    {
      because: "are the approver's too, who sent the outcome back to it",
      events: [told("dossier.sentBack", "Bước a", "Thiếu căn cứ")],
      state: "open",
      words: said,
    },
  ];

  test.each(cases)("$because", ({ events, state, words }) => {
    expect(sentBackWords(events, { name: "Bước a", state })).toEqual(words);
  });
});
