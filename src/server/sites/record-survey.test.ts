import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { OTHER_SITE, SITE, aFinding, aSurvey, allMet, photo } from "../../../test/kit/site-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let kiet: Client;
let hanh: Client;
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  hanh = await app.signIn("hanh.head");
});
afterAll(() => app[Symbol.asyncDispose]());

interface Finding {
  readonly id: string;
  readonly state: string;
  readonly daysLate: number;
  readonly resolutions: readonly { readonly id: string; readonly verdict: object | null }[];
}
const record = (changes: Record<string, unknown> = {}, { by = kiet, site = SITE } = {}) =>
  by.send("POST", `/sites/${site}/surveys`, aSurvey(changes));
const survey = async (id: string) => passed(await hanh.get(`/surveys/${id}`)).body;
const newSurvey = async (changes: Record<string, unknown> = {}) =>
  String(passed(await record(changes)).body["surveyId"]);
const findingOf = async (id: string) => ((await survey(id))["findings"] as Finding[])[0] as Finding;
const resolve = (id: string, changes: Record<string, unknown> = {}, by = hanh) =>
  by.send("POST", `/findings/${id}/resolutions`, {
    day: "2026-11-14",
    words: "Đã dán lại decal",
    photos: [],
    ...changes,
  });
const verify = (id: string, resolutionId: unknown, changes: Record<string, unknown> = {}, by = kiet) =>
  by.send("POST", `/findings/${id}/verdicts`, { resolutionId, accepted: true, words: "", ...changes });
const rows = async (table: string) =>
  Number((await app.owner.query(`select count(*) from space_dong_thap.${table}`)).rows[0]?.count);

describe("a survey", () => {
  test.each([
    { changes: { day: "2026-11-17" }, finding: "survey_ahead", because: "nobody was there yet" },
    { changes: { day: "2025-06-30" }, finding: "point_not_there", because: "there was no such point yet" },
    { changes: { answers: [] }, finding: "item_unanswered camera", because: "every item is answered" },
    {
      changes: { answers: [...allMet(), { item: "magic", answer: "met", words: "", photos: [] }] },
      finding: "item_unknown magic",
      because: "no such item stands on the checklist",
    },
    {
      changes: { answers: [...allMet(), allMet()[0]] },
      finding: "item_twice ownCounter",
      because: "one item has one answer",
    },
    {
      changes: { answers: allMet({ item: "camera", answer: "notMet", words: " " }) },
      finding: "words_missing camera",
      because: "what is missing is said in words",
    },
    {
      changes: { findings: [aFinding({ deadline: "2026-11-11" })] },
      finding: "deadline_before_survey 0",
      because: "nobody can have put it right before",
    },
    {
      changes: { findings: [aFinding(), aFinding({ words: "" })] },
      finding: "finding_words_missing 1",
      because: "it is about something",
    },
    {
      changes: { findings: [aFinding({ responsible: "" })] },
      finding: "finding_responsible_missing 0",
      because: "somebody puts it right",
    },
    {
      changes: { findings: [aFinding({ item: "magic" })] },
      finding: "finding_item_unknown 0",
      because: "it belongs to an item or to none",
    },
  ])("is refused with $finding: $because", async ({ changes, finding }) => {
    const answer = await record(changes);
    expect(answer).toMatchObject({ status: 422, body: { code: "survey_invalid" } });
    expect((answer.body["details"] as { findings: string[] }).findings).toContain(finding);
    expect(await rows("survey")).toBe(0);
  });

  test("is made by a version of the checklist that there is", async () => {
    expect((await record({ checklistVersion: 9_999 })).body).toMatchObject({ code: "checklist_unknown" });
    const { checklist } = (await kiet.get("/survey-checklist")).body as {
      checklist: { version: number; items: { code: string; mark: string; source: string }[] };
    };
    expect(checklist.version).toBe(1);
    expect(checklist.items.length).toBe(15);
    expect(checklist.items.every(({ source }) => source !== "")).toBe(true);
  });

  test("is kept whole, once however often it is sent, with the photos beside what they show", async () => {
    const key = randomUUID();
    const shown = await photo(kiet, "Decal bong góc trái");
    const answers = allMet({ item: "decal", answer: "partly", words: "Bong một góc" }).map((one) =>
      one.item === "decal" ? { ...one, photos: [shown] } : one,
    );
    const form = aSurvey({ answers, findings: [aFinding({ photos: [shown] })] });
    const send = () => kiet.send("POST", `/sites/${SITE}/surveys`, form, { key });
    const first = passed(await send());
    expect((await send()).body).toEqual(first.body);
    expect(await rows("survey")).toBe(1);
    const read = await survey(String(first.body["surveyId"]));
    expect(read).toMatchObject({
      survey: { day: "2026-11-12", by: "Huỳnh Tuấn Kiệt", site: { id: SITE }, withdrawn: null },
      checklist: { version: 1 },
      findings: [
        {
          item: "Quầy có dán decal nhận diện",
          state: "open",
          daysLate: 0,
          photos: [shown],
          responsible: "Bưu điện Văn hóa xã Bình Tấn",
        },
      ],
    });
    expect((read["answers"] as { item: string }[]).find(({ item }) => item === "decal")).toEqual({
      item: "decal",
      answer: "partly",
      words: "Bong một góc",
      photos: [shown],
    });
  });

  test("with a photo that nobody kept is refused whole", async () => {
    const before = await rows("survey");
    const lost = [{ fileId: randomUUID(), words: "" }];
    expect((await record({ findings: [aFinding({ photos: lost })] })).body).toMatchObject({
      code: "site_photo_unknown",
    });
    expect(await rows("survey")).toBe(before);
  });

  test("is recorded by the province alone", async () => {
    expect((await record({}, { by: hanh })).body).toMatchObject({ code: "permission_missing" });
    expect((await record({}, { site: randomUUID() })).status).toBe(404);
    const other = String(passed(await record({ findings: [] }, { site: OTHER_SITE })).body["surveyId"]);
    expect((await hanh.get(`/surveys/${other}`)).body).toMatchObject({ code: "outside_jurisdiction" });
  });

  test("that was wrong is withdrawn with its findings, and both can still be read", async () => {
    const id = await newSurvey();
    const open = async () =>
      ((await kiet.get(`/sites/${SITE}`)).body["findings"] as { surveyId: string }[]).filter(
        ({ surveyId }) => surveyId === id,
      ).length;
    expect(await open()).toBe(1);
    const finding = await findingOf(id);
    const withdraw = () => kiet.send("POST", `/surveys/${id}/withdrawal`, { reason: "Nhầm điểm" });
    passed(await withdraw());
    expect((await withdraw()).body).toMatchObject({ code: "withdrawn_already" });
    expect(await open()).toBe(0);
    expect((await survey(id))["survey"]).toMatchObject({ withdrawn: { reason: "Nhầm điểm" } });
    expect((await resolve(finding.id)).status).toBe(404);
  });
});

describe("a finding", () => {
  test("is put right by the head, accepted by a surveyor, and then closed", async () => {
    const id = await newSurvey();
    const finding = await findingOf(id);
    expect((await verify(finding.id, randomUUID())).body).toMatchObject({ code: "finding_not_resolved" });
    const shown = await photo(hanh, "Sau khi dán lại");
    const { body } = passed(await resolve(finding.id, { photos: [shown] }));
    expect(await findingOf(id)).toMatchObject({ state: "resolved", resolutions: [{ photos: [shown] }] });
    expect((await resolve(finding.id)).body).toMatchObject({ code: "finding_not_open" });
    passed(await verify(finding.id, body["resolutionId"]));
    expect(await findingOf(id)).toMatchObject({
      state: "closed",
      resolutions: [{ by: "Trương Mỹ Hạnh", verdict: { accepted: true, by: "Huỳnh Tuấn Kiệt" } }],
    });
    expect((await verify(finding.id, body["resolutionId"])).body).toMatchObject({
      code: "finding_not_resolved",
    });
    expect((await resolve(finding.id)).body).toMatchObject({ code: "finding_not_open" });
  });

  test("that is not accepted is open again, says why, and can be put right anew", async () => {
    const id = await newSurvey();
    const finding = await findingOf(id);
    const first = passed(await resolve(finding.id)).body["resolutionId"];
    expect((await verify(finding.id, first, { accepted: false, words: " " })).body).toMatchObject({
      code: "verdict_words_missing",
    });
    passed(await verify(finding.id, first, { accepted: false, words: "Vẫn bong" }));
    expect(await findingOf(id)).toMatchObject({ state: "open" });
    const second = passed(await resolve(finding.id)).body["resolutionId"];
    expect((await verify(finding.id, first)).body).toMatchObject({ code: "finding_not_resolved" });
    passed(await verify(finding.id, second));
    expect((await findingOf(id)).resolutions).toMatchObject([
      { verdict: { accepted: false, words: "Vẫn bong" } },
      { verdict: { accepted: true } },
    ]);
  });

  test.each([
    { day: "2026-11-11", because: "it lies before the survey" },
    { day: "2026-11-17", because: "it lies ahead" },
  ])("is not put right on $day: $because", async ({ day }) => {
    const finding = await findingOf(await newSurvey());
    expect((await resolve(finding.id, { day })).body).toMatchObject({
      code: "resolution_day_wrong",
      details: { surveyedOn: "2026-11-12" },
    });
  });

  test("is not put right with a photo that nobody kept, nor when it is nowhere", async () => {
    const finding = await findingOf(await newSurvey());
    const lost = [{ fileId: randomUUID(), words: "" }];
    expect((await resolve(finding.id, { photos: lost })).body).toMatchObject({ code: "site_photo_unknown" });
    expect((await resolve(randomUUID())).status).toBe(404);
    expect((await verify(randomUUID(), randomUUID())).status).toBe(404);
  });

  test("of another unit is not the head's", async () => {
    const id = String(passed(await record({}, { site: OTHER_SITE })).body["surveyId"]);
    const found = (await kiet.get(`/surveys/${id}`)).body["findings"] as Finding[];
    expect((await resolve(found[0]?.id ?? "")).body).toMatchObject({ code: "outside_jurisdiction" });
  });

  test("is not accepted by whoever put it right, though that person also surveys", async () => {
    await employ(app, "both.head", [
      { role: "unitHead", at: "unit:commune:30163" },
      { role: "programmeOfficer", at: "agency:province:82" },
    ]);
    const both = await app.signIn("both.head");
    const finding = await findingOf(await newSurvey());
    const { body } = passed(await resolve(finding.id, {}, both));
    expect((await verify(finding.id, body["resolutionId"], {}, both)).body).toMatchObject({
      code: "finding_verified_by_resolver",
    });
  });

  test("of two who act at once one wins and the other is told", async () => {
    const id = await newSurvey();
    const finding = await findingOf(id);
    const both = await Promise.all([resolve(finding.id), resolve(finding.id)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const resolutionId = (await findingOf(id)).resolutions[0]?.id;
    const thao = await app.signIn("thao.programme");
    const verdicts = await Promise.all([
      verify(finding.id, resolutionId),
      verify(finding.id, resolutionId, { accepted: false, words: "Chưa" }, thao),
    ]);
    expect(verdicts.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test("is overdue from the day after its deadline, in the list too", async () => {
    const id = await newSurvey({ findings: [aFinding({ deadline: "2026-11-16" })] });
    const overdue = async () =>
      ((await kiet.get("/sites")).body["sites"] as { id: string; findings: { overdue: number } }[]).find(
        (site) => site.id === SITE,
      )?.findings.overdue ?? 0;
    const before = await overdue();
    expect(await findingOf(id)).toMatchObject({ state: "open", daysLate: 0 });
    app.clock.advance(24 * 3_600_000);
    // A day without a request ends a session.
    kiet = await app.signIn("kiet.programme");
    hanh = await app.signIn("hanh.head");
    expect(await findingOf(id)).toMatchObject({ state: "overdue", daysLate: 1 });
    expect(await overdue()).toBeGreaterThan(before);
  });
});

test("the ledger of sites is only ever added to", async () => {
  const { rows: granted } = await app.owner.query<{ privilege_type: string }>(
    `select distinct privilege_type from information_schema.role_table_grants
     where table_schema = 'space_dong_thap' and grantee <> $1 and table_name in ('site_opening', 'survey',
       'survey_answer', 'survey_finding', 'finding_resolution', 'resolution_verdict', 'site_withdrawal', 'site_photo')
     order by 1`,
    [app.database.owner.user],
  );
  expect(granted.map(({ privilege_type: privilege }) => privilege)).toEqual(["INSERT", "SELECT"]);
});
