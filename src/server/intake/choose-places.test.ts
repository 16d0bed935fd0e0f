import { randomUUID } from "node:crypto";
import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { lodge } from "../../../test/kit/lodging.ts";
import { passed, recordOutcome, returnForm } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const OTHER_AGENCY = referenceId("agency:commune:30130");
const OTHER_UNIT = referenceId("unit:commune:30130");
const OWN_UNIT = "Trung tâm Phục vụ hành chính công xã Bình Thành";

let app: TestApp;
let clerk: Client;
let officer: Client;
let ownCase: Client;
let theirCase: Client;
let theirApprover: Client;
beforeAll(async () => {
  app = await testApp();
  await employ(app, "binh.case", [{ role: "caseOfficer", at: "agency:commune:30130" }]);
  await employ(app, "yen.approver", [{ role: "approver", at: "agency:commune:30130" }]);
  clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  officer = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
  ownCase = await app.signIn("ha.case");
  theirCase = await app.signIn("binh.case");
  theirApprover = await app.signIn("yen.approver");
});
afterAll(() => app[Symbol.asyncDispose]());

const view = async (by: Client, dossierId: unknown) => (await by.get(`/dossiers/${String(dossierId)}`)).body;

describe("regardless of boundaries", () => {
  test("what another commune decides is taken in here, goes there, and its result is collected here", async () => {
    const { body } = await receive(clerk, { decidingAgencyId: OTHER_AGENCY, helpedAtUnitId: OTHER_UNIT });
    const dossierId = String(body["dossierId"]);
    // The code is that of the agency that receives.
    expect(body["code"]).toMatch(/^H20\.\d{3}-261116-\d{4}$/);
    expect(await view(clerk, dossierId)).toMatchObject({
      units: {
        helpedAt: "Trung tâm Phục vụ hành chính công xã Thanh Bình",
        receivedAt: OWN_UNIT,
        decidedBy: "Ủy ban nhân dân xã Thanh Bình",
      },
      events: [{ basis: { kind: "mandate" } }],
    });
    passed(await officer.send("POST", `/dossiers/${dossierId}/forwarding`, { version: 1 }));
    expect((await ownCase.get(`/dossiers/${dossierId}`)).status).toBe(404);
    passed(await theirCase.send("POST", `/dossiers/${dossierId}/taking`, { version: 2 }));
    passed(await recordOutcome(theirCase, dossierId, 3));
    passed(await theirApprover.send("POST", `/dossiers/${dossierId}/approval`, { version: 4 }));
    passed(await clerk.send("POST", `/dossiers/${dossierId}/return`, await returnForm(clerk, dossierId, 5)));
    expect(await view(clerk, dossierId)).toMatchObject({ statuses: { business: "returned" } });
  });

  test("the due date is that of the moment at which it was taken in, whoever decides", async () => {
    const here = await receive(clerk);
    const there = await receive(clerk, { decidingAgencyId: OTHER_AGENCY });
    expect(there.body["dueAt"]).toBe(here.body["dueAt"]);
  });

  test("without a choice it is the unit's own commune, and the unit where it is taken in", async () => {
    const { body } = await receive(clerk);
    expect(await view(clerk, body["dossierId"])).toMatchObject({
      units: { helpedAt: OWN_UNIT, decidedBy: "Ủy ban nhân dân xã Bình Thành" },
    });
  });

  test("what is asked for more before the receipt keeps the agency that was chosen", async () => {
    const { dossierId } = await lodge(clerk, { decidingAgencyId: OTHER_AGENCY });
    expect(await view(clerk, dossierId)).toMatchObject({
      units: { receivedAt: OWN_UNIT, decidedBy: "Ủy ban nhân dân xã Thanh Bình" },
    });
  });

  test.each([
    {
      chosen: { decidingAgencyId: referenceId("agency:department:health") },
      refusal: "agency_not_competent",
      because: "a department decides nothing of a commune's procedure",
    },
    {
      chosen: { decidingAgencyId: randomUUID() },
      refusal: "agency_not_competent",
      because: "no agency of the province has this id",
    },
    {
      chosen: { helpedAtUnitId: randomUUID() },
      refusal: "unit_not_of_province",
      because: "no unit of the province has this id",
    },
  ])("$refusal: $because, and nothing is written", async ({ chosen, refusal }) => {
    const counted = async () => (await app.owner.query("select count(*) from space_dong_thap.dossier")).rows;
    const before = await counted();
    const refused = await clerk.send("POST", "/dossiers", { ...(await aForm(clerk)), ...chosen });
    expect(refused).toMatchObject({ status: 409, body: { code: refusal } });
    expect(await counted()).toEqual(before);
  });
});

describe("what the counter chooses from", () => {
  const places = async (code: string, q = "") =>
    (await clerk.get(`/procedures/${code}/intake-places?q=${encodeURIComponent(q)}`)).body as {
      agencies: { name: string; own: boolean }[];
      units: { name: string; own: boolean }[];
    };

  test("the unit's own agency stands first, then the other communes; no department, no province", async () => {
    const { agencies, units } = await places("1.001193");
    expect(agencies[0]).toMatchObject({ name: "Ủy ban nhân dân xã Bình Thành", own: true });
    expect(agencies.filter(({ own }) => own)).toHaveLength(1);
    expect(agencies.map(({ name }) => name)).toContain("Ủy ban nhân dân phường Sa Đéc");
    expect(agencies.some(({ name }) => name.startsWith("Sở"))).toBe(false);
    expect(units[0]).toMatchObject({ name: OWN_UNIT, own: true });
  });

  test("a few words without diacritics find it", async () => {
    expect(await places("2.000635", "sa dec")).toEqual({
      agencies: [{ agencyId: expect.any(String), name: "Ủy ban nhân dân phường Sa Đéc", own: false }],
      units: [
        {
          unitId: expect.any(String),
          name: "Trung tâm Phục vụ hành chính công phường Sa Đéc",
          own: false,
        },
      ],
    });
  });

  test("what is done at both levels may also go to the department that holds the field", async () => {
    const { agencies } = await places("2.000635");
    expect(agencies.map(({ name }) => name)).toContain("Sở Tư pháp tỉnh Đồng Tháp");
  });

  test("what the province decides goes to the department that holds the field", async () => {
    const { agencies } = await places("1.013855");
    expect(agencies.find(({ own }) => own)).toMatchObject({ name: "Sở Y tế tỉnh Đồng Tháp" });
  });

  test("the date is shown for the agency that was chosen, and of an agency that may not decide for the unit's own", async () => {
    const preview = async (agencyId: string) =>
      (await clerk.get(`/procedures/2.000635/intake-preview?decidingAgencyId=${agencyId}`)).body;
    expect(await preview(OTHER_AGENCY)).toMatchObject({ permit: { allowed: true }, dueRefusal: null });
    expect(await preview(randomUUID())).toMatchObject({ permit: { allowed: true } });
  });
});
