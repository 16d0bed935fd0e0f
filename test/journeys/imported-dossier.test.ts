import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { importDossiers } from "#server/dossier-import/import-dossiers.ts";
import { unseal } from "#server/keys/seal.ts";
import { openSite } from "#server/main.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESKTOP, keepLastPictures, lookAt, openBrowser, signInAs, watchErrors } from "../kit/browser.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

const CODE = "000.00.31.H20-261103-0009";
const OLD = {
  code: CODE,
  procedure: "2.000635",
  unit: "000.00.31.H20",
  receivedAt: "2026-11-03 08:30",
  dueAt: "2026-11-10",
  status: "9",
  finishedAt: "2026-11-09 10:00",
  outcome: "granted",
  resultNumber: "77/TLKT-BS",
  applicantName: "Nguyễn Thị Hồng Nhung",
  applicantNumber: "không rõ",
  applicantPhone: "hỏi anh Tư",
  papers: "Tờ khai|Bản sao sổ hộ khẩu",
  history: [
    { at: "2026-11-03 09:00", step: "Đang xử lý", by: "Lê Thị Ba" },
    { at: "2026-11-05", step: "Chuyển phòng Tư pháp", by: "Trần Văn Sáu", note: "chờ đối chiếu sổ gốc" },
  ],
};

const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-import-"));
let app: TestApp;
let browser: Browser;
let base: string;

beforeAll(async () => {
  app = await testApp({ site: await openSite() });
  const file = path.join(folder, "old.jsonl");
  writeFileSync(file, JSON.stringify(OLD));
  await importDossiers({
    ownerConfig: app.database.owner,
    ring: app.program.deps.ring,
    clock: app.clock,
    file,
    system: "Một cửa điện tử huyện Thanh Bình",
    dryRun: false,
    onRejected: () => undefined,
    onProgress: () => undefined,
  });
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const address = app.program.app.server.address();
  base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

test("an officer finds a dossier of the old system by its code and sees what came from there", async () => {
  const { page, errors } = await signInAs(browser, base, "Lê Minh Đức");
  await page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();
  await page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" }).waitFor();
  await page.goto(`${base}/staff/search`);
  const search = page.getByRole("textbox", { name: "Mã hồ sơ hoặc tên người đề nghị" });
  await search.fill(CODE.toLowerCase());
  await search.press("Enter");
  await page.getByText("Nguyễn Thị Hồng Nhung").first().click();
  await page.getByText("Ngày hẹn lấy từ hệ thống cũ").waitFor();
  const words = await page.locator("body").innerText();
  for (const said of [
    "Một cửa điện tử huyện Thanh Bình",
    "Chuyển phòng Tư pháp – Trần Văn Sáu – chờ đối chiếu sổ gốc",
    "Số giấy tờ có dạng lạ",
    "Tệp kết quả ở hệ thống cũ",
    "nhập từ hệ thống cũ",
  ])
    expect(words).toContain(said);
  await expect.poll(() => page.getByRole("link", { name: /In giấy/ }).count()).toBe(0);
  await lookAt(page, "import-1-staff");
  // The book of the old system has it: the register here says how many there are, and lists none.
  await page.goto(`${base}/staff/registers`);
  await page.getByText("1 hồ sơ năm 2026 được tiếp nhận ở hệ thống cũ").waitFor();
  await page.getByText("Năm này chưa có hồ sơ nào trong sổ").waitFor();
  await lookAt(page, "import-3-register");
  expect(errors).toEqual([]);
});

test("the citizen sees the steps of the old system and where its date is from, without names", async () => {
  const { rows } = await app.owner.query<{ id: string; sealed: Buffer }>(
    "select id, track_secret_sealed as sealed from space_dong_thap.dossier",
  );
  const { id = "", sealed = Buffer.of() } = rows[0] ?? {};
  const secret = unseal<string>(app.program.deps.ring, `dossier.track:${id}`, sealed);
  const page = await (await browser.newContext({ viewport: DESKTOP, javaScriptEnabled: true })).newPage();
  const errors = watchErrors(page);
  await page.goto(`${base}/t/${CODE}/${secret}`);
  const words = await page.locator("body").innerText();
  expect(words).toContain("Ngày hẹn lấy từ hệ thống cũ");
  expect(words).toContain("Hồ sơ đang được giải quyết (ở hệ thống cũ)");
  expect(words).not.toMatch(/Hồng Nhung|Lê Thị Ba|Trần Văn Sáu/);
  await lookAt(page, "import-2-citizen");
  expect(errors).toEqual([]);
});
