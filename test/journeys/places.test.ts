import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { openSite } from "#server/main.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { employ } from "../kit/employ.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

const ROW = "counter:29869:9;Quầy 9 – Bưu điện;point:29869;post:29869;01/01/2026;\r\n";

/** What an administrator does with places, on the screen. */
describe("the places that an administrator keeps, on the screen", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;
  let folder: string;
  let file: string;
  let admin: { context: BrowserContext; page: Page; errors: string[] };

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
    await employ(app, "quan.admin", [{ role: "administrator", at: "agency:province:82" }]);
    await app.program.app.listen({ host: "127.0.0.1", port: 0 });
    const address = app.program.app.server.address();
    base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    folder = await mkdtemp(path.join(os.tmpdir(), "motcua-places-"));
    file = path.join(folder, "counters.csv");
    browser = await openBrowser();
    admin = await signInAs(browser, base, "quan.admin");
    await admin.page.getByRole("link", { name: "Đơn vị", exact: true }).click();
  });
  afterAll(async () => {
    await keepLastPictures(browser);
    await browser.close();
    await app[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const tab = (label: string) => admin.page.getByRole("tab", { name: label, exact: true }).click();
  const line = (words: RegExp) => admin.page.getByRole("button", { name: words }).first();
  const field = (label: RegExp | string) => admin.page.getByLabel(label).first();
  const name = () => admin.page.getByRole("textbox", { name: "Tên", exact: true });
  const save = (label: string) => admin.page.getByRole("button", { name: label, exact: true }).click();

  async function chooseFile(): Promise<void> {
    const input = admin.page.locator('input[type="file"]');
    await input.setInputFiles([]);
    await input.setInputFiles(file);
  }

  test("counters are found without diacritics and with the keyboard alone", async () => {
    const { page } = admin;
    await tab("Quầy");
    await page.getByRole("heading", { name: "Đơn vị", level: 1 }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("binh tan buu dien quay 1");
    await expect
      .poll(() => page.getByRole("list", { name: "Danh sách: Quầy" }).getByRole("listitem").count())
      .toBe(1);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await line(/Quầy 1 – Bưu điện/).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Quầy 1 – Bưu điện" }).waitFor();
    await lookAt(page, "places-counter");
  });

  test("a counter is renamed, the change is in its history, and one press takes it back", async () => {
    const { page } = admin;
    await save("Sửa");
    await name().fill("Quầy 1 – Bưu điện Bình Tấn");
    await save("Lưu");
    await page.getByText("Không được để trống.").waitFor();
    await field(/Lý do/).fill("Theo đề nghị của bưu điện");
    await lookAt(page, "places-edit");
    await save("Lưu");
    await page.getByRole("heading", { name: "Quầy 1 – Bưu điện Bình Tấn" }).waitFor();
    await page.getByText("Theo đề nghị của bưu điện").waitFor();
    await expect
      .poll(() => page.getByRole("button", { name: "Sửa", exact: true }).evaluate((e) => e.matches(":focus")))
      .toBe(true);
    await save("Hoàn tác thay đổi gần nhất");
    await page.getByRole("heading", { name: "Quầy 1 – Bưu điện", exact: true }).waitFor();
    await page.getByText("Đã hoàn tác.").first().waitFor();
    // The short notice of the renaming still offers to take it back: it says why it no longer can.
    await save("Hoàn tác");
    await page
      .getByRole("region", { name: "Thông báo" })
      .getByText("Có người vừa thay đổi trước ông/bà.")
      .waitFor();
  });

  test("a point with open counters is not closed; who is in the way is named", async () => {
    const { page } = admin;
    await tab("Điểm tiếp nhận");
    await line(/Điểm tiếp nhận Bưu điện Văn hóa xã Bình Tấn/).click();
    await save("Đóng…");
    await field(/Lý do/).fill("Chuyển về trung tâm");
    await save("Xác nhận đóng");
    await page.getByText(/Còn nơi khác phụ thuộc vào nơi này trong những ngày đó: Quầy 1/).waitFor();
    await lookAt(page, "places-needed");
    await page.getByRole("button", { name: "Thôi" }).click();
  });

  test("a counter is closed and reopened; from a later day a new one is offered", async () => {
    const { page } = admin;
    await save("Xem các nơi bên dưới");
    await line(/Quầy 2 – Bưu điện/).click();
    await save("Đóng…");
    await field("Đóng từ ngày").fill("2026-11-10");
    await field(/Lý do/).fill("Sửa phòng");
    await save("Xác nhận đóng");
    await page.getByRole("button", { name: "Mở lại…" }).waitFor();
    await expect.poll(() => line(/Quầy 2 – Bưu điện/).count()).toBe(0);
    await field("Xem theo ngày").fill("2026-11-02");
    await page.getByText("Đang xem theo ngày 02/11/2026, không phải hôm nay").waitFor();
    await line(/Quầy 2 – Bưu điện/).waitFor();
    await lookAt(page, "places-as-of");
    await save("Mở lại…");
    await field("Mở lại từ ngày").fill("2026-12-01");
    await page.getByRole("button", { name: "Thêm nơi mới từ ngày đó" }).waitFor();
    await field("Mở lại từ ngày").fill("2026-11-10");
    await field(/Lý do/).fill("Sửa xong sớm");
    await save("Xác nhận mở lại");
    await page.getByRole("button", { name: "Đóng…" }).waitFor();
    await save("Hôm nay");
  });

  test("a file is looked at row by row, refused whole while a row is wrong, then imported", async () => {
    const { page } = admin;
    await tab("Quầy");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Tải về CSV" }).click();
    await (await download).saveAs(file);
    await save("Nhập từ CSV");
    await chooseFile();
    await page.getByText("Tệp này không làm thay đổi gì.").waitFor();

    await writeFile(
      file,
      `${await readFile(file, "utf8")}${ROW}counter:29869:10;;point:nowhere;;30/02/2026;\r\n`,
    );
    await chooseFile();
    await page.getByText("Còn dòng chưa đúng thì không nhập dòng nào.").first().waitFor();
    await page.getByText(/Không có nơi nào mang khóa này/).waitFor();
    await lookAt(page, "places-import-refused");
  });

  test("a file without a wrong row is imported whole", async () => {
    const { page } = admin;
    const text = await readFile(file, "utf8");
    const mended = text.replace("Quầy 1 – Một cửa;point:29869", "Quầy số 1;point:29869");
    await writeFile(file, mended.replace(/^counter:29869:10.*\r\n/m, ""));
    await chooseFile();
    await page.getByRole("button", { name: "Nhập tất cả" }).waitFor();
    await page.getByLabel(/Lý do/).fill("Danh sách quầy quý I");
    await lookAt(page, "places-import");
    await save("Nhập tất cả");
    await page
      .getByText(/Đã nhập 2 dòng\./)
      .first()
      .waitFor();
    await page.getByLabel("Tìm theo tên hoặc khóa").fill("quay 9 buu dien");
    await line(/Quầy 9 – Bưu điện/).waitFor();
  });

  test("a new point gets its key by itself", async () => {
    const { page } = admin;
    await tab("Điểm tiếp nhận");
    await save("Thêm");
    await save("Lưu");
    await expect.poll(() => page.getByText("Không được để trống.").count()).toBe(4);
    await name().fill("Điểm tiếp nhận lưu động");
    const unit = page.getByRole("combobox", { name: "Bộ phận Một cửa" });
    await unit.fill("cao lanh");
    await page.getByRole("option", { name: /phường Cao Lãnh/ }).click();
    await field("Địa chỉ").fill("Chợ Cao Lãnh");
    await field(/Lý do/).fill("Phiên chợ");
    await lookAt(page, "places-add");
    await save("Lưu");
    await page.getByRole("heading", { name: "Điểm tiếp nhận lưu động" }).waitFor();
    await page.getByText("point:29869:2").waitFor();
  });

  test("the map shows a commune of before with what it became", async () => {
    const { page } = admin;
    await tab("Địa giới");
    await line(/Tỉnh Đồng Tháp/).click();
    await save("Xem các đơn vị bên dưới");
    await line(/Phường Mỹ Tho/).waitFor();
    await field("Xem theo ngày").fill("2025-06-30");
    // On that day 82 was the code of Tiền Giang: the way below it is not kept, the list is of provinces again.
    await line(/Tỉnh Hà Giang/).waitFor();
    await page.getByLabel("Tìm tỉnh, xã, phường").fill("binh tan");
    await line(/Bình Tấn.*30148/s).click();
    await page.getByText("Xã Bình Thành (30163)").waitFor();
    await lookAt(page, "places-map");
    await save("Hôm nay");
    await page.getByText("01/01/2018 – 30/06/2025").last().waitFor();
    await save("Xã Bình Thành (30163)");
    await page.getByRole("heading", { name: "Xã Bình Thành" }).waitFor();
  });

  test("a clerk whose counter was closed is told so, keeps what was typed, and goes on at another", async () => {
    const clerk = await signInAs(browser, base, "Nguyễn Thị Lan");
    const { page } = clerk;
    await page.getByRole("button", { name: "Ngồi quầy này: Quầy 1 – Bưu điện" }).first().click();
    const search = page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
    await search.fill("2.000635");
    await search.press("Enter");
    const box = (label: string) => page.getByRole("textbox", { name: label, exact: false });
    await box("Họ và tên").fill("Nguyễn Thị Hồng Nhung");
    await box("Số định danh cá nhân").fill("087190001234");
    await box("Địa chỉ").fill("Ấp 1, xã Bình Thành");
    await box("Số điện thoại").fill("0912345678");
    await page.getByRole("button", { name: "Nhận đủ theo danh mục" }).click();

    await tab("Quầy");
    await admin.page.getByLabel("Tìm theo tên hoặc khóa").fill("binh tan quay 1");
    await line(/Quầy 1 – Bưu điện/).click();
    await save("Đóng…");
    await field("Đóng từ ngày").fill("2026-11-10");
    await field(/Lý do/).fill("Mất điện");
    await save("Xác nhận đóng");
    await admin.page.getByRole("button", { name: "Mở lại…" }).waitFor();

    await page.keyboard.press("Control+Enter");
    await page.getByText("Quầy đang ngồi (Quầy 1 – Bưu điện) không mở hôm nay.").first().waitFor();
    await lookAt(page, "counter-closed");
    await page.getByRole("button", { name: /Đổi quầy/ }).click();
    await page.getByRole("button", { name: "Ngồi quầy này: Quầy 2 – Bưu điện" }).click();
    // While it stands there the keys are its own.
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await box("Họ và tên").inputValue()).toBe("Nguyễn Thị Hồng Nhung");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "Đã tiếp nhận hồ sơ" }).waitFor();
    expect([...clerk.errors, ...admin.errors]).toEqual([]);
  }, 120_000);
});
