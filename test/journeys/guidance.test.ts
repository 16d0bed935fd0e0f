import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser } from "playwright-core";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

let app: TestApp;
let browser: Browser;
let base: string;

beforeAll(async () => {
  app = await testApp({ jobs: true, site: await openSite() });
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const listening = app.program.app.server.address();
  base = `http://127.0.0.1:${typeof listening === "object" && listening ? listening.port : 0}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

test("a clerk records a guidance by keyboard, takes it back, and is told why another may not be", {
  timeout: 120_000,
}, async () => {
  const { page, errors, context } = await signInAs(browser, base, "Nguyễn Thị Lan");
  await page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();
  const today = page.getByRole("region", { name: "Hướng dẫn hôm nay" });
  await today.getByText("Chưa ghi lượt hướng dẫn nào hôm nay.").waitFor();
  await lookAt(page, "guidance-none");

  await page.keyboard.press("Alt+g");
  const dialog = page.getByRole("dialog", { name: "Ghi một lượt hướng dẫn" });
  const about = dialog.getByRole("combobox", { name: "Thủ tục đã hướng dẫn" });
  await dialog.getByRole("button", { name: "Ghi lại" }).click();
  await dialog.getByText("Hãy chọn một thủ tục hoặc một lĩnh vực.").waitFor();
  await about.fill("2.000635");
  await dialog.getByRole("option", { name: /2\.000635/ }).waitFor();
  await about.press("Enter");
  await dialog.getByText(/^2\.000635 –/).waitFor();
  await dialog.getByText("15 phút").click();
  await dialog.getByRole("radio", { name: "Người dân chuẩn bị thêm, sẽ quay lại" }).check();
  await lookAt(page, "guidance-dialog");
  await dialog.getByRole("button", { name: "Ghi lại" }).click();
  await today.getByText("1 lượt · 15 phút tại quầy này").waitFor();
  // At once: the toast stays for eight seconds, and pictures take longer.
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await today.getByText("Chưa ghi lượt hướng dẫn nào hôm nay.").waitFor();

  await page.keyboard.press("Alt+g");
  await about.fill("1.000894");
  await dialog.getByRole("option", { name: /1\.000894/ }).waitFor();
  await about.press("Enter");
  await dialog.getByRole("button", { name: "Ghi lại" }).click();
  await dialog.getByText(/không giao thủ tục này cho bưu điện/).waitFor();
  expect(await dialog.getByText(/^1\.000894 –/).count()).toBe(1);
  expect(errors).toEqual([]);
  await context.close();
});
