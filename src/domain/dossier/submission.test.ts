import { describe, expect, test } from "vitest";
import { instant } from "../shared/instant.ts";
import {
  type ReceptionFacts,
  type SubmissionFacts,
  limitRunsFrom,
  receptionsOf,
  submissionBy,
} from "./submission.ts";

const FORWARDER = "postalForwarder" as const;
const AGENT = "agentOfAgency" as const;

describe("as what the post hands papers over", () => {
  const facts: ReceptionFacts = { giver: "post", taker: "state", dossiers: [FORWARDER], mandated: true };
  test.each([
    { when: "its dossiers came by post", changes: {}, may: [FORWARDER] },
    { when: "its dossiers were received at the desk", changes: { dossiers: [AGENT, AGENT] }, may: [AGENT] },
    { when: "there are both", changes: { dossiers: [AGENT, FORWARDER] }, may: [FORWARDER, AGENT] },
    {
      when: "nobody opened the packet, and it has no mandate",
      changes: { dossiers: null, mandated: false },
      may: [FORWARDER],
    },
    {
      when: "nobody opened the packet, and it may receive at the desk",
      changes: { dossiers: null },
      may: [FORWARDER, AGENT],
    },
    { when: "only results come back", changes: { dossiers: [] }, may: [] },
    { when: "the state gives", changes: { giver: "state" }, may: [] },
    { when: "the post takes", changes: { taker: "post" }, may: [] },
    { when: "nobody knows who gives", changes: { giver: null }, may: [] },
  ] as const)("when $when", ({ changes, may }) => {
    expect(receptionsOf({ ...facts, ...changes })).toEqual(may);
  });
});

describe("the submission", () => {
  const receivedAt = instant("2026-11-23T01:00:00Z");
  const signedAt = instant("2026-11-23T08:00:00Z");
  const facts: SubmissionFacts = { receivedAs: FORWARDER, receivedAt, submitted: false, countsAnew: false };
  test.each([
    { when: "the post forwards it", reception: FORWARDER, changes: {}, at: signedAt },
    { when: "Mẫu 01 was given at the desk", reception: FORWARDER, changes: { receivedAs: AGENT }, at: null },
    { when: "the record says that it was received before", reception: AGENT, changes: {}, at: null },
    { when: "the record says nothing", reception: null, changes: {}, at: null },
    { when: "an earlier record counts", reception: FORWARDER, changes: { submitted: true }, at: null },
    { when: "a supplement counts", reception: FORWARDER, changes: { countsAnew: true }, at: null },
    { when: "it was signed before", reception: FORWARDER, changes: { receivedAt: signedAt }, at: null },
  ] as const)("when $when is $at", ({ reception, changes, at }) => {
    expect(submissionBy(reception, { ...facts, ...changes }, signedAt)).toBe(at);
  });
});

describe("the limit of what is taken in later", () => {
  const signedAt = instant("2026-11-20T01:00:00Z");
  const receivedAt = instant("2026-11-23T08:00:00Z");
  const refused = { ok: false, code: "hand_over_record_of_post" };
  test.each([
    { as: FORWARDER, signed: signedAt, runs: { value: signedAt }, because: "the signing was the submission" },
    { as: FORWARDER, signed: undefined, runs: { value: receivedAt }, because: "no record is known" },
    {
      as: FORWARDER,
      signed: instant("2026-11-23T08:00:01Z"),
      runs: { value: receivedAt },
      because: "nothing counts from what has not happened yet",
    },
    { as: AGENT, signed: undefined, runs: { value: receivedAt }, because: "Mẫu 01 is the receipt" },
    { as: AGENT, signed: signedAt, runs: refused, because: "the desk received it itself" },
  ])("of $as signed $signed: $because", ({ as, signed, runs }) => {
    expect(limitRunsFrom(as, signed, receivedAt)).toMatchObject(runs);
  });
});
