import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OTHER_UNIT, UNIT, bringToForce } from "../../../test/kit/mandate-forms.ts";
import { A_DECISION, aPhase, begin, keepPart } from "../../../test/kit/programme-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const COUNTER_1 = referenceId("counter:30163:30148:1");
const COUNTER_2 = referenceId("counter:30163:30148:2");

let app: TestApp;
let kiet: Client;
let programmeId: string;
let phaseId: string;
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  programmeId = await begin(kiet);
  phaseId = (await keepPart(kiet, programmeId, aPhase())).partId;
});
afterAll(() => app[Symbol.asyncDispose]());

const aRule = (content: object, changes: object = {}) => ({
  part: "rule",
  unitId: UNIT,
  content,
  note: "",
  decision: A_DECISION,
  validFrom: "2026-02-01",
  validTo: null,
  ...changes,
});
const standIn = (counterId: string, standInId: string) =>
  aRule({ kind: "standIn", counterId, standInKind: "counter", standInId });
const own = async (by: Client) =>
  passed(await by.get("/own-coordination")).body as {
    unitName: string;
    rules: { kind: string; standIn: string; content: { times?: string[] } }[];
  };

describe("the coordination rules of today", () => {
  test("are those of the own unit, in the words of the places that they name", async () => {
    await keepPart(kiet, programmeId, aRule({ kind: "handOverTime", times: ["16:30", "10:30"] }));
    await keepPart(
      kiet,
      programmeId,
      aRule({ kind: "handOverTime", times: ["07:00"] }, { unitId: OTHER_UNIT }),
    );
    await keepPart(
      kiet,
      programmeId,
      aRule({ kind: "handOverTime", times: ["08:00"] }, { validTo: "2026-11-15" }),
    );
    await keepPart(kiet, programmeId, standIn(COUNTER_1, COUNTER_2));
    const lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    const { unitName, rules } = await own(lan);
    expect(unitName).toBe("Trung tâm Phục vụ hành chính công xã Bình Thành");
    expect(rules).toMatchObject([
      { kind: "handOverTime", content: { times: ["10:30", "16:30"] } },
      { kind: "standIn", standIn: expect.stringContaining("Quầy 2") as string },
    ]);
  });

  test("reach a unit without being its own only where the post works under the programme", async () => {
    const answer = {
      kind: "questionAnswer",
      topic: "Hộ tịch",
      answerRole: "caseOfficer",
      answerAgencyId: null,
      withinHours: 4,
    };
    await keepPart(kiet, programmeId, aRule(answer, { unitId: null }));
    const lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    expect((await own(lan)).rules.map(({ kind }) => kind)).not.toContain("questionAnswer");
    await bringToForce(await app.signIn("hanh.head"), kiet, { phaseId });
    expect((await own(lan)).rules.map(({ kind }) => kind)).toContain("questionAnswer");
  });

  test("a counter that stands in is not stood in by the one it stands in for", async () => {
    const read = passed(await kiet.get(`/programmes/${programmeId}`)).body as {
      programme: { version: number };
    };
    const sent = {
      version: read.programme.version,
      partId: null,
      reason: "",
      content: standIn(COUNTER_2, COUNTER_1),
    };
    expect((await kiet.send("POST", `/programmes/${programmeId}/parts`, sent)).body).toMatchObject({
      details: { findings: ["stand_in_circle"] },
    });
  });
});

describe("what the forms offer", () => {
  test("phases with their programme, and the places of the space", async () => {
    const choices = passed(await kiet.get("/programme-choices")).body as {
      phases: object[];
      units: { id: string }[];
      counters: { id: string; unitId: string }[];
    };
    expect(choices.phases).toMatchObject([{ id: phaseId, name: "3" }]);
    expect(choices.units.map(({ id }) => id)).toContain(UNIT);
    expect(choices.counters.find(({ id }) => id === COUNTER_1)).toMatchObject({ unitId: UNIT });
  });

  test("a programme that is not there is not found", async () => {
    expect((await kiet.get("/programmes/01900000-0000-7000-8000-000000000000")).status).toBe(404);
  });
});
