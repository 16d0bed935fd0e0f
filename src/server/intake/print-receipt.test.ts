import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
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

  test("of a dossier that is not there is not found", async () => {
    expect(await clerk.get("/dossiers/01900000-0000-7000-8000-000000000000/receipt")).toMatchObject({
      status: 404,
      body: { code: "not_found" },
    });
    await keep("01900000-0000-7000-8000-000000000000");
  });
});
