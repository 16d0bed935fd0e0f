import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepLastPictures, lookAt, openBrowser, signInAs, signOnPad } from "../kit/browser.ts";
import { aForm, receive } from "../kit/forms.ts";
import { pdfText } from "../kit/pdf.ts";
import { type Desks, bringTo, openDesks } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

let app: TestApp;
let browser: Browser;
let base: string;
let desks: Desks;

beforeAll(async () => {
  app = await testApp({ jobs: true, site: await openSite() });
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const listening = app.program.app.server.address();
  base = `http://127.0.0.1:${typeof listening === "object" && listening ? listening.port : 0}`;
  browser = await openBrowser();
  desks = await openDesks(app);
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

/** A procedure of the commune with a limit of five working days. */
const FIVE_DAYS = "1.004884";

async function opened(stage?: "forwarded"): Promise<{ readonly id: string; readonly code: string }> {
  const { body } = await receive(desks.officer, await aForm(desks.officer, FIVE_DAYS));
  const id = String(body["dossierId"]);
  if (stage) await bringTo(desks, id, stage);
  return { id, code: String(body["code"]) };
}

async function textBehind(page: Page, name: string | RegExp): Promise<string> {
  const href = await page.getByRole("link", { name }).first().getAttribute("href");
  const answer = await page.context().request.get(new URL(href ?? "", base).toString());
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return pdfText(await answer.body());
}

test("an officer finds a dossier in the register, hands dossiers over on a slip, and gives originals back", async () => {
  const lies = await opened();
  const went = await opened("forwarded");
  app.clock.advance(60_000);
  const { page, errors } = await signInAs(browser, base, "Lê Minh Đức");
  await page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();
  await page.goto(`${base}/staff/registers`);

  await page.getByLabel("Tìm mã hồ sơ, tên người hoặc thủ tục").fill(lies.code);
  await page.getByRole("link", { name: lies.code }).waitFor();
  await expect.poll(() => page.getByRole("link", { name: went.code }).count()).toBe(0);
  await page.getByLabel("Tìm mã hồ sơ, tên người hoặc thủ tục").fill("");
  await page.getByRole("link", { name: went.code }).waitFor();
  await lookAt(page, "register");
  expect(await textBehind(page, "In sổ đang mở")).toContain("SỔ THEO DÕI HỒ SƠ");

  await page.getByRole("tab", { name: "Bàn giao hồ sơ" }).click();
  await page.getByRole("checkbox", { name: `Chọn ${went.code}` }).check();
  await lookAt(page, "transfer-slips");
  await page.getByRole("button", { name: "Lập giấy bàn giao hồ sơ" }).click();
  await page.getByRole("link", { name: "In phiếu số 1" }).waitFor();
  expect(await textBehind(page, "In phiếu số 1")).toContain("GIẤY BÀN GIAO HỒ SƠ");
  expect(await page.getByRole("checkbox", { name: `Chọn ${went.code}` }).count()).toBe(0);

  await page.goto(`${base}/staff/dossiers/${lies.id}`);
  await page.locator("summary", { hasText: "Việc khác" }).click();
  await page.getByRole("button", { name: "Trả bản chính giấy tờ" }).click();
  await page
    .getByRole("checkbox", { name: /bản chính\)/ })
    .first()
    .check();
  await lookAt(page, "originals-back");
  await signOnPad(page);
  await page.getByRole("button", { name: "Trả bản chính", exact: true }).click();
  await page.getByText("bản chính đã trả").first().waitFor();
  expect(errors).toEqual([]);
}, 180_000);
