import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { receive } from "../kit/forms.ts";
import { type Desks, bringTo, openDesks } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

let app: TestApp;
let browser: Browser;
let base: string;

beforeAll(async () => {
  app = await testApp({ jobs: true, site: await openSite() });
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const listening = app.program.app.server.address();
  base = `http://127.0.0.1:${typeof listening === "object" && listening ? listening.port : 0}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

test("a clerk who may not receive a procedure reads why and what to do, before any form", {
  timeout: 120_000,
}, async () => {
  const { page, errors, context } = await signInAs(browser, base, "Nguyễn Thị Lan");
  await page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();
  const search = page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
  await search.fill("1.000894");
  await page.getByRole("option", { name: /1\.000894/ }).waitFor();
  await search.press("Enter");
  const refused = page.getByRole("region", { name: "Chưa tiếp nhận được thủ tục này ở quầy này" });
  await refused.getByText(/không giao thủ tục này cho bưu điện/).waitFor();
  await refused
    .getByText("Hãy nhờ công chức một cửa làm việc này, hoặc báo trưởng bộ phận một cửa.")
    .waitFor();
  const form = page.getByRole("form", { name: "Tờ tiếp nhận hồ sơ" });
  expect(await form.count()).toBe(0);
  expect(await page.getByText(/không giao thủ tục này cho bưu điện/).count()).toBe(1);
  await lookAt(page, "intake-refused");

  // Whoever goes on keeps what is typed; the refusal then stands beside the form.
  await refused.getByRole("button", { name: "Vẫn mở biểu mẫu" }).click();
  const name = page.getByRole("textbox", { name: "Họ và tên" }).first();
  await name.fill("Nguyễn Văn Bình");
  await page.getByText(/Đã lưu nháp/).waitFor();
  await page.getByRole("button", { name: "Chọn thủ tục khác" }).click();
  await page.getByRole("button", { name: /Mở nháp: .*Nguyễn Văn Bình/ }).click();
  await refused.getByText("Những gì đã gõ vẫn còn trong nháp", { exact: false }).waitFor();
  await refused.getByRole("button", { name: "Xem những gì đã gõ" }).click();
  expect(await name.inputValue()).toBe("Nguyễn Văn Bình");

  // Where one sits is never cut off.
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll("header *")]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .map((one) => one.textContent),
  );
  expect(cut).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

test("a page of another post says so and for whom it is, with nothing else to press, also without a counter", {
  timeout: 120_000,
}, async () => {
  const onlyNotice = async (page: Page, address: string, forWhom: string) => {
    await page.goto(`${base}/staff${address}`);
    const main = page.getByRole("main");
    await main.getByText("Vị trí của ông/bà không có quyền làm việc này.").waitFor();
    await main.getByText(`Trang này dành cho: ${forWhom}.`).waitFor();
    const controls = await main.locator("button, a, input, select, textarea").allInnerTexts();
    expect(controls, address).toEqual(["Về trang đầu"]);
    expect(await main.getByRole("heading", { level: 1 }).count()).toBe(1);
  };
  app.clock.advance(30_000); // A one-time code counts once.
  const province = await signInAs(browser, base, "Huỳnh Tuấn Kiệt");
  await onlyNotice(province.page, "/people", "Người quản trị");
  await onlyNotice(province.page, "/reorganisation/new", "Người quản trị");
  await onlyNotice(province.page, "/samples", "Công chức một cửa, Trưởng bộ phận một cửa");
  await lookAt(province.page, "not-ones-page");
  await province.page.getByRole("link", { name: "Về trang đầu" }).click();
  await province.page.getByRole("heading", { level: 1, name: "Quyết định giao việc" }).waitFor();
  const clerk = await signInAs(browser, base, "Trần Văn Phúc");
  await onlyNotice(clerk.page, "/confirming", "Công chức một cửa, Trưởng bộ phận một cửa");
  expect([...province.errors, ...clerk.errors]).toEqual([]);
  await province.context.close();
  await clerk.context.close();
});

const received = async (desks: Desks) => String((await receive(desks.clerk)).body["dossierId"]);

test("an approver is told who works on a dossier, not that they may not do that work", {
  timeout: 120_000,
}, async () => {
  const desks = await openDesks(app);
  const worked = await received(desks);
  const awaiting = await received(desks);
  await bringTo(desks, worked, "processing");
  await bringTo(desks, awaiting, "awaitingApproval");
  app.clock.advance(30_000); // A one-time code counts once.
  const { page, errors, context } = await signInAs(browser, base, "Võ Quốc Thái");
  await page.goto(`${base}/staff/dossiers/${worked}`);
  const acts = page.getByRole("region", { name: "Việc cần làm" });
  await acts.getByText("Phạm Thu Hà đang giải quyết hồ sơ. Lúc này ông/bà chưa phải làm gì.").waitFor();
  expect(await acts.getByRole("button").count()).toBe(0);
  expect(await acts.innerText()).not.toContain("Hãy chuyển cho người giữ vị trí đó");
  await page.goto(`${base}/staff/dossiers/${awaiting}`);
  await acts.getByRole("button", { name: "Phê duyệt" }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test("a citizen finds a procedure on the phone and reads its page, in both schemes", {
  timeout: 120_000,
}, async () => {
  const context = await browser.newContext({ locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(`${base}/procedures?q=khai+sinh`);
  await page.getByRole("link", { name: "Thủ tục đăng ký khai sinh", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Thủ tục đăng ký khai sinh" }).waitFor();
  await lookAt(page, "citizen-procedure");
  await page.getByRole("navigation", { name: "Trong trang này" }).getByText("Giấy tờ cần có").click();
  expect(page.url()).toContain("#papers");
  await page.goto(`${base}/procedures/9.999999`);
  await lookAt(page, "citizen-procedure-missing");
  await page.getByLabel("Tên hoặc mã thủ tục").fill("khai sinh");
  await page.getByRole("button", { name: "Tìm thủ tục" }).click();
  await page.getByRole("link", { name: "Thủ tục đăng ký khai sinh", exact: true }).waitFor();
  await context.close();
});
