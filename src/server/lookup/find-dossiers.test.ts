import { DESKS, OVERVIEWS } from "#contract/queue.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { aForm, AN_APPLICANT, receive } from "../../../test/kit/forms.ts";
import { type Desks, bringTo, openDesks } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let first: string;
beforeAll(async () => {
  app = await testApp({ inventsRows: true });
  desks = await openDesks(app);
  first = String((await receive(desks.clerk)).body["dossierId"]);
  await copies(119);
});
afterAll(() => app[Symbol.asyncDispose]());

/** More open work than a page holds: the first dossier again, each due a minute later than the one before. */
async function copies(count: number): Promise<void> {
  const { rows } = await app.owner.query<{ names: string }>(
    `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
     where table_schema = 'space_dong_thap' and table_name = 'dossier' and column_name not in ('id', 'code', 'due_at')`,
  );
  const names = rows[0]?.names ?? "";
  await app.owner.query(
    `with copied as (insert into space_dong_thap.dossier (id, code, due_at, ${names})
       select gen_random_uuid(), code || '-' || n, due_at + n * interval '1 minute', ${names}
       from space_dong_thap.dossier, generate_series(1, ${count}) n where id = '${first}' returning id, code)
     insert into space_dong_thap.dossier_search select copied.id, s.unit_id, s.agency_id, copied.code, s.name_key, s.received_at
     from copied, space_dong_thap.dossier_search s where s.dossier_id = '${first}'`,
  );
}

interface Page {
  readonly dossiers: { dossierId: string; dueAt: string; code: string; applicantName: string }[];
  readonly next: string | null;
  readonly open?: number;
}
const page = async (by: Client, url: string) => (await by.get(url)).body as unknown as Page;
async function walk(by: Client, url: string): Promise<Page["dossiers"]> {
  const all: Page["dossiers"] = [];
  for (let next: string | null = ""; next !== null; ) {
    const found: Page = await page(by, `${url}${url.includes("?") ? "&" : "?"}${next && `after=${next}`}`);
    expect(found.dossiers.length).toBeLessThanOrEqual(50);
    all.push(...found.dossiers);
    next = found.next;
  }
  return all;
}

describe("the queue of a desk", () => {
  test("gives everything once, due first, a page at a time, with the exact number", async () => {
    const all = await walk(desks.officer, "/queues/oneStop");
    expect(all.length).toBe(120);
    expect(new Set(all.map((row) => row.dossierId)).size).toBe(120);
    expect(all.map((row) => row.dueAt)).toEqual(all.map((row) => row.dueAt).toSorted());
    expect((await page(desks.officer, "/queues/oneStop")).open).toBe(120);
  });

  test("follows the dossier from desk to desk", async () => {
    const id = String((await receive(desks.clerk)).body["dossierId"]);
    const at = async (by: Client, desk: string) =>
      (await walk(by, `/queues/${desk}`)).some((row) => row.dossierId === id);
    expect(await at(desks.officer, "oneStop")).toBe(true);
    await bringTo(desks, id, "forwarded");
    expect([
      await at(desks.officer, "oneStop"),
      await at(desks.caseOfficer, "case"),
      await at(desks.approver, "approval"),
    ]).toEqual([false, true, false]);
    const other = String((await receive(desks.clerk)).body["dossierId"]);
    await bringTo(desks, other, "finished");
    const waiting = await walk(desks.clerk, "/queues/returning");
    expect(waiting.map((row) => row.dossierId)).toEqual([other]);
    expect(await page(desks.approver, "/queues/approval")).toEqual({
      dossiers: [],
      next: null,
      open: 0,
      matching: 0,
    });
  });

  test.each([
    { who: "clerk", desks: ["returning", "lodged", "supplement"] },
    { who: "officer", desks: ["oneStop", "returning", "lodged", "supplement"] },
    { who: "caseOfficer", desks: ["case"] },
    { who: "approver", desks: ["approval", "agency"] },
  ] as const)("is open to the $who at $desks only", async ({ who, desks: own }) => {
    for (const desk of [...DESKS, ...OVERVIEWS]) {
      const answer = await desks[who].get(`/queues/${desk}`);
      if ((own as readonly string[]).includes(desk)) expect(answer.status).toBe(200);
      else expect(answer).toMatchObject({ status: 403, body: { code: "outside_jurisdiction" } });
    }
    expect((await desks[who].get("/queues/attic")).body["code"]).toBe("input_malformed");
  });
});

describe("the search", () => {
  test("finds by the words of a name, each dossier once, and by the whole code", async () => {
    const all = await walk(desks.clerk, `/dossiers?q=${encodeURIComponent("hong NHUNG")}`);
    expect(new Set(all.map((row) => row.dossierId)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(120);
    const code = String((await desks.clerk.get(`/dossiers/${first}`)).body["code"]);
    for (const typed of [code, ` ${code.toLowerCase()}`, code.replaceAll("-", " – ")]) {
      const found = await page(desks.clerk, `/dossiers?q=${encodeURIComponent(typed)}`);
      expect(found.dossiers).toMatchObject([{ dossierId: first, code }]);
    }
  });

  test.each(["%", "_", "\\", "'; drop table dossier --", "chưa có ai tên thế"])(
    "takes %s as letters, not as a pattern",
    async (typed) => {
      expect(await page(desks.clerk, `/dossiers?q=${encodeURIComponent(typed)}`)).toEqual({
        dossiers: [],
        next: null,
      });
    },
  );

  test("finds no one by number or phone: those are not for leafing through", async () => {
    for (const typed of [AN_APPLICANT.identityNumber, AN_APPLICANT.phone]) {
      expect((await page(desks.clerk, `/dossiers?q=${typed}`)).dossiers).toEqual([]);
    }
  });

  test("and the queues end at the border of the unit: another commune sees nothing of it", async () => {
    await employ(app, "mai.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    await employ(app, "nga.case", [{ role: "caseOfficer", at: "agency:department:health" }]);
    const mai = await app.signIn("mai.officer", "xã Thanh Bình Quầy 1");
    const nga = await app.signIn("nga.case");
    const { code } = (await page(desks.clerk, "/dossiers?q=nhung")).dossiers[0] ?? { code: "" };
    for (const by of [mai, nga]) {
      for (const typed of ["nhung", code])
        expect(await page(by, `/dossiers?q=${typed}`)).toEqual({ dossiers: [], next: null });
      expect((await by.get(`/dossiers/${first}`)).status).toBe(404);
    }
    expect(await page(mai, "/queues/oneStop")).toMatchObject({ open: 0 });
    const theirs = await mai.send("POST", "/dossiers", await aForm(mai, "1.013855"));
    expect((await nga.get(`/dossiers/${String(theirs.body["dossierId"])}`)).status).toBe(200);
    expect((await desks.officer.get(`/dossiers/${String(theirs.body["dossierId"])}`)).status).toBe(404);
  });
});

describe("a place in a list that nobody gave", () => {
  const pack = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  test.each([
    "nonsense",
    pack(["nonsense", "nonsense"]),
    pack(["2026-02-30T00:00:00.000Z", "01900000-0000-7000-8000-000000000000"]),
    pack(["2026-11-16T00:00:00.000Z", "1; drop table"]),
    pack([1, 2]),
    pack({ a: 1 }),
    pack(["a\u0000", "01900000-0000-7000-8000-000000000000"]),
  ])("%s begins the list anew instead of breaking it", async (after) => {
    for (const url of ["/queues/oneStop", "/dossiers?q=nhung", "/procedures?q=khai"]) {
      const anew = await desks.officer.get(url);
      const answer = await desks.officer.get(`${url}${url.includes("?") ? "&" : "?"}after=${after}`);
      expect([answer.status, answer.body]).toEqual([200, anew.body]);
    }
  });
});
