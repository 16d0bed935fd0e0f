import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let lan: Client;
let phuc: Client;
beforeAll(async () => {
  app = await testApp();
  lan = await app.signIn("lan.clerk");
  phuc = await app.signIn("phuc.clerk");
});
afterAll(() => app[Symbol.asyncDispose]());

const content = {
  applicant: { name: "Nguyễn Thị Hồng Nhung" },
  remarks: "ghi chú\n".repeat(2_000),
  half: [1, null, { a: "\u0000\ud800" }],
};
const save = (by: Client, draftId: string, version: number, changes = {}) =>
  by.send("PUT", `/drafts/${draftId}`, { version, title: "Nhung – khai sinh", content, ...changes });

describe("a draft", () => {
  test("comes back as it was typed, whatever was typed", async () => {
    const draftId = randomUUID();
    expect((await save(lan, draftId, 0)).body).toEqual({ draftId, version: 1 });
    expect((await lan.get(`/drafts/${draftId}`)).body).toMatchObject({ draftId, version: 1, content });
    expect((await lan.get("/drafts")).body["drafts"]).toMatchObject([
      { draftId, version: 1, title: "Nhung – khai sinh" },
    ]);
  });

  test("is its owner's alone: for a colleague it is not there, to read, to change or to throw away", async () => {
    const draftId = randomUUID();
    await save(lan, draftId, 0);
    expect((await phuc.get("/drafts")).body["drafts"]).toEqual([]);
    expect(await phuc.get(`/drafts/${draftId}`)).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await phuc.send("DELETE", `/drafts/${draftId}`)).toMatchObject({
      status: 404,
      body: { code: "not_found" },
    });
    for (const version of [0, 1])
      expect(await save(phuc, draftId, version)).toMatchObject({
        status: 409,
        body: { code: "draft_changed" },
      });
    expect((await lan.get(`/drafts/${draftId}`)).body).toMatchObject({ version: 1, content });
  });

  test("that was changed in another window is not overwritten, and both can be told apart", async () => {
    const draftId = randomUUID();
    await save(lan, draftId, 0);
    expect((await save(lan, draftId, 1, { content: { from: "window 1" } })).body["version"]).toBe(2);
    const late = await save(lan, draftId, 1, { content: { from: "window 2" } });
    expect(late).toMatchObject({ status: 409, body: { code: "draft_changed" } });
    expect(await save(lan, draftId, 0)).toMatchObject({ status: 409, body: { code: "draft_changed" } });
    expect((await lan.get(`/drafts/${draftId}`)).body).toMatchObject({
      version: 2,
      content: { from: "window 1" },
    });
  });

  test("is thrown away once", async () => {
    const draftId = randomUUID();
    await save(lan, draftId, 0);
    expect((await lan.send("DELETE", `/drafts/${draftId}`)).status).toBe(200);
    expect((await lan.send("DELETE", `/drafts/${draftId}`)).status).toBe(404);
    expect((await lan.get(`/drafts/${draftId}`)).status).toBe(404);
  });

  test("outlives the session: after an hour away and a new sign-in it is still there", async () => {
    const draftId = randomUUID();
    await save(lan, draftId, 0);
    app.clock.advance(61 * 60_000);
    expect(await save(lan, draftId, 1)).toMatchObject({ status: 401, body: { code: "not_signed_in" } });
    lan = await app.signIn("lan.clerk");
    expect((await lan.get(`/drafts/${draftId}`)).body).toMatchObject({ version: 1, content });
    expect((await save(lan, draftId, 1)).status).toBe(200);
    phuc = await app.signIn("phuc.clerk");
  });

  test("is listed newest first", async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const draftId of ids) {
      await save(phuc, draftId, 0);
      app.clock.advance(1_000);
    }
    await save(phuc, ids[0] ?? "", 1);
    const { drafts } = (await phuc.get("/drafts")).body as { drafts: { draftId: string }[] };
    expect(drafts.map((draft) => draft.draftId)).toEqual([ids[0], ids[2], ids[1]]);
  });
});
