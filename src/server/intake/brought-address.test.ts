import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AN_APPLICANT, aForm, receive } from "../../../test/kit/forms.ts";
import { pdfText } from "../../../test/kit/pdf.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let clerk: Client;
beforeAll(async () => {
  app = await testApp();
  clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

const ADDRESS = "Ấp 2, xã Bình Thành, tỉnh Đồng Tháp";
const receiveFrom = async (more: Record<string, unknown>) => {
  const applicant = { ...AN_APPLICANT, address: ADDRESS, ...more };
  return String((await receive(clerk, { applicant })).body["dossierId"]);
};
const applicantOf = async (dossierId: string) =>
  (await clerk.get(`/dossiers/${dossierId}`)).body["applicant"] as Record<string, unknown>;

describe("an address that was brought to a commune of today", () => {
  test("is kept with the commune, and printed on the receipt as it is now", async () => {
    const dossierId = await receiveFrom({ communeCode: "30163" });
    expect(await applicantOf(dossierId)).toMatchObject({ address: ADDRESS, communeCode: "30163" });
    const receipt = await clerk.get(`/dossiers/${dossierId}/receipt`);
    expect((await pdfText(receipt.bytes)).replace(/\s+/g, " ")).toContain(ADDRESS);
  });

  test("keeps the line alone when nobody chose a commune", async () => {
    expect(await applicantOf(await receiveFrom({}))).toMatchObject({ address: ADDRESS, communeCode: null });
  });

  test.each([
    { communeCode: "30148", because: "Bình Tấn has gone" },
    { communeCode: "99999", because: "there is none" },
  ])(
    "keeps the line alone when the commune $communeCode does not stand: $because",
    async ({ communeCode }) => {
      expect(await applicantOf(await receiveFrom({ communeCode }))).toMatchObject({
        address: ADDRESS,
        communeCode: null,
      });
    },
  );

  test("is refused with a code that can be none", async () => {
    const form = await aForm(clerk);
    const applicant = { ...AN_APPLICANT, communeCode: "3016" };
    expect((await clerk.send("POST", "/dossiers", { ...form, applicant })).status).toBe(400);
  });

  test("goes with the day: a commune that ended yesterday is not kept today", async () => {
    await app.owner.query(
      "update nation.administrative_unit set valid_to = '2026-11-15' where code = '30157' and valid_to is null",
    );
    await app.owner.query("update nation.reference_epoch set epoch = epoch + 1");
    expect(await applicantOf(await receiveFrom({ communeCode: "30157" }))).toMatchObject({
      communeCode: null,
    });
  });
});
