import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AN_APPLICANT, aForm, receive } from "../../../test/kit/forms.ts";
import { hold } from "../../../test/kit/hold.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let clerk: Client;
beforeAll(async () => {
  app = await testApp();
  clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  await receive(clerk);
});
afterAll(() => app[Symbol.asyncDispose]());

const count = async (table: string) =>
  (await app.owner.query<{ n: number }>(`select count(*)::integer as n from space_dong_thap.${table}`))
    .rows[0]?.n ?? 0;
const HOLD_CODES = "select from dossier_code_counter for update";

describe("a write with a key", () => {
  test("sent twice is done once and answered twice", async () => {
    const form = await aForm(clerk);
    const key = randomUUID();
    const before = await count("dossier");
    const first = await clerk.send("POST", "/dossiers", form, { key });
    const second = await clerk.send("POST", "/dossiers", form, { key });
    expect(first.status).toBe(200);
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(await count("dossier")).toBe(before + 1);
  });

  test("sent twice at the same moment is done once, and the second waits for the first one's answer", async () => {
    const form = await aForm(clerk);
    const key = randomUUID();
    const before = await count("dossier");
    const held = await hold(app.owner, HOLD_CODES);
    const both = Promise.all([
      clerk.send("POST", "/dossiers", form, { key }),
      clerk.send("POST", "/dossiers", form, { key }),
    ]);
    await held.untilWaiting(2); // One waits for the next code, the other for the one.
    await held.release();
    const [first, second] = await both;
    expect(first.status).toBe(200);
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(await count("dossier")).toBe(before + 1);
  });

  test("that comes with another body, or on another route, is somebody's mistake", async () => {
    const form = await aForm(clerk);
    const key = randomUUID();
    await clerk.send("POST", "/dossiers", form, { key });
    const reused = { status: 409, body: { code: "idempotency_key_reused" } };
    expect(await clerk.send("POST", "/dossiers", { ...form, dossierSets: 2 }, { key })).toMatchObject(reused);
    const draft = { version: 0, title: "", content: {} };
    expect(await clerk.send("PUT", `/drafts/${randomUUID()}`, draft, { key })).toMatchObject(reused);
  });

  test("is one person's own: a colleague with the same key is served", async () => {
    const key = randomUUID();
    await clerk.send("POST", "/dossiers", await aForm(clerk), { key });
    const officer = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
    expect((await officer.send("POST", "/dossiers", await aForm(officer), { key })).status).toBe(200);
  });

  test("that was refused may be sent again when it is mended, with the same key and the same body", async () => {
    const form = await aForm(clerk);
    const key = randomUUID();
    const suspended = (status: string) =>
      app.owner.query(
        `with moved as (update space_dong_thap.mandate set status = $1) update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
        [status],
      );
    await suspended("suspended");
    expect((await clerk.send("POST", "/dossiers", form, { key })).body["code"]).toBe("mandate_not_in_force");
    await suspended("inForce");
    const mended = await clerk.send("POST", "/dossiers", form, { key });
    expect(mended).toMatchObject({ status: 200, body: { code: expect.stringMatching(/^H20\./) } });
  });

  test("gets its answer even when the world has changed since: the dossier is there", async () => {
    const form = await aForm(clerk, "1.003622");
    const key = randomUUID();
    const first = await clerk.send("POST", "/dossiers", form, { key });
    expect(first.status).toBe(200);
    await app.owner.query(
      `with newer as (insert into nation.procedure_version (id, code, name, search_key, field_code, valid_from, valid_to, content)
         select gen_random_uuid(), code, name, search_key, field_code, '2026-11-16', null, content
         from nation.procedure_version where code = '1.003622')
       update nation.reference_epoch set epoch = epoch + 1`,
    );
    const again = await clerk.send("POST", "/dossiers", form, { key });
    expect([again.status, again.body]).toEqual([200, first.body]);
  });
});

describe("the key itself", () => {
  test.each([
    { key: "", because: "none at all" },
    { key: "short", because: "too short to be unique" },
    { key: "x".repeat(101), because: "too long" },
    { key: "with blanks and more", because: "with blanks" },
  ])("is asked for on every write: $because", async ({ key }) => {
    const refused = await clerk.send("POST", "/dossiers", await aForm(clerk), { key });
    expect(refused).toMatchObject({ status: 400, body: { code: "idempotency_key_missing" } });
  });

  test("keeps an answer in which nothing personal stands", async () => {
    await receive(clerk);
    const { rows } = await app.owner.query(
      "select * from space_dong_thap.idempotency where answer is not null",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const typed of [AN_APPLICANT.name, AN_APPLICANT.identityNumber, AN_APPLICANT.phone]) {
      expect(JSON.stringify(rows)).not.toContain(typed);
    }
  });
});
