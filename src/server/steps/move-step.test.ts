import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { type Desks, openDesks, passed, recordOutcome, upload } from "../../../test/kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { closeAgency, goTo, receivedInDecember, turn } from "../../../test/kit/turns.ts";

let app: TestApp;
let desks: Desks;
let minh: Client;
let nga: Client;
let son: Client;
const ids: Record<string, string> = {};

const AGENCY = referenceId("agency:commune:30163");
const HEALTH = referenceId("agency:department:health");
const step = (key: string, changes: object = {}) => ({
  key,
  name: `Bước ${key}`,
  role: "caseOfficer",
  agencyId: null,
  limit: null,
  after: [],
  yields: [],
  ...changes,
});
const days = (amount: number) => ({ amount, unit: "workingDay" });
/** One after the other, then two at once at two agencies, then the desk. */
const STEPS = [
  step("appraise", { name: "Thẩm định", limit: days(2), yields: ["Phiếu thẩm định"] }),
  step("verify", { name: "Xác minh", after: ["appraise"], agencyId: HEALTH }),
  step("draft", { name: "Dự thảo", after: ["appraise"], limit: days(1) }),
  step("leader", { name: "Lãnh đạo xem", role: "approver", after: ["verify", "draft"] }),
];

beforeAll(async () => {
  app = await testApp();
  for (const [name, role, at] of [
    ["minh.case", "caseOfficer", "agency:commune:30163"],
    ["nga.case", "caseOfficer", "agency:department:health"],
    ["son.approver", "approver", "agency:department:health"],
  ] as const)
    ids[name] = await employ(app, name, [{ role, at }]);
  await goTo(app, "12-01 08:00");
  desks = await openDesks(app);
  [minh, nga, son] = [
    await app.signIn("minh.case"),
    await app.signIn("nga.case"),
    await app.signIn("son.approver"),
  ];
  const accounts = await app.owner.query("select id, username from nation.account");
  for (const { id, username } of accounts.rows as { id: string; username: string }[]) ids[username] = id;
});
afterAll(() => app[Symbol.asyncDispose]());

const versionOf = async () => String((await aForm(desks.officer, "1.004884"))["procedureVersionId"]);

async function plan(by: Client, changes: object = {}): Promise<Reply> {
  return by.send("POST", "/internal-procedures", {
    procedureVersionId: await versionOf(),
    agencyId: AGENCY,
    validFrom: "2026-12-01",
    steps: STEPS,
    decision: { number: "45/QĐ-UBND", issuedOn: "2026-11-30", signer: "Trần Văn Phú" },
    seenId: null,
    ...changes,
  });
}

interface Seen {
  readonly key: string;
  readonly state: string;
  readonly holder: { readonly name: string } | null;
  readonly dueAt: string | null;
  readonly acts: readonly { readonly act: string; readonly permit: { readonly allowed: boolean } }[];
}
async function stepsOf(id: string, by: Client = desks.caseOfficer): Promise<Record<string, Seen>> {
  const view = (await by.get(`/dossiers/${id}`)).body["steps"] as { steps: Seen[] } | null;
  return Object.fromEntries((view?.steps ?? []).map((one) => [one.key, one]));
}
const states = async (id: string) =>
  Object.values(await stepsOf(id))
    .map(({ key, state }) => `${key} ${state}`)
    .join(", ");

const act = (by: Client, id: string, key: string, what: string, version: number, more: object = {}) =>
  by.send("POST", `/dossiers/${id}/steps/${key}/${what}`, { version, ...more });

/** A dossier that a case officer has just taken on Monday 7 December at 8:30 (version 3). */
async function taken(): Promise<string> {
  const id = await receivedInDecember(app, desks);
  passed(await desks.officer.send("POST", `/dossiers/${id}/forwarding`, { version: 1 }));
  passed(await desks.caseOfficer.send("POST", `/dossiers/${id}/taking`, { version: 2 }));
  return id;
}

async function finished(by: Client, id: string, key: string, version: number): Promise<void> {
  passed(await act(by, id, key, "taking", version));
  const papers =
    key === "appraise" ? [{ name: "Phiếu thẩm định", fileId: await upload(by, id, "stepPaper") }] : [];
  passed(await act(by, id, key, "finish", version + 1, { papers }));
}

describe("an internal procedure", () => {
  test.each([
    {
      because: "the steps go round",
      steps: [step("a", { after: ["b"] }), step("b", { after: ["a"] })],
      faults: ["loop:a", "loop:b"],
    },
    {
      because: "the post can do no step",
      steps: [step("a", { role: "postalClerk" })],
      faults: ["role_cannot_do_it:a"],
    },
    {
      because: "a step may take longer than the whole",
      steps: [step("a", { limit: days(6) })],
      faults: ["limit_longer_than_whole:a", "path_longer_than_whole"],
    },
    {
      because: "an agency is not there",
      steps: [step("a", { agencyId: referenceId("unit:commune:30163") })],
      faults: ["agency_unknown:a"],
    },
    { because: "there is no step", steps: [], faults: ["no_steps"] },
  ])(
    "is not kept when $because; each finding is told, and the check tells the same",
    async ({ steps, faults }) => {
      expect(await plan(desks.approver, { steps })).toMatchObject({
        status: 422,
        body: { code: "internal_procedure_invalid", details: { faults } },
      });
      const checked = await desks.approver.send("POST", "/internal-procedures/check", {
        procedureVersionId: await versionOf(),
        agencyId: AGENCY,
        validFrom: "2026-12-02",
        steps,
      });
      const findings = checked.body["findings"] as { code: string; step: string | null }[];
      expect(findings.map(({ code, step: key }) => (key === null ? code : `${code}:${key}`))).toEqual(faults);
      expect(checked.body).toMatchObject({ whole: days(5), wholeHours: 40 });
      const kept = await desks.approver.get(`/procedure-versions/${await versionOf()}/internal-procedures`);
      expect(kept.body["internalProcedures"]).toEqual([]);
    },
  );

  test("is kept by whoever approves at the agency, and changes nothing that was received before", async () => {
    const form = await aForm(desks.officer, "1.004884");
    const before = String((await receive(desks.officer, form)).body["dossierId"]);
    await goTo(app, "12-01 09:00");
    expect((await plan(son)).body["code"]).toBe("outside_jurisdiction");
    expect((await plan(desks.approver, { agencyId: null })).body["code"]).toBe("outside_jurisdiction");
    expect((await plan(desks.approver, { validFrom: "2026-11-30" })).body["code"]).toBe(
      "valid_from_too_early",
    );
    const first = passed(await plan(desks.approver)).body["internalProcedureId"];
    expect(await plan(desks.approver)).toMatchObject({
      status: 409,
      body: { code: "internal_procedure_changed" },
    });
    passed(await plan(desks.approver, { seenId: first, validFrom: "2026-12-24" }));
    const read = await desks.approver.get(`/procedure-versions/${await versionOf()}/internal-procedures`);
    expect(read.body).toMatchObject({
      general: false,
      mayPlanFor: [{ id: AGENCY }],
      internalProcedures: [
        {
          state: "future",
          validFrom: "2026-12-24",
          steps: [{ key: "appraise" }, { agencyName: "Sở Y tế tỉnh Đồng Tháp" }, {}, {}],
        },
        { state: "inForce", decision: { number: "45/QĐ-UBND" }, recordedBy: "Võ Quốc Thái" },
      ],
    });
    const id = await taken();
    expect((await desks.caseOfficer.get(`/dossiers/${id}`)).body["steps"]).toMatchObject({
      internalProcedureId: first,
    });
    passed(await desks.officer.send("POST", `/dossiers/${before}/forwarding`, { version: 1 }));
    passed(await desks.caseOfficer.send("POST", `/dossiers/${before}/taking`, { version: 2 }));
    expect((await desks.caseOfficer.get(`/dossiers/${before}`)).body["steps"]).toBeNull();
    passed(await recordOutcome(desks.caseOfficer, before, 3));
  });
});

describe("the steps of a dossier", () => {
  test("open one after the other and side by side, at two agencies, and the outcome waits for all", async () => {
    const id = await taken();
    expect(await states(id)).toBe("appraise open, verify waiting, draft waiting, leader waiting");
    expect((await stepsOf(id))["appraise"]?.dueAt).toBe("2026-12-09T10:00:00.000Z");
    expect(await recordOutcome(desks.caseOfficer, id, 3)).toMatchObject({
      status: 409,
      body: {
        code: "steps_open",
        details: { steps: ["Thẩm định", "Xác minh", "Dự thảo", "Lãnh đạo xem"] },
      },
    });
    // Nobody of the other agency sees the dossier before its step has come.
    expect((await nga.get(`/dossiers/${id}`)).status).toBe(404);
    await finished(desks.caseOfficer, id, "appraise", 3);
    expect(await states(id)).toBe("appraise done, verify open, draft open, leader waiting");
    expect((await nga.get("/steps?list=role")).body["steps"]).toMatchObject([
      { dossierId: id, key: "verify", name: "Xác minh", holder: null, place: "Sở Y tế tỉnh Đồng Tháp" },
    ]);
    expect((await nga.get("/dossiers?q=nhung")).body["dossiers"]).toEqual([]);
    expect((await nga.get(`/dossiers/${id}`)).body).toMatchObject({ dossierId: id });
    await finished(nga, id, "verify", 5);
    await finished(minh, id, "draft", 7);
    await finished(desks.approver, id, "leader", 9);
    expect(await states(id)).toBe("appraise done, verify done, draft done, leader done");
    const view = (await desks.caseOfficer.get(`/dossiers/${id}`)).body;
    expect(view).toMatchObject({
      statuses: { business: "processing" },
      steps: { allDone: true, steps: [{ papers: [{ name: "Phiếu thẩm định" }] }, {}, {}, {}] },
    });
    expect((view["events"] as { step: unknown }[]).at(-1)?.step).toEqual({
      name: "Lãnh đạo xem",
      to: null,
      inPlaceOf: null,
    });
    passed(await recordOutcome(desks.caseOfficer, id, 11));
  });

  test("are given to somebody, taken in that person's place, and finished by nobody else", async () => {
    const id = await taken();
    const by = (client: Client, what: string, version: number, more: object = {}) =>
      act(client, id, "appraise", what, version, more);
    const people = (await desks.approver.get(`/dossiers/${id}/steps/appraise/people`)).body["people"];
    expect((people as { name: string }[]).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Phạm Thu Hà", "minh.case"]),
    );
    expect(await by(desks.caseOfficer, "assignment", 3, { accountId: ids["minh.case"] })).toMatchObject({
      body: { code: "post_missing" },
    });
    expect(await by(desks.approver, "assignment", 3, { accountId: ids["nga.case"] })).toMatchObject({
      status: 422,
      body: { code: "step_person_unsuited" },
    });
    passed(await by(desks.approver, "assignment", 3, { accountId: ids["minh.case"], note: "Gấp" }));
    expect(await by(desks.caseOfficer, "finish", 4, { papers: [] })).toMatchObject({
      status: 409,
      body: { code: "step_of_another", details: { name: "minh.case" } },
    });
    const offered = (await stepsOf(id))["appraise"]?.acts.filter(({ permit }) => permit.allowed);
    expect(offered).toMatchObject([{ act: "takeStep", inPlaceOf: "minh.case" }]);
    passed(await by(desks.caseOfficer, "taking", 4));
    expect((await desks.caseOfficer.get(`/dossiers/${id}`)).body["steps"]).toMatchObject({
      steps: [
        { state: "taken", holder: { name: "Phạm Thu Hà", isMe: true }, inPlaceOf: "minh.case" },
        {},
        {},
        {},
      ],
    });
    expect((await by(desks.caseOfficer, "taking", 5)).body["code"]).toBe("step_yours_already");
    expect(await by(desks.caseOfficer, "finish", 5, { papers: [] })).toMatchObject({
      status: 422,
      body: { code: "step_papers_missing", details: { papers: ["Phiếu thẩm định"] } },
    });
    const foreign = await upload(desks.caseOfficer, id, "result");
    const papers = [{ name: "Phiếu thẩm định", fileId: foreign }];
    expect((await by(desks.caseOfficer, "finish", 5, { papers })).body["code"]).toBe("step_papers_missing");
    expect(await states(id)).toBe("appraise taken, verify waiting, draft waiting, leader waiting");
  });

  test("are refused in words, and nothing moves: not open, no such step, a post of the post, an old version", async () => {
    const id = await taken();
    const tried: readonly [Client, string, string, number, string][] = [
      [desks.caseOfficer, "draft", "taking", 3, "step_not_open"],
      [desks.caseOfficer, "draft", "finish", 3, "step_not_open"],
      [desks.approver, "draft", "assignment", 3, "step_not_open"],
      [desks.approver, "appraise", "sending-back", 3, "step_not_done"],
      [desks.caseOfficer, "nowhere", "taking", 3, "step_unknown"],
      [desks.approver, "appraise", "taking", 3, "post_missing"],
      [desks.officer, "appraise", "taking", 3, "post_missing"],
      [desks.clerk, "appraise", "taking", 3, "act_reserved_to_state"],
      [desks.caseOfficer, "appraise", "taking", 2, "dossier_changed"],
      [nga, "appraise", "taking", 3, "not_found"],
    ];
    for (const [by, key, what, version, code] of tried) {
      const more = { reason: "Sai tên", papers: [], accountId: ids["ha.case"] };
      const wanted = {
        taking: [],
        finish: ["papers"],
        assignment: ["accountId"],
        "sending-back": ["reason"],
      };
      const body = Object.fromEntries(
        Object.entries(more).filter(([name]) => (wanted[what as "taking"] as string[]).includes(name)),
      );
      expect([key, what, (await act(by, id, key, what, version, body)).body["code"]]).toEqual([
        key,
        what,
        code,
      ]);
    }
    expect(await states(id)).toBe("appraise open, verify waiting, draft waiting, leader waiting");
  });

  test("are taken once when two take them at once; what somebody has who left is taken in their place", async () => {
    const id = await taken();
    const both = await Promise.all(
      [desks.caseOfficer, minh].map((by) => act(by, id, "appraise", "taking", 3)),
    );
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    passed(await act(desks.approver, id, "appraise", "assignment", 4, { accountId: ids["minh.case"] }));
    await app.owner.query("update nation.account set closed_at = $1 where username = 'minh.case'", [
      app.clock.now(),
    ]);
    const people = (await desks.approver.get(`/dossiers/${id}/steps/appraise/people?q=minh`)).body["people"];
    expect(people).toEqual([]);
    const given = await act(desks.approver, id, "appraise", "assignment", 5, { accountId: ids["minh.case"] });
    expect(given.body["code"]).toBe("step_person_unsuited");
    passed(await act(desks.caseOfficer, id, "appraise", "taking", 5));
    expect((await desks.caseOfficer.get(`/dossiers/${id}`)).body["steps"]).toMatchObject({
      steps: [{ holder: { isMe: true }, inPlaceOf: "minh.case" }, {}, {}, {}],
    });
    await app.owner.query("update nation.account set closed_at = null where username = 'minh.case'");
  });

  test("go back with what rests on them, to whoever did them; the approver names one with a result", async () => {
    const id = await taken();
    await finished(desks.caseOfficer, id, "appraise", 3);
    await finished(nga, id, "verify", 5);
    const reason = { reason: "Thiếu xác nhận nơi cư trú" };
    expect((await act(desks.officer, id, "appraise", "sending-back", 7, reason)).body["code"]).toBe(
      "post_missing",
    );
    const back = passed(await act(minh, id, "appraise", "sending-back", 7, reason));
    expect(back.body).toMatchObject({ step: "appraise", state: "assigned", opened: [] });
    expect(await states(id)).toBe("appraise assigned, verify waiting, draft waiting, leader waiting");
    expect((await stepsOf(id))["appraise"]?.holder?.name).toBe("Phạm Thu Hà");
    await finished(desks.caseOfficer, id, "appraise", 8);
    await finished(nga, id, "verify", 10);
    await finished(minh, id, "draft", 12);
    await finished(desks.approver, id, "leader", 14);
    passed(await recordOutcome(desks.caseOfficer, id, 16));
    const send = (key: string) =>
      desks.approver.send("POST", `/dossiers/${id}/sending-back`, { version: 17, ...reason, step: key });
    expect((await send("nowhere")).body["code"]).toBe("step_unknown");
    passed(await send("draft"));
    expect(await states(id)).toBe("appraise done, verify done, draft assigned, leader waiting");
    expect((await send("draft")).body["code"]).toBe("dossier_changed");
  });

  test("wait while the clock stands, and their dates leave that time out; stopped with the dossier they are dropped", async () => {
    const id = await taken();
    passed(await turn(desks.caseOfficer, id, "duties", 3));
    expect((await act(desks.caseOfficer, id, "appraise", "taking", 4)).body["code"]).toBe("move_not_allowed");
    expect((await stepsOf(id))["appraise"]).toMatchObject({ dueAt: null, acts: [] });
    await goTo(app, "12-09 08:30");
    passed(await turn(desks.caseOfficer, id, "duty-fulfilment", 4));
    expect((await stepsOf(id))["appraise"]?.dueAt).toBe("2026-12-11T10:00:00.000Z");
    passed(await turn(desks.approver, id, "stopping", 5));
    expect(await states(id)).toBe("appraise dropped, verify dropped, draft dropped, leader dropped");
  });

  test("begin anew with a result that had an error: the one that is named, or all of them", async () => {
    const id = await taken();
    await finished(desks.caseOfficer, id, "appraise", 3);
    await finished(nga, id, "verify", 5);
    await finished(minh, id, "draft", 7);
    await finished(desks.approver, id, "leader", 9);
    const decide = async (version: number) => {
      passed(await recordOutcome(desks.caseOfficer, id, version));
      passed(await desks.approver.send("POST", `/dossiers/${id}/approval`, { version: version + 1 }));
    };
    await decide(11);
    const reopen = (version: number, named: { readonly step?: string }) =>
      turn(desks.approver, id, "reopening", version, named);
    expect((await reopen(13, { step: "nowhere" })).body["code"]).toBe("step_unknown");
    passed(await reopen(13, { step: "draft" }));
    expect(await states(id)).toBe("appraise done, verify done, draft open, leader waiting");
    expect((await recordOutcome(desks.caseOfficer, id, 14)).body["code"]).toBe("steps_open");
    await finished(minh, id, "draft", 14);
    await finished(desks.approver, id, "leader", 16);
    await decide(18);
    passed(await reopen(20, {}));
    expect(await states(id)).toBe("appraise open, verify waiting, draft waiting, leader waiting");
  });

  test("are counted anew when a calendar changes, though the promised date of the dossier stays", async () => {
    const id = await taken();
    passed(await turn(desks.approver, id, "extension", 3));
    expect((await stepsOf(id))["appraise"]?.dueAt).toBe("2026-12-09T10:00:00.000Z");
    await closeAgency(app, AGENCY, "2026-12-08");
    expect((await stepsOf(id))["appraise"]?.dueAt).toBe("2026-12-10T10:00:00.000Z");
    const { body } = await desks.caseOfficer.get(`/dossiers/${id}`);
    expect(body).toMatchObject({ version: 4, dueAt: "2026-12-18T10:00:00.000Z" });
  });
});
