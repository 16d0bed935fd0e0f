import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { openDesks } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";
import { receivedInDecember } from "../kit/turns.ts";

/** What an administrator does with calendars, and with the dates that they move. */
describe("the working calendar, on the screen", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
    await receivedInDecember(app, await openDesks(app));
    await app.program.app.listen({ host: "127.0.0.1", port: 0 });
    const address = app.program.app.server.address();
    base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    browser = await openBrowser();
    ({ page, errors } = await signInAs(browser, base, "Đặng Thị Mỹ Quyên"));
  });
  afterAll(async () => {
    await keepLastPictures(browser);
    await browser.close();
    await app[Symbol.asyncDispose]();
  });

  test("a year is gone through with the keyboard, and the day nobody decided says so", async () => {
    await page.getByRole("link", { name: "Đơn vị", exact: true }).click();
    // The page before has a link of the same name until the next one is drawn.
    await page
      .getByRole("navigation", { name: "Điều hướng chính" })
      .getByRole("link", { name: "Lịch làm việc" })
      .click();
    await page.getByRole("heading", { name: "Năm 2026" }).waitFor();
    await page.getByRole("button", { name: /24\/11\/2026.*chưa quyết định/ }).click();
    await page.getByText("Ngày này chưa có quyết định").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: /25\/11\/2026/ }).waitFor();
    await lookAt(page, "calendar-year");
    expect(errors).toEqual([]);
  });

  test("on a phone the chosen day is closed, and the year is there again", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const day = page.getByRole("heading", { name: /25\/11\/2026/ });
    await day.waitFor();
    await page.getByRole("button", { name: "Đóng ngày đang xem" }).click();
    await day.waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-day"))).toBe("2026-11-25");
    await page.keyboard.press("Enter");
    await day.waitFor();
    await lookAt(page, "calendar-phone-day");
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(await page.getByRole("button", { name: "Đóng ngày đang xem" }).isVisible()).toBe(false);
    expect(errors).toEqual([]);
  });

  test("a day off is set by a decision", async () => {
    await page.getByRole("button", { name: /10\/12\/2026/ }).click();
    await page.getByRole("button", { name: "Ghi ngày nghỉ, ngày làm" }).click();
    await page.getByRole("button", { name: "Ghi vào lịch" }).click();
    expect(await page.getByText("Hãy điền đủ các ô còn trống.").count()).toBeGreaterThan(0);
    await page.getByLabel("Lý do, như người dân sẽ đọc").fill("Nghỉ lễ kỷ niệm của tỉnh");
    await page.getByLabel("Số quyết định").fill("12/QĐ-UBND");
    await page.getByLabel("Ngày quyết định").fill("07/12/2026");
    await page.getByLabel("Người ký").fill("Nguyễn Văn Bình");
    await page.getByRole("button", { name: "Ghi vào lịch" }).click();
    await page.getByText("Ngày hẹn đã cấp chưa đổi").waitFor();
    await page.getByRole("button", { name: /10\/12\/2026, Nghỉ lễ kỷ niệm của tỉnh, riêng/ }).waitFor();
    expect(errors).toEqual([]);
  });

  test("the dates that it touches are shown, and moved", async () => {
    await page.getByRole("button", { name: "Xem ngày hẹn bị ảnh hưởng" }).click();
    await page.getByRole("button", { name: "Tính lại và xem trước" }).click();
    await page.getByRole("heading", { name: "1 hồ sơ sẽ dời ngày hẹn" }).waitFor();
    await lookAt(page, "calendar-dates");
    await page.getByRole("button", { name: "Dời hạn 1 hồ sơ" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Dời hạn 1 hồ sơ" }).click();
    await page.getByText("Đã dời ngày hẹn của 1 hồ sơ").waitFor();
    await page.getByRole("button", { name: "Tính lại và xem trước" }).click();
    await page.getByText("Không ngày hẹn nào phải dời.").waitFor();
    expect(errors).toEqual([]);
  });

  test("hours that nobody can read are not written", async () => {
    await page.getByRole("tab", { name: "Lịch năm" }).click();
    await page.getByRole("button", { name: "Ghi giờ làm việc" }).click();
    await page.getByLabel("Buổi sáng: từ").fill("25:00");
    await page.getByRole("button", { name: "Ghi vào lịch" }).click();
    await page.getByText("Viết giờ như 07:30.").waitFor();
    expect(errors).toEqual([]);
  });
});
