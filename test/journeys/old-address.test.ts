import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

const CARD =
  "087190001234|341234567|NGUYỄN THỊ HỒNG NHUNG|12051990|Nữ|Ấp 1, Bình Tấn, Thanh Bình, Đồng Tháp|15042021";
const NOW = "Ấp 1, xã Bình Thành, tỉnh Đồng Tháp";

let app: TestApp;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  app = await testApp({ jobs: true, site: await openSite() });
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const listening = app.program.app.server.address();
  browser = await openBrowser();
  const base = `http://127.0.0.1:${typeof listening === "object" && listening ? listening.port : 0}`;
  ({ page, errors } = await signInAs(browser, base, "Nguyễn Thị Lan"));
  await page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();
  const search = page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
  await search.fill("trich luc ho tich");
  await page.getByRole("option", { name: /2\.000635/ }).waitFor();
  await search.press("Enter");
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

const field = () => page.getByRole("textbox", { name: "Địa chỉ" });
const offers = () => page.getByRole("group", { name: "Địa chỉ theo đơn vị hành chính hiện nay" });

test("a card with an old address is offered the new one, by keyboard, with a way back", async () => {
  const scan = page.getByRole("textbox", { name: "Quét mã QR căn cước" });
  await scan.pressSequentially(CARD);
  await scan.press("Enter");
  await offers().getByRole("button", { name: "Xã Bình Thành, tỉnh Đồng Tháp" }).waitFor();
  expect(await field().inputValue()).toBe("Ấp 1, Bình Tấn, Thanh Bình, Đồng Tháp");
  expect(await offers().innerText()).toContain(
    "xã Bình Tấn, huyện Thanh Bình, tỉnh Đồng Tháp (đến 30/06/2025)",
  );
  await lookAt(page, "address-offer");

  // The hands are still at the scanner's field, and stay there.
  await scan.focus();
  await page.keyboard.press("Alt+Enter");
  expect(await field().inputValue()).toBe(NOW);
  expect(await scan.evaluate((input) => input === document.activeElement)).toBe(true);
  await offers().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Lấy lại địa chỉ cũ" }).click();
  expect(await field().inputValue()).toBe("Ấp 1, Bình Tấn, Thanh Bình, Đồng Tháp");
  await offers().waitFor();
});

test("the Tab key passes the offers by; the arrow goes to them and Enter takes one", async () => {
  await field().focus();
  await page.keyboard.press("Tab");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-field")))
    .toBe("applicant.phone");
  await field().press("ArrowDown");
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-field"))).toBe(
    "applicant.address.line",
  );
  await field().press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await field().inputValue()).toBe(NOW);
});

test("a ward that was divided offers both, and without the server the line stays as typed", async () => {
  await field().fill("Số 7, P. Dịch Vọng Hậu, Q. Cầu Giấy, Hà Nội");
  await offers().getByRole("button", { name: "Phường Nghĩa Đô, thành phố Hà Nội" }).waitFor();
  expect(await offers().getByRole("button").count()).toBe(2);
  await lookAt(page, "address-offers");

  await page.route("**/api/v1/addresses**", (route) => route.abort());
  // Waited for before it can be sent: on a busy machine it is gone before the offers are.
  const asked = page.waitForRequest("**/api/v1/addresses**");
  await field().fill("Ấp 9, Tân Phú, Thanh Bình, Đồng Tháp");
  await offers().waitFor({ state: "detached" });
  await asked;
  expect(await offers().count()).toBe(0);
  expect(await field().inputValue()).toBe("Ấp 9, Tân Phú, Thanh Bình, Đồng Tháp");
  await page.unroute("**/api/v1/addresses**");
});

test("the dossier keeps the new address with its commune", async () => {
  await field().fill("Ấp 1, Bình Tấn, Thanh Bình, Đồng Tháp");
  await offers().waitFor();
  await field().press("Alt+Enter");
  await field().fill(`Số 3, ${NOW}`);
  await page.getByRole("textbox", { name: "Số điện thoại" }).fill("0912 345 678");
  await page.getByRole("button", { name: "Nhận đủ theo danh mục" }).click();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Đã tiếp nhận hồ sơ" }).waitFor();
  const { rows } = await app.owner.query<{ id: string }>(
    "select id from space_dong_thap.dossier order by received_at desc limit 1",
  );
  const answer = await page.request.get(`${new URL(page.url()).origin}/api/v1/dossiers/${rows[0]?.id}`);
  expect(((await answer.json()) as { applicant: unknown }).applicant).toMatchObject({
    address: `Số 3, ${NOW}`,
    communeCode: "30163",
  });
  expect(errors.filter((error) => !error.includes("ERR_FAILED"))).toEqual([]);
});
