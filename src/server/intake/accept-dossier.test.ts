import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actUnder, confirm } from "../../../test/kit/assist.ts";
import { employ } from "../../../test/kit/employ.ts";
import { AN_APPLICANT, receive } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { ASK, REFUSE, type Lodged, accept, lodge } from "../../../test/kit/lodging.ts";
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

const view = async ({ dossierId }: Pick<Lodged, "dossierId">, by = officer) =>
  (await by.get(`/dossiers/${dossierId}`)).body;

describe("the citizen comes back", () => {
  test("the form begins with what was written down and says what was asked for", async () => {
    const lodged = await lodge(clerk, { returnMethod: "postal", dossierSets: 2 });
    const { body } = await clerk.get(`/dossiers/${lodged.dossierId}/acceptance`);
    expect(body).toMatchObject({
      code: lodged.code,
      version: 2,
      channel: "direct",
      form: {
        applicant: { name: AN_APPLICANT.name, phone: AN_APPLICANT.phone },
        papers: [],
        furtherPapers: [],
        returnMethod: "postal",
        dossierSets: 2,
      },
      asked: { papers: ASK.papers, reason: ASK.reason, formIssueId: lodged.formIssueId },
    });
  });

  test("what is complete is received under its code: the date counts from now, the papers are at the counter", async () => {
    const lodged = await lodge(clerk);
    app.clock.advance(24 * 3_600_000);
    clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    officer = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
    const answer = await accept(clerk, lodged);
    expect(answer).toMatchObject({
      status: 200,
      body: { code: lodged.code, version: 3, status: "received" },
    });
    const alike = (await receive(clerk)).body;
    expect(answer.body["dueAt"]).toBe(alike["dueAt"]);
    const dossier = await view(lodged, clerk);
    expect(dossier).toMatchObject({
      dueAt: alike["dueAt"],
      receivedAt: app.clock.now(),
      statuses: { business: "received", national: 2 },
    });
    const items = dossier["items"] as { shown: boolean; holder: unknown }[];
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ shown, holder }) => shown || holder !== null)).toBe(true);
    expect((dossier["events"] as { correction: unknown }[])[2]?.correction).toBeNull();
    expect((await clerk.get(`/dossiers/${lodged.dossierId}/receipt`)).headers["content-type"]).toBe(
      "application/pdf",
    );
    // Found by the day of the receipt; Mẫu 01 is made and kept.
    const { rows } = await app.owner.query(
      `select d.received_at = s.received_at and s.received_at > '2026-11-17' as moved,
         (select count(*)::int from space_dong_thap.outbox o
          where o.topic = 'dossier.received' and o.payload->>'dossierId' = d.id::text) as kept
       from space_dong_thap.dossier d join space_dong_thap.dossier_search s on s.dossier_id = d.id where d.id = $1`,
      [lodged.dossierId],
    );
    expect(rows).toEqual([{ moved: true, kept: 1 }]);
  });

  test("what was put right on the way is told beside the receiving, before and after", async () => {
    const lodged = await lodge(clerk);
    const applicant = { ...AN_APPLICANT, phone: "0987654321" };
    await accept(clerk, lodged, 2, { applicant });
    const dossier = await view(lodged, clerk);
    expect(dossier).toMatchObject({ applicant: { phone: "0987654321" } });
    expect((dossier["events"] as { correction: unknown }[])[2]?.correction).toEqual({
      values: [{ field: "applicant.phone", before: "0912345678", after: "0987654321" }],
      papers: [],
    });
  });

  test("a new name is found by the search, the old one no more", async () => {
    const lodged = await lodge(clerk, { applicant: { ...AN_APPLICANT, name: "Đặng Thị Mười Hai" } });
    await accept(clerk, lodged, 2, { applicant: { ...AN_APPLICANT, name: "Đặng Thị Mười Ba" } });
    const found = async (name: string) =>
      ((await clerk.get(`/dossiers?q=${encodeURIComponent(name)}`)).body["dossiers"] as unknown[]).length;
    expect([await found("Đặng Thị Mười Hai"), await found("Đặng Thị Mười Ba")]).toEqual([0, 1]);
  });

  test("what is still missing is asked for again, as often as it takes", async () => {
    const lodged = await lodge(clerk);
    const path = `/dossiers/${lodged.dossierId}/intake-supplement-requests`;
    const again = { papers: [{ name: "Giấy ủy quyền", originals: 1, copies: 0 }], reason: "Người nộp hộ" };
    const asked = await clerk.send("POST", path, { version: 2, ...again });
    expect(asked).toMatchObject({
      status: 200,
      body: { version: 3, status: "toBeSupplemented", dueAt: null },
    });
    expect(asked.body["formIssueId"]).not.toBe(lodged.formIssueId);
    const { body } = await clerk.get(`/dossiers/${lodged.dossierId}/acceptance`);
    expect(body["asked"]).toMatchObject(again);
    expect((await clerk.send("POST", path, { version: 2, ...again })).body["code"]).toBe("dossier_changed");
    // The one request that the law allows counts from the receipt on.
    await accept(clerk, lodged, 3);
    const { rows } = await app.owner.query("select supplements from space_dong_thap.dossier where id = $1", [
      lodged.dossierId,
    ]);
    expect(rows).toEqual([{ supplements: 0 }]);
  });

  test("what cannot be received is refused then, by the civil servant alone", async () => {
    const lodged = await lodge(clerk);
    const path = `/dossiers/${lodged.dossierId}/intake-refusal`;
    const body = { version: 2, reason: REFUSE.reason };
    expect((await clerk.send("POST", path, body)).body["code"]).toBe("act_reserved_to_state");
    expect(await officer.send("POST", path, body)).toMatchObject({
      status: 200,
      body: { status: "notReceived", dueAt: null },
    });
  });

  test("who gives it up has it withdrawn, and signs for nothing: nothing stayed", async () => {
    const lodged = await lodge(clerk);
    const answer = await clerk.send("POST", `/dossiers/${lodged.dossierId}/withdrawal`, {
      version: 2,
      words: "Không làm nữa",
    });
    expect(answer).toMatchObject({ status: 200, body: { status: "withdrawn" } });
    expect((await clerk.get(`/dossiers/${lodged.dossierId}/receipt`)).status).toBe(404);
  });

  test.each([
    { changes: { papers: [] }, code: "papers_missing", because: "papers are missing still" },
    {
      changes: { applicant: { ...AN_APPLICANT, name: " " } },
      code: "party_invalid",
      because: "nobody is named",
    },
    {
      changes: { papers: [{ paperId: "no-such-paper", originals: 1, copies: 0, shown: false }] },
      code: "unknown_paper",
      because: "the procedure has no such paper",
    },
    { changes: { version: 1 }, code: "dossier_changed", because: "an older state was seen" },
  ])("nothing is received and nothing changed when $because", async ({ changes, code }) => {
    const lodged = await lodge(clerk);
    const before = await view(lodged, clerk);
    expect((await accept(clerk, lodged, 2, changes)).body["code"]).toBe(code);
    expect(await view(lodged, clerk)).toEqual(before);
  });

  test("what was received is not received again", async () => {
    const { body } = await receive(clerk);
    const received = { dossierId: String(body["dossierId"]) } as Lodged;
    expect((await accept(clerk, received, 1)).body["code"]).toBe("move_not_allowed");
    expect((await clerk.get(`/dossiers/${received.dossierId}/acceptance`)).body["code"]).toBe(
      "move_not_allowed",
    );
  });

  test("of two clerks who receive it at once one does, and the other is told", async () => {
    const lodged = await lodge(clerk);
    const both = await Promise.all([accept(clerk, lodged), accept(officer, lodged)]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    const dossier = await view(lodged, clerk);
    expect((dossier["events"] as unknown[]).length).toBe(3);
  });

  test("another unit does not find it", async () => {
    const lodged = await lodge(clerk);
    await employ(app, "khac.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    const other = await app.signIn("khac.officer");
    expect((await other.get(`/dossiers/${lodged.dossierId}/acceptance`)).status).toBe(404);
  });

  test("who serves another unit's counter does not receive it there", async () => {
    const lodged = await lodge(clerk);
    const { rows } = await app.owner.query<{ id: string }>(
      `select counter.id from nation.counter
       join nation.reception_point point on point.id = counter.reception_point_id
       where point.one_stop_unit_id <> (select received_at_unit_id from space_dong_thap.dossier where id = $1) limit 1`,
      [lodged.dossierId],
    );
    await app.owner.query(
      "update nation.session set counter_id = $1 where account_id = (select id from nation.account where username = 'duc.officer')",
      [rows[0]?.id],
    );
    expect((await accept(officer, lodged)).body["code"]).toBe("outside_jurisdiction");
    officer = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
  });
});

describe("by a clerk whose acts are confirmed", () => {
  test("it waits for the officer, its date counts from the taking in, and Mẫu 01 names both", async () => {
    const lodged = await lodge(clerk);
    await actUnder(app, "assist");
    const answer = await accept(clerk, lodged, 2, { receiptDelivery: "counter" });
    expect(answer).toMatchObject({ status: 200, body: { status: "awaitingConfirmation", version: 3 } });
    const { dueAt } = answer.body;
    // Mẫu 01 is kept by the confirmation, not before.
    const { rows } = await app.owner.query(
      "select 1 from space_dong_thap.outbox where topic = 'dossier.received' and payload->>'dossierId' = $1",
      [lodged.dossierId],
    );
    expect(rows).toEqual([]);
    await confirm(officer, [{ dossierId: lodged.dossierId, version: 3 }]);
    expect(await view(lodged)).toMatchObject({
      dueAt,
      statuses: { business: "received" },
      receiptDue: "counter",
    });
    const receipt = await officer.get(`/dossiers/${lodged.dossierId}/receipt`);
    expect(receipt.headers["content-type"]).toBe("application/pdf");
    await actUnder(app, "supervised");
  });

  test("asking for more before the receipt does not wait: it has no effect that is confirmed", async () => {
    await actUnder(app, "assist");
    expect((await lodge(clerk)).status).toBe("toBeSupplemented");
    await actUnder(app, "supervised");
  });
});
