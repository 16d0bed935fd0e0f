import { randomUUID } from "node:crypto";
import { ROUTES } from "#contract/routes.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AN_APPLICANT, receive } from "../../../test/kit/forms.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { makeReadable } from "./readable-input.ts";

describe("the texts of a request", () => {
  test("are put right where they stand, in lists and forms within forms; what is no text stays", () => {
    const bytes = new Uint8Array([0, 1]);
    const body = { words: "Đủ\u200b", list: ["\u202eA", { name: "e\u0302" }], count: 3, none: null, bytes };
    expect(makeReadable(body, "body").ok).toBe(true);
    expect(body).toEqual({ words: "Đủ", list: ["A", { name: "ê" }], count: 3, none: null, bytes });
  });

  test("are named by their field when nobody can read them, and what they say is not told", () => {
    expect(makeReadable({ list: [{ words: "bí mật\u0007" }] }, "body")).toEqual({
      ok: false,
      code: "text_unreadable",
      details: { field: "body/list/0/words" },
    });
  });

  test.each([undefined, null, "a\u0007", 5, Buffer.from("\u0007")])("in %j there are none", (input) => {
    expect(makeReadable(input, "body").ok).toBe(true);
  });

  test("may be nested as deeply as somebody likes", () => {
    const deep = [{ words: "\u0007" }] as unknown[];
    let outer: unknown[] = deep;
    for (let depth = 0; depth < 100_000; depth += 1) outer = [outer];
    expect(makeReadable(outer, "body").ok).toBe(false);
  });
});

describe("at the door", () => {
  let app: TestApp;
  let desks: Desks;
  let waiting: string;
  beforeAll(async () => {
    app = await testApp();
    desks = await openDesks(app);
    waiting = String((await receive(desks.clerk)).body["dossierId"]);
    await bringTo(desks, waiting, "awaitingApproval");
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test.each([
    { reason: "\u200b\u200b\u200b", code: "input_malformed", because: "what draws nothing is no reason" },
    { reason: " \u2800 a \u3164 ", code: "input_malformed", because: "one letter is none either" },
    { reason: "Sai \u0301 giấy", code: "text_unreadable", because: "an accent stands on nothing" },
    { reason: "Sai\ufffd giấy", code: "text_unreadable", because: "a letter was lost" },
  ])("a reason is refused with $code: $because", async ({ reason, code }) => {
    const url = `/dossiers/${waiting}/sending-back`;
    const { body } = await desks.approver.send("POST", url, { version: 4, reason });
    expect(body["code"]).toBe(code);
  });

  test("a remark is kept as it is read, without the marks that turn it round", async () => {
    const remarks = "Hẹn \u202etới\u202c\u200b 9 giờ".normalize("NFD");
    const { body } = await receive(desks.clerk, { remarks });
    const { body: seen } = await desks.officer.get(`/dossiers/${String(body["dossierId"])}`);
    expect(seen["remarks"]).toBe("Hẹn tới 9 giờ");
  });

  test("a text that no database and no paper could keep is refused by its field", async () => {
    for (const remarks of ["Ghi\u0000 chú", "mất \ud800 giấy"]) {
      const form = { applicant: AN_APPLICANT, remarks };
      const { body } = await desks.clerk.send("POST", "/dossiers", form);
      expect(body).toMatchObject({ code: "text_unreadable", details: { field: "body/remarks" } });
    }
  });

  test("the same words sent again with other invisible marks are the same request", async () => {
    const { body } = await receive(desks.clerk);
    const key = randomUUID();
    const url = `/dossiers/${String(body["dossierId"])}/forwarding`;
    const once = passed(await desks.officer.send("POST", url, { version: 1, note: "Đủ" }, { key }));
    const again = await desks.officer.send("POST", url, { version: 1, note: "Đủ\u200b" }, { key });
    expect(passed(again).body).toEqual(once.body);
  });

  test("a password and a half-filled form alone arrive as they were typed", async () => {
    const asTyped = Object.entries(ROUTES).filter(([, route]) => "asTyped" in route);
    expect(asTyped.map(([name]) => name).toSorted()).toEqual(["saveDraft", "signIn"]);
    const draftId = randomUUID();
    const content = { remarks: "dở\u200b dang \u0301" };
    passed(await desks.clerk.send("PUT", `/drafts/${draftId}`, { version: 0, title: "Nhung", content }));
    expect((await desks.clerk.get(`/drafts/${draftId}`)).body["content"]).toEqual(content);
  });
});
