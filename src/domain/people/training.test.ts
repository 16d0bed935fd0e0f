import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { type TrainingTerms, trainingFaults, trainingState } from "./training.ts";

const today = plainDate("2026-11-16");
const world = {
  today,
  isField: (code: string) => code === "library",
  isClerk: (id: string) => id !== "stranger",
};
const session: TrainingTerms = {
  title: "Tập huấn",
  heldBy: "Sở Tư pháp",
  heldOn: plainDate("2026-11-12"),
  validFrom: plainDate("2026-11-12"),
  validTo: null,
  fieldCodes: ["library"],
  participants: [{ accountId: "lan", result: "passed" }],
};
const lan = { accountId: "lan", result: "passed" } as const;

test.each([
  { changes: {}, faults: [], because: "nothing is wrong" },
  { changes: { heldOn: today, validFrom: today }, faults: [], because: "it was held today" },
  { changes: { title: " " }, faults: ["title_missing"], because: "it is about something" },
  { changes: { heldBy: "" }, faults: ["held_by_missing"], because: "somebody held it" },
  {
    changes: { heldOn: plainDate("2026-11-17"), validFrom: plainDate("2026-11-17") },
    faults: ["held_in_future"],
    because: "it lies ahead",
  },
  { changes: { fieldCodes: [] }, faults: ["fields_missing"], because: "it has a field" },
  { changes: { fieldCodes: ["flying"] }, faults: ["field_unknown"], because: "the field is known" },
  { changes: { participants: [] }, faults: ["participants_missing"], because: "somebody came" },
  {
    changes: { participants: [lan, { ...lan, result: "failed" as const }] },
    faults: ["participant_twice"],
    because: "each came once",
  },
  {
    changes: { participants: [{ ...lan, accountId: "stranger" }] },
    faults: ["participant_unknown"],
    because: "they are clerks of the post",
  },
  {
    changes: { validTo: plainDate("2026-11-11") },
    faults: ["period_reversed"],
    because: "it ends after it begins",
  },
  {
    changes: { validFrom: plainDate("2026-11-11") },
    faults: ["valid_before_held"],
    because: "it counts from its day",
  },
])("a session: $because", ({ changes, faults }) => {
  expect(trainingFaults({ ...session, ...changes }, world)).toEqual(faults);
});

describe("what training is worth on 16/11/2026", () => {
  const held = {
    validFrom: plainDate("2026-11-01"),
    validTo: null,
    result: "passed",
    withdrawn: false,
  } as const;
  test.each([
    { changes: {}, state: "valid" },
    { changes: { validTo: plainDate("2027-01-16") }, state: "valid" },
    { changes: { validTo: plainDate("2027-01-15") }, state: "endsSoon" },
    { changes: { validTo: today }, state: "endsSoon" },
    { changes: { validTo: plainDate("2026-11-15") }, state: "ended" },
    { changes: { validFrom: plainDate("2026-11-17") }, state: "coming" },
    { changes: { result: "failed" as const }, state: "failed" },
    { changes: { result: "failed" as const, withdrawn: true }, state: "withdrawn" },
  ])("$changes is $state", ({ changes, state }) => {
    expect(trainingState({ ...held, ...changes }, today)).toBe(state);
  });
});
