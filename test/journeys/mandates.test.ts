import { openSite } from "#server/main.ts";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: string[];
}

const OFFICE = "Bưu điện Văn hóa xã Bình Thành";
const UNIT = "Trung tâm Phục vụ hành chính công xã Bình Thành";
/** A marriage: the decision of the demo leaves it out. */
const MARRIAGE = "1.000894";

/** From the draft of a mandate to the act that rests on a task outside of the list, on the screen. */
describe("the right to act, on the screen", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;
  let kiet: Visit;
  let lan: Visit;

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
    await app.program.app.listen({ host: "127.0.0.1", port: 0 });
    const address = app.program.app.server.address();
    base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    browser = await openBrowser();
    kiet = await signInAs(browser, base, "Huỳnh Tuấn Kiệt");
    lan = await signInAs(browser, base, "Nguyễn Thị Lan");
    await lan.page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .click();
  });
  afterAll(async () => {
    await keepLastPictures(browser);
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  /** Chooses in a field that is searched by typing. */
  async function pick(page: Page, label: string, typed: string, option: RegExp): Promise<void> {
    await page.getByRole("combobox", { name: label }).last().fill(typed);
    await page.getByRole("option", { name: option }).first().click();
  }

  async function nameDecision(dialog: Locator, number: string): Promise<void> {
    await dialog.getByRole("textbox", { name: "Số, ký hiệu" }).fill(number);
    await dialog.getByRole("textbox", { name: "Ngày ban hành" }).fill("16112026");
    await dialog.getByRole("textbox", { name: "Cơ quan ban hành" }).fill("Ủy ban nhân dân tỉnh Đồng Tháp");
    await dialog.getByRole("textbox", { name: "Trích yếu" }).fill("Về việc giao việc cho bưu điện");
  }

  test("the programme officer drafts a mandate, mends what is found wrong, and proposes it", {
    timeout: 180_000,
  }, async () => {
    const { page } = kiet;
    await page.getByRole("heading", { level: 1, name: "Quyết định giao việc cho bưu điện" }).waitFor();
    await page.getByRole("link", { name: "Bưu điện Văn hóa xã Bình Tấn" }).waitFor();
    await lookAt(page, "50-mandates");
    await page.getByRole("tab", { name: "Bảng theo ngày" }).click();
    await page.getByRole("table", { name: /Bưu điện được làm gì, ở đâu/ }).waitFor();
    await lookAt(page, "51-mandates-matrix");

    await page.getByRole("link", { name: "Soạn giao việc mới" }).click();
    await page.getByRole("heading", { level: 1, name: "Soạn giao việc mới" }).waitFor();
    await page.getByRole("button", { name: "Lưu dự thảo" }).click();
    await page.getByText("6 chỗ cần sửa").waitFor();
    await pick(page, "Bộ phận một cửa", "binh thanh", new RegExp(`^${UNIT}$`));
    await pick(page, "Bưu điện nhận việc", "binh thanh", new RegExp(`^${OFFICE}$`));
    await page.getByRole("checkbox", { name: "tiếp nhận hồ sơ", exact: true }).check();
    await page.getByRole("checkbox", { name: "hướng dẫn", exact: true }).check();
    await page.getByRole("textbox", { name: "Tìm lĩnh vực" }).fill("the thao");
    await page
      .getByRole("checkbox", { name: /[Tt]hể thao/ })
      .first()
      .check();
    await pick(page, "Trừ thủ tục", MARRIAGE, new RegExp(MARRIAGE));
    await page.getByRole("radio", { name: "Tự làm, có giám sát" }).check();
    await page.getByRole("textbox", { name: "Từ ngày" }).fill("16112026");
    await page.getByRole("textbox", { name: "Đến hết ngày" }).fill("15112026");
    await page.getByRole("button", { name: "Lưu dự thảo" }).click();
    await page.getByText("Ngày cuối ở trước ngày đầu.").waitFor();
    await page.getByText(`Thủ tục ${MARRIAGE} không thuộc lĩnh vực nào đã chọn`, { exact: false }).waitFor();
    await lookAt(page, "52-mandate-draft");
    page.once("dialog", (asked) => void asked.accept());
    await page.reload();
    await page.getByText("Đã lấy lại những gì gõ dở trước khi tải lại trang.").waitFor();
    expect(await page.getByRole("textbox", { name: "Đến hết ngày" }).inputValue()).toBe("15/11/2026");
    await page.getByRole("textbox", { name: "Đến hết ngày" }).fill("16112027");
    await page.getByRole("button", { name: new RegExp(`Bỏ ${MARRIAGE}`) }).click();
    await page.getByRole("button", { name: "Lưu dự thảo" }).click();

    await page.getByRole("heading", { level: 1, name: `${OFFICE} tại ${UNIT}` }).waitFor();
    await page.getByRole("link", { name: "Sửa dự thảo" }).waitFor();
    await page.getByRole("button", { name: "Trình duyệt" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Trình duyệt" }).click();
    await page.getByText("Đã ghi: Trình duyệt.").first().waitFor();
  });

  test("whoever drafted it cannot approve it, and reads why beside the button", {
    timeout: 120_000,
  }, async () => {
    const { page } = kiet;
    const approve = page.getByRole("button", { name: "Duyệt", exact: true });
    await approve.waitFor();
    expect(await approve.isDisabled()).toBe(true);
    await page.getByText("Người soạn không được tự duyệt hay từ chối.", { exact: false }).first().waitFor();
    await lookAt(page, "53-mandate-proposed");
  });

  test("another officer approves it by a decision and brings it into force", {
    timeout: 120_000,
  }, async () => {
    const thao = await signInAs(browser, base, "Lý Thanh Thảo");
    const { page } = thao;
    await page.getByLabel("Tình trạng").selectOption("proposed");
    await page.getByRole("link", { name: OFFICE }).click();
    await page.getByRole("button", { name: "Duyệt", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Duyệt", exact: true }).click();
    await dialog.getByText("Không được để trống.").first().waitFor();
    await lookAt(page, "54-mandate-approve");
    await nameDecision(dialog, "411/QĐ-UBND");
    await dialog.getByRole("button", { name: "Duyệt", exact: true }).click();
    await page.getByText("Đã duyệt, chưa thi hành").first().waitFor();
    await page.getByRole("button", { name: "Đưa vào thi hành" }).click();
    // The decision that approved it is offered again.
    expect(await dialog.getByRole("radio", { name: /411\/QĐ-UBND/ }).isChecked()).toBe(true);
    await dialog.getByRole("button", { name: "Đưa vào thi hành" }).click();
    await page.getByText("Có hiệu lực", { exact: true }).first().waitFor();
    await page
      .getByText(/Theo Quyết định số 411\/QĐ-UBND/)
      .first()
      .waitFor();
    await lookAt(page, "55-mandate-in-force");
    expect(thao.errors).toEqual([]);
    await thao.context.close();
  });

  test("a clerk who is suspended is refused with the next act, and goes on once it is lifted", {
    timeout: 180_000,
  }, async () => {
    const clerk = lan.page;
    await openProcedure(clerk, "2.000635");
    await clerk.getByText(/được tiếp nhận theo Quyết định số 268\/QĐ-UBND/).waitFor();
    await fillForm(clerk);

    const { page } = kiet;
    await page.getByRole("link", { name: "Tạm dừng", exact: true }).click();
    await page.getByText("Chưa có lệnh tạm dừng nào").waitFor();
    await page.getByRole("button", { name: "Tạm dừng ngay" }).click();
    const dialog = page.getByRole("dialog");
    // Its choices are loaded first: the first field takes the focus when it comes.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
    await pick(page, "Nhân viên", "lan", /Nguyễn Thị Lan/);
    await nameDecision(dialog, "500/QĐ-UBND");
    await dialog.getByRole("textbox", { name: "Lý do" }).fill("Chờ xác minh phản ánh của người dân");
    await pick(page, "Người nhận bàn giao", "duc", /Lê Minh Đức/);
    await lookAt(page, "56-suspend");
    await dialog.getByRole("button", { name: "Tạm dừng ngay" }).click();
    await page.getByRole("button", { name: "Gỡ tạm dừng: Nguyễn Thị Lan" }).waitFor();
    await lookAt(page, "57-suspensions");

    await clerk.keyboard.press("Control+Enter");
    await clerk
      .getByText(/đang tạm dừng theo quyết định.*500\/QĐ-UBND/)
      .first()
      .waitFor();
    await lookAt(clerk, "58-clerk-suspended");

    // What bars every procedure is said once above the list, not beside each.
    const list = await lan.context.newPage();
    await list.goto(clerk.url());
    await list.getByRole("combobox", { name: "Tên hoặc mã thủ tục" }).fill("khai");
    await list.getByRole("option").nth(2).waitFor();
    await expect.poll(() => list.getByText(/đang tạm dừng theo quyết định/).count()).toBe(1);
    await lookAt(list, "58-list-suspended");
    await list.close();

    await page.getByRole("button", { name: "Gỡ tạm dừng: Nguyễn Thị Lan" }).click();
    await dialog.getByRole("button", { name: "Gỡ tạm dừng" }).click();
    await page.getByText("Đã gỡ", { exact: true }).waitFor();
    // The button that opened the dialog is gone: the keyboard goes on at the content, not at the top.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
    await clerk.keyboard.press("Control+Enter"); // Barred still, it asks again.
    await clerk.getByText(/được tiếp nhận theo Quyết định số 268\/QĐ-UBND/).waitFor();
    await clerk.keyboard.press("Control+Enter");
    await clerk.getByRole("heading", { name: "Đã tiếp nhận hồ sơ" }).waitFor();
  });

  test("the head of the unit gives a task outside of the list, and the clerk receives by it", {
    timeout: 180_000,
  }, async () => {
    const hanh = await signInAs(browser, base, "Trương Mỹ Hạnh");
    const { page } = hanh;
    await page.getByRole("link", { name: "Phân công", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Phân công hôm nay" }).waitFor();
    await page.getByRole("table", { name: "Nguyễn Thị Lan được làm gì" }).waitFor();
    await page.getByRole("button", { name: "Giao việc ngoài danh mục" }).click();
    const dialog = page.getByRole("dialog");
    const given = page.getByRole("combobox", { name: "Giao cho" });
    await expect.poll(() => given.evaluate((field) => field === document.activeElement)).toBe(true);
    await pick(page, "Giao cho", "lan", /Nguyễn Thị Lan/);
    await pick(page, "Thủ tục", MARRIAGE, new RegExp(MARRIAGE));
    await dialog.getByRole("textbox", { name: "Lý do" }).fill("Công chức hộ tịch đi tập huấn");
    await lookAt(page, "59-give-assignment");
    await dialog.getByRole("button", { name: "Giao việc" }).click();
    await page.getByText("Công chức hộ tịch đi tập huấn").waitFor();

    const clerk = lan.page;
    await clerk.getByRole("link", { name: "Tôi được làm gì" }).click();
    await clerk.getByText(/ông\/bà được làm 5 loại việc trong \d+ lĩnh vực/).waitFor();
    await clerk.getByText("Công chức hộ tịch đi tập huấn").waitFor();
    await lookAt(clerk, "60-own-rights");
    await clerk.getByRole("link", { name: "Quầy tiếp nhận" }).click();
    await openProcedure(clerk, MARRIAGE);
    await clerk.getByText(/được tiếp nhận theo Giao việc ngày 16\/11\/2026/).waitFor();
    await fillForm(clerk);
    await clerk.keyboard.press("Control+Enter");
    await clerk.getByRole("heading", { name: "Đã tiếp nhận hồ sơ" }).waitFor();
    await openReceived(clerk);
    await clerk
      .getByText(/Căn cứ: Giao việc ngày 16\/11\/2026 của Trương Mỹ Hạnh/)
      .filter({ visible: true })
      .first()
      .waitFor();

    await page.reload();
    await page.getByText("Đã dùng 1 lần").waitFor();
    await lookAt(page, "61-unit-rights");
    await page.getByRole("button", { name: "Thu hồi: Nguyễn Thị Lan, tiếp nhận hồ sơ" }).click();
    await dialog.getByRole("button", { name: "Thu hồi" }).click();
    await page.getByText(/Đã thu hồi lúc/).waitFor();
    expect([...hanh.errors, ...lan.errors, ...kiet.errors]).toEqual([]);
    await hanh.context.close();
  });
});

async function openProcedure(page: Page, code: string): Promise<void> {
  const search = page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
  await search.fill(code);
  await page.getByRole("option", { name: new RegExp(code) }).waitFor();
  await search.press("Enter");
}

/** Opens the dossier that was just received, by its code. */
async function openReceived(page: Page): Promise<void> {
  const code = /H20\.\d{3}-261116-\d{4}/.exec(await page.locator("main").innerText())?.[0] ?? "";
  await page.getByRole("link", { name: "Tra cứu" }).click();
  await page.locator("input[data-search]").fill(code);
  await page.keyboard.press("Enter");
}

async function fillForm(page: Page): Promise<void> {
  const box = (label: string) => page.getByRole("textbox", { name: label, exact: false }).first();
  await box("Họ và tên").fill("Nguyễn Thị Hồng Nhung");
  await box("Số định danh cá nhân").fill("087190001234");
  await box("Địa chỉ").fill("Ấp 1, xã Bình Thành");
  await box("Số điện thoại").fill("0912345678");
  await page.getByRole("button", { name: "Nhận đủ theo danh mục" }).click();
}
