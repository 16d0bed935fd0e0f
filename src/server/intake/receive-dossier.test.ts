import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AN_APPLICANT, aForm, receive } from "../../../test/kit/forms.ts";
import { hold } from "../../../test/kit/hold.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let clerk: Client;
let officer: Client;
beforeAll(async () => {
  app = await testApp();
  clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  officer = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

const view = async (dossierId: unknown) => (await clerk.get(`/dossiers/${String(dossierId)}`)).body;
const tryToReceive = async (changes: Record<string, unknown>, code?: string, by = clerk) =>
  by.send("POST", "/dossiers", { ...(await aForm(by, code)), ...changes });
const versionOf = async (code: string) => {
  const { rows } = await app.owner.query<{ id: string }>(
    "select id from nation.procedure_version where code = $1",
    [code],
  );
  return rows[0]?.id;
};

describe("taking a dossier in", () => {
  test("a clerk with a mandate gets a code, a due date and the right it rests on", async () => {
    const { body } = await receive(clerk);
    expect(body["code"]).toMatch(/^H20\.\d{3}-261116-\d{4}$/);
    const dossier = await view(body["dossierId"]);
    expect(dossier["applicant"]).toMatchObject({
      name: AN_APPLICANT.name,
      number: AN_APPLICANT.identityNumber,
    });
    expect(dossier["events"]).toMatchObject([{ type: "dossier.received", basis: { kind: "mandate" } }]);
    expect(JSON.stringify(dossier["events"])).toContain("268/QĐ-UBND");
    expect(dossier).toMatchObject({
      version: 1,
      dueAt: body["dueAt"],
      // 8.000 đ a copy, and nobody has counted the copies.
      feeDue: null,
      receivedAs: "agentOfAgency",
      statuses: {
        business: "received",
        money: "toBeFixed",
        delivery: "notReady",
        sync: "notSent",
        national: 2,
      },
    });
  });

  test("a civil servant of the unit takes in by the post, also what goes to the province", async () => {
    const { body } = await receive(officer, { ...(await aForm(officer, "1.013855")) });
    const dossier = (await officer.get(`/dossiers/${String(body["dossierId"])}`)).body;
    expect(dossier["events"]).toMatchObject([
      { basis: { kind: "office", title: "Trung tâm Phục vụ hành chính công xã Bình Thành" } },
    ]);
    expect(dossier["units"]).toMatchObject({
      helpedAt: "Trung tâm Phục vụ hành chính công xã Bình Thành",
      receivedAt: "Trung tâm Phục vụ hành chính công xã Bình Thành",
      decidedBy: "Sở Y tế tỉnh Đồng Tháp",
    });
  });

  test("an organisation comes through somebody with a power of attorney", async () => {
    const organisation = {
      kind: "organisation",
      name: "Hợp tác xã Bình Thành 2",
      taxCode: "1400123456",
      legalRepresentative: "Lê Văn Tám",
      address: "Ấp 2",
      phone: "0277 3851 111",
    };
    const authorisation = {
      number: "05/GUQ",
      date: "2026-11-10",
      scope: "Nộp hồ sơ và nhận kết quả",
      relation: "employee",
    };
    const { body } = await receive(clerk, {
      applicant: organisation,
      submitter: AN_APPLICANT,
      authorisation,
    });
    expect(await view(body["dossierId"])).toMatchObject({
      applicant: { kind: "organisation", number: "1400123456", legalRepresentative: "Lê Văn Tám" },
      submitter: { kind: "person", name: AN_APPLICANT.name },
    });
  });

  test("the draft that it came from goes with it, and nobody else's", async () => {
    const [own, other] = [randomUUID(), randomUUID()];
    const phuc = await app.signIn("phuc.clerk");
    await clerk.send("PUT", `/drafts/${own}`, { version: 0, title: "Nhung", content: {} });
    await phuc.send("PUT", `/drafts/${other}`, { version: 0, title: "Bảo", content: {} });
    await receive(clerk, { draftId: other });
    expect((await phuc.get(`/drafts/${other}`)).status).toBe(200);
    await receive(clerk, { draftId: own });
    expect((await clerk.get(`/drafts/${own}`)).status).toBe(404);
  });
});

describe("what people type", () => {
  test.each([
    { changes: { identityNumber: "087390001234" }, because: "the digit of century and sex does not fit" },
    { changes: { identityNumber: "999190001234" }, because: "no province has 999" },
    { changes: { identityNumber: "087191001234" }, because: "the year of birth is another" },
    { changes: { identityNumber: "12345" }, because: "it is too short for any number known" },
  ])("an identity number that looks wrong blocks nobody: $because", async ({ changes }) => {
    const { body } = await receive(clerk, { applicant: { ...AN_APPLICANT, ...changes } });
    expect(await view(body["dossierId"])).toMatchObject({ applicant: { number: changes.identityNumber } });
  });

  test("a name in decomposed Unicode is kept composed, and found without diacritics", async () => {
    const name = "Đoàn Thị Kiều Oanh";
    const { body } = await receive(clerk, {
      applicant: { ...AN_APPLICANT, name: ` ${name.normalize("NFD")} ` },
    });
    expect(await view(body["dossierId"])).toMatchObject({ applicant: { name } });
    for (const typed of ["doan thi kieu oanh", name.normalize("NFD"), "KIỀU OANH"]) {
      const found = (await clerk.get(`/dossiers?q=${encodeURIComponent(typed)}`)).body["dossiers"];
      expect(found).toMatchObject([{ dossierId: body["dossierId"], applicantName: name }]);
    }
  });

  test("a remark of 10,000 characters is kept whole", async () => {
    const remarks = "Ghi chú ".repeat(1_250).trimEnd().padEnd(10_000, "ế");
    const { body } = await receive(clerk, { remarks });
    expect(await view(body["dossierId"])).toMatchObject({ remarks });
  });

  test("one of 10,001 is refused with the field, and the draft keeps every character", async () => {
    const remarks = "ế".repeat(10_001);
    const draftId = randomUUID();
    await clerk.send("PUT", `/drafts/${draftId}`, { version: 0, title: "Nhung", content: { remarks } });
    const refused = await tryToReceive({ remarks, draftId });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: "input_malformed", details: { field: "body/remarks" } },
    });
    expect((await clerk.get(`/drafts/${draftId}`)).body["content"]).toEqual({ remarks });
  });

  test.each([
    { changes: { birthDate: "1990-02-31" }, because: "February has no 31st" },
    { changes: { birthDate: "2026-02-29" }, because: "2026 is no leap year" },
    { changes: { birthDate: "31/02/1990" }, because: "nor written the other way" },
  ])("a date that does not exist is refused: $because", async ({ changes }) => {
    const refused = await tryToReceive({ applicant: { ...AN_APPLICANT, ...changes } });
    expect([400, 422]).toContain(refused.status);
    expect(["input_malformed", "party_invalid"]).toContain(refused.body["code"]);
    expect(JSON.stringify(refused.body["details"])).toContain(
      refused.status === 422 ? "birthDate" : "applicant",
    );
  });

  test("everything wrong with people is told at once, by field, and nothing that was typed", async () => {
    const wrong = { ...AN_APPLICANT, name: " ", identityNumber: "0871?", phone: "gọi nhà bên" };
    const refused = await tryToReceive({ applicant: wrong });
    expect(refused).toMatchObject({ status: 422, body: { code: "party_invalid" } });
    const { problems } = refused.body["details"] as { problems: string[] };
    expect(problems.map((problem) => problem.split("=")[0])).toEqual([
      "applicant.name",
      "applicant.identityNumber",
      "applicant.phone",
    ]);
    expect(JSON.stringify(refused.body)).not.toContain("gọi nhà bên");
  });

  test.each([
    { changes: { colour: "red" }, because: "a property that nobody knows" },
    { changes: { dossierSets: "1" }, because: "a text where a number belongs" },
    {
      changes: { furtherPapers: [{ name: " ", originals: 1, copies: 0 }] },
      because: "a paper without a name",
    },
  ])("is refused as malformed, never as an error of the program: $because", async ({ changes }) => {
    expect(await tryToReceive(changes)).toMatchObject({ status: 400, body: { code: "input_malformed" } });
  });
});

describe("which procedure", () => {
  test("an unknown one", async () => {
    expect(await clerk.get("/procedures/9.999999")).toMatchObject({
      status: 404,
      body: { code: "unknown_procedure" },
    });
    expect(await tryToReceive({ procedureVersionId: randomUUID() })).toMatchObject({
      status: 404,
      body: { code: "unknown_procedure" },
    });
  });

  test("one that has ended says until when it stood", async () => {
    const ended = {
      status: 409,
      body: { code: "procedure_not_valid", details: { day: "2026-11-16", to: "2025-06-30" } },
    };
    expect(await clerk.get("/procedures/1.002192")).toMatchObject(ended);
    expect(await tryToReceive({ procedureVersionId: await versionOf("1.002192") })).toMatchObject(ended);
  });

  test("a version that was replaced while the form was filled is said, not silently taken", async () => {
    const form = await aForm(clerk, "1.003622");
    await app.owner.query(
      `insert into nation.procedure_version (id, code, name, search_key, field_code, valid_from, valid_to, content)
       select gen_random_uuid(), code, name, search_key, field_code, '2026-11-16', null, content
       from nation.procedure_version where code = '1.003622'`,
    );
    await app.owner.query("update nation.reference_epoch set epoch = epoch + 1");
    const refused = await clerk.send("POST", "/dossiers", form);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "procedure_version_changed", details: { code: "1.003622" } },
    });
    await receive(clerk, await aForm(clerk, "1.003622"));
  });

  test.each([
    {
      code: "2.000815",
      changes: { channel: "postal" },
      refusal: "channel_not_offered",
      because: "certifying needs the original in hand",
    },
    {
      code: "2.000635",
      changes: { case: "unheardOf" },
      refusal: "unknown_case",
      because: "the version has no such case",
    },
    {
      code: "2.002516",
      changes: {},
      refusal: "limit_not_published",
      because: "no limit is published and none is guessed",
    },
    {
      code: "2.000635",
      changes: { papers: [] },
      refusal: "papers_missing",
      because: "nothing was handed in and no reason given",
    },
    {
      code: "2.000635",
      changes: { papers: [{ paperId: "x", originals: 1, copies: 0, shown: false }] },
      refusal: "unknown_paper",
      because: "the version does not list it",
    },
    {
      code: "1.000894",
      changes: {},
      refusal: "mandate_procedure_excluded",
      because: "the decision excepts marriage",
    },
    {
      code: "1.014034",
      changes: {},
      refusal: "mandate_procedure_excluded",
      because: "the decision does not name the field",
    },
  ])("$code is refused with $refusal: $because", async ({ code, changes, refusal }) => {
    expect((await tryToReceive(changes, code)).body).toMatchObject({ code: refusal });
  });

  test("missing papers are taken with a reason", async () => {
    const { body } = await receive(clerk, { papers: [], missingPapersReason: "Bổ sung trong ngày" });
    expect((await view(body["dossierId"]))["missingPapersReason"]).toBe("Bổ sung trong ngày");
    expect(await view(body["dossierId"])).toMatchObject({ items: [] });
  });
});

describe("the same person twice", () => {
  const NOBODY_YET = { ...AN_APPLICANT, identityNumber: "087190007777" };
  const asked = { applicant: NOBODY_YET, besidesOpen: false };

  test("with an open dossier about the same here is told its code, and nothing is written", async () => {
    const { body } = await receive(clerk, asked);
    const counted = async () => (await app.owner.query("select count(*) from space_dong_thap.dossier")).rows;
    const before = await counted();
    expect(await tryToReceive(asked, undefined, officer)).toMatchObject({
      status: 409,
      body: { code: "applicant_has_open", details: { codes: [body["code"]] } },
    });
    expect(await counted()).toEqual(before);
  });

  test("is received when the counter says that it is meant, and the event says so", async () => {
    const { body } = await receive(clerk, { ...asked, besidesOpen: true });
    const { rows } = await app.owner.query(
      "select payload -> 'besidesOpen' as meant from space_dong_thap.dossier_event where dossier_id = $1",
      [body["dossierId"]],
    );
    expect(rows).toEqual([{ meant: true }]);
    expect((await tryToReceive(asked)).body["details"]).toMatchObject({ codes: { length: 2 } });
  });

  test("at two counters at one moment is received once, and the other counter is told the code", async () => {
    const applicant = { ...AN_APPLICANT, identityNumber: "087190006666" };
    const form = { ...(await aForm(clerk)), applicant, besidesOpen: false };
    // Whoever has looked waits for the number of the day: both would be there if neither waited for the other's look.
    const held = await hold(app.owner, "select from dossier_code_counter for update");
    const both = [clerk, officer].map((by) => by.send("POST", "/dossiers", form));
    await held.untilWaiting(2);
    await held.release();
    const answers = (await Promise.all(both)).toSorted((a, b) => a.status - b.status);
    expect(answers).toMatchObject([
      { status: 200 },
      {
        status: 409,
        body: { code: "applicant_has_open", details: { codes: [answers[0]?.body["code"]] } },
      },
    ]);
  });

  test("is no double about something else, nor once the first has ended; the same request is one dossier", async () => {
    const form = { ...(await aForm(clerk, "1.003622")), ...asked };
    const key = randomUUID();
    const first = await clerk.send("POST", "/dossiers", form, { key });
    expect(first.status).toBe(200);
    expect((await clerk.send("POST", "/dossiers", form, { key })).body).toEqual(first.body);
    const elsewhere = { ...asked, applicant: { ...AN_APPLICANT, identityNumber: "087190008888" } };
    const { body } = await receive(clerk, elsewhere);
    const approver = await app.signIn("thai.approver");
    const stopping = `/dossiers/${String(body["dossierId"])}/stopping`;
    const stopped = await approver.send("POST", stopping, {
      version: 1,
      reason: "Theo đề nghị của người dân",
    });
    expect(stopped.status).toBe(200);
    expect((await tryToReceive(elsewhere)).status).toBe(200);
  });
});

describe("where and by whom", () => {
  test("without a counter nothing is taken in", async () => {
    const standing = await app.signIn("lan.clerk");
    expect(await tryToReceive({}, undefined, standing)).toMatchObject({
      status: 409,
      body: { code: "counter_not_chosen" },
    });
  });

  test("a clerk whose post office has no mandate is told so, with the act", async () => {
    const phuc = await app.signIn("phuc.clerk", "Quầy 1");
    expect(await tryToReceive({}, undefined, phuc)).toMatchObject({
      status: 403,
      body: { code: "mandate_missing", details: { act: "receive" } },
    });
  });

  test.each([
    {
      table: "competence",
      where: "field_code = 'foodSafety'",
      refusal: "deciding_agency_unknown",
      because: "nobody holds the field any more",
    },
    {
      table: "agency_code",
      where: "true",
      refusal: "agency_code_unknown",
      because: "the agency has no identifier for codes",
    },
  ])("$refusal: $because", async ({ table, where, refusal }) => {
    const form = await aForm(officer, "1.013855");
    const until = (day: string | null) =>
      app.owner.query(
        `with ended as (update nation.${table} set valid_to = $1 where ${where} and valid_to is not distinct from $2)
         update nation.reference_epoch set epoch = epoch + 1`,
        [day, day === null ? "2026-11-15" : null],
      );
    await until("2026-11-15");
    const refused = await officer.send("POST", "/dossiers", form);
    await until(null);
    expect(refused).toMatchObject({ status: 409, body: { code: refusal } });
  });
});
