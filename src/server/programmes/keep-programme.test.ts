import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hold } from "../../../test/kit/hold.ts";
import { A_PDF, passed } from "../../../test/kit/steps.ts";
import { A_DECISION, aGoal, aPhase, aProgramme, begin, keepPart } from "../../../test/kit/programme-forms.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let kiet: Client;
let head: Client;
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  head = await app.signIn("hanh.head");
});
afterAll(() => app[Symbol.asyncDispose]());

const events = async (programmeId: string) =>
  (
    await app.owner.query<{ type: string; payload: { before: unknown; after: unknown; reason: string } }>(
      "select type, payload from space_dong_thap.programme_event where programme_id = $1 order by seq",
      [programmeId],
    )
  ).rows;

describe("a programme", () => {
  test("is written down with its decision, and whoever reads mandates reads it", async () => {
    const programmeId = await begin(kiet);
    const { programmes } = passed(await head.get("/programmes")).body as { programmes: { id: string }[] };
    expect(programmes.find(({ id }) => id === programmeId)).toMatchObject({
      title: "Đề án chuyển giao dịch vụ hành chính công cho bưu điện",
      decision: { number: A_DECISION.number },
      version: 1,
      phases: [],
    });
  });

  test("is changed with a reason; what stood before stays in its history", async () => {
    const programmeId = await begin(kiet);
    const change = { ...aProgramme(), title: "Đề án mới", version: 1, reason: "Tên chính thức" };
    expect(passed(await kiet.send("PUT", `/programmes/${programmeId}`, change)).body).toMatchObject({
      version: 2,
    });
    expect(await events(programmeId)).toMatchObject([
      { type: "programme.begun", payload: { before: null } },
      {
        type: "programme.changed",
        payload: {
          before: { title: aProgramme().title },
          after: { title: "Đề án mới" },
          reason: "Tên chính thức",
        },
      },
    ]);
    const { history } = passed(await kiet.get(`/programmes/${programmeId}`)).body as {
      history: { changes: { field: string }[] }[];
    };
    expect(history[0]?.changes).toContainEqual({
      field: "title",
      before: aProgramme().title,
      after: "Đề án mới",
    });
  });

  test("of two who change it at once one wins, and the other is told", async () => {
    const programmeId = await begin(kiet);
    const change = { ...aProgramme(), version: 1, reason: "…" };
    const held = await hold(app.owner, "select from programme where id = $1 for update", [programmeId]);
    const sent = ["Một", "Hai"].map((title) =>
      kiet.send("PUT", `/programmes/${programmeId}`, { ...change, title }),
    );
    await held.untilWaiting(2);
    await held.release();
    const both = await Promise.all(sent);
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(["200", "409"]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: "programme_changed" });
    expect(await events(programmeId)).toHaveLength(2);
  });

  test.each([
    { form: { validTo: "2025-01-01" }, code: "programme_invalid", because: "it ends before it begins" },
    {
      form: { decision: { id: "01900000-0000-7000-8000-000000000000" } },
      code: "decision_unknown",
      because: "nobody knows the decision",
    },
    { form: { title: "  " }, code: "input_malformed", because: "it has no title" },
  ])("refused: $because", async ({ form, code }) => {
    expect((await kiet.send("POST", "/programmes", { ...aProgramme(), ...form })).body).toMatchObject({
      code,
    });
  });

  test("the head of a unit reads it and does not write on it", async () => {
    expect((await head.send("POST", "/programmes", aProgramme())).body).toMatchObject({
      code: "permission_missing",
    });
  });
});

describe("its parts", () => {
  test("a phase with a decision of its own, changed with a reason and removed while nothing rests on it", async () => {
    const programmeId = await begin(kiet);
    const { partId } = await keepPart(kiet, programmeId, aPhase());
    const change = { version: 2, partId, content: { ...aPhase(), label: "3 mở rộng" } };
    const parts = `/programmes/${programmeId}/parts`;
    expect((await kiet.send("POST", parts, { ...change, reason: " " })).body).toMatchObject({
      code: "programme_reason_missing",
    });
    passed(await kiet.send("POST", parts, { ...change, reason: "Kéo dài" }));
    const read = passed(await kiet.get(`/programmes/${programmeId}`)).body as { phases: { label: string }[] };
    expect(read.phases).toMatchObject([{ label: "3 mở rộng", mandates: 0, inForce: 0, outside: [] }]);
    const removal = { version: 3, part: "phase", partId, reason: "Ghi nhầm" };
    passed(await kiet.send("POST", `/programmes/${programmeId}/removals`, removal));
    expect((await kiet.get(`/programmes/${programmeId}`)).body).toMatchObject({ phases: [] });
    expect((await events(programmeId)).map(({ type }) => type)).toEqual([
      "programme.begun",
      "phase.added",
      "phase.changed",
      "phase.removed",
    ]);
  });

  test.each([
    { content: { ...aPhase(), validFrom: "2025-06-01" }, finding: "outside_programme 2026-01-01" },
    { content: { ...aPhase(), validTo: "2026-01-02" }, finding: "period_reversed 2026-01-02" },
    { content: { ...aGoal(), target: 0 }, finding: "target_wrong" },
    { content: { ...aGoal(), targetDay: "2025-12-31" }, finding: `goal_day_outside ${aGoal().name}` },
    {
      content: rule({ kind: "handOverTime", times: ["25:00"] }),
      finding: "time_wrong 25:00",
    },
    {
      content: rule({
        kind: "questionAnswer",
        topic: "Hộ tịch",
        answerRole: null,
        answerAgencyId: null,
        withinHours: 4,
      }),
      finding: "answer_missing",
    },
  ])("refused with the fault: $finding", async ({ content, finding }) => {
    const programmeId = await begin(kiet);
    const sent = { version: 1, partId: null, reason: "", content };
    expect((await kiet.send("POST", `/programmes/${programmeId}/parts`, sent)).body).toMatchObject({
      code: "programme_invalid",
      details: { findings: [finding] },
    });
    expect(await events(programmeId)).toHaveLength(1);
  });

  test("an agreement names its scan, which must be a file that was kept", async () => {
    const programmeId = await begin(kiet);
    const agreement = {
      part: "agreement",
      number: "12/TT-BĐ",
      signedOn: "2026-01-05",
      agencyId: null,
      agencyWords: "Ủy ban nhân dân xã Bình Thành",
      operatorId: null,
      postOfficeId: null,
      postWords: "Bưu điện tỉnh Đồng Tháp",
      content: "Trả kết quả tại nhà",
      validFrom: "2026-01-10",
      validTo: null,
    };
    const nobody = { ...agreement, fileId: "01900000-0000-7000-8000-000000000000" };
    const sent = { version: 1, partId: null, reason: "", content: nobody };
    expect((await kiet.send("POST", `/programmes/${programmeId}/parts`, sent)).body).toMatchObject({
      details: { findings: ["file_unknown"] },
    });
    const file = await kiet.send("POST", "/mandate-files?name=thoa-thuan.pdf", A_PDF, {
      type: "application/pdf",
    });
    const kept = { ...agreement, fileId: String(passed(file).body["fileId"]) };
    await keepPart(kiet, programmeId, kept);
    expect((await head.get(`/programmes/${programmeId}`)).body).toMatchObject({
      agreements: [{ number: "12/TT-BĐ", scan: { mediaType: "application/pdf", bytes: A_PDF.length } }],
    });
  });
});

function rule(content: object) {
  return {
    part: "rule",
    unitId: null,
    content,
    note: "",
    decision: A_DECISION,
    validFrom: "2026-02-01",
    validTo: null,
  };
}
