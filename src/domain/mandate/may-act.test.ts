import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import { plainDate } from "../shared/plain-date.ts";
import { ACTS, AUTONOMIES, type Accreditation, type Act, type MayActInput, MAY_ACT_REFUSALS, type Mandate, type Post, TASKS, mayAct } from "./may-act.ts";
import { ROLES } from "./permission.ts";

const lan = asId<never>("lan");
const unit = asId<never>("unit-1");
const agency = asId<never>("agency-1");
const office = asId<never>("office-1");
const JULY = plainDate("2025-07-01");
const TODAY = plainDate("2026-11-16");

const post = (changes: Partial<Post>): Post => ({
  id: "post-1",
  role: "postalClerk",
  unitId: null,
  agencyId: null,
  postOfficeId: null,
  validFrom: JULY,
  validTo: null,
  ...changes,
});
const clerkPost = post({ postOfficeId: office });
const mandate: Mandate = {
  id: asId("mandate-1"),
  decisionNumber: "268/QĐ-UBND",
  unitId: unit,
  postOfficeId: office,
  tasks: ["receive", "returnResult"],
  fieldCodes: ["civilStatus"],
  procedureCodes: [],
  exceptProcedureCodes: ["1.000894"],
  autonomy: "supervised",
  status: "inForce",
  validFrom: JULY,
  validTo: null,
};
const accreditation: Accreditation = { accountId: lan, fieldCode: "civilStatus", validFrom: JULY, validTo: null };
const clerk: MayActInput = {
  act: "receive",
  accountId: lan,
  posts: [clerkPost],
  mandates: [mandate],
  accreditations: [accreditation],
  unitId: unit,
  decidingAgencyId: agency,
  procedure: { code: "2.000635", fieldCode: "civilStatus" },
  today: TODAY,
  preparedBy: null,
};
const officer: MayActInput = { ...clerk, posts: [post({ role: "oneStopOfficer", unitId: unit })], mandates: [], accreditations: [] };
const caseOfficer: MayActInput = { ...officer, act: "take", posts: [post({ role: "caseOfficer", agencyId: agency })] };
const approver: MayActInput = { ...officer, act: "approve", posts: [post({ role: "approver", agencyId: agency })] };

/** Small worlds, so that places, days and fields meet often; half of them lean towards what is allowed. */
const some = <T>(...values: T[]) => fc.constantFrom(...values);
const span = some(
  { validFrom: JULY, validTo: null },
  { validFrom: JULY, validTo: plainDate("2026-11-15") },
  { validFrom: plainDate("2026-11-17"), validTo: null },
  { validFrom: JULY, validTo: TODAY },
);
const aPost = fc
  .tuple(fc.uuid(), some(...ROLES), some("1", "1", "2"), span)
  .map(([id, role, at, period]): Post => {
    const place = {
      postalClerk: { postOfficeId: asId<never>(`office-${at}`) },
      oneStopOfficer: { unitId: asId<never>(`unit-${at}`) },
      caseOfficer: { agencyId: asId<never>(`agency-${at}`) },
      approver: { agencyId: asId<never>(`agency-${at}`) },
      administrator: { unitId: asId<never>(`unit-${at}`) },
    }[role];
    return { ...post({ id, role }), ...place, ...period };
  });
const aMandate = fc
  .record({
    id: fc.uuid().map((id) => asId<never>(id)),
    decisionNumber: some("268/QĐ-UBND"),
    unitId: some(unit, asId<never>("unit-2")),
    postOfficeId: some(office, asId<never>("office-2")),
    tasks: fc.subarray([...TASKS]),
    fieldCodes: fc.subarray(["civilStatus", "children"]),
    procedureCodes: fc.subarray(["2.000635", "1.000894"]),
    exceptProcedureCodes: some<readonly string[]>([], [], ["1.000894"]),
    autonomy: some(...AUTONOMIES),
    status: some<Mandate["status"]>("inForce", "inForce", "suspended", "ended"),
  })
  .chain((held) => span.map((period): Mandate => ({ ...held, ...period })));
const anAccreditation = fc
  .tuple(some(lan, asId<never>("phuc")), some("civilStatus", "children"), span)
  .map(([accountId, fieldCode, period]): Accreditation => ({ accountId, fieldCode, ...period }));
const anInput: fc.Arbitrary<MayActInput> = fc.record({
  act: some(...(Object.keys(ACTS) as Act[]), "receive" as const, "returnResult" as const),
  accountId: some(lan),
  posts: fc.array(aPost, { maxLength: 3 }),
  mandates: fc.array(aMandate, { maxLength: 3 }),
  accreditations: fc.array(anAccreditation, { maxLength: 3 }),
  unitId: some(unit, unit, asId<never>("unit-2")),
  decidingAgencyId: some(agency, agency, asId<never>("agency-2")),
  procedure: some({ code: "2.000635", fieldCode: "civilStatus" }, { code: "1.000894", fieldCode: "civilStatus" }, { code: "1.004946", fieldCode: "children" }),
  today: some(TODAY),
  preparedBy: some<MayActInput["preparedBy"]>(null, lan, asId<never>("ha")),
});

describe("who acts by right", () => {
  test.each<{ input: MayActInput; basis: string; because: string }>([
    { input: clerk, basis: "mandate", because: "a decision hands the field to the clerk's office at this unit" },
    { input: { ...clerk, act: "returnResult" }, basis: "mandate", because: "giving the result back is a task of it" },
    { input: { ...clerk, mandates: [{ ...mandate, fieldCodes: [], procedureCodes: ["2.000635"] }] }, basis: "mandate", because: "a single procedure may be named" },
    { input: { ...clerk, mandates: [{ ...mandate, autonomy: "independent" }] }, basis: "mandate", because: "a freer mandate counts as well" },
    { input: { ...clerk, mandates: [{ ...mandate, validFrom: TODAY, validTo: TODAY }] }, basis: "mandate", because: "the first and the last day count" },
    { input: officer, basis: "office", because: "a civil servant of the unit needs no mandate" },
    { input: { ...officer, act: "forward" }, basis: "office", because: "the unit sends on" },
    { input: { ...officer, act: "returnResult" }, basis: "office", because: "the unit gives back" },
    { input: caseOfficer, basis: "office", because: "the deciding agency's case officer takes" },
    { input: { ...caseOfficer, act: "recordOutcome" }, basis: "office", because: "and records" },
    { input: approver, basis: "office", because: "its approver approves" },
    { input: { ...approver, act: "sendBack", preparedBy: lan }, basis: "office", because: "sending back is not approving" },
    { input: { ...officer, posts: [clerkPost, ...officer.posts], mandates: [mandate], accreditations: [accreditation] }, basis: "office", because: "the state's post goes before a mandate" },
  ])("$input.act by $basis: $because", ({ input, basis }) => {
    expect(mayAct(input)).toMatchObject({ ok: true, value: { kind: basis } });
  });
});

describe("who is refused, and why", () => {
  test.each<{ input: MayActInput; code: string; because: string }>([
    { input: { ...clerk, mandates: [] }, code: "mandate_missing", because: "no decision names the office" },
    { input: { ...clerk, unitId: asId("unit-2") }, code: "mandate_missing", because: "the decision is for another unit" },
    { input: { ...clerk, posts: [post({ postOfficeId: asId("office-2") })] }, code: "mandate_missing", because: "the decision is for another office" },
    { input: { ...clerk, procedure: { code: "1.000894", fieldCode: "civilStatus" } }, code: "mandate_procedure_excluded", because: "marriage is excepted, whatever the field" },
    { input: { ...clerk, procedure: { code: "1.014034", fieldCode: "householdBusiness" } }, code: "mandate_procedure_excluded", because: "the field is not handed over" },
    { input: { ...clerk, mandates: [{ ...mandate, procedureCodes: ["2.000635"], exceptProcedureCodes: ["2.000635"] }] }, code: "mandate_procedure_excluded", because: "an exception beats a name" },
    { input: { ...clerk, mandates: [{ ...mandate, tasks: ["guide", "enterData"] }] }, code: "mandate_task_excluded", because: "guiding is not receiving" },
    { input: { ...clerk, mandates: [{ ...mandate, status: "suspended" }] }, code: "mandate_not_in_force", because: "it is suspended" },
    { input: { ...clerk, mandates: [{ ...mandate, status: "ended" }] }, code: "mandate_not_in_force", because: "it has ended" },
    { input: { ...clerk, mandates: [{ ...mandate, validTo: plainDate("2026-11-15") }] }, code: "mandate_not_in_force", because: "yesterday was its last day" },
    { input: { ...clerk, mandates: [{ ...mandate, validFrom: plainDate("2026-11-17") }] }, code: "mandate_not_in_force", because: "it begins tomorrow" },
    { input: { ...clerk, accreditations: [] }, code: "accreditation_missing", because: "no training was passed" },
    { input: { ...clerk, accreditations: [{ ...accreditation, accountId: asId("phuc") }] }, code: "accreditation_missing", because: "a colleague's training is not one's own" },
    { input: { ...clerk, accreditations: [{ ...accreditation, fieldCode: "children" }] }, code: "accreditation_missing", because: "training in another field" },
    { input: { ...clerk, accreditations: [{ ...accreditation, validTo: plainDate("2026-11-15") }] }, code: "accreditation_missing", because: "the training has lapsed" },
    { input: { ...clerk, mandates: [{ ...mandate, autonomy: "assist" }] }, code: "mandate_needs_confirmation", because: "a civil servant must confirm" },
    { input: { ...clerk, act: "forward" }, code: "act_reserved_to_state", because: "sending on is the state's" },
    { input: { ...clerk, act: "approve" }, code: "act_reserved_to_state", because: "deciding is the state's" },
    { input: { ...clerk, posts: [] }, code: "post_missing", because: "nobody employs this person" },
    { input: { ...clerk, posts: [post({ postOfficeId: office, validTo: plainDate("2026-11-15") })] }, code: "post_missing", because: "the post has ended" },
    { input: { ...officer, unitId: asId("unit-2") }, code: "post_missing", because: "the officer's unit is another" },
    { input: { ...caseOfficer, decidingAgencyId: asId("agency-2") }, code: "post_missing", because: "the case officer's agency is another" },
    { input: { ...caseOfficer, act: "approve" }, code: "post_missing", because: "who prepares does not approve" },
    { input: { ...approver, act: "recordOutcome" }, code: "post_missing", because: "who approves does not prepare" },
    { input: { ...caseOfficer, act: "receive" }, code: "post_missing", because: "a case officer sits behind no counter" },
    { input: { ...officer, posts: [post({ role: "administrator", unitId: unit })] }, code: "post_missing", because: "an administrator touches no dossier" },
    { input: { ...approver, preparedBy: lan }, code: "same_person_forbidden", because: "nobody approves what they prepared" },
  ])("$code: $because", ({ input, code }) => {
    expect(mayAct(input)).toMatchObject({ ok: false, code });
  });

  test("of several mandates that do not cover the act the nearest is named, with its decision", () => {
    const far = { ...mandate, decisionNumber: "1/QĐ", fieldCodes: [] };
    const near = { ...mandate, decisionNumber: "2/QĐ", status: "suspended" as const };
    for (const mandates of [[far, near], [near, far]]) {
      expect(mayAct({ ...clerk, mandates })).toMatchObject({ code: "mandate_not_in_force", details: { decision: "2/QĐ" } });
    }
  });

  test("every refusal of the list is one that somebody can get", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anInput, (input) => {
        const right = mayAct(input);
        if (!right.ok) seen.add(right.code);
      }),
      { numRuns: 4_000 },
    );
    expect([...seen].toSorted()).toEqual([...MAY_ACT_REFUSALS].toSorted());
  });
});

/** The rule once more, as a list of questions: the first that is answered no names the refusal. */
function oracle(input: MayActInput): string {
  const { act, posts, today } = input;
  const holds = (span: { validFrom: string; validTo: string | null }) => today >= span.validFrom && !(span.validTo !== null && span.validTo < today);
  const current = posts.filter(holds);
  const stands = {
    oneStopOfficer: current.filter((held) => held.role === "oneStopOfficer").map((held) => held.unitId as string | null),
    caseOfficer: current.filter((held) => held.role === "caseOfficer").map((held) => held.agencyId as string | null),
    approver: current.filter((held) => held.role === "approver").map((held) => held.agencyId as string | null),
  };
  const atUnit = stands.oneStopOfficer.includes(input.unitId);
  const official =
    (["receive", "forward", "returnResult"].includes(act) && atUnit) ||
    (["take", "recordOutcome"].includes(act) && stands.caseOfficer.includes(input.decidingAgencyId)) ||
    (["sendBack", "approve"].includes(act) && stands.approver.includes(input.decidingAgencyId));
  if (official) return act === "approve" && input.preparedBy === input.accountId ? "same_person_forbidden" : "office";
  const offices = current.filter((held) => held.role === "postalClerk").map((held) => held.postOfficeId as string | null);
  if (offices.length === 0) return "post_missing";
  if (act !== "receive" && act !== "returnResult") return "act_reserved_to_state";
  const answers = input.mandates
    .filter((one) => one.unitId === input.unitId && offices.includes(one.postOfficeId))
    .map((one) => {
      const named = one.procedureCodes.includes(input.procedure.code) || one.fieldCodes.includes(input.procedure.fieldCode);
      const trained = input.accreditations.filter((held) => holds(held) && held.accountId === input.accountId);
      return [
        named && !one.exceptProcedureCodes.includes(input.procedure.code),
        one.tasks.some((task) => task === act),
        one.status === "inForce" && holds(one),
        trained.some((held) => held.fieldCode === input.procedure.fieldCode),
        one.autonomy !== "assist",
      ].indexOf(false);
    });
  if (answers.includes(-1)) return "mandate";
  const names = ["mandate_procedure_excluded", "mandate_task_excluded", "mandate_not_in_force", "accreditation_missing", "mandate_needs_confirmation"];
  return answers.length === 0 ? "mandate_missing" : (names[Math.max(...answers)] ?? "");
}

describe("the rule as a whole", () => {
  test("it has an answer to everything, and it is the one that the questions in order give", () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const right = mayAct(input);
        expect(right.ok ? right.value.kind : right.code).toBe(oracle(input));
      }),
      { numRuns: 2_000 },
    );
  });

  test("the right that is named is one that the person has at this place", () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const right = mayAct(input);
        if (!right.ok) return;
        const { kind, id } = right.value;
        const known = kind === "office" ? input.posts.map((held) => held.id) : input.mandates.filter((one) => one.unitId === input.unitId).map((one) => one.id);
        expect(known).toContain(id);
      }),
    );
  });

  test("a postal clerk can never forward, take, decide, send back or approve, whatever mandates say", () => {
    const reserved = fc.constantFrom("forward", "take", "recordOutcome", "sendBack", "approve").map((act) => act as Act);
    const everything = { tasks: TASKS, fieldCodes: ["civilStatus", "children"], exceptProcedureCodes: [], autonomy: "independent", status: "inForce" } as const;
    fc.assert(
      fc.property(anInput, reserved, fc.boolean(), (input, act, generous) => {
        const posts = input.posts.map((held) => ({ ...held, role: "postalClerk" as const }));
        const mandates = generous ? input.mandates.map((one) => ({ ...one, ...everything })) : input.mandates;
        const right = mayAct({ ...input, act, posts, mandates });
        expect(right.ok).toBe(false);
        if (!right.ok) expect(["act_reserved_to_state", "post_missing"]).toContain(right.code);
      }),
    );
  });

  test("one more mandate never takes a right away", () => {
    fc.assert(
      fc.property(anInput, anInput, (input, other) => {
        fc.pre(mayAct(input).ok);
        expect(mayAct({ ...input, mandates: [...other.mandates, ...input.mandates] }).ok).toBe(true);
      }),
    );
  });
});
