import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

const CARD =
  "087190001234|341234567|NGUYỄN THỊ HỒNG NHUNG|12051990|Nữ|Ấp 1, Bình Tấn, Thanh Bình, Đồng Tháp|15042021";
const ANOTHER =
  "087085004321|341239999|TRẦN VĂN TÁM|03021985|Nam|Ấp 2, Bình Tấn, Thanh Bình, Đồng Tháp|15042021";
const TABLE = [
  "STT\tHọ và tên\tNgày sinh\tSố CCCD\tĐiện thoại",
  "1\tLê Thị Bảy\t01/02/1990\t087190005555\t0912345670",
  "2\tNgô Văn Chín\t1/3/1991\t87091006666\t912345671",
].join("\n");

let app: TestApp;
let browser: Browser;
let base: string;
beforeAll(async () => {
  app = await testApp({ jobs: true, site: await openSite() });
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const address = app.program.app.server.address();
  base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

async function scan(page: Page, field: string, card: string): Promise<void> {
  const input = page.getByRole("textbox", { name: field });
  await input.pressSequentially(card);
  await input.press("Enter");
}

/** What a person does who copied a table in a spreadsheet and presses Ctrl+V in a cell. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData("text/plain", copied);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test("a clerk takes in a whole group in one go, for a commune elsewhere in the province, and finds it again", async () => {
  const { page, errors } = await signInAs(browser, base, "Nguyễn Thị Lan");
  await page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();
  const search = page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
  await search.fill("trich luc ho tich");
  await page.getByRole("option", { name: /2\.000635/ }).waitFor();
  await search.press("Enter");
  await scan(page, "Quét mã QR căn cước", CARD);

  // Where it is decided: found by a few letters, without diacritics.
  await page.getByRole("button", { name: "Nơi khác giải quyết, hướng dẫn hoặc trả kết quả" }).click();
  const decidedBy = page.getByRole("combobox", { name: "Nơi giải quyết" });
  await decidedBy.fill("sa dec");
  await page.getByRole("option", { name: "Ủy ban nhân dân phường Sa Đéc" }).waitFor();
  await decidedBy.press("Enter");
  await page.getByText("kết quả trả tại quầy tiếp nhận này").waitFor();

  // The others: a table pasted, a card scanned, and one row typed that says too little.
  await page.getByRole("button", { name: "Thêm người cùng nộp" }).click();
  await page.getByRole("textbox", { name: "Tên nhóm" }).fill("Tổ hợp tác Bình Tấn");
  await page.getByRole("listitem", { name: "Dòng 2" }).getByRole("textbox", { name: "Họ và tên" }).focus();
  await paste(page, TABLE);
  await page.getByRole("listitem", { name: "Dòng 3" }).waitFor();
  expect(
    await page
      .getByRole("listitem", { name: "Dòng 3" })
      .getByRole("textbox", { name: "Số định danh" })
      .inputValue(),
  ).toBe("087091006666");
  await scan(page, "Quét thẻ để thêm người", ANOTHER);
  const fourth = page.getByRole("listitem", { name: "Dòng 4" });
  await fourth.waitFor();
  await fourth.getByRole("textbox", { name: "Điện thoại" }).press("Enter");
  const fifth = page.getByRole("listitem", { name: "Dòng 5" });
  await fifth.getByRole("textbox", { name: "Họ và tên" }).fill("Nguyễn Thị Hồng Nhung");
  await fifth.getByRole("textbox", { name: "Số định danh" }).fill("087190001234");
  await page.keyboard.press("Tab"); // What is wrong with the row appears below it, and what follows moves down.
  await page.getByRole("button", { name: "Nhận đủ theo danh mục" }).click();
  await page.keyboard.press("Control+Enter");
  await page.getByText("Người này đã có ở dòng trên của nhóm.").first().waitFor();
  await lookAt(page, "group-1-form");
  await fifth.getByRole("button", { name: "Bỏ dòng 5" }).click();
  await page.getByRole("button", { name: /Tiếp nhận 4 hồ sơ/ }).click();

  await page.getByRole("heading", { name: "Đã tiếp nhận 4 hồ sơ của nhóm" }).waitFor();
  const results = page.getByRole("list", { name: "Kết quả từng dòng" }).getByRole("listitem");
  expect(await results.count()).toBe(4);
  const code = /NH-H20\.\d{3}-261116-\d\d/.exec(await page.locator("main").innerText())?.[0] ?? "";
  expect(code).not.toBe("");
  await lookAt(page, "group-2-result");

  // Found again by its code, as a list that can be printed.
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Mã hoặc tên nhóm" }).fill(code);
  await page.getByRole("link", { name: /Tổ hợp tác Bình Tấn/ }).click();
  await page.getByRole("heading", { name: "Danh sách hồ sơ nộp theo nhóm" }).waitFor();
  expect(await page.getByRole("row").count()).toBe(5);
  await lookAt(page, "group-3-list");
  await page
    .getByRole("link", { name: /H20\.\d{3}-261116-/ })
    .first()
    .click();
  await page.getByText("Ủy ban nhân dân phường Sa Đéc").first().waitFor();
  expect(errors).toEqual([]);
}, 120_000);
