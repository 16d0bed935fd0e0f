import { instant } from "#domain/shared/instant.ts";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { employ } from "../kit/employ.ts";
import { receive } from "../kit/forms.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

const NEW = "Trung tâm Phục vụ hành chính công xã Bình Thanh";

/** Two communes become one: planned the day before, applied on the day, and the work goes on. */
describe("a merger of two communes, on the screen", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;
  let admin: { page: Page; errors: string[] };
  let code: string;

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
    await employ(app, "thu.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    code = String((await receive(await app.signIn("lan.clerk", "Bình Tấn Quầy 1"))).body["code"]);
    await app.program.app.listen({ host: "127.0.0.1", port: 0 });
    const address = app.program.app.server.address();
    base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    browser = await openBrowser();
    app.clock.advance(60_000);
    admin = await signInAs(browser, base, "Đặng Thị Mỹ Quyên");
  });
  afterAll(async () => {
    await keepLastPictures(browser);
    await browser.close();
    await app[Symbol.asyncDispose]();
  });

  const fill = (label: string, text: string) =>
    admin.page.getByRole("textbox", { name: label }).first().fill(text);
  const choose = async (label: string, typed: string, option: string) => {
    const { page } = admin;
    await page.getByRole("combobox", { name: label }).click();
    await page.getByRole("combobox", { name: label }).fill(typed);
    await page.getByRole("option", { name: option }).click();
  };

  test("an administrator plans it and sees where everything goes", async () => {
    const { page } = admin;
    await page.getByRole("link", { name: "Sắp xếp đơn vị", exact: true }).click();
    await page.getByText("Chưa có phương án sắp xếp nào").waitFor();
    await page.getByRole("link", { name: "Lập phương án" }).click();
    await choose("Thêm đơn vị", "binh thanh", "Trung tâm Phục vụ hành chính công xã Bình Thành");
    await choose("Thêm đơn vị", "thanh binh", "Trung tâm Phục vụ hành chính công xã Thanh Bình");
    await fill("Tên đơn vị một cửa", NEW);
    await fill("Cơ quan chủ quản", "Ủy ban nhân dân xã Bình Thanh");
    await fill("Tên cơ quan", "Ủy ban nhân dân xã Bình Thanh");
    await page.getByRole("button", { name: "Lưu phương án" }).click();
    await page.getByText("Không được để trống.").first().waitFor();
    await fill("Mã định danh (2025)", "H20.091");
    await fill("Nguồn của mã định danh", "Dữ liệu kiểm thử");
    await fill("Tên phương án", "Sáp nhập Bình Thành và Thanh Bình");
    await fill("Ngày hiệu lực", "17112026");
    await fill("Số, ký hiệu", "1/NQ-HĐND");
    await fill("Ngày ban hành", "02112026");
    await fill("Cơ quan ban hành", "Hội đồng nhân dân tỉnh Đồng Tháp");
    await fill("Trích yếu", "Sắp xếp đơn vị hành chính");
    await page.getByRole("button", { name: "Xem trước" }).click();
    await page.getByText("Phương án làm được").waitFor();
    await lookAt(page, "reorganisation-form");
    await page.getByRole("link", { name: "Số liệu", exact: true }).click();
    const leaving = page.getByRole("dialog", { name: "Rời trang khi chưa lưu?" });
    await leaving.getByRole("button", { name: "Ở lại" }).click();
  });

  test("kept, it waits for its day and shows what is open and who goes on with it", async () => {
    const { page } = admin;
    await page.getByRole("button", { name: "Lưu phương án" }).click();
    await page.getByRole("heading", { name: "Sáp nhập Bình Thành và Thanh Bình", level: 1 }).waitFor();
    await page.getByText("Phần mềm tự áp dụng vào 0 giờ ngày 17/11/2026.").waitFor();
    await page.getByText("1 hồ sơ đang mở").first().waitFor();
    const details = page.getByRole("region", { name: "Cái gì về đâu" });
    await details.locator("summary").first().click();
    await details
      .getByRole("rowheader", { name: /^Hồ sơ đang mở: / })
      .first()
      .waitFor();
    await lookAt(page, "reorganisation-planned");
  });

  test("on the day it is applied by hand once the decision's number is typed", async () => {
    app.clock.set(instant("2026-11-17T08:00:00+07:00"));
    admin = await signInAs(browser, base, "Đặng Thị Mỹ Quyên");
    const { page } = admin;
    await page.getByRole("link", { name: "Sắp xếp đơn vị", exact: true }).click();
    await page.getByRole("link", { name: "Sáp nhập Bình Thành và Thanh Bình" }).click();
    await page.getByRole("button", { name: "Áp dụng ngay" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("2/NQ");
    await dialog.getByRole("button", { name: "Áp dụng ngay" }).click();
    await dialog.getByText("Chưa trùng số quyết định.").waitFor();
    await dialog.getByRole("textbox").fill("1/NQ-HĐND");
    await dialog.getByRole("button", { name: "Áp dụng ngay" }).click();
    await page.getByRole("heading", { name: "Đã nối tiếp" }).waitFor();
    await lookAt(page, "reorganisation-applied");
  });

  test("an officer of the other commune works on a dossier of the old unit", async () => {
    app.clock.advance(60_000);
    const officer = await signInAs(browser, base, "thu.officer");
    await officer.page
      .getByRole("button", { name: /Quầy 1 – Một cửa/ })
      .first()
      .click();
    await officer.page.getByRole("link", { name: "Tra cứu", exact: true }).click();
    await officer.page.getByRole("searchbox").or(officer.page.getByRole("textbox")).first().fill(code);
    await officer.page.keyboard.press("Enter");
    await officer.page.getByText(`nay là ${NEW}`).first().waitFor();
    await officer.page
      .getByRole("button", { name: /Chuyển/ })
      .first()
      .waitFor();
    await lookAt(officer.page, "reorganisation-old-dossier");
    expect(officer.errors).toEqual([]);
  });

  test("figures are counted by the old map and by the new one, with one sum", async () => {
    const { page } = admin;
    await page.getByRole("link", { name: "Số liệu", exact: true }).click();
    await page.getByRole("rowheader", { name: NEW }).waitFor();
    await page.getByText("Đơn vị lúc tiếp nhận").click();
    await page.getByText(`nay là ${NEW}`).first().waitFor();
    const file = page.waitForEvent("download");
    await page.getByRole("link", { name: "Tải về (CSV)" }).click();
    expect((await file).suggestedFilename()).toBe("số-liệu-hồ-sơ-2026-11-01-2026-11-17.csv");
    await lookAt(page, "figures");
    expect(admin.errors).toEqual([]);
  });
});
