import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import { plainDate } from "../shared/plain-date.ts";
import { type MayActInput, mayAct } from "./may-act.ts";
import {
  TODAY,
  accreditation,
  agency,
  clerk,
  clerkPost,
  lan,
  mandate,
  office,
  officer,
  post,
  unit,
} from "../../../test/kit/may-act.ts";

const caseOfficer: MayActInput = {
  ...officer,
  act: "take",
  posts: [post({ role: "caseOfficer", agencyId: agency })],
};
const approver: MayActInput = {
  ...officer,
  act: "approve",
  posts: [post({ role: "approver", agencyId: agency })],
};

describe("who acts by right", () => {
  test.each<{ input: MayActInput; basis: string; because: string }>([
    {
      input: clerk,
      basis: "mandate",
      because: "a decision hands the field to the clerk's office at this unit",
    },
    {
      input: { ...clerk, act: "returnResult" },
      basis: "mandate",
      because: "giving the result back is a task of it",
    },
    {
      input: { ...clerk, mandates: [{ ...mandate, fieldCodes: [], procedureCodes: ["2.000635"] }] },
      basis: "mandate",
      because: "a single procedure may be named",
    },
    {
      input: { ...clerk, mandates: [{ ...mandate, autonomy: "independent" }] },
      basis: "mandate",
      because: "a freer mandate counts as well",
    },
    {
      input: { ...clerk, mandates: [{ ...mandate, validFrom: TODAY, validTo: TODAY }] },
      basis: "mandate",
      because: "the first and the last day count",
    },
    { input: officer, basis: "office", because: "a civil servant of the unit needs no mandate" },
    { input: { ...officer, act: "forward" }, basis: "office", because: "the unit sends on" },
    { input: { ...officer, act: "returnResult" }, basis: "office", because: "the unit gives back" },
    { input: caseOfficer, basis: "office", because: "the deciding agency's case officer takes" },
    { input: { ...caseOfficer, act: "recordOutcome" }, basis: "office", because: "and records" },
    { input: approver, basis: "office", because: "its approver approves" },
    {
      input: { ...approver, act: "sendBack", preparedBy: lan },
      basis: "office",
      because: "sending back is not approving",
    },
    {
      input: {
        ...officer,
        posts: [clerkPost, ...officer.posts],
        mandates: [mandate],
        accreditations: [accreditation],
      },
      basis: "office",
      because: "the state's post goes before a mandate",
    },
  ])("$input.act by $basis: $because", ({ input, basis }) => {
    expect(mayAct(input)).toMatchObject({ ok: true, value: { kind: basis } });
  });
});

describe("who is refused, and why", () => {
  test.each<{ input: MayActInput; code: string; because: string }>([
    { input: { ...clerk, mandates: [] }, code: "mandate_missing", because: "no decision names the office" },
    {
      input: { ...clerk, unitId: asId("unit-2") },
      code: "mandate_missing",
      because: "the decision is for another unit",
    },
    {
      input: { ...clerk, posts: [post({ postOfficeId: asId("office-2") })] },
      code: "mandate_missing",
      because: "the decision is for another office",
    },
    {
      input: { ...clerk, procedure: { code: "1.000894", fieldCode: "civilStatus" } },
      code: "mandate_procedure_excluded",
      because: "marriage is excepted, whatever the field",
    },
    {
      input: { ...clerk, procedure: { code: "1.014034", fieldCode: "householdBusiness" } },
      code: "mandate_procedure_excluded",
      because: "the field is not handed over",
    },
    {
      input: {
        ...clerk,
        mandates: [{ ...mandate, procedureCodes: ["2.000635"], exceptProcedureCodes: ["2.000635"] }],
      },
      code: "mandate_procedure_excluded",
      because: "an exception beats a name",
    },
    {
      input: { ...clerk, mandates: [{ ...mandate, tasks: ["guide", "enterData"] }] },
      code: "mandate_task_excluded",
      because: "guiding is not receiving",
    },
    {
      input: { ...clerk, mandates: [{ ...mandate, status: "suspended" }] },
      code: "mandate_not_in_force",
      because: "it is suspended",
    },
    {
      input: { ...clerk, mandates: [{ ...mandate, status: "ended" }] },
      code: "mandate_not_in_force",
      because: "it has ended",
    },
    {
      input: { ...clerk, mandates: [{ ...mandate, validTo: plainDate("2026-11-15") }] },
      code: "mandate_not_in_force",
      because: "yesterday was its last day",
    },
    {
      input: { ...clerk, mandates: [{ ...mandate, validFrom: plainDate("2026-11-17") }] },
      code: "mandate_not_in_force",
      because: "it begins tomorrow",
    },
    {
      input: { ...clerk, accreditations: [] },
      code: "accreditation_missing",
      because: "no training was passed",
    },
    {
      input: { ...clerk, accreditations: [{ ...accreditation, accountId: asId("phuc") }] },
      code: "accreditation_missing",
      because: "a colleague's training is not one's own",
    },
    {
      input: { ...clerk, accreditations: [{ ...accreditation, fieldCode: "children" }] },
      code: "accreditation_missing",
      because: "training in another field",
    },
    {
      input: { ...clerk, accreditations: [{ ...accreditation, validTo: plainDate("2026-11-15") }] },
      code: "accreditation_missing",
      because: "the training has lapsed",
    },
    {
      input: { ...clerk, mandates: [{ ...mandate, counterIds: [asId("counter-2")] }] },
      code: "mandate_counter_excluded",
      because: "the decision names another counter",
    },
    {
      input: { ...clerk, counterId: null, mandates: [{ ...mandate, counterIds: [asId("counter-1")] }] },
      code: "mandate_counter_excluded",
      because: "who sits at no counter is not at the named one",
    },
    ...(["drafted", "proposed", "approved", "refused"] as const).map((status) => ({
      input: { ...clerk, mandates: [{ ...mandate, status }] },
      code: "mandate_not_in_force",
      because: `${status} is not in force`,
    })),
    {
      input: { ...clerk, act: "forward" },
      code: "act_reserved_to_state",
      because: "sending on is the state's",
    },
    {
      input: { ...clerk, act: "approve" },
      code: "act_reserved_to_state",
      because: "deciding is the state's",
    },
    { input: { ...clerk, posts: [] }, code: "post_missing", because: "nobody employs this person" },
    {
      input: { ...clerk, posts: [post({ postOfficeId: office, validTo: plainDate("2026-11-15") })] },
      code: "post_missing",
      because: "the post has ended",
    },
    {
      input: { ...officer, unitId: asId("unit-2") },
      code: "post_missing",
      because: "the officer's unit is another",
    },
    {
      input: { ...caseOfficer, decidingAgencyId: asId("agency-2") },
      code: "post_missing",
      because: "the case officer's agency is another",
    },
    {
      input: { ...caseOfficer, act: "approve" },
      code: "post_missing",
      because: "who prepares does not approve",
    },
    {
      input: { ...approver, act: "recordOutcome" },
      code: "post_missing",
      because: "who approves does not prepare",
    },
    {
      input: { ...caseOfficer, act: "receive" },
      code: "post_missing",
      because: "a case officer sits behind no counter",
    },
    {
      input: { ...officer, posts: [post({ role: "administrator", unitId: unit })] },
      code: "post_missing",
      because: "an administrator touches no dossier",
    },
    {
      input: { ...approver, preparedBy: lan },
      code: "same_person_forbidden",
      because: "nobody approves what they prepared",
    },
  ])("$code: $because", ({ input, code }) => {
    expect(mayAct(input)).toMatchObject({ ok: false, code });
  });

  test("of several mandates that do not cover the act the nearest is named, with its decision", () => {
    const far = { ...mandate, decisionNumber: "1/QĐ", fieldCodes: [] };
    const near = { ...mandate, decisionNumber: "2/QĐ", status: "suspended" as const };
    for (const mandates of [
      [far, near],
      [near, far],
    ]) {
      expect(mayAct({ ...clerk, mandates })).toMatchObject({
        code: "mandate_not_in_force",
        details: { decision: "2/QĐ" },
      });
    }
  });
});
