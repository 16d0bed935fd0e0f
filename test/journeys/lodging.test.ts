import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { AN_APPLICANT } from "../kit/forms.ts";
import { disagreements } from "../kit/ledgers.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

const CARD =
  "087190001234|341234567|NGUYỄN THỊ HỒNG NHUNG|12051990|Nữ|Ấp 1, Bình Tấn, Thanh Bình, Đồng Tháp|15042021";

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

/** At a counter, with a procedure chosen and the citizen's card read. */
async function beginAtCounter(page: Page): Promise<void> {
  const search = page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
  await search.fill("trich luc ho tich");
  await page.getByRole("option", { name: /2\.000635/ }).waitFor();
  await search.press("Enter");
  const scan = page.getByRole("textbox", { name: "Quét mã QR căn cước" });
  await scan.pressSequentially(CARD);
  await scan.press("Enter");
  await expect
    .poll(() => page.getByRole("textbox", { name: "Số định danh cá nhân" }).inputValue())
    .toBe("087190001234");
}
const sit = (page: Page) =>
  page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();
const codeOn = async (page: Page) =>
  /H20\.\d{3}-261116-\d{4}/.exec(await page.locator("main").innerText())?.[0] ?? "";

test("a clerk sends a citizen home for what is missing, and receives the dossier when she is back", async () => {
  const { page, errors } = await signInAs(browser, base, "Nguyễn Thị Lan");
  await sit(page);
  await beginAtCounter(page);

  // The post cannot refuse, and the button says so before it is pressed.
  const refuse = page.getByRole("button", { name: "Từ chối tiếp nhận" });
  expect(await refuse.isDisabled()).toBe(true);
  await page.getByText(/Không từ chối tiếp nhận được/).waitFor();
  await lookAt(page, "lodging-1-form");

  // Nothing was ticked: what is missing stands in the request already.
  await page.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  const dialog = page.getByRole("dialog", { name: "Yêu cầu bổ sung, hoàn thiện hồ sơ" });
  const asked = await dialog.getByRole("textbox", { name: /Giấy tờ 1/ }).inputValue();
  expect(asked).not.toBe("");
  await dialog.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  // Without a reason nothing is sent, and the cursor stands where it is missing.
  const reason = dialog.getByRole("textbox", { name: "Lý do" });
  await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
  await reason.fill("Tờ khai chưa có chữ ký");
  await lookAt(page, "lodging-2-ask");
  await dialog.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  await page.getByRole("heading", { name: "Đã yêu cầu bổ sung hồ sơ" }).waitFor();
  const code = await codeOn(page);
  expect(code).not.toBe("");
  await lookAt(page, "lodging-3-asked");

  // Later, by its code: the form is filled with who she is, and says what was asked for.
  await page.getByRole("link", { name: "Xem hồ sơ" }).click();
  await page.getByRole("button", { name: "Mở ở quầy" }).click();
  await page.getByRole("heading", { name: `Tiếp nhận hồ sơ ${code}` }).waitFor();
  await page.getByText("Tờ khai chưa có chữ ký").waitFor();
  expect(await page.getByRole("textbox", { name: "Họ và tên" }).inputValue()).toBe(AN_APPLICANT.name);
  await page.getByRole("button", { name: "Nhận đủ theo danh mục" }).click();
  await lookAt(page, "lodging-4-accept");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Đã tiếp nhận hồ sơ" }).waitFor();
  expect(await codeOn(page)).toBe(code);
  // A same-day procedure owes no slip: the way leads on, and the slip is there when it is asked for.
  await page.getByText(/Thủ tục trả kết quả trong ngày/).waitFor();
  const next = page.getByRole("button", { name: /Tiếp người tiếp theo/ });
  await expect.poll(() => next.evaluate((button) => button === document.activeElement)).toBe(true);
  await lookAt(page, "lodging-5-received");
  expect(errors).toEqual([]);
});

test("an officer refuses what does not belong here, and the dossier ends with its form", async () => {
  const { page, errors } = await signInAs(browser, base, "Lê Minh Đức");
  await sit(page);
  await beginAtCounter(page);
  await page.getByRole("button", { name: "Từ chối tiếp nhận" }).click();
  const dialog = page.getByRole("dialog", { name: "Từ chối tiếp nhận hồ sơ" });
  await dialog.getByRole("textbox", { name: "Lý do từ chối" }).fill("Không thuộc thẩm quyền của xã");
  await lookAt(page, "lodging-6-refuse");
  await dialog.getByRole("button", { name: "Từ chối tiếp nhận" }).click();
  await page.getByRole("heading", { name: "Đã từ chối tiếp nhận hồ sơ" }).waitFor();
  await lookAt(page, "lodging-7-refused");
  expect(errors).toEqual([]);
  expect((await disagreements(app)).found).toEqual([]);
});
