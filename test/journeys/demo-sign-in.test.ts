import type { Browser } from "playwright-core";
import { openSite } from "#server/main.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DOSSIERS_MIN } from "../../db/demo/province/fates.ts";
import { DESKTOP, lookAt, openBrowser, signInAs, watchErrors } from "../kit/browser.ts";
import { buildDemo } from "../kit/demo-province.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";
import { TEST_NOW } from "../kit/test-clock.ts";

let app: TestApp;
let browser: Browser;
let base: string;
beforeAll(async () => {
  app = await testApp({ site: await openSite() });
  await buildDemo(app, { seed: 2026, dossiers: DOSSIERS_MIN, now: TEST_NOW });
  base = await app.program.app.listen({ port: 0, host: "127.0.0.1" });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app[Symbol.asyncDispose]();
});

describe("the sign-in page with the people of a whole province", () => {
  test("lists them by place, the pilot's seven first, and finds one by words and Enter", async () => {
    const context = await browser.newContext({ viewport: DESKTOP, locale: "vi-VN" });
    const page = await context.newPage();
    const errors = watchErrors(page);
    await page.goto(`${base}/staff/`);
    const buttons = page.getByRole("button", { name: /^Điền tài khoản của/ });
    await buttons.first().waitFor();
    const names = await buttons.locator("strong").allTextContents();
    expect(names.slice(0, 7)).toEqual([
      "Nguyễn Thị Lan",
      "Trần Văn Phúc",
      "Võ Văn Bình",
      "Huỳnh Thị Tám",
      "Lê Minh Đức",
      "Phạm Thu Hà",
      "Võ Quốc Thái",
    ]);
    expect(await buttons.count(), "other places are folded").toBe(12);
    await lookAt(page, "sign-in-demo");

    const search = page.getByRole("searchbox", { name: "Tìm người" });
    await search.fill("mot cua cao lanh");
    await page.getByRole("status").filter({ hasText: "3 người" }).waitFor();
    expect(await buttons.locator("strong").allTextContents()).toEqual([
      "Đỗ Đăng Khoa",
      "Hồ Thị Hải Yến",
      "Lê Thị Kiều Oanh",
    ]);
    await search.press("Enter");
    expect(await page.getByLabel("Tên đăng nhập").inputValue()).toBe("khoa.officer");
    await search.fill("người ngoài hành tinh");
    await page.getByText("Không có ai khớp với “người ngoài hành tinh”.").waitFor();
    await lookAt(page, "sign-in-demo-nobody");

    await search.fill("");
    const place = page.locator("summary", { hasText: "Phường Sa Đéc" });
    await place.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /Danh Thị Sen/ }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test("opens the desk of a person with work that the province left there", async () => {
    const { context, page, errors } = await signInAs(browser, base, "Phạm Thu Hà");
    await page
      .getByRole("link", { name: /Hàng đợi|Thụ lý|Chuyên môn/ })
      .first()
      .click();
    await page
      .getByText(/H20\.031-/)
      .first()
      .waitFor();
    await lookAt(page, "queue-demo");
    expect(errors).toEqual([]);
    await context.close();
  });
});
