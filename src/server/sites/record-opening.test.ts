import { randomUUID } from "node:crypto";
import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { aDecision } from "../../../test/kit/mandate-forms.ts";
import { OTHER_SITE, SAME_UNIT_SITE, SITE, anOpening, photo } from "../../../test/kit/site-forms.ts";
import { A_PDF, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let kiet: Client;
let hanh: Client;
let quyen: Client;
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  hanh = await app.signIn("hanh.head");
  quyen = await app.signIn("quyen.admin");
});
afterAll(() => app[Symbol.asyncDispose]());

interface Site {
  readonly openings: readonly {
    readonly id: string;
    readonly withdrawn: { readonly reason: string } | null;
  }[];
  readonly may: { readonly record: boolean; readonly resolve: boolean };
}
const record = (by: Client, changes: Record<string, unknown> = {}, site = SITE) =>
  by.send("POST", `/sites/${site}/openings`, anOpening(changes));
const read = async (by: Client, site = SITE) =>
  passed(await by.get(`/sites/${site}`)).body as unknown as Site & Record<string, unknown>;
const count = async () =>
  Number((await app.owner.query("select count(*) from space_dong_thap.site_opening")).rows[0]?.count);

describe("the opening of a site", () => {
  test.each([
    { changes: { openedOn: "2026-11-17" }, finding: "opened_ahead", because: "it has not happened yet" },
    {
      changes: { openedOn: "2025-06-30" },
      finding: "point_not_there",
      because: "the point came on 1 July 2025",
    },
    { changes: { address: "  " }, finding: "address_missing", because: "it was somewhere" },
    { changes: { counterIds: [] }, finding: "counters_missing", because: "a site has a counter" },
    {
      changes: { counterIds: [referenceId("counter:30130:1")] },
      finding: `counter_elsewhere ${referenceId("counter:30130:1")}`,
      because: "the counter is of another point",
    },
    {
      changes: { decalSince: "2026-11-17" },
      finding: "decal_since_ahead",
      because: "it is not stuck on yet",
    },
    {
      changes: { decal: false },
      finding: "decal_since_without_decal",
      because: "nothing is there since a day",
    },
  ])("is refused with $finding: $because", async ({ changes, finding }) => {
    const answer = await record(kiet, changes);
    expect(answer).toMatchObject({ status: 422, body: { code: "opening_invalid" } });
    expect((answer.body["details"] as { findings: string[] }).findings).toContain(finding);
    expect(await count()).toBe(0);
  });

  test.each([
    { file: { fileId: randomUUID(), words: "" }, because: "nobody kept it" },
    { file: "pdf", because: "a PDF is no photo" },
  ])("takes no photo when $because", async ({ file }) => {
    const given = file === "pdf" ? await photo(kiet, "Biên bản", A_PDF) : file;
    expect(await record(kiet, { photos: [given] })).toMatchObject({
      status: 422,
      body: { code: "site_photo_unknown" },
    });
    expect(await count()).toBe(0);
  });

  test("is kept as it was recorded, with its decision and photos, and stands in the list", async () => {
    const before = (await kiet.get("/sites")).body["sites"] as { id: string; openedOn: string | null }[];
    expect(before.find(({ id }) => id === SITE)?.openedOn).toBeNull();
    const shown = await photo(kiet, "Cắt băng khai trương");
    passed(await record(kiet, { decision: aDecision("500/QĐ-UBND"), photos: [shown] }));
    const site = await read(kiet);
    expect(site).toMatchObject({
      site: { id: SITE, unit: { id: referenceId("unit:commune:30163") } },
      may: { record: true, resolve: false },
      openings: [
        {
          openedOn: "2026-11-10",
          address: "Ấp 1, xã Bình Thành, tỉnh Đồng Tháp",
          counters: [{ label: "Quầy 1 – Bưu điện" }, { label: "Quầy 2 – Bưu điện" }],
          decal: true,
          decalSince: "2026-11-09",
          equipment: [
            { kind: "scanner", count: 1 },
            { kind: "computer", count: 2 },
          ],
          otherEquipment: "Bảng hướng dẫn quét mã",
          decision: { number: "500/QĐ-UBND" },
          photos: [shown],
          by: "Huỳnh Tuấn Kiệt",
          withdrawn: null,
        },
      ],
    });
    const mandates = site["mandates"] as { postOffice: string; tasks: string[] }[];
    expect(mandates).toMatchObject([
      { postOffice: "Bưu điện Văn hóa xã Bình Tấn", decisionNumber: expect.stringContaining("/QĐ-UBND") },
    ]);
    const after = (await hanh.get("/sites")).body["sites"] as { id: string; openedOn: string | null }[];
    expect(after.find(({ id }) => id === SITE)?.openedOn).toBe("2026-11-10");
  });

  test("is recorded once; a second one is refused until the first is withdrawn with a reason", async () => {
    expect(await record(kiet)).toMatchObject({ status: 409, body: { code: "site_opened_already" } });
    const [first] = (await read(kiet)).openings;
    const withdraw = (reason: string) =>
      kiet.send("POST", `/site-openings/${first?.id}/withdrawal`, { reason });
    expect((await withdraw(" ")).body).toMatchObject({ code: "input_malformed" });
    passed(await withdraw("Ghi nhầm ngày"));
    expect((await withdraw("Lần nữa")).body).toMatchObject({ code: "withdrawn_already" });
    passed(await record(kiet, { openedOn: "2026-11-11" }));
    expect((await read(kiet)).openings).toMatchObject([
      { openedOn: "2026-11-11", withdrawn: null },
      { openedOn: "2026-11-10", withdrawn: { reason: "Ghi nhầm ngày", by: "Huỳnh Tuấn Kiệt" } },
    ]);
  });

  test("sent twice with one key is one opening; of two people at once one wins and the other is told", async () => {
    const key = randomUUID();
    const form = anOpening({ counterIds: [referenceId("counter:30163:1")] });
    const send = () => kiet.send("POST", `/sites/${SAME_UNIT_SITE}/openings`, form, { key });
    expect((await send()).body).toEqual((await send()).body);
    const thao = await app.signIn("thao.programme");
    const other = { counterIds: [referenceId("counter:30130:1")] };
    const both = await Promise.all([record(kiet, other, OTHER_SITE), record(thao, other, OTHER_SITE)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: "site_opened_already" });
  });
});

describe("who looks at sites", () => {
  test("the province and the administrator see all of the space, the head of a unit the own ones", async () => {
    const sites = async (by: Client) =>
      (await by.get("/sites")).body["sites"] as { unit: { name: string } }[];
    const all = await sites(kiet);
    expect(all.length).toBe(9);
    expect(await sites(quyen)).toEqual(all);
    const own = await sites(hanh);
    expect(own.length).toBe(3);
    expect(new Set(own.map(({ unit }) => unit.name)).size).toBe(1);
  });

  test("another unit's site is not the head's to read, and nobody but the province records", async () => {
    expect((await hanh.get(`/sites/${OTHER_SITE}`)).body).toMatchObject({ code: "outside_jurisdiction" });
    expect((await record(hanh)).body).toMatchObject({ code: "permission_missing" });
    expect((await record(quyen)).body).toMatchObject({ code: "permission_missing" });
    expect((await read(hanh)).may).toEqual({ record: false, resolve: true });
    expect((await read(quyen)).may).toEqual({ record: false, resolve: false });
  });

  test("a head who also surveys for the province still puts right only at the own unit", async () => {
    await employ(app, "both.head", [
      { role: "unitHead", at: "unit:commune:30163" },
      { role: "programmeOfficer", at: "agency:province:82" },
    ]);
    const both = await app.signIn("both.head");
    expect((await read(both)).may).toEqual({ record: true, resolve: true });
    expect((await read(both, OTHER_SITE)).may).toEqual({ record: true, resolve: false });
  });

  test("what is not there is not found", async () => {
    const nowhere = randomUUID();
    expect((await kiet.get(`/sites/${nowhere}`)).status).toBe(404);
    expect((await record(kiet, {}, nowhere)).status).toBe(404);
    expect((await kiet.send("POST", `/site-openings/${nowhere}/withdrawal`, { reason: "x" })).status).toBe(
      404,
    );
  });
});
