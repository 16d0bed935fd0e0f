import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import { plainDate } from "../shared/plain-date.ts";
import { MANDATE_FAULTS, type DraftTerms, type MandateWorld, checkMandate } from "./check-mandate.ts";

const terms: DraftTerms = {
  unitId: asId<never>("unit"),
  postOfficeId: asId<never>("office"),
  counterIds: [asId<never>("counter-1")],
  tasks: ["guide", "receive"],
  fieldCodes: ["culture"],
  procedureCodes: ["1.000001"],
  exceptProcedureCodes: ["1.000002"],
  autonomy: "supervised",
  validFrom: plainDate("2026-01-01"),
  validTo: plainDate("2026-12-31"),
  phaseId: "phase-3",
};
const PROCEDURES: Readonly<Record<string, { fieldCode: string; inForce: boolean }>> = {
  "1.000001": { fieldCode: "health", inForce: true },
  "1.000002": { fieldCode: "culture", inForce: true },
  "1.000003": { fieldCode: "health", inForce: false },
};
const world: MandateWorld = {
  procedure: (code) => PROCEDURES[code],
  isField: (code) => ["culture", "health", "lottery"].includes(code),
  isFieldEnded: (code) => code === "lottery",
  office: (id) => (id === "office" ? { postal: true } : id === "bank" ? { postal: false } : undefined),
  unit: (id) =>
    id === "unit" ? { validTo: null } : id === "old" ? { validTo: plainDate("2025-06-30") } : undefined,
  counters: (unitId, officeId) =>
    unitId === "unit" && officeId === "office" ? ["counter-1", "counter-2"] : [],
  isPhase: (id) => id === "phase-3",
};

describe("the terms of a mandate", () => {
  test("that name known things may be drafted", () => {
    expect(checkMandate(terms, world)).toEqual([]);
    const open = {
      ...terms,
      phaseId: null,
      counterIds: [],
      validTo: null,
      fieldCodes: [],
      exceptProcedureCodes: [],
    };
    expect(checkMandate(open, world)).toEqual([]);
    expect(checkMandate({ ...terms, validTo: terms.validFrom }, world)).toEqual([]);
  });

  const cases: readonly { change: Partial<DraftTerms>; fault: string; about: string; because: string }[] = [
    {
      change: { validTo: plainDate("2025-12-31") },
      fault: "period_reversed",
      about: "2025-12-31",
      because: "it ends the day before it begins",
    },
    { change: { tasks: [] }, fault: "tasks_missing", about: "", because: "it hands nothing over" },
    {
      change: { fieldCodes: ["culture", "lottery"] },
      fault: "field_ended",
      about: "lottery",
      because: "none of its procedures is in force when the mandate begins",
    },
    {
      change: { tasks: ["receive", "approve"] },
      fault: "task_reserved_to_state",
      about: "approve",
      because: "the post never decides",
    },
    {
      change: { fieldCodes: [], procedureCodes: [], exceptProcedureCodes: [] },
      fault: "scope_missing",
      about: "",
      because: "no procedure falls under it",
    },
    {
      change: { fieldCodes: ["culture", "magic"] },
      fault: "field_unknown",
      about: "magic",
      because: "no such field",
    },
    {
      change: { procedureCodes: ["9.999999"] },
      fault: "procedure_unknown",
      about: "9.999999",
      because: "no such procedure",
    },
    {
      change: { procedureCodes: ["1.000003"] },
      fault: "procedure_ended",
      about: "1.000003",
      because: "the procedure has ended",
    },
    {
      change: { exceptProcedureCodes: ["1.000001"] },
      fault: "exception_outside",
      about: "1.000001",
      because: "what is not in a field cannot be taken out of it",
    },
    {
      change: { exceptProcedureCodes: ["9.999999"] },
      fault: "procedure_unknown",
      about: "9.999999",
      because: "a mistyped exception would let the procedure in",
    },
    {
      change: { postOfficeId: asId<never>("nobody"), counterIds: [] },
      fault: "grantee_unknown",
      about: "nobody",
      because: "no such office",
    },
    {
      change: { postOfficeId: asId<never>("bank"), counterIds: [] },
      fault: "grantee_not_postal",
      about: "bank",
      because: "the decree speaks of postal enterprises",
    },
    {
      change: { unitId: asId<never>("nowhere"), counterIds: [] },
      fault: "unit_unknown",
      about: "nowhere",
      because: "no such unit",
    },
    {
      change: { unitId: asId<never>("old"), counterIds: [] },
      fault: "unit_ended",
      about: "2025-06-30",
      because: "the unit has gone by the first day",
    },
    {
      change: { counterIds: [asId<never>("counter-1"), asId<never>("counter-9")] },
      fault: "counter_not_of_grantee",
      about: "counter-9",
      because: "the office does not staff that counter",
    },
    {
      change: { phaseId: "phase-9" },
      fault: "phase_unknown",
      about: "phase-9",
      because: "no programme has that phase",
    },
  ];
  test.each(cases)("$fault about '$about': $because", ({ change, fault, about }) => {
    expect(checkMandate({ ...terms, ...change }, world)).toEqual([{ fault, about }]);
  });

  test("that are wrong in several ways are told all of them at once", () => {
    const bad = { ...terms, tasks: ["sign"], validTo: plainDate("2025-12-31"), fieldCodes: ["magic"] };
    const faults = checkMandate(bad, world).map(({ fault }) => fault);
    expect(faults).toEqual([
      "period_reversed",
      "task_reserved_to_state",
      "field_unknown",
      "exception_outside",
    ]);
  });

  test("and every fault has its case here", () => {
    expect([...new Set(cases.map(({ fault }) => fault))].toSorted()).toEqual([...MANDATE_FAULTS].toSorted());
  });
});
