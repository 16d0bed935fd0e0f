import { readProcedure, searchProcedures } from "#contract/catalogue.ts";
import { saveDraft } from "#contract/drafts.ts";
import { uploadFile } from "#contract/files.ts";
import { signOut } from "#contract/session.ts";
import { describe, expect, test } from "vitest";
import { requestOf } from "./api-request.ts";

describe("a request as its contract says", () => {
  test("parameters stand in the path and questions behind it, both made safe", () => {
    expect(requestOf(readProcedure, { params: { code: "1.001193/../x" } }, "new-key").url).toBe(
      "/procedures/1.001193%2F..%2Fx",
    );
    expect(
      requestOf(searchProcedures, { query: { q: "khai sinh & kết hôn", after: undefined } }, "new-key").url,
    ).toBe("/procedures?q=khai+sinh+%26+k%E1%BA%BFt+h%C3%B4n");
  });

  test("a read carries no key, a write always carries one", () => {
    expect(requestOf(searchProcedures, {}, "new-key").init.headers).not.toHaveProperty("idempotency-key");
    expect(requestOf(signOut, {}, "new-key").init.headers).toHaveProperty("idempotency-key", "new-key");
  });

  test("a write that is repeated carries the key of its act", () => {
    const input = {
      params: { draftId: "d" },
      body: { version: 0, title: "t", content: {} },
      idempotencyKey: "act",
    };
    const first = requestOf(saveDraft, input, "one");
    const second = requestOf(saveDraft, input, "two");
    expect(first).toEqual(second);
    expect(first.init.headers).toHaveProperty("idempotency-key", "act");
  });

  test("only a small request may outlive its tab, since browsers allow no more", () => {
    const draft = (text: string) => ({
      params: { draftId: "d" },
      body: { version: 0, title: "t", content: { text } },
      outliveTab: true,
    });
    expect(requestOf(saveDraft, draft("short"), "key").init.keepalive).toBe(true);
    expect(requestOf(saveDraft, draft("x".repeat(30_000)), "key").init.keepalive).toBeUndefined();
  });

  test("the bytes of a file go as they are", () => {
    const body = new Blob(["%PDF-"]);
    const { init } = requestOf(
      uploadFile,
      { params: { dossierId: "d" }, query: { name: "kết quả.pdf", purpose: "result" }, body },
      "key",
    );
    expect(init.body).toBe(body);
    expect(init.headers).toHaveProperty("content-type", "application/octet-stream");
  });
});
