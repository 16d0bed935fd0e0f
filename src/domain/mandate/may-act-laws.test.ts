import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import { plainDate } from "../shared/plain-date.ts";
import {
  ACTS,
  AUTONOMIES,
  type Accreditation,
  type Act,
  MAY_ACT_REFUSALS,
  type Mandate,
  type MayActInput,
  type Post,
  TASKS,
  mayAct,
} from "./may-act.ts";
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
const accreditation: Accreditation = {
  accountId: lan,
  fieldCode: "civilStatus",
  validFrom: JULY,
  validTo: null,
};
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
const aGoodMandate = fc
  .tuple(fc.uuid(), some(...AUTONOMIES))
  .map(([id, autonomy]): Mandate => ({ ...mandate, id: asId(id), autonomy }));
const anAccreditation = fc
  .tuple(some(lan, asId<never>("phuc")), some("civilStatus", "children"), span)
  .map(([accountId, fieldCode, period]): Accreditation => ({ accountId, fieldCode, ...period }));
const anInput: fc.Arbitrary<MayActInput> = fc.record({
  act: some(...(Object.keys(ACTS) as Act[]), "receive" as const, "returnResult" as const),
  accountId: some(lan),
  posts: fc.array(fc.oneof(aPost, some(clerkPost)), { maxLength: 3 }),
  mandates: fc.array(fc.oneof(aMandate, aGoodMandate), { maxLength: 3 }),
  accreditations: fc.array(fc.oneof(anAccreditation, some(accreditation)), { maxLength: 3 }),
  unitId: some(unit, unit, asId<never>("unit-2")),
  decidingAgencyId: some(agency, agency, asId<never>("agency-2")),
  procedure: some(
    { code: "2.000635", fieldCode: "civilStatus" },
    { code: "1.000894", fieldCode: "civilStatus" },
    { code: "1.004946", fieldCode: "children" },
  ),
  today: some(TODAY),
  preparedBy: some<MayActInput["preparedBy"]>(null, lan, asId<never>("ha")),
});

/** Whose office an act is, and the column of the post that must name the place. */
const OFFICIALS: Readonly<Record<Act, readonly [Post["role"], "unitId" | "agencyId"]>> = {
  receive: ["oneStopOfficer", "unitId"],
  forward: ["oneStopOfficer", "unitId"],
  returnResult: ["oneStopOfficer", "unitId"],
  take: ["caseOfficer", "agencyId"],
  recordOutcome: ["caseOfficer", "agencyId"],
  sendBack: ["approver", "agencyId"],
  approve: ["approver", "agencyId"],
};
/** What stops a mandate, in the order in which it is asked. */
const OBSTACLES = [
  "mandate_procedure_excluded",
  "mandate_task_excluded",
  "mandate_not_in_force",
  "accreditation_missing",
  "mandate_needs_confirmation",
];
const holds = (period: { validFrom: string; validTo: string | null }) =>
  TODAY >= period.validFrom && !(period.validTo !== null && period.validTo < TODAY);

/** The rule once more, as a list of questions: the first that is answered no names the refusal. */
function oracle(input: MayActInput): string {
  const { act } = input;
  const [role, column] = OFFICIALS[act];
  const current = input.posts.filter(holds);
  const place = column === "unitId" ? input.unitId : input.decidingAgencyId;
  if (current.some((held) => held.role === role && held[column] === place)) {
    return act === "approve" && input.preparedBy === input.accountId ? "same_person_forbidden" : "office";
  }
  const clerks = current.filter((held) => held.role === "postalClerk");
  if (clerks.length === 0) return "post_missing";
  if (act !== "receive" && act !== "returnResult") return "act_reserved_to_state";
  const offices = clerks.map((held) => held.postOfficeId as string | null);
  const answers = input.mandates
    .filter((one) => one.unitId === input.unitId && offices.includes(one.postOfficeId))
    .map((one) => obstacleOf(one, act, input));
  if (answers.includes(-1)) return "mandate";
  return answers.length === 0 ? "mandate_missing" : (OBSTACLES[Math.max(...answers)] ?? "");
}

/** The number of the first obstacle; -1 when there is none. */
function obstacleOf(one: Mandate, act: Act, { procedure, accreditations, accountId }: MayActInput): number {
  const named = one.procedureCodes.includes(procedure.code) || one.fieldCodes.includes(procedure.fieldCode);
  const trained = accreditations.filter((held) => holds(held) && held.accountId === accountId);
  return [
    named && !one.exceptProcedureCodes.includes(procedure.code),
    one.tasks.some((task) => task === act),
    one.status === "inForce" && holds(one),
    trained.some((held) => held.fieldCode === procedure.fieldCode),
    one.autonomy !== "assist",
  ].indexOf(false);
}

describe("the rule as a whole", () => {
  test("every refusal of the list is one that somebody can get", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anInput, (input) => {
        const right = mayAct(input);
        if (!right.ok) seen.add(right.code);
      }),
      { numRuns: 3_000, seed: 1 },
    );
    expect([...seen].toSorted()).toEqual([...MAY_ACT_REFUSALS].toSorted());
  });

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
        const known =
          kind === "office"
            ? input.posts.map((held) => held.id)
            : input.mandates.filter((one) => one.unitId === input.unitId).map((one) => one.id);
        expect(known).toContain(id);
      }),
    );
  });

  test("a postal clerk can never forward, take, decide, send back or approve, whatever mandates say", () => {
    const reserved = fc
      .constantFrom("forward", "take", "recordOutcome", "sendBack", "approve")
      .map((act) => act as Act);
    const everything = {
      tasks: TASKS,
      fieldCodes: ["civilStatus", "children"],
      exceptProcedureCodes: [],
      autonomy: "independent",
      status: "inForce",
    } as const;
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
