import { openSite } from "#server/main.ts";
import { unseal } from "#server/keys/seal.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DOSSIERS_MIN } from "../../db/demo/province/fates.ts";
import { DESKTOP, keepLastPictures, lookAt, openBrowser, signOnPad, watchErrors } from "../kit/browser.ts";
import { buildDemo } from "../kit/demo-province.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";
import { TEST_NOW } from "../kit/test-clock.ts";

/** What the demo's history means to the people of today, on the screen. */
describe("the five stories, on the screen", () => {
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
    await keepLastPictures(browser);
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  /** Somebody found by name on the sign-in page, signed in and, where they serve one, at their first counter. */
  async function enter(fullName: string, atCounter = false): Promise<Page> {
    const context = await browser.newContext({
      viewport: DESKTOP,
      locale: "vi-VN",
      timezoneId: "Asia/Ho_Chi_Minh",
    });
    const page = await context.newPage();
    errors.push(watchErrors(page));
    await page.goto(`${base}/staff/`);
    await page.getByRole("searchbox", { name: "Tìm người" }).fill(fullName);
    await page.getByRole("button", { name: new RegExp(`Điền tài khoản của ${fullName}`) }).click();
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
    if (atCounter) {
      await page
        .getByRole("button", { name: /Ngồi quầy này/ })
        .first()
        .click();
      // Sitting down leads to the counter's page: whoever goes elsewhere goes from there.
      await page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" }).waitFor();
    }
    return page;
  }
  const errors: string[][] = [];
  const leave = async (page: Page) => {
    expect(errors.flat()).toEqual([]);
    await page.context().close();
  };

  async function open(page: Page, section: string): Promise<void> {
    await page.getByRole("link", { name: section, exact: true }).click();
  }

  test("Thanh Bình: today's clerk walks from an act of 2020 to its decision, and the old QR code leads there", {
    timeout: 120_000,
  }, async () => {
    const { rows } = await app.owner.query<{ id: string; code: string; sealed: Buffer }>(
      `select id, code, track_secret_sealed as sealed from space_dong_thap.dossier
       where code like '000.04.26.H20-201013%'`,
    );
    const [old] = rows;
    if (!old) throw new Error("the story has a dossier of 13 October 2020");
    const lan = await enter("Nguyễn Thị Lan", true);
    await open(lan, "Tra cứu");
    const find = lan.getByLabel("Mã hồ sơ hoặc tên người đề nghị");
    await find.fill(old.code);
    await find.press("Enter");
    await lan
      .getByText(/Căn cứ: Quyết định số 1187\/QĐ-UBND-HC/)
      .first()
      .waitFor();
    await lan
      .getByRole("link", { name: /Xem căn cứ/ })
      .first()
      .click();
    await lan.getByRole("heading", { level: 1, name: "Căn cứ của việc đã làm" }).waitFor();
    await lan.getByText("Có hiệu lực lúc đó").waitFor();
    await lan.getByText("Giai đoạn 3 mở rộng").first().waitFor();
    await lan.getByText(/Quyết định số 96\/QĐ-UBND-HC/).waitFor();
    await lookAt(lan, "stories-basis");
    await leave(lan);

    const citizen = await (await browser.newContext({ javaScriptEnabled: false, locale: "vi-VN" })).newPage();
    const secret = unseal<string>(app.program.deps.ring, `dossier.track:${old.id}`, old.sealed);
    await citizen.goto(`${base}/t/${old.code}/${secret}`);
    await citizen.getByText("Đổi, cấp lại Giấy xác nhận khuyết tật").first().waitFor();
    expect(await citizen.locator("body").innerText()).toContain(old.code);
    await citizen.context().close();
  });

  test("Phú Thiện: the programme shows its phase, and the commune's proposal is approved by somebody else", {
    timeout: 120_000,
  }, async () => {
    const son = await enter("Rơ Châm Sơn");
    await open(son, "Đề án");
    await son.getByRole("link", { name: /huyện Phú Thiện/ }).click();
    await son.getByText("Giai đoạn 1: huyện và thị trấn").first().waitFor();
    await son.getByText(/5 \/ 5 hồ sơ/).waitFor();
    await open(son, "Quyết định giao việc");
    await son.getByLabel("Tình trạng").selectOption("proposed");
    await son.getByRole("link", { name: "Bưu điện Văn hóa xã Ia Sol" }).click();
    await son.getByRole("button", { name: "Duyệt", exact: true }).click();
    const dialog = son.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Số, ký hiệu" }).fill("2044/QĐ-UBND");
    await dialog.getByRole("textbox", { name: "Ngày ban hành" }).fill("16112026");
    await dialog.getByRole("textbox", { name: "Cơ quan ban hành" }).fill("Ủy ban nhân dân tỉnh Gia Lai");
    await dialog.getByRole("textbox", { name: "Trích yếu" }).fill("Duyệt đề xuất của xã");
    await dialog.getByRole("button", { name: "Duyệt", exact: true }).click();
    await son.getByText("Đã duyệt, chưa thi hành").first().waitFor();
    await leave(son);
  });

  test("Châu Thành: the clerk reads why nothing is received here, and returns a result of then", {
    timeout: 120_000,
  }, async () => {
    const bich = await enter("Đỗ Thị Ngọc Bích", true);
    const search = bich.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
    await search.fill("1.001266");
    await bich.getByRole("option", { name: /1\.001266/ }).waitFor();
    await search.press("Enter");
    await bich
      .getByText("Quyết định số 1904/QĐ-UBND không giao tiếp nhận hồ sơ cho bưu điện.")
      .first()
      .waitFor();
    await open(bich, "Trả kết quả");
    await bich.getByText(/huyện Châu Thành \(nay là .* xã Phú Hựu\)/).waitFor();
    await returnFirst(bich);
    await leave(bich);
  });

  test("Đồng Tháp: the matrix of 1 April 2021 has eleven fields at the centre", {
    timeout: 120_000,
  }, async () => {
    const kiet = await enter("Huỳnh Tuấn Kiệt");
    await kiet.getByRole("tab", { name: "Bảng theo ngày" }).click();
    // A slow line: another day's rows may not stand under this day's date meanwhile.
    await kiet.route("**/mandates?asOf=2021-04-01*", async (route) => {
      await kiet.waitForTimeout(400);
      await route.continue();
    });
    await kiet.getByRole("textbox", { name: "Ngày" }).fill("01042021");
    await kiet.keyboard.press("Tab");
    const table = kiet.getByRole("table", { name: /ngày 01\/04\/2021/ });
    const centre = table.getByRole("row", { name: /cơ sở Cao Lãnh/ });
    await centre.waitFor();
    expect(await centre.getByRole("link").count()).toBe(11);
    await table.getByRole("row", { name: /Bưu điện Văn hóa xã Bình Tấn/ }).waitFor();
    await lookAt(kiet, "stories-matrix-2021");
    await leave(kiet);
  });

  test("Thủ Dầu Một: the officer of the new ward returns what the old ward took in; both maps count the same", {
    timeout: 120_000,
  }, async () => {
    const vinh = await enter("Trần Quang Vinh", true);
    await open(vinh, "Trả kết quả");
    await vinh.getByText(/phường Phú Hòa \(nay là .* phường Phú Lợi\)/).waitFor();
    await returnFirst(vinh);
    await leave(vinh);

    const admin = await enter("Dương Ngọc Lân");
    await open(admin, "Số liệu");
    await admin.getByRole("textbox", { name: "Từ ngày" }).fill("01012018");
    const sum = admin.getByRole("row", { name: /^(Cộng|Tổng)/ });
    await admin.getByRole("row", { name: /^Trung tâm Phục vụ hành chính công phường Phú Lợi/ }).waitFor();
    const today = await sum.innerText();
    await lookAt(admin, "stories-figures");
    await admin.getByText("Đơn vị lúc tiếp nhận").click();
    await admin.getByRole("row", { name: /^Bộ phận Tiếp nhận và Trả kết quả phường Phú Hòa/ }).waitFor();
    expect(await sum.innerText()).toBe(today);
    await leave(admin);
  });
});

/** The first result that waits at the counter goes to its citizen, against a signature on the screen. */
async function returnFirst(page: Page): Promise<void> {
  const waiting = page.getByText(/^000\.\d\d\.\d\d\.H\d\d-\d{6}-\d{4}$/).first();
  const find = page.getByRole("textbox", { name: "Mã hồ sơ" });
  await find.fill(await waiting.innerText());
  await find.press("Enter");
  await page
    .getByRole("radio", { name: /căn cước/i })
    .first()
    .check();
  await page.getByRole("checkbox", { name: "Đã đối chiếu giấy tờ với người nhận" }).check();
  await signOnPad(page);
  await page.getByRole("button", { name: "Xác nhận đã trả kết quả" }).click();
  await page.getByText("Đã trả kết quả; người nhận đã ký.").first().waitFor();
}
