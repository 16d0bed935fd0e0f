import { describe, expect, test } from "vitest";
import { AN_APPLICANT, aForm, receive } from "../../../test/kit/forms.ts";
import { testApp } from "../../../test/kit/test-app.ts";

describe("taking a dossier in", () => {
  test("a clerk with a mandate gets a code, a due date and the right it rests on", async () => {
    await using app = await testApp();
    const clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    const { body } = await receive(clerk);
    expect(body["code"]).toMatch(/^H20\.\d{3}-261116-0001$/);
    const dossier = (await clerk.get(`/dossiers/${String(body["dossierId"])}`)).body;
    expect(dossier["applicant"]).toMatchObject({
      name: AN_APPLICANT.name,
      number: AN_APPLICANT.identityNumber,
    });
    expect(dossier["events"]).toMatchObject([{ type: "dossier.received", basis: { kind: "mandate" } }]);
    expect(JSON.stringify(dossier["events"])).toContain("268/QĐ-UBND");
  });
});
