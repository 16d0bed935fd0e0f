import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instant } from "#domain/shared/instant.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { employ } from "../../../test/kit/employ.ts";
import { receive } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, bringTo, openDesks, passed, recordOutcome } from "../../../test/kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const HEALTH = referenceId("agency:department:health");
const JUSTICE = referenceId("agency:department:justice");
const OWN = referenceId("agency:commune:30163");
const QUESTION = "Trạm y tế có xác nhận ca sinh này không?";

let app: TestApp;
let desks: Desks;
let health: Client;
let justice: Client;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  await employ(app, "yen.health", [{ role: "caseOfficer", at: "agency:department:health" }]);
  await employ(app, "tu.justice", [{ role: "approver", at: "agency:department:justice" }]);
  health = await app.signIn("yen.health");
  justice = await app.signIn("tu.justice");
});
afterAll(() => app[Symbol.asyncDispose]());

async function inCase(): Promise<string> {
  const id = String((await receive(desks.clerk)).body["dossierId"]);
  await bringTo(desks, id, "processing");
  return id;
}
const view = async (id: string, by: Client = desks.caseOfficer) => (await by.get(`/dossiers/${id}`)).body;
const ask = (id: string, changes: object = {}, by: Client = desks.caseOfficer) =>
  by.send("POST", `/dossiers/${id}/consultations`, {
    version: 3,
    agencyId: HEALTH,
    question: QUESTION,
    answerBy: "2026-12-10",
    ...changes,
  });
const asked = async (id: string, changes: object = {}) => {
  const reply = passed(await ask(id, changes));
  return { path: `/dossiers/${id}/consultations/${String(reply.body["consultationId"])}`, reply };
};
const codeOf = ({ body }: Reply) => body["code"];
const openOf = async (by: Client) =>
  (await by.get("/consultations?show=open")).body["consultations"] as Record<string, unknown>[];

describe("another agency is asked", () => {
  test("finds the question in its list, reads that one dossier by virtue of it, and answers once", async () => {
    const id = await inCase();
    const other = await inCase();
    expect((await health.get(`/dossiers/${id}`)).status).toBe(404);
    const { path, reply } = await asked(id);
    expect(reply.body).toMatchObject({ status: "processing", version: 4 });
    expect(reply.body["dueAt"]).toBe((await view(id))["dueAt"]);

    const [listed] = (await openOf(health)).filter(({ dossierId }) => dossierId === id);
    expect(listed).toMatchObject({
      question: QUESTION,
      askedBy: "Phạm Thu Hà",
      askingAgency: "Ủy ban nhân dân xã Bình Thành",
      agencyName: "Sở Y tế tỉnh Đồng Tháp",
      overdue: false,
    });
    expect(JSON.stringify(listed)).not.toContain("Nhung");

    const seen = await view(id, health);
    expect(seen).toMatchObject({
      applicant: { name: "Nguyễn Thị Hồng Nhung" },
      consultations: [
        {
          state: "open",
          question: QUESTION,
          answer: null,
          acts: [
            { act: "answer", permit: { allowed: true } },
            { act: "withdraw", permit: { allowed: false, refusal: { code: "post_missing" } } },
          ],
        },
      ],
    });
    const { acts } = seen as { acts: { permit: { allowed: boolean } }[] };
    expect(acts.filter(({ permit }) => permit.allowed)).toEqual([]);
    expect((await health.get(`/dossiers/${other}`)).status).toBe(404);
    expect((await justice.get(`/dossiers/${id}`)).status).toBe(404);
    expect((await health.get("/dossiers?q=nhung")).body).toMatchObject({ dossiers: [] });

    passed(await health.send("POST", `${path}/answer`, { words: "Có ca sinh này", number: "12/SYT" }));
    expect(codeOf(await health.send("POST", `${path}/answer`, { words: "Lần nữa" }))).toBe(
      "consultation_over",
    );
    expect(await view(id)).toMatchObject({
      version: 5,
      consultations: [
        {
          state: "answered",
          acts: [],
          answer: { words: "Có ca sinh này", number: "12/SYT", by: "yen.health" },
        },
      ],
    });
    expect((await health.get(`/dossiers/${id}`)).status).toBe(200);
  });

  test("each read of the asked agency is in the read log", async () => {
    const id = await inCase();
    await asked(id);
    await view(id, health);
    const { rows } = await app.owner.query(
      `select count(*)::integer as reads from space_dong_thap.access_log log
       join nation.account a on a.id = log.account_id where log.dossier_id = $1 and a.username = 'yen.health'`,
      [id],
    );
    expect(rows).toEqual([{ reads: 1 }]);
  });

  test("the words are kept sealed, and the event names nobody", async () => {
    const id = await inCase();
    const { path } = await asked(id);
    passed(await health.send("POST", `${path}/answer`, { words: "Không có ca sinh này" }));
    const { rows } = await app.owner.query(
      `select c.*, e.payload from space_dong_thap.consultation c
       join space_dong_thap.dossier_event e on e.dossier_id = c.dossier_id where c.dossier_id = $1`,
      [id],
    );
    expect(JSON.stringify(rows)).not.toMatch(/ca sinh/);
    const hex = rows
      .flatMap((row) => [row.question_sealed, row.answer_sealed])
      .map(String)
      .join();
    expect(hex).not.toContain("ca sinh");
  });

  test("a question that was taken back opens the dossier no longer", async () => {
    const id = await inCase();
    const { path } = await asked(id);
    const reason = "Đã tìm thấy giấy chứng sinh";
    expect(codeOf(await health.send("POST", `${path}/withdrawal`, { version: 4, reason }))).toBe("not_found");
    passed(await desks.caseOfficer.send("POST", `${path}/withdrawal`, { version: 4, reason }));
    expect((await health.get(`/dossiers/${id}`)).status).toBe(404);
    expect(codeOf(await health.send("POST", `${path}/answer`, { words: "Có ca sinh" }))).toBe("not_found");
    expect((await openOf(health)).filter(({ dossierId }) => dossierId === id)).toEqual([]);
    expect(await view(id)).toMatchObject({ consultations: [{ state: "withdrawn" }] });
    // It can be asked again.
    passed(await ask(id, { version: 5 }));
  });

  test.each([
    { because: "the day is past", changes: { answerBy: "2026-11-01" }, is: "answer_day_past" },
    { because: "it decides itself", changes: { agencyId: OWN }, is: "consultation_own_agency" },
    {
      because: "there is no such agency",
      changes: { agencyId: "01900000-0000-7000-8000-000000000000" },
      is: "consultation_agency_unknown",
    },
    { because: "the page is old", changes: { version: 2 }, is: "dossier_changed" },
    { because: "nothing is asked", changes: { question: "  " }, is: "input_malformed" },
  ])("refused in words, nothing changed: $because", async ({ changes, is }) => {
    const id = await inCase();
    expect(codeOf(await ask(id, changes))).toBe(is);
    expect(await view(id)).toMatchObject({ version: 3, consultations: [] });
  });

  test("not twice at once, nor by another post or in another state", async () => {
    const id = await inCase();
    await asked(id);
    expect(codeOf(await ask(id, { version: 4 }))).toBe("consultation_asked_already");
    passed(await ask(id, { version: 4, agencyId: JUSTICE }));
    expect(codeOf(await ask(id, { version: 5, agencyId: JUSTICE }, desks.clerk))).toBe(
      "act_reserved_to_state",
    );
    expect(codeOf(await ask(id, { version: 5, agencyId: JUSTICE }, desks.officer))).toBe("post_missing");
    const early = String((await receive(desks.clerk)).body["dossierId"]);
    expect(codeOf(await ask(early, { version: 1 }))).toBe("move_not_allowed");
  });

  test("two who answer at once: one answer is kept, the other person is told", async () => {
    await employ(app, "dung.health", [{ role: "approver", at: "agency:department:health" }]);
    const second = await app.signIn("dung.health");
    const id = await inCase();
    const { path } = await asked(id);
    const replies = await Promise.all(
      [health, second].map((by) => by.send("POST", `${path}/answer`, { words: "Đồng ý" })),
    );
    expect(replies.map(({ status }) => String(status)).toSorted()).toEqual(["200", "409"]);
    expect(await view(id)).toMatchObject({ version: 5 });
  });
});

describe("the outcome", () => {
  test("waits for the opinion until its day is over, and the clock runs on meanwhile", async () => {
    const id = await inCase();
    const before = (await view(id))["dueAt"];
    await asked(id, { answerBy: "2026-12-10" });
    const early = await recordOutcome(desks.caseOfficer, id, 4);
    expect(early.body).toMatchObject({
      code: "consultation_open",
      details: { agencies: ["Sở Y tế tỉnh Đồng Tháp"] },
    });
    expect(await view(id)).toMatchObject({ version: 4, dueAt: before, deadline: { standing: null } });
    app.clock.set(instant("2026-12-11T02:00:00Z"));
    const again = await openDesks(app);
    expect(await view(id, again.caseOfficer)).toMatchObject({ consultations: [{ overdue: true }] });
    passed(await recordOutcome(again.caseOfficer, id, 4));
    passed(await again.approver.send("POST", `/dossiers/${id}/approval`, { version: 5 }));
    expect(await view(id, again.caseOfficer)).toMatchObject({
      consultations: [{ state: "lapsed", acts: [] }],
    });
    expect((await (await app.signIn("yen.health")).get(`/dossiers/${id}`)).status).toBe(404);
  });

  test("a case that is stopped needs no opinion any more", async () => {
    const d = await openDesks(app);
    const id = String((await receive(d.clerk)).body["dossierId"]);
    await bringTo(d, id, "processing");
    passed(await ask(id, { answerBy: "2026-12-20" }, d.caseOfficer));
    passed(await d.approver.send("POST", `/dossiers/${id}/stopping`, { version: 4, reason: "Hồ sơ trùng" }));
    expect(await view(id, d.caseOfficer)).toMatchObject({ consultations: [{ state: "lapsed" }] });
    const y = await app.signIn("yen.health");
    expect(await openOf(y)).toEqual(expect.not.arrayContaining([expect.objectContaining({ dossierId: id })]));
    const over = (await y.get("/consultations?show=over")).body["consultations"] as { dossierId: string }[];
    expect(over.map(({ dossierId }) => dossierId)).toContain(id);
  });
});

test("agencies that can be asked are those of the province, by the alphabet", async () => {
  const { body } = await (await app.signIn("ha.case")).get("/consultation-agencies");
  const names = (body["agencies"] as { name: string }[]).map(({ name }) => name);
  expect(names).toContain("Công an tỉnh Đồng Tháp");
  expect(names).toEqual(names.toSorted(new Intl.Collator("vi").compare));
});

test("after all this every projection is what its ledger says", async () => {
  expect((await disagreements(app)).found).toEqual([]);
});
