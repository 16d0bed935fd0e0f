import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { FILE_BYTES_MAX } from "#contract/files.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { A_PDF, A_PNG, type Desks, openDesks, passed, upload } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { openKeyRing } from "../keys/key-ring.ts";
import { openFileStore } from "./file-store.ts";

let app: TestApp;
let desks: Desks;
let id: string;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  id = String((await receive(desks.clerk)).body["dossierId"]);
});
afterAll(() => app[Symbol.asyncDispose]());

const bring = (
  by: Client,
  content: Buffer,
  { name = "ket-qua.pdf", purpose = "result", type = "application/octet-stream", at = id } = {},
) =>
  by.send("POST", `/dossiers/${at}/files?purpose=${purpose}&name=${encodeURIComponent(name)}`, content, {
    type,
  });
const filesKept = async () =>
  (await app.owner.query("select count(*)::integer as n from space_dong_thap.file")).rows[0] as { n: number };

const AN_EXE = Buffer.concat([
  Buffer.from("MZ\u0090\u0000\u0003", "latin1"),
  Buffer.alloc(512),
  Buffer.from("PE\0\0"),
]);
const A_PAGE = Buffer.from("<!doctype html><html><script>alert(1)</script></html>");

describe("a file is what its content says", () => {
  test.each([
    { content: AN_EXE, name: "ket-qua.pdf", because: "a program named .pdf" },
    { content: A_PAGE, name: "anh.png", because: "a page named .png" },
    { content: Buffer.from("Nguyễn Thị Hồng"), name: "chu.pdf", because: "a text named .pdf" },
    {
      content: Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), Buffer.alloc(60)]),
      name: "ho-so.pdf",
      because: "an archive named .pdf",
    },
    {
      content: Buffer.from("GIF89a\u0001\u0000\u0001\u0000", "latin1"),
      name: "anh.gif",
      because: "an image of a kind that is not taken",
    },
  ])("refused: $because", async ({ content, name }) => {
    const before = await filesKept();
    expect(await bring(desks.caseOfficer, content, { name })).toMatchObject({
      status: 415,
      body: { code: "file_type_unknown" },
    });
    expect(await bring(desks.caseOfficer, content, { name, type: "application/pdf" })).toMatchObject({
      status: 415,
    });
    expect(await filesKept()).toEqual(before);
  });

  test("an image named .pdf is kept, and served as the image that it is, by its name too", async () => {
    const kept = passed(await bring(desks.caseOfficer, A_PNG, { name: "Kết quả.pdf" })).body;
    expect(kept).toMatchObject({
      mediaType: "image/png",
      bytes: A_PNG.length,
      sha256: createHash("sha256").update(A_PNG).digest("hex"),
    });
    const served = await desks.clerk.get(`/dossiers/${id}/files/${String(kept["fileId"])}`);
    expect(served.bytes.equals(A_PNG)).toBe(true);
    expect(served.headers).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent("Kết quả.pdf.png")}`,
    });
  });

  test("an empty one says so", async () => {
    expect(await bring(desks.caseOfficer, Buffer.alloc(0))).toMatchObject({
      status: 422,
      body: { code: "file_empty" },
    });
  });

  test("one of 20 MB is taken, and one byte more is too large", async () => {
    const most = Buffer.concat([A_PDF, Buffer.alloc(FILE_BYTES_MAX - A_PDF.length)]);
    expect(passed(await bring(desks.caseOfficer, most)).body).toMatchObject({
      bytes: FILE_BYTES_MAX,
      mediaType: "application/pdf",
    });
    const more = Buffer.concat([most, Buffer.of(0)]);
    expect(await bring(desks.caseOfficer, more)).toMatchObject({
      status: 413,
      body: { code: "input_too_large" },
    });
  });

  test("a form is no file", async () => {
    const sent = await desks.caseOfficer.send("POST", `/dossiers/${id}/files?purpose=result&name=x`, {
      a: 1,
    });
    expect(sent).toMatchObject({ status: 422, body: { code: "file_empty" } });
    expect(await bring(desks.caseOfficer, A_PAGE, { type: "text/html" })).toMatchObject({
      status: 400,
      body: { code: "input_malformed" },
    });
  });
});

describe("whose file it is", () => {
  test.each([
    { who: "clerk", purpose: "result", status: 403 },
    { who: "clerk", purpose: "signature", status: 200 },
    { who: "officer", purpose: "result", status: 403 },
    { who: "officer", purpose: "signedSlip", status: 200 },
    { who: "caseOfficer", purpose: "result", status: 200 },
    { who: "caseOfficer", purpose: "signature", status: 403 },
    { who: "approver", purpose: "result", status: 403 },
    { who: "approver", purpose: "signedSlip", status: 403 },
  ] as const)("the $who brings a $purpose: $status", async ({ who, purpose, status }) => {
    expect((await bring(desks[who], A_PNG, { purpose })).status).toBe(status);
  });

  test("a receipt is made by the program alone", async () => {
    expect((await bring(desks.clerk, A_PDF, { purpose: "receipt" })).status).toBe(400);
  });

  test("of another dossier it is not found, neither to bring nor to read", async () => {
    const other = String((await receive(desks.clerk)).body["dossierId"]);
    const fileId = await upload(desks.caseOfficer, id, "result");
    expect((await desks.clerk.get(`/dossiers/${other}/files/${fileId}`)).status).toBe(404);
    const nowhere = { at: "01900000-0000-7000-8000-000000000000" };
    expect(await bring(desks.caseOfficer, A_PDF, nowhere)).toMatchObject({
      status: 404,
      body: { code: "not_found" },
    });
  });
});

describe("the store", () => {
  test("keeps the same bytes once, and finds out when they were changed or lost", async () => {
    const root = mkdtempSync(path.join(os.tmpdir(), "motcua-store-"));
    const store = openFileStore(root, await openKeyRing(root));
    try {
      const hash = await store.put(A_PDF);
      expect((await store.put(A_PDF)).equals(hash)).toBe(true);
      expect((await store.get(hash)).equals(A_PDF)).toBe(true);
      const name = hash.toString("hex");
      expect(readdirSync(path.join(root, name.slice(0, 2)))).toEqual([name]);
      writeFileSync(path.join(root, name.slice(0, 2), name), A_PNG);
      await expect(store.get(hash)).rejects.toThrow(/authenticate|in the ring/);
      await expect(store.get(createHash("sha256").update("nothing").digest())).rejects.toThrow("ENOENT");
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
