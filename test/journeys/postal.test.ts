import type { Browser, BrowserContext, Page } from "playwright-core";
import { openSite } from "#server/main.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PHONE, keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { type PostalDesk, postalDesk } from "../kit/postal.ts";
import { passed } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";
import { slipOf } from "../kit/track-secret.ts";

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
    await dialog.getByRole("switch", { name: "Người khác được nhận thay" }).click();
    await dialog.getByRole("textbox", { name: "Điện thoại" }).fill("123");
    await dialog.getByText("Số điện thoại khác dạng thường gặp").waitFor();
    await dialog.getByRole("button", { name: "Đặt gửi", exact: true }).click();
    await dialog.getByText("không có giấy thì không giao cho người khác").waitFor();
    const proxy = dialog.getByRole("textbox", { name: "Họ tên người nhận thay" });
    expect(await proxy.evaluate((field) => field === document.activeElement)).toBe(true);
    await lookAt(page, "postal-order-missing");
    await dialog.getByRole("switch", { name: "Người khác được nhận thay" }).click();
    await dialog.getByRole("textbox", { name: "Điện thoại" }).fill("0912 345 678");
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
    await page.getByRole("textbox", { name: "Số hiệu, mã hồ sơ hoặc họ tên" }).fill("eb000000104vn");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("listitem").filter({ hasText: "EB" }).count()).toBe(1);
    await lookAt(page, "postal-list");
    await page.getByRole("link", { name: "EB000000104VN" }).click();
    await page.getByText("không có ai ở nhà").waitFor();
    await page.getByText("Mời người nhận đến bưu điện.").first().waitFor();
    await lookAt(page, "postal-shipment");
    await page.getByRole("button", { name: "Ghi việc đã xảy ra" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Giờ" }).fill("25:00");
    await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
    await dialog.getByText("Giờ chưa đúng, như 08:30.").waitFor();
    await dialog.getByRole("textbox", { name: "Giờ" }).fill("08:35");
    await lookAt(page, "postal-report-event");
    await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
    await page.getByText("Đã mời người nhận đến bưu điện").first().waitFor();
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
    await page.getByRole("button", { name: "Đóng dải số" }).click();
    await page.getByRole("dialog").getByText("100 số còn lại không cấp nữa").waitFor();
    await lookAt(page, "postal-range-closing");
    await page.getByRole("dialog").getByRole("button", { name: "Đóng dải số" }).click();
    await page.getByText("đã đóng", { exact: false }).first().waitFor();
    expect(errors).toEqual([]);
  });

  test("is counted in the report of its quarter", async () => {
    const { page, errors } = clerk;
    const shipmentId = await desk.ordered();
    app.clock.advance(60_000);
    passed(await desk.report(shipmentId, "accepted"));
    await page.goto(`${base}/staff/postal/reports`);
    await page.getByText("Kỳ này chưa nhận bưu gửi nào").waitFor();
    await page.getByRole("combobox", { name: "Kỳ báo cáo" }).selectOption("2026-Q4");
    await page
      .getByRole("table", { name: "Sản lượng và doanh thu" })
      .getByText("Gửi hồ sơ")
      .first()
      .waitFor();
    await page.getByText("Kỳ này chưa hết").waitFor();
    await lookAt(page, "postal-report");
    expect(errors).toEqual([]);
  });

  test("is ordered home by the citizen on a phone and taken back", async () => {
    const dossierId = await desk.received();
    const context = await browser.newContext({ locale: "vi-VN", viewport: PHONE });
    const page = await context.newPage();
    await page.goto(`${base}${(await slipOf(app, dossierId)).path}`);
    const card = page.getByRole("region", { name: "Nhận, gửi giấy tờ tại nhà" });
    await card.getByText("Nhờ bưu điện mang kết quả đến nhà").click();
    await card.getByRole("button", { name: "Xem giá" }).click();
    await card.getByText("Điền họ tên, số điện thoại và địa chỉ.").waitFor();
    await card.getByRole("textbox", { name: "Họ và tên", exact: true }).fill("Trần Thị Bảy");
    await card.getByRole("textbox", { name: "Số điện thoại" }).fill("0912 345 678");
    await card.getByRole("textbox", { name: "Địa chỉ" }).fill("Số 2, P. Dịch Vọng Hậu, Q. Cầu Giấy, Hà Nội");
    await card.getByRole("button", { name: "Xem giá" }).click();
    await card.getByRole("radio", { name: /phường Cầu Giấy/ }).waitFor();
    await lookAt(page, "postal-citizen-which");
    await card.getByRole("radio", { name: /phường Cầu Giấy/ }).check();
    await card.getByRole("button", { name: "Xem giá" }).click();
    await card.getByText(/Bưu tá đến: Số 2, phường Cầu Giấy/).waitFor();
    await lookAt(page, "postal-citizen-price");
    await card.getByRole("button", { name: /^Đặt gửi/ }).click();
    await card.getByText(/^Đã đặt\. Bưu điện sẽ đến/).waitFor();
    await page.getByRole("heading", { name: "Gửi kết quả qua bưu điện" }).waitFor();
    await lookAt(page, "postal-citizen-ordered");
    await card.getByRole("button", { name: "Hủy" }).click();
    await card.getByText("Đã hủy.").waitFor();
    await card.getByText("Nhờ bưu điện mang kết quả đến nhà").waitFor();
    await lookAt(page, "postal-citizen-cancelled");
    await context.close();
  });
});
