import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountId } from "../../../test/kit/mandate-forms.ts";
import { actUnder, confirm, takeIn } from "../../../test/kit/assist.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { pdfText } from "../../../test/kit/pdf.ts";
import { A_PNG, type Desks, openDesks, passed, upload } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  await actUnder(app, "assist");
});
afterAll(() => app[Symbol.asyncDispose]());

type Body = Record<string, unknown>;
type Party = Record<string, unknown>;
interface Form extends Body {
  readonly applicant: Party;
  readonly papers: readonly {
    readonly paperId: string;
    readonly originals: number;
    readonly copies: number;
    readonly shown: boolean;
    readonly note?: string;
  }[];
  readonly furtherPapers: readonly Body[];
}

const WORDS = "Đã sửa theo ý kiến";
const send = (by: Client, dossierId: string, act: string, body: Body) =>
  by.send("POST", `/dossiers/${dossierId}/${act}`, body);
const view = async (dossierId: string, by = desks.clerk) => (await by.get(`/dossiers/${dossierId}`)).body;
const begin = async (dossierId: string) => (await desks.clerk.get(`/dossiers/${dossierId}/correction`)).body;
const formOf = async (dossierId: string) => (await begin(dossierId))["form"] as Form;

/** A dossier that an officer handed back, and the form that puts it right. */
async function handedBack(changes: Body = {}) {
  const { dossierId, code } = await takeIn(desks.clerk, changes);
  passed(await send(desks.officer, dossierId, "hand-back", { version: 1, words: "Sai số điện thoại" }));
  return { dossierId, code, form: await formOf(dossierId) };
}

const correct = (dossierId: string, form: Body, by = desks.clerk, version = 2) =>
  send(by, dossierId, "correction", { version, words: WORDS, ...form });
const corrected = async (dossierId: string) =>
  ((await view(dossierId))["events"] as Body[]).findLast(({ type }) => type === "dossier.corrected") as {
    readonly note: string;
    readonly basis: Body;
    readonly correction: { readonly values: Body[]; readonly papers: Body[] };
  };
const owner = async <Row>(sql: string, values: readonly unknown[]) =>
  (await app.owner.query(sql, [...values])).rows as Row[];

describe("the form that puts right a dossier that was handed back", () => {
  test("begins with what was written down, the officer's words, and the procedure's own version", async () => {
    const { dossierId } = await handedBack({
      furtherPapers: [{ name: "Đơn xin xác nhận", originals: 1, copies: 0 }],
      remarks: "Người nộp xin nhận sớm",
    });
    const page = await begin(dossierId);
    expect(page).toMatchObject({ version: 2, channel: "direct", words: "Sai số điện thoại" });
    expect(page["form"]).toMatchObject({
      applicant: { kind: "person", name: "Nguyễn Thị Hồng Nhung", phone: "0912345678" },
      furtherPapers: [{ name: "Đơn xin xác nhận", originals: 1, copies: 0 }],
      remarks: "Người nộp xin nhận sớm",
      returnMethod: "counter",
      receiptDelivery: "counter",
    });
  });

  test("is there for a dossier that was handed back alone", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    expect(await begin(dossierId)).toMatchObject({ code: "move_not_allowed" });
  });

  test("sent back as it was corrects nothing, and says so", async () => {
    const { dossierId, form } = await handedBack();
    const answer = await correct(dossierId, form);
    expect(answer.body["code"]).toBe("nothing_corrected");
    expect((await view(dossierId))["version"]).toBe(2);
  });
});

describe("a dossier that the clerk puts right", () => {
  test("waits again with the new phone number; the officer reads what was changed, from what to what", async () => {
    const { dossierId, form } = await handedBack();
    passed(await correct(dossierId, { ...form, applicant: { ...form.applicant, phone: "0987654321" } }));
    const dossier = await view(dossierId, desks.officer);
    expect(dossier).toMatchObject({
      version: 3,
      statuses: { business: "awaitingConfirmation" },
      applicant: { phone: "0987654321", name: "Nguyễn Thị Hồng Nhung" },
    });
    const event = await corrected(dossierId);
    expect(event).toMatchObject({ note: WORDS, basis: { kind: "mandate" } });
    expect(event.correction).toEqual({
      values: [{ field: "applicant.phone", before: "0912345678", after: "0987654321" }],
      papers: [],
    });
    const { body } = await desks.officer.get("/confirmations");
    const row = (body["rows"] as Body[]).find((one) => one["dossierId"] === dossierId);
    expect(row).toMatchObject({ words: WORDS, corrected: ["applicant.phone"] });
  });

  test("names fields alone in the ledger: what they said and say is sealed, and the old people stay", async () => {
    const { dossierId, form } = await handedBack();
    const applicant = { ...form.applicant, name: "Trần Thị Bích Thuỷ", phone: "0987654322" };
    passed(await correct(dossierId, { ...form, applicant }));
    const [event] = await owner<{ payload: Body }>(
      "select payload from space_dong_thap.dossier_event where dossier_id = $1 and type = 'dossier.corrected'",
      [dossierId],
    );
    expect(event?.payload).toEqual({
      changed: ["applicant.name", "applicant.phone"],
      receiptDelivery: "counter",
    });
    const [kept] = await owner<{ sealed: Buffer }>(
      "select sealed from space_dong_thap.dossier_correction where dossier_id = $1 and seq = 3",
      [dossierId],
    );
    for (const said of ["Bích", "0987654322", "0912345678", "Nhung"])
      expect(kept?.sealed.toString("utf8")).not.toContain(said);
    const parties = await owner<{ until_seq: number | null }>(
      "select until_seq from space_dong_thap.party where dossier_id = $1 order by until_seq nulls last",
      [dossierId],
    );
    expect(parties.map(({ until_seq }) => until_seq)).toEqual([3, null]);
    const [may] = await owner<{ sealed: boolean; until: boolean }>(
      `select has_column_privilege('motcua_app', 'space_dong_thap.party', 'sealed', 'update') as sealed,
         has_column_privilege('motcua_app', 'space_dong_thap.party', 'until_seq', 'update') as until`,
      [],
    );
    expect(may).toEqual({ sealed: false, until: true });
  });

  test("is found by the new name, and by the old one no more", async () => {
    const { dossierId, code, form } = await handedBack();
    const applicant = { ...form.applicant, name: "Lý Ngọc Khuê Trâm" };
    const find = async (q: string) =>
      ((await desks.clerk.get(`/dossiers?q=${encodeURIComponent(q)}`)).body["dossiers"] as Body[]).map(
        (row) => row["code"],
      );
    expect(await find("ly ngoc khue tram")).toEqual([]);
    passed(await correct(dossierId, { ...form, applicant }));
    expect(await find("ly ngoc khue tram")).toEqual([code]);
    expect(await find("nguyen thi hong nhung")).not.toContain(code);
  });

  test("gets a submitter with a power of attorney, and loses one again in a second round", async () => {
    const { dossierId, form } = await handedBack();
    const submitter = {
      kind: "person",
      name: "Phạm Văn Út",
      identityNumber: "087085004321",
      address: "Ấp 2, xã Bình Thành",
    };
    const alone = await correct(dossierId, { ...form, submitter });
    expect(alone.body["code"]).toBe("authorisation_missing");
    const authorisation = { date: "2026-11-10", relation: "child", scope: "Nộp hồ sơ" };
    passed(await correct(dossierId, { ...form, submitter, authorisation }));
    expect(await view(dossierId)).toMatchObject({
      submitter: { name: "Phạm Văn Út" },
      authorisation: { relation: "child" },
    });
    passed(await send(desks.officer, dossierId, "hand-back", { version: 3, words: "Bà Nhung tự nộp" }));
    passed(await correct(dossierId, form, desks.clerk, 4));
    expect(await view(dossierId)).toMatchObject({ submitter: null, authorisation: null });
    expect((await corrected(dossierId)).correction.values[0]).toMatchObject({ after: null });
  });

  test("of which the applicant alone was wrong keeps its submitter as he was", async () => {
    const { dossierId, form } = await handedBack({
      submitter: {
        kind: "person",
        name: "Phạm Văn Út",
        identityNumber: "087085004321",
        address: "Ấp 2, xã Bình Thành",
      },
      authorisation: { date: "2026-11-10", relation: "child", scope: "Nộp hồ sơ" },
    });
    passed(await correct(dossierId, { ...form, applicant: { ...form.applicant, phone: "0987654005" } }));
    expect(await view(dossierId)).toMatchObject({
      applicant: { phone: "0987654005" },
      submitter: { name: "Phạm Văn Út" },
      authorisation: { relation: "child" },
    });
    const people = await owner(
      "select role, until_seq from space_dong_thap.party where dossier_id = $1 order by role, until_seq",
      [dossierId],
    );
    expect(people).toEqual([
      { role: "applicant", until_seq: 3 },
      { role: "applicant", until_seq: null },
      { role: "submitter", until_seq: null },
    ]);
  });

  test("comes with another way to return and another way for Mẫu 01, which needs a phone number for a message", async () => {
    const { dossierId, form } = await handedBack();
    const { phone: _phone, ...mute } = form.applicant;
    const silent = await correct(dossierId, { ...form, applicant: mute, receiptDelivery: "message" });
    expect(silent.body["code"]).toBe("party_invalid");
    passed(await correct(dossierId, { ...form, returnMethod: "postal", receiptDelivery: "post" }));
    expect(await view(dossierId)).toMatchObject({ returnMethod: "postal", receiptDue: "post" });
    await confirm(desks.officer, [{ dossierId, version: 3 }]);
    passed(await send(desks.officer, dossierId, "receipt-delivery", { version: 4, by: "post" }));
  });

  test.each([
    {
      change: { applicant: { kind: "person", name: "", identityNumber: "1", address: "" } },
      code: "party_invalid",
    },
    { change: { papers: [] }, code: "papers_missing" },
    {
      change: { papers: [{ paperId: "no-such", originals: 1, copies: 0, shown: false }] },
      code: "unknown_paper",
    },
  ])("is judged by the rules of the intake: $code", async ({ change, code }) => {
    const { dossierId, form } = await handedBack();
    expect((await correct(dossierId, { ...form, ...change })).body["code"]).toBe(code);
  });
});

describe("papers that are put right", () => {
  const entries = (dossierId: string) =>
    owner<{ type: string; to_kind: string | null; originals: number | null; dossier_seq: number }>(
      `select type, to_kind, originals, dossier_seq from space_dong_thap.custody_entry
       where dossier_id = $1 and dossier_seq = 3 order by type`,
      [dossierId],
    );
  const items = async (dossierId: string) => (await view(dossierId))["items"] as Body[];

  test("a number is recounted by its holder, a paper that comes in is born at this counter", async () => {
    const { dossierId, form } = await handedBack({
      furtherPapers: [{ name: "Đơn xin xác nhận", originals: 1, copies: 0 }],
    });
    const [further] = form.furtherPapers;
    const furtherPapers = [
      { ...further, originals: 3 },
      { name: "Bản đồ vị trí đất", originals: 0, copies: 2 },
    ];
    passed(await correct(dossierId, { ...form, furtherPapers }));
    expect(await entries(dossierId)).toEqual([
      { type: "born", to_kind: "counter", originals: null, dossier_seq: 3 },
      { type: "recounted", to_kind: "counter", originals: 3, dossier_seq: 3 },
    ]);
    expect(await items(dossierId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "Đơn xin xác nhận", originals: 3, holder: expect.anything() }),
        expect.objectContaining({ name: "Bản đồ vị trí đất", copies: 2, holder: expect.anything() }),
      ]),
    );
    expect((await corrected(dossierId)).correction.papers).toHaveLength(2);
  });

  test("one that a successor took over is recounted by the successor alone; all the rest the clerk may put right", async () => {
    const { dossierId, form } = await handedBack();
    const items = await owner<{ id: string }>(
      "update space_dong_thap.item set holder_kind = 'person', holder_id = $2 where dossier_id = $1 and holder_kind is not null returning id",
      [dossierId, await accountId(app, "phuc.clerk")],
    );
    expect(items.length).toBeGreaterThan(0);
    const papers = form.papers.map((paper) => ({ ...paper, originals: paper.originals + 1 }));
    expect((await correct(dossierId, { ...form, papers })).body["code"]).toBe("paper_held_by_other");
    passed(await correct(dossierId, { ...form, applicant: { ...form.applicant, phone: "0987654321" } }));
    // Put back: the row was moved beside the ledger.
    await owner(
      "update space_dong_thap.item i set holder_kind = e.to_kind, holder_id = e.to_id from space_dong_thap.custody_entry e where e.thing_id = i.id and i.dossier_id = $1 and i.holder_kind is not null and e.type = 'born'",
      [dossierId],
    );
  });

  test("one that never was there is struck: nobody holds it, and it leaves list and slip, not the ledger", async () => {
    const { dossierId, form } = await handedBack({
      furtherPapers: [{ name: "Sổ ghi nhầm", originals: 1, copies: 0 }],
    });
    passed(await correct(dossierId, { ...form, furtherPapers: [] }));
    expect(await entries(dossierId)).toEqual([
      { type: "struck", to_kind: null, originals: null, dossier_seq: 3 },
    ]);
    expect((await items(dossierId)).map((item) => item["name"])).not.toContain("Sổ ghi nhầm");
    const { bytes } = await desks.clerk.get(`/dossiers/${dossierId}/receipt`);
    expect(await pdfText(bytes)).not.toContain("Sổ ghi nhầm");
    expect((await corrected(dossierId)).correction.papers).toMatchObject([
      { before: { name: "Sổ ghi nhầm", originals: 1 }, after: null },
    ]);
  });

  test("one that was only shown is struck too, for it is in nobody's hands", async () => {
    const first = (await handedBack()).form.papers[0];
    const seen = { ...first, originals: 1, copies: 0, shown: true };
    const { dossierId, form } = await handedBack({ papers: [seen], missingPapersReason: "Chỉ xuất trình" });
    expect(form.papers).toMatchObject([{ shown: true }]);
    passed(await correct(dossierId, { ...form, papers: [], missingPapersReason: "Bổ sung sau" }));
    expect(await entries(dossierId)).toEqual([]);
    expect(await items(dossierId)).toEqual([]);
  });

  test("a name that was typed wrongly moves nothing", async () => {
    const { dossierId, form } = await handedBack({
      furtherPapers: [{ name: "Đơn sin xác nhận", originals: 1, copies: 0 }],
    });
    const furtherPapers = form.furtherPapers.map((paper) => ({ ...paper, name: "Đơn xin xác nhận" }));
    passed(await correct(dossierId, { ...form, furtherPapers }));
    expect(await entries(dossierId)).toEqual([]);
    expect((await items(dossierId)).map((item) => item["name"])).toContain("Đơn xin xác nhận");
  });

  test("a dossier whose papers were all struck but one goes home against one signature", async () => {
    const { dossierId, form } = await handedBack({
      furtherPapers: [{ name: "Sổ ghi nhầm", originals: 1, copies: 0 }],
    });
    passed(await correct(dossierId, { ...form, furtherPapers: [] }));
    passed(await send(desks.officer, dossierId, "hand-back", { version: 3, words: "Sai thủ tục" }));
    const fileId = await upload(desks.clerk, dossierId, "signature", A_PNG);
    const signature = { kind: "drawn", fileId };
    passed(await send(desks.clerk, dossierId, "withdrawal", { version: 4, signature }));
    const [last] = await owner<{ handed: number }>(
      "select count(*)::integer as handed from space_dong_thap.item where dossier_id = $1 and struck and holder_kind is not null",
      [dossierId],
    );
    expect(last?.handed).toBe(0);
  });
});

describe("who may put it right", () => {
  test("of two clerks at once one does; the other is told, and leaves no trace", async () => {
    const { dossierId, form } = await handedBack();
    const by = (phone: string) => correct(dossierId, { ...form, applicant: { ...form.applicant, phone } });
    const answers = await Promise.all([by("0987654001"), by("0987654002")]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    const events = (await view(dossierId))["events"] as Body[];
    expect(events.filter(({ type }) => type === "dossier.corrected")).toHaveLength(1);
    expect((await view(dossierId))["version"]).toBe(3);
  });

  test("by an old version nobody", async () => {
    const { dossierId, form } = await handedBack();
    const applicant = { ...form.applicant, phone: "0987654003" };
    const old = await correct(dossierId, { ...form, applicant }, desks.clerk, 1);
    expect(old.body["code"]).toBe("dossier_changed");
  });

  test("an officer may, for a clerk who is stopped, and then another one confirms", async () => {
    const { dossierId, form } = await handedBack();
    const applicant = { ...form.applicant, phone: "0987654004" };
    passed(await correct(dossierId, { ...form, applicant }, desks.officer));
    const own = await desks.officer.send("POST", "/confirmations", {
      dossiers: [{ dossierId, version: 3 }],
    });
    expect(own.body["results"]).toMatchObject([{ refusal: { code: "same_person_forbidden" } }]);
    await confirm(await app.signIn("hanh.head"), [{ dossierId, version: 3 }]);
  });

  test("a case officer may not", async () => {
    const { dossierId, form } = await handedBack();
    expect((await correct(dossierId, form, desks.caseOfficer)).body["code"]).toBe("permission_missing");
  });

  test("nobody, once it was confirmed", async () => {
    const { dossierId, form } = await handedBack();
    passed(await send(desks.clerk, dossierId, "resubmission", { version: 2, words: WORDS }));
    await confirm(desks.officer, [{ dossierId, version: 3 }]);
    expect((await correct(dossierId, form, desks.clerk, 4)).body["code"]).toBe("move_not_allowed");
  });
});

describe("the papers that are printed", () => {
  test("the slip says that it was corrected and takes the place of the one before; Mẫu 01 has the new words alone", async () => {
    const { dossierId, form } = await handedBack();
    const slip = async () =>
      (await pdfText((await desks.clerk.get(`/dossiers/${dossierId}/receipt`)).bytes)).replace(/\s+/g, " ");
    expect(await slip()).not.toContain("ĐÃ SỬA");
    passed(await correct(dossierId, { ...form, applicant: { ...form.applicant, name: "Võ Thị Diễm My" } }));
    const again = await slip();
    expect(again).toContain("PHIẾU NHẬN HỒ SƠ – CHỜ XÁC NHẬN (ĐÃ SỬA)");
    expect(again).toContain("Phiếu này thay phiếu đã giao trước.");
    expect(again).toContain("Võ Thị Diễm My");
    await confirm(desks.officer, [{ dossierId, version: 3 }]);
    const form01 = await slip();
    expect(form01).toContain("Võ Thị Diễm My");
    expect(form01).not.toContain("Hồng Nhung");
    expect(form01).not.toContain("(ĐÃ SỬA)");
  });
});

test("after all of it every projection agrees with its ledger", async () => {
  const { dossiers, found } = await disagreements(app);
  expect(dossiers).toBeGreaterThan(15);
  expect(found).toEqual([]);
});
