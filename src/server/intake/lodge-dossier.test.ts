import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AN_APPLICANT, receive } from "../../../test/kit/forms.ts";
import { pdfText } from "../../../test/kit/pdf.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { ASK, REFUSE, type Lodged, aLodging, accept, lodge } from "../../../test/kit/lodging.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let clerk: Client;
let officer: Client;
beforeAll(async () => {
  app = await testApp();
  clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  officer = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
});
afterAll(async () => {
  const { found } = await disagreements(app);
  await app[Symbol.asyncDispose]();
  expect(found).toEqual([]);
});

const tryToLodge = async (by: Client, changes: Record<string, unknown> = {}) =>
  by.send("POST", "/lodgings", await aLodging(by, changes));
const view = async ({ dossierId }: Pick<Lodged, "dossierId">, by = officer) =>
  (await by.get(`/dossiers/${dossierId}`)).body;
const count = async (sql: string, ...values: unknown[]) => {
  const { rows } = await app.owner.query<{ n: string }>(`select count(*) as n from ${sql}`, values);
  return Number(rows[0]?.n);
};

describe("a dossier that is not complete", () => {
  test("gets a code and a numbered Mẫu 02, no date and no paper", async () => {
    const lodged = await lodge(clerk);
    expect(lodged).toMatchObject({ version: 2, status: "toBeSupplemented" });
    expect(lodged.code).toMatch(/^H20\.\d{3}-261116-\d{4}$/);
    expect(await view(lodged)).toMatchObject({
      dueAt: null,
      applicant: { name: AN_APPLICANT.name },
      items: [],
      statuses: { business: "toBeSupplemented", money: "toBeFixed", national: 5 },
      events: [
        { type: "dossier.lodged", note: null },
        { type: "dossier.supplementAskedBeforeReceipt", note: ASK.reason, basis: { kind: "mandate" } },
      ],
    });
    const { rows } = await app.owner.query(
      `select form, form_set, year, number, seq from space_dong_thap.form_issue where id = $1`,
      [lodged.formIssueId],
    );
    expect(rows).toMatchObject([{ form: "mau02", form_set: "TT03_2025", year: 2026, seq: 2 }]);
    expect(
      await count(
        "space_dong_thap.custody_entry e join space_dong_thap.item i on i.id = e.thing_id where i.dossier_id = $1",
        lodged.dossierId,
      ),
    ).toBe(0);
  });

  test("has forms numbered one after the other, and codes on one row with those of the receipts", async () => {
    const numbers: number[] = [];
    const codes: number[] = [];
    for (const turn of ["lodge", "receive", "lodge"]) {
      const body = turn === "lodge" ? await lodge(clerk) : ((await receive(clerk)).body as unknown as Lodged);
      codes.push(Number(body.code.slice(-4)));
      if (turn === "receive") continue;
      const { rows } = await app.owner.query<{ number: number }>(
        "select number from space_dong_thap.form_issue where id = $1",
        [body.formIssueId],
      );
      numbers.push(rows[0]?.number ?? 0);
    }
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
    expect(codes.map((code) => code - (codes[0] ?? 0))).toEqual([0, 1, 2]);
  });

  test("of two lodged at once each has its own code and its own number", async () => {
    const both = await Promise.all([lodge(clerk), lodge(officer), lodge(clerk), lodge(officer)]);
    expect(new Set(both.map(({ code }) => code)).size).toBe(4);
    const ids = both.map(({ formIssueId }) => formIssueId);
    const { rows } = await app.owner.query<{ of: string }>(
      "select unit_id || '/' || number as of from space_dong_thap.form_issue where id = any ($1)",
      [ids],
    );
    expect(new Set(rows.map(({ of }) => of)).size).toBe(4);
  });

  test("is there once, however often the request is sent", async () => {
    const key = randomUUID();
    const body = await aLodging(clerk);
    const first = await clerk.send("POST", "/lodgings", body, { key });
    const again = await clerk.send("POST", "/lodgings", body, { key });
    expect(again.body).toEqual(first.body);
    expect(await count("space_dong_thap.form_issue where id = $1", first.body["formIssueId"])).toBe(1);
  });

  test("takes its draft with it", async () => {
    const draftId = randomUUID();
    await clerk.send("PUT", `/drafts/${draftId}`, { version: 0, title: "Nhung", content: {} });
    await lodge(clerk, { draftId });
    expect((await clerk.get(`/drafts/${draftId}`)).status).toBe(404);
  });

  test("has no Mẫu 01", async () => {
    const { dossierId } = await lodge(clerk);
    expect((await clerk.get(`/dossiers/${dossierId}/receipt`)).status).toBe(404);
    expect((await clerk.get(`/receipts?dossierIds=${dossierId}`)).status).toBe(404);
  });

  test("leaves nothing personal in events and kept answers", async () => {
    const { dossierId } = await lodge(clerk);
    const { rows } = await app.owner.query(
      `select e.payload::text as said from space_dong_thap.dossier_event e where dossier_id = $1
       union all select answer::text from space_dong_thap.idempotency where answer->>'dossierId' = $1::text`,
      [dossierId],
    );
    expect(rows.length).toBe(3);
    expect(JSON.stringify(rows)).not.toMatch(/Nhung|0871|đối chiếu|bản chính/iu);
  });

  test.each([
    { changes: { answer: { ...ASK, papers: [] } }, status: 400, because: "nothing is asked for" },
    { changes: { answer: { ...ASK, reason: "x" } }, status: 400, because: "it does not say why" },
    {
      changes: { answer: { kind: "ask", reason: "Còn thiếu" } },
      status: 400,
      because: "the papers are missing",
    },
    { changes: { answer: { ...REFUSE, papers: [] } }, status: 400, because: "a refusal asks for nothing" },
    { changes: { papers: [] }, status: 400, because: "no paper stays" },
    { changes: { case: "urgent" }, status: 400, because: "the procedure has no such case" },
    {
      changes: { channel: "postal", procedureVersionId: randomUUID() },
      status: 404,
      because: "no such version",
    },
    { changes: { applicant: { ...AN_APPLICANT, name: " " } }, status: 422, because: "nobody is named" },
  ])("is not noted, and no number is taken, when $because", async ({ changes, status }) => {
    const before = await count("space_dong_thap.form_issue");
    const codes = await count("space_dong_thap.dossier");
    expect((await tryToLodge(clerk, changes)).status).toBe(status);
    expect([await count("space_dong_thap.form_issue"), await count("space_dong_thap.dossier")]).toEqual([
      before,
      codes,
    ]);
  });

  test("is not noted while the mandate is suspended", async () => {
    const set = (status: string) =>
      app.owner.query(
        `with changed as (update space_dong_thap.mandate set status = '${status}')
         update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
      );
    const lodged = await lodge(clerk);
    await set("suspended");
    expect((await tryToLodge(clerk)).body["code"]).toBe("mandate_not_in_force");
    expect((await accept(clerk, lodged)).body["code"]).toBe("mandate_not_in_force");
    await set("inForce");
    expect((await accept(clerk, lodged)).status).toBe(200);
  });

  test("is not noted for a procedure that the mandate leaves out", async () => {
    const excluded = await clerk.send("POST", "/lodgings", await aLodging(clerk, {}, "1.013855"));
    expect(excluded).toMatchObject({ status: 403, body: { code: "mandate_procedure_excluded" } });
  });

  test("needs a counter, and the right to take the procedure in", async () => {
    expect((await tryToLodge(await app.signIn("phuc.clerk"))).body["code"]).toBe("counter_not_chosen");
  });
});

describe("a dossier that is not received", () => {
  test("gets Mẫu 03 from the civil servant, and ends there", async () => {
    const lodged = await lodge(officer, { answer: REFUSE });
    expect(lodged.status).toBe("notReceived");
    expect(await view(lodged)).toMatchObject({
      dueAt: null,
      statuses: { business: "notReceived", national: 3 },
      events: [{ type: "dossier.lodged" }, { type: "dossier.intakeRefused", note: REFUSE.reason }],
      acts: [],
    });
    expect((await accept(officer, lodged)).body["code"]).toBe("move_not_allowed");
  });

  test("has its Mẫu 02 and Mẫu 03 printed with the reason, numbered each in its own row", async () => {
    const printed = async ({ dossierId, formIssueId }: Lodged) => {
      const { bytes } = await officer.get(`/dossiers/${dossierId}/forms/${formIssueId}`);
      return (await pdfText(bytes)).replace(/\s+/gu, " ");
    };
    const asked = await lodge(officer);
    const text = await printed(asked);
    for (const words of ["PHIẾU YÊU CẦU BỔ SUNG", ASK.reason, ASK.papers[0].name, AN_APPLICANT.name])
      expect(text).toContain(words);
    const refused = await printed(await lodge(officer, { answer: REFUSE }));
    for (const words of ["PHIẾU TỪ CHỐI TIẾP NHẬN", REFUSE.reason, AN_APPLICANT.name])
      expect(refused).toContain(words);
  });

  test("is never refused by the post: that is the state's own", async () => {
    expect(await tryToLodge(clerk, { answer: REFUSE })).toMatchObject({
      status: 403,
      body: { code: "act_reserved_to_state" },
    });
  });
});
