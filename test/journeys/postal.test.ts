import type { Browser, BrowserContext, Page } from "playwright-core";
import { openSite } from "#server/main.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { type PostalDesk, postalDesk } from "../kit/postal.ts";
import { passed } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

/** The post at a counter: order, watch the way, find it again. */
describe("a dossier that is sent by post", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;
  let desk: PostalDesk;
  let clerk: { context: BrowserContext; page: Page; errors: string[] };

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
    desk = await postalDesk(app);
    await app.program.app.listen({ host: "127.0.0.1", port: 0 });
    const address = app.program.app.server.address();
    base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    browser = await openBrowser();
    clerk = await signInAs(browser, base, "Nguyễn Thị Lan");
    await clerk.page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .click();
    await clerk.page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" }).waitFor();
  });
  afterAll(async () => {
    await keepLastPictures(browser);
    await browser.close();
    await app[Symbol.asyncDispose]();
  });

  test("is ordered beside the dossier, at a price that stands there line by line", async () => {
    const { page, errors } = clerk;
    const dossierId = await desk.received();
    await page.goto(`${base}/staff/dossiers/${dossierId}`);
    await page.getByRole("button", { name: "Đặt gửi qua bưu điện" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Địa chỉ" }).fill("Ấp 1, xã Bình Thành, tỉnh Đồng Tháp");
    await dialog
      .getByRole("button", { name: /Bình Thành/ })
      .first()
      .click();
    await dialog.getByText("26.000 đ").first().waitFor();
    await dialog.getByRole("textbox", { name: "Khối lượng (gam)" }).fill("0");
    await dialog.getByText("Khối lượng phải lớn hơn 0 gam.").waitFor();
    await dialog.getByRole("textbox", { name: "Khối lượng (gam)" }).fill("600");
    await dialog.getByText("30.700 đ").first().waitFor();
    await lookAt(page, "postal-order");
    await dialog.getByRole("button", { name: "Đặt gửi", exact: true }).click();
    await page.getByText("Chờ có kết quả").first().waitFor();
    await lookAt(page, "postal-dossier");
    expect(errors).toEqual([]);
  });

  test("is found in the list and shows its way", async () => {
    const { page, errors } = clerk;
    const shipmentId = await desk.ordered({ waybill: "EB000000104VN" });
    app.clock.advance(60_000);
    passed(await desk.report(shipmentId, "accepted"));
    app.clock.advance(60_000);
    passed(await desk.report(shipmentId, "attemptFailed", { reason: "nobodyHome" }));
    await page.goto(`${base}/staff/postal`);
    await page.getByRole("textbox", { name: "Số hiệu hoặc mã hồ sơ" }).fill("eb000000104vn");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("listitem").filter({ hasText: "EB" }).count()).toBe(1);
    await lookAt(page, "postal-list");
    await page.getByRole("link", { name: "EB000000104VN" }).click();
    await page.getByText("không có ai ở nhà").waitFor();
    await page.getByText("Mời người nhận đến bưu điện.").first().waitFor();
    await lookAt(page, "postal-shipment");
    await page.goto(`${base}/staff/postal/unsent`);
    await page.getByText("Không có kết quả nào đang chờ").waitFor();
    await page.goto(`${base}/staff/postal/quarantine`);
    await page.getByText("Không có tin báo lạ nào").waitFor();
    await lookAt(page, "postal-quarantine");
    expect(errors).toEqual([]);
  });

  test("has its number from a range that an administrator opens", async () => {
    const { page, errors } = await signInAs(browser, base, "Đặng Thị Mỹ Quyên");
    await page.goto(`${base}/staff/postal/numbers`);
    await page.getByRole("textbox", { name: "Số đầu (8 chữ số)" }).fill("100");
    await page.getByRole("textbox", { name: "Số cuối (8 chữ số)" }).fill("199");
    await page.getByRole("button", { name: "Mở dải số" }).click();
    await page.getByText("còn 100,", { exact: false }).waitFor();
    await lookAt(page, "postal-numbers");
    expect(errors).toEqual([]);
  });
});
