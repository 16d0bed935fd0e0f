import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { A_PDF, A_PNG, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let officer: Client;
let head: Client;
beforeAll(async () => {
  app = await testApp();
  officer = await app.signIn("kiet.programme");
  head = await app.signIn("hanh.head");
});
afterAll(() => app[Symbol.asyncDispose]());

const bring = (by: Client, content: Buffer, name = "quyet-dinh.pdf") =>
  by.send("POST", `/mandate-files?name=${encodeURIComponent(name)}`, content, {
    type: "application/octet-stream",
  });

describe("evidence beside the mandate ledger", () => {
  test("a scan is kept under its hash, and whoever reads mandates gets the same bytes back", async () => {
    const kept = passed(await bring(officer, A_PDF, "Quyết định 268.pdf")).body;
    expect(kept).toMatchObject({
      mediaType: "application/pdf",
      bytes: A_PDF.length,
      sha256: createHash("sha256").update(A_PDF).digest("hex"),
    });
    const served = await head.get(`/mandate-files/${String(kept["fileId"])}`);
    expect(served.bytes.equals(A_PDF)).toBe(true);
    expect(served.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent("Quyết định 268.pdf")}`,
    });
  });

  test("the head of a unit brings a photo", async () => {
    expect(passed(await bring(head, A_PNG, "anh.png")).body).toMatchObject({ mediaType: "image/png" });
  });

  test.each([
    { content: Buffer.from("Quyết định"), code: "file_type_unknown", because: "a text named .pdf" },
    { content: Buffer.alloc(0), code: "file_empty", because: "nothing at all" },
  ])("refused: $because", async ({ content, code }) => {
    expect((await bring(officer, content)).body).toMatchObject({ code });
  });

  test("a file that nobody brought is not found", async () => {
    expect((await officer.get("/mandate-files/01900000-0000-7000-8000-000000000000")).status).toBe(404);
  });
});
