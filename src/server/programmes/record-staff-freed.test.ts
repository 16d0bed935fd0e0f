import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UNIT, mandateOfPilot } from "../../../test/kit/mandate-forms.ts";
import { aPhase, begin, keepPart } from "../../../test/kit/programme-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let kiet: Client;
let phaseId: string;
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  phaseId = (await keepPart(kiet, await begin(kiet), aPhase())).partId;
});
afterAll(() => app[Symbol.asyncDispose]());

const aLine = (changes: object = {}) => ({
  unitId: UNIT,
  agencyId: null,
  postTitle: "Công chức tiếp nhận hộ tịch",
  persons: 1,
  freedOn: "2026-11-10",
  mandateId: null,
  phaseId,
  wentTo: "otherWork",
  wentToWords: "Thẩm định hồ sơ",
  note: "",
  ...changes,
});
const record = async (changes: object = {}) => kiet.send("POST", "/staff-freed", aLine(changes));
const listed = async () =>
  passed(await kiet.get("/staff-freed")).body as {
    rows: { id: string; withdrawn: { reason: string } | null }[];
    sums: { persons: number; byPhase: object[]; byYear: object[] };
  };

describe("staff freed", () => {
  test("is summed by phase and year; a line that is withdrawn stays and counts no more", async () => {
    passed(await record());
    passed(await record({ persons: 2, freedOn: "2025-12-31" }));
    passed(await record({ persons: 4, phaseId: null, mandateId: await mandateOfPilot(app) }));
    const { sums } = await listed();
    expect(sums).toEqual({
      persons: 7,
      byPhase: [
        { phaseId, label: "3", persons: 3 },
        { phaseId: null, label: "", persons: 4 },
      ],
      byYear: [
        { year: 2026, persons: 5 },
        { year: 2025, persons: 2 },
      ],
    });
    const mistaken = passed(await record({ persons: 9, postTitle: "=1+1" })).body["id"] as string;
    const withdraw = () =>
      kiet.send("POST", `/staff-freed/${mistaken}/withdrawal`, { reason: "Ghi nhầm số người" });
    passed(await withdraw());
    expect((await withdraw()).body).toMatchObject({ code: "withdrawn_already" });
    const after = await listed();
    expect(after.sums.persons).toBe(7);
    expect(after.rows[0]).toMatchObject({ id: mistaken, withdrawn: { reason: "Ghi nhầm số người" } });
  });

  test("comes as a file in which nothing runs", async () => {
    const lines = (await kiet.get("/staff-freed-files")).bytes.toString("utf8").split("\r\n");
    expect(lines[0]).toMatch(/^\uFEFFĐơn vị;Vị trí;Số người;Ngày;/);
    expect(lines[1]).toContain(";'=1+1;9;10/11/2026;");
    expect(lines).toHaveLength(6);
  });

  test.each([
    { changes: { freedOn: "2026-12-01" }, code: "freed_day_ahead", because: "it has not happened yet" },
    { changes: { unitId: null }, code: "freed_place_missing", because: "nobody's post is named" },
    {
      changes: { unitId: "01900000-0000-7000-8000-000000000000" },
      code: "freed_place_missing",
      because: "there is no such unit",
    },
    { changes: { phaseId: null }, code: "freed_cause_missing", because: "nothing took the work over" },
    {
      changes: { phaseId: "01900000-0000-7000-8000-000000000000" },
      code: "freed_cause_missing",
      because: "there is no such phase",
    },
    { changes: { persons: 0 }, code: "input_malformed", because: "nobody was freed" },
  ])("refused: $because", async ({ changes, code }) => {
    expect((await record(changes)).body).toMatchObject({ code });
  });

  test("a line that is not there cannot be withdrawn", async () => {
    const nowhere = "/staff-freed/01900000-0000-7000-8000-000000000000/withdrawal";
    expect((await kiet.send("POST", nowhere, { reason: "…" })).status).toBe(404);
  });
});
