import { openSite } from "#server/main.ts";
import { codeAt } from "#server/keys/one-time-code.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESKTOP, keepLastPictures, lookAt, openBrowser, signInAs, watchErrors } from "../kit/browser.ts";
import { receive } from "../kit/forms.ts";
import { pdfPages } from "../kit/pdf.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: string[];
}

const OFFICE = "Bưu điện Văn hóa xã Bình Tấn";

/** An account from its slip to its end, and what was in hand going on; training beside it. */
describe("people and their training, on the screen", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;
  let quyen: Visit;
  let kiet: Visit;

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
    await app.program.app.listen({ host: "127.0.0.1", port: 0 });
    const address = app.program.app.server.address();
    base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    browser = await openBrowser();
    quyen = await signInAs(browser, base, "Đặng Thị Mỹ Quyên");
    kiet = await signInAs(browser, base, "Huỳnh Tuấn Kiệt");
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

  let slip = { username: "", password: "", secret: "" };

  test("an administrator adds a clerk, mends what is wrong, and is shown the slip once", {
    timeout: 180_000,
  }, async () => {
    const { page } = quyen;
    await page.getByRole("link", { name: "Nhân sự" }).click();
    await page.getByRole("heading", { level: 1, name: "Nhân sự" }).waitFor();
    await page.getByRole("link", { name: "Nguyễn Thị Lan" }).waitFor();
    await lookAt(page, "70-people");
    await page.getByRole("button", { name: "Thêm người" }).click();
    const dialog = page.getByRole("dialog");
    const box = (name: string) => dialog.getByRole("textbox", { name });
    await dialog.getByRole("button", { name: "Tạo tài khoản" }).click();
    await dialog.getByText("Hãy nhập họ và tên.").waitFor();
    await box("Họ và tên").fill("Phan Thị Thắm");
    await box("Tên đăng nhập").fill("lan.clerk");
    await box("Số định danh cá nhân").fill("087195004321");
    await box("Nơi sử dụng lao động").fill(OFFICE);
    await pick(page, "Nơi làm việc", "binh tan", new RegExp(`^${OFFICE}`));
    await box("Lý do").fill("Hợp đồng số 12/HĐ-BĐ");
    await dialog.getByRole("button", { name: "Tạo tài khoản" }).click();
    await dialog.getByText("Tên đăng nhập này đã có người dùng.").waitFor();
    await lookAt(page, "71-people-add");
    await box("Tên đăng nhập").fill("tham.clerk");
    await dialog.getByRole("button", { name: "Tạo tài khoản" }).click();
    await dialog.getByRole("heading", { name: "Phiếu bàn giao tài khoản" }).waitFor();
    await lookAt(page, "72-slip");
    const fact = (label: string) =>
      dialog
        .locator("dl > div", { has: page.getByText(label, { exact: true }) })
        .locator("dd")
        .innerText();
    slip = {
      username: await fact("Tên đăng nhập"),
      password: await fact("Mật khẩu lần đầu"),
      secret: await fact("Khóa xác thực"),
    };
    await page.keyboard.press("Escape"); // Shown once: a key does not take it away.
    await dialog.getByRole("button", { name: "Đã bàn giao, đóng" }).click();
    await page.getByRole("link", { name: "Phan Thị Thắm" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Thêm người");
  });

  test("the new clerk signs in with the slip, sets an own password, and works", {
    timeout: 120_000,
  }, async () => {
    const context = await browser.newContext({ viewport: DESKTOP, locale: "vi-VN" });
    const page = await context.newPage();
    const errors = watchErrors(page);
    await page.goto(`${base}/staff/`);
    await page.getByRole("textbox", { name: "Tên đăng nhập" }).fill(slip.username);
    await page.getByLabel("Mật khẩu", { exact: true }).fill(slip.password);
    await page.getByRole("textbox", { name: "Mã 6 số" }).fill(codeAt(slip.secret, app.clock.now()));
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await page.getByLabel("Mật khẩu mới của ông/bà").waitFor();
    await lookAt(page, "73-first-sign-in");
    await page.getByLabel("Mật khẩu mới của ông/bà").fill("ngắn");
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await page.getByText("Hãy nhập ít nhất 10 ký tự.").waitFor();
    await page.getByLabel("Mật khẩu mới của ông/bà").fill("một câu dễ nhớ của tôi");
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
    await page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test("a contract ends right now: what is in hand is shown, goes on, the cash is counted, all of it printed", {
    timeout: 180_000,
  }, async () => {
    const lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    const { code } = (await receive(lan)).body;
    await receive(lan);
    const { page } = quyen;
    await page.getByRole("textbox", { name: /Tên, tên đăng nhập/ }).fill("nguyen thi lan");
    await page.getByText("1 người", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Nguyễn Thị Lan" }).click();
    await page.getByRole("heading", { level: 1, name: "Nguyễn Thị Lan" }).waitFor();
    await page.getByRole("button", { name: "Chấm dứt hợp đồng" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/giấy tờ của 2 hồ sơ/).waitFor();
    await dialog.getByText(/Theo phiếu, chưa phải số đã thu/).waitFor();
    await dialog.getByText("Từng hồ sơ").click();
    await dialog.getByText(new RegExp(`${String(code)}: `)).waitFor();
    await dialog.getByRole("checkbox", { name: "Ngay bây giờ" }).check();
    await dialog.getByRole("textbox", { name: "Lý do" }).fill("Hết hợp đồng");
    await pick(page, "Người nhận bàn giao", "tham", /Phan Thị Thắm/);
    await lookAt(page, "74-contract-end");
    await dialog.getByRole("button", { name: "Chấm dứt hợp đồng" }).click();
    await page.getByText("Đã nghỉ", { exact: true }).waitFor();
    await lookAt(page, "75-person");
    expect((await lan.get("/session")).status).toBe(401);
    await page.getByRole("link", { name: "Xem biên bản bàn giao" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Biên bản bàn giao" }).waitFor();
    const row = page.getByRole("row", { name: new RegExp(String(code)) });
    await row.getByText("Phan Thị Thắm").waitFor();
    await page.getByText("Còn chờ: Phan Thị Thắm").waitFor();
    await page.getByRole("button", { name: "Ghi tiền mặt kiểm đếm" }).click();
    await dialog.getByRole("textbox", { name: "Số tiền đếm được" }).fill("8.5");
    await dialog.getByRole("textbox", { name: "Người chứng kiến" }).fill("Đặng Thị Mỹ Quyên");
    await dialog.getByRole("button", { name: "Ghi số tiền" }).click();
    await dialog.getByText(/Chưa đọc được số tiền/).waitFor();
    await dialog.getByRole("textbox", { name: "Số tiền đếm được" }).fill("8.000");
    await dialog.getByRole("button", { name: "Ghi số tiền" }).click();
    await dialog.getByText(/phải là người khác người kiểm đếm/).waitFor();
    await lookAt(page, "76-count");
    await dialog.getByRole("textbox", { name: "Người chứng kiến" }).fill("Lê Minh Đức, công chức một cửa");
    await dialog.getByRole("button", { name: "Ghi số tiền" }).click();
    await page.getByText("Tiền mặt kiểm đếm: 8.000 đ").waitFor();
    await lookAt(page, "76-hand-over");
    await page.emulateMedia({ media: "print" });
    await page.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").waitFor();
    await page.getByText("(ký, ghi rõ họ tên)").first().waitFor();
    const pages = await pdfPages(
      await page.pdf({ path: "artefacts/screens/76-hand-over.pdf", preferCSSPageSize: true }),
    );
    expect(pages).toHaveLength(2);
    expect(pages.at(-1)).toContain("BêngiaoBênnhậnNgườichứngkiến"); // Who signs ends it: no page follows.
    await page.emulateMedia({ media: "screen" });
  });

  test("the successor finds the hand-over among the own ones, and says that it has come", {
    timeout: 120_000,
  }, async () => {
    const context = await browser.newContext({ viewport: DESKTOP, locale: "vi-VN" });
    const page = await context.newPage();
    const errors = watchErrors(page);
    app.clock.advance(30_000);
    await page.goto(`${base}/staff/`);
    await page.getByRole("textbox", { name: "Tên đăng nhập" }).fill(slip.username);
    await page.getByLabel("Mật khẩu", { exact: true }).fill("một câu dễ nhớ của tôi");
    await page.getByRole("textbox", { name: "Mã 6 số" }).fill(codeAt(slip.secret, app.clock.now()));
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .click();
    await page.getByRole("link", { name: "Bàn giao", exact: true }).click();
    await page.getByText("Chờ ông/bà xác nhận").waitFor();
    await lookAt(page, "76-hand-overs");
    await page.getByRole("link", { name: /Biên bản bàn giao của Nguyễn Thị Lan/ }).click();
    await page.getByRole("button", { name: "Tôi đã nhận đủ" }).click();
    await page.getByText("Các bên đã xác nhận đủ.").waitFor();
    await page.goto(`${base}/staff/people`); // A page that a clerk's post does not open.
    await page.getByText("Trang này dành cho: Người quản trị.").waitFor();
    expect(await page.getByRole("button", { name: "Thử lại" }).count()).toBe(0);
    await page.getByRole("link", { name: "Về trang đầu" }).click();
    await page.waitForURL(/counter/);
    expect(errors.filter((text) => !text.includes("403"))).toEqual([]);
    await context.close();
  });

  test("a programme officer records a training session by keyboard, and withdraws what was a mistake", {
    timeout: 180_000,
  }, async () => {
    const { page } = kiet;
    await page.getByRole("link", { name: "Tập huấn" }).click();
    await page.getByText("Chưa có buổi tập huấn nào").waitFor();
    await page.getByRole("button", { name: "Ghi buổi tập huấn" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Nội dung" }).fill("Tiếp nhận hồ sơ thư viện");
    await dialog.getByRole("textbox", { name: "Cơ quan tập huấn" }).fill("Sở Văn hóa, Thể thao và Du lịch");
    await dialog.getByRole("button", { name: "Ghi buổi tập huấn" }).click();
    await dialog.getByText("Hãy thêm ít nhất một người dự.").waitFor();
    const field = page.getByRole("combobox", { name: "Thêm lĩnh vực" });
    await field.pressSequentially("thu vien"); // As a person types: the list opens, and its first line is chosen.
    await page
      .getByRole("option", { name: /[Tt]hư viện/ })
      .first()
      .waitFor();
    await field.press("Enter");
    for (const typed of ["tham", "phuc"]) {
      const person = page.getByRole("combobox", { name: "Thêm người dự" });
      await person.pressSequentially(typed);
      await page.getByRole("option").first().waitFor();
      await person.press("Enter");
    }
    await dialog.getByText("2 người", { exact: true }).waitFor();
    await dialog
      .getByRole("radiogroup", { name: "Kết quả của Trần Văn Phúc" })
      .getByText("Không đạt")
      .click();
    await lookAt(page, "77-training-record");
    await dialog.getByRole("button", { name: "Ghi buổi tập huấn" }).click();
    await page.getByText("1 đạt, 1 không đạt", { exact: false }).waitFor();
    await lookAt(page, "78-trainings");
    await page.getByRole("tab", { name: "Theo người" }).click();
    await page.getByRole("button", { name: /Thu hồi tập huấn: Phan Thị Thắm/ }).click();
    await dialog.getByRole("textbox", { name: "Lý do" }).fill("Ghi nhầm người");
    await dialog.getByRole("button", { name: "Thu hồi" }).click();
    await page.getByText(/Huỳnh Tuấn Kiệt thu hồi lúc/).waitFor();
    await page.getByRole("combobox", { name: "Nhân viên" }).fill("tham");
    await page.getByRole("option", { name: /Phan Thị Thắm/ }).click();
    await page.getByText("1 dòng", { exact: true }).waitFor();
    await lookAt(page, "79-accreditations");
    await page.getByRole("tab", { name: "Còn thiếu" }).click();
    await page.getByText(/Đã được giao việc nhưng chưa có tập huấn/).waitFor();
    expect([...quyen.errors, ...kiet.errors]).toEqual([]);
  });
});
