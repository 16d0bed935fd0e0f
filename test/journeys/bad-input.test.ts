import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { keepLastPictures, openBrowser, signInAs } from "../kit/browser.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

const NAME = "Nguyễn Thị Hồng Nhung";

/** What goes wrong at a counter, on the screen of the clerk: she is told, and nothing that she typed is lost. */
describe("the counter when things go wrong", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;
  let clerk: { context: BrowserContext; page: Page; errors: string[] };

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
    await app.program.app.listen({ host: "127.0.0.1", port: 0 });
    const address = app.program.app.server.address();
    base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    browser = await openBrowser();
    clerk = await signInAs(browser, base, "Nguyễn Thị Lan");
    await clerk.page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .click();
  });
  afterAll(async () => {
    await keepLastPictures(browser);
    await browser.close();
    await app[Symbol.asyncDispose]();
  });

  const field = (name: string) => clerk.page.getByRole("textbox", { name, exact: false });
  const dossiers = async () => {
    const { rows } = await app.owner.query<{ count: number }>(
      "select count(*)::integer as count from space_dong_thap.dossier",
    );
    return rows[0]?.count ?? -1;
  };

  test("a card that is cut short fills what could be read, and a wrong number only warns", async () => {
    const { page } = clerk;
    const search = page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
    await search.fill("2.000635");
    await search.press("Enter");
    const scan = field("Quét mã QR căn cước");
    await scan.pressSequentially("087190001234|341234567|NGUYỄN THỊ HỒNG NHUNG|1205");
    await scan.press("Enter");
    await page.getByRole("alert").or(page.getByText(/mã QR/i)).first().waitFor();
    await expect.poll(() => field("Số định danh cá nhân").inputValue()).toBe("087190001234");
    await expect.poll(() => field("Họ và tên").inputValue()).toBe(NAME);

    await field("Số định danh cá nhân").fill("12345");
    await field("Ngày sinh").fill("31/02/1990");
    await field("Địa chỉ").fill("Ấp 1, xã Bình Thành");
    await field("Số điện thoại").fill("0912345678");
    await page.getByRole("button", { name: "Nhận đủ theo danh mục" }).click();
    await page.keyboard.press("Control+Enter");
    await page
      .getByText(/Còn \d+ mục cần sửa/)
      .first()
      .waitFor();
    expect(await dossiers()).toBe(0);
    await field("Ngày sinh").fill("12/05/1990");
    await page.getByText(/Đã lưu nháp/).waitFor();
  });

  test("a session that ends in the middle of the form asks for the password over it, and the dossier goes in", async () => {
    const { page } = clerk;
    await app.owner.query("delete from nation.session");
    await page.keyboard.press("Control+Enter");
    const dialog = page.getByRole("dialog", { name: /Phiên làm việc đã hết hạn/ });
    await dialog.waitFor();
    expect(await dossiers()).toBe(0);
    app.clock.advance(60_000);
    await dialog.getByLabel("Mật khẩu", { exact: true }).fill("mot-cua-2026");
    await dialog.getByLabel("Mã 6 số").fill(await codeOf(app, "lan.clerk"));
    await dialog.getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await page.getByRole("heading", { name: "Đã tiếp nhận hồ sơ" }).waitFor();
    expect(await dossiers()).toBe(1);
    const { rows } = await app.owner.query("select applicant_name as name from space_dong_thap.dossier");
    expect(rows).toEqual([{ name: NAME }]);
  });

  test("a double click, and a line that drops before the answer, take the dossier in once", async () => {
    const { page, context } = clerk;
    await page.getByRole("button", { name: /Tiếp người tiếp theo/ }).click();
    await fillPlainForm(page);
    // The request reaches the server; its answer never comes back.
    let lost = 0;
    await context.route("**/api/v1/dossiers", async (route) => {
      lost += 1;
      if (lost > 1) return route.continue();
      await route.fetch();
      return route.abort("connectionreset");
    });
    await page.getByRole("button", { name: /Tiếp nhận hồ sơ/ }).dblclick();
    await page
      .getByText(/mất kết nối|Mất kết nối/)
      .first()
      .waitFor();
    expect(await dossiers()).toBe(2);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "Đã tiếp nhận hồ sơ" }).waitFor();
    expect(await dossiers()).toBe(2);
    await context.unroute("**/api/v1/dossiers");
  });

  test("what was typed survives a closed tab", async () => {
    const { page, context } = clerk;
    await page.getByRole("button", { name: /Tiếp người tiếp theo/ }).click();
    await fillPlainForm(page);
    const remark = `Xin cấp hai bản, ${randomUUID()}`;
    await field("Ghi chú").fill(remark);
    await page.getByText(/Đã lưu nháp/).waitFor();
    await page.close();
    clerk = { ...clerk, page: await context.newPage() };
    await clerk.page.goto(`${base}/staff/`);
    await clerk.page
      .getByRole("button", { name: /Mở nháp/ })
      .first()
      .click();
    await expect.poll(() => field("Ghi chú").inputValue()).toBe(remark);
    await expect.poll(() => field("Họ và tên").inputValue()).toBe(NAME);
  });

  async function fillPlainForm(page: Page): Promise<void> {
    const search = page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
    await search.fill("2.000635");
    await search.press("Enter");
    await field("Họ và tên").fill(NAME);
    await field("Số định danh cá nhân").fill("087190001234");
    await field("Địa chỉ").fill("Ấp 1, xã Bình Thành");
    await field("Số điện thoại").fill("0912345678");
    await page.getByRole("button", { name: "Nhận đủ theo danh mục" }).click();
  }
});

async function codeOf(app: TestApp, username: string): Promise<string> {
  const { accounts } = (await app.anonymous.get("/demo/accounts")).body as {
    accounts: { username: string; code: string }[];
  };
  return accounts.find((account) => account.username === username)?.code ?? "";
}
