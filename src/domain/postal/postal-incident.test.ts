import { dong } from "../shared/money.ts";
import { plainDate } from "../shared/plain-date.ts";
import { describe, expect, test } from "vitest";
import { type IncidentAct, decideIncident } from "./decide-incident.ts";
import {
  type IncidentEntry,
  foldIncident,
  incidentClocks,
  mayOpenIncident,
  nextIncidentStep,
  postageOf,
} from "./postal-incident.ts";

type Opened = Extract<IncidentEntry, { type: "opened" }>;

const day = plainDate;
const TODAY = day("2026-11-23");
const opened = (changes: Partial<Opened> = {}): Opened => ({
  type: "opened",
  kind: "lost",
  source: "counter",
  on: day("2026-11-02"),
  answerDueOn: day("2026-11-09"),
  ...changes,
});
const answered = (on = "2026-11-06", outcome: "accepted" | "declined" = "accepted"): IncidentEntry => ({
  type: "answered",
  on: day(on),
  outcome,
});
const found = (what: "lost" | "damaged" | "delayed" | "none" = "lost", on = "2026-11-06"): IncidentEntry => ({
  type: "liabilityFound",
  on: day(on),
  found: what,
});
const offered: IncidentEntry = {
  type: "offered",
  on: day("2026-11-10"),
  postage: dong(26_000),
  costs: [dong(50_000)],
  least: dong(154_000),
  amount: dong(160_000),
};
const paid = (on = "2026-11-20"): IncidentEntry => ({ type: "paid", on: day(on), amount: dong(160_000) });
const standing = (...more: readonly IncidentEntry[]) => foldIncident([opened(), ...more]);

describe("what is done next", () => {
  test.each([
    { because: "a citizen is answered first", entries: [], state: "opened", next: "answer" },
    {
      because: "a loss that was accepted needs a finding",
      entries: [answered()],
      state: "answered",
      next: "findLiability",
    },
    {
      because: "what was declined is over",
      entries: [answered("2026-11-06", "declined")],
      state: "answered",
      next: "close",
    },
    { because: "no fault, no money", entries: [answered(), found("none")], state: "answered", next: "close" },
    { because: "fault is made good", entries: [answered(), found()], state: "liable", next: "offer" },
    { because: "an offer is paid", entries: [answered(), found(), offered], state: "offered", next: "pay" },
    {
      because: "a finding does not answer the citizen",
      entries: [found(), offered],
      state: "offered",
      next: "answer",
    },
    {
      because: "paid is settled",
      entries: [answered(), found(), offered, paid()],
      state: "paid",
      next: "close",
    },
    {
      because: "nothing comes after the end",
      entries: [answered("2026-11-06", "declined"), { type: "closed" as const, on: TODAY }],
      state: "closed",
      next: null,
    },
    {
      because: "the citizen took it back",
      entries: [{ type: "withdrawn" as const, on: TODAY }],
      state: "withdrawn",
      next: null,
    },
  ])("$because", ({ entries, state, next }) => {
    const stands = standing(...entries);
    expect([stands.state, nextIncidentStep(stands)]).toEqual([state, next]);
  });

  test("what the post noticed itself owes a finding and no answer", () => {
    const own = foldIncident([opened({ source: "post", answerDueOn: null })]);
    expect([nextIncidentStep(own), own.nextDueOn]).toEqual(["findLiability", null]);
  });

  test("a complaint that was accepted is closed without a finding of money", () => {
    const complaint = foldIncident([opened({ kind: "complaint" }), answered()]);
    expect(nextIncidentStep(complaint)).toBe("close");
  });
});

describe("the clocks", () => {
  test.each([
    {
      because: "the last day counts",
      entries: [],
      today: "2026-11-09",
      answer: "running",
      payment: undefined,
    },
    {
      because: "the day after is late",
      entries: [],
      today: "2026-11-10",
      answer: "late",
      payment: undefined,
    },
    {
      because: "what was answered in time stays so",
      entries: [answered("2026-11-09")],
      today: "2026-12-30",
      answer: "met",
      payment: undefined,
    },
    {
      because: "what was answered late stays so",
      entries: [answered("2026-11-10")],
      today: "2026-12-30",
      answer: "metLate",
      payment: undefined,
    },
    {
      because: "thirty days from the finding",
      entries: [answered(), found()],
      today: "2026-12-06",
      answer: "met",
      payment: "running",
    },
    {
      because: "on the thirty-first interest is due",
      entries: [answered(), found()],
      today: "2026-12-07",
      answer: "met",
      payment: "late",
    },
    {
      because: "without fault nothing is paid",
      entries: [answered(), found("none")],
      today: "2026-12-30",
      answer: "met",
      payment: undefined,
    },
    {
      because: "paid on the last day",
      entries: [answered(), found(), offered, paid("2026-12-06")],
      today: "2026-12-30",
      answer: "met",
      payment: "met",
    },
    {
      because: "nobody owes an answer of what was withdrawn",
      entries: [{ type: "withdrawn" as const, on: day("2026-11-03") }],
      today: "2026-12-30",
      answer: undefined,
      payment: undefined,
    },
  ])("$because", ({ entries, today, answer, payment }) => {
    const clocks = incidentClocks(standing(...entries), day(today));
    expect([clocks.answer?.state, clocks.payment?.state]).toEqual([answer, payment]);
    expect(clocks.interestFrom).toBe(payment === "late" ? "2026-12-07" : null);
  });

  test("the nearest of two that run is the one to watch", () => {
    expect(standing(found()).nextDueOn).toBe("2026-11-09");
    expect(standing(found(), answered()).nextDueOn).toBe("2026-12-06");
    expect(standing(found(), answered(), offered, paid()).nextDueOn).toBeNull();
  });
});

describe("opening", () => {
  const shipment = { orderedOn: day("2026-05-10"), taken: true, journeyDueOn: day("2026-05-20") };
  test.each([
    { because: "six months to the day", changes: { on: day("2026-11-20") }, code: undefined },
    { because: "a day too late", changes: { on: day("2026-11-21") }, code: "complaint_too_late" },
    {
      because: "what the post notices has no last day",
      changes: { on: day("2026-11-21"), source: "post" as const },
      code: undefined,
    },
    { because: "a day to come", changes: { on: day("2026-11-24") }, code: "incident_day_wrong" },
    { because: "before the order", changes: { on: day("2026-05-09") }, code: "incident_day_wrong" },
  ])("$because", ({ changes, code }) => {
    const asked = { kind: "lost" as const, source: "citizen" as const, ...changes };
    const answer = mayOpenIncident(asked, shipment, TODAY);
    expect(answer.ok ? undefined : answer.code).toBe(code);
  });

  test("nobody is too late where the time of the journey is not known", () => {
    const asked = { kind: "lost" as const, source: "citizen" as const, on: TODAY };
    expect(mayOpenIncident(asked, { ...shipment, journeyDueOn: null }, TODAY).ok).toBe(true);
  });

  test("what nobody took cannot be lost, but complained of", () => {
    const here = { ...shipment, taken: false, journeyDueOn: null };
    const asked = { source: "citizen" as const, on: TODAY };
    expect(mayOpenIncident({ ...asked, kind: "lost" }, here, TODAY)).toMatchObject({
      code: "shipment_not_taken",
    });
    expect(mayOpenIncident({ ...asked, kind: "complaint" }, here, TODAY).ok).toBe(true);
  });
});

const on = day("2026-11-12");
const OFFER = {
  type: "offer",
  on,
  postage: dong(26_000),
  costs: [dong(50_000)],
  amount: dong(154_000),
} as const;

describe("an act", () => {
  test.each<{
    because: string;
    entries: readonly IncidentEntry[];
    act: IncidentAct;
    code: string | undefined;
  }>([
    { because: "one answer", entries: [], act: { type: "answer", on, outcome: "accepted" }, code: undefined },
    {
      because: "no second answer",
      entries: [answered()],
      act: { type: "answer", on, outcome: "declined" },
      code: "incident_answered",
    },
    {
      because: "no answer before it was opened",
      entries: [],
      act: { type: "answer", on: day("2026-11-01"), outcome: "accepted" },
      code: "incident_day_wrong",
    },
    {
      because: "no answer of tomorrow",
      entries: [],
      act: { type: "answer", on: day("2026-11-24"), outcome: "accepted" },
      code: "incident_day_wrong",
    },
    {
      because: "no second finding",
      entries: [found("none")],
      act: { type: "findLiability", on, found: "lost" },
      code: "liability_found",
    },
    { because: "no money without a finding", entries: [answered()], act: OFFER, code: "liability_not_found" },
    { because: "no money without fault", entries: [found("none")], act: OFFER, code: "liability_not_found" },
    { because: "four times the postage and the costs", entries: [found()], act: OFFER, code: undefined },
    {
      because: "not a đồng less",
      entries: [found()],
      act: { ...OFFER, amount: dong(153_999) },
      code: "compensation_below_least",
    },
    {
      because: "of a delay the postage",
      entries: [found("delayed")],
      act: { ...OFFER, amount: dong(26_000) },
      code: undefined,
    },
    {
      because: "an offer is not of before the finding",
      entries: [found("lost", "2026-11-13")],
      act: OFFER,
      code: "incident_day_wrong",
    },
    {
      because: "an offer may be mended",
      entries: [found(), offered],
      act: { ...OFFER, amount: dong(200_000) },
      code: undefined,
    },
    {
      because: "no offer after the payment",
      entries: [found(), offered, paid()],
      act: OFFER,
      code: "compensation_paid",
    },
    {
      because: "nothing is paid that was not offered",
      entries: [found()],
      act: { type: "pay", on, amount: dong(160_000) },
      code: "compensation_not_offered",
    },
    {
      because: "not less than was offered",
      entries: [found(), offered],
      act: { type: "pay", on, amount: dong(159_999) },
      code: "compensation_below_least",
    },
    {
      because: "more, with interest",
      entries: [found(), offered],
      act: { type: "pay", on, amount: dong(161_000) },
      code: undefined,
    },
    {
      because: "once",
      entries: [found(), offered, paid()],
      act: { type: "pay", on, amount: dong(160_000) },
      code: "compensation_paid",
    },
    {
      because: "fault is not withdrawn away",
      entries: [found()],
      act: { type: "withdraw", on },
      code: "liability_found",
    },
    {
      because: "a citizen may change their mind",
      entries: [],
      act: { type: "withdraw", on },
      code: undefined,
    },
    {
      because: "unanswered is not settled",
      entries: [],
      act: { type: "close", on },
      code: "incident_not_settled",
    },
    {
      because: "unpaid is not settled",
      entries: [answered(), found(), offered],
      act: { type: "close", on },
      code: "incident_not_settled",
    },
    {
      because: "nothing after the end",
      entries: [{ type: "withdrawn", on }],
      act: { type: "answer", on, outcome: "accepted" },
      code: "incident_ended",
    },
    {
      because: "papers may be made again after it was closed",
      entries: [answered("2026-11-06", "declined"), { type: "closed", on }],
      act: { type: "reissue", on, dossierId: "d", code: "H20.11-261112-0001" },
      code: undefined,
    },
  ])("$because", ({ entries, act, code }) => {
    const decided = decideIncident(standing(...entries), act, TODAY);
    expect(decided.ok ? undefined : decided.code).toBe(code);
  });

  test("an offer keeps what it was computed from", () => {
    const decided = decideIncident(standing(found()), OFFER, TODAY);
    expect(decided.ok && decided.value).toMatchObject({ least: 154_000, amount: 154_000, costs: [50_000] });
  });
});

describe("the postage of one way", () => {
  const line = (leg: "send" | "return", amount: number) =>
    ({ key: "step", leg, upToGrams: 100, amount }) as const;
  test.each([
    { because: "one way is the whole", lines: [line("return", 26_000)], total: 26_000, is: 26_000 },
    {
      because: "both ways are shared out",
      lines: [line("send", 30_000), line("return", 26_000)],
      total: 56_000,
      is: 26_000,
    },
    {
      because: "what was taken off is taken off both, to the citizen's good",
      lines: [
        line("send", 30_000),
        line("return", 25_001),
        { key: "discount", id: "d", percent: 50, amount: -27_501 } as const,
      ],
      total: 27_500,
      is: 12_501,
    },
  ])("$because", ({ lines, total, is }) => {
    expect(postageOf({ lines, total: dong(total) }, "return")).toBe(is);
  });
});
