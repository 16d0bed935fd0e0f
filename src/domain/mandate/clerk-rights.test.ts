import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import { instant } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";
import { type ClerkAtUnit, clerkRights } from "./clerk-rights.ts";
import { MANDATE_STATUSES } from "./mandate-life.ts";
import {
  AUTONOMIES,
  type Accreditation,
  type Mandate,
  SUSPENSION_TARGETS,
  type Suspension,
  TASKS,
} from "./mandate.ts";
import { type MayActInput, mayAct } from "./may-act.ts";

const JULY = plainDate("2025-07-01");
const YESTERDAY = plainDate("2026-11-15");
const TODAY = plainDate("2026-11-16");
const NOW = instant("2026-11-16T02:00:00.000Z");
const EARLIER = instant("2026-11-16T01:00:00.000Z");
const LATER = instant("2026-11-16T03:00:00.000Z");

const lan: ClerkAtUnit = {
  accountId: asId("lan"),
  unitId: asId("unit-1"),
  postOfficeId: asId("office-1"),
  operatorId: "operator-1",
  counterId: asId("counter-1"),
};
const mandate: Mandate = {
  id: asId("mandate-1"),
  decisionNumber: "268/QĐ-UBND",
  unitId: lan.unitId,
  postOfficeId: lan.postOfficeId,
  counterIds: [],
  tasks: ["receive"],
  fieldCodes: ["civilStatus"],
  procedureCodes: [],
  exceptProcedureCodes: [],
  autonomy: "supervised",
  status: "inForce",
  validFrom: JULY,
  validTo: null,
};
const training: Accreditation = {
  accountId: lan.accountId,
  fieldCode: "civilStatus",
  validFrom: JULY,
  validTo: null,
};
const stop: Suspension = {
  id: "suspension-1",
  target: "account",
  targetId: "lan",
  decisionNumber: "300/QĐ-UBND",
  from: EARLIER,
  to: null,
};
const FIELDS: Readonly<Record<string, string>> = {
  "2.000635": "civilStatus",
  "1.000894": "civilStatus",
  "1.004946": "children",
};
const fieldOf = (code: string) => FIELDS[code];

interface Facts {
  readonly mandates: readonly Mandate[];
  readonly accreditations: readonly Accreditation[];
  readonly suspensions: readonly Suspension[];
}
const facts = (changes: Partial<Facts>): Facts => ({
  mandates: [mandate],
  accreditations: [training],
  suspensions: [],
  ...changes,
});
const RIGHT = {
  task: "receive",
  fieldCode: "civilStatus",
  decisionNumber: "268/QĐ-UBND",
  until: null,
  awaitsConfirmation: false,
};

describe("what a clerk may do today", () => {
  test.each<{
    because: string;
    given: Facts;
    clerk?: ClerkAtUnit;
    rights: readonly object[];
    untrained?: string[];
    stopped?: readonly string[];
  }>([
    { because: "a mandate reaches the clerk", given: facts({}), rights: [RIGHT] },
    {
      because: "it ends with the mandate when that ends before the training",
      given: facts({
        mandates: [{ ...mandate, validTo: TODAY }],
        accreditations: [{ ...training, validTo: plainDate("2027-01-31") }],
      }),
      rights: [{ ...RIGHT, until: TODAY }],
    },
    {
      because: "it ends with the training when that ends first",
      given: facts({ accreditations: [{ ...training, validTo: TODAY }] }),
      rights: [{ ...RIGHT, until: TODAY }],
    },
    {
      because: "of two trainings the later one counts",
      given: facts({ accreditations: [training, { ...training, validTo: TODAY }] }),
      rights: [RIGHT],
    },
    {
      because: "of two mandates for the same the longer one counts",
      given: facts({ mandates: [{ ...mandate, validTo: TODAY }, mandate] }),
      rights: [RIGHT],
    },
    {
      because: "of two mandates for the same the one without confirmation counts, though it is shorter",
      given: facts({
        mandates: [
          { ...mandate, autonomy: "assist" },
          { ...mandate, validTo: TODAY },
        ],
      }),
      rights: [{ ...RIGHT, until: TODAY }],
    },
    {
      because: "under assist each act awaits confirmation",
      given: facts({ mandates: [{ ...mandate, autonomy: "assist" }] }),
      rights: [{ ...RIGHT, awaitsConfirmation: true }],
    },
    {
      because: "a single procedure stands under its field",
      given: facts({ mandates: [{ ...mandate, fieldCodes: [], procedureCodes: ["2.000635", "9.999999"] }] }),
      rights: [RIGHT],
    },
    {
      because: "a procedure that is named and excepted gives nothing",
      given: facts({
        mandates: [
          { ...mandate, fieldCodes: [], procedureCodes: ["2.000635"], exceptProcedureCodes: ["2.000635"] },
        ],
      }),
      rights: [],
    },
    {
      because: "the only procedure that it names is stopped",
      given: facts({
        mandates: [{ ...mandate, fieldCodes: [], procedureCodes: ["2.000635"] }],
        suspensions: [{ ...stop, target: "procedure", targetId: "2.000635" }],
      }),
      rights: [],
    },
    {
      because: "one procedure that is stopped leaves the rest of its field",
      given: facts({ suspensions: [{ ...stop, target: "procedure", targetId: "2.000635" }] }),
      rights: [RIGHT],
    },
    {
      because: "the training is somebody else's",
      given: facts({ accreditations: [{ ...training, accountId: asId("phuc") }] }),
      rights: [],
      untrained: ["civilStatus"],
    },
    {
      because: "the training is over",
      given: facts({ accreditations: [{ ...training, validTo: YESTERDAY }] }),
      rights: [],
      untrained: ["civilStatus"],
    },
    {
      because: "the mandate is suspended",
      given: facts({ mandates: [{ ...mandate, status: "suspended" }] }),
      rights: [],
      stopped: [mandate.id],
    },
    {
      because: "the mandate is suspended, and would not reach the clerk's counter anyhow",
      given: facts({
        mandates: [{ ...mandate, status: "suspended", counterIds: [asId("counter-2")] }],
      }),
      rights: [],
    },
    {
      because: "the mandate is over",
      given: facts({ mandates: [{ ...mandate, validTo: YESTERDAY }] }),
      rights: [],
    },
    {
      because: "it is another unit's",
      given: facts({ mandates: [{ ...mandate, unitId: asId("unit-2") }] }),
      rights: [],
    },
    {
      because: "it is another office's",
      given: facts({ mandates: [{ ...mandate, postOfficeId: asId("office-2") }] }),
      rights: [],
    },
    {
      because: "it holds at another counter than this",
      given: facts({ mandates: [{ ...mandate, counterIds: [asId("counter-2")] }] }),
      rights: [],
    },
    {
      because: "whichever counter was asked, and it holds at one",
      given: facts({ mandates: [{ ...mandate, counterIds: [asId("counter-2")] }] }),
      clerk: { ...lan, counterId: null },
      rights: [RIGHT],
    },
  ])("$because", ({ given, clerk = lan, rights, untrained = [], stopped = [] }) => {
    expect(clerkRights(clerk, given, NOW, fieldOf)).toEqual({
      rights,
      untrainedFields: untrained,
      stoppedBy: [],
      suspendedMandates: stopped,
    });
  });

  test.each([
    { because: "the clerk is stopped", change: {}, suspended: true },
    {
      because: "the office is stopped",
      change: { target: "postOffice", targetId: "office-1" },
      suspended: true,
    },
    {
      because: "the operator is stopped",
      change: { target: "operator", targetId: "operator-1" },
      suspended: true,
    },
    { because: "somebody else is stopped", change: { targetId: "phuc" }, suspended: false },
    { because: "it begins later", change: { from: LATER }, suspended: false },
    { because: "it was lifted", change: { to: NOW }, suspended: false },
  ] as const)("suspended: $suspended, when $because", ({ change, suspended }) => {
    const found = clerkRights(lan, facts({ suspensions: [{ ...stop, ...change }] }), NOW, fieldOf);
    expect(found.stoppedBy).toHaveLength(suspended ? 1 : 0);
    expect(found.rights).toEqual(suspended ? [] : [RIGHT]);
  });
});

/** Small worlds that lean towards what is allowed: two fields, each with one procedure that nobody names and two that mandates name or except. */
const some = <T>(...values: T[]) => fc.constantFrom(...values);
const CODES = ["a0", "a1", "a2", "b0", "b1", "b2"];
const NAMED = CODES.filter((code) => !code.endsWith("0"));
const smallFieldOf = (code: string) => (CODES.includes(code) ? code[0] : undefined);
const span = some(
  { validFrom: JULY, validTo: null },
  { validFrom: JULY, validTo: YESTERDAY },
  { validFrom: JULY, validTo: TODAY },
  { validFrom: plainDate("2026-11-17"), validTo: null },
);
const aMandate = fc
  .record({
    id: fc.uuid().map((id) => asId<never>(id)),
    decisionNumber: some("268/QĐ-UBND"),
    unitId: some(lan.unitId, lan.unitId, asId<never>("unit-2")),
    postOfficeId: some(lan.postOfficeId, lan.postOfficeId, asId<never>("office-2")),
    counterIds: some<readonly never[]>([], [], [asId<never>("counter-1")], [asId<never>("counter-2")]),
    tasks: fc.subarray([...TASKS]),
    fieldCodes: fc.subarray(["a", "b"]),
    procedureCodes: fc.subarray(NAMED),
    exceptProcedureCodes: fc.subarray(NAMED),
    autonomy: some(...AUTONOMIES),
    status: some<Mandate["status"]>("inForce", "inForce", "inForce", ...MANDATE_STATUSES),
  })
  .chain((held) => span.map((period): Mandate => ({ ...held, ...period })));
const aGoodMandate = fc
  .tuple(fc.subarray(["a", "b"]), fc.subarray(NAMED))
  .map(([fieldCodes, procedureCodes]): Mandate => ({ ...mandate, fieldCodes, procedureCodes }));
const anAct = some<"receive" | "returnResult">("receive", "returnResult");
const aTraining = fc
  .tuple(some(lan.accountId, lan.accountId, asId<never>("phuc")), some("a", "b"), span)
  .map(([accountId, fieldCode, period]): Accreditation => ({ accountId, fieldCode, ...period }));
const aStop: fc.Arbitrary<Suspension> = fc.record({
  id: fc.uuid(),
  target: some(...SUSPENSION_TARGETS),
  targetId: some("lan", "phuc", "office-1", "operator-1", ...NAMED),
  decisionNumber: some("300/QĐ-UBND"),
  from: some(EARLIER, NOW, LATER),
  to: some(null, NOW, LATER),
});
const aWorld: fc.Arbitrary<Facts> = fc.record({
  mandates: fc.array(fc.oneof(aMandate, aGoodMandate), { maxLength: 3 }),
  accreditations: fc.array(fc.oneof(aTraining, some({ ...training, fieldCode: "a" })), { maxLength: 4 }),
  suspensions: fc.oneof(
    { weight: 2, arbitrary: some<readonly Suspension[]>([]) },
    fc.array(aStop, { maxLength: 2 }),
  ),
});

function isAllowed(world: Facts, act: "receive" | "returnResult", code: string): boolean {
  const input: MayActInput = {
    ...world,
    act,
    accountId: lan.accountId,
    posts: [
      {
        id: "post-1",
        role: "postalClerk",
        unitId: null,
        agencyId: null,
        postOfficeId: lan.postOfficeId,
        operatorId: lan.operatorId,
        validFrom: JULY,
        validTo: null,
      },
    ],
    assignments: [],
    unitId: lan.unitId,
    counterId: lan.counterId,
    decidingAgencyId: asId("agency-1"),
    procedure: { code, fieldCode: smallFieldOf(code) ?? "" },
    dossierId: null,
    now: NOW,
    preparedBy: null,
  };
  return mayAct(input).ok;
}

test("a right is listed exactly when the rule allows the task for some procedure of the field", () => {
  const listed = { yes: 0, no: 0 };
  fc.assert(
    fc.property(aWorld, anAct, some("a", "b"), (world, act, field) => {
      const { rights } = clerkRights(lan, world, NOW, smallFieldOf);
      const isListed = rights.some(({ task, fieldCode }) => task === act && fieldCode === field);
      const allowed = CODES.some((code) => code.startsWith(field) && isAllowed(world, act, code));
      expect(isListed).toBe(allowed);
      listed[isListed ? "yes" : "no"] += 1;
    }),
    { numRuns: 2_000 },
  );
  expect(Math.min(listed.yes, listed.no)).toBeGreaterThan(100); // Neither answer is an accident.
});

test("where mandates name whole fields only, it is listed exactly when the rule allows a procedure that nobody names", () => {
  fc.assert(
    fc.property(aWorld, anAct, some("a", "b"), (world, act, field) => {
      const whole = { ...world, mandates: world.mandates.map((one) => ({ ...one, procedureCodes: [] })) };
      const { rights } = clerkRights(lan, whole, NOW, smallFieldOf);
      expect(rights.some(({ task, fieldCode }) => task === act && fieldCode === field)).toBe(
        isAllowed(whole, act, `${field}0`),
      );
    }),
  );
});
