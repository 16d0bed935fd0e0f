import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import { instant } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";
import {
  AUTONOMIES,
  type Accreditation,
  type Assignment,
  type Mandate,
  SUSPENSION_TARGETS,
  type Suspension,
  TASKS,
} from "./mandate.ts";
import { MANDATE_STATUSES } from "./mandate-life.ts";
import { ACTS, type Act, MAY_ACT_REFUSALS, type MayActInput, type Post, mayAct } from "./may-act.ts";
import { ROLES } from "./permission.ts";
import {
  JULY,
  NOW,
  TODAY,
  accreditation,
  agency,
  clerkPost,
  lan,
  mandate,
  office,
  post,
  unit,
} from "../../../test/kit/may-act.ts";

const EARLIER = instant("2026-11-16T01:00:00.000Z");
const LATER = instant("2026-11-16T03:00:00.000Z");

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
      postalClerk: { postOfficeId: asId<never>(`office-${at}`), operatorId: "operator-1" },
      courier: { postOfficeId: asId<never>(`office-${at}`), operatorId: "operator-1" },
      oneStopOfficer: { unitId: asId<never>(`unit-${at}`) },
      unitHead: { unitId: asId<never>(`unit-${at}`) },
      caseOfficer: { agencyId: asId<never>(`agency-${at}`) },
      approver: { agencyId: asId<never>(`agency-${at}`) },
      programmeOfficer: { agencyId: asId<never>(`agency-${at}`) },
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
    counterIds: some<readonly never[]>([], [], [asId<never>("counter-1")], [asId<never>("counter-2")]),
    tasks: fc.subarray([...TASKS]),
    fieldCodes: fc.subarray(["civilStatus", "children"]),
    procedureCodes: fc.subarray(["2.000635", "1.000894"]),
    exceptProcedureCodes: some<readonly string[]>([], [], ["1.000894"]),
    autonomy: some(...AUTONOMIES),
    status: some<Mandate["status"]>("inForce", "inForce", ...MANDATE_STATUSES),
  })
  .chain((held) => span.map((period): Mandate => ({ ...held, ...period })));
const aGoodMandate = fc
  .tuple(fc.uuid(), some(...AUTONOMIES))
  .map(([id, autonomy]): Mandate => ({ ...mandate, id: asId(id), autonomy }));
const anAccreditation = fc
  .tuple(some(lan, asId<never>("phuc")), some("civilStatus", "children"), span)
  .map(([accountId, fieldCode, period]): Accreditation => ({ accountId, fieldCode, ...period }));
const aSubject = some<Assignment["subject"]>(
  { kind: "procedure", procedureCode: "2.000635" },
  { kind: "procedure", procedureCode: "1.000894" },
  { kind: "dossier", dossierId: asId<never>("dossier-1") },
);
const anAssignment: fc.Arbitrary<Assignment> = fc.record({
  id: fc.uuid(),
  accountId: some(lan, lan, asId<never>("phuc")),
  unitId: some(unit, unit, asId<never>("unit-2")),
  task: some("receive", "returnResult", "guide"),
  subject: aSubject,
  standsBy: fc.boolean(),
  validFrom: some(JULY, TODAY),
  validTo: some(TODAY, plainDate("2026-11-15")),
  revoked: some(false, false, true),
});
const aSuspension: fc.Arbitrary<Suspension> = fc.record({
  id: fc.uuid(),
  target: some(...SUSPENSION_TARGETS),
  targetId: some("lan", "office-1", "office-2", "operator-1", "2.000635"),
  decisionNumber: some("300/QĐ-UBND"),
  from: some(NOW, EARLIER, LATER),
  to: some(null, NOW, LATER),
});
const anInput: fc.Arbitrary<MayActInput> = fc.record({
  act: some(...(Object.keys(ACTS) as Act[]), "receive" as const, "returnResult" as const),
  accountId: some(lan),
  posts: fc.array(fc.oneof(aPost, some(clerkPost)), { maxLength: 3 }),
  mandates: fc.array(fc.oneof(aMandate, aGoodMandate), { maxLength: 3 }),
  accreditations: fc.array(fc.oneof(anAccreditation, some(accreditation)), { maxLength: 3 }),
  assignments: fc.array(anAssignment, { maxLength: 2 }),
  suspensions: fc.oneof(
    { weight: 2, arbitrary: some<readonly Suspension[]>([]) },
    fc.array(aSuspension, { maxLength: 2 }),
  ),
  unitId: some(unit, unit, asId<never>("unit-2")),
  counterId: some(null, asId<never>("counter-1")),
  dossierId: some(null, asId<never>("dossier-1"), asId<never>("dossier-2")),
  decidingAgencyId: some(agency, agency, asId<never>("agency-2")),
  procedure: some(
    { code: "2.000635", fieldCode: "civilStatus" },
    { code: "1.000894", fieldCode: "civilStatus" },
    { code: "1.004946", fieldCode: "children" },
  ),
  now: some(NOW),
  preparedBy: some<MayActInput["preparedBy"]>(null, lan, asId<never>("ha")),
});

/** Whose office an act is, and the column of the post that must name the place. */
const OFFICIALS: Readonly<Record<Act, readonly (readonly ["unitId" | "agencyId", ...Post["role"][]])[]>> = {
  guide: [["unitId", "oneStopOfficer"]],
  receive: [["unitId", "oneStopOfficer"]],
  askBeforeReceipt: [["unitId", "oneStopOfficer"]],
  refuseIntake: [["unitId", "oneStopOfficer"]],
  supplement: [["unitId", "oneStopOfficer"]],
  askWithdrawal: [["unitId", "oneStopOfficer"]],
  endOnRequest: [["unitId", "oneStopOfficer"]],
  forward: [["unitId", "oneStopOfficer"]],
  returnResult: [["unitId", "oneStopOfficer"]],
  handPapersBack: [["unitId", "oneStopOfficer"]],
  take: [["agencyId", "caseOfficer"]],
  doStep: [
    ["unitId", "oneStopOfficer"],
    ["agencyId", "caseOfficer"],
    ["agencyId", "approver"],
  ],
  assignStep: [["agencyId", "approver"]],
  askSupplement: [
    ["unitId", "oneStopOfficer"],
    ["agencyId", "caseOfficer"],
  ],
  askSupplementAgain: [["agencyId", "approver"]],
  fulfilDuty: [
    ["unitId", "oneStopOfficer"],
    ["agencyId", "caseOfficer"],
  ],
  recordOutcome: [["agencyId", "caseOfficer"]],
  consult: [["agencyId", "caseOfficer", "approver"]],
  answerConsultation: [["agencyId", "caseOfficer", "approver"]],
  sendBack: [["agencyId", "approver"]],
  approve: [["agencyId", "approver"]],
  setDate: [["agencyId", "approver"]],
  confirm: [["unitId", "oneStopOfficer", "unitHead"]],
  resubmit: [["unitId", "oneStopOfficer"]],
  withdraw: [["unitId", "oneStopOfficer"]],
  deliverReceipt: [["unitId", "oneStopOfficer"]],
  remark: [["unitId", "oneStopOfficer", "unitHead"]],
};
/** The task of a mandate that an act of the post is part of; what is not here the post does not do. */
const PART_OF: Readonly<Record<string, string>> = {
  guide: "guide",
  receive: "receive",
  askBeforeReceipt: "receive",
  supplement: "receive",
  askWithdrawal: "receive",
  handPapersBack: "returnResult",
  resubmit: "receive",
  withdraw: "receive",
  deliverReceipt: "receive",
  returnResult: "returnResult",
  remark: "returnResult",
};
/** What stops a mandate, in the order in which it is asked. */
const OBSTACLES = [
  "mandate_procedure_excluded",
  "mandate_task_excluded",
  "mandate_counter_excluded",
  "mandate_not_in_force",
  "accreditation_missing",
];
const holds = (period: { validFrom: string; validTo: string | null }) =>
  TODAY >= period.validFrom && !(period.validTo !== null && period.validTo < TODAY);

/** The rule once more, as a list of questions: the first that is answered no names the refusal. */
function oracle(input: MayActInput): string {
  const { act } = input;
  const current = input.posts.filter(holds);
  const place = { unitId: input.unitId, agencyId: input.decidingAgencyId };
  const offices = OFFICIALS[act].flatMap(([column, ...roles]) =>
    current.filter((held) => roles.includes(held.role) && held[column] === place[column]),
  );
  if (offices.length > 0) {
    const own = input.preparedBy === input.accountId;
    return own && (act === "approve" || act === "confirm") ? "same_person_forbidden" : "office";
  }
  const clerks = current.filter((held) => held.role === "postalClerk");
  if (clerks.length === 0) return "post_missing";
  if (!(act in PART_OF)) return "act_reserved_to_state";
  return byThePost(input, clerks);
}

function byThePost(input: MayActInput, clerks: readonly Post[]): string {
  const { act } = input;
  const free = clerks.filter((held) => !isStopped(held, input));
  if (free.length === 0) return "right_suspended";
  const offices = free.map((held) => held.postOfficeId as string | null);
  const answers = input.mandates
    .filter((one) => one.unitId === input.unitId && offices.includes(one.postOfficeId))
    .map((one) => obstacleOf(one, act, input));
  if (answers.includes(-1)) return "mandate";
  const given = input.assignments.find((one) => isGiven(one, input));
  if (given) return given.standsBy || isTrained(input) ? "assignment" : "accreditation_missing";
  return answers.length === 0 ? "mandate_missing" : (OBSTACLES[Math.max(...answers)] ?? "");
}

function isStopped(held: Post, input: MayActInput): boolean {
  return input.suspensions
    .filter((one) => one.from <= NOW && (one.to === null || one.to > NOW))
    .some((one) => {
      const stopped = {
        account: input.accountId,
        postOffice: held.postOfficeId,
        operator: held.operatorId,
        procedure: input.procedure.code,
      };
      return stopped[one.target] === one.targetId;
    });
}

function isGiven(one: Assignment, { accountId, unitId, act, dossierId, procedure }: MayActInput): boolean {
  const about = one.subject.kind === "dossier" ? one.subject.dossierId : one.subject.procedureCode;
  const asked = one.subject.kind === "dossier" ? dossierId : procedure.code;
  const whose = [one.accountId, one.unitId, one.task].join();
  return !one.revoked && holds(one) && about === asked && whose === [accountId, unitId, PART_OF[act]].join();
}

function isTrained({ accreditations, accountId, procedure }: MayActInput): boolean {
  const held = accreditations.filter((one) => holds(one) && one.accountId === accountId);
  return held.some((one) => one.fieldCode === procedure.fieldCode);
}

/** The number of the first obstacle; -1 when there is none. */
function obstacleOf(one: Mandate, act: Act, input: MayActInput): number {
  const { procedure, counterId } = input;
  const named = one.procedureCodes.includes(procedure.code) || one.fieldCodes.includes(procedure.fieldCode);
  return [
    named && !one.exceptProcedureCodes.includes(procedure.code),
    one.tasks.some((task) => task === PART_OF[act]),
    one.counterIds.length === 0 || one.counterIds.some((counter) => counter === counterId),
    one.status === "inForce" && holds(one),
    isTrained(input),
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
        const here = (one: { readonly unitId: string }) => one.unitId === input.unitId;
        const known: Readonly<Record<string, readonly { readonly id: string }[]>> = {
          office: input.posts,
          mandate: input.mandates.filter(here),
          assignment: input.assignments.filter(here),
        };
        expect(known[kind]?.map((one) => one.id)).toContain(id);
      }),
    );
  });

  test("an act counts at once when any mandate that covers it needs no confirming, in whichever order they come", () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const right = mayAct(input);
        if (!right.ok || right.value.kind !== "mandate") return;
        const alone = input.mandates.map((one) => ({ one, right: mayAct({ ...input, mandates: [one] }) }));
        const free = alone.some(
          ({ one, right }) => right.ok && right.value.kind === "mandate" && one.autonomy !== "assist",
        );
        const waits = !free && ["receive", "supplement", "returnResult"].includes(input.act);
        expect(right.value.awaitsConfirmation).toBe(waits);
        const turned = mayAct({ ...input, mandates: input.mandates.toReversed() });
        expect(turned.ok && turned.value.awaitsConfirmation).toBe(waits);
      }),
    );
  });

  test("a postal clerk can never forward, take, decide, send back, approve or confirm, whatever mandates say", () => {
    const reserved = fc
      .constantFrom("forward", "take", "recordOutcome", "sendBack", "approve", "confirm")
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
