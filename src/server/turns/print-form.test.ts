import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { REFUSE, lodge } from "../../../test/kit/lodging.ts";
import { pdfPages, pdfText, qrOfPdf } from "../../../test/kit/pdf.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, receivedInDecember, turn } from "../../../test/kit/turns.ts";
import { keepForm } from "./print-form.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

/** A dossier with a request for a supplement, and the form that asked. */
async function asked() {
  const dossierId = await receivedInDecember(app, desks);
  await goTo(app, "12-09 10:00");
  const { body } = passed(await turn(desks.officer, dossierId, "supplement-requests", 1));
  const formIssueId = String(body["formIssueId"]);
  return { dossierId, formIssueId, path: `/dossiers/${dossierId}/forms/${formIssueId}` };
}
const keep = async ({ dossierId, formIssueId }: { dossierId: string; formIssueId: string }) => {
  const { deps } = app.program;
  const [space] = deps.reference.current().spaces;
  if (space) await keepForm(deps, space, dossierId, formIssueId);
};
const kept = async (formIssueId: string) =>
  (
    await app.owner.query("select purpose, bytes, name from space_dong_thap.file where id = $1", [
      formIssueId,
    ])
  ).rows as Record<string, unknown>[];

describe("a form that was issued", () => {
  test("is a PDF that says what was asked, by whom, with its number and the way to the public page", async () => {
    const { dossierId, path } = await asked();
    const served = await desks.officer.get(path);
    expect(served.headers["content-type"]).toBe("application/pdf");
    const { code } = (await desks.officer.get(`/dossiers/${dossierId}`)).body;
    const text = await pdfText(served.bytes);
    expect(text).toContain("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ");
    expect(text).toContain(`Mã hồ sơ: ${String(code)}`);
    expect(text).toMatch(/Số: \d{2}\/PBS-TTPVHCC/u);
    expect(text).toContain("Bản sao trích lục kết hôn (01 bản sao)");
    expect(text).toContain("Công chức một cửa");
    expect((await pdfPages(served.bytes)).length).toBe(2); // Hai liên.
    expect(await qrOfPdf(served.bytes)).toContain(`/t/${encodeURIComponent(String(code))}/`);
  });

  test("that was shown before the job kept it is the one that is kept, byte for byte, whatever comes later", async () => {
    const form = await asked();
    const early = (await desks.officer.get(form.path)).bytes;
    await keep(form);
    expect(await kept(form.formIssueId)).toMatchObject([{ purpose: "form", bytes: early.length }]);
    await goTo(app, "12-11 10:00");
    passed(await turn(desks.officer, form.dossierId, "supplements", 2));
    expect((await desks.officer.get(form.path)).bytes.equals(early)).toBe(true);
  });

  test("is kept once, however often the job is done, also at the same moment", async () => {
    const form = await asked();
    await Promise.all([keep(form), keep(form)]);
    await keep(form);
    expect((await kept(form.formIssueId)).length).toBe(1);
  });

  test("leaves with its act the job that keeps it", async () => {
    const { dossierId, formIssueId } = await asked();
    const { rows } = await app.owner.query(
      "select payload from space_dong_thap.outbox where topic = 'form.issued' and payload ->> 'dossierId' = $1",
      [dossierId],
    );
    expect(rows).toEqual([{ payload: { dossierId, formIssueId } }]);
  });

  test("of another dossier, or that is not there, is not found", async () => {
    const [one, other] = [await asked(), await asked()];
    const wrong = `/dossiers/${one.dossierId}/forms/${other.formIssueId}`;
    expect(await desks.officer.get(wrong)).toMatchObject({ status: 404, body: { code: "not_found" } });
    await keep({ dossierId: one.dossierId, formIssueId: "01900000-0000-7000-8000-000000000000" });
    expect(await kept("01900000-0000-7000-8000-000000000000")).toEqual([]);
  });
});

test("a form that was issued before the receipt names no receipt, also when it is first printed after it", async () => {
  const { isBefore } = await (async () => {
    const lodged = await lodge(desks.officer, {});
    const path = `/dossiers/${lodged.dossierId}/forms/${lodged.formIssueId}`;
    const before = (await desks.officer.get(path)).bytes;
    await app.owner.query(
      "update space_dong_thap.dossier set business_status = 'received' where id = $1 and business_status = 'toBeSupplemented'",
      [lodged.dossierId],
    );
    const after = (await desks.officer.get(path)).bytes;
    await app.owner.query(
      "update space_dong_thap.dossier set business_status = 'toBeSupplemented' where id = $1",
      [lodged.dossierId],
    );
    return { isBefore: after.equals(before) };
  })();
  expect(isBefore).toBe(true);
});

test("the running program keeps the form of an act by itself", async () => {
  await using running = await testApp({ jobs: true });
  const people = await openDesks(running);
  const dossierId = await receivedInDecember(running, people);
  const { body } = passed(await turn(people.officer, dossierId, "supplement-requests", 1));
  const last = Date.now() + 30_000;
  const isKept = async () =>
    (await running.owner.query("select from space_dong_thap.file where id = $1", [body["formIssueId"]]))
      .rowCount;
  while (!(await isKept())) if (Date.now() > last) throw new Error("never: the form is kept");
  const served = await people.officer.get(`/dossiers/${dossierId}/forms/${String(body["formIssueId"])}`);
  expect(served.bytes.subarray(0, 5).toString()).toBe("%PDF-");
});

describe("the forms before the receipt", () => {
  test("a clerk of the post asks for what is missing, by the decision that lets them", async () => {
    const lodged = await lodge(desks.clerk);
    const { bytes } = await desks.clerk.get(`/dossiers/${lodged.dossierId}/forms/${lodged.formIssueId}`);
    const [page = ""] = await pdfPages(bytes);
    expect(page).toContain("PHIẾUYÊUCẦUBỔSUNG,HOÀNTHIỆNHỒSƠ");
    expect(page).toContain(`Mãhồsơ:${lodged.code}`);
    expect(page).toMatch(/Nhânviênbưuđiện.*TheoQuyếtđịnhsố/u);
    expect(page).not.toContain("chậmnhất");
  });

  test("an officer refuses the intake, and both sign", async () => {
    const lodged = await lodge(desks.officer, { answer: REFUSE });
    const { bytes } = await desks.officer.get(`/dossiers/${lodged.dossierId}/forms/${lodged.formIssueId}`);
    const [page = ""] = await pdfPages(bytes);
    expect(page).toContain("PHIẾUTỪCHỐITIẾPNHẬNGIẢIQUYẾTHỒSƠ");
    expect(page).toContain("NGƯỜINỘPHỒSƠNGƯỜITIẾPNHẬNHỒSƠ");
    expect(page).toContain(REFUSE.reason.replace(/\s/gu, ""));
  });
});

describe("the forms of the other turns", () => {
  test("an extension says the old date and the new one", async () => {
    const dossierId = await receivedInDecember(app, desks);
    await goTo(app, "12-08 10:00");
    const { body } = passed(await turn(desks.approver, dossierId, "extension", 1));
    const { bytes } = await desks.officer.get(`/dossiers/${dossierId}/forms/${String(body["formIssueId"])}`);
    const [page = ""] = await pdfPages(bytes);
    expect(page).toContain("VĂNBẢNXINLỖIVÀĐỀNGHỊGIAHẠNTHỜIGIANGIẢIQUYẾT");
    expect(page).toMatch(/Thờigianhẹntrảkếtquảgiảiquyếthồsơ:17giờ00phút,ngày\d\dtháng12năm2026/u);
    expect(page).toMatch(/sẽtrảkếtquảgiảiquyếthồsơchoÔng\(Bà\)vào\d\dgiờ00phút,ngày\d\dtháng12năm2026\./u);
  });

  /** The one page of a form, without its blanks. */
  async function pageOf(dossierId: string, body: Record<string, unknown>): Promise<string> {
    const { bytes } = await desks.officer.get(`/dossiers/${dossierId}/forms/${String(body["formIssueId"])}`);
    return (await pdfPages(bytes))[0] ?? "";
  }

  test("what the agency issues has the head, the series of numbers and the signature of the agency", async () => {
    const dossierId = await receivedInDecember(app, desks);
    await bringTo(desks, dossierId, "processing");
    const { body } = passed(await turn(desks.caseOfficer, dossierId, "supplement-requests", 3));
    const page = await pageOf(dossierId, body);
    expect(page).toMatch(/^ỦYBANNHÂNDÂNXÃBÌNHTHÀNH/u);
    expect(page).not.toContain("TRUNGTÂMPHỤCVỤHÀNHCHÍNHCÔNG");
    expect(page).toMatch(/Số:01\/PBS-UBNDBìnhThành,ngày/u);
    expect(page).toMatch(/CôngchứcchuyênmônỦybannhândânxãBìnhThành/u);
    const later = await receivedInDecember(app, desks);
    const other = passed(await turn(desks.officer, later, "supplement-requests", 1));
    const ofUnit = await pageOf(later, other.body);
    expect(ofUnit).toContain("TRUNGTÂMPHỤCVỤHÀNHCHÍNH");
    expect(ofUnit).toMatch(/Số:\d\d\/PBS-TTPVHCC/u);
  });

  test("a stop by the agency is the agency's notice", async () => {
    const dossierId = await receivedInDecember(app, desks);
    await bringTo(desks, dossierId, "processing");
    const { body } = passed(await turn(desks.approver, dossierId, "stopping", 3));
    const page = await pageOf(dossierId, body);
    expect(page).toMatch(/Số:\d\d\/TB-UBND/u);
    expect(page).toContain("ỦybannhândânxãBìnhThànhthôngbáodừnggiảiquyếthồsơnày.");
  });

  test("an apology after an extension names the slip's date, the extended one, and that the date stays", async () => {
    const dossierId = await receivedInDecember(app, desks);
    await bringTo(desks, dossierId, "processing");
    passed(await turn(desks.approver, dossierId, "extension", 3));
    await goTo(app, "12-18 10:00");
    const { body } = passed(
      await turn(desks.approver, dossierId, "apologies", 4, { expectedOn: "2026-12-22" }),
    );
    const page = await pageOf(dossierId, body);
    expect(page).toMatch(/Số:\d\d\/PXL-UBND/u);
    expect(page).toContain("Thờigianhẹntrảkếtquảgiảiquyếthồsơ:17giờ00phút,ngày14tháng12năm2026");
    expect(page).toContain("Thờihạnđãgiahạnmộtlầnđến:17giờ00phút,ngày18tháng12năm2026");
    expect(page).toContain("vàongày22tháng12năm2026.");
    expect(page).toMatch(/Ngàynêutrên\(ngày22tháng12năm2026\).*vẫnlà17giờ00phút,ngày18tháng12năm2026\./u);
  });

  test("an apology after papers were brought names the slip's date and the one that was counted anew", async () => {
    const dossierId = await receivedInDecember(app, desks);
    await goTo(app, "12-08 10:00");
    passed(await turn(desks.officer, dossierId, "supplement-requests", 1));
    passed(await turn(desks.officer, dossierId, "supplements", 2));
    await goTo(app, "12-15 10:00");
    const { body } = passed(
      await turn(desks.approver, dossierId, "apologies", 3, { expectedOn: "2026-12-22" }),
    );
    const page = await pageOf(dossierId, body);
    expect(page).toContain("Thờigianhẹntrảkếtquảgiảiquyếthồsơ:17giờ00phút,ngày14tháng12năm2026");
    expect(page).toContain("Thờihạnđãtínhlạiđến:17giờ00phút,ngày15tháng12năm2026");
    expect(page).not.toContain("giahạnmộtlần");
  });

  test("a withdrawal that was granted says on which day it was asked for", async () => {
    const dossierId = await receivedInDecember(app, desks);
    await goTo(app, "12-08 10:00");
    passed(await turn(desks.officer, dossierId, "withdrawal-requests", 1));
    await goTo(app, "12-09 10:00");
    const { body } = passed(await turn(desks.officer, dossierId, "withdrawal-decision", 2, { accept: true }));
    const { bytes } = await desks.officer.get(`/dossiers/${dossierId}/forms/${String(body["formIssueId"])}`);
    const [page = ""] = await pdfPages(bytes);
    expect(page).toContain("THÔNGBÁODỪNGGIẢIQUYẾTHỒSƠ");
    expect(page).toContain("Ngàyđềnghịdừnggiảiquyếthồsơ:ngày08tháng12năm2026");
    expect(page).toContain("theođềnghịcủaÔng(Bà).");
  });
});

test("after all of it the events, the columns and the papers agree", async () => {
  expect((await disagreements(app)).found).toEqual([]);
});
