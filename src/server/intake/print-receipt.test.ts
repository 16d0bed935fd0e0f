import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actUnder, takeIn } from "../../../test/kit/assist.ts";
import { receive } from "../../../test/kit/forms.ts";
import { pdfText } from "../../../test/kit/pdf.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { keepReceipt } from "./print-receipt.ts";

let app: TestApp;
let clerk: Client;
beforeAll(async () => {
  app = await testApp();
  clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

const keep = async (dossierId: string) => {
  const { deps } = app.program;
  const [space] = deps.reference.current().spaces;
  if (space) await keepReceipt(deps, deps.db, space, dossierId);
};
const kept = async (dossierId: string) =>
  (
    await app.owner.query(
      "select id, purpose, bytes, media_type, name, sha256 from space_dong_thap.file where dossier_id = $1",
      [dossierId],
    )
  ).rows as Record<string, unknown>[];

describe("the receipt", () => {
  test("is a PDF that a browser shows and saves under the dossier's code", async () => {
    const { body } = await receive(clerk);
    const served = await clerk.get(`/dossiers/${String(body["dossierId"])}/receipt`);
    expect(served.status).toBe(200);
    expect(served.headers).toMatchObject({
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
      "content-disposition": `inline; filename*=UTF-8''${String(body["code"])}.pdf`,
    });
    expect(served.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(served.bytes.subarray(-6).toString()).toContain("%%EOF");
  });

  test("that was shown before the job kept it is the one that is kept, byte for byte", async () => {
    const id = String((await receive(clerk, { remarks: "Hẹn buổi sáng" })).body["dossierId"]);
    const early = (await clerk.get(`/dossiers/${id}/receipt`)).bytes;
    await keep(id);
    expect(await kept(id)).toMatchObject([
      { id, purpose: "receipt", bytes: early.length, media_type: "application/pdf" },
    ]);
    expect((await clerk.get(`/dossiers/${id}/receipt`)).bytes.equals(early)).toBe(true);
  });

  test("is kept once, however often the job is done, also at the same moment", async () => {
    const id = String((await receive(clerk)).body["dossierId"]);
    await Promise.all([keep(id), keep(id)]);
    await keep(id);
    expect((await kept(id)).length).toBe(1);
  });

  test("of several dossiers comes as one document, each once, in the order asked for", async () => {
    const taken = [(await receive(clerk)).body, (await receive(clerk)).body];
    const [first = "", second = ""] = taken.map(({ dossierId }) => String(dossierId));
    const codes = taken.map(({ code }) => String(code));
    const served = await clerk.get(`/receipts?dossierIds=${[second, first, second].join(",")}`);
    expect(served.headers["content-type"]).toBe("application/pdf");
    const text = await pdfText(served.bytes);
    const titles = [...text.matchAll(/Mã hồ sơ: (\S+)/g)].map(([, code]) => code);
    const alone = await pdfText((await clerk.get(`/dossiers/${first}/receipt`)).bytes);
    const copies = [...alone.matchAll(/Mã hồ sơ: /g)].length;
    expect(titles).toEqual(codes.toReversed().flatMap((code) => Array<string>(copies).fill(code)));
    // Who may not see one of them gets none.
    const unseen = "01900000-0000-7000-8000-000000000000";
    expect((await clerk.get(`/receipts?dossierIds=${first},${unseen}`)).body).toMatchObject({
      code: "not_found",
    });
  });

  test("of a dossier that still waits is the slip that says so, among others too", async () => {
    await actUnder(app, "assist");
    const { dossierId } = await takeIn(clerk);
    await actUnder(app, "supervised");
    const served = await clerk.get(`/receipts?dossierIds=${dossierId}`);
    expect(await pdfText(served.bytes)).toMatch(/chờ\s+công\s+chức/);
  });

  test("of more dossiers than a request may name is refused", async () => {
    const ids = Array<string>(21).fill("01900000-0000-7000-8000-000000000000").join(",");
    expect((await clerk.get(`/receipts?dossierIds=${ids}`)).status).toBe(400);
  });

  test("of a dossier that is not there is not found", async () => {
    expect(await clerk.get("/dossiers/01900000-0000-7000-8000-000000000000/receipt")).toMatchObject({
      status: 404,
      body: { code: "not_found" },
    });
    await keep("01900000-0000-7000-8000-000000000000");
  });
});
