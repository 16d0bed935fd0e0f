import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import { instant } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";
import type { Assignment, Mandate, Suspension } from "./mandate.ts";
import { type MayActInput, mayAct } from "./may-act.ts";
import {
  NOW,
  TODAY,
  clerk,
  clerkPost,
  lan,
  mandate,
  officer,
  post,
  unit,
} from "../../../test/kit/may-act.ts";

const assignment: Assignment = {
  id: "assignment-1",
  accountId: lan,
  unitId: unit,
  task: "receive",
  subject: { kind: "procedure", procedureCode: "2.000635" },
  standsBy: false,
  validFrom: TODAY,
  validTo: TODAY,
  revoked: false,
};
/** Outside of every mandate, by a word of the head of the unit. */
const assigned: MayActInput = { ...clerk, mandates: [], assignments: [assignment] };
const suspension: Suspension = {
  id: "suspension-1",
  target: "account",
  targetId: "lan",
  decisionNumber: "300/QĐ-UBND",
  from: NOW,
  to: null,
};
describe("a task outside of the list", () => {
  test.each<{ input: MayActInput; answer: string; because: string }>([
    { input: assigned, answer: "assignment", because: "the head of the unit gave it for today" },
    {
      input: { ...assigned, mandates: [mandate] },
      answer: "mandate",
      because: "what a mandate covers needs no word of the head",
    },
    {
      input: { ...assigned, mandates: [{ ...mandate, status: "suspended" }] },
      answer: "assignment",
      because: "the head may bridge what has lapsed",
    },
    {
      input: { ...assigned, accreditations: [] },
      answer: "accreditation_missing",
      because: "the clerk is not trained in the field",
    },
    {
      input: { ...assigned, accreditations: [], assignments: [{ ...assignment, standsBy: true }] },
      answer: "assignment",
      because: "the head stands by",
    },
    {
      input: { ...assigned, assignments: [{ ...assignment, accountId: asId("phuc") }] },
      answer: "mandate_missing",
      because: "it was given to a colleague",
    },
    {
      input: { ...assigned, assignments: [{ ...assignment, unitId: asId("unit-2") }] },
      answer: "mandate_missing",
      because: "it was given at another unit",
    },
    {
      input: { ...assigned, assignments: [{ ...assignment, task: "returnResult" }] },
      answer: "mandate_missing",
      because: "another task was given",
    },
    {
      input: { ...assigned, assignments: [{ ...assignment, revoked: true }] },
      answer: "mandate_missing",
      because: "it was taken back",
    },
    {
      input: { ...assigned, assignments: [{ ...assignment, validTo: plainDate("2026-11-15") }] },
      answer: "mandate_missing",
      because: "it was for yesterday",
    },
    {
      input: { ...assigned, procedure: { code: "2.000815", fieldCode: "civilStatus" } },
      answer: "mandate_missing",
      because: "it was given for another procedure",
    },
    {
      input: {
        ...assigned,
        act: "returnResult",
        dossierId: asId("dossier-1"),
        assignments: [
          { ...assignment, task: "returnResult", subject: { kind: "dossier", dossierId: asId("dossier-1") } },
        ],
      },
      answer: "assignment",
      because: "it was given for this dossier",
    },
    {
      input: {
        ...assigned,
        act: "returnResult",
        dossierId: asId("dossier-2"),
        assignments: [
          { ...assignment, task: "returnResult", subject: { kind: "dossier", dossierId: asId("dossier-1") } },
        ],
      },
      answer: "mandate_missing",
      because: "it was given for another dossier",
    },
    {
      input: { ...assigned, act: "approve" },
      answer: "act_reserved_to_state",
      because: "no head can give away a decision",
    },
  ])("$answer: $because", ({ input, answer }) => {
    const right = mayAct(input);
    expect(right.ok ? right.value.kind : right.code).toBe(answer);
  });
});

describe("a suspension", () => {
  const before = instant("2026-11-16T01:59:59.999Z");
  test.each<{ stop: Partial<Suspension>; now?: typeof NOW; stops: boolean; because: string }>([
    { stop: {}, stops: true, because: "it holds from its very moment" },
    { stop: {}, now: before, stops: false, because: "not a millisecond earlier" },
    { stop: { from: before, to: NOW }, stops: false, because: "it was lifted at this moment" },
    { stop: { targetId: "phuc" }, stops: false, because: "it stops a colleague" },
    {
      stop: { target: "postOffice", targetId: "office-1" },
      stops: true,
      because: "the whole office is stopped",
    },
    {
      stop: { target: "postOffice", targetId: "office-2" },
      stops: false,
      because: "another office is stopped",
    },
    { stop: { target: "operator", targetId: "operator-1" }, stops: true, because: "so is the operator" },
    {
      stop: { target: "operator", targetId: "operator-2" },
      stops: false,
      because: "another operator is stopped",
    },
    { stop: { target: "procedure", targetId: "2.000635" }, stops: true, because: "the procedure is stopped" },
    { stop: { target: "procedure", targetId: "2.000815" }, stops: false, because: "another one is stopped" },
  ])("stops: $stops, because $because", ({ stop, now = NOW, stops }) => {
    for (const input of [clerk, assigned]) {
      const right = mayAct({ ...input, now, suspensions: [{ ...suspension, ...stop }] });
      if (stops)
        expect(right).toMatchObject({ code: "right_suspended", details: { decision: "300/QĐ-UBND" } });
      else expect(right.ok).toBe(true);
    }
  });

  test("of one office leaves the other to a clerk who serves two", () => {
    const posts = [
      clerkPost,
      post({ id: "post-2", postOfficeId: asId("office-2"), operatorId: "operator-1" }),
    ];
    const suspensions = [{ ...suspension, target: "postOffice", targetId: "office-1" } as const];
    const other = { ...mandate, postOfficeId: asId<never>("office-2") };
    expect(mayAct({ ...clerk, posts, suspensions, mandates: [mandate] }).ok).toBe(false);
    expect(mayAct({ ...clerk, posts, suspensions, mandates: [mandate, other] }).ok).toBe(true);
  });

  test("does not touch a civil servant", () => {
    const suspensions = [{ ...suspension, target: "procedure", targetId: "2.000635" } as const];
    expect(mayAct({ ...officer, suspensions })).toMatchObject({ ok: true, value: { kind: "office" } });
  });
});

test("only under the autonomy assist does an act await a confirmation", () => {
  const awaits = (autonomy: Mandate["autonomy"]) => {
    const right = mayAct({ ...clerk, mandates: [{ ...mandate, autonomy }] });
    return right.ok && right.value.awaitsConfirmation;
  };
  expect([awaits("assist"), awaits("supervised"), awaits("independent")]).toEqual([true, false, false]);
});
