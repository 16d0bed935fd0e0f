import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESKTOP, keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { accept, makeContainer, offer, sealedPacketOf } from "../kit/custody.ts";
import { receive } from "../kit/forms.ts";
import { A_PNG, type Desks, openDesks, passed } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

let app: TestApp;
let browser: Browser;
let base: string;
let desks: Desks;

beforeAll(async () => {
  app = await testApp({ site: await openSite() });
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const listening = app.program.app.server.address();
  base = `http://127.0.0.1:${typeof listening === "object" && listening ? listening.port : 0}`;
  browser = await openBrowser();
  desks = await openDesks(app);
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

const signIn = async (name: string) => {
  // A code of six figures counts once, and each person signs in more than once here.
  app.clock.advance(60_000);
  return signInAs(browser, base, name);
};

const sitDown = (page: Page) =>
  page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();

test("what the post brought counts from the biên bản that was signed before its packet was opened", {
  timeout: 120_000,
}, async () => {
  await receive(desks.clerk, {});
  const { rows } = await app.owner.query<{ id: string }>(
    "select received_at_unit_id as id from space_dong_thap.dossier limit 1",
  );
  const unit = { kind: "unit", id: String(rows[0]?.id) };
  const offered = passed(await offer(desks.clerk, [await makeContainer(desks.clerk)], unit)).body;
  const manifestId = String(offered["manifestId"]);
  passed(await accept(desks.officer, manifestId, 1, { receivedAs: "postalForwarder" }));
  app.clock.advance(2 * 24 * 3_600_000);

  const { page, errors } = await signIn("Nguyễn Thị Lan");
  await sitDown(page);
  const search = page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
  await search.fill("trich luc ho tich");
  await page.getByRole("option", { name: /2\.000635/ }).waitFor();
  await search.press("Enter");
  await page.getByText("Bưu chính công ích", { exact: true }).click();
  const record = page.getByRole("combobox", { name: "Biên bản giao nhận với bưu điện" });
  const due = page.locator("p").filter({ hasText: /^\d\d:\d\d, / });
  const fromReceipt = await due.innerText();
  await record.selectOption({ value: manifestId });
  await page.waitForFunction((before) => !document.body.innerText.includes(before), fromReceipt);
  const fromSigning = await due.innerText();
  await page.setViewportSize(DESKTOP);
  await lookAt(page, "papers-record-at-intake");

  const card = page.getByRole("textbox", { name: "Quét mã QR căn cước" });
  await card.fill(
    "087085004321|341239999|TRẦN VĂN TÁM|03021985|Nam|Ấp 2, Bình Tấn, Thanh Bình, Đồng Tháp|15042021",
  );
  await card.press("Enter");
  await page.getByRole("textbox", { name: "Điện thoại" }).fill("0912345678");
  await page.getByRole("button", { name: "Nhận đủ theo danh mục" }).click();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: /Đã tiếp nhận/ }).waitFor();
  expect(await page.locator("main").innerText()).toContain(fromSigning.split("\n")[0]);
  expect(errors).toEqual([]);
});

test("who has to sign in again in the middle of a dialog does it above the dialog, and loses nothing of it", {
  timeout: 120_000,
}, async () => {
  desks = await openDesks(app);
  const packet = await sealedPacketOf(app, desks.clerk);
  const { page } = await signIn("Nguyễn Thị Lan");
  await sitDown(page);
  await page.goto(`${base}/staff/papers/container/${packet.id}`);
  let answer = () => {};
  const typed = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/custody/receivers*", async (route) => {
    await typed;
    await route.continue();
  });
  await page.getByRole("button", { name: "Bàn giao", exact: true }).click();
  const below = page.getByRole("dialog", { name: /Bàn giao/ });
  const receiver = below.getByRole("combobox", { name: "Bên nhận" });
  await receiver.fill("minh duc");
  await page.getByText("Không có người hoặc nơi nào tên như vậy").waitFor();
  answer();
  await page.getByRole("option", { name: /Minh Đức/ }).waitFor();
  await receiver.press("Enter");
  // Typed before the names were there, and heard all the same.
  expect(await receiver.inputValue()).toContain("Minh Đức");
  await below.getByRole("button", { name: /Ký trên giấy/ }).click();
  await below
    .locator("input[type=file]")
    .setInputFiles({ name: "ky.png", mimeType: "image/png", buffer: A_PNG });
  await below.getByText("Đã có bản ký").waitFor();
  await app.owner.query("delete from nation.session");
  await below.getByRole("button", { name: "Lập bảng kê" }).click();
  const again = page.getByRole("dialog", { name: /Phiên làm việc đã hết hạn/ });
  // A field that is covered takes no click.
  await again.getByLabel("Mật khẩu").click();
  await page.keyboard.press("Escape");
  await again.getByRole("button", { name: "Để sau" }).click();
  await below.getByText("Đã có bản ký").waitFor();
});
